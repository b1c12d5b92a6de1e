"""Names found by their last noun: 省政府门户网站, 公示栏, 12345市长热线, “互联网+监督”平台."""

import re
from collections.abc import Iterator
from dataclasses import replace

from gigraph.extractors.platforms.candidate import HOTLINE, Candidate
from gigraph.extractors.platforms.edges import name_edge
from gigraph.extractors.platforms.form import Found, PlatformForm
from gigraph.extractors.platforms.lexicon import Lexicon
from gigraph.registry.platforms import PlatformTerm

_LONGEST = 26  # characters before the noun
_VERSION = re.compile(
    r"(?:单位|个人|企业|手机|移动|微信|电脑|触屏|无障碍|英文)版|(?:安卓|iOS)版|[一二三]期|[^\W和其各主的及与等]{0,6}?(?:子站|分站|子网站)(?!点)"
    r"|(?<=大厅)[^\W和其各主的及与等在设]{2,8}?分厅"  # a branch of an on-line hall: 网上办事大厅南山分厅
)
_NET_BEFORE = re.compile(r"(?:政府|信息|公开|政务|门户)网\Z")
_UPON = {"board", "mailbox"}  # what may stand beside a site, or on it: 网站领导信箱
_FREE = {"generic", "channel", "whole"}  # without the words before it the noun still names something
_BEFORE_SITE = re.compile(
    r"[\s\S]{0,24}(?:网站|门户网(?!站))(?:“[^“”]{2,12}”)?(?=[^网]{2}|\Z)"
)  # 部门户网站集成中国土地市场网: two sites
_OWNED = re.compile(r"(?:[省市县区州盟旗镇乡局厅委院”]|全国|政府)\Z")  # 县12345, 市政府12345
_BEFORE_WINDOW = re.compile(r"[\s\S]{0,20}(?:大厅|服务中心)(?!的)")  # 行政服务大厅政府信息公开服务窗口: hall and window
_STACKED = re.compile(r"(“[^“”]{2,20}”)?[^“”]{0,4}(?:微博|微信)\Z")  # “南山发布”政务微博微信: two accounts


def by_noun(text: str, floor: int, ceiling: int, lexicon: Lexicon) -> Iterator[Found]:
    """The platforms that a noun of the registry names in text[floor:ceiling]."""
    for match in lexicon.heads.finditer(text, floor, ceiling):
        head, end = match.span()
        term = lexicon.terms[match.group()]
        if lexicon.refused(term, text, head, end, ceiling) or _named_next(term, text, end, lexicon):
            continue
        candidate = _candidate(text, floor, ceiling, head, end, term, lexicon)
        if candidate and not candidate.excluded and candidate.counts:
            yield _found(candidate)


def _candidate(
    text: str, floor: int, ceiling: int, head: int, end: int, term: PlatformTerm, lexicon: Lexicon
) -> Candidate | None:
    """The noun with the words that belong to its name; None where nothing is left that could be a name."""
    if term.use == "plain":
        return Candidate(text, floor, ceiling, head, head, end, "", False, False, term, lexicon)
    start, plural, quoted, direct = name_edge(text, floor, head, end, term, lexicon)
    modifier = text[start:head]
    if term.term == "平台" and _NET_BEFORE.search(modifier) and (net := lexicon.terms.get("网")):
        term, head, end, modifier = net, head - 1, head, modifier[:-1]  # 县政府信息网平台 is the site
    elif term.group == "子站" and "网站" in modifier:
        return None  # 市政府网站财政子站 is told from the site
    elif len(modifier) > _LONGEST or plural:
        if term.use not in _FREE:
            return None
        start, modifier, quoted, direct = head, "", False, False
    elif (
        "网" in modifier
        and (term.use in {"site", "net", "whole"} or term.kind in _UPON or term.term.endswith("公开系统"))
        and (site := _BEFORE_SITE.match(modifier))
    ):
        start, modifier, quoted, direct = start + site.end(), modifier[site.end() :], False, False
    elif term.term.endswith("窗口") and (hall := _BEFORE_WINDOW.match(modifier)):
        start, modifier, quoted, direct = start + hall.end(), modifier[hall.end() :], False, False
    elif term.use == "number" and not quoted and not _OWNED.search(modifier):
        start, modifier, direct = head, "", False  # 消费维权工作12315
    if (whole := lexicon.terms.get(text[start:end])) and whole.use == "whole":
        term, head, modifier = whole, start, ""
    return Candidate(text, floor, ceiling, start, head, end, modifier, quoted, direct, term, lexicon)


def _named_next(term: PlatformTerm, text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether what the noun only sorts stands right behind it: 政府热线12345, 院报《南山》."""
    if term.kind == "hotline" and text[end : end + 1] == "1":
        number = lexicon.terms.get(text[end : end + HOTLINE])
        return number is not None and number.use == "number"
    return term.kind == "press" and term.use == "list" and text[end : end + 1] == "《"


def _found(candidate: Candidate) -> Found:
    text, term, start, end = candidate.text, candidate.term, candidate.start, candidate.end
    name = text[start:end]
    if version := _VERSION.match(text, end):
        end = version.end()
        if term.use == "site" or text.endswith("分厅", 0, end):  # a site's mobile version is another site
            name, term = text[start:end], replace(term, term="", use="named")
    modifier = candidate.modifier
    if modifier.endswith(("微博", "微信")) and (stacked := _STACKED.search(modifier)):
        start, name = candidate.head, (stacked.group(1) or "") + text[candidate.head : candidate.end]
    form = PlatformForm(name, term.kind, term.term, term.use, term.group)
    return Found(start, end, form, f"noun-{term.use}")
