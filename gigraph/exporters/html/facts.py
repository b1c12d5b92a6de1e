"""What the graph knows of the nodes of a network, for reading."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from gigraph.iris import BASE, graph_iri
from gigraph.network import Network, Source
from gigraph.store.terms import Iri, Literal
from gigraph.vocab import term

_ENTITIES, _ONTOLOGY = graph_iri("entities"), graph_iri("ontology")
_KINDS = ("org:classification", "eli:type_document", "dct:type")
# What the page calls it, and the property; in the order in which they are shown.
_FACTS = {
    "level": "gi:level", "system": "gi:system", "sector": "gi:sector", "parent": "org:subOrganizationOf",
    "issuer": "eli:passed_by", "operator": "gi:operator", "issued": "eli:date_document",
    "inForce": "eli:first_date_entry_in_force", "expired": "eli:date_no_longer_in_force",
    "versionOf": "dct:isVersionOf", "revises": "gi:revises", "implements": "eli:ensures_implementation_of",
    "replacedBy": "dct:isReplacedBy",
}  # fmt: skip
Fact = list[Any]


class Things:
    """Facts of a network's nodes, which are named by their places in the list."""

    def __init__(self, source: Source, network: Network) -> None:
        self.place = {node: number for number, node in enumerate(network)}
        self._source = source
        self._codes: set[str] = set()
        self._regions: set[str] = set()
        self._labels = {thing: found[0] for thing, found in self._values("skos:prefLabel", everything=True).items()}
        self._facts = {name: self._values(predicate) for name, predicate in _FACTS.items()}
        self._kinds = [self._values(predicate) for predicate in _KINDS]
        self._names = self._values("skos:altLabel")
        for regions in self._values("dct:spatial").values():
            self._regions.update(regions)

    def kind(self, node: str) -> str:
        """A concept, as agency-kind/department; empty where it is not known."""
        return next((self._concept(found[node][0]) for found in self._kinds if node in found), "")

    def names(self, node: str, label: str) -> list[str]:
        """Other names than the label."""
        return [name for name in self._names.get(node, []) if name != label]

    def facts(self, node: str) -> list[Fact]:
        """Rows of name and value, and the place of the node that the value is, where it is one."""
        return [self._fact(name, value) for name, values in self._facts.items() for value in values.get(node, [])]

    def name_concepts(self, codes: Iterable[str]) -> None:
        """Asks for the labels of more concepts."""
        self._codes.update(codes)

    def terms(self) -> dict[str, dict[str, str]]:
        """Labels in zh and en of the concepts that were asked for so far."""
        labels: dict[str, dict[str, str]] = defaultdict(dict)
        for quad in self._source.quads(predicate=term("skos:prefLabel"), graph=_ONTOLOGY):
            code = quad.subject.removeprefix(BASE)
            if code in self._codes and isinstance(quad.object, Literal) and quad.object.language:
                labels[code][quad.object.language] = quad.object.value
        return {code: dict(sorted(labels[code].items())) for code in sorted(labels)}

    def regions(self) -> dict[str, str]:
        """Names by code of the nodes' regions and of those above them."""
        above = self._values("skos:broader", everything=True)
        waiting, found = list(self._regions), {}
        while waiting:
            region = waiting.pop()
            code = region.rpartition("/")[2]
            if code not in found:
                found[code] = self._labels.get(region, code)
                waiting += above.get(region, [])
        return dict(sorted(found.items()))

    def _fact(self, name: str, value: str) -> Fact:
        if value in self.place:
            return [name, self._labels.get(value, value), self.place[value]]
        if value in self._labels:
            return [name, self._labels[value]]
        return [name, self._concept(value)]

    def _concept(self, value: str) -> str:
        code = value.removeprefix(BASE)
        if code != value:
            self._codes.add(code)
        return code

    def _values(self, predicate: str, *, everything: bool = False) -> dict[str, list[str]]:
        """The values of a property of the nodes, or of everything, sorted."""
        values: dict[str, list[str]] = defaultdict(list)
        for quad in self._source.quads(predicate=term(predicate), graph=_ENTITIES):
            if everything or quad.subject in self.place:
                values[quad.subject].append(quad.object if isinstance(quad.object, Iri) else quad.object.value)
        return {thing: sorted(found) for thing, found in values.items()}
