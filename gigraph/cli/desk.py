"""A store as the commands ask it: its graph, and the index of its names."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gigraph.cli.options import Place
from gigraph.cli.progress import ProgressLine
from gigraph.cli.render import note

if TYPE_CHECKING:  # the store's library is loaded when a command runs, so that --help is quick
    from gigraph.queries.asking import Asked
    from gigraph.search import Hit
    from gigraph.store import Graph

NOTHING = 3  # the exit code of a command that found nothing


@dataclass(frozen=True, slots=True)
class Desk:
    """An open graph, and its name index."""

    graph: "Graph"
    index: Path
    store: Path | None  # where it lies on this disk

    def asked(self, *, quick: bool, seconds: float | None = None) -> "Asked":
        """Whom a query is put to: the graph where it is known to be quick, else a process that can be stopped.

        seconds: how long it may take, where that was said. A store on the network has limits of its own.
        """
        from gigraph.store.apart import SECONDS, Apart, Limits

        known = quick and seconds is None
        return self.graph if known or self.store is None else Apart(self.store, Limits(seconds or SECONDS))

    def resolve(self, text: str, *kinds: str) -> "Hit":
        """The one thing that a name means; tells where the name was not its own."""
        from gigraph.queries.names import resolve_name

        hit = resolve_name(self.graph, self.index, text, kinds)
        if hit.how not in ("exact", "alias"):
            note(f"{text} is taken as {hit.label}")
        return hit


@contextmanager
def open_desk(store: Place) -> Iterator[Desk]:
    """The newest state of the store at a path or an address."""
    if isinstance(store, str):
        from gigraph.build.remote import open_distant

        line = ProgressLine()
        with open_distant(store, line.fetching) as (graph, index, mirror):
            line.close()
            yield Desk(graph, index, mirror)
        return
    from gigraph.store import open_graph

    with open_graph(store) as graph:
        if graph.generation is None:
            raise TypeError("a store's graph has a generation")
        yield Desk(graph, graph.generation.names, store)
