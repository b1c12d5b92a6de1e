"""A folder of CSV files for `neo4j-admin database import`: a file a label of nodes, a file a type of relationship.

https://neo4j.com/docs/operations-manual/current/import/ : headers with :ID, :LABEL, :START_ID, :END_ID, :TYPE; lists
are joined by ;.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from gigraph.exporters.attributes import Attributes, clean, columns, text_of
from gigraph.network import Network

_README = "README.txt"
_LISTS = {"years": "int[]", "relations": "string[]", "roles": "string[]"}
# In a cell a line break needs a switch of the importer's; other control characters help nobody.
_SPACES = dict.fromkeys([*range(32), 127, 0x85, 0x2028, 0x2029], " ")


def write(network: Network, folder: Path) -> None:
    """Writes a network into a folder. Raises TypeError where an attribute is None or no scalar."""
    labels: dict[str, list[tuple[str, Attributes]]] = {}
    for node, data in network.nodes(data=True):
        labels.setdefault(_label(data), []).append((node, _without(data, "type")))
    types: dict[str, list[tuple[str, str, Attributes]]] = {}
    for source, target, data in network.edges(data=True):
        types.setdefault(_type(data), []).append((source, target, _without(data, "relation")))
    for label, nodes in sorted(labels.items()):
        names = columns(data for _, data in nodes)
        rows = ([node, label, *_cells(data, names, node)] for node, data in nodes)
        _table(folder / f"{label}.csv", ["iri:ID", ":LABEL", *_headers(names)], rows)
    for type_, edges in sorted(types.items()):
        names = columns(data for *_, data in edges)
        lines = ([a, b, type_, *_cells(data, names, a)] for a, b, data in edges)
        _table(folder / f"{type_}.csv", [":START_ID", ":END_ID", ":TYPE", *_headers(names)], lines)
    (folder / _README).write_text(_readme(sorted(labels), sorted(types)), "utf-8")


def _table(path: Path, header: list[str], rows: Iterable[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([clean(cell).translate(_SPACES) for cell in row] for row in rows)


def _headers(names: dict[str, str]) -> list[str]:
    return [f"{name}:{_LISTS.get(name, type_)}" for name, type_ in names.items()]


def _cells(data: Attributes, names: Iterable[str], where: str) -> list[str]:
    return [text_of(data[name], where) if name in data else "" for name in names]


def _without(data: Attributes, name: str) -> Attributes:
    """What the label or the type says already is left out."""
    return {key: value for key, value in data.items() if key != name}


def _label(data: Attributes) -> str:
    """Agency for agency."""
    return str(data.get("type", "thing")).title()


def _type(data: Attributes) -> str:
    """BELONGS_TO for belongs-to; RELATED where edges have no relation."""
    relation = "".join(char if char.isalnum() else "_" for char in str(data.get("relation", "related")))
    return relation.upper()


def _readme(labels: list[str], types: list[str]) -> str:
    words = [
        "neo4j-admin database import full neo4j",
        *(f"--nodes={label}.csv" for label in labels),
        *(f"--relationships={type_}.csv" for type_ in types),
    ]
    return "Run in this folder, with the database stopped:\n\n" + " \\\n  ".join(words) + "\n"
