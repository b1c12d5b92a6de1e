"""Names found by their last noun: 省政府门户网站, 公示栏, 12345市长热线, “互联网+监督”平台."""

import re
from collections.abc import Iterator

from gigraph.extractors.platforms.channels import is_channel, is_listed, is_reading_place
from gigraph.extractors.platforms.edges import Edge, name_edge
from gigraph.extractors.platforms.form import Found, PlatformForm
from gigraph.extractors.platforms.lexicon import Lexicon
from gigraph.registry.platforms import PlatformTerm

_LONGEST = 26  # characters before the noun
_VERSION = re.compile(r"(?:单位|个人|企业|手机|移动|微信|电脑|触屏|无障碍|英文)版|(?:安卓|iOS)版|[一二三]期")
_FREE = {"generic", "channel", "whole"}  # without the words before it the noun still names something


def by_noun(text: str, floor: int, ceiling: int, lexicon: Lexicon) -> Iterator[Found]:
    """The platforms that a noun of the registry names in text[floor:ceiling]."""
    for match in lexicon.heads.finditer(text, floor, ceiling):
        found = _read(text, floor, ceiling, match.start(), match.end(), lexicon)
        if found:
            yield found


def _read(text: str, floor: int, ceiling: int, head: int, end: int, lexicon: Lexicon) -> Found | None:
    term = lexicon.terms[text[head:end]]
    edge = name_edge(text, floor, head, end, term, lexicon)
    if term.use == "plain":
        edge = Edge(head)
    if head - edge.start > _LONGEST or edge.plural:
        if term.use not in _FREE:
            return None
        edge = Edge(head)
    whole = lexicon.terms.get(text[edge.start : end])
    if whole and whole.use == "whole":
        term, head = whole, edge.start
    if lexicon.excluded(term.term, text[edge.start : head], text[end : end + 10]):
        return None
    if not _counts(text, floor, ceiling, edge, head, end, term, lexicon):
        return None
    version = _VERSION.match(text, end)
    end = version.end() if version else end
    form = PlatformForm(text[edge.start : end], term.kind, "" if version else term.term, term.use, term.group)
    return Found(edge.start, end, form, f"noun-{term.use}")


def _counts(
    text: str, floor: int, ceiling: int, edge: Edge, head: int, end: int, term: PlatformTerm, lexicon: Lexicon
) -> bool:
    modifier = text[edge.start : head]
    channel = is_channel(text, floor, ceiling, edge.start, end, lexicon)
    match term.use:
        case "site":
            return bool(modifier) or channel or term.term != "网站"
        case "net":
            return len(modifier) > 1 and (
                "”" in modifier or channel or modifier.startswith("中国") or modifier.endswith(lexicon.nuclei)
            )
        case "named":
            return bool(modifier) and (term.kind != "system" or _is_system(modifier, edge, lexicon))
        case "generic":
            return True
        case "channel":
            return channel or "”" in modifier
        case "list":
            return channel and is_listed(text, edge.start, end)
        case "medium":
            return 1 < len(modifier) <= 10 or (not modifier and channel and term.group != term.term)
        case "reading":
            return is_reading_place(text, floor, ceiling, edge.start, end, lexicon)
        case "number":
            return channel and not (text[head - 1 : head].isdigit() or text[end : end + 1].isdigit())
    return channel  # plain, whole


def _is_system(modifier: str, edge: Edge, lexicon: Lexicon) -> bool:
    """Whether the words say what the system does: 教育系统 is a branch of government, 审批系统 is not."""
    return edge.quoted or modifier.endswith("”") or any(nucleus in modifier[-8:] for nucleus in lexicon.nuclei)
