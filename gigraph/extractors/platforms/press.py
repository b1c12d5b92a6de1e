"""Periodicals and programmes: 《南山日报》, 发表在《南山政务》(2015年第5期), 问政南山栏目, and names that all know."""

import re
from collections.abc import Iterator

from gigraph.extractors.platforms.channels import is_channel, is_host
from gigraph.extractors.platforms.form import Found, PlatformForm
from gigraph.extractors.platforms.lexicon import Lexicon
from gigraph.text.view import HAN

_TITLE = re.compile(r"《([^《》\n]{2,20})》")
_PLACED = re.compile(
    r"(?:发表|刊登|刊发|刊载|登载|播出|连载)(?:在|于)?\Z|\d期\Z|(?:校报|院报|报纸|杂志|期刊|刊物|内刊|校刊)\Z"
)
# 自办栏目《南山新视界》《南山微视》, 走进《行风热线》
_PROGRAMME = re.compile(
    r"(?:(?:自办|电视|广播|访谈)(?:栏目|节目|专题|专栏)|做客|走进|上线)(?:《[^《》\n]{2,12}》[^《》。;\n]{0,6}){0,3}\Z"
)
# 走进省电台《民生热线》, 参加县广播电视台《面对面》
_ON_STATION = re.compile(
    r"(?:做客|走进|上线|参加|参与|登上|录制|合办|联办|开办|开播)[^《》。;,、\n]{0,14}(?:台|广播|电视|频道|频率|直播间)\Z"
)
# 在“南山融媒”视频号开设《税费课堂》; 《…》栏目 of an account is a column
_ON_ACCOUNT = re.compile(
    r"(?:视频号|公众号|抖音号?|快手号?|微信|微博|客户端|APP|头条号|直播间)(?:平台)?上?"
    r"(?:联合|共同|合作|定期|持续){0,2}(?:开设|开办|推出|开播|创办|播出|录制|制作|上线|打造|直播)了?\Z"
)
_COLUMN = re.compile(r"[\u4e00-\u9fff]{0,4}(?:栏目|专栏|专题|板块|版块|专区|子栏)")
_AS_ACTOR = re.compile(r"(?:发布|公布)的|评选|评出|主办|举办")  # 入选人民日报发布的排行榜
_ISSUE = re.compile(
    r"(?:共|全年|累计)?发行量?\d|(?:共|全年|累计)?(?:编印|编发|出刊|印发|刊印|出版|出)?了?\(?\d{1,3}期|\(?\d{4}年第?\d{1,3}期"
    r"|[县区市旗]?报(?=[社刊登共全每等开发编出、和及])|(?:广播|电视|访谈|直播|电台|系列|热线|专题){0,2}(?:栏目|节目|(?<=[播视台])专栏|直播间)|(?:报纸|杂志|期刊|刊物|内刊|会刊|校刊|专版|专刊|头版|要闻版|(?:双|半)?(?:月|周|季|年)刊|旬刊|[院校会]刊|[院校]报)"
    r"|[每一][天日周月季][^,。;]{0,4}?[期档次]"
)
_ON_SITE = re.compile(
    r"(?:网站|网页|首页|门户|平台|网)(?:上|上的|的|中|开设的?|开辟的?|设置的?|设立的?)?\Z"
)  # a site's column
# 在《南山日报》和《南山卫生信息》发布信息29条
_NEWS = re.compile(
    r"(?:、?《[^《》\n]{2,12}》){0,3}(?:等[^,。;、《]{0,8})?(?:上)?(?:刊登|刊发|刊载|刊出|登出|登载|选用|采用|刊用|报道|转载|播出|发表|发布(?:[^,。;《]{0,6}信息|\d))"
)
# In a list of media: 《南山日报》、《南山审计》, 门户网站、《南山审计》、微信公众平台.
_AMONG_MEDIA = re.compile(r"(?:(?:[报台]|杂志|周刊)》?[、和及]?|(?:门户网站|公众号|微博|微信|公众平台)[、和及])\Z")
_MEDIA_NEXT = re.compile(
    r"[、和及]?《[^《》\n]{2,10}(?:报|杂志|周刊)》|[、和及](?:微信|微博|政务微|官方微|官方网|门户网|电视|广播|[^,。;、《]{2,6}(?:电视台|电台|日报))"
)
_SHORT = 8  # characters of a paper's name, at most
_COUNT = re.compile(r"(?:采用|刊发|刊登|刊用)?\d{1,4}[余多]?[条篇]")
_SENTENCE_END = re.compile(r"[;。\n]")
_BESIDE_MEDIA = re.compile(r"(?:日|晚|时|晨)报|[\u4e00-\u9fff]报》|电视台|电台|新闻网|日报社")
_DOCUMENT = re.compile(
    r"(?:[法例]|办法|规定|通知|意见|方案|制度|指南|目录|要点|规则|细则|纲要|规划|计划|报告|决定|清单|标准|规范|公告|通报|表|书|手册)\Z"
)
# 发表《…》的署名文章: what was published, not where.
_ARTICLE = re.compile(rf"的?[{HAN}]{{0,4}}(?:文章|一文|评论|报道|讲话|稿件|论文)")
_NOT_PERIODICAL = re.compile(r"(?:(?<!交)通|年|申|举|呈|简|月|季|快|电|专|填|汇|警|日|周|旬|预|公|上|海)报\Z")
_LOCAL_BEFORE = re.compile(r"(?:(?<=“)(?P<quoted>[\u4e00-\u9fff]{2,7})|中国\((?P<place>[\u4e00-\u9fff]{2,6})\))\Z")
_LOCAL = re.compile(rf"\(([{HAN}]{{2,12}})\)(?:网站|平台|网)?|(?P<channel>[{HAN}]{{2,6}}?)频道")
_QUOTED_PROGRAMME = re.compile(
    r"“([^“”\n]{2,12})”(?:(?:电视|广播|访谈|专题)?(节目|栏目|直播间|专题(?![讲会培学教研片报]))|(?:线上|网络|网上|在线)?(访谈|直播)(?=\d{1,3}[期场次]))"
)
_GUEST = re.compile(r"(?:做客|走进|上线|参加)[^。;“”\n]{0,20}\Z")
# 县融媒体中心开设“政策面对面”栏目, 县电视台《今日南山》每周播出
_HOUSE = re.compile(
    r"(?:电视台|电台|广播站|融媒体中心)(?:在“[^“”]{2,12}”[^“”,。;]{0,6}(?:客户端|APP|公众号|视频号|平台))?"
    r"(?:的|(?:联合|共同|合作)?(?:开设|开办|推出|合办|联办|播出)了?)?\Z"
)
_ASKING = re.compile(
    rf"问政(?!于|问|需|工作|平台|活动|会|制|栏目|节目|类|直播)[{HAN}]{{2,3}}?(?=[”》、。,;)]|等|栏目|节目|平台|专栏|频道)(?:栏目|节目|专栏|频道)?"
)


