"""Web pages: decoded, guarded against pages that would cost the process, parsed by lxml, read in document order."""

import re
from collections.abc import Iterator
from dataclasses import replace

import lxml.html
from lxml import etree

from gigraph.documents.characters import clean
from gigraph.documents.draft import Draft, Range, TextWriter, merge
from gigraph.documents.encodings import decode
from gigraph.documents.html_kept import FEW, kept_pages
from gigraph.documents.html_rules import has_prose, page_metas
from gigraph.documents.html_text import PageText
from gigraph.errors import ReadError
from gigraph.models import Field, Table
from gigraph.text.fold import fold

MOST_CHARACTERS = 20_000_000
_MOST_ATTRIBUTES = 2_000
_MOST_TAGS = 300_000
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.-]{2,30})", re.IGNORECASE)
_PICTURE = re.compile(r"data:[a-z]{3,12}/[a-z0-9.+-]{2,40};base64,[A-Za-z0-9+/=%]{1000,50000000}")
_LONG_TAG = 20_000  # characters from which what stands between two closing brackets may be a tag of too much
_TAG = re.compile(r"<[A-Za-z][A-Za-z0-9:-]{0,20}[\s/]")
_PROLOGUE = re.compile(r"\s{0,999}<\?xml[^>]{0,999}>")
_BREAK = re.compile(r"<[A-Za-z/!]")
_HAN = re.compile("[\u4e00-\u9fff]")
# How a browser notes in a saved page where it came from.
_SAVED = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,6}\)\s{0,9}([!-~]{4,2000}?)\s{0,9}-->", re.IGNORECASE)
_HEAD = 20_000  # characters in which it stands
_START = 3_000  # characters in which most pages show as many
_STOPS = 2  # full stops that a page with a report has


def read_html(data: bytes, where: str, declared: str | None = None, location: str = "") -> Draft:
    """The draft of a page's bytes; `declared` is the charset that came with them, the page's own counts without it.

    location: the URL that came with them.

    Raises ReadError: E-ENC, E-DEPTH (nested too deeply to be read whole), E-HTML-LIMIT (too long, too many tags, or a
    tag with thousands of attributes), E-TABLE-LIMIT.
    """
    stated = _DECLARED.search(data[:4096])
    declared = declared or (stated.group(1).decode("ascii") if stated else None)
    decoded = decode(data, declared, where)
    text, warnings = clean(decoded.text)
    draft = page_draft(text, where, location)
    return Draft(
        draft.text, draft.tables, draft.aside, draft.fields, "text/html", decoded.encoding,
        tuple(dict.fromkeys((*decoded.warnings, *warnings, *draft.warnings))),
    )  # fmt: skip


def page_draft(page: str, where: str, location: str = "") -> Draft:
    """The draft of a page's characters. Raises ReadError E-DEPTH, E-HTML-LIMIT."""
    root = _parse(page, where)
    saved = _SAVED.search(page, 0, _HEAD)
    location = location or (saved.group(1) if saved else "")
    shown = _draft(root, hidden=False, location=location)
    if _says_enough(shown.text):
        return shown
    hidden = _draft(root, hidden=True, location=location)
    others = [(hidden, "W-HIDDEN"), *_kept(root, where, location)]
    best, warning = max(others, key=lambda pair: (pair[0].text.count("。"), _count(pair[0].text)))
    few = _count(best.text) < 3 * _count(shown.text) + FEW
    if few and (best.text.count("。") < _STOPS + 3 * shown.text.count("。") or best is hidden):
        return shown
    return Draft(best.text, best.tables, best.aside, best.fields, warnings=(*best.warnings, warning))


