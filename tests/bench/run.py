"""The benchmarks: `make bench`, or python tests/bench/run.py [REPORTS] [--json FILE].

Each figure is a ratio within this run, since seconds differ from machine to machine; nothing fails because it is slow.
"""

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import corpus
import measures
import names

from gigraph.build import build
from gigraph.store import open_graph

NETWORK = (100_000, 500_000)  # nodes and edges; goals: 60 s, 2,000 MB


def bench(count: int, folder: Path, oxigraph: str | None, network: tuple[int, int] = NETWORK) -> dict[str, Any]:
    """All figures for a number of reports and a size of network, in a folder for what they need."""
    texts, store = folder / "reports", folder / "graph"
    corpus.write(count, texts)
    files = list(corpus.numbered(texts))
    one, two = (measures.extraction(files, workers) for workers in (1, 2))
    full, memory = measures.whole_build(texts, store)
    with open_graph(store) as graph:
        statements = graph.count()
    found: dict[str, Any] = {
        "reports": count,
        "statements": statements,
        "extraction, 1 process (reports/s)": count / one,
        "extraction, 2 processes (reports/s)": count / two,
        "whole build (reports/s)": count / full,
        "whole build (statements/s)": statements / full,
        "peak memory of a build (MB)": memory / 2**20,
    }
    pages = corpus.write_pages(count, folder / "pages")
    found["web pages read, 2 processes (pages/s; goal 200)"] = count / measures.reading(pages, 2)
    if oxigraph:
        found["oxigraph load / whole build (goal 0.6)"] = measures.vendor_load(oxigraph, store, folder) / full
    found["nothing changed / whole build"] = measures.seconds(lambda: build([texts], store)) / full
    changed = max(1, count // 100)
    for path in files[:changed]:
        path.write_text(path.read_text("utf-8") + "\n本机关制定了《政府信息公开保密审查办法》。\n", "utf-8")
    found["1 % changed / whole build (goal 0.05)"] = measures.seconds(lambda: build([texts], store)) / full
    found["look-up, command (ms)"] = 1000 * (answer := measures.lookup_command(store))
    found["look-up, command / python -c 'import rdflib'"] = answer / measures.median_command(
        sys.executable, "-c", "import rdflib"
    )
    found["look-up, graph open (ms)"] = 1000 * measures.lookup_inside(store)
    size = f"{network[0]:,} nodes and {network[1]:,} edges to GEXF"
    return found | {f"{size}, {what}": value for what, value in measures.network_export(*network, folder).items()}


def table(found: dict[str, Any]) -> str:
    """The figures as lines of name and number."""
    wide = max(map(len, found))
    return "\n".join(
        f"{name:<{wide}}  {value:,}" if isinstance(value, int) else f"{name:<{wide}}  {value:,.3f}"
        for name, value in found.items()
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="?", type=int, default=1000)
    parser.add_argument("--json", type=Path, help="write the figures here too")
    given = parser.parse_args()
    beside = Path(sys.executable).with_name("oxigraph")
    oxigraph = str(beside) if beside.exists() else shutil.which("oxigraph")
    if not oxigraph:
        print("without a comparison with Oxigraph's own loader: pip install oxigraph", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        found = bench(given.reports, Path(folder), oxigraph)
    found |= {f"look-up in 300,000 names, {way}": took for way, took in names.measure(300_000).items() if "ms" in way}
    print(table(found))
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
