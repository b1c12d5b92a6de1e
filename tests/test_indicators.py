"""The indicators against the forms of the registry: each label has its concept, in two languages, and the crosswalk holds."""

from functools import cache
from itertools import chain
from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, SKOS, URIRef

from gigraph.registry import load_registry
from gigraph.registry.forms import Form, load_forms

BASE = "https://w3id.org/gigraph/id/"
FORMS = load_forms(load_registry().folder)
MATCHES = (SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.narrowMatch)


@cache
def graph() -> rdflib.Graph:
    return rdflib.Graph().parse(Path(__file__).parents[1] / "ontology" / "indicators.ttl")


def indicator(path: str) -> URIRef:
    return URIRef(f"{BASE}indicator/{path}")


def expected(form: Form) -> set[str]:
    """The codes of a form's indicators: its rows, in section two row by column, in section four its columns."""
    found, columns = set(), list[str]()
    for item in form.items:
        if item.part == "disclosure":
            columns = [] if item.kind == "block" else [*columns, item.key] if item.kind == "column" else columns
            found |= {f"disclosure/{item.key}/{column}" for column in columns if item.kind == "row"}
        elif item.kind in ("row", "heading") or (item.part == "review" and item.kind == "column"):
            found.add(f"{item.part}/{item.key}")
    return found


@pytest.mark.parametrize("name", FORMS)
def test_a_form_has_its_indicators_and_no_other(name: str) -> None:
    concepts = set(graph().subjects(SKOS.inScheme, indicator(name)))
    assert concepts == {indicator(f"{name}/{code}") for code in expected(FORMS[name])}
    for concept in concepts:
        assert str(concept) == indicator(f"{name}/{graph().value(concept, SKOS.notation)}").toPython()


def test_the_columns_of_section_three_are_the_applicants() -> None:
    scheme = URIRef(f"{BASE}applicant")
    keys = [item.key for item in FORMS["2021"].parts["requests"] if item.kind == "column"]
    assert set(graph().subjects(SKOS.inScheme, scheme)) == {URIRef(f"{scheme}/{key}") for key in keys}
    assert keys == [item.key for item in FORMS["2019"].parts["requests"] if item.kind == "column"]


def test_every_concept_and_scheme_has_a_label_in_both_languages() -> None:
    things = chain(graph().subjects(RDF.type, SKOS.Concept), graph().subjects(RDF.type, SKOS.ConceptScheme))
    for thing in things:
        labels = [label.language for label in graph().objects(thing, SKOS.prefLabel)]  # type: ignore[union-attr]
        assert sorted(labels) == ["en", "zh"], thing


def test_labels_tell_the_indicators_of_a_form_apart() -> None:
    for name in FORMS:
        concepts = list(graph().subjects(SKOS.inScheme, indicator(name)))
        for language in ("zh", "en"):
            labels = [
                (label, graph().value(concept, SKOS.broader))
                for concept in concepts
                for label in graph().objects(concept, SKOS.prefLabel)
                if label.language == language  # type: ignore[union-attr]
            ]
            assert len(set(labels)) == len(labels) == len(concepts)


def test_what_is_broader_is_of_the_same_scheme() -> None:
    for narrow, broad in graph().subject_objects(SKOS.broader):
        assert graph().value(narrow, SKOS.inScheme) == graph().value(broad, SKOS.inScheme)


def test_the_crosswalk_goes_from_an_older_form_to_a_newer_and_says_one_thing() -> None:
    order = {str(indicator(name)): rank for rank, name in enumerate(FORMS)}
    seen = set()
    for relation in MATCHES:
        for older, newer in graph().subject_objects(relation):
            assert order[str(graph().value(older, SKOS.inScheme))] < order[str(graph().value(newer, SKOS.inScheme))]
            assert (older, newer) not in seen
            seen.add((older, newer))


@pytest.mark.parametrize(
    ("older", "relation", "newer"),
    [
        ("2014-statistics/statistics/requests-received", SKOS.exactMatch, "2019/requests/new"),
        ("2014-statistics/statistics/replies-granted", SKOS.closeMatch, "2021/requests/granted"),
        ("2014-statistics/statistics/replies-already-public", SKOS.broadMatch, "2021/requests/granted"),
        ("2014-statistics/statistics/normative-made", SKOS.closeMatch, "2021/disclosure/normative-documents/made"),
        ("2014-statistics/statistics/litigation-upheld", SKOS.narrowMatch, "2021/review/litigation-direct-upheld"),
        ("2019/requests/other", SKOS.exactMatch, "2021/requests/other"),
        ("2019/review/reconsideration-pending", SKOS.exactMatch, "2021/review/reconsideration-pending"),
    ],
)
def test_the_crosswalk(older: str, relation: URIRef, newer: str) -> None:
    assert (indicator(older), relation, indicator(newer)) in graph()


@pytest.mark.parametrize(
    ("older", "newer"),
    [
        ("2019/disclosure/normative-documents/public", "2021/disclosure/normative-documents/in-force"),
        ("2019/disclosure/administrative-fees/items-last-year", "2021/disclosure/administrative-fees/fees"),
    ],
)
def test_measures_that_only_look_alike_are_not_matched(older: str, newer: str) -> None:
    assert (indicator(older), None, indicator(newer)) not in graph()
