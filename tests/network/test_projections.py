"""Networks of a made-up graph, counted by hand."""

import math
from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.errors import UsageError
from gigraph.iris import graph_iri, mint, report_iri
from gigraph.network import EVERYTHING, NETWORKS, Choice, Network
from gigraph.network import projections as drawn
from gigraph.network.projections import agencies_alike, agencies_and_regulations, regulations_together
from gigraph.store.reader import memory_graph
from gigraph.store.terms import Iri, Literal, Quad, Term, Value
from gigraph.vocab import gi, term

ENTITIES = Iri(graph_iri("entities"))
# agency, regulation, relation, year, formula
TIES = [
    ("甲局", "条例", "cites", 2014, True),
    ("甲局", "条例", "cites", 2015, False),
    ("甲局", "要点", "cites", 2015, False),
    ("甲局", "制度", "issues", 2015, False),
    ("甲局", "目录", "cites", 2015, False),
    ("乙局", "条例", "cites", 2015, True),
    ("乙局", "要点", "cites", 2015, False),
    ("乙局", "要点", "discloses", 2015, False),
    ("丙局", "要点", "cites", 2016, False),
    ("丙局", "办法", "cites", 2016, False),
    ("丙局", "目录", "cites", 2016, False),
    ("丁局", "办法", "cites", None, False),
]
REGIONS = {"甲局": "110000", "乙局": "120000", "丙局": "110000"}
LEVELS = {"甲局": "province", "乙局": "county"}
SECTORS = {"甲局": "water"}
KINDS = {"制度": "internal-rule", "要点": "plan", "目录": "catalogue"}


def agency(name: str) -> Iri:
    return Iri(mint("agency", "1", name))


def regulation(name: str) -> Iri:
    return Iri(mint("regulation", name))


class Fake:
    """A source that knows nothing of SPARQL: it answers the one question that networks ask."""

    def __init__(self, ties: list[tuple[str, str, str, int | None, bool]], copies: Iterable[str] = ()) -> None:
        self.rows = [
            (
                agency(a),
                regulation(r),
                Iri(gi(relation)),
                Iri(report_iri(f"{a}{year}")),
                year and str(year),
                formula or None,
                Iri(mint("citation-role", "report-basis" if formula else "study" if r == "办法" else "implementation")),
            )
            for a, r, relation, year, formula in ties
        ]
        self.copies = copies

    def select(self, sparql: str, /, *, prefixes: Mapping[str, str]) -> Iterable[tuple[Value, ...]]:
        if "gi:hasPlatformMention" in sparql:
            return []
        assert "?agency ?regulation ?relation ?report ?year ?formula ?role" in sparql
        return self.rows

    def quads(self, *, predicate: str | None = None, graph: str | None = None) -> Iterable[Quad]:
        assert graph == ENTITIES
        found: list[tuple[Iri, Term]] = []
        if predicate == gi("duplicateOf"):
            found = [(Iri(report_iri(key)), Iri(report_iri("x"))) for key in self.copies]
        elif predicate == term("skos:prefLabel"):
            found = [(agency(name), Literal(name, language="zh")) for name in REGIONS]
            found += [(Iri(mint("region", "110000")), Literal("北京市", language="zh"))]
        elif predicate == term("dct:spatial"):
            found = [(agency(name), Iri(mint("region", code))) for name, code in REGIONS.items()]
        elif predicate == term("skos:broader"):
            found = [(Iri(mint("region", "110000")), Iri(mint("region", "100000")))]
        elif predicate == gi("level"):
            found = [(agency(name), Iri(mint("agency-level", code))) for name, code in LEVELS.items()]
        elif predicate == gi("sector"):
            found = [(agency(name), Iri(mint("agency-sector", code))) for name, code in SECTORS.items()]
        elif predicate == term("eli:type_document"):
            found = [(regulation(name), Iri(mint("instrument-type", kind))) for name, kind in KINDS.items()]
        elif predicate == term("eli:id_local"):
            found = [(regulation("要点"), Literal(number)) for number in ("国发〔2014〕2号", "国发〔2014〕1号")]
        return [Quad(subject, Iri(predicate), value, ENTITIES) for subject, value in found]


