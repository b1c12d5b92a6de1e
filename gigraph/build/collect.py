"""Which documents a build is about, and under which keys: paths relative to the build's root, NFC, with /."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import quote_from_bytes

from gigraph.build.afar import Far, fetched, list_afar, members_afar
from gigraph.documents import MARK, Member, documents_in, is_container, may_be_container, members_of, printable
from gigraph.documents.distant import Distant, is_distant, path_of
from gigraph.errors import ReadError, UsageError
from gigraph.store.layout import is_store


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A document's file and its key in the store.

    path: where it lies, on this machine or at an address. member: its name in the archive that the file is. url: where
    it was published, as a list of sources says.
    """

    key: str
    path: Path | Distant
    member: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What kept a document out of the graph (code E-...), or what a reader should know of it (W-...)."""

    source: str
    code: str
    message: str

    @property
    def skipped(self) -> bool:
        """Whether the document is not in the graph because of it."""
        return self.code.startswith("E-")


@dataclass(slots=True)
class Found:
    """The files of a build by key, what could not be taken, and how many files and folders were left out.

    lists: lists of sources at addresses, each with the start of the keys that it means.
    """

    sources: dict[str, SourceFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    left_out: int = 0
    lists: list[tuple[str, Distant]] = field(default_factory=list)
    claims: dict[str, dict[bytes, SourceFile]] = field(default_factory=dict)  # by key and bytes of the name, at first


def collect(paths: Iterable[str | os.PathLike[str]], root: str | os.PathLike[str] | None = None) -> Found:
    """The documents at the paths: files, and folders with all that is in them, sorted by key.

    paths: also addresses (s3://…), which are listed. root: what keys are relative to; without it the folder that is
    given, or the one that all paths have in common (see `list_afar` for addresses beside paths). Hidden files and other
    stores are left out. Raises UsageError for a path that is not there, a folder without any document, or a path
    outside of the root.
    """
    paths = list(paths)
    given, far = absolute(paths), addresses(paths)
    if not given and not far:
        raise UsageError("no files or folders are given", hint="gigraph build DIR")
    for path in given:
        if not os.path.lexists(path):
            hint = "Folders are parted by / here, not by \\" if "\\" in str(path) else "Check the path"
            raise UsageError("there is no such file or folder", where=printable(str(path)), hint=hint)
    base = base_of(given, root)
    found = Found()
    for path in given:
        before = len(found.claims) + len(found.problems)
        for file in _files(path, found, base):
            _add(file, base, found)
        if path.is_dir() and len(found.claims) + len(found.problems) == before:
            hint = "Documents are text, Markdown, HTML, PDF, Word and spreadsheet files"
            raise UsageError("there is no document in this folder", where=printable(str(path)), hint=hint)
    if far:
        start = str(root) if root is not None and is_distant(str(root)) else None
        _add_far(list_afar(far, start, alone=not given and root is None), found)
    _settle(found)
    found.sources = dict(sorted(found.sources.items()))
    found.problems.sort()
    return found


def _files(path: Path, found: Found, base: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return

    def on_problem(error: ReadError) -> None:
        place = Path(os.path.relpath(error.where, base)).as_posix() if os.path.isabs(error.where) else error.where
        found.problems.append(Problem(place, error.code, _told(error)))

    def on_left(left: Path) -> None:
        found.left_out += 1

    yield from documents_in(path, on_problem, on_left, is_store)


def _add(path: Path, base: Path, found: Found) -> None:
    try:
        name = printable(path.relative_to(base).as_posix())
    except ValueError as error:
        raise UsageError(f"lies outside of the root {base}", where=printable(str(path))) from error
    if is_container(path):
        _add_members(members_of(path), path, name, found)
    else:
        key = unicodedata.normalize("NFC", name)
        _take(key, os.fsencode(path.relative_to(base).as_posix()), SourceFile(key, path), found)


def _add_far(far: Far, found: Found) -> None:
    """The files at addresses. One that holds several documents is looked into, which may mean that it is fetched."""
    found.left_out += far.left_out
    found.lists = [(unicodedata.normalize("NFC", start), file) for start, file in far.lists]
    found.problems += [
        Problem(unicodedata.normalize("NFC", name), error.code, _told(error)) for name, error in far.problems
    ]
    for name, file in far.files:
        key = unicodedata.normalize("NFC", name)
        if may_be_container(name):
            try:
                if (members := members_afar(file)) is not None:
                    _add_members(members, file, name, found)
                    continue
                with fetched(file, container=True) as path:
                    if is_container(path):
                        _add_members(members_of(path), file, name, found)
                        continue
            except ReadError as error:
                found.problems.append(Problem(key, error.code, _told(error)))
                continue
        _take(key, name.encode("utf-8", "surrogateescape"), SourceFile(key, file), found)


def _add_members(members: Iterable[Member], place: Path | Distant, name: str, found: Found) -> None:
    """The documents in an archive or a file of records, each under `archive.zip!/its/name`, `pages.jsonl!/3`."""
    try:
        for member in members:
            inner = f"{name}{MARK}{printable(member.name)}"
            key = unicodedata.normalize("NFC", inner)
            if member.fault:
                found.problems.append(Problem(key, member.fault.code, _told(member.fault)))
            else:
                _take(key, inner.encode("utf-8", "surrogateescape"), SourceFile(key, place, member.name), found)
    except ReadError as error:
        found.problems.append(Problem(unicodedata.normalize("NFC", name), error.code, _told(error)))


def _take(key: str, raw: bytes, source: SourceFile, found: Found) -> None:
    claims = found.claims.setdefault(key, {})
    claims.setdefault(raw, source)


def _settle(found: Found) -> None:
    """Gives each document its key, and tells names that some systems take for one (W-NAME-TWIN).

    Of files whose names differ in their bytes alone (é in one code point or two, GBK beside UTF-8), the one that is
    written as the key keeps it; the others show their bytes, as %C4%EA.
    """
    folded: dict[str, list[str]] = {}
    for key, claims in found.claims.items():
        own = key.encode() if key.encode() in claims else min(claims)
        for raw, source in claims.items():
            shown = key if raw == own else quote_from_bytes(raw, safe=" !#$&'()*+,/:;=?@[]~")
            found.sources[shown] = replace(source, key=shown)
            folded.setdefault(key.casefold(), []).append(shown)
    found.claims.clear()
    for keys in folded.values():
        for key in keys if len(keys) > 1 else ():
            others = ", ".join(sorted(other for other in keys if other != key))
            told = f"some systems take its name for that of {others}. Rename one before you copy them there"
            found.problems.append(Problem(key, "W-NAME-TWIN", told))


def absolute(paths: Iterable[str | os.PathLike[str]]) -> list[Path]:
    """The paths of this machine from the root of the file system, without the addresses; links are not followed."""
    return [Path(os.path.abspath(path_of(os.fspath(path)))) for path in paths if not is_distant(os.fspath(path))]


def addresses(paths: Iterable[str | os.PathLike[str]]) -> list[str]:
    """The addresses among the paths, as they were given."""
    return [os.fspath(path) for path in paths if is_distant(os.fspath(path))]


def base_of(paths: list[Path], root: str | os.PathLike[str] | None) -> Path:
    """What keys are relative to: the root that is given, else what the paths have in common."""
    if root is not None and not is_distant(os.fspath(root)):
        return Path(os.path.abspath(path_of(os.fspath(root))))
    if not paths:
        return Path.cwd()
    return Path(os.path.commonpath([path if path.is_dir() else path.parent for path in paths]))


def _told(error: ReadError) -> str:
    return f"{error.what}. {error.hint}" if error.hint else error.what
