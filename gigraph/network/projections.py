"""Networks of citations: who cites what, who cites the same, what is cited together."""

import math
from collections import defaultdict
from collections.abc import Iterable

import networkx as nx

from gigraph.network.choice import DEFAULT, Choice
from gigraph.network.facts import Facts, Source
from gigraph.network.links import Link, Network, add_nodes, join
from gigraph.network.ties import Tie, read_ties

# At most so many pairs are looked at. What few share counts first: what all share says little about any two.
PAIRS = 1_000_000


def agencies_and_regulations(source: Source, choice: Choice = DEFAULT, *, apart: bool = False) -> Network:
    """The network agency → regulation; edges as `links.join` says."""
    facts = Facts(source)
    ties = read_ties(source, facts, choice)
    groups: dict[tuple[str, str, str], list[Tie]] = defaultdict(list)
    for tie in ties.chosen:
        groups[tie.agency, tie.regulation, tie.relation].append(tie)
    network = join(facts, (_link(*key, group) for key, group in groups.items()), minimum=choice.minimum, apart=apart)
    network.graph["left_out"] = ties.left_out
    return network


def agencies_alike(source: Source, choice: Choice = DEFAULT) -> Network:
    """Agencies joined where they cite the same regulations (a Graph).

    Edges: `weight` (regulations shared), `jaccard` (shared among all that either cites), `rarity` (what few cite
    counts more: the sum of ln(agencies / agencies that cite it)); `first`, the year from which both have cited one of
    them, and `last`, the last year in which either does.
    """
    return _alike(source, choice, "agency")


def regulations_together(source: Source, choice: Choice = DEFAULT) -> Network:
    """Regulations joined where the same agencies cite them (a Graph); edges as in `agencies_alike`."""
    return _alike(source, choice, "regulation")


def _link(agency: str, regulation: str, relation: str, ties: list[Tie]) -> Link:
    return Link(
        agency,
        regulation,
        relation,
        reports=frozenset(tie.report for tie in ties),
        years=frozenset(tie.year for tie in ties if tie.year is not None),
        formula=all(tie.formula for tie in ties),
        roles=frozenset(tie.role for tie in ties if tie.role),
    )


class _Shared:
    """What two things share, summed up as it is met."""

    __slots__ = ("count", "first", "last", "rarity")

    def __init__(self) -> None:
        self.count, self.rarity = 0, 0.0
        self.first: int | None = None
        self.last: int | None = None

    def add(self, rarity: float, one: set[int], other: set[int]) -> None:
        """One more thing that both have, in these years each."""
        self.count += 1
        self.rarity += rarity
        if one and other:
            first, last = max(min(one), min(other)), max(*one, *other)
            self.first = first if self.first is None else min(self.first, first)
            self.last = last if self.last is None else max(self.last, last)


Holders = dict[str, set[int]]  # who has a thing, and in which years


def _alike(source: Source, choice: Choice, kind: str) -> Network:
    facts = Facts(source)
    ties = read_ties(source, facts, choice)
    holders: dict[str, Holders] = defaultdict(lambda: defaultdict(set))
    for tie in ties.chosen:
        thing, shared = (tie.agency, tie.regulation) if kind == "agency" else (tie.regulation, tie.agency)
        holders[shared][thing] |= {tie.year} if tie.year is not None else set()
    taken, too_wide = _rarest(holders)
    held: dict[str, int] = defaultdict(int)
    for having in taken:
        for thing in having:
            held[thing] += 1
    network: Network = nx.Graph(left_out=ties.left_out, too_wide=too_wide)
    total = len({thing for having in holders.values() for thing in having})
    add_nodes(network, facts, held)
    for (one, other), both in sorted(_pairs(taken, total).items()):
        if both.count >= choice.minimum:
            network.add_edge(one, other, **_edge(both, held[one] + held[other]))
    if choice.minimum > 1:
        network.remove_nodes_from([node for node, degree in network.degree() if not degree])
    return network


def _rarest(holders: dict[str, Holders]) -> tuple[list[Holders], int]:
    """What fewest share, as far as PAIRS goes, and how many things are shared by too many."""
    order = sorted(holders, key=lambda shared: (len(holders[shared]), shared))
    taken: list[Holders] = []
    left = PAIRS
    for shared in order:
        left -= math.comb(len(holders[shared]), 2)
        if left < 0:
            break
        taken.append(holders[shared])
    return taken, len(order) - len(taken)


def _pairs(taken: Iterable[Holders], total: int) -> dict[tuple[str, str], _Shared]:
    common: dict[tuple[str, str], _Shared] = defaultdict(_Shared)
    for having in taken:
        rarity = math.log(total / len(having))
        things = sorted(having)
        for at, one in enumerate(things):
            for other in things[at + 1 :]:
                common[one, other].add(rarity, having[one], having[other])
    return common


def _edge(both: _Shared, either: int) -> dict[str, float]:
    found = {
        "weight": both.count,
        "jaccard": round(both.count / (either - both.count), 6),
        "rarity": round(both.rarity, 6),
    }
    if both.first is not None and both.last is not None:
        found |= {"first": both.first, "last": both.last}
    return found
