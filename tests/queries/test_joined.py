"""A publisher that is another agency (gi:sameAgency) answers as that one, and a copy of a report counts nowhere.

Both are tried with every template: a report of the small graphs is given to an agency of the report's own that is joined
to the true one, or is there once more as a duplicate; the rows must be what they were.
"""

import re
import runpy
from collections.abc import Callable
from pathlib import Path

import pytest

from gigraph.iris import graph_iri, mint
from gigraph.queries import ask, bind, load_queries
from gigraph.queries.names import resolve_name
from gigraph.store import Graph, Iri, Rows, memory_graph
from gigraph.vocab import term

GOLDEN = runpy.run_path(str(Path(__file__).with_name("test_golden.py")))
ARGUMENTS, CITED, HISTORIES, SMALL = (GOLDEN[name] for name in ("ARGUMENTS", "CITED", "HISTORIES", "SMALL"))
QUERIES = load_queries()
Compare = Callable[[str, int, dict[str, Graph]], None]
ENTITIES = graph_iri("entities")
# What speaks of one report, of copies, or of the entities and their names alone is not about publishers or counts.
ABOUT_COPIES = frozenset({"duplicate-reports", "report-sources"})
REPORT = re.compile(r"https://w3id\.org/gigraph/id/(?:report|source)/[0-9a-f]{24}")
CASES = [(name, turn) for name in sorted(ARGUMENTS) for turn in (0, 1) if name not in ABOUT_COPIES]


def statement(subject: str, predicate: str, target: str) -> str:
    return f"<{subject}> <{term(predicate)}> <{target}> <{ENTITIES}> .\n"


def with_copies(text: str) -> str:
    """Every report twice, in a graph of its own, the second being a copy of the first."""
    copies, marks = [], []
    for line in text.splitlines():
        if line.endswith(f"<{ENTITIES}> .") or "/graph/report/" not in line:
            continue
        copies.append(re.sub(r"/(report|source)/([0-9a-f]{23})[0-9a-f]", r"/\1/\2z", line))
    for report in sorted(set(re.findall(r"<(https://w3id\.org/gigraph/id/report/[0-9a-f]{24})>", text))):
        marks.append(statement(f"{report[:-1]}z", "gi:duplicateOf", report))
    return text + "\n".join(copies) + "\n" + "".join(marks)


def with_local_publishers(text: str) -> str:
    """Every publisher as an agency of the report's own, which the entities graph joins to the true one."""
    joined: dict[str, str] = {}

    def local(match: re.Match[str]) -> str:
        own = mint("agency", "report", match[2].rpartition("/")[2])
        joined[own] = match[2]
        return f"{match[1]}<{own}>"

    predicates = "|".join(re.escape(f"<{term(name)}> ") for name in ("dct:creator", "gi:agent"))
    pattern = re.compile(rf"({predicates})<([^<>]{{1,300}})>")
    lines = [pattern.sub(local, line) if "/graph/report/" in line else line for line in text.splitlines()]
    return (
        "\n".join(lines) + "\n" + "".join(statement(own, "gi:sameAgency", true) for own, true in sorted(joined.items()))
    )


@pytest.fixture(scope="module")
def plain(cited_lines: bytes, histories_lines: bytes) -> dict[str, str]:
    return {
        "small": SMALL.read_text(encoding="utf-8"), "cited": cited_lines.decode(), "histories": histories_lines.decode()
    }  # fmt: skip


@pytest.fixture(scope="module")
def copied(plain: dict[str, str]) -> dict[str, Graph]:
    return {name: memory_graph(with_copies(text).encode()) for name, text in plain.items()}


@pytest.fixture(scope="module")
def joined(plain: dict[str, str]) -> dict[str, Graph]:
    return {name: memory_graph(with_local_publishers(text).encode()) for name, text in plain.items()}


@pytest.fixture(scope="module")
def own(small_graph: Graph, cited_graph: Graph, histories_graph: Graph) -> dict[str, Graph]:
    return {"small": small_graph, "cited": cited_graph, "histories": histories_graph}


@pytest.fixture(scope="module")
def indexes(small_index: Path, cited_index: Path, histories_index: Path) -> dict[str, Path]:
    return {"small": small_index, "cited": cited_index, "histories": histories_index}


@pytest.fixture
def compare(own: dict[str, Graph], indexes: dict[str, Path]) -> Compare:
    """Asserts that a template has the rows of the graphs as they were when it is asked of the changed ones."""

    def compared(name: str, turn: int, changed: dict[str, Graph]) -> None:
        where = "cited" if name in CITED else "histories" if name in HISTORIES else "small"
        query, index = QUERIES[name], indexes[where]
        terms = bind(
            query, ARGUMENTS[name][turn], lambda text, kind: Iri(resolve_name(own[where], index, text, (kind,)).iri)
        )
        before, after = ask(own[where], query, terms), ask(changed[where], query, terms)
        assert isinstance(before, Rows)
        assert isinstance(after, Rows)
        assert list(after.dicts()) == list(before.dicts())

    return compared


@pytest.mark.parametrize(("name", "turn"), CASES)
def test_a_copy_counts_nowhere(name: str, turn: int, copied: dict[str, Graph], compare: Compare) -> None:
    compare(name, turn, copied)


@pytest.mark.parametrize(("name", "turn"), CASES)
def test_a_joined_publisher_is_the_agency(name: str, turn: int, joined: dict[str, Graph], compare: Compare) -> None:
    compare(name, turn, joined)


def test_the_graphs_are_changed_as_meant(joined: dict[str, Graph], copied: dict[str, Graph]) -> None:
    for name in ("small", "cited", "histories"):
        local = {quad.subject for quad in joined[name].quads(predicate=term("gi:sameAgency"), graph=ENTITIES)}
        stated = (quad for quad in joined[name].quads(predicate=term("dct:creator")) if "/report/" in quad.graph)
        creators = {quad.object for quad in stated}
        assert creators
        assert creators <= local
        copies = {quad.subject for quad in copied[name].quads(predicate=term("gi:duplicateOf"), graph=ENTITIES)}
        reports = {quad.subject for quad in copied[name].quads(predicate=term("gi:reportYear"))}
        assert len(reports) >= 2 * len(reports - copies) > 0
