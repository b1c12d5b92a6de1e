"""A document as it was read: its text, the roles of its parts, tables, metadata. Offsets are code points in `text`."""

from dataclasses import dataclass
from enum import StrEnum

_SET = object.__setattr__


@dataclass(frozen=True, slots=True, order=True, init=False)
class Span:
    """A stretch of `Document.text`, end exclusive.

    >>> Span(2, 5).contains(Span(3, 5)), len(Span(2, 5))
    (True, 3)
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        # Written out, as a report has hundreds of spans: a third less time than with a check behind it.
        if not 0 <= start < end:
            raise ValueError(f"not a span: {start}..{end}")
        _SET(self, "start", start)
        _SET(self, "end", end)

    def __len__(self) -> int:
        return self.end - self.start

    def contains(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters of the span."""
        return text[self.start : self.end]


class Role(StrEnum):
    """What a block of a document is: the report's own words, a table of it, the page around it, or junk."""

    BODY = "body"
    TABLE = "table"
    FURNITURE = "furniture"
    JUNK = "junk"

    __hash__ = str.__hash__  # that of Enum is a function in Python


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the document with one role; blocks are sorted and apart, white space may lie between."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Field:
    """One item of metadata, found in the page's furniture or in an archive's header.

    name: index_number, issued, published, publisher, title, source, site_code, icp, url, document_type ...
    """

    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document came from.

    key: its path under the build's root (NFC, with /). url: where it was published, as a list of sources states it; it
    is no key, since a file stays the same document when its address is learnt later, and names no agency.
    """

    key: str
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    digest: str = ""  # SHA-256 of the bytes, hexadecimal
    url: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its cells in reading order: (row, column, text, span), spans already expanded."""

    span: Span
    cells: tuple[tuple[int, int, str, Span], ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One document as it was read. `text` is final (LF, no BOM, nothing taken out); every later offset refers to it."""

    text: str
    source: Source
    digest: str  # SHA-256 of `text` as UTF-8, hexadecimal; names the text in evidence
    blocks: tuple[Block, ...] = ()
    tables: tuple[Table, ...] = ()
    metadata: tuple[Field, ...] = ()
    warnings: tuple[str, ...] = ()  # stable codes: W-ENC-GUESS ...

    def __hash__(self) -> int:
        return hash(self.digest)  # that of all blocks would take as long as a stage of the pipeline

    def field(self, *names: str) -> Field | None:
        """The first metadata field with one of the names, the names in order of preference."""
        for name in names:
            for field in self.metadata:
                if field.name == name and field.value:
                    return field
        return None
