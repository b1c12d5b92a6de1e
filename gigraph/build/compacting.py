"""The store written anew: smaller, faster to read, and without the words of reports that were taken out.

RocksDB and Oxigraph never delete a string: the text of a replaced or removed report stays readable in the files until
the whole database is made anew.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gigraph.build.cache import open_cache
from gigraph.build.publishing import publish
from gigraph.build.rebuilding import take_over
from gigraph.errors import StoreError
from gigraph.link.ledger import open_ledger
from gigraph.store import MANIFEST, Entry, Writer, manifest_digest, open_writer
from gigraph.store.generations import Generation, drop_old
from gigraph.store.layout import Layout, check_exists
from gigraph.store.verify import damages


@dataclass(frozen=True, slots=True)
class Compacted:
    """before, after: bytes on disk. statements, graphs: how many were taken over. held: generations with old text that
    somebody is reading, which therefore stay until another compact."""

    before: int
    after: int
    statements: int
    graphs: int
    generation: int
    held: tuple[str, ...]


def compact(
    store_path: str | os.PathLike[str], step: Callable[[int, int], None] = lambda done, total: None
) -> Compacted:
    """Writes the database anew, compares every digest, and puts it into the place of the old one.

    May be killed at any moment: the old database stays until the new one is whole. Needs as much free disk as the
    store takes. step: called with how many graphs of how many are written. Raises StoreError where the store does not
    hold what its manifest says: nothing is changed then.
    """
    layout = Layout(Path(store_path))
    check_exists(layout)
    before = bytes_on_disk(layout.root)
    with open_writer(layout.root) as writer:
        entries = _checked(writer)
        generation = _write_anew(writer, entries, step)
        with open_cache(layout.cache) as cache:
            cache.erase()
        with open_ledger(layout.ledger) as ledger:
            ledger.erase()
        held = drop_old(layout, keep=1)
    return Compacted(
        before,
        bytes_on_disk(layout.root),
        sum(entry.quads for entry in entries.values()),
        len(entries),
        generation.number,
        tuple(path.name for path in held),
    )


def bytes_on_disk(folder: Path) -> int:
    """What the files of a folder take, each counted once however many names it has."""
    files = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            status = path.stat()
            files[status.st_dev, status.st_ino] = status.st_size
    return sum(files.values())


def _checked(writer: Writer) -> dict[str, Entry]:
    entries = writer.entries()
    if stray := set(writer.graph.graphs()) - {MANIFEST} - set(entries):
        raise StoreError(f"the graph {min(stray)} is not in the manifest", where=str(writer.layout.root), hint=_HINT)
    return entries


def _write_anew(writer: Writer, entries: dict[str, Entry], step: Callable[[int, int], None]) -> Generation:
    writer.discard_fresh()
    done = 0
    step(done, len(entries))
    try:
        with writer.rebuilding() as fresh:
            for written in take_over(fresh, writer, list(entries.values())):
                done += len(written)
                step(done, len(entries))
            _compare(fresh, entries)
            return publish(fresh, anew=True)
    except BaseException:
        writer.discard_fresh()  # it may hold the very disk that was lacking
        raise


def _compare(fresh: Writer, entries: dict[str, Entry]) -> None:
    differences = list(damages(fresh.graph))
    if differences or manifest_digest(fresh.entries().values()) != manifest_digest(entries.values()):
        told = differences[0] if differences else "the manifest differs"
        raise StoreError(f"the store is damaged: {told}", where=str(fresh.layout.root), hint=_HINT)


_HINT = "Nothing was changed. gigraph verify tells more; a store that is deleted is made anew by gigraph build"
