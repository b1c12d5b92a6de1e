"""Whether a store is what a build made: its statements, its indexes, its names, its shape."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec

from gigraph.errors import StoreError
from gigraph.link import index_names
from gigraph.queries import ask, load_checks
from gigraph.resources import resource
from gigraph.search import index_damages
from gigraph.store import Graph, Rows
from gigraph.store.verify import deep_damages

Step = Callable[[str], None]

# SHACL holds the whole graph in memory as Python objects: some 100,000 statements take a minute.
SHAPED = 100_000
_SHOWN = 50  # violations of a shape


@dataclass(frozen=True, slots=True)
class Damage:
    """What is wrong. check: store, names, shapes, or the name of a query of queries/checks."""

    check: str
    about: str


def verify(graph: Graph, step: Step = lambda text: None) -> Iterator[Damage]:
    """Everything that is wrong with an open store, the gravest first.

    Digests and counts of every graph against the manifest and the record of the published state, the six indexes of
    the database against one another, the name index against the graph, and the queries that should find nothing.
    step: called with what is done next.
    """
    step("statements and indexes")
    yield from (Damage("store", about) for about in deep_damages(graph))
    try:
        if graph.generation is not None:
            step("names")
            names = index_names(graph)
            yield from (Damage("names", about) for about in index_damages(graph.generation.names, names))
        for query in load_checks().values():
            step(query.name)
            answer = ask(graph, query)
            for row in answer.rows if isinstance(answer, Rows) else ():
                yield Damage(query.name, " ".join(str(value) for value in row if value))
    except StoreError as error:
        yield Damage("store", error.what)


def shapes_refused(graph: Graph) -> str | None:
    """Why the shapes cannot be checked here, as a sentence; None where they can be."""
    if find_spec("pyshacl") is None:
        return "the shapes are not checked: pip install pyshacl"
    statements = graph.count()
    if statements > SHAPED:
        return f"the shapes are not checked: {statements:,} statements, more than {SHAPED:,} (--shapes checks them)"
    return None


def shape_violations(graph: Graph) -> Iterator[Damage]:
    """What violates ontology/shapes.ttl, all graphs taken as one. Needs pyshacl, and memory in proportion."""
    import pyshacl

    triples = b"\n".join(line[: line.rindex(b" <")] + b" ." for line in graph.dump_nquads().splitlines())
    shapes = str(resource("ontology", "shapes.ttl"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # between pyshacl and rdflib
        conforms, _, report = pyshacl.validate(triples, data_graph_format="nt", shacl_graph=shapes)
    if conforms:
        return
    told = [line.strip() for line in str(report).splitlines()]
    focus = [line.removeprefix("Focus Node: ") for line in told if line.startswith("Focus Node:")]
    messages = [line.removeprefix("Message: ") for line in told if line.startswith("Message:")]
    found = sorted({f"{node}: {message}" for node, message in zip(focus, messages, strict=False)})
    yield from (Damage("shapes", about) for about in found[:_SHOWN])
    if len(found) > _SHOWN:
        yield Damage("shapes", f"and {len(found) - _SHOWN} more")
