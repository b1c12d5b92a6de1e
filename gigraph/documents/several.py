"""Whether a document holds several reports: of several years, or of several agencies, one after the other.

A report is a title in a line of its own, and behind it what only a report has: its ground or its first heading, and
some length. A title that merely stands in a list or a sentence has neither. A document that holds several is read as
one, whose facts are those of the first title, and that is told (W-MULTI): where one ends and what it shares with the
next (a common table, one signature) is for a person to say, who splits the file.
"""

import re
from collections.abc import Iterator

from gigraph.models import Document, Role
from gigraph.text.fold import fold

_TITLE = re.compile(
    r"(?:关于)?(?P<before>[^。;!?:|]{0,50}?)"
    r"(?P<year>(?:19|20)\d\d|二[〇○O零][〇○O零一二][〇○O零一二三四五六七八九])年度?"
    r"(?P<after>[^。;!?:|]{0,30}?(?:信息|政务|校务|院务|厂务|村务|财务)公开[^。;!?:|]{0,20}(?:报告|年报))(?:\([^()]{1,20}\))?"
)
_ENDS = frozenset("告报)")  # the last character of a title, which few lines have
_DIGITS = str.maketrans("〇○O零一二三四五六七八九", "0000123456789")
_AGENCY = re.compile(
    r"[^。;!?:,|\d]{1,38}(?:政府|[省市县区州盟旗局厅委办院部署会处队站所行校]|街道|办公室|中心|大学|学院|公司)"
)
_BODY = re.compile(r"(?m)^ {0,8}一 {0,2}[、.]|编制本|本(?:年度)?报告|报告如下|现(?:予|向社会)?公布|现将")
_LEAST = 150  # characters that a report has behind its title


def several_reports(document: Document) -> tuple[str, ...]:
    """The titles of the reports in a document, if it has several; a title that stands twice is one.

    >>> from gigraph.documents.plain import text_document
    >>> from gigraph.models import Source
    >>> body = "一、概述\\n" + "本局认真公开政府信息，没有收取任何费用。" * 9
    >>> text = "\\n".join(f"某局20{year}年政府信息公开年度报告\\n{body}" for year in (17, 18))
    >>> several_reports(text_document(text, Source("a.txt")))
    ('某局2017年政府信息公开年度报告', '某局2018年政府信息公开年度报告')
    """
    folded = fold(document.text)
    text = "\n".join(block.span.of(folded) for block in document.blocks if block.role in (Role.BODY, Role.TABLE))
    found = list(_titles(text))
    reports: dict[tuple[str, str], str] = {}
    for index, (_, end, own, title) in enumerate(found):
        following = next((start for start, _, other, _ in found[index + 1 :] if other != own), len(text))
        behind = text[end:following]
        if len(behind) >= _LEAST and _BODY.search(behind):
            reports.setdefault(own, title)
    apart = [own for own in reports if not any(_may_be_one(own, other) for other in reports if other != own)]
    return tuple(reports.values()) if len(apart) > 1 else ()


def _may_be_one(first: tuple[str, str], second: tuple[str, str]) -> bool:
    """Whether titles (year, agency) may mean one report: one year, and one agency says no more than the other."""
    (year, agency), (other_year, other) = first, second
    return year == other_year and (agency in other or other in agency)


def _titles(text: str) -> Iterator[tuple[int, int, tuple[str, str], str]]:
    """Start, end, year with subject, and words of each line that is a title; the line above may name the agency."""
    position, above = 0, ""
    for line in text.split("\n"):
        content = line.strip()
        words = "".join(content.split()) if content[-1:] in _ENDS else ""
        if words and (match := _TITLE.fullmatch(words)):
            agency = match["before"].removesuffix("关于") or _agency("".join(above.split()))
            own = match["year"].translate(_DIGITS), agency
            yield position, position + len(line), own, agency + words.removeprefix(match["before"])
        position += len(line) + 1
        above = content or above


def _agency(words: str) -> str:
    return words if _AGENCY.fullmatch(words) else ""
