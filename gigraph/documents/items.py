"""The items that a page has before its text: rule, label with value, way to the page, mark, address, date, title.

Each reader looks at one offset of a folded text and says what begins there, or None; running text begins none of them.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gigraph.documents.labels import FONT, LONG_LINE, line_end, read_label, value_range
from gigraph.documents.words import label_pattern, mark_pattern
from gigraph.text.report_title import torn

_BLANK = re.compile(r"(?:[\s•·●○■◆|/\[\]【】~]|[-—] |(?<![^\n])-{3}(?=\n)){0,400}")
_RULE = re.compile(r"[=*_~\-—#]{3,120}\s{0,4}正\s{0,4}文(?:内容)?\s{0,4}[=*_~\-—#]{3,120}|[=*_~\-—]{6,120}")
_CRUMB = re.compile(
    r"(?:[您你](?:现在|当前|目前)?(?:所在)?的?(?:所在)?|当前(?:所在)?的?|现在|所在|目前)位置 {0,2}(?:是|为)? {0,2}:?"
    r"|(?=(?:网站)?首 {0,2}页 {0,3}[>»›/→\\|-])|(?=[>»›] {0,2}[\u4e00-\u9fff])"
)
_PATH = re.compile(r"[ >»›]{0,4}[^\s>»›→|]{0,60}(?: {0,3}[>»›/→\\|-]{1,2} {0,3}[^\s>»›→|。]{1,60}){0,12}")
# 某市教育局>政府信息公开>年度报告: the way to the page, from the agency's own part of the site.
_OWN_CRUMB = re.compile(r"[\u4e00-\u9fff()]{2,20}(?: {0,2}[>»›] {0,2}[\u4e00-\u9fff()]{2,24}){1,8}")
_DATED_TITLE = re.compile(r"\d{4}.{0,60}(?:报告|年报)")
_URL = re.compile(
    r"https?://[!-~]{3,300}|www\.[\w.-]{3,80}|(?:[a-z0-9-]{1,40}\.){1,5}(?:gov|com|org|net|edu|cn)(?:\.cn)?", re.A
)
_STAMP = re.compile(
    r"(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}(?: {1,3}\d{1,2}:\d{2}(?::\d{2})?)?|\d{1,2}:\d{2}(?::\d{2})?"
)
_VIEWS = re.compile(r"\d{0,9} {0,2}(?:次浏览|人次|次)")
_EMPTY_LABEL = re.compile(r"[\u4e00-\u9fff]{2,6} {0,2}:")  # 主办单位: with its value in the next line
_GENERIC = re.compile(r"[\u4e00-\u9fff]{2,8} {0,2}:")
_TITLE = re.compile(
    r"(?:信息|政务|公开|要点|法治政府|政府网站).{0,30}(?:报\s?告|年报|总结|情况|情况汇报)(?:\([^()]{1,20}\)|《[^《》]{1,20}》)?》?$"
)
_AGENCY_END = re.compile(
    r"(?:省|市|区|县|州|盟|旗|乡|镇|街道|政府|[局厅委办院部署会处队所行关校]|(?<!网)站|公室|中心|大学|学院|公司)$"
)
# What ends a line in the midst of a title: an agency's or a place's name, a year, the words of disclosure.
_UNFINISHED = re.compile(rf"(?:{_AGENCY_END.pattern[:-1]}|年度?|公开|工作|信息|关于)$")
_NOT_BROKEN = re.compile(r"[|>»›]|https?:|^(?:首页|目 {0,4}录)")
_NEXT_AGENCY = re.compile(r"[府局厅委院会社校部] {1,4}(?=[\u4e00-\u9fff])")
_LONGEST_TITLE = 90
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,10}[〔\[(【]20\d\d[〕\])】] ?\d{1,4} ?号$")
_HEADING = re.compile(
    r"[(]?[一二三四五六七八九十]{1,3}[、).]|第[一二三四五六七八九十]{1,3}[章节条]"
    r"|目 {0,4}录|附[件表]|\d{1,2}[、.](?!\d)"
)
_FRONT = 8_000  # characters of a text in which its front may lie
_MOST = 300  # items
_SHORT = 40  # a rest of a line up to this length may be a menu's item; a longer line is taken word by word


@dataclass(frozen=True, slots=True)
class Item:
    """What begins at an offset. field: name and range of a metadata field that was read from it.

    kind: rule, label, crumb, mark, url, date are certain furniture; title, number, agency, other are by what follows.
    """

    kind: str
    start: int
    end: int
    field: tuple[str, int, int] | None = None


def front_items(text: str) -> Iterator[Item]:
    """The items at the front of a folded text, up to its first running text."""
    position, previous = 0, ""
    for _ in range(_MOST):
        blank = _BLANK.match(text, position)
        start = blank.end() if blank else position
        if start >= min(len(text), _FRONT):
            return
        rule = _RULE.search(text, position, min(start + 120, len(text)))
        if rule and rule.start() <= start:  # a rule may begin with characters that are blanks here
            item: Item | None = Item("rule", rule.start(), rule.end())
        else:
            item = next(filter(None, (read(text, start) for read in _READERS)), None) or _loose(text, start, previous)
        if item is None:
            return
        yield item
        position, previous = item.end, item.kind


def _crumb(text: str, start: int) -> Item | None:
    """The way to the page: its first word and all that separators join to it; in a short line also the words after."""
    match = _CRUMB.match(text, start)
    if not match:
        return None
    path = _PATH.match(text, match.end())
    end = path.end() if path else match.end()
    stop = line_end(text, end)
    rest = text[end:stop]
    if len(rest) <= 2 * _SHORT and not label_pattern().search(rest) and not _DATED_TITLE.search(rest):
        return Item("crumb", start, stop)
    return Item("crumb", start, end)


def _label(text: str, start: int) -> Item | None:
    found = read_label(text, start)
    if not found:
        return None
    named = found.field and found.start < found.end
    return Item("label", start, found.stop, (found.field, found.start, found.end) if named else None)


def _mark(text: str, start: int) -> Item | None:
    match = mark_pattern("head").match(text, start)
    if match and match["line"] and line_end(text, start) - start <= LONG_LINE:
        return Item("mark", start, line_end(text, start))
    if _is_menu(line := text[start : line_end(text, start)]):
        return Item("mark", start, start + len(line.rstrip()))
    match = match or FONT.match(text, start) or _VIEWS.match(text, start)
    return Item("mark", start, match.end() + text.startswith(":", match.end())) if match else None


def _is_menu(line: str) -> bool:
    """Whether a line is a menu: its words are parted by bars, and one is a mark (手机版 | English | 政务邮箱)."""
    if line.count("|") < 2 or len(line) > LONG_LINE or ":" in line:
        return False
    return any(mark_pattern("head").fullmatch(word.strip()) for word in line.split("|"))


def _url(text: str, start: int) -> Item | None:
    match = _URL.match(text, start)
    return Item("url", start, match.end()) if match else None


def _date(text: str, start: int) -> Item | None:
    """A date or time of day as a machine writes it; 2018年1月2日 without a label may be the report's own."""
    match = _STAMP.match(text, start)
    if not match or (match.end() < len(text) and text[match.end()] in "起至到,。-—"):
        return None
    is_date = match.group()[2:4].isdigit()
    return Item("date", start, match.end(), ("published", *match.span()) if is_date else None)


