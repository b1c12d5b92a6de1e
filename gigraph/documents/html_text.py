"""The text of a web page in the order of the document: a line a block, tables as rows, what the site adds marked."""

import re
from dataclasses import dataclass

from lxml.etree import _Element

from gigraph.documents.draft import WIDE, Range, TextWriter, one_line
from gigraph.documents.html_rules import CONTAINERS, UNSEEN, has_prose, has_title, is_block, is_hidden, is_sites
from gigraph.documents.html_tables import is_grid, rows_of
from gigraph.models import Table

_SPACE = re.compile(r"[ \t\n\r\f]{1,9999}")
_FEWEST_LINKS = 4
_LONGEST_SITES = 20_000  # characters of a part that is the site's


@dataclass(slots=True)
class _Open:
    """A container that is being read: where it begins, and the links before it."""

    start: int
    links: int
    linked: int


class PageText:
    """Reads elements into a writer. sites: ranges that the page marks as the site's; menus: those that are links."""

    def __init__(self, writer: TextWriter, *, hidden: bool = False) -> None:
        self._writer = writer
        self._hidden = hidden  # whether to read also what is not shown
        self._open: list[_Open] = []
        self._links = self._linked = self._preformatted = 0
        self._anchors: list[int] = []
        self.sites: list[Range] = []
        self.menus: list[Range] = []
        self.tables: list[Table] = []

    def read(self, root: _Element) -> None:
        """Reads an element with all that is in it; without recursion, since pages nest deeply."""
        stack: list[tuple[_Element, bool]] = [(root, False)]
        while stack:
            element, is_end = stack.pop()
            if is_end:
                self._leave(element)
            elif self._enter(element):
                stack.append((element, True))
                self._add(element.text)
                stack.extend((child, False) for child in reversed(element))
                continue
            if element is not root:
                self._add(element.tail)

    def _enter(self, element: _Element) -> bool:
        """Begins an element; False where nothing in it is to be read, or all has been."""
        tag = element.tag
        if not isinstance(tag, str) or tag in UNSEEN or (not self._hidden and is_hidden(element)):
            return False
        if tag == "br":
            self._writer.end_line()
            return False
        if is_block(element):
            self._writer.end_line()
        if tag in CONTAINERS:
            self._open.append(_Open(self._writer.length, self._links, self._linked))
        if tag == "table" and (rows := rows_of(element, self._flat)) is not None:
            table = self._writer.table(rows)
            if table and is_grid(rows):
                self.tables.append(table)
            self._linked += sum(len("".join(map(str, link.itertext())).strip()) for link in element.iter("a"))
            self._links += sum(1 for _ in element.iter("a"))
            self._close_container(element)
            return False
        self._preformatted += tag == "pre"
        if tag == "a":
            self._anchors.append(self._writer.length)
        return True

    def _leave(self, element: _Element) -> None:
        tag = element.tag
        if tag == "a":
            self._links += 1
            self._linked += self._writer.length - self._anchors.pop()
            following = element.getnext()
            if following is not None and following.tag == "a" and not element.tail and self._writer.last not in " \n":
                self._writer.write(" ")
        self._preformatted -= tag == "pre"
        if is_block(element):
            self._writer.end_line()
        if tag in CONTAINERS:
            self._close_container(element)

    def _close_container(self, element: _Element) -> None:
        opened = self._open.pop()
        length = self._writer.length - opened.start
        if not 0 < length <= _LONGEST_SITES:
            return
        dense = self._links - opened.links >= _FEWEST_LINKS and (self._linked - opened.linked) * 5 >= length * 3
        if not dense and not is_sites(element):
            return
        text = self._writer.since(opened.start)
        place = opened.start, self._writer.length
        if dense:
            self.menus.append(place)
        elif not has_prose(text) and not has_title(text):
            self.sites.append(place)

    def _flat(self, cell: _Element) -> str:
        """The text of a cell in one line; lines that a cell was broken into are joined."""
        inner = PageText(TextWriter(), hidden=self._hidden)
        inner.read(cell)
        return one_line(inner._writer.text)

    def _add(self, text: str | None) -> None:
        """Adds characters with their white space as a page shows it."""
        if not text:
            return
        if self._preformatted:
            self._writer.write(text)
            return
        text = _SPACE.sub(self._space, text)
        if text[:1] == " " and self._writer.last in " \n":
            text = text[1:]
        if text:
            self._writer.write(text)

    def _space(self, match: re.Match[str]) -> str:
        """One space, or none for a line's end between two Chinese characters."""
        if "\n" not in match.group():
            return " "
        start, end = match.span()
        before = match.string[start - 1] if start else self._writer.last
        after = match.string[end : end + 1]
        return "" if WIDE.match(before) and WIDE.match(after) else " "
