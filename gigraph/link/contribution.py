"""What one report's graph adds to the entities: read from its N-Quads lines, a pure function of them.

Made where the report is made, in parallel; the link pass only sums up.
"""

import json
import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from gigraph.link.stocks import Row, stock_cells
from gigraph.vocab import gi, term

_ESCAPED = re.compile(r'\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|([tbnrf"\\]))')
_PLAIN = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f", '"': '"', "\\": "\\"}

# The properties of mentions and reports that the entities depend on, by the short names used below.
_WANTED = {
    f"<{term(prefixed)}>".encode(): name
    for prefixed, name in {
        "rdf:type": "kind",
        "cito:hasCitedEntity": "thing",
        "gi:refersTo": "thing",
        "gi:candidate": "candidate",
        "gi:name": "name",
        "gi:otherName": "other",
        "gi:statedNumber": "number",
        "gi:statedIssuer": "issuer",
        "gi:agent": "agent",
        "gi:relation": "relation",
        "gi:citedVersion": "version",
        "gi:act": "act",
        "gi:issuerCode": "code",
        "gi:statedKind": "stated_kind",
        "gi:statedRegion": "region",
        "gi:statedParent": "parent",
        "gi:operator": "operator",
        "gi:sharesBodyWith": "body_with",
        "dct:creator": "creator",
        "gi:field": "field",
        "gi:value": "value",
        "gi:sourceKey": "key",
        "gi:bodyDigest": "body",
        "gi:figuresDigest": "figures",
        "gi:clauseSketch": "clauses",
        "dct:title": "title",
        "dct:type": "type",
        "dct:issued": "issued",
    }.items()
}
# Most nodes of a report's graph are of these classes.
_ADD_NOTHING = tuple(f"<{gi(kind)}>".encode() for kind in ("TextSpan", "Observation", "Cell", "Figure"))
_REPORT = gi("Report")
_TABLES = {gi("Citation"): "regulations", gi("AgencyMention"): "agencies", gi("PlatformMention"): "platforms"}


