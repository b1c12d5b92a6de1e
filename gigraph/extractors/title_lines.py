"""The lines of a text, and the words of its first sentences, that read as a report's title; offsets are the view's."""

import re
from collections.abc import Iterator

from gigraph.extractors.head_dates import date_below
from gigraph.models import Kind, Mention
from gigraph.text.dates import find_dates, find_years
from gigraph.text.fold import HAN
from gigraph.text.reading import Reading
from gigraph.text.report_title import ABOUT, NOT_TITLE, TITLE_END, bare_line, has_subject, is_title, join_title, torn

_UNFINISHED = re.compile(
    rf"(?:年度?|[{HAN}](?:局|厅|委|会|府|办|室|处|所|站|馆|队|行|社|校|盟|院|学|心|部|署|区|县|市|省|州|旗|镇|乡|道|木|公开|工作|情况))$"
)
_SAID_TITLE = re.compile(
    r"(?:^|\n[ ]{0,8}|。|(?:发布|公布|公开|编制|形成)(?:了|的)?)(?:"
    r"《(?P<quoted>[^《》\n]{8,80}(?:报告|年报))》"
    rf"|(?P<plain>[{HAN}\d]{{8,60}}(?:报告|年报))(?:\(以下简?称[^()]{{1,12}}\))?(?=是?(?:根据|按照|依据|由)))"
)
_TITLE_SAID = re.compile(r"(?:报告|年报)(?:》|\(以下|是?(?:根据|按照|依据|由))")  # how such a title ends
# The title in 现公布某县人民政府2022年政府信息公开工作年度报告, in a text without a heading.
_HERE_TITLE = re.compile(
    rf"现(?:将|予以?|向社会|面向社会){{0,2}}(?:公布|发布|公开)(?:《)?(?P<plain>[{HAN}\d]{{8,60}}(?:报告|年报|总结))(?=[。,;.\n》])"
)
_TITLE_WORD = re.compile("报告|年报|总结|小结|情况")  # of which every title's end has one
_LONGEST_LINE = 160  # characters of a title and the date behind it
# 某街道2024年政府信息公开工作年度报告 2025-01-22: a page's date in the line of its title.
_DATED = re.compile(
    r"(?<=报告|年报)[ ]{0,4}[(\[]?(?:(?:发布|公开)?(?:时间|日期):?)?[ ]{0,2}"
    r"20\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?(?:[ ]{0,2}\d{1,2}:\d{2}(?::\d{2})?)?[)\]]?$"
)
# 现将2023年某镇人民政府信息公开工作年度报告(以下简称“报告”)予以公布.
_NOW_TITLE = re.compile(
    rf"现(?:将|把)《?(?P<plain>[{HAN}\d]{{8,60}}(?:报告|年报|总结))(?:\([^()]{{1,16}}\))?(?=》?(?:予以|向社会|面向社会)?(?:公布|公开|发布|公示))"
)
_QUOTED_LINE = re.compile(r"《([^《》]{8,90})》")
_YEAR_LINE = re.compile(r"(?:20\d\d|[二2][〇零○Oo0一二三四五六七八九]{3})年度?")  # 2019年度, alone above a title
_YEAR_BELOW = re.compile(r"[ ]{0,8}\n[ \n]{0,8}[(\[〔【](?P<year>20\d\d)[)\]〕】][ ]{0,8}(?=\n)")
_TITLE_LABEL = re.compile(r"(?:标题|名称|信息名称|文件名称|公文名称|文章标题):[ ]{0,4}")
_DATE_ENDS = "0123456789日)]"


def titles_of(reading: Reading) -> list[Mention]:
    """The candidates for the title, the lines first; with those for the date of issue that stand below a line."""
    return [*_titles(reading), *_title_in_sentence(reading)]


