"""Which documents the arguments of extract and text stand for: files, folders, archives, addresses."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from gigraph.cli.options import Place
from gigraph.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from gigraph.build.look import File
    from gigraph.documents.distant import Distant


def one_document(file: Place) -> "File":
    """The document that a path or an address names, also one in an archive (`reports.zip!/2016/report.html`).

    Raises UsageError for an address where there is none, or several.
    """
    from gigraph.documents import MARK

    path, mark, member = str(file).partition(MARK)
    if isinstance(file, str):
        name, place = _one_afar(path)
        return place, member, f"{name}{mark}{member}"
    if file.exists() or not mark:
        return file, "", file.name
    return Path(path), member, f"{Path(path).name}{mark}{member}"


def _one_afar(address: str) -> tuple[str, "Distant"]:
    """Name and place of the file at an address. Raises UsageError for a folder."""
    from gigraph.build.afar import list_afar

    found = list_afar([address], None, alone=True).files
    if len(found) != 1:
        raise UsageError(f"{len(found)} documents are there", where=address, hint="Name one of them")
    return found[0]


def documents(files: tuple[Place, ...], skip: Callable[[str], None]) -> Iterator["File"]:
    """Path, name in an archive, and key of the documents given, in folders and in archives.

    skip: told what could not be listed at an address. Raises NotFoundError for a folder without one.
    """
    from gigraph.documents import documents_in, printable

    for path in files:
        if isinstance(path, str):
            yield from _afar(path, skip)
        elif path.is_dir():
            found = list(documents_in(path))
            if not found:
                raise NotFoundError(
                    "there are no documents in this folder", where=str(path), hint="Name one with documents, or a file"
                )
            for document in found:
                yield from _in_archive(document, printable(document.relative_to(path).as_posix()))
        else:
            yield from _in_archive(path, printable(path.name))


def _afar(address: str, skip: Callable[[str], None]) -> Iterator["File"]:
    """The documents at an address, as `documents` gives them."""
    from gigraph.build.collect import collect

    found = collect([address])
    for problem in found.problems:
        if problem.skipped:
            skip(f"{problem.code} {problem.source}: {problem.message}")
    for source in found.sources.values():
        yield source.path, source.member, source.key


def _in_archive(path: Path, key: str) -> Iterator["File"]:
    from gigraph.documents import MARK, is_container, members_of, printable

    if not is_container(path):
        yield path, "", key
        return
    for member in members_of(path):
        yield path, member.name, f"{key}{MARK}{printable(member.name)}"
