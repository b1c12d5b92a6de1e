"""The ontology says what the code writes, in two languages, with terms that exist; a built graph fits the shapes."""

import csv
import json
import re
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, URIRef
from rdflib import namespace as known

from gigraph import vocab
from gigraph.link import contribution, link
from gigraph.mapping import map_report
from gigraph.pipeline import read_facts
from gigraph.registry import load_registry
from gigraph.vocab import GI, PREFIXES, gi

ROOT = Path(__file__).parents[1]
ONTOLOGY = ROOT / "ontology"
SMALL = ROOT / "tests" / "fixtures" / "small.nq"
BASE = PREFIXES["id"]
SCHEMES = {
    "agency-kind": "agency-kinds.ttl",
    "agency-level": "agency-levels.ttl",
    "agency-sector": "agency-sectors.ttl",
    "agency-system": "agency-systems.ttl",
    "cell-state": "cell-states.ttl",
    "change-kind": "change-kinds.ttl",
    "citation-role": "citation-roles.ttl",
    "document-type": "document-types.ttl",
    "figure-scope": "figure-scopes.ttl",
    "instrument-status": "instrument-statuses.ttl",
    "instrument-type": "instrument-types.ttl",
    "platform-kind": "platform-kinds.ttl",
}
CLOSED = {
    "rdf": known.RDF, "rdfs": known.RDFS, "owl": known.OWL, "xsd": known.XSD, "skos": known.SKOS, "dct": known.DCTERMS,
    "org": known.ORG, "prov": known.PROV, "schema": known.SDO, "sh": known.SH, "vann": known.VANN,
    "qb": known.QB,
}  # fmt: skip


@cache
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(ONTOLOGY / "gigraph.ttl")


@cache
def everything() -> rdflib.Graph:
    graph = rdflib.Graph()
    for path in ONTOLOGY.glob("*.ttl"):
        graph.parse(path)
    return graph


@cache
def context() -> dict[str, object]:
    return json.loads((ONTOLOGY / "context.jsonld").read_text("utf-8"))["@context"]


def local(kind: URIRef) -> set[str]:
    """Local names of our own terms of a kind."""
    return {str(term).removeprefix(GI) for term in ontology().subjects(RDF.type, kind) if str(term).startswith(GI)}


