"""The name index: from a name, short name, document number or IRI as a person writes it to the things that bear it.

A SQLite file in each generation. Nothing is chosen for the user: all hits of the best class come back, so that an
ambiguous name is seen to be one. Classes: the exact name, an alias, the end of a name (省财政厅), any part of one.
"""

import difflib
import json
import re
import sqlite3
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from gigraph.errors import NoSpaceError, StoreError
from gigraph.text.fold import simplify

KINDS = ("agency", "regulation", "platform", "region", "report")
INDEXED = (*KINDS, "indicator")  # an indicator is found only where one is asked for
# How a short form from within a region or an agency begins; in full its name stands in front (省财政厅, 局办公室).
_WITHIN = tuple("省市县区州盟旗镇乡局厅委部院校所")
_STATE = "中华人民共和国"

_ORDINAL = re.compile(r"第(?=[0-9]{1,6}号)")
_NOT_COMPARED = re.compile(r"[\W_]+")
# `gram` tells which names hold a pair of characters, `pair` how many do. A kind's names have consecutive ids, the short
# ones first: a search for a part walks one kind, meets the nearest names first, and stops at its limit.
_SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
CREATE TABLE thing (id INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, label TEXT NOT NULL);
CREATE TABLE name (id INTEGER PRIMARY KEY, norm TEXT NOT NULL, how TEXT NOT NULL, thing INTEGER NOT NULL);
CREATE TABLE range (kind TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL);
CREATE TABLE pair (term TEXT PRIMARY KEY, names INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE gram USING fts5 (grams, content='', tokenize='ascii', detail='none', columnsize=0);
CREATE VIRTUAL TABLE temp.counted USING fts5vocab (main, gram, row);
"""
_INDEXES = """
CREATE INDEX name_norm ON name (norm);
INSERT INTO gram (gram) VALUES ('optimize');
INSERT INTO pair SELECT term, doc FROM temp.counted;
ANALYZE;
"""
_SELECT = "SELECT thing.iri, thing.kind, thing.label, name.norm FROM "
_BY_IRI = _SELECT + "thing JOIN name ON name.thing = thing.id WHERE thing.iri = ? LIMIT 1"
_BY_NAME = _SELECT + "name JOIN thing ON thing.id = name.thing WHERE name.norm = ? AND name.how <= ? ORDER BY name.id"
_BY_START = _SELECT + "name JOIN thing ON thing.id = name.thing WHERE name.norm >= ? AND name.norm < ? LIMIT ?"
_BY_PART = (
    _SELECT + "gram JOIN name ON name.id = gram.rowid JOIN thing ON thing.id = name.thing"
    " WHERE gram MATCH ? AND gram.rowid BETWEEN ? AND ? AND name.norm LIKE ? ORDER BY gram.rowid LIMIT ?"
)
_RAREST = "SELECT term FROM pair WHERE term IN (SELECT value FROM json_each(?)) ORDER BY names, term LIMIT ?"


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing: its label, its number, or an alias."""

    iri: str
    kind: str
    label: str  # the thing's own label, the same in all its rows
    text: str  # this name
    alias: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that a name was found to mean. how: exact, alias, suffix or substring."""

    iri: str
    kind: str
    label: str
    how: str


_Row = tuple[str, str, str, str]  # IRI, kind, label, normal form of the name that was found


def normalise(text: str) -> str:
    """A name as it is compared: widths folded, simplified script, lower case, no space, bracket or punctuation.

    >>> normalise("《政府資訊公開條例》（國務院令第 492 號）")
    '政府资讯公开条例国务院令492号'
    >>> normalise("国办发[2014]12号") == normalise("国办发〔2014〕12 号")
    True
    """
    folded = simplify(unicodedata.normalize("NFKC", text)).casefold()
    return _ORDINAL.sub("", _NOT_COMPARED.sub("", folded))


def write_index(path: Path, names: Iterable[Name]) -> int:
    """Writes the index at a path that does not exist yet; returns how many names it holds. Raises NoSpaceError."""
    rows = sorted(_rows(names))
    try:
        with closing(sqlite3.connect(path)) as base:
            base.executescript(_SCHEMA)
            with base:
                _fill(base, rows)
            base.executescript(_INDEXES)
    except sqlite3.OperationalError as error:
        if "full" in str(error):
            raise NoSpaceError("the disk is full", where=str(path), hint="Free some space and build again") from error
        raise
    return len(rows)


def index_damages(path: Path, names: Iterable[Name]) -> Iterator[str]:
    """What an index that was written from these names lacks or has too many; nothing where it is whole."""
    wanted = {(form, how, iri, label) for _, _, form, how, iri, label in _rows(names)}
    sql = "SELECT name.norm, name.how, thing.iri, thing.label FROM name JOIN thing ON thing.id = name.thing"
    with _opened(path) as base:
        for (told,) in base.execute("PRAGMA quick_check"):
            if told != "ok":
                yield f"{path.name}: {told}"
        held = set(base.execute(sql))
    if lacking := wanted - held:
        yield f"{path.name}: {len(lacking)} names are missing, such as {min(lacking)[0]}"
    if stray := held - wanted:
        yield f"{path.name}: {len(stray)} names of other things, such as {min(stray)[0]}"


def find(path: Path, text: str, kinds: Collection[str] = KINDS, limit: int = 100) -> list[Hit]:
    """All hits of the best class for a name, the nearest first; empty where nothing fits.

    kinds: which of KINDS. limit: the most hits of a kind. Raises StoreError where there is no index.
    """
    norm = normalise(text)
    with _opened(path) as base:
        for how, rows in _searches(base, text.strip(), norm, kinds, limit):
            hits = {iri: Hit(iri, kind, label, how) for iri, kind, label, _ in rows if kind in kinds}
            if hits:
                return list(hits.values())
    return []


def suggest(path: Path, text: str, kinds: Collection[str] = KINDS, limit: int = 5) -> list[Hit]:
    """The things whose names are most like a name that was not found: what the user may have meant, nearest first."""
    norm = normalise(text)
    candidates: dict[str, dict[str, Hit]] = {}
    with _opened(path) as base:
        for gram in _rarest(base, norm, 4):
            for iri, kind, label, name in _parts(base, (gram,), "%", kinds, 100):
                candidates.setdefault(name, {})[iri] = Hit(iri, kind, label, "suggestion")
    near = difflib.get_close_matches(norm, candidates, n=limit, cutoff=0.4)
    return list({iri: hit for name in near for iri, hit in candidates[name].items()}.values())[:limit]


def beginning(path: Path, text: str, kinds: Collection[str] = KINDS, limit: int = 50) -> list[str]:
    """Labels that begin as a person has begun to write them, sorted; for the completion of a shell."""
    norm = normalise(text)
    with _opened(path) as base:
        rows = base.execute(_BY_START, (norm, norm + chr(0x10FFFF), 20 * limit)).fetchall()
    return sorted({label for _, kind, label, _ in rows if kind in kinds and label.startswith(text)})[:limit]


def _searches(
    base: sqlite3.Connection, text: str, norm: str, kinds: Collection[str], limit: int
) -> Iterator[tuple[str, Iterable[_Row]]]:
    """The classes from best to worst: how a name was found, and the rows."""
    if "://" in text:
        yield "exact", base.execute(_BY_IRI, (text,))
    if norm:
        yield "exact", base.execute(_BY_NAME, (norm, "0"))
        aliases = base.execute(_BY_NAME, (norm, "1")).fetchall()
        grams = _rarest(base, norm, 3) if len(norm) > 1 and _all_known(base, norm) else ()
        if norm.startswith(_WITHIN) and len(norm) > 2:
            # Every province has a 省财政厅: that a report of one wrote it so does not make it the only one.
            ending = _parts(base, grams, "%" + norm, kinds, limit)
            yield "suffix" if {row[0] for row in ending} - {row[0] for row in aliases} else "alias", aliases + ending
        yield "alias", aliases
        yield "substring", _parts(base, grams, f"%{norm}%", kinds, limit)


def _parts(
    base: sqlite3.Connection, grams: Collection[str], pattern: str, kinds: Collection[str], limit: int
) -> list[_Row]:
    """The names that hold all the pairs and fit a LIKE pattern, short ones first, at most `limit` of a kind."""
    found: list[_Row] = []
    if grams:
        match = " AND ".join(f'"{gram}"' for gram in grams)
        for kind, first, last in base.execute("SELECT kind, first, last FROM range ORDER BY first").fetchall():
            if kind in kinds:
                found += base.execute(_BY_PART, (match, first, last, pattern, limit)).fetchall()
    return sorted(found, key=lambda row: len(row[3]))


def _all_known(base: sqlite3.Connection, norm: str) -> bool:
    grams = set(_grams(norm))
    return len(_rarest(base, norm, len(grams))) == len(grams)


def _rarest(base: sqlite3.Connection, norm: str, limit: int) -> list[str]:
    """The pairs of the name that occur, those in the fewest names first: they tell most."""
    return [term for (term,) in base.execute(_RAREST, (json.dumps(_grams(norm)), limit))]


def _fill(base: sqlite3.Connection, rows: list[tuple[int, int, str, str, str, str]]) -> None:
    things = {iri: (number, iri, INDEXED[kind], label) for number, (kind, _, _, _, iri, label) in enumerate(rows, 1)}
    base.executemany("INSERT INTO thing VALUES (?, ?, ?, ?)", things.values())
    base.executemany(
        "INSERT INTO name VALUES (?, ?, ?, ?)",
        ((number, norm, how, things[iri][0]) for number, (_, _, norm, how, iri, _) in enumerate(rows, 1)),
    )
    base.executemany(
        "INSERT INTO gram (rowid, grams) VALUES (?, ?)",
        ((number, " ".join(_grams(row[2]))) for number, row in enumerate(rows, 1)),
    )
    base.execute(
        "INSERT INTO range SELECT kind, min(n.id), max(n.id) FROM name n JOIN thing t ON t.id = n.thing GROUP BY kind"
    )


def _rows(names: Iterable[Name]) -> Iterator[tuple[int, int, str, str, str, str]]:
    """(kind, length, normal form, how, IRI, label) of each name and of the forms that follow from it."""
    best: dict[tuple[str, str], tuple[str, Name]] = {}
    for name in names:
        norm, how = normalise(name.text), "1" if name.alias else "0"
        forms = [(norm, how)]
        if name.kind == "regulation" and norm.startswith(_STATE):
            forms.append((norm.removeprefix(_STATE), "1"))
        for form, rank in forms:
            if form and rank < best.get((form, name.iri), ("2",))[0]:
                best[form, name.iri] = rank, name
    for (form, iri), (rank, name) in best.items():
        yield INDEXED.index(name.kind), len(form), form, rank, iri, name.label


def _grams(norm: str) -> list[str]:
    """The pairs of characters that follow each other; a single character stands for itself."""
    return [norm[at : at + 2] for at in range(len(norm) - 1)] or [norm]


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as base:
            yield base
    except sqlite3.DatabaseError as error:
        hint = "Run gigraph build again: it writes the index anew"
        raise StoreError(f"the name index cannot be read ({error})", where=str(path), hint=hint) from error