_READERS: tuple[Callable[[str, int], Item | None], ...] = (_crumb, _label, _mark, _url, _date)


def _loose(text: str, start: int, previous: str) -> Item | None:
    """A short item without running text in it: a title, a document number, the agency's name, or a menu's word."""
    if _HEADING.match(text, start):
        return None
    line = text[start : line_end(text, start)].rstrip()
    if _OWN_CRUMB.fullmatch(line):
        return Item("crumb", start, start + len(line))
    title = _title_end(text, start)
    if title:
        return Item("title", start, title)
    if unknown := _unknown_label(text, start, previous):
        return unknown
    if _EMPTY_LABEL.fullmatch(line):
        return Item("other", start, start + len(line))
    word = line if len(line) <= _SHORT and ":" not in line else re.split(r"[\s|]", line, maxsplit=1)[0]
    if not word or len(word) > 90 or re.search("[。;!?,:]", word):
        return None
    kind = _kind_of(word)
    return Item(kind, start, start + len(word)) if kind != "other" or len(word) <= _SHORT else None


def _kind_of(word: str) -> str:
    if _NUMBER.search(word):
        return "number"
    if _is_menu_of_agencies(word):
        return "other"
    return "title" if _TITLE.search(word) else "agency" if _AGENCY_END.search(word) else "other"


def _is_menu_of_agencies(line: str) -> bool:
    """Whether a line is a site's menu of agencies (某市局 某县局 某区局), and so no agency's name and no title."""
    return len(_NEXT_AGENCY.findall(line)) > 1


def _title_end(text: str, start: int) -> int | None:
    """Where a title ends that begins here, in its line or, broken, in one of the two after it; None where none does."""
    joined, end = "", start
    for number in range(3):
        stop = line_end(text, end)
        line = text[end:stop].strip()
        joined += line
        if not line or len(joined) > _LONGEST_TITLE or re.search("[。;:!]", line) or _NOT_BROKEN.search(joined):
            return None
        if _is_menu_of_agencies(line):
            return None
        if _TITLE.search(joined) and (
            not number
            or not _TITLE.search(line)
            or _UNFINISHED.search(joined[: -len(line)])
            or torn(joined[: -len(line)], line)
        ):
            return end + len(text[end:stop].rstrip())
        end = stop + 1
    return None


def _unknown_label(text: str, start: int, previous: str) -> Item | None:
    """A label that is not in the list counts in a list of labels: after another one, or behind a bullet."""
    match = _GENERIC.match(text, start)
    if not match or not (previous == "label" or text[max(0, start - 2) : start].strip() in ("•", "·")):
        return None
    return Item("label", start, max(match.end(), value_range(text, match.end())[1]))
