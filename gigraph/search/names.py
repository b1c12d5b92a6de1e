"""Names and their normal forms: what is compared when a name is looked up."""

import re
import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from gigraph.errors import StoreError
from gigraph.text.fold import simplify

KINDS = ("agency", "regulation", "platform", "region", "report")
INDEXED = (*KINDS, "indicator")  # an indicator is found only where one is asked for
_STATE = "中华人民共和国"

_ORDINAL = re.compile(r"第(?=[0-9]{1,6}号)")
_NOT_COMPARED = re.compile(r"[\W_]+")
Form = tuple[int, int, str, str, str, str]  # kind, length, normal form, how, IRI, label


@dataclass(frozen=True, slots=True)
class Name:
    """One name of one thing: its label, its number, or an alias."""

    iri: str
    kind: str
    label: str  # the thing's own label, the same in all its rows
    text: str  # this name
    alias: bool = False


def normalise(text: str) -> str:
    """A name as it is compared: widths folded, simplified script, lower case, no space, bracket or punctuation.

    >>> normalise("《政府資訊公開條例》（國務院令第 492 號）")
    '政府资讯公开条例国务院令492号'
    >>> normalise("国办发[2014]12号") == normalise("国办发〔2014〕12 号")
    True
    """
    folded = simplify(unicodedata.normalize("NFKC", text)).casefold()
    return _ORDINAL.sub("", _NOT_COMPARED.sub("", folded))


def forms(names: Iterable[Name]) -> Iterator[Form]:
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


def pairs_of(norm: str) -> list[str]:
    """The pairs of characters that follow each other; a single character stands for itself."""
    return [norm[at : at + 2] for at in range(len(norm) - 1)] or [norm]


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as base:
            yield base
    except sqlite3.DatabaseError as error:
        hint = "Run gigraph build again: it writes the index anew"
        raise StoreError(f"the name index cannot be read ({error})", where=str(path), hint=hint) from error
