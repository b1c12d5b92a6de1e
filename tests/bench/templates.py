"""How long each template and look-up takes over a store, with the arguments that its kinds of parameters allow.

python tests/bench/templates.py STORE [NAME ...]

Of each: the median over several things of its kind, a frequent one among them, in milliseconds; once with what must be
given alone, once (`narrowed`) with an agency, region or year too where it may be. Goal: 10 ms at five million statements,
else the template's header says why not (`#+ cost:`).
"""

import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from gigraph.errors import QueryLimitError
from gigraph.iris import mint
from gigraph.queries import Query, ask, load_queries
from gigraph.queries.cards import card
from gigraph.queries.lookups import cited_by, cites
from gigraph.store import Graph, Iri, Literal, Rows, open_graph
from gigraph.store.apart import Apart, Limits
from gigraph.vocab import PREFIXES

GOAL = 10.0
TIMES = 5
PATIENCE = 3.0  # seconds
_SAMPLES = {
    "agency": "SELECT ?x (COUNT(?y) AS ?n) WHERE { GRAPH id:graph\\/entities { ?x gi:cites ?y } } GROUP BY ?x",
    "regulation": "SELECT ?x (COUNT(?y) AS ?n) WHERE { GRAPH id:graph\\/entities { ?y gi:cites ?x } } GROUP BY ?x",
    "platform": "SELECT ?x (COUNT(?y) AS ?n) WHERE { GRAPH id:graph\\/entities { ?y gi:usesPlatform ?x } } GROUP BY ?x",
    "report": "SELECT ?x (1 AS ?n) WHERE { GRAPH ?g { ?x a gi:Report } } LIMIT 40",
    "region": "SELECT ?x (COUNT(?y) AS ?n) WHERE { GRAPH id:graph\\/entities { ?y dct:spatial ?x } } GROUP BY ?x",
}
_CONCEPTS = {"agency-kind": "department", "agency-level": "province", "agency-sector": "finance"}


def samples(graph: Graph) -> dict[str, list[Any]]:
    """Values of each kind of parameter, the most frequent thing first."""
    prefixes = {**PREFIXES, "id": "https://w3id.org/gigraph/id/"}
    found: dict[str, list[Any]] = {}
    for kind, sparql in _SAMPLES.items():
        rows = sorted(graph.select(sparql, prefixes=prefixes), key=lambda row: (-int(str(row[1])), str(row[0])))
        step = max(1, len(rows) // (TIMES - 1))
        found[kind] = [Iri(str(row[0])) for row in rows[::step]][:TIMES]
    found["year"] = [Literal(str(year), PREFIXES["xsd"] + "gYear") for year in (2015, 2016, 2018, 2019, 2017)]
    found["indicator"] = [Iri(mint("indicator", "2014-statistics", "statistics", "proactive-total"))]
    found["indicator"].append(Iri(mint("indicator", "2019", "requests", "new")))
    found["text"] = [Literal("wechat"), Literal("website")]
    found["platform-kind"] = found["text"]
    found |= {kind: [Literal(code)] for kind, code in _CONCEPTS.items()}
    found["integer"] = [3]
    found["relation"] = [Iri(PREFIXES["gi"] + "cites")]
    return found


def argument_sets(query: Query, values: dict[str, list[Any]], *, narrowed: bool) -> Iterator[dict[str, Any]]:
    """The terms of each turn; narrowed: the first of agency, region and year that may be given is given."""
    extra = [p for p in query.parameters if p.optional and p.kind in ("agency", "region", "regulation", "year")][:1]
    if narrowed and not extra:
        return
    wanted = [p for p in query.parameters if p.required] + (extra if narrowed else [])
    for turn in range(TIMES if wanted else 2):
        defaults = {p.name: p.default for p in query.parameters if p.default and not p.optional and p.kind == "text"}
        terms: dict[str, Any] = {name: Literal(str(value)) for name, value in defaults.items()}
        for parameter in query.parameters:
            if parameter.kind == "relation" and parameter.default not in (None, "*"):
                terms[parameter.name] = Iri(PREFIXES["gi"] + str(parameter.default))
        yield terms | {p.name: values[p.kind][turn % len(values[p.kind])] for p in wanted}


def milliseconds(call: Callable[[], Any]) -> tuple[float, int]:
    """How long a call takes, and how much it gives."""
    start = time.process_time()
    found = call()
    return (time.process_time() - start) * 1000, len(found.rows) if isinstance(found, Rows) else 1


def measure(
    graph: Graph, apart: Apart, query: Query, values: dict[str, list[Any]], *, narrowed: bool
) -> tuple[float, float, int]:
    """Median and longest time of a template, and the most rows; zeros where there is no such way to ask it.

    A template that takes longer than PATIENCE with its first arguments is told as that, and is not asked again.
    """
    turns = list(argument_sets(query, values, narrowed=narrowed))
    try:
        for terms in turns[:1]:
            ask(apart, query, terms)
    except QueryLimitError:
        return PATIENCE * 1000, PATIENCE * 1000, 0
    made = [milliseconds(lambda terms=terms: ask(graph, query, terms)) for terms in turns]  # type: ignore[misc]
    times = [taken for taken, _ in made]
    return (statistics.median(times), max(times), max(rows for _, rows in made)) if made else (0.0, 0.0, 0)


def lookups(graph: Graph, values: dict[str, list[Any]]) -> Iterator[tuple[str, float, float]]:
    """Median and longest time of the look-ups of the command line."""
    calls: list[tuple[str, str, Callable[[str], Any]]] = [
        ("cited-by", "regulation", lambda iri: cited_by(graph, iri)),
        ("cites", "agency", lambda iri: cites(graph, iri)),
    ]
    for kind in ("agency", "regulation", "platform", "region", "report"):
        calls.append((f"show {kind}", kind, lambda iri, kind=kind: card(graph, iri, kind)))  # type: ignore[misc]
    for name, kind, call in calls:
        times = [milliseconds(lambda: call(str(value)))[0] for value in values[kind]]  # noqa: B023
        yield name, statistics.median(times), max(times)


def main(store: Path, names: list[str]) -> None:
    """Prints a line a template and look-up."""
    with open_graph(store) as graph:
        print(f"{graph.count():,} statements")
        values = samples(graph)
        apart = Apart(store, Limits(seconds=PATIENCE))
        print(f"{'':<34}{'median':>9}{'longest':>9}{'rows':>8}{'narrowed':>9}")
        for name, query in load_queries().items():
            if names and name not in names:
                continue
            bare, narrowed = (measure(graph, apart, query, values, narrowed=way) for way in (False, True))
            mark = "" if min(bare[0], narrowed[0] or bare[0]) < GOAL else "cost told" if query.cost else "SLOW"
            print(f"{name:<34}{bare[0]:9.1f}{bare[1]:9.1f}{bare[2]:8}{narrowed[0]:9.1f}  {mark}", flush=True)
        for name, median, longest in () if names else lookups(graph, values):
            print(f"{name:<34}{median:9.1f}{longest:9.1f}", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
