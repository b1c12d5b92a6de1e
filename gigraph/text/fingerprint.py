"""By what two documents are known to be one report: digests of what it says, apart from how it is dressed.

A report stands on the site of its agency, on a portal's, in a Word file, in an archive of pages: other bytes, another
banner, other line breaks, widths, punctuation marks and script, but the same words. So what is compared are the letters
and digits of the matching view from the first line of prose to the last line of prose or row of a table, without page
furniture and junk (they belong to the page), without the report's title (a page repeats or leaves it out), and without
what stands around: banners, signature, lists of attachments. Equal letters and digits are one report; anything less is
not, and is told by the share of its clauses and by its figures.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator

from gigraph.models import Fingerprint, Role, Span
from gigraph.text.fold import replaced
from gigraph.text.reading import Reading

# What is left out: all that is neither letter nor digit; marks and spaces differ from format to format.
# The first set holds what most characters are, so that few are looked up in the tables of Unicode.
_MARKS = re.compile(r"[^\u4e00-\u9fa5a-zA-Z0-9](?<=[\W_])[\W_]{0,9998}")
_FIGURE = re.compile(r"\d(?:\d{0,2}(?:,\d{3})+(?!\d)|\d{0,39})", re.ASCII)
PROSE = 20  # characters before a full stop that make a line one of prose
_SENTENCE = re.compile(f"[。;!?](?<=[^。;!?]{{{PROSE}}}.)")
CLAUSE = 8  # characters from which a clause says something of its own
SKETCH = 64  # clauses that are kept: those with the least digests, a fair sample of all
_DIGITS = 8  # hexadecimal digits of a clause's digest
# Characters that traditional script, turned back one by one, leaves either way: 答覆 is 答复, but 覆盖 is 覆盖.
_FORMS = dict(zip("覆瞭藉著乾徵麽幺畫衞", "复了借着干征么么划卫", strict=True))


def fingerprint(reading: Reading, title: Span | None = None) -> Fingerprint | None:
    """What is compared of a report; None where it has no line of prose. title: its place in the document's text."""
    lines = _core(reading, title)
    if not lines:
        return None
    text = "\n".join(lines)
    words = _MARKS.split(replaced(text.lower(), _FORMS))
    figures = sorted(" ".join(_FIGURE.findall(text)).replace(",", "").split(" "))
    return Fingerprint(_digest("".join(words)), _digest(" ".join(figures)), _sketch(words))


def _sketch(words: Iterable[str]) -> tuple[str, ...]:
    """The least digests of the clauses among the words."""
    clauses = _encoded("\n".join([word for word in words if len(word) >= CLAUSE])).split(b"\n")
    digests = {hashlib.sha256(clause).digest()[: _DIGITS // 2] for clause in clauses if clause}
    return tuple([digest.hex() for digest in sorted(digests)[:SKETCH]])


def _core(reading: Reading, title: Span | None) -> list[str]:
    """The lines of body and tables, from the first one of prose to the last one of prose or of a table."""
    lines = list(_lines(reading, title))
    numbers = range(len(lines))
    first = next((number for number in numbers if not lines[number][1] and _is_prose(lines[number][0])), None)
    if first is None:
        return []
    last = next(number for number in reversed(numbers) if lines[number][1] or _is_prose(lines[number][0]))
    return [line for line, _ in lines[first : last + 1]]


def _lines(reading: Reading, title: Span | None) -> Iterator[tuple[str, bool]]:
    """Each line of body and tables in the view, without the title, and whether it stands in a table."""
    view, blocks = reading.view, reading.document.blocks
    whole = [(0, len(view.text), False)]
    ranges = [
        (view.offset(block.span.start), view.offset(block.span.end), block.role is Role.TABLE)
        for block in blocks
        if block.role in (Role.BODY, Role.TABLE)
    ]
    cut = (view.offset(title.start), view.offset(title.end)) if title else (0, 0)
    for start, end, is_table in ranges if blocks else whole:
        text = view.text[start:end]
        if start <= cut[0] < end:
            text = view.text[start : cut[0]] + view.text[cut[1] : max(end, cut[1])]
        for line in text.split("\n"):
            if line and not line.isspace():
                yield line, is_table


def _is_prose(line: str) -> bool:
    return _SENTENCE.search(line) is not None


def _digest(text: str) -> str:
    return hashlib.sha256(_encoded(text)).hexdigest()


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
