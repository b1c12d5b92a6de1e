"""The pictures that the demo leaves: a page to open, and the network for other programs."""

from pathlib import Path
from typing import TYPE_CHECKING

from gigraph.cli.render import note
from gigraph.errors import GigraphError

if TYPE_CHECKING:
    from gigraph.exporters import Source

_PICTURES = {"graph.html": "html", "graph.gexf": "gexf", "graph.graphml": "graphml"}


def leave_pictures(graph: "Source", folder: Path, documents: Path) -> list[Path]:
    """Writes the network of a graph in the formats that people open; returns the files.

    What cannot be written here, as the page where it was not built, is told and left out.
    """
    from gigraph.exporters import Options, export, find_exporter, written_file

    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, format in _PICTURES.items():
        path = folder / name
        heeded = documents if "documents" in find_exporter(format).heeds else None
        try:
            with written_file(path) as stream:
                export(graph, stream, format, options=Options(documents=heeded))
        except GigraphError as error:
            note(f"no {path}: {error}")
        else:
            written.append(path)
    return written
