"""A network from the rows of a query's answer: what two entities each row names become an edge."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import networkx as nx

from gigraph.errors import UsageError
from gigraph.iris import BASE
from gigraph.network.facts import Facts, Source, code, type_of
from gigraph.network.links import Attributes, Network, add_nodes
from gigraph.store.terms import Iri, Value
from gigraph.vocab import GI

_TRIPLE = ("subject", "object")
_RELATION = ("relation", "predicate")
_WEIGHT = ("weight", "count", "reports")  # columns that say how strong an edge is
_YEAR = "year"


@dataclass(frozen=True, slots=True)
class Asked:
    """Rows of an answer: `variables` names their cells; `given` are the entities that the question was asked about."""

    variables: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]
    given: Mapping[str, str] = field(default_factory=dict)


def network_of(source: Source, asked: Asked, *, minimum: float = 0) -> Network:
    """The network of an answer, one edge a pair and relation (a MultiDiGraph where there are several relations).

    Ends are the columns subject and object, else the first two columns of entities; where there is but one, the
    question's own entity is the other end. Other columns become attributes of the edge: `weight` from a column weight,
    count or reports, else the number of rows; `years` from a column year; values that differ are joined by ;.
    The network's own attribute `rows_left_out` counts the rows where one of the ends is empty.
    Raises UsageError where rows name no two entities.
    """
    ends = _ends(asked) if asked.rows else ("", "")
    relation = next((name for name in _RELATION if name in asked.variables), None)
    rows: dict[tuple[str, str, str], list[dict[str, Value]]] = defaultdict(list)
    alone = 0
    for row in asked.rows:
        cells: dict[str, Any] = {**asked.given, **dict(zip(asked.variables, row, strict=True))}
        if cells[ends[0]] and cells[ends[1]]:
            named = _text(cells[relation]) if relation and cells[relation] else ""
            rows[str(cells[ends[0]]), str(cells[ends[1]]), named].append(cells)
        else:
            alone += 1
    own = {*ends, *(f"{end}Label" for end in ends), relation or "", *asked.given}
    network = _drawn(source, rows, own, ends, minimum)
    network.graph["rows_left_out"] = alone
    return network


def _drawn(
    source: Source, rows: Mapping[tuple[str, str, str], list[dict[str, Value]]], own: set[str], ends: tuple[str, str],
    minimum: float,
) -> Network:  # fmt: skip
    several = len({pair[:2] for pair in rows}) < len(rows)
    network: Network = nx.MultiDiGraph() if several else nx.DiGraph()
    edges = [(pair, _edge(cells, pair[2], own)) for pair, cells in sorted(rows.items())]
    kept = [(pair, found) for pair, found in edges if float(str(found["weight"])) >= minimum]
    add_nodes(network, Facts(source), {end for pair, _ in kept for end in pair[:2]})
    for (one, other, relation), found in kept:
        network.add_edge(one, other, **({"key": relation} if several else {}), **found)
    for (one, other, _), cells in rows.items():
        for thing, end in zip((one, other), ends, strict=True):
            if thing in network and cells[0].get(f"{end}Label"):
                network.nodes[thing]["label"] = str(cells[0][f"{end}Label"])
    return network


def _ends(asked: Asked) -> tuple[str, str]:
    if all(name in asked.variables for name in _TRIPLE):
        return "subject", "object"
    found = [name for at, name in enumerate(asked.variables) if _are_entities(row[at] for row in asked.rows)]
    if len(found) < 2:  # a relation or a kind that was asked for is no end of an edge
        found = [
            *(name for name, thing in asked.given.items() if type_of(thing) != "thing" and name not in found),
            *found,
        ]
    if len(found) < 2:
        hint = "Its rows must name two entities, or subject, relation and object; a table format takes any rows"
        raise UsageError("makes no network", where=", ".join(asked.variables), hint=hint)
    return found[0], found[1]


def _are_entities(cells: Iterable[Value]) -> bool:
    known = [cell for cell in cells if cell is not None]
    return bool(known) and all(isinstance(cell, Iri) and type_of(cell) != "thing" for cell in known)


def _edge(rows: list[dict[str, Value]], relation: str, own: set[str]) -> Attributes:
    counted = next((name for name in _WEIGHT if all(isinstance(row.get(name), int) for row in rows)), None)
    found: Attributes = {"relation": relation, "relations": relation} if relation else {}
    found["weight"] = sum(int(str(row[counted])) for row in rows) if counted else len(rows)
    years = sorted({int(str(row[_YEAR])) for row in rows if row.get(_YEAR) is not None})
    if years:
        found |= {"years": ";".join(map(str, years)), "first": years[0], "last": years[-1]}
    for name in rows[0]:
        values = sorted({_text(row[name]) for row in rows if row[name] is not None})
        if values and name not in own and name not in (counted, _YEAR) and name not in found:
            found[name] = ";".join(values)
    return found


def _text(value: Value) -> str:
    """A cell as an attribute: concepts and properties by their code."""
    text = str(value).removeprefix(GI)
    return code(text) if text.startswith(BASE) and type_of(text) == "thing" else text


__all__ = ["Asked", "network_of"]
