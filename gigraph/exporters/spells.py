"""When nodes and edges are there: the years that reports give them, as spans of days, for time lines."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from gigraph.exporters.attributes import Attributes
from gigraph.network import Network

Span = tuple[int, int]  # first and last year


def spans(data: Attributes) -> Sequence[Span]:
    """The runs of an edge's `years`, or from its `first` year to its `last`; empty where it has no years.

    >>> spans({"years": "2014;2015;2017"}), spans({"first": 2014, "last": 2019})
    (((2014, 2015), (2017, 2017)), ((2014, 2019),))
    """
    if "years" in data:
        return _runs_of(str(data["years"]))
    if "first" in data and "last" in data:
        return ((int(str(data["first"])), int(str(data["last"]))),)
    return ()


@lru_cache(maxsize=4096)  # edges have few different lists of years
def _runs_of(years: str) -> tuple[Span, ...]:
    return tuple(runs(map(int, years.split(";"))))


def runs(years: Iterable[int]) -> list[Span]:
    """Years as runs without a gap."""
    found: list[Span] = []
    for year in sorted(set(years)):
        if found and year == found[-1][1] + 1:
            found[-1] = (found[-1][0], year)
        else:
            found.append((year, year))
    return found


def node_spans(network: Network) -> dict[str, Sequence[Span]]:
    """For each node the years of its edges; nodes with an edge that has none are always there, and not listed."""
    years: dict[str, set[int]] = {}
    always: set[str] = set()
    for source, target, data in network.edges(data=True):
        found = spans(data)
        if not found:
            always |= {source, target}
        for first, last in found:
            for end in (source, target):
                years.setdefault(end, set()).update(range(first, last + 1))
    return {node: runs(found) for node, found in years.items() if node not in always}
