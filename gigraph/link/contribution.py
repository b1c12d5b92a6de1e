"""What one report's graph adds to the entities, a pure function of what it states.

Made where the report is made, in parallel; the link pass only sums up.
"""

import json
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field, fields

from gigraph.link.stated import Node, first, node_of, stated_in
from gigraph.link.stocks import Row, stock_cells, table_digest
from gigraph.mapping import Stated
from gigraph.vocab import gi, term

# The properties of mentions and reports that the entities depend on, by the short names used below.
_WANTED = {
    f"<{term(prefixed)}>": name
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
_ADD_NOTHING = frozenset(f"<{term('rdf:type')}> <{gi(kind)}>" for kind in ("Observation", "Cell", "Figure"))
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
    return contribution_of(stated_in(lines))


def contribution_of(stated: Stated) -> Contribution:
    """What a report's graph adds to the entities: the very same as from its lines."""
    nodes = {own: node_of(about, _WANTED) for own, about in stated.things.items() if _ADD_NOTHING.isdisjoint(about)}
    tables: dict[str, list[Node]] = {name: [] for name in _TABLES.values()}
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
        sorted([own[1:-1], code] for own, node in nodes.items() for code in node.get("code", ())),
        stock_cells(stated),
        _report(nodes, stated.count, table_digest(stated)),
        sorted(
            [own, other]
            for node in tables["agencies"]
            for own in node.get("thing", ())
            for other in node.get("body_with", ())
        ),
    )


def _agencies_by_name(mentions: list[Node]) -> dict[str, str]:
    """The full names that mean exactly one agency in this report."""
    found: dict[str, set[str]] = {}
    for node in mentions:
        if "thing" in node and "name" in node:
            found.setdefault(node["name"][0], set()).update(node["thing"])
    return {name: iris.pop() for name, iris in found.items() if len(iris) == 1}


def _regulation(node: Node, called: dict[str, str]) -> Row:
    issuer = first(node, "issuer")
    relation = (first(node, "relation") or "").rpartition("#")[2]
    return [
        *_named(node), first(node, "number"), issuer, called.get(issuer or ""), first(node, "agent"), relation,
        first(node, "version"), sorted(act.rpartition("#")[2] for act in node.get("act", ())),
    ]  # fmt: skip


def _agency(node: Node, called: dict[str, str]) -> Row:
    parent = first(node, "parent")
    return [*_named(node), first(node, "stated_kind"), first(node, "region"), parent, called.get(parent or "")]


def _platform(node: Node) -> Row:
    return [*_named(node), first(node, "stated_kind"), first(node, "operator")]


def _named(node: Node) -> Row:
    return [node["thing"][0], first(node, "name"), sorted(node.get("other", ()))]


def _publisher(nodes: Iterable[Node]) -> Row:
    creator = name = year = None
    for node in nodes:
        creator = first(node, "creator") or creator
        if node.get("field") == ["publisher"]:
            name = first(node, "value")
        if node.get("field") == ["year"]:
            year = first(node, "value")
    return [creator, name, year]


def _report(nodes: dict[str, Node], statements: int, table: str | None) -> Row:
    """The report itself: (IRI, source key, statements, title, type, date of issue, body, figures, clauses, table)."""
    key = next((node["key"][0] for node in nodes.values() if "key" in node), None)
    for own, node in nodes.items():
        if _REPORT in node.get("kind", ()):
            named = (first(node, name) for name in ("title", "type", "issued", "body", "figures", "clauses"))
            return [own[1:-1], key, statements, *named, table]
    return []
