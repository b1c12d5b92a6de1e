"""The store's directory: what lies where, whether it is ours, and files that appear whole or not at all.

gigraph.json      marker with the format's version
lock              held by the one writing process, whose pid it names
store/            the writer's database; nobody else opens it
generations/      published states, each with its own database, name index and gen.json
current           symbolic link to the newest of them; readers follow it
problems.jsonl    what the last build could not read
cache.sqlite      what makes the next build faster; may be deleted
ledger.sqlite     what the link pass keeps, so that it need not begin anew; may be deleted
"""

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from gigraph.errors import StoreError, StoreMissingError

FORMAT = 1
# What a build that was killed at its very beginning may have left in a folder without a marker.
_BEGINNINGS = frozenset({"lock", "gigraph.json.tmp"})


@dataclass(frozen=True, slots=True)
class Layout:
    """The paths inside a store's directory `root`."""

    root: Path

    @property
    def marker(self) -> Path:
        return self.root / "gigraph.json"

    @property
    def lock(self) -> Path:
        return self.root / "lock"

    @property
    def database(self) -> Path:
        return self.root / "store"

    @property
    def fresh(self) -> Path:
        """A database that is being made to take the place of the writer's."""
        return self.root / "store.new"

    @property
    def successor(self) -> Path:
        """The same when it is complete: whoever finds it puts it into the place of the writer's."""
        return self.root / "store.next"

    @property
    def generations(self) -> Path:
        return self.root / "generations"

    @property
    def current(self) -> Path:
        return self.root / "current"

    @property
    def problems(self) -> Path:
        return self.root / "problems.jsonl"

    @property
    def cache(self) -> Path:
        return self.root / "cache.sqlite"

    @property
    def ledger(self) -> Path:
        return self.root / "ledger.sqlite"


def is_store(path: Path) -> bool:
    """Whether a folder bears the marker of a store."""
    return os.path.isfile(path / "gigraph.json")  # False also where the folder may not be read


def check_ours(layout: Layout) -> None:
    """Passes a folder that is a store, empty or not there; raises StoreError for anything else."""
    root = layout.root
    if not os.path.lexists(root):
        return
    if not root.is_dir():
        raise StoreError("is not a folder", where=str(root), hint="Choose another place with --store")
    if layout.marker.exists():
        _check_format(layout)
    elif not _BEGINNINGS.issuperset(os.listdir(root)):
        hint = "Choose a new or empty folder with --store; nothing was touched"
        raise StoreError("holds other things and is no store of gigraph", where=str(root), hint=hint)


def check_exists(layout: Layout) -> None:
    """Passes a folder that is a store; raises StoreMissingError where there is none, StoreError where it is foreign."""
    check_ours(layout)
    if not layout.marker.exists():
        hint = "Build one: gigraph build DIR; one that is elsewhere is named with --store"
        raise StoreMissingError("there is no store here", where=str(layout.root), hint=hint)


def mark(layout: Layout) -> None:
    """Makes the folder a store, unless it is one already."""
    if not layout.marker.exists():
        write_whole(layout.marker, json.dumps({"application": "gigraph", "format": FORMAT}) + "\n")
    layout.generations.mkdir(exist_ok=True)


def sweep(layout: Layout) -> None:
    """Deletes what a killed build left behind. Only under the lock, before the database is opened."""
    adopt(layout)
    for database in (layout.database, layout.fresh):
        # Files of a bulk load that did not end, and the database's messages: each opening leaves one more of these.
        for orphan in [*database.glob("bulk-*.sst"), *database.glob("LOG.old.*")]:
            orphan.unlink()
    for leftover in [*layout.root.glob("*.tmp"), *layout.generations.glob("*.tmp")]:
        if leftover.is_dir() and not leftover.is_symlink():
            shutil.rmtree(leftover)
        else:
            leftover.unlink()


def adopt(layout: Layout) -> None:
    """Puts a complete successor into the place of the writer's database, which nobody may have open."""
    if layout.successor.exists():
        shutil.rmtree(layout.database, ignore_errors=True)
        os.rename(layout.successor, layout.database)
        sync(layout.root)


def write_whole(path: Path, text: str) -> None:
    """Writes a file so that it is there as a whole or not at all, also after a power cut."""
    aside = path.with_name(path.name + ".tmp")
    with aside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(aside, path)
    sync(path.parent)


def sync(path: Path) -> None:
    """Makes a file's bytes, or the names in a folder, durable."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _check_format(layout: Layout) -> None:
    try:
        found = json.loads(layout.marker.read_text(encoding="utf-8"))
        version = int(found["format"])
    except (ValueError, KeyError, TypeError, OSError) as error:
        raise StoreError(f"the marker cannot be read ({error})", where=str(layout.marker)) from error
    if version > FORMAT:
        hint = "Install a newer gigraph, or choose another place with --store"
        raise StoreError(f"has format {version}, this gigraph knows {FORMAT}", where=str(layout.root), hint=hint)
