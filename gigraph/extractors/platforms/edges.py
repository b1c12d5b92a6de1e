"""Where a platform's name begins: from its last noun leftwards to the first word that cannot be part of it."""

import re
from typing import NamedTuple

from gigraph.extractors.platforms.lexicon import NAME_CHARS, Lexicon
from gigraph.extractors.platforms.unlisted import behind_unlisted
from gigraph.registry.platforms import PlatformTerm
from gigraph.text.view import HAN

_RUN = re.compile(rf"[{NAME_CHARS}]{{1,32}}")
_QUOTES = {"”": "“", "》": "《", "〉": "〈", "」": "「"}
_MARKS = frozenset(_QUOTES) | {")"}
_QUOTED = 24  # the longest name in quotation marks
_COMPOUND = 4  # the longest word after 和 that still shares its noun with the word before (电子政务和监察系统)
# 信用(南山)网: a bracket within a name; 以下简称, a numeral and an address are not part of one.
_BRACKET = re.compile(
    rf"(?<=[{HAN}”])\((?!以下|下称|简称|又称|包括|含|如|即|见|附|[一二三四五六七八九十]{{1,3}}\))[{HAN}]{{2,8}}\)\Z"
)
_TRADE = re.compile(r"[省市县区州旗](?:(?![局厅委府部院办馆处所会网栏站台])[\u4e00-\u9fff]){2,6}\Z")
_TRADE_OF = re.compile(r"(?![省县区州旗]|市(?![场政容]))[\u4e00-\u9fff]{2,6}?(?:[局厅委](?!属)|中心)")
_COUNTED = re.compile(r".{0,31}\d{2,7}\Z")  # 发布信息1363微博
# 村(居)务公开栏, 村、居务公开栏, 村务(居务)公开栏
_AFFAIRS = re.compile(
    r"(?:[村居社党政](?:\([村居社区党政]{1,3}\)|、[村居社区党政]{1,2})务|\([村居社区党政、]{2,5}\)务"
    r"|[村居社党政]务\((?:[村居社党政]务|社区事务)\))\Z"
)
_PLACES = re.compile(
    r"(?:乡镇|镇乡|[村镇乡区县])\((?:社区|街道|居委会|居|嘎查|园区|场|办|市、区|市区|区)\)(?:[政党财村居]务)?\Z"
)  # 村(社区)公开栏
_MATTER = re.compile(r"(?:[党政财村居校院警商税医]务|婚姻|不动产|企业|社会|法律|志愿|养老)\Z")
_BODY = re.compile(r"[局厅委](?:机关|政务|官方|门户)?\Z")
_HOTLINE = re.compile(r"(?<!\d)[19]\d{4}\Z")
_BEHIND_NUMBER = re.compile(  # 12333劳动保障咨询热线
    rf"(?<!\d)(?:[19]\d{{4}}|9[56]\d{{4}})(?=[{HAN}]{{2,12}}\Z)[^接受拨并和与及等将把由在向线话台]{{2,12}}\Z"
)
_DIGITS = frozenset("0123456789")
_BRACKETED = {"site", "net", "named"}
_UNNUMBERED = {"weibo", "wechat", "website", "app"}
_ALONE = {"generic", "channel", "plain", "list", "medium", "whole", "published"}  # nouns that need no word before them
# 经县政府网站公开, 有微博、微信; but 经信局网站, 有线电视
_PREPOSITION = re.compile(r"经(?![济开信贸营纪办费销络典常过由理])|有(?![线色机关限奖偿效害毒氧])")
_WORD = re.compile(r"学[校院会]")  # its first character is no verb
_SIZED = re.compile(r"(?:大|小|中|特大|超大|新)型|高清|全彩|固定|永久性|不锈钢|彩色")
_BUILDS = re.compile(r"(?:建设|开发|应用)了?\Z")  # before a quotation: 在局网站建设“一张图”查询系统
_SETS_UP = frozenset("设立挂摆贴装配")
_SET_UP_AT = re.compile(
    r"[\u4e00-\u9fff]{0,16}[院厅楼关口层场站处内村镇乡街区所心馆室](?:设(?![备施计])|[立挂摆贴装置])(?![立置有])(?=[\u4e00-\u9fff]{2})"
)  # 大院设政务公开栏
_SORTED = {"weibo", "wechat", "app", "press", "gazette", "website"}
_LEADING = re.compile(r"[·\-+]{1,4}|[0-9]{1,4}(?!\d|小时)|\d{6,20}")
_NUMBERED = {"hotline", "system"}  # what bears a number of four digits, no year: 8890民生服务平台
_LEADING_YEAR = re.compile(
    r"[·\-+]{1,4}|(?!1(?:1[0-49]|2[0-2])(?!\d))(?:[0-9]{1,3}|(?:19|20)[0-9]{2})(?!\d|小时)|(?!9[56]\d{4}(?!\d))\d{6,20}"
)


