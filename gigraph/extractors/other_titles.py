"""Headings of documents that are no reports on disclosure, so that their kind is told: tables, plans, guides, notices.

Also that of a report whose heading says no more than 年度报告(2018年). They are looked for where no line is a title.
"""

import re
from collections.abc import Iterator

from gigraph.models import Kind, Mention
from gigraph.text.fold import HAN
from gigraph.text.reading import Reading
from gigraph.text.report_title import has_subject, join_title

_OF_WORK = "信息公开|政务公开|五公开|依申请公开|法治(?:政府)?(?:建设|工作)|依法行政|依法治[省市县区州旗]|网站|新媒体"
# 某县2022年法治政府建设情况, 2022年某局政务新媒体工作总结: of a year and of somebody.
_OWN = re.compile(
    rf"(?=.{{0,40}}20\d\d年)[{HAN}\d()“”、-]{{2,60}}(?:{_OF_WORK})[{HAN}\d“”、-]{{0,24}}"
    r"(?:情况|情况说明|总结|报告|汇报|年报)(?:\([^()]{1,12}\))?"
)
_ON = "信息公开|政务公开|政府网站|法治政府|依法行政|决算|预算|网站"
_HEADING = re.compile(
    rf"[{HAN}\d()《》、-]{{0,60}}(?:{_ON})[{HAN}\d()《》、-]{{0,40}}"
    r"(?:要点|方案|计划|指南|目录|统计表|报表|通知|公告|决算|报告|总结|年报)(?:\([^()]{1,12}\))?"
)
_SHORT = re.compile(r"(?:20\d\d年?度?)?(?:工作)?(?:年度报告|年报|年度总结)(?:\(?20\d\d年?度?\)?)?")
_YEAR_BELOW = re.compile(r"[ ]{0,8}\n[ \n]{0,8}\((?P<year>20\d\d年度?)\)(?=[ ]{0,8}\n)")
# What only a report says: its heading is missing, and a table or a guide on the page around it is not it.
_REPORT = re.compile(r"本(?:年度)?报告|本年报|统计期限|年度报告(?:如下|由)|总体情况|概述")
_LINES, _LONGEST, _FRONT = 4, 80, 400


def other_titles(reading: Reading) -> Iterator[Mention]:
    """The first line of a document that is such a heading, rule `title-other`; offsets are the document's."""
    text = reading.text
    start = 0
    for line in text[:_FRONT].split("\n")[: _LINES * 2]:
        words = line.strip(" #*|")
        if len(words) > _LONGEST or "。" in words:
            return
        if words and _is_heading(words, text):
            begin = start + line.index(words)
            end = begin + len(words)
            below = _YEAR_BELOW.match(text, end)
            end = below.end() if below and not any(char.isdigit() for char in words) else end
            yield reading.mention(Kind.REPORT, begin, end, ("title", join_title(text[begin:end])), "title-other")
            return
        start += len(line) + 1


def _is_heading(words: str, text: str) -> bool:
    if _SHORT.fullmatch(words):
        return True
    if _OWN.fullmatch(words) and has_subject(words):
        return True
    return _HEADING.fullmatch(words) is not None and not _REPORT.search(text, 0, 2000)
