"""Finding what bears a name."""

import difflib
import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from gigraph.search.names import INDEXED, KINDS, normalise, opened, pairs_of
from gigraph.text.document_number import parse_document_number

CLASSES: Final = ("exact", "alias", "suffix", "substring")  # how a name may be found, the best first
# How a short form from within a region or an agency begins; in full its name stands in front (省财政厅, 局办公室).
_WITHIN = tuple("省市县区州盟旗镇乡局厅委部院校所")
_LAST_ORDINAL = re.compile(r"第(?=[0-9]{0,6}$)")  # of a number that is still being written: 国务院令第4
_SELECT = "SELECT thing.iri, thing.kind, thing.label, name.norm FROM "
_BY_IRI = _SELECT + "thing JOIN name ON name.thing = thing.id WHERE thing.iri = ? LIMIT 1"
_BY_NAME = _SELECT + "name JOIN thing ON thing.id = name.thing WHERE name.norm = ? AND name.how <= ?"
_BY_START = _SELECT + "name JOIN thing ON thing.id = name.thing WHERE name.norm >= ? AND name.norm < ? LIMIT ?"
_BY_PART = (
    _SELECT + "gram JOIN name ON name.id = gram.rowid JOIN thing ON thing.id = name.thing"
    " WHERE gram MATCH ? AND gram.rowid BETWEEN ? AND ? AND name.norm LIKE ? ORDER BY gram.rowid LIMIT ?"
)
_RAREST = "SELECT term FROM pair WHERE term IN (SELECT value FROM json_each(?)) ORDER BY names, term LIMIT ?"


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that a name was found to mean. how: one of CLASSES, or suggestion."""

    iri: str
    kind: str
    label: str
    how: str


_Row = tuple[str, str, str, str]  # IRI, kind, label, normal form of the name that was found


def find(path: Path, text: str, kinds: Collection[str] = KINDS, limit: int = 100) -> list[Hit]:
    """All hits of the best class for a name, the nearest first; empty where nothing fits.

    kinds: which of KINDS. limit: the most hits of a kind. Raises StoreError where there is no index.
    """
    norm = normalise(text)
    with opened(path) as base:
        for how, rows in _searches(base, text.strip(), norm, kinds, limit):
            hits = {iri: Hit(iri, kind, label, how) for iri, kind, label, _ in rows if kind in kinds}
            if hits:
                return list(hits.values())
    return []


def suggest(path: Path, text: str, kinds: Collection[str] = KINDS, limit: int = 5) -> list[Hit]:
    """The things whose names are most like a name that was not found: what the user may have meant, nearest first."""
    norm = normalise(text)
    candidates: dict[str, dict[str, Hit]] = {}
    with opened(path) as base:
        for gram in _rarest(base, norm, 4):
            for iri, kind, label, name in _parts(base, (gram,), "%", kinds, 100):
                candidates.setdefault(name, {})[iri] = Hit(iri, kind, label, "suggestion")
    near = difflib.get_close_matches(norm, candidates, n=limit, cutoff=0.4)
    return list({iri: hit for name in near for iri, hit in candidates[name].items()}.values())[:limit]


def beginning(path: Path, text: str, kinds: Collection[str] = KINDS, limit: int = 50) -> list[str]:
    """Names that begin as a person has begun to write them, sorted; for the completion of a shell.

    Labels, and where a label begins otherwise the number or the short name that begins so.
    """
    norm = _LAST_ORDINAL.sub("", normalise(text))
    with opened(path) as base:
        rows = base.execute(_BY_START, (norm, norm + chr(0x10FFFF), 20 * limit)).fetchall()
    written = {
        label if label.startswith(text) else _written(text, norm, form) if norm else ""
        for _, kind, label, form in rows
        if kind in kinds
    }
    return sorted(name for name in written if name)[:limit]


def _written(begun: str, norm: str, form: str) -> str:
    """A name in its normal form as it goes on from what was begun; a document number with its brackets."""
    numbers = [str(number) for number in parse_document_number(form)]
    if len(numbers) == 1 and numbers[0].startswith(begun):
        return numbers[0]
    return begun + form[len(norm) :]


def _searches(
    base: sqlite3.Connection, text: str, norm: str, kinds: Collection[str], limit: int
) -> Iterator[tuple[str, Iterable[_Row]]]:
    """The classes from best to worst: how a name was found, and the rows."""
    if "://" in text:
        yield "exact", base.execute(_BY_IRI, (text,))
    if norm:
        yield "exact", _ordered(base.execute(_BY_NAME, (norm, "0")))
        aliases = _ordered(base.execute(_BY_NAME, (norm, "1")))
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
    found: dict[str, list[_Row]] = {}
    if grams:
        match = " AND ".join(f'"{gram}"' for gram in grams)
        for kind, first, last in base.execute("SELECT kind, first, last FROM range ORDER BY first").fetchall():
            if kind in kinds:
                found.setdefault(kind, []).extend(base.execute(_BY_PART, (match, first, last, pattern, limit)))
    return _ordered(row for rows in found.values() for row in _ordered(rows)[:limit])


def _ordered(rows: Iterable[_Row]) -> list[_Row]:
    """Short names first, then by kind; an order that does not depend on how often the index was brought up to date."""
    return sorted(rows, key=lambda row: (len(row[3]), INDEXED.index(row[1]), row[3], row[0]))


def _all_known(base: sqlite3.Connection, norm: str) -> bool:
    pairs = set(pairs_of(norm))
    return len(_rarest(base, norm, len(pairs))) == len(pairs)


def _rarest(base: sqlite3.Connection, norm: str, limit: int) -> list[str]:
    """The pairs of the name that occur, those in the fewest names first: they tell most."""
    return [term for (term,) in base.execute(_RAREST, (json.dumps(pairs_of(norm)), limit))]
