"""Records of crawlers: JSON, or JSON lines, in which each object is a page with its title, its text and its address.

A file of several is read as an archive is: each record is a document `pages.jsonl!/3`, by its place in the file. An
object that is a file of its own is a document of the file's name. What the parts of a record are called is a table.
"""

import json
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Any

from gigraph.documents.draft import Draft
from gigraph.documents.encodings import decode
from gigraph.documents.files import MAX_BYTES, check_regular, printable, read_bytes
from gigraph.documents.html import page_draft
from gigraph.errors import ReadError
from gigraph.registry.table import read_table
from gigraph.resources import resource

SUFFIXES = frozenset({"json", "jsonl", "ndjson", "jl"})
MEDIA_TYPE = "application/json"
MOST_RECORDS = 20_000
_DEEP = 3  # levels above the list of records: {"data": {"list": [...]}}
_MARKUP = re.compile(r"<(?:p|div|br|table|span|td|li|h[1-6])[\s/>]", re.IGNORECASE)
_HINT = "A record has its text as content, text, html or 正文"
_NO_TEXT = "no record in it has a text"


@dataclass(frozen=True, slots=True)
class RecordField:
    """What crawlers call a part of a record. field: content, or a field of a page's metadata. example: a record."""

    name: str
    field: str
    example: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record of a file. data: its bytes, as a file of its own; fault: why it cannot be read."""

    name: str
    data: bytes = b""
    fault: ReadError | None = None


@lru_cache(maxsize=1)
def record_fields() -> tuple[RecordField, ...]:
    """The rows of record_fields.tsv; of two parts that mean the same the one that stands first counts."""
    return tuple(read_table(resource("seeds", "registry", "record_fields.tsv"), RecordField))


def records_of(path: Path) -> tuple[Record, ...] | None:
    """The records of a file, named 1, 2, … by their places; None where it is one object, or holds none at all.

    Raises ReadError: E-TOO-LARGE, E-ENC and what `read_bytes` raises; E-ARCHIVE (too many records).
    """
    status = check_regular(path, MAX_BYTES)
    return _records(path, status.st_size, status.st_mtime_ns, status.st_ino)


def record(path: Path, name: str) -> bytes:
    """The bytes of a record. Raises ReadError: E-MISSING, E-CORRUPT (its line), and those of `records_of`."""
    found = next((one for one in records_of(path) or () if one.name == name), None)
    if found is None:
        raise ReadError("E-MISSING", "there is no such record in the file", where=printable(str(path)))
    if found.fault:
        raise found.fault
    return found.data


def read_record(data: bytes, where: str) -> Draft:
    """The draft of a record that is a file of its own, read as the page that it was.

    Raises ReadError: E-CORRUPT (no JSON), E-UNSUPPORTED (no record), E-ARCHIVE (several), and those of a page.
    """
    decoded = decode(data, where=where)
    value = _value(decoded.text)
    if value is None and (lines := _lines(decoded.text)):
        raise _too_many(len(lines), where) if len(lines) > MOST_RECORDS else _several(len(lines), where)
    if value is None:
        raise ReadError("E-CORRUPT", "the JSON is damaged", where=where, hint="Fetch it again")
    if not isinstance(value, dict) or not _part(value, "content"):
        found = _listed(value, _DEEP)
        if found is None:
            raise ReadError("E-UNSUPPORTED", f"it is JSON, and {_NO_TEXT}", where=where, hint=_HINT)
        if len(found) > MOST_RECORDS:
            raise _too_many(len(found), where)
        if len(found) > 1:
            raise _several(len(found), where)
        value = found[0]
    draft = page_draft(_page(value), where)
    return replace(draft, media_type=MEDIA_TYPE, encoding=decoded.encoding, warnings=decoded.warnings + draft.warnings)


def _several(count: int, where: str) -> ReadError:
    hint = "Name it .json or .jsonl, and build the folder"
    return ReadError("E-ARCHIVE", f"it holds {count} records", where=where, hint=hint)


def _too_many(count: int, where: str) -> ReadError:
    what = f"it has {count:,} records, more than {MOST_RECORDS:,}"
    return ReadError("E-ARCHIVE", what, where=where, hint="Split it")


@lru_cache(maxsize=1)  # the records of a file are read one after the other
def _records(path: Path, *stamp: int) -> tuple[Record, ...] | None:
    where = printable(str(path))
    text = decode(read_bytes(path), where=where).text.removeprefix("\ufeff")
    value = _value(text)
    if isinstance(value, dict) and _part(value, "content"):
        return None
    found = _lines(text) if value is None else _listed(value, _DEEP)
    if not found:
        return None
    if len(found) > MOST_RECORDS:
        raise _too_many(len(found), where)
    return tuple(_record(str(number), one, f"{where}!/{number}") for number, one in enumerate(found, 1))


def _record(name: str, value: Any, where: str) -> Record:
    if not isinstance(value, dict):
        hint = "Fetch it again"
        return Record(name, fault=ReadError("E-CORRUPT", "the record is no JSON object", where=where, hint=hint))
    if not _part(value, "content"):
        return Record(name, fault=ReadError("E-EMPTY", "the record has no text", where=where, hint=_HINT))
    return Record(name, json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def _value(text: str) -> Any:
    """What a JSON text says; None where it is none (null too says nothing)."""
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError):
        return None


def _lines(text: str) -> list[Any] | None:
    """The values of JSON lines, None for each that is none; None where the first is no object."""
    lines = [line for line in text.split("\n") if line.strip()]
    if not lines or not isinstance(_value(lines[0]), dict):
        return None
    found = [_value(line) for line in lines]
    return found if any(isinstance(one, dict) and _part(one, "content") for one in found) else None


def _listed(value: Any, depth: int) -> list[Any] | None:
    """The first list in which there is a record, with all that the list holds."""
    if isinstance(value, list):
        return value if any(isinstance(one, dict) and _part(one, "content") for one in value) else None
    inner = value.values() if isinstance(value, dict) and depth else ()
    return next((found for one in inner if (found := _listed(one, depth - 1)) is not None), None)


def _part(value: dict[str, Any], field: str) -> str:
    """The words of a part of a record; empty where it has none."""
    folded = {name.lower(): part for name, part in value.items()}
    for row in record_fields():
        part = folded.get(row.name.lower()) if row.field == field else None
        if isinstance(part, list) and all(isinstance(piece, str) for piece in part):
            part = "\n".join(part)
        if isinstance(part, str) and part.strip():
            return part
    return ""


def _page(value: dict[str, Any]) -> str:
    """A record as the page that it was: its parts stated in the head, its title before its text."""
    title, content = _part(value, "title").strip(), _part(value, "content")
    stated = (("ContentSource", "source"), ("PubDate", "published"), ("Url", "url"))
    metas = "".join(
        f'<meta name="{name}" content="{escape(part)}">' for name, field in stated if (part := _part(value, field))
    )
    body = content if _MARKUP.search(content) else f"<pre>{escape(content)}</pre>"
    heading = "" if _stands_in(title, content) else f"<h1>{escape(title)}</h1>"
    return f"<html><head><title>{escape(title)}</title>{metas}</head><body>{heading}{body}</body></html>"


def _stands_in(title: str, content: str) -> bool:
    """Whether a text begins with its title, broken over lines perhaps."""
    return "".join(title.split()) in "".join(content[: 2_000 + len(title)].split())


def named(path: Path) -> bool:
    """Whether a file's name says that it holds records."""
    return path.suffix[1:].lower() in SUFFIXES
