"""What the page shows, as plain data; gigraph/explorer/src/data/types.ts has the same in TypeScript."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gigraph.exporters.html.evidence import Evidence, Passage, read_evidence
from gigraph.exporters.html.facts import Things
from gigraph.exporters.html.sentences import Sentences
from gigraph.network import Network, Source

Json = dict[str, Any]

MOST = 6  # quotes of an edge
IN_ALL = 60_000  # quotes of a page; with more edges each has fewer, at least one
_NOT_MEASURED = frozenset({"x", "y", "weight", "first", "last"})


def compose(source: Source, network: Network, sources: Path | None = None) -> Json:
    """Nodes, edges with quotes, reports, labels of codes, names of regions. The same graph gives the same data."""
    things = Things(source, network)
    reports = _Reports()
    evidence = read_evidence(source) if network.is_directed() else Evidence({}, {})
    most = max(1, min(MOST, IN_ALL // max(1, network.number_of_edges())))
    sentences = Sentences(sources) if sources is not None else None
    edges = []
    for one, other, data in network.edges(data=True):
        years = [int(year) for year in str(data.get("years", "")).split(";") if year]
        passages = evidence.of(one, other, str(data.get("relation", "")), years)
        quotes = [_quote(passage, evidence, reports, sentences) for passage in passages[:most]]
        edges.append(_edge(data, things.place[one], things.place[other], years, quotes, len(passages)))
    left_out = sorted(network.graph.get("left_out", {}).items())
    things.name_concepts(f"instrument-type/{name}" for name, _ in left_out)
    return {
        "version": 1,
        "directed": network.is_directed(),
        "nodes": [_node(things, node, data) for node, data in network.nodes(data=True)],
        "edges": edges,
        "reports": reports.rows,
        "terms": things.terms(),
        "regions": things.regions(),
        "leftOut": dict(left_out),
    }


class _Reports:
    """The reports that quotes come from, in the order in which they first come."""

    def __init__(self) -> None:
        self.rows: list[Json] = []
        self._places: dict[str, int] = {}

    def place(self, evidence: Evidence, report: str) -> int:
        if report not in self._places:
            self._places[report] = len(self.rows)
            known = evidence.reports[report]
            self.rows.append(_known(title=known.title, source=known.key, year=known.year))
        return self._places[report]


def _node(things: Things, node: str, data: Mapping[str, Any]) -> Json:
    return _known(
        id=node, label=str(data.get("label", node)), type=str(data.get("type", "thing")), kind=things.kind(node),
        region=data.get("region"), number=data.get("number"), x=data.get("x"), y=data.get("y"),
        names=things.names(node, str(data.get("label", node))), facts=things.facts(node), measures=_measures(data),
    )  # fmt: skip


def _edge(data: Mapping[str, Any], s: int, t: int, years: list[int], quotes: list[Json], total: int) -> Json:
    return _known(
        s=s, t=t, relation=data.get("relation"), weight=data.get("weight"), years=years,
        measures=_measures(data), evidence=quotes, quotes=total if total > len(quotes) else None,
    )  # fmt: skip


def _quote(passage: Passage, evidence: Evidence, reports: _Reports, sentences: Sentences | None) -> Json:
    report = evidence.reports[passage.report]
    around = sentences.around(report.key, passage) if sentences else None
    before, after = around or ("", "")
    return _known(
        report=reports.place(evidence, passage.report), start=passage.start, end=passage.end, quote=passage.quote,
        pinpoint="、".join(passage.pinpoints), section=passage.section, before=before, after=after,
    )  # fmt: skip


def _measures(data: Mapping[str, Any]) -> Json:
    return {
        name: value
        for name, value in sorted(data.items())
        if isinstance(value, int | float) and not isinstance(value, bool) and name not in _NOT_MEASURED
    }


def _known(**values: Any) -> Json:
    """The values that say something: no None, no empty text or list."""
    return {name: value for name, value in values.items() if value is not None and value not in ("", [], {})}
