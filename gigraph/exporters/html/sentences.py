"""The sentences around quotes, from the documents that the graph was built from; the graph itself holds no texts."""

import re
from functools import lru_cache
from pathlib import Path

from gigraph.documents import MARK, read_document
from gigraph.errors import ReadError
from gigraph.exporters.html.evidence import Passage

REACH = 120  # characters before and after a quote at the most
# The beginning of a numbered heading; what ends a sentence: a full stop, a heading's line, or a line before an indented
# one or a heading.
_HEADING = r"(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])"
_END = re.compile(
    rf"[。！？!?；;]|(?:^|(?<=\n))[ \u3000]{{0,8}}{_HEADING}[^\n。；]{{0,40}}\n|\n(?=[\s\u3000]|{_HEADING})"
)
_SPACE = re.compile(r"\s+")


class Sentences:
    """Texts of the documents in a folder, by their source keys."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        self._text = lru_cache(maxsize=32)(self._read)

    def around(self, key: str, passage: Passage) -> tuple[str, str] | None:
        """What stands before and after a quote in its sentence.

        None where there is no such document any more, or its text is another than the one that was quoted.
        """
        digest, text = self._text(key)
        if not digest.startswith(passage.text) or text[passage.start : passage.end] != passage.quote:
            return None
        return sentence(text, passage.start, passage.end)

    def text(self, key: str, text: str) -> str | None:
        """The text of a document, where it is still the one with this digest (its beginning will do)."""
        digest, found = self._text(key)
        return found if digest and digest.startswith(text) else None

    def _read(self, key: str) -> tuple[str, str]:
        name, _, member = key.partition(MARK)
        path = (self._folder / name).resolve()
        if not path.is_relative_to(self._folder):
            return "", ""
        try:
            document = read_document(path, key, member=member)
        except ReadError:
            return "", ""
        return document.digest, document.text


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What of a sentence stands before start and from end on, on one line; an ellipsis where it was cut.

    >>> sentence("前一句。根据《条例》第五十条，编制\\n本报告。后一句。", 6, 10)
    ('根据', '第五十条，编制本报告。')
    """
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    ends = [match.end() for match in _END.finditer(before)]
    head = before[ends[-1] :] if ends else ("…" if start > REACH else "") + before
    stop = _END.search(after)
    tail = after[: stop.end()] if stop else after + ("…" if end + REACH < len(text) else "")
    return _line(head).lstrip(), _line(tail).rstrip()


def _line(text: str) -> str:
    """White space as one space, none beside Chinese."""
    return re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", _SPACE.sub(" ", text))
