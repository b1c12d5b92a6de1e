"""Terms that a law sets: none of the guideline's statistics; those that the publisher sets itself are."""

import re

from gigraph.extractors.statistics.candidate import Candidate

_SENTENCE = re.compile(r"[。!?;\n]")
_WORKDAYS = frozenset({"个工作日", "工作日", "个自然日"})
_DAYS = _WORKDAYS | {"天", "日"}
_WITHIN = re.compile(r"(?:以|之)?内|前|之前|以上")
# What the sentence says of a law, of those above the publisher, of what begins a term of the law.
_LAW = re.compile(
    r"法定|依法|依规|法律|法规|条例|《[^》]{0,30}法》|之日起|国务院|国办|届满|逾期|超期|规定(?:的|[期时]限|时间)|按照?(?:有关|相关|上级|国家)?规定"
)
# Terms of the law on disclosure: 15, 20, 30 days to answer or publish, 60 to complain.
_LEGAL = frozenset({15, 20, 30, 60})
_ASKED_FOR_MORE = re.compile(r"补正|补充材料|更正申请|一次性告知")
_COMPLAINED = re.compile(r"提起(?:行政)?诉讼|(?:申请|提出)(?:行政)?复议|起诉")  # within 60 days, within 6 months
_MEASURED = re.compile(r"缩短|压缩|缩至|压减|缩减|提速|平均|减少|由原|提升|用时|历时|利用|控制在")
_CHANGES = re.compile(r"[^,。;]{0,4}(?:缩短|压缩|缩|压减|压|减少|降|减|提速|提前)[^,。;]{0,4}\d")


def is_legal_term(text: str, found: Candidate, start: int, right: str) -> bool:
    """Whether a span of time in a run that begins at `start`, with the words behind it, is one that a law sets.

    >>> from decimal import Decimal
    >>> text = "对申请在20个工作日内答复"
    >>> is_legal_term(text, Candidate(4, 6, 10, Decimal(20), "个工作日", "arabic", "20"), 0, text[10:])
    True
    """
    if not _WITHIN.match(right) and found.unit not in _WORKDAYS:
        return False
    sentence = _sentence_before(text, found.start, start)
    if _MEASURED.search(sentence) or _CHANGES.match(right):
        return False
    around = sentence + right.partition("。")[0]
    if found.unit in _DAYS and (found.value in _LEGAL or _ASKED_FOR_MORE.search(around)):
        return True
    return _LAW.search(sentence) is not None or _COMPLAINED.search(right) is not None


def _sentence_before(text: str, position: int, start: int) -> str:
    head = text[max(start, position - 80) : position]
    cut = [match.end() for match in _SENTENCE.finditer(head)]
    return head[cut[-1] :] if cut else head
