"""The graph in the formats of other programs.

Statements go out as N-Quads, Turtle or JSON-LD, or are counted in a VoID description; a network drawn from them goes
out as GraphML or GEXF. The same graph gives the same bytes. To add a format: a
module with `write` and its line in EXPORTERS.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from gigraph.errors import UsageError
from gigraph.exporters import gexf, graphml, jsonld, nquads, turtle, void
from gigraph.exporters.statements import Statements
from gigraph.network import NETWORKS, Choice, Network
from gigraph.network import Source as NetworkSource


class Source(Statements, NetworkSource, Protocol):
    """What is exported: `gigraph.store.reader.Graph` is one."""


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: `statements` writes the graph itself, or `network` writes a network drawn from it."""

    media_type: str
    suffix: str
    statements: Callable[[Statements, BinaryIO], None] | None = None
    network: Callable[[Network, BinaryIO], None] | None = None


EXPORTERS: dict[str, Exporter] = {
    "nquads": Exporter("application/n-quads", ".nq", statements=nquads.write),
    "turtle": Exporter("text/turtle", ".ttl", statements=turtle.write),
    "jsonld": Exporter("application/ld+json", ".jsonld", statements=jsonld.write),
    "graphml": Exporter("application/graphml+xml", ".graphml", network=graphml.write),
    "gexf": Exporter("application/gexf+xml", ".gexf", network=gexf.write),
    "void": Exporter("text/turtle", ".void.ttl", statements=void.write),
}


def export(
    source: Source,
    stream: BinaryIO,
    format: str,  # the word that everybody uses
    *,
    network: str = "agency-regulation",
    choice: Choice | None = None,
) -> "Network | None":
    """Writes the graph to a binary stream in one of the formats of EXPORTERS; returns the network, if it drew one.

    network, choice: which of NETWORKS a network format draws, and of which citations; other formats ignore both.
    Raises UsageError for a format or a network that there is none of.
    """
    exporter = EXPORTERS.get(format)
    if exporter is None:
        raise UsageError("is no format", where=format, hint=f"Formats are {', '.join(EXPORTERS)}")
    if exporter.statements is not None:
        exporter.statements(source, stream)
    elif exporter.network is not None:
        if network not in NETWORKS:
            raise UsageError("is no network", where=network, hint=f"Networks are {', '.join(NETWORKS)}")
        drawn = NETWORKS[network](source, choice)
        exporter.network(drawn, stream)
        return drawn
    return None


__all__ = ["EXPORTERS", "Exporter", "Source", "export"]
