"""The report's contact as a vCard, the addresses on the web that it states, and the codes of its page."""

from collections.abc import Iterator

from gigraph.iris import key_digest
from gigraph.mapping.evidence import evidence, spans
from gigraph.mapping.lines import Pair, iri, name, node, plain, zh
from gigraph.models import CodeEntry, ContactEntry, Document, ReportFacts, UrlEntry

_TYPES = {"telephone": "vcard:Voice", "fax": "vcard:Fax", "address": "vcard:Address", "postcode": "vcard:Address"}
_LINKS = {
    "telephone": "vcard:hasTelephone", "fax": "vcard:hasTelephone", "email": "vcard:hasEmail",
    "address": "vcard:hasAddress", "postcode": "vcard:hasAddress",
}  # fmt: skip


def furnishing_statements(facts: ReportFacts, subject: str) -> Iterator[str]:
    """The statements about all of them, without graph; `subject` is the report's IRI."""
    document = facts.document
    yield from _contact(facts, subject)
    for url in facts.urls:
        link = "gi:hasPageAddress" if url.page else "gi:hasWebAddress"
        here = f"{subject}/{'page' if url.page else 'url'}/{key_digest(url.url, 12)}"
        yield f"{iri(subject)} {name(link)} {iri(here)}"
        yield from _url(here, url, document)
    for code in facts.codes:
        here = f"{subject}/code/{key_digest(f'{code.kind} {code.value}', 12)}"
        yield f"{iri(subject)} {name('gi:hasPageCode')} {iri(here)}"
        yield from _code(here, code, document)


def _contact(facts: ReportFacts, subject: str) -> Iterator[str]:
    if not facts.contacts:
        return
    card = f"{subject}/contact"
    yield f"{iri(subject)} {name('gi:hasContact')} {iri(card)}"
    offices = [entry for entry in facts.contacts if entry.kind == "office"]
    pairs: list[Pair] = [("vcard:fn", zh(entry.value)) for entry in offices[:1]]
    for entry in facts.contacts:
        here = f"{card}/{entry.kind}/{key_digest(entry.value, 12)}"
        pairs.append(("gi:hasContactDetail", iri(here)))
        if entry.kind in _LINKS:
            pairs.append((_LINKS[entry.kind], iri(here)))
        yield from _detail(here, entry, facts.document)
    yield from node(iri(card), "vcard:Kind", pairs)


def _detail(here: str, entry: ContactEntry, document: Document) -> Iterator[str]:
    kind, value = entry.kind, entry.value
    dialled = {"telephone": "tel:", "fax": "tel:", "email": "mailto:"}.get(kind)
    pairs: list[Pair] = [
        ("gi:detailKind", plain(kind)),
        ("gi:value", plain(value)),
        ("rdf:type", name(_TYPES[kind]) if kind in _TYPES else None),
        ("vcard:hasValue", iri(dialled + value.replace("转", ";ext=")) if dialled else None),
        ("vcard:street-address", plain(value) if kind == "address" else None),
        ("vcard:postal-code", plain(value) if kind == "postcode" else None),
        *evidence(entry.mentions, document),
    ]
    yield from node(iri(here), "gi:ContactDetail", pairs)
    yield from spans(entry.mentions, document)


def _url(here: str, entry: UrlEntry, document: Document) -> Iterator[str]:
    pairs: list[Pair] = [
        ("gi:url", plain(entry.url)),
        ("gi:host", plain(entry.host)),
        ("gi:hostKind", plain(entry.host_kind)),
        ("gi:statedFor", zh(entry.platform) if entry.platform else None),
        ("gi:addressOf", iri(entry.platform_iri) if entry.platform_iri else None),
        *evidence(entry.mentions, document),
    ]
    yield from node(iri(here), "gi:WebAddress", pairs)
    yield from spans(entry.mentions, document)


def _code(here: str, entry: CodeEntry, document: Document) -> Iterator[str]:
    pairs: list[Pair] = [
        ("gi:codeKind", plain(entry.kind)),
        ("gi:value", plain(entry.value)),
        ("gi:statedRegion", plain(entry.region) if entry.region else None),
        *evidence(entry.mentions, document),
    ]
    yield from node(iri(here), "gi:PageCode", pairs)
    yield from spans(entry.mentions, document)
