"""Citations projected to networks; the same graph gives the same nodes, edges and coordinates in the same order."""

import math
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import TypeAlias

import networkx as nx

from gigraph.network.layout import place_two_kinds, sunflower
from gigraph.network.ties import Choice, Source, Tie, describe, read_ties

Network: TypeAlias = "nx.Graph[str]"

# Something that more things share than this says little about any two of them, and makes too many pairs.
WIDEST = 1_000
# What tells agencies apart: not what every report must name, nor what an agency makes for itself or by statute.
BEHAVIOUR = Choice(relations=("cites",), formulas=False, without=("internal-rule", "guide", "catalogue"))


def agencies_and_regulations(source: Source, choice: Choice | None = None) -> Network:
    """The network agency → regulation (a MultiDiGraph), one edge a relation.

    Edges: `relation`, `weight` (reports), `years` (2014;2015), `first`, `last`, `formula` (whether all are formulas).
    Nodes: `label`, `type` (agency, regulation), `kind`, `region`, `region_name`, `number`, `x`, `y`, as far as known.
    """
    edges: dict[tuple[str, str, str], list[Tie]] = defaultdict(list)
    for tie in read_ties(source, choice or Choice()):
        edges[tie.agency, tie.regulation, tie.relation].append(tie)
    types = {agency: "agency" for agency, _, _ in edges} | {regulation: "regulation" for _, regulation, _ in edges}
    network: Network = nx.MultiDiGraph()
    _add_nodes(network, source, types)
    for (agency, regulation, relation), ties in sorted(edges.items()):
        network.add_edge(agency, regulation, key=relation, relation=relation, **_weights(ties))
    links = sorted({(agency, regulation) for agency, regulation, _ in edges})
    _set_places(network, place_two_kinds([n for n in network if types[n] == "agency"], links))
    return network


def agencies_alike(source: Source, choice: Choice | None = None) -> Network:
    """Agencies joined where they cite the same regulations (a Graph); without a choice, what BEHAVIOUR chooses.

    Edges: `weight` (regulations shared), `jaccard` (shared among all that either cites), `rarity` (what few cite
    counts more: the sum of ln(agencies / agencies that cite it)).
    """
    choice = choice or BEHAVIOUR
    return _alike(source, ((tie.agency, tie.regulation) for tie in read_ties(source, choice)), "agency")


def regulations_together(source: Source, choice: Choice | None = None) -> Network:
    """Regulations joined where the same agencies cite them (a Graph); choice and edges as in `agencies_alike`."""
    choice = choice or BEHAVIOUR
    return _alike(source, ((tie.regulation, tie.agency) for tie in read_ties(source, choice)), "regulation")


def _alike(source: Source, pairs: Iterable[tuple[str, str]], kind: str) -> Network:
    owners: dict[str, set[str]] = defaultdict(set)
    for thing, shared in pairs:
        owners[shared].add(thing)
    total = len(set().union(*owners.values()))
    left_out = sorted(shared for shared, things in owners.items() if len(things) > WIDEST)
    for shared in left_out:
        del owners[shared]
    held: dict[str, int] = defaultdict(int)
    common: dict[tuple[str, str], list[float]] = defaultdict(list)
    for _, things in sorted(owners.items()):
        rarity = math.log(total / len(things))
        for thing in things:
            held[thing] += 1
        for pair in combinations(sorted(things), 2):
            common[pair].append(rarity)
    network: Network = nx.Graph(left_out=len(left_out))
    _add_nodes(network, source, dict.fromkeys(held, kind))
    for (one, other), rarities in sorted(common.items()):
        either = held[one] + held[other] - len(rarities)
        network.add_edge(
            one,
            other,
            weight=len(rarities),
            jaccard=round(len(rarities) / either, 6),
            rarity=round(math.fsum(rarities), 6),
        )
    order = sorted(network, key=lambda node: (-network.degree(node), node))
    _set_places(network, dict(zip(order, sunflower(len(order)), strict=True)))
    return network


def _add_nodes(network: Network, source: Source, types: dict[str, str]) -> None:
    """Nodes in the order type, region, label, so that neighbours in the list are neighbours on the ground."""
    known = describe(source, types)
    order = sorted(types, key=lambda node: (types[node], known[node].get("region", ""), known[node]["label"], node))
    network.add_nodes_from((node, {"type": types[node], **known[node]}) for node in order)


def _weights(ties: list[Tie]) -> dict[str, object]:
    years = sorted({tie.year for tie in ties if tie.year is not None})
    span = {"years": ";".join(map(str, years)), "first": years[0], "last": years[-1]} if years else {}
    return {"weight": len({tie.report for tie in ties}), "formula": all(tie.formula for tie in ties), **span}


def _set_places(network: Network, places: dict[str, tuple[float, float]]) -> None:
    for node, (x, y) in places.items():
        network.nodes[node].update(x=round(x, 2), y=round(y, 2))
