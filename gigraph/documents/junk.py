"""What is in a text but belongs to nobody: page numbers of a printed page, marks of Markdown."""

import re
from collections.abc import Iterator
from itertools import pairwise

# - 2 -, — 2 —, 第 2 页, 第2页 共5页, 2 / 5: a line of its own, with the blank lines around it.
_NUMBERED = re.compile(
    r"(?m)^ {0,40}"
    r"(?:[-—–－]{1,2} {0,3}\d{1,4} {0,3}[-—–－]{1,2}|\d{1,3} ?/ ?\d{1,3}"
    r"|第 {0,2}\d{1,4} {0,2}页(?:[ ,/]{0,3}共 {0,2}\d{1,4} {0,2}页)?) {0,40}$"
)
_BARE = re.compile(r"(?m)^ {0,40}(\d{1,3}) {0,40}$")
_WITHIN_LINE = re.compile(r"(?<=[\u3400-\u9fff,。、;:]) ?[-—–－] {0,2}(\d{1,3}) {0,2}[-—–－] (?=[\u3400-\u9fff])")
_MARKDOWN = re.compile(
    r"(?m)^ {0,3}#{1,6} (?=\S)|\*\*(?=\S)|(?<=\S)\*\*|^ {0,3}```[a-z]{0,10}$|^ {0,3}> (?=\S)"
    r"|^ {0,3}(?:-{3,40}|\*{3,40})$"
)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,120})(\]\([^()\s]{1,300}\))")
_HEADING_MARK = re.compile(r"(?m)^#{1,6} \S|^\*\*\S.{0,80}\*\*$")
_APART = 200  # characters that lie at least between two bare page numbers


def page_numbers(folded: str) -> Iterator[tuple[int, int]]:
    """The page numbers in a folded text, each with the blank lines around it but one line end.

    >>> text = "严格执行分\\n- 2 -\\n级审核"
    >>> [text[start:end] for start, end in page_numbers(text)]
    ['- 2 -\\n']
    """
    yield from (_with_blank_lines(folded, *match.span()) for match in _NUMBERED.finditer(folded))
    bare = list(_BARE.finditer(folded))
    if _counts_up(bare):
        yield from (_with_blank_lines(folded, *match.span()) for match in bare)
    within = list(_WITHIN_LINE.finditer(folded))
    if _counts_up(within):
        yield from (match.span() for match in within)


def _counts_up(matches: list[re.Match[str]]) -> bool:
    """Whether there are two or more, far apart, and each number is one more than the one before."""
    numbers = [int(match.group(1)) for match in matches]
    far = all(b.start() - a.end() >= _APART for a, b in pairwise(matches))
    return len(numbers) >= 2 and far and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _with_blank_lines(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with the white space around it, but the line end that closes the text before it stays."""
    while end < len(text) and text[end] in " \n":
        end += 1
    while start and text[start - 1] in " \n":
        start -= 1
    return (start + 1 if start else 0), end


def markdown_marks(text: str) -> Iterator[tuple[int, int]]:
    """The marks of Markdown (headings, emphasis, quotations, links' targets) in a text that has them.

    >>> text = "# 年度报告\\n\\n**一、概述**\\n\\n见[政府网站](https://www.example.gov.cn/)。"
    >>> [text[start:end] for start, end in markdown_marks(text)]
    ['# ', '**', '**', '[', '](https://www.example.gov.cn/)']
    """
    yield from (match.span() for match in _MARKDOWN.finditer(text))
    for match in _LINK.finditer(text):
        yield match.start(), match.start(1)
        yield match.span(2)


def is_markdown(text: str) -> bool:
    """Whether a text is Markdown: it begins with a heading in its way of writing, or has two or more.

    >>> is_markdown("# 年度报告\\n\\n## 一、概述\\n"), is_markdown("一、概述\\n")
    (True, False)
    """
    return _HEADING_MARK.match(text) is not None or sum(1 for _ in _HEADING_MARK.finditer(text)) >= 2
