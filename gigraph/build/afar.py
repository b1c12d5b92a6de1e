"""The documents of a build that lie at addresses: listed, with keys that start at the folder that was named."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from gigraph.documents import MAX_BYTES, MOST_ARCHIVE, Member, members_in
from gigraph.documents.distant import Distant, fetch, opened, without_login
from gigraph.documents.distant_folder import Listing, list_address, place_of
from gigraph.errors import ReadError, UsageError

LINKS = "links.tsv"  # the list of sources that a build finds by itself


@dataclass(slots=True)
class Far:
    """Files at addresses by their names from the build's root, and what could not be listed.

    lists: lists of sources that lie in the folders, each with the start of the names that it means.
    """

    files: list[tuple[str, Distant]] = field(default_factory=list)
    problems: list[tuple[str, ReadError]] = field(default_factory=list)
    lists: list[tuple[str, Distant]] = field(default_factory=list)
    left_out: int = 0


def list_afar(addresses: Sequence[str], root: str | None, *, alone: bool) -> Far:
    """What lies at some addresses.

    root: the address that names start from; without it the folder that was named, or what all have in common. Where
    they have nothing in common, or alone is false (there are files of this machine too), a name is the whole address.
    Raises UsageError for an address that cannot be listed, has no document, or lies outside of the root.
    """
    far = Far()
    listings = [list_address(address) for address in dict.fromkeys(addresses)]
    base = _base(listings, root, alone=alone)
    for address, listing in zip(dict.fromkeys(addresses), listings, strict=True):
        if not listing.files and not listing.problems:
            hint = "On the web the address of a folder ends in /, and its page links to what is in it"
            raise UsageError("there is no document at this address", where=without_login(address), hint=hint)
        start = _start(listing, base, root, address)
        far.files += [(file.url if start is None else start + path, file) for path, file in listing.files.items()]
        far.problems += [(error.where if start is None else start + path, error) for path, error in listing.problems]
        if LINKS in listing.beside:
            far.lists.append((without_login(address) if start is None else start, listing.beside[LINKS]))
        far.left_out += listing.left_out
    far.files.sort(key=lambda row: row[0])
    return far


@contextmanager
def fetched(file: Distant, *, container: bool = False) -> Iterator[Path]:
    """The file on this machine while the block runs, under a name with the same suffix. Raises ReadError as `fetch`."""
    with tempfile.TemporaryDirectory(prefix="gigraph-") as folder:
        target = Path(folder, "file" + suffix_of(file))
        fetch(file, target, MOST_ARCHIVE if container else MAX_BYTES)
        yield target


def members_afar(file: Distant) -> list[Member] | None:
    """The documents in an archive, without fetching it: by its directory, where its filesystem gives parts of files.

    None where it does not, or the file is none or anything is wrong with it: then the whole file tells.
    """
    if not file.size or suffix_of(file) != ".zip":
        return None
    try:
        there = opened(file.root)
        with there.turn(), there.fs.open(file.name, "rb") as archive:
            return members_in(archive, file.size, file.url)
    except Exception:  # each filesystem has errors of its own
        return None


def suffix_of(file: Distant) -> str:
    """The suffix of a file's name, by which archives and files of records are known."""
    return Path(file.name.partition("?")[0]).suffix.lower()[:16]


def _base(listings: Sequence[Listing], root: str | None, *, alone: bool) -> tuple[object, list[str]] | None:
    """The filesystem and the steps of the folder that names start from; None where names are whole addresses."""
    if root is not None:
        place, path = place_of(root)
        return place, _steps(path)
    place = listings[0].place
    if not alone or any(listing.place != place for listing in listings):
        return None
    common = _steps(listings[0].folder)
    for listing in listings[1:]:
        steps = _steps(listing.folder)
        same = [one == other for one, other in zip(common, steps, strict=False)]
        common = common[: (*same, False).index(False)]
    return place, common


def _start(listing: Listing, base: tuple[object, list[str]] | None, root: str | None, address: str) -> str | None:
    """What the names of a listing's files begin with; None where they are whole addresses."""
    if base is None:
        return None
    place, common = base
    steps = _steps(listing.folder)
    if listing.place != place or steps[: len(common)] != common:
        raise UsageError(f"lies outside of the root {without_login(str(root))}", where=without_login(address))
    return "".join(f"{step}/" for step in steps[len(common) :])


def _steps(path: str) -> list[str]:
    return [step for step in path.split("/") if step]
