"""What is in a text but belongs to nobody: page numbers of a printed page, marks of Markdown, a text once more."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise

# - 2 -, — 2 —, 第 2 页, 第2页 共5页, 2 / 5: a line of its own, with the blank lines around it.
_NUMBERED = re.compile(
    r"(?m) {0,40}"
    r"(?:[-—–－]{1,2} {0,3}\d{1,4} {0,3}[-—–－]{1,2}|\d{1,3} ?/ ?\d{1,3}"
    r"|第 {0,2}\d{1,4} {0,2}页(?:[ ,/]{0,3}共 {0,2}\d{1,4} {0,2}页)?) {0,40}$"
)
# What a line has to begin with to be one of either kind; that the line's end stands first makes the search fast.
_MAY_NUMBER = re.compile(r"\n(?=[ \-—–－第]{0,45}\d)")
_BARE = re.compile(r"(?m) {0,40}(\d{1,3}) {0,40}$")
_WITHIN_LINE = re.compile(r"(?<=[\u3400-\u9fff,。、;:]) ?[-—–－] {0,2}(\d{1,3}) {0,2}[-—–－] (?=[\u3400-\u9fff])")
_MAY_BE_WITHIN = re.compile(r"[-—–－] {0,2}\d{1,3} {0,2}[-—–－] ")  # the same without what stands before: found faster
_MARKDOWN = re.compile(
    r"(?m)^ {0,3}#{1,6} (?=\S)|\*\*(?=\S)|(?<=\S)\*\*|^ {0,3}```[a-z]{0,10}$|^ {0,3}> (?=\S)"
    r"|^ {0,3}(?:-{3,40}|\*{3,40})$"
)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,120})(\]\([^()\s]{1,300}\))")
_HEADING_MARK = re.compile(r"(?m)^#{1,6} \S|^\*\*\S.{0,80}\*\*$")
_STOP = re.compile("[。;!?\n|]")
_SENTENCE, _STOPS = 20, 200  # characters of a sentence, and stops among which the first one is looked for
_COPY, _NEARLY = 300, 0.8  # characters of a second copy at least, and of the text between the two
_HEAD, _PAGE = 60, 300  # characters of a running head at most, and from one to the next at least
_AROUND_HEAD = re.compile(r"^[\W\d_第页共]+|[\W\d_第页共]+$")
_HEAD_WORDS = re.compile(
    r"公开.{0,24}(?:报告|年报|总结)$|^[\u3400-\u9fff]{3,30}(?:人民政府|局|厅|委员会|办公[室厅]|大学|办事处)$"
)
_DOUBLED = 16  # lines of a text in which they stand twice
_APART = 200  # characters that lie at least between two bare page numbers


def page_numbers(folded: str) -> Iterator[tuple[int, int]]:
    """The page numbers in a folded text, each with the blank lines around it but one line end.

    >>> text = "严格执行分\\n- 2 -\\n级审核"
    >>> [text[start:end] for start, end in page_numbers(text)]
    ['- 2 -\\n']
    """
    starts = [match.start() for match in _MAY_NUMBER.finditer(f"\n{folded}")]
    yield from (_with_blank_lines(folded, *match.span()) for match in _matches(_NUMBERED, folded, starts))
    bare = _matches(_BARE, folded, starts)
    if _counts_up(bare):
        yield from (_with_blank_lines(folded, *match.span()) for match in bare)
    within = list(_WITHIN_LINE.finditer(folded)) if _MAY_BE_WITHIN.search(folded) else []
    if _counts_up(within):
        yield from (match.span() for match in within)


def _matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> list[re.Match[str]]:
    return [match for start in starts if (match := pattern.match(text, start))]


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


def running_heads(folded: str) -> Iterator[tuple[int, int]]:
    """The second and later lines of one wording that a printed text has at the head of each page, number or not.

    >>> page = "某县2018年政府信息公开年报\\n" + "本县认真做好公开工作，公开信息。\\n" * 25
    >>> [start for start, end in running_heads(page * 3)]
    [441, 882]
    """
    places: dict[str, list[tuple[int, int]]] = {}
    start = 0
    for line in folded.split("\n"):
        if 6 <= len(line) <= _HEAD and (words := _AROUND_HEAD.sub("", line)) and _HEAD_WORDS.search(words):
            places.setdefault(words, []).append((start, start + len(line)))
        start += len(line) + 1
    for found in places.values():
        far = all(b[0] - a[0] >= _PAGE for a, b in pairwise(found))
        if len(found) >= 3 and far:
            yield from (_with_blank_lines(folded, *span) for span in found[1:])


def doubled_lines(folded: str) -> Iterator[tuple[int, int]]:
    """The second of each two equal lines of a text in which nearly all lines stand twice, one right below the other.

    >>> text = "".join(f"{line}\\n{line}\\n" for line in map(str, range(10, 20)))
    >>> [text[start:end] for start, end in doubled_lines(text)] == [f"{line}\\n" for line in range(10, 20)]
    True
    """
    lines, start = [], 0
    for line in folded.split("\n"):
        if line.strip():
            lines.append((start, line.strip()))
        start += len(line) + 1
    pairs, index = [], 0
    while index + 1 < len(lines):
        equal = lines[index][1] == lines[index + 1][1]
        if equal and index + 2 < len(lines) and lines[index + 2][1] == lines[index][1]:
            return  # zeros of a table, a cell in each line
        pairs += [lines[index + 1]] if equal else []
        index += 1 + equal
    if len(lines) >= _DOUBLED and len(pairs) * 2 >= len(lines) * _NEARLY:
        for start, _ in pairs:
            end = folded.find("\n", start)
            yield start, end + 1 if end >= 0 else len(folded)


def second_copy(folded: str) -> Iterator[tuple[int, int]]:
    """The second copy of a text that stands twice in one document, as where a page has it shown and for printing.

    It begins with the first sentence once more and repeats nearly all between the two, word for word; what is short or
    differs (a sentence that a report quotes from its opening) is no copy.

    >>> text = "\\n".join(f"第{number}条，本局认真公开了应当公开的各类政府信息。" for number in range(20))
    >>> [(start, end) for start, end in second_copy(f"{text}\\n{text}")] == [(len(text) + 1, 2 * len(text) + 1)]
    True
    """
    first, end = _first_sentence(folded)
    second = folded.find(folded[first:end], end) if first < end else -1
    if second > 0:
        between = second - first
        length = _common(folded, first, second, between)
        if length >= max(_COPY, _NEARLY * between):
            yield second, second + length


def _first_sentence(text: str) -> tuple[int, int]:
    """Where the first sentence of some length stands; (0, 0) where none is near the front."""
    begin = 0
    for stop in islice(_STOP.finditer(text), _STOPS):
        if stop.group() in "。;!?" and stop.end() - begin > _SENTENCE:
            return begin, stop.end()
        begin = stop.end()
    return 0, 0


def _common(text: str, first: int, second: int, most: int) -> int:
    """How many characters from two offsets on are the same, at most so many."""
    low, high = 0, min(most, len(text) - second)
    while low < high:  # slices are compared at the speed of memory, characters are not
        middle = (low + high + 1) // 2
        if text[first + low : first + middle] == text[second + low : second + middle]:
            low = middle
        else:
            high = middle - 1
    return low


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
    """Whether a text is Markdown: it begins with a heading or front matter in its way of writing, or has two headings.

    >>> is_markdown("# 年度报告\\n\\n## 一、概述\\n"), is_markdown("一、概述\\n")
    (True, False)
    """
    return (
        text.startswith("---\n")
        or _HEADING_MARK.match(text) is not None
        or sum(1 for _ in _HEADING_MARK.finditer(text)) >= 2
    )