@cache
def foreign_terms() -> list[list[str]]:
    with (ROOT / "tests" / "foreign-terms.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))[1:]


def shortened(iri: str) -> str | None:
    """The prefixed name of an IRI that is a term of another vocabulary."""
    for prefix in PREFIXES.keys() - {"gi", "id"}:
        if iri.startswith(PREFIXES[prefix]) and iri != PREFIXES[prefix]:
            return f"{prefix}:{iri.removeprefix(PREFIXES[prefix])}"
    return None


# ---------------------------------------------------------------- the vocabulary and the ontology


def test_the_code_and_the_ontology_have_the_same_terms() -> None:
    assert local(OWL.Class) == vocab.CLASSES
    assert local(OWL.ObjectProperty) | local(OWL.DatatypeProperty) == vocab.PROPERTIES
    assert local(OWL.NamedIndividual) == vocab.INDIVIDUALS
    ours = {str(term).removeprefix(GI) for term in ontology().subjects() if str(term).startswith(GI)}
    assert ours == vocab.CLASSES | vocab.PROPERTIES | vocab.INDIVIDUALS


def test_the_code_and_the_ontology_have_the_same_foreign_properties() -> None:
    described = {shortened(str(term)) for term in ontology().subjects(RDFS.isDefinedBy, None)}
    assert described == vocab.FOREIGN


def test_no_term_is_made_up_on_the_way() -> None:
    used = {str(part) for triple in everything() for part in triple if isinstance(part, URIRef) and part.startswith(GI)}
    assert {iri.removeprefix(GI) for iri in used} <= vocab.CLASSES | vocab.PROPERTIES | vocab.INDIVIDUALS
    with pytest.raises(KeyError, match="likes"):
        gi("likes")


def test_every_term_has_labels_and_comments_in_both_languages() -> None:
    for term in set(ontology().subjects()):
        labels = {label.language for label in ontology().objects(term, RDFS.label)}  # type: ignore[union-attr]
        comments = {text.language for text in ontology().objects(term, RDFS.comment)}  # type: ignore[union-attr]
        if str(term).startswith(GI):
            assert (labels, comments) == ({"zh", "en"}, {"zh", "en"}), term
        elif str(term) != GI.rstrip("#"):
            assert labels == {"zh", "en"}, term


def test_labels_tell_terms_apart() -> None:
    for language in ("zh", "en"):
        labels = [
            (str(label), kind)
            for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
            for term in ontology().subjects(RDF.type, kind)
            for label in ontology().objects(term, RDFS.label)
            if label.language == language  # type: ignore[union-attr]
        ]
        assert len(labels) == len(set(labels))


def test_every_property_has_a_domain_and_a_range() -> None:
    includes = (PREFIXES["schema"] + "domainIncludes", PREFIXES["schema"] + "rangeIncludes")
    for name in vocab.PROPERTIES:
        properties = {str(predicate) for predicate in ontology().predicates(URIRef(gi(name)), None)}
        assert properties & {str(RDFS.domain), includes[0]}, name
        assert properties & {str(RDFS.range), includes[1]}, name


def test_literals_have_a_datatype_that_the_code_knows() -> None:
    for name in local(OWL.DatatypeProperty):
        assert shortened(str(ontology().value(URIRef(gi(name)), RDFS.range))) in vocab.DATATYPES, name


@pytest.mark.parametrize("file", vocab.ONTOLOGY_FILES)
def test_the_ontology_graph_has_no_blank_nodes(file: str) -> None:
    graph = rdflib.Graph().parse(ONTOLOGY / file)
    assert not any(isinstance(part, rdflib.BNode) for triple in graph for part in triple)


def test_the_ontology_graph_is_all_but_the_shapes() -> None:
    assert {path.name for path in ONTOLOGY.glob("*.ttl")} - {"shapes.ttl"} == set(vocab.ONTOLOGY_FILES)


# ---------------------------------------------------------------- terms of other vocabularies


def test_every_foreign_term_is_listed_and_used() -> None:
    used = {shortened(str(part)) for triple in everything() for part in triple if isinstance(part, URIRef)}
    used |= {shortened(str(part.datatype)) for t in everything() for part in t if isinstance(part, rdflib.Literal)}
    used |= {value["@id"] if isinstance(value, dict) else value for value in context().values()}  # type: ignore[arg-type]
    used = {term for term in used if term and isinstance(term, str) and ":" in term and "//" not in term}
    listed = {row[0] for row in foreign_terms()}
    assert {term for term in used if not term.startswith("gi:")} | vocab.FOREIGN | vocab.DATATYPES == listed


@pytest.mark.parametrize(("term", "vocabulary", "checked"), foreign_terms())
def test_every_foreign_term_exists(term: str, vocabulary: str, checked: str) -> None:
    prefix, _, name = term.partition(":")
    assert vocabulary
    if prefix not in CLOSED:  # rdflib has no closed list of these: the row says where the term was read, and when
        assert re.search(r"\d{4}-\d{2}-\d{2}$", checked)
        return
    assert checked == "rdflib"
    assert str(CLOSED[prefix]) == PREFIXES[prefix]
    if prefix == "rdf" and re.fullmatch(r"_\d+", name):
        pytest.fail("numbered members are not used")
    assert URIRef(PREFIXES[prefix] + name) in CLOSED[prefix]


# ---------------------------------------------------------------- schemes


@pytest.mark.parametrize(("scheme", "file"), SCHEMES.items())
def test_a_scheme_is_whole(scheme: str, file: str) -> None:
    graph = rdflib.Graph().parse(ONTOLOGY / file)
    concepts = set(graph.subjects(RDF.type, SKOS.Concept))
    assert set(graph.subjects()) == concepts | {URIRef(BASE + scheme)}
    for concept in concepts:
        code = str(graph.value(concept, SKOS.notation))
        assert str(concept) == f"{BASE}{scheme}/{code}"
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", code)
        assert list(graph.objects(concept, SKOS.inScheme)) == [URIRef(BASE + scheme)]
        for predicate in (SKOS.prefLabel, SKOS.definition):
            assert sorted(text.language for text in graph.objects(concept, predicate)) == ["en", "zh"]  # type: ignore[union-attr]
        assert set(graph.objects(concept, SKOS.broader)) <= concepts
    labels = list(graph.objects(None, SKOS.prefLabel))
    assert len(labels) == len(set(labels))


def codes(scheme: str) -> set[str]:
    return {str(code) for code in rdflib.Graph().parse(ONTOLOGY / SCHEMES[scheme]).objects(None, SKOS.notation)}


def test_platform_kinds_are_those_of_the_annotation_guideline() -> None:
    kinds = "website weibo wechat app press gazette hotline mailbox system hall board other"
    assert codes("platform-kind") == set(kinds.split())


@pytest.mark.parametrize(
    ("scheme", "table", "column"),
    [
        ("agency-kind", "agency_kinds.tsv", "kind"),
        ("agency-kind", "central_agencies.tsv", "kind"),
        ("agency-sector", "agency_bodies.tsv", "sector"),
        ("change-kind", "agency_changes.tsv", "kind"),
        ("platform-kind", "platform_terms.tsv", "kind"),
        ("platform-kind", "platform_names.tsv", "kind"),
        ("instrument-type", "instrument_types.tsv", "type"),
        ("instrument-type", "regulations.tsv", "type"),
    ],
)
def test_the_registry_uses_codes_of_the_scheme(scheme: str, table: str, column: str) -> None:
    path = ROOT / "seeds" / "registry" / table
    if not path.exists():
        pytest.skip(f"there is no {table}")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert rows
    assert {row[column] for row in rows} - {""} <= codes(scheme)


# ---------------------------------------------------------------- the JSON-LD context


def test_the_context_has_the_prefixes_and_every_term() -> None:
    terms = context()
    ids = {value["@id"] if isinstance(value, dict) else value for value in terms.values()}
    ours = {f"gi:{name}" for name in vocab.CLASSES | vocab.PROPERTIES | vocab.INDIVIDUALS}
    assert ours | vocab.FOREIGN - {"rdf:type"} <= ids
    prefixes = {name: value for name, value in terms.items() if str(value).endswith(("#", "/"))}
    assert prefixes.items() <= PREFIXES.items()
    assert {
        str(term).partition(":")[0] for term in ids if ":" in str(term) and "//" not in str(term)
    } <= prefixes.keys()


def test_the_context_gives_literals_their_datatype() -> None:
    terms = context()
    for name in local(OWL.DatatypeProperty):
        (coerced,) = [
            v for v in terms.values() if v == f"gi:{name}" or (isinstance(v, dict) and v["@id"] == f"gi:{name}")
        ]
        datatype = shortened(str(ontology().value(URIRef(gi(name)), RDFS.range)))
        expected = {"xsd:string": {}, "rdf:langString": {"@language": "zh"}}.get(str(datatype), {"@type": datatype})
        stated = {k: v for k, v in coerced.items() if k in ("@type", "@language")} if isinstance(coerced, dict) else {}
        assert stated == expected, name
    for name in local(OWL.ObjectProperty):
        (coerced,) = [v for v in terms.values() if isinstance(v, dict) and v["@id"] == f"gi:{name}"]
        assert coerced["@type"] in ("@id", "@vocab")


# ---------------------------------------------------------------- shapes


def merged(nquads: bytes) -> rdflib.Graph:
    """The graphs of a store and the schemes as one plain graph: what SHACL sees of it."""
    triples = (quad.triple for quad in ox.parse(nquads, format=ox.RdfFormat.N_QUADS))
    graph = rdflib.Graph().parse(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES), format="nt")
    for file in SCHEMES.values():
        graph.parse(ONTOLOGY / file)
    return graph