class Edge(NamedTuple):
    """The start of a name; `plural` where words before the noun tell of several platforms, `quoted` if all of it
    is; `direct` if 在 stands before it.
    """

    start: int
    plural: bool = False
    quoted: bool = False
    direct: bool = False


def name_edge(text: str, floor: int, head: int, end: int, term: PlatformTerm, lexicon: Lexicon) -> Edge:
    """The edge of the name whose last noun `term` stands at head..end; nothing before `floor` is looked at."""
    opening = _QUOTES.get(text[end : end + 1])
    if opening:
        start = quote_start(text, floor, head, opening)
        if start is not None:
            return Edge(start + 1, quoted=True)
    if whole := _by_pattern(text, floor, head, term):
        return Edge(whole.start())
    position = head
    for _ in range(4):
        mark = text[position - 1] if position > floor else ""
        before = _before_mark(text, floor, position, term) if mark in _MARKS else None
        if before is not None:
            if before == position or (before > floor and text[position - 1] in _QUOTES and text[before - 1] in _QUOTES):
                return Edge(before)  # an unpaired mark, or “A”“B”平台: two names
            position = before
            continue
        reverse = _RUN.match(text[max(floor, position - 32) : position][::-1])  # from right to left, in one go
        if not reverse or (text[position : position + 1] == "《" and text[position - 1] == "台"):
            return Edge(position)  # 南山电台《阳光政务》热线: two names
        begin = position - reverse.end()
        mark = text[begin - 1] if begin > floor else ""
        cut, plural = _cut(text[begin:position], term, lexicon, mark, text[position : position + 1])
        joined = mark in _QUOTES or (mark == ")" and term.use in _BRACKETED)
        if cut or plural or not joined:
            start = begin + cut
            return Edge(start, plural, direct=text[start - 1 : start] == "在")
        position = begin
    return Edge(position)


def _by_pattern(text: str, floor: int, head: int, term: PlatformTerm) -> re.Match[str] | None:
    """The words before a noun that are a name in spite of the marks and words within them."""
    if term.kind == "board" and (affairs := _AFFAIRS.search(text, max(floor, head - 10), head)):
        return affairs
    if term.kind == "hotline" and (numbered := _BEHIND_NUMBER.search(text, max(floor, head - 18), head)):
        return numbered
    return _PLACES.search(text, max(floor, head - 10), head) if ")" in text[max(floor, head - 3) : head] else None


def _before_mark(text: str, floor: int, position: int, term: PlatformTerm) -> int | None:
    """Where the quotation or the bracket begins whose mark stands before a position; the position where none begins."""
    mark = text[position - 1]
    if opening := _QUOTES.get(mark):
        start = quote_start(text, floor, position - 1, opening)
        return position if start is None else start
    if term.use not in _BRACKETED:
        return None
    bracket = _BRACKET.search(text, max(floor, position - 11), position)
    return bracket.start() if bracket else None


def quote_start(text: str, floor: int, closing: int, opening: str) -> int | None:
    """The position of the opening mark of a short quotation that ends at `closing`, or None."""
    start = text.rfind(opening, max(floor, closing - _QUOTED), closing)
    if start < 0 or start + 1 == closing or re.search(r"[。;!?\n”》]", text[start + 1 : closing]):
        return None
    return start


def name_start(run: str, term: PlatformTerm, lexicon: Lexicon) -> int:
    """Where in a run the name of an owner begins, which a list joins to that of the site `term` behind it."""
    return _cut(run, term, lexicon, "", "")[0]