def by_title(text: str, floor: int, ceiling: int, lexicon: Lexicon) -> Iterator[Found]:
    """Newspapers, periodicals, gazettes and programmes named in 《》."""
    for match in _TITLE.finditer(text, floor, ceiling):
        title = match.group(1)
        if title in lexicon.names:
            continue
        kind = _kind_of_title(title, lexicon)
        article = _ARTICLE.match(text, match.end()) and not _ISSUE.match(text, match.end())
        placed = kind or not (_NOT_PERIODICAL.search(title) or article)
        if not placed or (kind is None and not _is_placed(text, floor, match)):
            continue  # a bulletin is content: 《信息公开工作简报》12期
        form = PlatformForm(title, kind or "press", "", "title", title)
        yield Found(match.start(), match.end(), form, "title")


def by_programme(text: str, floor: int, ceiling: int) -> Iterator[Found]:
    """Programmes named in quotation marks: 与电台合办“民生直通车”节目, 做客“行风热线”栏目."""
    for match in _QUOTED_PROGRAMME.finditer(text, floor, ceiling):
        if match[1].startswith("问政"):
            continue  # found by its own words
        before = text[max(floor, match.start() - 40) : match.start()]
        guest = match[2] == "栏目" and _GUEST.search(before)
        if match[2] == "节目" or match[3] or guest or _HOUSE.search(before):
            yield Found(
                match.start(), match.end(1) + 1, PlatformForm(match[1], "press", "", "title", match[1]), "title"
            )


