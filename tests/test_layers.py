"""The import rule of the house, read from the source: imports only go down, and a heavy library has one owner."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "gigraph"
# A row imports from the rows below it alone; siblings inside one package may import each other.
ROWS = (
    "__init__ __main__ > cli > serve > build > audit evaluate > link > queries > search exporters > network > store"
    " > pipeline > mapping > resolve > extractors documents > registry > text"
    " > explorer > errors models vocab iris resources confinement"
)
# The lowest row, whose modules may import one another.
LEAVES = {"errors", "models", "vocab", "iris", "resources", "confinement"}
OWNERS = {"pyoxigraph": {"store"}, "networkx": {"network"}, "click": {"cli"}, "rdflib": {"exporters"}}

RANK = {name: rank for rank, row in enumerate(reversed(ROWS.split(" > "))) for name in row.split()}


def imports(source: str) -> Iterator[tuple[str, ...]]:
    """Each import of a module as its dotted parts; a relative import begins with an empty part."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield (*("" for _ in range(node.level)), *(node.module or "").split("."), alias.name)
        elif isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)


def offences(here: str, source: str) -> Iterator[str]:
    """What a module of the component `here` imports against the rule."""
    for top, *rest in imports(source):
        if top == "":
            yield "a relative import"
        elif top in OWNERS and here not in OWNERS[top]:
            yield f"{here} imports {top}, which belongs to {', '.join(OWNERS[top])}"
        elif top == "gigraph":
            there = rest[0] if rest and rest[0] in RANK else "__init__"
            if there != here and not RANK[there] < RANK[here] and not {here, there} <= LEAVES:
                yield f"{here} imports {there}, which is not below it"


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_only_go_down(path: Path) -> None:
    here = path.relative_to(ROOT).with_suffix("").parts[0]
    assert here in RANK, f"{here} has no place in the rows of DESIGN section 1"
    assert list(offences(here, path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("here", "source", "ok"),
    [
        ("store", "import pyoxigraph.sparql", True),
        ("queries", "from pyoxigraph import Store", False),
        ("mapping", "def f():\n    import networkx as nx", False),
        ("exporters", "import rdflib", True),
        ("link", "from rdflib import Graph", False),
        ("mapping", "from gigraph.resolve import roles", True),
        ("resolve", "from gigraph.mapping import map_report", False),
        ("search", "from gigraph.exporters import EXPORTERS", False),  # one row, two packages
        ("resolve", "from gigraph.resolve.place import Place", True),
        ("iris", "from gigraph.models import Span", True),
        ("models", "import gigraph.text", False),
        ("cli", "from . import render", False),
        ("text", "if TYPE_CHECKING:\n    from gigraph.registry import Registry", False),
        ("build", "from gigraph import __version__", False),
        ("__init__", "from gigraph.build import build", True),
    ],
)
def test_the_rule_itself(here: str, source: str, ok: bool) -> None:
    assert (list(offences(here, source)) == []) is ok