def edges(network: Network, *names: str) -> dict[str, tuple[object, ...]]:
    """{"label label" in code point order: the attributes that are asked for}."""
    label = network.nodes.data("label")
    return {
        " ".join(sorted([label[a], label[b]])): tuple(data.get(name) for name in names)
        for a, b, data in network.edges(data=True)
    }


def test_agency_and_regulation() -> None:
    network = agencies_and_regulations(Fake(TIES), EVERYTHING)
    assert network.is_directed()
    assert not network.is_multigraph()
    assert network[agency("甲局")][regulation("条例")] == {
        "relation": "cites",
        "relations": "cites",
        "weight": 2,
        "formula": False,
        "roles": "implementation;report-basis",
        "years": "2014;2015",
        "first": 2014,
        "last": 2015,
    }
    assert network[agency("乙局")][regulation("条例")]["formula"] is True
    nameless = {"relation": "cites", "relations": "cites", "weight": 1, "formula": False, "roles": "study"}
    assert network[agency("丁局")][regulation("办法")] == nameless
    assert network.number_of_edges() == 10
    assert network.graph == {"left_out": {}}


def test_one_edge_a_pair_or_one_a_relation() -> None:
    both = agencies_and_regulations(Fake(TIES))[agency("乙局")][regulation("要点")]
    assert (both["relation"], both["relations"], both["weight"]) == ("cites", "cites;discloses", 1)
    apart = agencies_and_regulations(Fake(TIES), EVERYTHING, apart=True)
    assert set(apart[agency("乙局")][regulation("要点")]) == {"cites", "discloses"}
    assert apart.number_of_edges() == 11


def test_nodes_say_what_is_known_of_them() -> None:
    nodes = agencies_and_regulations(Fake(TIES), EVERYTHING).nodes
    assert nodes[agency("甲局")] == {
        "type": "agency",
        "label": "甲局",
        "region": "110000",
        "region_name": "北京市",
        "level": "province",
        "sector": "water",
    }
    assert nodes[agency("乙局")]["region_name"] == "120000", "a region without a label shows its code"
    assert nodes[agency("丁局")]["label"] == "丁局", "an agency without a label shows its key"
    assert (nodes[regulation("要点")]["kind"], nodes[regulation("要点")]["number"]) == ("plan", "国发〔2014〕1号")


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        (EVERYTHING, 10),
        (
            Choice(),
            6,
        ),  # without 乙局's formula, the internal rule, the catalogue twice; 甲局's citation of 2015 is none
        (Choice(formulas=True), 7),
        (Choice(without=()), 9),
        (Choice(without=("plan",)), 6),
        (Choice(types=("catalogue",)), 2),
        (Choice(relations=("issues",), without=()), 1),
        (Choice(roles=("study",)), 2),
        (Choice(roles=("report-basis",)), 2),  # who asks for the role means its formulas too
        (Choice(since=2016), 2),
        (Choice(since=2014, until=2014, formulas=True), 1),
        (Choice(until=1999), 0),
        (Choice(region="110000"), 4),
        (Choice(region="100000"), 4),
        (Choice(region="120000"), 1),
        (Choice(level="county"), 1),
        (Choice(sector="water", formulas=True), 2),
        (Choice(minimum=2, formulas=True), 1),
    ],
)
def test_a_choice_of_citations(choice: Choice, expected: int) -> None:
    network = agencies_and_regulations(Fake(TIES), choice)
    assert network.number_of_edges() == expected
    assert all(degree for _, degree in network.degree())


@pytest.mark.parametrize("name", ["agency-regulation", "agency-agency", "regulation-regulation"])
def test_what_is_left_out_is_counted(name: str) -> None:
    graph = NETWORKS[name](Fake(TIES)).graph
    assert graph["left_out"] == {"catalogue": 2, "formula": 2, "internal-rule": 1}
    assert NETWORKS[name](Fake(TIES), Choice(since=2016)).graph["left_out"] == {"catalogue": 1}
    assert NETWORKS[name](Fake(TIES), EVERYTHING).graph["left_out"] == {}