def by_known_name(text: str, floor: int, ceiling: int, lexicon: Lexicon) -> Iterator[Found]:
    """The platforms that the registry knows by name."""
    for match in lexicon.known.finditer(text, floor, ceiling):
        row = lexicon.names[match.group()]
        term = next((term for term in ("网站", "网", "微博") if match.group().endswith(term)), "")
        following = text[match.end() : match.end() + 10]
        if (
            _AS_ACTOR.match(following)
            or is_host(text, floor, match.end())
            or (term and lexicon.excluded(term, "", following))
        ):
            continue
        start, end = match.span()
        if row.kind == "website" and (local := _local_end(text, end, lexicon)):
            yield Found(
                start,
                local,
                PlatformForm(
                    re.sub(r"(?<=\))(?:网站|平台|网)\Z", "", text[start:local]), row.kind, "", "title", row.name
                ),
                "known-name",
            )
            continue
        if own := _local_start(text, max(floor, start - 10), start, end, lexicon):
            yield Found(own, end, PlatformForm(text[own:end], row.kind, "", "title", row.name), "known-name")
            continue
        if text[start - 1 : start] == "《" and text[end : end + 1] == "》":
            start, end = start - 1, end + 1
        yield Found(start, end, PlatformForm(row.name, row.kind, "", "name", row.name), "known-name")


def _local_start(text: str, floor: int, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Where a place's own begins: “广东省国际贸易单一窗口”, 中国(云南)国际贸易单一窗口."""
    local = _LOCAL_BEFORE.search(text, floor, start)
    if not local or (local["quoted"] and text[end : end + 1] != "”"):
        return None
    return local.start() if lexicon.names_place(local["quoted"] or local["place"]) else None


def _local_end(text: str, end: int, lexicon: Lexicon) -> int | None:
    """Where the name of a place's own site ends, which stands in brackets behind the site's: 信用中国(浙江南山)平台."""
    local = _LOCAL.match(text, end)
    return local.end() if local and lexicon.names_place(local[1] or local["channel"]) else None


def by_asking(text: str, floor: int, ceiling: int, lexicon: Lexicon) -> Iterator[Found]:
    """Programmes and columns in the manner of 问政 with a place."""
    for match in _ASKING.finditer(text, floor, ceiling):
        start, end = match.span()
        name = re.sub(r"(?:栏目|节目|专栏|频道)\Z", "", match.group())
        if is_channel(text, floor, ceiling, start, end, lexicon) or name != match.group() or text[end] == "”":
            kind = "press" if name != match.group() else "website"
            yield Found(start, end, PlatformForm(name, kind, "", "title", name), "asking")


def _is_counted(text: str, floor: int, match: re.Match[str]) -> bool:
    """Whether it is counted among media what a paper took: 《今日南山》26条、南山电视台36条."""
    if len(match[1]) > _SHORT or not _COUNT.match(text, match.end()):
        return False
    before = _SENTENCE_END.split(text[max(floor, match.start() - 40) : match.start()])[-1]
    after = _SENTENCE_END.split(text[match.end() : match.end() + 40])[0]
    return bool(_BESIDE_MEDIA.search(before) or _BESIDE_MEDIA.search(after))


def _kind_of_title(title: str, lexicon: Lexicon) -> str | None:
    local = title.startswith("今日") and lexicon.is_place(title[2:])  # 《今日南山》
    if local or title.startswith("问政") or title.endswith("交通报"):  # no 通报
        return "press"
    if lexicon.excluded(title[-2:], title[:-2], "") or lexicon.excluded(title[-4:], title[:-4], ""):
        return None
    if title.endswith(lexicon.media):
        return lexicon.terms[next(ending for ending in lexicon.media if title.endswith(ending))].kind
    return "press" if title.endswith("报") and not _NOT_PERIODICAL.search(title) else None


def _is_placed(text: str, floor: int, match: re.Match[str]) -> bool:
    """Whether the words around say that something stood in it: 发表在《…》, 《…》(2015年第5期), 19期《…》."""
    if not _DOCUMENT.search(match.group(1)) and (
        _AMONG_MEDIA.search(text, max(floor, match.start() - 8), match.start()) or _MEDIA_NEXT.match(text, match.end())
    ):
        return True
    if _ON_SITE.search(text, max(floor, match.start() - 6), match.start()):
        return False
    before = _PLACED.search(text, max(floor, match.start() - 4), match.start())
    after = text[match.end() : match.end() + 24]
    if _PROGRAMME.search(text, max(floor, match.start() - 30), match.start()):
        return True
    document = _DOCUMENT.search(match.group(1))
    if not document and not before and _is_counted(text, floor, match):
        return True
    if not document and _ON_STATION.search(text, max(floor, match.start() - 24), match.start()):
        return True
    if not document and _ON_ACCOUNT.search(text, max(floor, match.start() - 20), match.start()):
        return not _COLUMN.match(text, match.end())
    if not document and _HOUSE.search(text, max(floor, match.start() - 14), match.start()):
        return True
    return bool((before and not document) or _ISSUE.match(after) or _NEWS.match(after))
