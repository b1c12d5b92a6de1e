"""Writing the name index, and bringing one up to date.

`gram` tells which names hold a pair of characters, `pair` how many do. A kind's names have consecutive ids, the short
ones first, in one run and a further one for each update: a search for a part walks a kind's runs, meets the nearest
names of each first, and stops at its limit.
"""

import shutil
import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from gigraph.search.names import INDEXED, Form, Name, forms, opened, pairs_of
from gigraph.store.sqlite import failure

_SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE thing (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL);
CREATE TABLE name (id INTEGER PRIMARY KEY, norm TEXT NOT NULL, how TEXT NOT NULL, thing INTEGER NOT NULL);
CREATE TABLE range (first INTEGER PRIMARY KEY, last INTEGER NOT NULL, kind TEXT NOT NULL);
CREATE TABLE pair (term TEXT PRIMARY KEY, names INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE gram USING fts5 (grams, content='', tokenize='ascii', detail='none', columnsize=0);
CREATE VIRTUAL TABLE temp.counted USING fts5vocab (main, gram, row);
"""
_INDEXES = """
CREATE INDEX name_norm ON name (norm);
CREATE INDEX name_thing ON name (thing);
INSERT INTO gram (gram) VALUES ('optimize');
INSERT INTO pair SELECT term, doc FROM temp.counted;
ANALYZE;
"""
_RUNS = 60  # after which an index is written anew
_SHARE = 0.3  # of the things, likewise


def write_index(path: Path, names: Iterable[Name]) -> int:
    """Writes the index at a path that does not exist yet; returns how many names it holds. Raises NoSpaceError."""
    rows = sorted(forms(names))
    try:
        with closing(sqlite3.connect(path)) as base:
            base.executescript(_SCHEMA)
            with base:
                _fill(base, rows, 0, 0)
            base.executescript(_INDEXES)
    except sqlite3.OperationalError as error:
        raise failure(error, path) from error
    return len(rows)


def update_index(former: Path, path: Path, things: Collection[str], names: Iterable[Name]) -> bool:
    """Writes an index like a former one, in which some things (IRIs) have these names and no others.

    Returns False, and writes nothing, where an index from all names is the better way. Raises NoSpaceError.
    """
    with opened(former) as base:
        ((held, runs),) = base.execute("SELECT (SELECT COUNT(*) FROM thing), (SELECT COUNT(*) FROM range)")
    if runs > _RUNS or len(things) > _SHARE * (held + 1):
        return False
    try:
        shutil.copyfile(former, path)
        with closing(sqlite3.connect(path)) as base, base:
            base.execute("PRAGMA synchronous = OFF")
            counted = _take_out(base, things)
            rows = sorted(forms(names))
            ((name, thing),) = base.execute("SELECT (SELECT MAX(last) FROM range), (SELECT MAX(id) FROM thing)")
            _fill(base, rows, name or 0, thing or 0)
            for row in rows:
                counted.update(set(pairs_of(row[2])))
            _count(base, counted)
    except sqlite3.OperationalError as error:
        raise failure(error, path) from error
    return True


def index_damages(path: Path, names: Iterable[Name]) -> Iterator[str]:
    """What an index that was written from these names lacks or has too many; nothing where it is whole."""
    wanted = {(form, how, iri, label) for _, _, form, how, iri, label in forms(names)}
    sql = "SELECT name.norm, name.how, thing.iri, thing.label FROM name JOIN thing ON thing.id = name.thing"
    with opened(path) as base:
        for (told,) in base.execute("PRAGMA quick_check"):
            if told != "ok":
                yield f"{path.name}: {told}"
        held = set(base.execute(sql))
    if lacking := wanted - held:
        yield f"{path.name}: {len(lacking)} names are missing, such as {min(lacking)[0]}"
    if stray := held - wanted:
        yield f"{path.name}: {len(stray)} names of other things, such as {min(stray)[0]}"


def _fill(base: sqlite3.Connection, rows: list[Form], names: int, things: int) -> None:
    """Writes rows in their order behind those that are there: ids count on from the greatest."""
    ids = {iri: things + number for number, iri in enumerate(dict.fromkeys(row[4] for row in rows), 1)}
    labels = {iri: (INDEXED[kind], label) for kind, _, _, _, iri, label in rows}
    base.executemany("INSERT INTO thing VALUES (?, ?, ?, ?)", ((ids[iri], iri, *labels[iri]) for iri in ids))
    numbered = list(enumerate(rows, names + 1))
    base.executemany(
        "INSERT INTO name VALUES (?, ?, ?, ?)",
        ((number, norm, how, ids[iri]) for number, (_, _, norm, how, iri, _) in numbered),
    )
    base.executemany(
        "INSERT INTO gram (rowid, grams) VALUES (?, ?)",
        ((number, " ".join(pairs_of(row[2]))) for number, row in numbered),
    )
    runs: dict[int, list[int]] = {}
    for number, row in numbered:
        runs.setdefault(row[0], [number, number])[1] = number
    base.executemany(
        "INSERT INTO range VALUES (?, ?, ?)", ((first, last, INDEXED[kind]) for kind, (first, last) in runs.items())
    )


def _take_out(base: sqlite3.Connection, things: Collection[str]) -> Counter[str]:
    """Takes the names of things out of the index; returns how many fewer names hold each pair, as negative numbers."""
    counted: Counter[str] = Counter()
    for thing in things:
        sql = "SELECT name.id, name.norm FROM thing JOIN name ON name.thing = thing.id WHERE thing.iri = ?"
        for number, norm in base.execute(sql, (thing,)).fetchall():
            # A table without content has to be told what it forgets.
            base.execute(
                "INSERT INTO gram (gram, rowid, grams) VALUES ('delete', ?, ?)", (number, " ".join(pairs_of(norm)))
            )
            base.execute("DELETE FROM name WHERE id = ?", (number,))
            counted.subtract(set(pairs_of(norm)))
        base.execute("DELETE FROM thing WHERE iri = ?", (thing,))
    return counted


def _count(base: sqlite3.Connection, counted: Counter[str]) -> None:
    changed = [(pair, by) for pair, by in counted.items() if by]
    sql = "INSERT INTO pair VALUES (?, ?) ON CONFLICT (term) DO UPDATE SET names = names + excluded.names"
    base.executemany(sql, changed)
    base.execute("DELETE FROM pair WHERE names = 0")