@pytest.mark.parametrize("wrong", [{"relations": ("likes",)}, {"roles": ("likes",)}])
def test_a_relation_or_a_role_that_is_none_is_refused(wrong: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(UsageError, match="likes"):
        Choice(**wrong)  # type: ignore[arg-type]


def test_copies_of_a_report_do_not_count() -> None:
    network = agencies_and_regulations(Fake(TIES, copies=["甲局2015"]), EVERYTHING)
    assert network[agency("甲局")][regulation("条例")]["years"] == "2014"
    assert regulation("制度") not in network


def test_agencies_that_cite_the_same() -> None:
    network = agencies_alike(Fake(TIES))
    assert not network.is_directed()
    assert edges(network, "weight", "jaccard") == {
        "乙局 甲局": (1, 0.5),  # 要点 of 条例 and 要点; the catalogue and 乙局's formula do not count
        "丙局 甲局": (1, 0.333333),
        "丙局 乙局": (1, 0.5),
        "丁局 丙局": (1, 0.5),
    }
    rarity = network.edges[agency("丙局"), agency("丁局")]["rarity"]
    assert rarity == round(math.log(4 / 2), 6)
    assert rarity > network.edges[agency("甲局"), agency("乙局")]["rarity"] == round(math.log(4 / 3), 6)


def test_the_years_of_what_is_shared() -> None:
    network = agencies_alike(Fake(TIES))
    assert edges(network, "first", "last") == {
        "乙局 甲局": (2015, 2015),
        "丙局 甲局": (2016, 2016),  # 甲局 in 2015, 丙局 in 2016: both from 2016 on
        "丙局 乙局": (2016, 2016),
        "丁局 丙局": (None, None),
    }


def test_regulations_cited_together() -> None:
    network = regulations_together(Fake(TIES))
    assert edges(network, "weight", "jaccard") == {"条例 要点": (1, 0.333333), "办法 要点": (1, 0.25)}


def test_a_least_weight_leaves_no_lonely_nodes() -> None:
    assert list(agencies_alike(Fake(TIES), Choice(minimum=2))) == []
    assert list(agencies_alike(Fake([*TIES, ("丁局", "要点", "cites", 2016, False)]), Choice(minimum=2))) == [
        agency("丁局"),
        agency("丙局"),
    ]


def test_what_everybody_cites_makes_no_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "PAIRS", 2)
    network = agencies_alike(Fake(TIES))
    assert network.graph["too_wide"] == 1
    assert edges(network, "weight") == {"丁局 丙局": (1,)}


def test_the_store_is_a_source_too() -> None:
    lines = [
        (report_iri("a"), gi("reportYear"), '"2015"^^<http://www.w3.org/2001/XMLSchema#gYear>'),
        (mint("x", "c"), term("cito:hasCitedEntity"), f"<{regulation('条例')}>"),
        (mint("x", "c"), gi("agent"), f"<{agency('甲局')}>"),
        (mint("x", "c"), gi("relation"), f"<{gi('cites')}>"),
        (mint("x", "c"), gi("formula"), '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>'),
        (mint("x", "c"), term("cito:hasCitingEntity"), f"<{report_iri('a')}>"),
    ]
    graph = memory_graph("".join(f"<{s}> <{p}> {o} <{graph_iri('report/a')}> .\n" for s, p, o in lines).encode())
    network = agencies_and_regulations(graph, EVERYTHING)
    assert edges(network, "weight", "years", "formula") == {"条例 甲局": (1, "2015", True)}
    assert agencies_and_regulations(graph).number_of_nodes() == 0


NAMES = st.sampled_from("甲乙丙丁戊己庚辛")
RELATIONS = st.sampled_from(["cites", "issues", "discloses"])
YEARS = st.none() | st.integers(2008, 2025)
RANDOM = st.lists(st.tuples(NAMES, NAMES, RELATIONS, YEARS, st.booleans()), max_size=40)


@pytest.mark.parametrize("name", NETWORKS)
@given(ties=RANDOM)
def test_the_order_of_the_answers_does_not_matter(
    name: str, ties: list[tuple[str, str, str, int | None, bool]]
) -> None:
    one, other = NETWORKS[name](Fake(ties), None), NETWORKS[name](Fake(ties[::-1]), None)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))
    assert list(one.edges(data=True)) == list(other.edges(data=True))
    places = [(data["x"], data["y"]) for _, data in one.nodes(data=True)]
    assert len(set(places)) == len(places), "no node hides another"
    scalars = [value for *_, data in [*one.nodes(data=True), *one.edges(data=True)] for value in data.values()]
    assert all(isinstance(value, str | int | float | bool) for value in scalars)
