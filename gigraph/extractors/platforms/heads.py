"""Names found by their last noun: 省政府门户网站, 公示栏, 12345市长热线, “互联网+监督”平台."""

import re
from collections.abc import Iterator
from dataclasses import replace

from gigraph.extractors.platforms.candidate import Candidate
from gigraph.extractors.platforms.edges import Edge, name_edge
from gigraph.extractors.platforms.form import Found, PlatformForm
from gigraph.extractors.platforms.lexicon import Lexicon

_LONGEST = 26  # characters before the noun
_VERSION = re.compile(
    r"(?:单位|个人|企业|手机|移动|微信|电脑|触屏|无障碍|英文)版|(?:安卓|iOS)版|[一二三]期|[^\W和其各主的及与等]{0,6}?(?:子站|分站|子网站)(?!点)"
)
_NET_BEFORE = re.compile(r"(?:政府|信息|公开|政务|门户)网\Z")
_FREE = {"generic", "channel", "whole"}  # without the words before it the noun still names something
_BEFORE_SITE = re.compile(r"[\s\S]{0,24}(?:网站|门户网(?!站))(?=[^网]{2})")  # 部门户网站集成中国土地市场网: two sites
_STACKED = re.compile(r"(“[^“”]{2,20}”)?[^“”]{0,4}(?:微博|微信)\Z")  # “南山发布”政务微博微信: two accounts


def by_noun(text: str, floor: int, ceiling: int, lexicon: Lexicon) -> Iterator[Found]:
    """The platforms that a noun of the registry names in text[floor:ceiling]."""
    for match in lexicon.heads.finditer(text, floor, ceiling):
        term = lexicon.terms[match.group()]
        edge = name_edge(text, floor, match.start(), match.end(), term, lexicon)
        candidate = _settled(Candidate(text, floor, ceiling, edge, match.start(), match.end(), term, lexicon))
        if candidate and not candidate.excluded and candidate.counts:
            yield _found(candidate)


def _settled(candidate: Candidate) -> Candidate | None:
    """The candidate without words that do not belong to its name; None where nothing is left that could be one."""
    term, edge = candidate.term, candidate.edge
    if term.use == "plain":
        return replace(candidate, edge=Edge(candidate.head))
    net = candidate.lexicon.terms.get("网")
    if net and term.term == "平台" and _NET_BEFORE.search(candidate.modifier):  # 县政府信息网平台 is the site
        return replace(candidate, term=net, head=candidate.head - 1, end=candidate.head)
    if len(candidate.modifier) > _LONGEST or edge.plural:
        return replace(candidate, edge=Edge(candidate.head)) if term.use in _FREE else None
    if (term.use in {"site", "net"} or term.kind == "board") and (site := _BEFORE_SITE.match(candidate.modifier)):
        return replace(candidate, edge=Edge(edge.start + site.end()))
    whole = candidate.lexicon.terms.get(candidate.text[edge.start : candidate.end])
    if whole and whole.use == "whole":
        return replace(candidate, term=whole, head=edge.start)
    return candidate


def _found(candidate: Candidate) -> Found:
    text, term, start, end = candidate.text, candidate.term, candidate.edge.start, candidate.end
    name = text[start:end]
    if version := _VERSION.match(text, end):
        end = version.end()
        if term.use == "site":  # a site's mobile version is another site
            name, term = text[start:end], replace(term, term="", use="named")
    if stacked := _STACKED.search(candidate.modifier):
        start, name = candidate.head, (stacked.group(1) or "") + text[candidate.head : candidate.end]
    form = PlatformForm(name, term.kind, term.term, term.use, term.group)
    return Found(start, end, form, f"noun-{term.use}")
