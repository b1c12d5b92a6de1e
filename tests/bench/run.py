"""The benchmarks: `make bench`, or python tests/bench/run.py [REPORTS] [--sizes …] [--json FILE] [--svg FILE].

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
import peers
import scale
from picture import picture

from gigraph.build import build
from gigraph.iris import report_graph
from gigraph.store import open_graph

NETWORK = (100_000, 500_000)  # nodes and edges; goals: 60 s, 2,000 MB


def bench(count: int, folder: Path, oxigraph: str | None, network: tuple[int, int] = NETWORK) -> dict[str, Any]:
    """All figures for a number of reports and a size of network, in a folder for what they need."""
    texts, store = folder / "reports", folder / "graph"
    corpus.write(count, texts)
    files = list(corpus.numbered(texts))
    found: dict[str, Any] = {"reports": count, **_extraction(files)}
    full, memory = measures.whole_build(texts, store)
    with open_graph(store) as graph:
        found["statements"] = statements = graph.count()
        few = [
            b"".join(line + b"\n" for line in graph.graph_lines(report_graph(str(path.relative_to(texts)))))
            for path in files[:20]
        ]
    found |= {
        "whole build (reports/s)": count / full,
        "whole build (statements/s)": statements / full,
        "rdflib in memory (statements/s)": peers.rdflib_statements(few),
        "peak memory of a build (MB)": memory / 2**20,
    }
    pages = corpus.write_pages(count, folder / "pages")
    found["web pages read, 2 processes (pages/s; goal 200)"] = count / measures.reading(pages, 2)
    if oxigraph:
        found["oxigraph load / whole build (goal 0.6)"] = measures.vendor_load(oxigraph, store, folder) / full
    found |= _again(files, texts, store, full)
    found |= _looking_up(store)
    size = f"{network[0]:,} nodes and {network[1]:,} edges to GEXF"
    return found | {f"{size}, {what}": value for what, value in measures.network_export(*network, folder).items()}


def _extraction(files: list[Path]) -> dict[str, float | None]:
    one, two = (measures.extraction(files, workers) for workers in (1, 2))
    return {
        "extraction, 1 process (reports/s)": len(files) / one,
        "extraction, 2 processes (reports/s; goal 400)": len(files) / two,
        "eight plain patterns alone, 1 process (reports/s)": peers.patterns_alone(files[:200]),
        "jieba with parts of speech, 1 process (reports/s)": peers.segmenter(files[:20]),
    }


def _again(files: list[Path], texts: Path, store: Path, full: float) -> dict[str, float]:
    found = {"nothing changed / whole build": measures.seconds(lambda: build([texts], store)) / full}
    corpus.change(files[: max(1, len(files) // 100)])
    return found | {"1 % changed / whole build (goal 0.05)": measures.seconds(lambda: build([texts], store)) / full}


def _looking_up(store: Path) -> dict[str, float]:
    answer = measures.lookup_command(store)
    return {
        "look-up, command (ms)": 1000 * answer,
        "look-up, command / python -c 'import rdflib'": answer
        / measures.median_command(sys.executable, "-c", "import rdflib"),
        "look-up, graph open (ms)": 1000 * measures.lookup_inside(store),
    }


def table(found: dict[str, Any]) -> str:
    """The figures as lines of name and number."""
    wide = max(map(len, found))
    shown = {name: value for name, value in found.items() if value is not None}
    return "\n".join(
        f"{name:<{wide}}  {value:,}" if isinstance(value, int) else f"{name:<{wide}}  {value:,.3f}"
        for name, value in shown.items()
    )


def main() -> None:
    given = _arguments()
    beside = Path(sys.executable).with_name("oxigraph")
    oxigraph = str(beside) if beside.exists() else shutil.which("oxigraph")
    if not oxigraph:
        print("without a comparison with Oxigraph's own loader: pip install oxigraph", file=sys.stderr)
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.reports:
            found = bench(given.reports, folder, oxigraph)
            names_found = names.measure(300_000).items()
            found |= {f"look-up in 300,000 names, {way}": took for way, took in names_found if "ms" in way}
        for size, is_short in [(size, False) for size in given.sizes] + [(size, True) for size in given.short]:
            figures = scale.at_size(size, folder, queries=size in given.queries, short=is_short)
            name = f"{size:,} {'short ' if is_short else ''}reports"
            found |= {f"{name}: {what}": value for what, value in figures.items()}
        if given.dask:
            found |= scale.cluster(min(given.reports or 1000, 1000), folder, given.dask)
    print(table(found))
    if given.json:
        given.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    if given.svg:
        given.svg.write_text(picture(found), "utf-8")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("reports", nargs="?", type=int, default=1000, help="0: only what is asked for below")
    parser.add_argument("--sizes", type=int, nargs="+", default=[], help="whole builds of so many reports, each")
    parser.add_argument("--short", type=int, nargs="+", default=[], help="the same of short reports without tables")
    parser.add_argument("--queries", type=int, nargs="+", default=[], help="sizes whose templates are timed too")
    parser.add_argument("--dask", type=int, nargs="+", default=[], help="numbers of workers of a local cluster")
    parser.add_argument("--json", type=Path, help="write the figures here too")
    parser.add_argument("--svg", type=Path, help="write a picture of the figures here")
    return parser.parse_args()


if __name__ == "__main__":
    main()
