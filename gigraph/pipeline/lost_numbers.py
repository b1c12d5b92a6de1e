"""Document numbers that lost a part, so that none can be read: 国办发〔〕47号, 国办发〔2017〕号, 按〔2017〕47号."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from gigraph.models import Span
from gigraph.registry import Registry
from gigraph.text.reading import Reading

_HAN = "\u4e00-\u9fff"
_OPEN, _CLOSE = r"[〔\[(【﹝［〖]", r"[〕\])】﹞］〗]"
_PART = rf"[^{_HAN}〔\[(【﹝［〖〕\])】﹞］〗,。;:、《》\n]{{0,8}}"  # of a year or a serial, whatever is left of it
_BRACKETED = re.compile(rf"(?<=[{_HAN}]){_OPEN}{_PART}{_CLOSE}?(?:{_CLOSE}|年)?第?{_PART}号")
_NO_OPENING = re.compile(rf"(?<=[{_HAN}])\d{{1,3}}{_CLOSE}第?\d{{1,5}}号")
_NO_YEAR = re.compile(r"(?<=[发函字规])\d{1,4}号(?![楼线院房门])")
_NO_CODE = re.compile(r"[〔﹝［]\d{4}[〕﹞］]第?\d{1,5}号")
_ORDER = re.compile(r"(?<=令)第?(?:\d{0,3}[?□■\ufffd*×xX]{1,4}\d{0,3}|(?<=第))号")
_RUN = re.compile(rf"[{_HAN}]{{1,10}}$")
_LONGEST = 10  # characters of a code
_TYPICAL = frozenset("发函字规办")  # with which codes end
_CITING = ("按", "照", "据", "以", "依", "由", "将", "发", "和", "及", "与", "到", "行")
_SURE = frozenset("〔﹝")  # brackets that serve no other end
_OWN = re.compile(r"(?:文\s{0,4}号|编号|字号)\s{0,4}[:：]\s{0,4}$")  # the page's own
_MOST = 2_000  # places of a text that are looked at


def has_lost_number(reading: Reading, spans: Iterable[Span], registry: Registry) -> bool:
    """Whether a text has what is left of a number; `spans`: what was read as regulations, in the document."""
    offset = reading.view.offset
    read = sorted((offset(span.start), offset(span.end)) for span in spans)
    return any(_is_apart(start, end, read) for start, end in islice(_left(reading, registry), _MOST))


def _is_apart(start: int, end: int, read: list[tuple[int, int]]) -> bool:
    return not any(begin < end and start < stop for begin, stop in read)


def _left(reading: Reading, registry: Registry) -> Iterator[tuple[int, int]]:
    """Where what is left of a number stands."""
    text = reading.text
    for pattern in (_BRACKETED, _NO_OPENING, _NO_YEAR):
        for match in reading.finditer(pattern):
            if _code(text, match.start(), registry, bracketed=pattern is _BRACKETED):
                yield match.span()
    for match in reading.finditer(_ORDER):
        yield match.start() - 1, match.end()
    for match in reading.finditer(_NO_CODE):
        if _no_code(text, match.start(), registry):
            yield match.span()


def _code(text: str, end: int, registry: Registry, *, bracketed: bool) -> bool:
    """Whether an issuer code ends at an offset: one of the registry, or what has the look of one before 〔."""
    run = _RUN.search(text, max(0, end - _LONGEST), end)
    if not run or _is_case(text[run.start() : end], registry):
        return False
    least = 2 if bracketed else 3
    known = any(text[at:end] in registry.issuer_codes for at in range(run.start(), end - least + 1))
    return known or (bracketed and text[end] in _SURE and text[end - 1] in _TYPICAL)


def _is_case(words: str, registry: Registry) -> bool:
    return words.endswith(registry.wording.case_codes)


def _no_code(text: str, start: int, registry: Registry) -> bool:
    """Whether a number stands in a sentence without its code: behind a mark, or a word that leads in to names."""
    before = text[max(0, start - _LONGEST) : start].rstrip(" ")
    if not before or before.endswith("\n") or _OWN.search(before):
        return False
    if not _RUN.search(before):
        return True
    return registry.lead_words.before(before, len(before), sure=True) > 0 or before.endswith(_CITING)
