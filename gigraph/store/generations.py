"""Published generations: hard-linked copies of the writer's database that never change, and the link to the newest.

A generation is made aside, made durable, given its name, and only then is `current` switched to it.
"""

import json
import os
import re
import shutil
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from gigraph.errors import StoreError
from gigraph.store.layout import Layout, sync, write_whole
from gigraph.store.lock import hold_alone

KEEP = 2
_HINT = "Run gigraph build again: it publishes anew"
_NAME = re.compile(r"gen-(\d{6,12})")


@dataclass(frozen=True, slots=True)
class Generation:
    """One published state. `info` is its gen.json: counts, root digest, versions."""

    path: Path
    info: Mapping[str, Any] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """Its number, counting from 1."""
        return _number(self.path)

    @property
    def database(self) -> Path:
        """The folder of its database."""
        return self.path / "store"

    @property
    def names(self) -> Path:
        """The file of its name index."""
        return self.path / "names.sqlite"

    @property
    def record(self) -> Path:
        """The file that tells what it holds, and that readers hold a lock on."""
        return self.path / "gen.json"


def current_generation(layout: Layout) -> Generation:
    """The generation that `current` names. Raises StoreError where none is published or its record is damaged."""
    try:
        target = os.readlink(layout.current)
    except FileNotFoundError as error:
        raise StoreError("the first build did not finish", where=str(layout.root), hint=_HINT) from error
    except OSError as error:
        raise StoreError(f"is no symbolic link ({error})", where=str(layout.current), hint=_HINT) from error
    return _read(layout.root / target)


def generation_at(path: Path) -> Generation | None:
    """The generation that a folder is; None for any other path."""
    return _read(path) if _NAME.fullmatch(path.name) and (path / "gen.json").exists() else None


def begin(layout: Layout) -> Path:
    """A new folder aside for the next generation; `finish` gives it its name."""
    number = 1 + max((_number(path) for path in layout.generations.iterdir()), default=0)
    aside = layout.generations / f"gen-{number:06d}.tmp"
    aside.mkdir()
    return aside


def finish(layout: Layout, aside: Path, info: Mapping[str, Any]) -> Generation:
    """Makes the generation durable, names it, switches `current` to it and drops old ones that nobody reads."""
    write_whole(aside / "gen.json", json.dumps(info, ensure_ascii=False, indent=1, sort_keys=True) + "\n")
    for path in aside.iterdir():
        sync(path)
    sync(aside)
    named = aside.with_suffix("")
    os.rename(aside, named)
    sync(layout.generations)
    link = layout.root / "current.tmp"
    link.unlink(missing_ok=True)
    link.symlink_to(Path("generations") / named.name)
    os.replace(link, layout.current)
    sync(layout.root)
    drop_old(layout)
    return Generation(named, info)


def drop_old(layout: Layout, keep: int = KEEP) -> list[Path]:
    """Deletes all generations but the current one and the newest before it, `keep` in all.

    One that a reader holds stays until a later build, and is returned. Deleted is also what a build that was killed
    named and never made current.
    """
    published = sorted((path for path in layout.generations.iterdir() if _NAME.fullmatch(path.name)), key=_number)
    current = Path(os.readlink(layout.current))
    kept = [path for path in published if _number(path) <= _number(current)][-keep:]
    held = []
    for path in published:
        if path not in kept and not _drop(path):
            held.append(path)
    return held


def _drop(path: Path) -> bool:
    """Deletes a generation, unless somebody reads it."""
    record = path / "gen.json"
    with hold_alone(record) if record.exists() else nullcontext(True) as free:
        if not free:
            return False
        dropped = path.with_suffix(".tmp")
        os.rename(path, dropped)
    shutil.rmtree(dropped)
    return True


def _read(path: Path) -> Generation:
    try:
        return Generation(path, json.loads((path / "gen.json").read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise StoreError(f"the published state is damaged ({error})", where=str(path), hint=_HINT) from error


def _number(path: Path) -> int:
    match = _NAME.fullmatch(path.name.removesuffix(".tmp"))
    return int(match.group(1)) if match else 0