def _titles(reading: Reading) -> Iterator[Mention]:
    """Lines that read as a report's title, joined with the lines before them where it is broken over lines."""
    lines = list(_lines(reading.text, 6000))
    for number, (start, end, text) in enumerate(lines):
        if len(text) > _LONGEST_LINE or not _TITLE_WORD.search(text):
            continue
        dated = _DATED.search(text) if text[-1] in _DATE_ENDS else None
        if dated:
            end, text = start + dated.start(), text[: dated.start()]
        if not TITLE_END.search(text) or len(text) > 80 or NOT_TITLE.search(text):
            continue
        first = _first_line(reading.text, lines[max(0, number - 3) : number], start, end)
        title = join_title(reading.text[first:end])
        if is_title(title):
            yield reading.mention(Kind.REPORT, first, end, ("title", title), "title-line")
            yield from date_below(reading, end)
            for item in find_dates(reading.text, end, end + len(dated.group())) if dated else ():
                yield reading.mention(Kind.REPORT, item.start, item.end, ("issued", item.first), "below-title")
            stop = reading.text.find("\n", end)  # 来源:某局 2013-02-11, behind the title on its line
            for item in find_dates(reading.text, end, stop) if not dated and stop - end < _LONGEST_LINE else ():
                yield reading.mention(Kind.REPORT, item.start, item.end, ("issued", item.first), "page-line")


def year_below(reading: Reading, titles: list[Mention]) -> Iterator[Mention]:
    """The year that stands alone below a title without one: (2019)."""
    for title in titles:
        if title.rule != "title-line" or any(find_years(title.value[1])):
            continue
        at = reading.text.find(title.text[-6:])
        if at >= 0 and (match := _YEAR_BELOW.match(reading.text, at + len(title.text[-6:]))):
            yield reading.mention(Kind.REPORT, *match.span("year"), ("year", int(match["year"])), "named-year")


def _first_line(text: str, before: list[tuple[int, int, str]], start: int, end: int) -> int:
    """Where a title begins whose last line is start..end, and that may be broken over the lines before it."""
    first = start
    for begin, _, earlier in reversed(before):
        whole = text[first:end]
        is_year = _YEAR_LINE.fullmatch(earlier) and not any(find_years(whole))
        if torn(earlier, whole) and len(earlier) <= 60:
            label = _TITLE_LABEL.match(earlier)
            begin += label.end() if label else 0
        elif not is_year:
            if ABOUT.search(whole) and has_subject(join_title(whole)):
                break
            if len(earlier) > 40 or NOT_TITLE.search(earlier) or not _UNFINISHED.search(earlier):
                break
        first = begin
    return first


def _title_in_sentence(reading: Reading) -> Iterator[Mention]:
    """A title that the first sentences name: 《…年度报告》由某局编制, 现发布《…年度报告》, 某局…年度报告根据 ….."""
    text = reading.text
    for start, end in reading.runs[:2]:
        stop = min(end, start + 1500)
        for match in _SAID_TITLE.finditer(text, start, stop) if _TITLE_SAID.search(text, start, stop) else ():
            name = "quoted" if match["quoted"] else "plain"
            title = join_title(match[name])
            if is_title(title) and has_subject(title):
                yield reading.mention(Kind.REPORT, *match.span(name), ("title", title), "title-sentence")
        here = _HERE_TITLE.search(text, start, stop) or _NOW_TITLE.search(text, start, stop)
        if here and is_title(here["plain"]) and has_subject(here["plain"]):
            yield reading.mention(Kind.REPORT, *here.span("plain"), ("title", here["plain"]), "title-here")


def _lines(text: str, limit: int) -> Iterator[tuple[int, int, str]]:
    cut, begin = text.find("\n", limit - 1), 0
    for whole in text[: cut if cut >= 0 else len(text)].split("\n"):
        line = whole.strip(" #*\t|")  # 某局2019年…年度报告 | ||| in a page made of a table
        line = bare_line(line)
        if quoted := _QUOTED_LINE.fullmatch(line):
            line = quoted.group(1)
        if line:
            start = begin + whole.index(line)
            yield start, start + len(line), line
        begin += len(whole) + 1
