"""Short forms of regulations: definitions (以下简称《条例》), uses (两个《要点》), back references (该办法)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from gigraph.extractors.titles import is_short
from gigraph.models import Kind, Mention
from gigraph.registry import Registry
from gigraph.registry.document_nouns import DocumentNouns
from gigraph.text.reading import Reading

# Anchored on 称: (以下简称《条例》), ，下称“《办法》”, (简称条例), (以下统称两个《要点》).
_BEFORE_NAMES = re.compile(r"(?:以下|下文|下)?(?:均|一并|分别|统一)?(?:合|统|简)?\Z")
_DEFINITION = re.compile(
    r"称(?:为|作|之为)?:?"
    r"(?P<names>[“\"]?(?:[一二两三四五\d]个)?(?:[《〈「][^《》〈〉「」()\n]{1,30}[》〉」]|[“\"]?[^《》“”\"(),。;、\n]{2,12})[”\"]?"
    r"(?:[、和及与,][“\"]?[《〈「][^《》〈〉「」()\n]{1,30}[》〉」][”\"]?){0,5})(?=[)。,;])"
)
_NAME = re.compile(
    r"(?:(?P<count>[一二两三四五\d])个)?(?:[《〈「](?P<marked>[^《》〈〉「」]{1,30})[》〉」]|[“\"](?P<quoted>[^《》“”\"]{2,20})[”\"]|(?P<plain>[^《》〈〉“”\"、和及与,]{2,20}))"
)
_COUNTS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5}
_BACK = re.compile(
    r"(?:本|该|上述|前述|新修订的?|修订后的?|新)(?P<name>条例|办法|规定|细则)(?![\u4e00-\u9fff]{0,1}[》〉])"
)
_PLAIN = re.compile(
    r"(?:根据|按照|依据|依照|落实|贯彻|执行|施行|实施|学习|宣传|遵守|新|符合|以及|和)(?<!法实施)(?<![法》]和实施)(?<![法》]及实施)(?<![法》]及其实施)(?<![法》]和其实施)(?P<name>条例)(?=规定|要求|精神|的|第|，|,|。|、|和|及|实施|中)"
)


@lru_cache(maxsize=4)
def _use(nouns: DocumentNouns) -> re.Pattern[str]:
    return re.compile(
        r"[两二三四《〈](?:(?<=[两二三四])个[《〈])?(?<=[《〈])(?P<name>(?:新|旧|原|老|新修订|修订后)?"
        rf"(?:实施|工作|管理|暂行|指导|若干|总体|行动)?{nouns.of('short')})[》〉]"
    )


def extract(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """DEFINITION mentions (the value: pairs of a short name and how many it stands for) and SHORT ones (one pair)."""
    for start, match in _definitions(reading):
        names = tuple(defined_names(match["names"], registry.document_nouns))
        if names:
            yield reading.mention(Kind.DEFINITION, start, match.end(), names, "definition")
    for match in reading.finditer(_use(registry.document_nouns)):
        count = _COUNTS.get(match.group()[0], 1)
        yield reading.mention(Kind.SHORT, *match.span(), (match["name"], count), "short-title")
    for pattern, rule in ((_BACK, "back-reference"), (_PLAIN, "short-name")):
        for match in reading.finditer(pattern):
            yield reading.mention(Kind.SHORT, *match.span("name"), (match["name"], 1), rule)


def _definitions(reading: Reading) -> Iterator[tuple[int, re.Match[str]]]:
    """Where each definition begins, and the match from its 称 on."""
    for start, end in reading.runs:
        behind = start
        for match in _DEFINITION.finditer(reading.text, start, end):
            before = _BEFORE_NAMES.search(reading.text, max(behind, match.start() - 5), match.start())
            behind = match.end()
            yield before.start() if before else match.start(), match


def defined_names(text: str, nouns: DocumentNouns) -> Iterator[tuple[str, int]]:
    """The short names of regulations in a definition, each with the number of regulations that it stands for.

    >>> from gigraph.registry import load_registry
    >>> nouns = load_registry().document_nouns
    >>> [list(defined_names(text, nouns)) for text in ("两个《要点》", "《条例》和《办法》", "区办公室")]
    [[('要点', 2)], [('条例', 1), ('办法', 1)], []]
    """
    for match in _NAME.finditer(text):
        name = match["marked"] or match["quoted"] or match["plain"]
        count = _COUNTS.get(match["count"] or "一") or int(match["count"])
        if match["marked"] or is_short(name, nouns) or name.endswith(("条例", "办法", "规定", "要点")):
            yield name, count
