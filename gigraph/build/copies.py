"""What a build tells of reports that are there more than once: copies, suspected copies, versions, titles shared."""

from collections.abc import Iterable, Iterator

from gigraph.build.collect import Problem
from gigraph.iris import report_iri
from gigraph.link import ENTITIES
from gigraph.store import Entry, Graph, Iri
from gigraph.vocab import gi

_TOLD = {
    gi("duplicateOf"): ("W-DUP", "the same report as {}, which alone counts"),
    gi("nearDuplicateOf"): ("W-NEAR-DUP", "perhaps a copy of {}: the same figures, not all of the words; both count"),
    gi("otherVersionOf"): ("W-REVISED", "another version of {}, with other figures; both count"),
    gi("sharesTableWith"): ("W-SAME-TABLE", "another text than {} with the same table; the table's figures count once"),
    gi("sharesTitleWith"): ("W-TITLE-CLASH", "another text than {} under the same title, agency and year; both count"),
}  # fmt: skip


def copies(graph: Graph, entries: Iterable[Entry]) -> Iterator[Problem]:
    """A warning for each report that is a copy or a version of another, by what the entities graph states."""
    keys = {report_iri(entry.source_key): entry.source_key for entry in entries if entry.source_key is not None}
    for relation, (code, message) in _TOLD.items():
        for quad in graph.quads(predicate=relation, graph=ENTITIES):
            own, other = keys.get(quad.subject), keys.get(str(quad.object)) if isinstance(quad.object, Iri) else None
            if own is not None and other is not None:
                yield Problem(own, code, message.format(other))
