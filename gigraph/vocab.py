"""Every IRI that the graph's statements use, written once; a test compares them with ontology/ both ways."""

from typing import Final

GI: Final = "https://w3id.org/gigraph/ontology#"

PREFIXES: Final[dict[str, str]] = {
    "gi": GI,
    "id": "https://w3id.org/gigraph/id/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dct": "http://purl.org/dc/terms/",
    "org": "http://www.w3.org/ns/org#",
    "eli": "http://data.europa.eu/eli/ontology#",
    "cito": "http://purl.org/spar/cito/",
    "schema": "https://schema.org/",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dqv": "http://www.w3.org/ns/dqv#",
    "qb": "http://purl.org/linked-data/cube#",
    "vann": "http://purl.org/vocab/vann/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "sh": "http://www.w3.org/ns/shacl#",
}

# Our own classes and properties: local names after GI.
CLASSES: Final = frozenset(
    {
        "Agency", "AgencyMention", "Cell", "Citation", "ContactDetail", "Fact", "Figure", "ManifestEntry", "Mention",
        "Observation", "PageCode", "WebAddress",
        "Outcome", "Platform", "PlatformMention", "Region", "Regulation", "Report", "ReportField", "SeriesBreak",
        "SourceDocument", "TextSpan",
    }
)  # fmt: skip
PROPERTIES: Final = frozenset(
    {
        # the report and its source
        "reportYear", "periodStart", "periodEnd", "indexNumber", "field", "value", "sourceKey", "encoding", "digest",
        "hasField", "hasCitation", "hasAgencyMention", "hasPlatformMention", "duplicateOf",
        "nearDuplicateOf", "otherVersionOf", "sharesTitleWith", "sharesTableWith", "bodyDigest", "figuresDigest",
        "clauseSketch",
        # contact, addresses on the web and codes of the page
        "hasContact", "hasContactDetail", "detailKind", "hasWebAddress", "hasPageAddress", "url", "host", "hostKind",
        "statedFor", "addressOf", "hasPageCode", "codeKind",
        # mentions and citations
        "refersTo", "candidate", "candidateName", "outcome", "method", "relation", "statedNumber", "statedIssuer",
        "name", "otherName", "bracketed", "formula", "pinpoint", "repair", "citedVersion", "agent", "evidence", "exact",
        "statedKind", "statedOperator", "statedParent", "statedRegion", "role", "section", "status", "act",
        # cells of tables and numbers of the running text
        "hasCell", "hasFigure", "figureScope", "indicator", "applicant", "amount", "possibleAmount", "unit", "state",
        "reason", "row", "column", "of", "bound", "per", "statedScope", "statedPeriod", "partOf", "breakYear",
        "affects", "article", "decides", "contradictedBy",
        # plain edges and entity facts, in the entities graph
        "cites", "issues", "discloses", "citesVersion", "usesPlatform", "operator", "inRegistry", "revises", "repeals",
        "forwards", "sameDocument", "sameAgency", "notBefore", "notAfter",
        "partialOrigin", "partlyChangedBy", "contestedName", "issuerCode", "system", "level", "sector", "guidedBy",
        "sharesBodyWith",
        # the manifest
        "pipelineDigest", "quadCount", "graphDigest",
    }
)  # fmt: skip
INDIVIDUALS: Final = frozenset({"Resolved", "Ambiguous", "Unresolved"})

# The properties of other vocabularies that statements of the data graphs use.
FOREIGN: Final = frozenset(
    {
        "rdf:type", "dct:title", "dct:type", "dct:creator", "dct:issued", "dct:format", "dct:spatial",
        "dct:isVersionOf", "dct:isReplacedBy", "prov:hadPrimarySource", "cito:hasCitingEntity", "cito:hasCitedEntity",
        "org:ChangeEvent", "org:changedBy", "org:originalOrganization", "org:resultedFrom", "org:resultingOrganization",
        "dct:date", "dct:source", "schema:url", "org:classification", "org:subOrganizationOf", "skos:prefLabel",
        "skos:altLabel", "skos:notation",
        "skos:broader", "eli:id_local", "eli:passed_by", "eli:type_document", "eli:date_document",
        "eli:first_date_entry_in_force",
        "eli:date_no_longer_in_force", "eli:ensures_implementation_of", "qb:observation", "qb:slice",
        "qb:sliceStructure", "prov:wasDerivedFrom", "vcard:Kind", "vcard:Voice", "vcard:Fax", "vcard:Address",
        "vcard:fn", "vcard:hasTelephone", "vcard:hasEmail", "vcard:hasAddress", "vcard:hasValue",
        "vcard:street-address", "vcard:postal-code",
    }
)  # fmt: skip
DATATYPES: Final = frozenset(
    {"xsd:string", "xsd:date", "xsd:gYear", "xsd:boolean", "xsd:integer", "xsd:decimal", "rdf:langString"}
)

# The files under ontology/ that make up the ontology graph; the shapes are no part of it.
ONTOLOGY_FILES: Final = (
    "agency-kinds.ttl",
    "agency-levels.ttl",
    "agency-sectors.ttl",
    "agency-systems.ttl",
    "cell-states.ttl",
    "change-kinds.ttl",
    "citation-roles.ttl",
    "document-types.ttl",
    "figure-scopes.ttl",
    "figures.ttl",
    "gigraph.ttl",
    "indicators.ttl",
    "instrument-statuses.ttl",
    "instrument-types.ttl",
    "platform-kinds.ttl",
)


def gi(local: str) -> str:
    """The IRI of one of our own terms. Raises KeyError for one that is not declared.

    >>> gi("cites")
    'https://w3id.org/gigraph/ontology#cites'
    """
    if local not in CLASSES and local not in PROPERTIES and local not in INDIVIDUALS:
        raise KeyError(f"gi:{local} is not a term of the ontology")
    return GI + local


def term(name: str) -> str:
    """The IRI of a prefixed name that data may use: ours, a foreign property or a datatype; else raises KeyError.

    >>> term("dct:title"), term("gi:Citation")
    ('http://purl.org/dc/terms/title', 'https://w3id.org/gigraph/ontology#Citation')
    """
    prefix, _, local = name.partition(":")
    if prefix == "gi":
        return gi(local)
    if name not in FOREIGN and name not in DATATYPES:
        raise KeyError(f"{name} is not a term that the data use")
    return PREFIXES[prefix] + local
