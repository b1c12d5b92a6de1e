"""From links, one a relation, to a network with one edge a pair; nodes and edges in the same order each time."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import networkx as nx

from gigraph.network.facts import Facts

Network: TypeAlias = "nx.Graph[str]"
Attributes: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Link:
    """One relation between two things, with the reports that state it and their years, where reports do.

    formula: whether all of them name it in their opening formula alone; None where that cannot be.
    """

    source: str
    target: str
    relation: str
    reports: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    formula: bool | None = None
    roles: frozenset[str] = frozenset()


def join(facts: Facts, links: Iterable[Link], *, minimum: float = 0, apart: bool = False) -> Network:
    """A directed network of links: one edge a pair, or with `apart` one a pair and relation (a MultiDiGraph).

    Edges: `relation` (the one that most reports state), `relations` (all; cites;discloses), `weight` (reports, or
    relations where no report states them), `years` (2014;2015), `first`, `last`, `roles`, `formula`, as far as known.
    Edges below the least weight are left out.
    """
    together: dict[tuple[str, str, str], list[Link]] = defaultdict(list)
    for link in links:
        together[link.source, link.target, link.relation if apart else ""].append(link)
    edges = [(pair, _edge(same)) for pair, same in sorted(together.items()) if _weight(same) >= minimum]
    network: Network = nx.MultiDiGraph() if apart else nx.DiGraph()
    add_nodes(network, facts, {end for (source, target, _), _ in edges for end in (source, target)})
    for (source, target, key), attributes in edges:
        network.add_edge(source, target, **({"key": key} if apart else {}), **attributes)
    return network


def add_nodes(network: Network, facts: Facts, things: Iterable[str]) -> None:
    """Nodes in the order type, region, label, so that neighbours in the list are neighbours on the ground."""
    known = {thing: facts.about(thing) for thing in things}
    order = sorted(
        known, key=lambda node: (known[node]["type"], known[node].get("region", ""), known[node]["label"], node)
    )
    network.add_nodes_from((node, known[node]) for node in order)


def _weight(links: list[Link]) -> int:
    reports = frozenset[str]().union(*(link.reports for link in links))
    return len(reports) or len({link.relation for link in links})


def _edge(links: list[Link]) -> Attributes:
    stated = Counter(dict.fromkeys(sorted({link.relation for link in links}), 0))
    for link in links:
        stated[link.relation] += max(1, len(link.reports))
    found: Attributes = {
        "relation": max(stated, key=lambda relation: stated[relation]),
        "relations": ";".join(stated),
        "weight": _weight(links),
    }
    years = sorted(set[int]().union(*(link.years for link in links)))
    if years:
        found |= {"years": ";".join(map(str, years)), "first": years[0], "last": years[-1]}
    if roles := sorted(set[str]().union(*(link.roles for link in links))):
        found["roles"] = ";".join(roles)
    formulas = [link.formula for link in links if link.formula is not None]
    return found | ({"formula": all(formulas)} if formulas else {})
