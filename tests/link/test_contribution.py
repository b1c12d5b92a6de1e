"""What one report's graph adds, read from its lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.link import Contribution, contribution, unpack
from gigraph.mapping.lines import iri, plain, zh
from gigraph.vocab import term

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
