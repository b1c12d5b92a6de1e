"""Files that hold several documents, each with a name of its own behind `!/`: ZIP archives, and records in JSON."""

from collections.abc import Iterator
from pathlib import Path

from gigraph.documents import archive, records
from gigraph.documents.archive import Member
from gigraph.errors import ReadError


def is_container(path: Path) -> bool:
    """Whether a file holds documents with names of their own, and is named so (.zip, .json, .jsonl)."""
    if path.suffix.lower() == ".zip":
        return archive.is_archive(path)
    try:
        return records.named(path) and records.records_of(path) is not None
    except ReadError:
        return False  # told when it is read


def may_be_container(name: str) -> bool:
    """Whether a file is named as those are that hold several documents."""
    return Path(name).suffix.lower() == ".zip" or records.named(Path(name))


def members_of(path: Path) -> Iterator[Member]:
    """The documents in such a file, in a fixed order. Raises ReadError as `archive.members_of` and `records_of` do."""
    if records.named(path):
        return (Member(one.name, one.fault) for one in records.records_of(path) or ())
    return archive.members_of(path)


def read_member(path: Path, name: str) -> bytes:
    """The bytes of a document in such a file. Raises ReadError as `archive.read_member` and `records.record` do."""
    return records.record(path, name) if records.named(path) else archive.read_member(path, name)
