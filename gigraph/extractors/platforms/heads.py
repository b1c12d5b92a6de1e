"""Names found by their last noun: 省政府门户网站, 公示栏, 12345市长热线, “互联网+监督”平台."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from gigraph.extractors.platforms.candidate import NUMBER_BEHIND, Candidate
from gigraph.extractors.platforms.edges import name_edge
from gigraph.extractors.platforms.form import Found, PlatformForm
from gigraph.extractors.platforms.lexicon import Lexicon
from gigraph.extractors.platforms.uses import counts
from gigraph.extractors.platforms.versions import version_end
from gigraph.registry.platforms import PlatformName, PlatformTerm

_LONGEST = 26  # characters before the noun
_NET_BEFORE = re.compile(r"(?:政府|信息|公开|政务|门户)网\Z")
# 南山环境报|刊用稿件; but 在报刊登载
_PAPER_PRINTS = re.compile(
    r"[\u4e00-\u9fff](?![在过用托助由经从向对于各类等和与及上级闻])[\u4e00-\u9fff]报刊(?:用|登|载|出(?!版)|发(?![行放]))"
)
_ONLINE = re.compile(r"(?:网上|线上|掌上|指尖|手机|移动|云上?|在线|虚拟)\Z")  # no house: 掌上办税厅
_SORTS = {"平台", "系统", "小程序"}
_APPLICATIONS = {"app", "system"}
_NUMBERED = {"hotline", "system"}
_MATTER = re.compile(r"[政村居党校院厂财]务\Z")
# 各水管所水费公示牌
_MATTER_OF_BODIES = re.compile(r"(?:[处室所站局校院馆队]|中心|单位|部门)+(?![级组务属内外])([\u4e00-\u9fff]{2,6})\Z")
_OF_TITLE = {"报", "杂志", "期刊", "内刊", "校刊", "院刊", "校报", "院报", "直播间"}  # 《南山》杂志 is 《南山》
_UPON = {"board", "mailbox"}  # what may stand beside a site, or on it: 网站领导信箱
_BESIDE_SITE = {"site", "net", "whole"}
_FREE = {"generic", "channel", "whole"}  # without the words before it the noun still names something
_BEFORE_SITE = re.compile(
    r"[\s\S]{0,24}(?:网站|门户网(?!站))(?:“[^“”]{2,12}”)?(?=[^网]{2}|\Z)"
)  # 部门户网站集成中国土地市场网: two sites
_SITE_QUOTED = re.compile(r"[^“”]{1,20}(?:网站|网)(?=“[^“”]{2,16}”\Z)")
_OWNED = re.compile(r"(?:[省市县区州盟旗镇乡局厅委院”]|全国|政府)\Z")  # 县12345, 市政府12345
# 政务大厅信息公开服务窗口: hall and window
_BEFORE_WINDOW = re.compile(
    r"[\s\S]{0,20}(?:大厅|(?:服务|政务|便民|市民|审批)中心)(?!的)(?:建设|挂牌|[增新加开专另]?设(?![备施计])[立置有]?了?)?"
)
_STUDIO = re.compile(r"(?:电视台|电台|广播站)“[^“”]{2,12}”\Z")  # 市电台“行风热线”直播间: a programme
_QUOTED_RADIO = re.compile(r"”[\u4e00-\u9fff]{0,2}广播(?!节目|专栏|栏目|稿|剧|讲话)")  # “村村响”广播
_STACKED = re.compile(r"(“[^“”]{2,20}”)?[^“”]{0,4}(?:微博|微信)\Z")  # “南山发布”政务微博微信: two accounts


def by_noun(text: str, floor: int, ceiling: int, lexicon: Lexicon) -> Iterator[Found]:
    """The platforms that a noun of the registry names in text[floor:ceiling]."""
    for match in lexicon.heads.finditer(text, floor, ceiling):
        head, end = match.span()
        term = lexicon.terms[match.group()]
        if term.term == "报刊" and _PAPER_PRINTS.match(text, max(floor, head - 2)):
            term, end = lexicon.terms["报"], end - 1
        if lexicon.refused(term, text, head, end, ceiling) or _named_next(term, text, end):
            continue
        candidate = _candidate(text, floor, ceiling, head, end, term, lexicon)
        if candidate and not candidate.excluded and counts(candidate):
            yield _found(candidate)


class _Name(NamedTuple):
    """A name by its last noun `term` and the edge before it: offsets of its beginning, its noun and its end."""

    start: int
    head: int
    end: int
    term: PlatformTerm
    modifier: str
    plural: bool
    quoted: bool
    direct: bool

    def behind(self, size: int) -> "_Name":
        """Without the first characters, which are another name."""
        return self._replace(start=self.start + size, modifier=self.modifier[size:], quoted=False, direct=False)

    def bare(self) -> "_Name":
        """The noun alone."""
        return self._replace(start=self.head, modifier="", quoted=False, direct=False)


def _candidate(
    text: str, floor: int, ceiling: int, head: int, end: int, term: PlatformTerm, lexicon: Lexicon
) -> Candidate | None:
    """The noun with the words that belong to its name; None where nothing is left that could be a name."""
    if term.use == "plain" and _QUOTED_RADIO.match(text, max(floor, head - 1), ceiling):
        term = replace(term, use="channel")
    if term.use == "plain":
        return Candidate(text, floor, ceiling, head, head, end, "", False, False, term, lexicon)
    start, plural, quoted, direct = name_edge(text, floor, head, end, term, lexicon)
    modifier = text[start:head]
    if modifier or plural or term.use == "number":
        name = _meant(_Name(start, head, end, term, modifier, plural, quoted, direct), lexicon)
        if name is None:
            return None
        start, head, end, term, modifier, _, quoted, direct = name
    if (whole := lexicon.terms.get(text[start:end])) and whole.use == "whole":
        term, head, modifier = whole, start, ""
    return Candidate(text, floor, ceiling, start, head, end, modifier, quoted, direct, term, lexicon)


def _meant(name: _Name, lexicon: Lexicon) -> _Name | None:
    """The name that the words before a noun give in truth; None where they leave none."""
    if net := _net_of_platform(name, lexicon):
        return net
    quote = name.modifier.rfind("“")
    if quote > 0 and _known(name.modifier[quote:], name.term, lexicon):  # 宣传部“学习强国”平台, 省“海易办”平台
        return name.behind(quote)
    if _is_no_name(name):
        return None
    for reading in _READINGS:
        if found := reading(name):
            return found
    return name


def _known(modifier: str, term: PlatformTerm, lexicon: Lexicon) -> PlatformName | None:
    """The application that all know by its name, which a noun only sorts: “秦务员”平台, 秦务员APP."""
    if whole := lexicon.names.get(modifier + term.term):
        return whole
    row = lexicon.names.get(modifier.strip("“”")) if term.kind == "app" or term.group in _SORTS else None
    return row if row and row.kind in _APPLICATIONS else None


def _net_of_platform(name: _Name, lexicon: Lexicon) -> _Name | None:
    """县政府信息网平台 is the site."""
    if name.term.term != "平台" or not _NET_BEFORE.search(name.modifier) or not (net := lexicon.terms.get("网")):
        return None
    return name._replace(term=net, head=name.head - 1, end=name.head, modifier=name.modifier[:-1])


def _is_many(name: _Name) -> bool:
    return name.plural or len(name.modifier) > _LONGEST


def _is_no_name(name: _Name) -> bool:
    """市政府网站财政子站 is told from the site; of several platforms none is named, but for nouns that need no name."""
    part_of_site = name.term.group == "子站" and "网站" in name.modifier
    return part_of_site or (name.term.use not in _FREE and _is_many(name))


def _noun_of_many(name: _Name) -> _Name | None:
    """The noun alone, or with its matter: 各村设村务公开栏."""
    if not _is_many(name):
        return None
    if name.term.kind != "board" or len(name.modifier) > _LONGEST:
        return name.bare()
    matter = _MATTER.search(name.modifier) or _MATTER_OF_BODIES.search(name.modifier)
    return name.behind(matter.start(matter.lastindex or 0)) if matter else name.bare()


def _upon_site(name: _Name) -> _Name | None:
    """What stands upon a site or beside it: 网站领导信箱."""
    term = name.term
    if "网" not in name.modifier:
        return None
    if term.term == "平台" and (site := _SITE_QUOTED.match(name.modifier)):  # 中国政府网“我来说”平台
        return name.behind(site.end())
    if term.use not in _BESIDE_SITE and term.kind not in _UPON and not term.term.endswith(("公开系统", "库")):
        return None
    site = _BEFORE_SITE.match(name.modifier)
    return name.behind(site.end()) if site else None


def _window_of_hall(name: _Name) -> _Name | None:
    """行政服务大厅政府信息公开服务窗口: hall and window."""
    hall = _BEFORE_WINDOW.match(name.modifier) if name.term.term.endswith(("窗口", "专区")) else None
    return name.behind(hall.end()) if hall else None


def _number_of_nobody(name: _Name) -> _Name | None:
    """消费维权工作12315: nothing before the number says whose it is."""
    free = name.term.use == "number" and not name.quoted and not _OWNED.search(name.modifier)
    return name.bare() if free else None


# Where the name begins: the first of these that knows.
_READINGS: tuple[Callable[[_Name], _Name | None], ...] = (
    _noun_of_many,
    _upon_site,
    _window_of_hall,
    _number_of_nobody,
)


def _named_next(term: PlatformTerm, text: str, end: int) -> bool:
    """Whether what the noun only sorts stands right beside it: 院报《南山》, 《南山》报."""
    before = text[end - len(term.term) - 5 : end - len(term.term)]
    if before.endswith(("》", "》县", "》区", "》市", "》旗")) and term.term in _OF_TITLE:  # 《南山》区报
        return True
    if text[end : end + 1] == "”" and before.endswith(("广播“", "喇叭“")):  # 农村广播“村村响”
        return True
    if term.term == "直播间" and _STUDIO.search(text, max(0, end - 24), end - len(term.term)):
        return True
    if before.endswith("》") and term.term in {"广播", "电视"} and text.startswith("节目", end):
        return True
    return term.kind == "press" and term.use == "list" and text[end : end + 1] == "《"


def _found(candidate: Candidate) -> Found:
    text, term, start, end = candidate.text, candidate.term, candidate.start, candidate.end
    name = text[start:end]
    if term.kind == "hall" and _ONLINE.search(candidate.modifier):
        term = replace(term, kind="system")
    if version := version_end(candidate):
        end = version
        # A site's mobile version is another site.
        if term.use in {"site", "net"} or text.endswith(("分厅", "文版", "语版", "频道", "频率"), 0, end):
            name, term = text[start:end], replace(term, term="", use="named")
    elif (number := NUMBER_BEHIND.match(text, end)) and term.kind in _NUMBERED:
        end = number.end()
        if term.kind == "hotline" or end == candidate.end + len(number[0].strip("“”")):
            name = text[start:end]
    modifier = candidate.modifier
    if term.use == "number" and text.startswith("平台", end):  # 12345平台
        end += 2
        name = text[start:end]
    if term.term == "网" and len(modifier) == 1:  # 厅网
        name = modifier + "网站"
        term = replace(term, term="网站", use="site")
    if modifier.endswith(("微博", "微信")) and (stacked := _STACKED.search(modifier)):
        start, name = candidate.head, (stacked.group(1) or "") + text[candidate.head : candidate.end]
    if known := _known(modifier, term, candidate.lexicon) if modifier and end == candidate.end else None:
        return Found(start, end, PlatformForm(known.name, known.kind, "", "name", known.name), "known-name")
    form = PlatformForm(name, term.kind, term.term, term.use, term.group)
    return Found(start, end, form, f"noun-{term.use}")
