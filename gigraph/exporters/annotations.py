"""Web Annotations: a line for each place that states a fact, with its position and its words, as JSON-LD.

https://www.w3.org/TR/annotation-model/. Every node has a name of its own: the target that of the stretch of text. The
context is the part of http://www.w3.org/ns/anno.jsonld that is used, so that nothing is fetched to read it.
"""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from gigraph.exporters.html.sentences import Sentences
from gigraph.exporters.options import NONE, Options
from gigraph.exporters.reports import Matching, Place, Report, full, read_reports
from gigraph.iris import place_of
from gigraph.vocab import PREFIXES

CONTEXT: Final[dict[str, Any]] = {
    "oa": PREFIXES["oa"],
    "xsd": PREFIXES["xsd"],
    "id": "@id",
    "type": "@type",
    **{name: f"oa:{name}" for name in ("Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector")},
    **{name: f"oa:{name}" for name in ("identifying", "describing")},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    **{name: {"@id": f"oa:has{name.title()}", "@type": "@id"} for name in ("body", "target", "source", "selector")},
    "scope": {"@id": "oa:hasScope", "@type": "@id"},
    **{name: {"@id": f"oa:{name}", "@type": "xsd:nonNegativeInteger"} for name in ("start", "end")},
    **{name: {"@id": f"oa:{name}", "@type": "xsd:string"} for name in ("exact", "prefix", "suffix")},
}
_REACH = 32  # characters before and after a quote
_ENTITIES = ("cito:hasCitedEntity", "gi:refersTo")


def write(source: Matching, stream: BinaryIO, options: Options = NONE) -> None:
    """Writes the annotations of all reports, report by report, in the order of the text.

    With the documents at hand the words before and after a quote are told too.
    """
    texts = Sentences(options.documents) if options.documents else None
    stream.write(b'{\n"@context": ' + _json(CONTEXT) + b',\n"@graph": [')
    begun = False
    for report in read_reports(source, copies=options.copies, step=options.step):
        for annotation in annotations(report, texts):
            stream.write((b",\n" if begun else b"\n") + _json(annotation))
            begun = True
    stream.write(b"\n]\n}\n")


def annotations(report: Report, texts: Sentences | None = None) -> Iterator[dict[str, Any]]:
    """The annotations of one report: bodies are the entity that is meant, if known, and the fact."""
    evidence = full("gi:evidence")
    facts = [fact for fact, node in report.nodes.items() if evidence in node]
    placed = sorted((place.start, place.end, fact, place) for fact in facts for place in report.places(fact))
    for start, end, fact, place in placed:
        entities = [iri for name in _ENTITIES for iri in report.texts(fact, name)]
        yield {
            "id": f"{fact}/annotation/{start}-{end}",
            "type": "Annotation",
            "motivation": "identifying" if entities else "describing",
            "body": [*entities, fact],
            "target": _target(report, place, texts),
        }


def _target(report: Report, place: Place, texts: Sentences | None) -> dict[str, Any]:
    source = place.span.partition("#")[0]
    selectors: list[dict[str, Any]] = [
        {"id": f"{source}#position={place.start},{place.end}", "type": "TextPositionSelector",
         "start": place.start, "end": place.end},
    ]  # fmt: skip
    if place.quote is not None:
        quote = {"id": f"{source}#quote={place.start},{place.end}", "type": "TextQuoteSelector", "exact": place.quote}
        selectors.append(quote | _around(report, place, texts))
    return {
        "id": place.span, "type": "SpecificResource", "source": source, "scope": report.iri, "selector": selectors,
    }  # fmt: skip


def _around(report: Report, place: Place, texts: Sentences | None) -> dict[str, str]:
    """The words before and after a quote, where its text is at hand."""
    digest, _, _ = place_of(place.span)
    text = texts.text(report.source, digest) if texts and report.source else None
    if text is None:
        return {}
    return {
        "prefix": text[max(0, place.start - _REACH) : place.start],
        "suffix": text[place.end : place.end + _REACH],
    }


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")
