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
    "sh": "http://www.w3.org/ns/shacl#",
}

# Our own classes and properties: local names after GI.
CLASSES: Final = frozenset(
    {
        "Agency", "Citation", "AgencyMention", "ManifestEntry", "Mention", "Outcome", "Platform", "PlatformMention",
        "Region", "Regulation", "Report", "ReportField", "SourceDocument", "TextSpan",
    }
)  # fmt: skip
PROPERTIES: Final = frozenset(
    {
        # the report
        "reportYear", "periodStart", "periodEnd", "indexNumber", "field", "value", "sourceKey", "encoding", "digest",
        "hasField", "hasCitation", "hasAgencyMention", "hasPlatformMention",
        # mentions and citations
        "refersTo", "candidate", "outcome", "method", "relation", "statedTitle", "statedNumber", "statedIssuer", "name",
        "otherName", "bracketed", "pinpoint", "repair", "citedVersion", "agent", "evidence", "exact", "statedKind",
        "statedOperator", "statedParent", "statedRegion",
        # plain edges and entity facts, in the entities graph
        "cites", "issues", "discloses", "usesPlatform", "operator", "inRegistry", "duplicateOf", "citesVersion",
        # the manifest
        "pipelineDigest", "quadCount", "graphDigest",
    }
)  # fmt: skip
INDIVIDUALS: Final = frozenset({"Resolved", "Ambiguous", "Unresolved"})


def gi(local: str) -> str:
    """The IRI of one of our own terms. Raises KeyError for one that is not declared.

    >>> gi("cites")
    'https://w3id.org/gigraph/ontology#cites'
    """
    if local not in CLASSES and local not in PROPERTIES and local not in INDIVIDUALS:
        raise KeyError(f"gi:{local} is not a term of the ontology")
    return GI + local