def _cut(run: str, term: PlatformTerm, lexicon: Lexicon, before: str, after: str) -> tuple[int, bool]:
    """Where in the run the name begins, and whether it is of several; `before` and `after` are the characters beside
    the run.
    """
    start, plural = 0, False
    if run[-1] in _DIGITS and term.kind in _UNNUMBERED and (counted := _COUNTED.match(run)):
        return counted.end(), False
    for match in lexicon.edges_in(run):
        role = lexicon.edge_role(match)
        if role == "ambiguous" and (_is_within(run, start, match, lexicon) or _is_matter(run, start, match, lexicon)):
            continue
        if role == "cut" or (role == "ambiguous" and _begins(run, match.end(), match[0], term, after, lexicon)):
            start, plural = match.end(), False
        elif role == "own":
            start, plural = match.start(), False
        elif role == "plural":
            start, plural = match.end(), True
        elif role == "conjunction" and not (
            _one_body(run, match, lexicon) or (before != "、" and _compound(run, match, term, lexicon))
        ):
            start, plural = match.end(), plural and run[match.end() :] in lexicon.bodies  # 各处室及学院
    leading = _LEADING_YEAR if term.kind in _NUMBERED else _LEADING
    while lead := lexicon.lead.match(run, start) or leading.match(run, start) or _sized(run, start, term):
        if before in _QUOTES and lead.end() == len(run):  # “五个实时”办理系统
            break
        start = lead.end()
    start = _behind_verb(run, start, term, after, lexicon)
    alone = term.use in _ALONE or term.use == "site"
    behind = behind_unlisted(run, start, lexicon, ends=after in _QUOTES.values() or (alone and after == term.term[:1]))
    return behind, plural and behind == start


def _is_within(run: str, start: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the word stands within a name that begins before it: 12360统一服务热线, 市数据发展局网站."""
    if _HOTLINE.search(run, 0, match.start()):
        return True
    return bool(_BODY.match(run, match.end())) and lexicon.names_place(run[start : match.start()])


def _is_matter(run: str, start: int, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether the word right before the noun is no verb but what the account is about: 便民服务微信群."""
    before = run[start : match.start()]
    if match.end() < len(run) or match[0] not in lexicon.nuclei:
        return False
    return before.endswith(lexicon.nuclei) or _MATTER.search(before) is not None


def _sized(run: str, start: int, term: PlatformTerm) -> re.Match[str] | None:
    """What a board looks like, which is no part of its name: 大型政务公开栏."""
    return _SIZED.match(run, start) if term.kind == "board" else None


def _behind_verb(run: str, start: int, term: PlatformTerm, after: str, lexicon: Lexicon) -> int:
    """Where the name begins behind a verb of one character: 用县政府网站, 局机关设公开栏."""
    if after == "“" and (builds := _BUILDS.search(run, start)):
        return builds.end()
    if (term.use in _ALONE or term.use == "window") and run[-1] in _SETS_UP and not run.endswith(("建设", "开设")):
        return len(run)
    if term.use in _ALONE and (where := _SET_UP_AT.match(run, start)):
        return where.end()
    at = start
    if run.startswith(("我", "本"), start) and (own := lexicon.edges.match(run, start)):
        at = own.end() if own.lastgroup == "own" else start  # 我局用县政府网站
    if run.startswith(lexicon.own, at) or _WORD.match(run, at):
        return start
    if _PREPOSITION.match(run, at):
        return at + 1
    word = run[at : at + 1]
    verb = word in lexicon.single
    return at + 1 if verb and _begins(run, at + 1, word, term, after, lexicon) else start


def _begins(run: str, at: int, word: str, term: PlatformTerm, after: str, lexicon: Lexicon) -> bool:
    """Whether behind a word that ends at an offset of the run a name certainly begins."""
    if at < len(run):
        return lexicon.begins_at(run, at) or (word not in lexicon.nuclei and lexicon.likely.match(run, at) is not None)
    if after in _QUOTES.values():
        return True
    # 关注微信公众号; but 投诉热线, 办公系统
    return term.use in _ALONE and (term.kind in _SORTED or word not in lexicon.nuclei)


def _one_body(run: str, match: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether 和 stands within the name of one body: 南山市林业和园林局网站, not 县政府和教育局网站."""
    if match[0] == "以及" or lexicon.names_place(run[match.end() :]):
        return False
    return bool(_TRADE.search(run, 0, match.start()) and _TRADE_OF.match(run, match.end()))


def _compound(run: str, match: re.Match[str], term: PlatformTerm, lexicon: Lexicon) -> bool:
    """Whether 和 joins two words before one noun (电子政务和监察系统) and not two names."""
    right = len(run) - match.end()
    return (
        term.use == "named"
        and match.group() in {"和", "与"}
        and 0 < right <= _COMPOUND
        and run.endswith(lexicon.nuclei)
        and run[: match.start()].endswith(lexicon.nuclei)
    )
