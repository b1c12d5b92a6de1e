"""What one report's graph adds, from its statements as they are made and from its lines."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.iris import BASE
from gigraph.link import Contribution, contribution, contribution_of, unpack
from gigraph.link.stated import stated_in
from gigraph.mapping import map_report
from gigraph.mapping.lines import decimal, iri, plain, zh
from gigraph.mapping.statements import Statements, triples
from gigraph.models import Document, Kind, Mention, Source, Span
from gigraph.pipeline import read_facts
from gigraph.vocab import term

SEEDS = sorted((Path(__file__).parents[2] / "seeds" / "reports").glob("*.txt"))
REPORT = "https://w3id.org/gigraph/id/report/0"
GRAPH = "https://w3id.org/gigraph/id/graph/report/0"


def line(subject: str, predicate: str, value: str) -> bytes:
    return f"{iri(subject)} {iri(term(predicate))} {value} {iri(GRAPH)} .".encode()


def mention(number: int, kind: str, **values: str) -> list[bytes]:
    own = f"{REPORT}/{kind}/{number}"
    found = [line(own, "rdf:type", iri(term(f"gi:{kind}")))]
    return found + [line(own, f"gi:{name}", value) for name, value in values.items()]


def test_rows_of_each_kind() -> None:
    lines = [
        *mention(1, "AgencyMention", refersTo=iri("a:1"), name=zh("某局"), statedKind=plain("department")),
        *mention(
            2,
            "AgencyMention",
            refersTo=iri("a:2"),
            name=zh("某局办公室"),
            statedParent=zh("某局"),
            otherName=zh("办公室"),
        ),
        *mention(3, "AgencyMention", candidate=iri("a:3"), name=zh("某委")),
        *mention(
            4, "Citation", name=zh("办法"), statedIssuer=zh("某局"), agent=iri("a:1"), relation=iri(term("gi:issues"))
        ),
        line(f"{REPORT}/Citation/4", "cito:hasCitedEntity", iri("r:1")),
        *mention(5, "Citation", name=zh("不明"), relation=iri(term("gi:cites"))),
        *mention(6, "PlatformMention", refersTo=iri("p:1"), name=zh("网站"), operator=iri("a:1")),
        line(f"{REPORT}/Citation/4", "gi:act", iri(term("gi:revises"))),
        line("a:1", "gi:issuerCode", plain("某管发")),
        line(REPORT, "dct:creator", iri("a:1")),
        line(f"{REPORT}/field/publisher", "gi:field", plain("publisher")),
        line(f"{REPORT}/field/publisher", "gi:value", plain("某局")),
        line(f"{REPORT}/field/year", "gi:field", plain("year")),
        line(f"{REPORT}/field/year", "gi:value", plain("2016")),
    ]
    found = contribution(lines)
    assert found == Contribution(
        regulations=[["r:1", "办法", [], None, "某局", "a:1", "a:1", "issues", None, ["revises"]]],
        agencies=[
            ["a:1", "某局", [], "department", None, None, None],
            ["a:2", "某局办公室", ["办公室"], None, None, "某局", "a:1"],
        ],
        platforms=[["p:1", "网站", [], None, "a:1"]],
        candidates=[["agencies", "a:3"]],
        publisher=["a:1", "某局", "2016"],
        codes=[["a:1", "某管发"]],
    )
    assert contribution(reversed(lines)) == found
    assert unpack(found.pack()) == found


def test_a_name_of_two_agencies_is_nobodys_issuer() -> None:
    lines = [
        *mention(1, "AgencyMention", refersTo=iri("a:1"), name=zh("镇政府")),
        *mention(2, "AgencyMention", refersTo=iri("a:2"), name=zh("镇政府")),
        *mention(3, "AgencyMention", refersTo=iri("a:3"), name=zh("镇政府办公室"), statedParent=zh("镇政府")),
    ]
    assert contribution(lines).agencies[2][5:] == ["镇政府", None]


@given(st.text(min_size=1, max_size=20))
def test_every_text_comes_back(text: str) -> None:
    """Also quotation marks, line ends and controls."""
    found = contribution(mention(1, "AgencyMention", refersTo=iri("a:1"), name=zh(text)))
    assert found.agencies[0][1] == text
    assert unpack(found.pack()) == found


@pytest.mark.parametrize("lines", [[], [b""], [b"no statement"], [b'<a:b> <a:c> "d" <a:g> .']])
def test_other_lines_add_nothing(lines: list[bytes]) -> None:
    assert contribution(lines) == Contribution([], [], [], [], [None, None, None])


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_lines_of_a_store_add_the_very_same_as_statements_just_made(path: Path) -> None:
    graph = map_report(read_facts(path))
    packed = contribution_of(graph.stated).pack()
    assert packed == contribution(graph.triples.splitlines()).pack() == contribution(graph.data.splitlines()).pack()
    assert unpack(packed).regulations
    assert unpack(packed).report[2] == graph.count == len(graph.data.splitlines())


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20), st.booleans())
def test_statements_come_back_from_their_lines(text: str, tagged: bool) -> None:
    """Whatever a literal holds: quotation marks, ends of literals, line ends, controls."""
    into = Statements(Document(text, Source("a.txt"), "0" * 64))
    mention = Mention(Kind.AGENCY, Span(0, len(text)), text, None, "rule", repair=text)
    into.node("<a:s>", "gi:AgencyMention", [("gi:name", (zh if tagged else plain)(text))], [mention])
    into.add("<a:s>", "gi:refersTo", iri("a:o"))
    into.add("<a:s>", "gi:refersTo", iri("a:o"))
    stated = into.stated()
    lines = triples(stated).split(b"\n")[:-1]
    assert stated_in(lines) == stated
    assert stated_in([line[:-1] + b"<a:g> ." for line in lines]) == stated


def observed(
    number: int, amount: str, applicant: str = "all", state: str = "certain", kind: str = "Observation"
) -> list[bytes]:
    own = f"{REPORT}/cell/{number}"
    return [
        line(own, "rdf:type", iri(term(f"gi:{kind}"))),
        line(own, "gi:indicator", iri(f"{BASE}indicator/2021/requests/new")),
        line(own, "gi:applicant", iri(f"{BASE}applicant/{applicant}")),
        line(own, "gi:amount", decimal(amount) or ""),
        line(own, "gi:state", iri(f"{BASE}cell-state/{state}")),
        line(own, "gi:evidence", iri(f"x:{number}")),
    ]


def test_a_table_is_what_its_certain_cells_say() -> None:
    """In whatever order and place they stand; a cell that a sum decided tells nothing, another value is another table."""

    def table(*cells: list[bytes]) -> str | None:
        lines = [line(REPORT, "rdf:type", iri(term("gi:Report"))), *(each for cell in cells for each in cell)]
        found: str | None = contribution(lines).report[-1]
        return found

    first = table(observed(1, "3"), observed(2, "2", "companies"))
    assert first
    assert table(observed(7, "2", "companies"), observed(9, "3"), observed(8, "1", "companies", "inferred")) == first
    assert table(observed(1, "4"), observed(2, "2", "companies")) != first
    assert table(observed(1, "3")) != first
    assert table(observed(1, "3", state="inferred")) is table() is None
    assert table(observed(1, "3", kind="Cell")) is None