def _parse(page: str, where: str) -> etree._Element | None:
    page = _PICTURE.sub("", page) if ";base64," in page else page
    if prologue := _PROLOGUE.match(page):
        page = page[prologue.end() :]
    if len(page) > MOST_CHARACTERS:
        raise ReadError("E-HTML-LIMIT", f"the page has more than {MOST_CHARACTERS:,} characters", where=where)
    if page.count("<") > _MOST_TAGS:
        raise ReadError("E-HTML-LIMIT", f"the page has more than {_MOST_TAGS:,} tags", where=where)
    if any(len(part) >= _LONG_TAG and _attributes(part) > _MOST_ATTRIBUTES for part in page.split(">")):
        raise ReadError("E-HTML-LIMIT", f"a tag has more than {_MOST_ATTRIBUTES:,} attributes", where=where)
    parser = lxml.html.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True, no_network=True
    )
    try:
        root = lxml.html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        root = None  # nothing but comments
    except etree.LxmlError as error:
        raise ReadError("E-CORRUPT", f"the page cannot be parsed ({error})", where=where) from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        hint = "Save its text as a .txt file"
        raise ReadError("E-DEPTH", "its tags are nested too deeply to be read whole", where=where, hint=hint)
    return root


def _attributes(stretch: str) -> int:
    """How many attributes a tag may have that begins in a stretch without a closing bracket."""
    tag = _TAG.search(stretch)
    return stretch.count("=", tag.end()) if tag else 0


def _draft(
    root: etree._Element | None, *, hidden: bool, location: str = "", inner: etree._Element | None = None
) -> Draft:
    """What a page says; inner: the page whose body stands in the place of its own."""
    writer = TextWriter()
    if root is None:
        return Draft("")
    fields = tuple(_metas(root, writer, location))
    front = writer.length
    page = PageText(writer, hidden=hidden)
    shown = root if inner is None else inner
    body = shown.find("body")
    page.read(shown if body is None else body)
    aside = tuple(merge([(0, front), *page.sites, *_outside(writer.text, page.menus)]))
    tables = tuple(table for table in page.tables if not _within(table, aside))
    return Draft(writer.text, tables, aside, fields, warnings=tuple(sorted(writer.warnings)))


def _metas(root: etree._Element, writer: TextWriter, location: str) -> Iterator[Field]:
    """Writes what the page's head states as lines, `name: value`, and yields the fields that they give."""
    stated = [("saved from url", location), *_named(root)]
    for name, value in stated:
        content = " ".join(value.split())
        if content and (field := page_metas().get(name.strip().lower())):
            writer.end_line()
            writer.write(f"{name.strip()}: ")
            place = writer.write(content)
            if place:
                yield Field(field, fold(content), place)
    title = root.find(".//title")
    if title is not None and (words := " ".join("".join(map(str, title.itertext())).split())):
        writer.end_line()
        place = writer.write(words)
        if place:
            yield Field("page_title", fold(words), place)
    writer.end_line()


def _named(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Names and contents of the page's <meta>, and its canonical address."""
    for meta in root.iter("meta"):
        yield meta.get("name") or meta.get("property") or "", meta.get("content") or ""
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            yield "canonical", link.get("href") or ""


def _outside(text: str, menus: list[Range]) -> list[Range]:
    """The lists of links before the first sentence of the page and after its last; others are the report's."""
    lines = []
    position = 0
    for line in text.split("\n"):
        if len(line) > 28 and not any(start <= position < end for start, end in menus) and has_prose(line):
            lines.append(position)
        position += len(line) + 1
    first, last = (lines[0], lines[-1]) if lines else (len(text), 0)
    return [(start, end) for start, end in menus if end <= first or start >= last]


def _within(table: Table, ranges: tuple[Range, ...]) -> bool:
    return any(start <= table.span.start < end for start, end in ranges)


def _kept(root: etree._Element | None, where: str, location: str) -> Iterator[tuple[Draft, str]]:
    """The pages that a page keeps and does not show, each with the code of what is to be told."""
    for words, code in () if root is None else kept_pages(root):
        words, warnings = clean(words)  # JSON may hold half a character: \\ud800
        inner = _parse(words if _BREAK.search(words) else f"<pre>{words}</pre>", where)
        if inner is not None:
            draft = _draft(root, hidden=False, location=location, inner=inner)
            yield replace(draft, warnings=(*draft.warnings, *warnings)), code


def _says_enough(text: str) -> bool:
    """Whether a page shows a text that may be a report: so many characters, and sentences, which menus have not."""
    enough = _count(text[:_START]) >= FEW or _count(text) >= FEW
    return enough and text.count("。") >= _STOPS


def _count(text: str) -> int:
    return len(_HAN.findall(text))