def violations(graph: rdflib.Graph) -> list[str]:
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    conforms, _, report = pyshacl.validate(graph, shacl_graph=shapes)
    found = re.findall(r"Message: (.*)", str(report))
    assert conforms is (not found)
    return found


def test_the_shapes_are_shapes() -> None:
    shapes = rdflib.Graph().parse(ONTOLOGY / "shapes.ttl")
    conforms, _, report = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes, meta_shacl=True)
    assert conforms, report
    targets = {str(target).removeprefix(GI) for target in shapes.objects(None, known.SH.targetClass)}
    abstract = {"Fact", "Mention", "Outcome"}
    changes = {PREFIXES["org"] + "ChangeEvent"}
    assert targets == (vocab.CLASSES - abstract) | changes


def test_a_small_graph_satisfies_the_shapes() -> None:
    assert violations(merged(SMALL.read_bytes())) == []


FAULTS = {
    "a year that is no year": (r'"2015"(\^\^\S+gYear>)', r'"15"\1'),
    "a date of another type": (r'"2016-03-11"\^\^\S+date>', '"2016-03-11"'),
    "a resolved citation without identity": (r".*hasCitedEntity.*\n", ""),
    "an ambiguous mention with identity": (r"gigraph/ontology#Resolved", "gigraph/ontology#Ambiguous"),
    "a relation that is none": (r"(ontology#relation> <\S+#)issues>", r"\1evidence>"),
    "a label without language": (r'(prefLabel> "云山省")@zh', r"\1"),
    "two labels": (r"(.*prefLabel> )\"云山省财政厅\"@zh(.*\n)", r'\1"云山省财政厅"@zh\2\1"财政厅"@zh\2'),
    "a document number out of form": (r'(statedNumber> ")国办发〔2015〕22号', r"\1国办发[2015]22号"),
    "a span without text": (r".*ontology#exact.*\n", ""),
    "a span of no text": (r"#char=(\d+),", r"#page=\1,"),
    "a kind of no scheme": (r"(classification> <\S+agency-kind/)department", r"\1tribunal"),
    "a platform of nobody known": (r"gi:usesPlatform|usesPlatform> <\S+>", "usesPlatform> <https://example.org/p>"),
    "a region code of five digits": (r'(notation> )"880100"', r'\1"88010"'),
    "a report without source": (r".*hadPrimarySource.*\n", ""),
}