@dataclass(slots=True)
class Contribution:
    """One report's rows, sorted.

    regulations: (IRI, name, other names, number, issuer, issuer's IRI, agent, relation, version, further acts).
    agencies: (IRI, name, other names, kind, region, parent's name, parent's IRI). platforms: (IRI, name, other names,
    kind, operator). candidates: (table, IRI). publisher: the creator's IRI, the name in the report's field, and the
    year. codes: (agency, its own issuer code). stocks: the cells of `stock_cells`.
    report: what tells it from others (link/duplicates.py); empty where the graph has no report. bodies: pairs of
    agencies that are one body under two signs.
    """

    regulations: list[Row]
    agencies: list[Row]
    platforms: list[Row]
    candidates: list[Row]
    publisher: Row
    codes: list[Row] = field(default_factory=list)
    stocks: list[Row] = field(default_factory=list)
    report: Row = field(default_factory=list)
    bodies: list[Row] = field(default_factory=list)

    def pack(self) -> bytes:
        """The contribution as bytes, to be kept."""
        rows = [getattr(self, part.name) for part in fields(self)]  # `astuple` would copy every string
        return zlib.compress(json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def unpack(packed: bytes) -> Contribution:
    """The contribution of `pack`. Raises ValueError or zlib.error for other bytes."""
    return Contribution(*json.loads(zlib.decompress(packed)))


def contribution(lines: Iterable[bytes]) -> Contribution:
    """What a report's graph, given as canonical N-Quads or N-Triples lines, adds to the entities."""
    lines = list(lines)
    nodes: dict[bytes, dict[str, list[str]]] = {}
    for line in lines:
        own, _, rest = line.partition(b" ")
        predicate, _, rest = rest.partition(b" ")
        if (name := _WANTED.get(predicate)) and not (name == "kind" and rest.startswith(_ADD_NOTHING)):
            nodes.setdefault(own, {}).setdefault(name, []).append(_value(rest))
    tables: dict[str, list[dict[str, list[str]]]] = {name: [] for name in _TABLES.values()}
    for node in nodes.values():
        for kind in node.get("kind", ()):
            if kind in _TABLES:
                tables[_TABLES[kind]].append(node)
    called = _agencies_by_name(tables["agencies"])
    candidates = [
        [table, iri] for table, found in tables.items() for node in found for iri in node.get("candidate", ())
    ]
    return Contribution(
        sorted((_regulation(node, called) for node in tables["regulations"] if "thing" in node), key=repr),
        sorted((_agency(node, called) for node in tables["agencies"] if "thing" in node), key=repr),
        sorted((_platform(node) for node in tables["platforms"] if "thing" in node), key=repr),
        sorted(candidates),
        _publisher(nodes.values()),
        sorted([own[1:-1].decode(), code] for own, node in nodes.items() for code in node.get("code", ())),
        stock_cells(lines),
        _report(nodes, len(lines)),
        sorted(
            [own, other]
            for node in tables["agencies"]
            for own in node.get("thing", ())
            for other in node.get("body_with", ())
        ),
    )


def _agencies_by_name(mentions: list[dict[str, list[str]]]) -> dict[str, str]:
    """The full names that mean exactly one agency in this report."""
    found: dict[str, set[str]] = {}
    for node in mentions:
        if "thing" in node and "name" in node:
            found.setdefault(node["name"][0], set()).update(node["thing"])
    return {name: iris.pop() for name, iris in found.items() if len(iris) == 1}


def _regulation(node: dict[str, list[str]], called: dict[str, str]) -> Row:
    issuer = _first(node, "issuer")
    relation = (_first(node, "relation") or "").rpartition("#")[2]
    return [
        *_named(node), _first(node, "number"), issuer, called.get(issuer or ""), _first(node, "agent"), relation,
        _first(node, "version"), sorted(act.rpartition("#")[2] for act in node.get("act", ())),
    ]  # fmt: skip


def _agency(node: dict[str, list[str]], called: dict[str, str]) -> Row:
    parent = _first(node, "parent")
    return [*_named(node), _first(node, "stated_kind"), _first(node, "region"), parent, called.get(parent or "")]


def _platform(node: dict[str, list[str]]) -> Row:
    return [*_named(node), _first(node, "stated_kind"), _first(node, "operator")]


def _named(node: dict[str, list[str]]) -> Row:
    return [node["thing"][0], _first(node, "name"), sorted(node.get("other", ()))]


def _publisher(nodes: Iterable[dict[str, list[str]]]) -> Row:
    creator = name = year = None
    for node in nodes:
        creator = _first(node, "creator") or creator
        if node.get("field") == ["publisher"]:
            name = _first(node, "value")
        if node.get("field") == ["year"]:
            year = _first(node, "value")
    return [creator, name, year]


def _report(nodes: dict[bytes, dict[str, list[str]]], statements: int) -> Row:
    """The report itself: (IRI, source key, statements, title, type, date of issue, body, figures, clauses)."""
    key = next((node["key"][0] for node in nodes.values() if "key" in node), None)
    for own, node in nodes.items():
        if _REPORT in node.get("kind", ()):
            named = (_first(node, name) for name in ("title", "type", "issued", "body", "figures", "clauses"))
            return [own[1:-1].decode(), key, statements, *named]
    return []


def _first(node: dict[str, list[str]], name: str) -> str | None:
    return node[name][0] if name in node else None


def _value(rest: bytes) -> str:
    """The object of a line, from what stands behind its predicate: an IRI or the text of a literal."""
    if rest.startswith(b"<"):
        return rest[1 : rest.index(b">")].decode()
    text = rest[1 : rest.rindex(b'"')].decode()
    return _ESCAPED.sub(_unescape, text) if "\\" in text else text


def _unescape(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _PLAIN[match[3]]
