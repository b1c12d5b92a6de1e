"""The report's contact as a vCard, the addresses on the web that it states, and the codes of its page."""

from gigraph.iris import key_digest
from gigraph.mapping.lines import Pair, iri, name, plain, zh
from gigraph.mapping.statements import Statements
from gigraph.models import CodeEntry, ContactEntry, ReportFacts, UrlEntry

_TYPES = {"telephone": "vcard:Voice", "fax": "vcard:Fax", "address": "vcard:Address", "postcode": "vcard:Address"}
_LINKS = {
    "telephone": "vcard:hasTelephone", "fax": "vcard:hasTelephone", "email": "vcard:hasEmail",
    "address": "vcard:hasAddress", "postcode": "vcard:hasAddress",
}  # fmt: skip


def add_furnishing(into: Statements, facts: ReportFacts, subject: str) -> None:
    """The statements about all of them; `subject` is the report's IRI."""
    own = f"<{subject}>"
    _contact(into, facts, subject)
    for url in facts.urls:
        link = "gi:hasPageAddress" if url.page else "gi:hasWebAddress"
        here = f"<{subject}/{'page' if url.page else 'url'}/{key_digest(url.url, 12)}>"
        into.add(own, link, here)
        _url(into, here, url)
    for code in facts.codes:
        here = f"<{subject}/code/{key_digest(f'{code.kind} {code.value}', 12)}>"
        into.add(own, "gi:hasPageCode", here)
        _code(into, here, code)


def _contact(into: Statements, facts: ReportFacts, subject: str) -> None:
    if not facts.contacts:
        return
    card = f"{subject}/contact"
    into.add(f"<{subject}>", "gi:hasContact", f"<{card}>")
    offices = [entry for entry in facts.contacts if entry.kind == "office"]
    pairs: list[Pair] = [("vcard:fn", zh(entry.value)) for entry in offices[:1]]
    for entry in facts.contacts:
        here = f"<{card}/{entry.kind}/{key_digest(entry.value, 12)}>"
        pairs.append(("gi:hasContactDetail", here))
        if entry.kind in _LINKS:
            pairs.append((_LINKS[entry.kind], here))
        _detail(into, here, entry)
    into.node(f"<{card}>", "vcard:Kind", pairs)


def _detail(into: Statements, here: str, entry: ContactEntry) -> None:
    kind, value = entry.kind, entry.value
    dialled = {"telephone": "tel:", "fax": "tel:", "email": "mailto:"}.get(kind)
    pairs: list[Pair] = [
        ("gi:detailKind", plain(kind)),
        ("gi:value", plain(value)),
        ("rdf:type", name(_TYPES[kind]) if kind in _TYPES else None),
        ("vcard:hasValue", iri(dialled + value.replace("转", ";ext=")) if dialled else None),
        ("vcard:street-address", plain(value) if kind == "address" else None),
        ("vcard:postal-code", plain(value) if kind == "postcode" else None),
    ]
    into.node(here, "gi:ContactDetail", pairs, entry.mentions)


def _url(into: Statements, here: str, entry: UrlEntry) -> None:
    pairs: list[Pair] = [
        ("gi:url", plain(entry.url)),
        ("gi:host", plain(entry.host)),
        ("gi:hostKind", plain(entry.host_kind)),
        ("gi:statedFor", zh(entry.platform) if entry.platform else None),
        ("gi:addressOf", iri(entry.platform_iri) if entry.platform_iri else None),
    ]
    into.node(here, "gi:WebAddress", pairs, entry.mentions)


def _code(into: Statements, here: str, entry: CodeEntry) -> None:
    pairs: list[Pair] = [
        ("gi:codeKind", plain(entry.kind)),
        ("gi:value", plain(entry.value)),
        ("gi:statedRegion", plain(entry.region) if entry.region else None),
    ]
    into.node(here, "gi:PageCode", pairs, entry.mentions)