@pytest.mark.parametrize(("pattern", "wrong"), FAULTS.values(), ids=FAULTS)
def test_a_seeded_fault_is_found(pattern: str, wrong: str) -> None:
    right = SMALL.read_text("utf-8")
    faulty = re.sub(pattern, wrong, right)
    assert faulty != right, "the fault was not seeded"
    assert violations(merged(faulty.encode())) != []


@pytest.fixture(scope="module")
def built() -> bytes:
    """The five reports' graphs and the entities graph, as a build makes them."""
    paths = sorted((ROOT / "seeds" / "reports").glob("*.txt"))
    assert len(paths) == 5
    reports = [map_report(read_facts(path)).data for path in paths]
    entities = link((contribution(lines.splitlines()) for lines in reports), load_registry())
    return b"".join([*reports, *(line + b"\n" for line in entities)])


def test_the_graph_of_the_five_reports_satisfies_the_shapes(built: bytes) -> None:
    graph = merged(built)
    assert len(set(graph.subjects(RDF.type, URIRef(gi("Report"))))) == 5
    assert violations(graph) == []


def test_the_graph_of_the_five_reports_uses_declared_terms_alone(built: bytes) -> None:
    quads = list(ox.parse(built, format=ox.RdfFormat.N_QUADS))
    allowed = {gi(name) for name in vocab.PROPERTIES} | {vocab.term(name) for name in vocab.FOREIGN}
    assert {quad.predicate.value for quad in quads} <= allowed
    classes = {quad.object.value for quad in quads if quad.predicate.value == str(RDF.type)}  # type: ignore[union-attr]
    assert classes <= {gi(name) for name in vocab.CLASSES} | allowed
    concepts = {quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode)}
    for scheme in SCHEMES:
        used = {iri.rpartition("/")[2] for iri in concepts if iri.startswith(f"{BASE}{scheme}/")}
        assert used <= codes(scheme)
