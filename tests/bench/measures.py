"""What is measured, each as seconds of this run on this machine; nothing is asserted about time."""

import json
import resource
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from memory import peak_memory

from gigraph.build import build
from gigraph.build.look import Look
from gigraph.build.pool import run_tasks
from gigraph.build.work import Task
from gigraph.models import Document
from gigraph.queries import lookups
from gigraph.queries.names import resolve_name
from gigraph.store import open_graph

_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def seconds(work: Callable[[], object]) -> float:
    """The wall time that a piece of work takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def children() -> float:
    """The CPU time so far of this process and of its children that have ended."""
    return sum(resource.getrusage(who).ru_utime + resource.getrusage(who).ru_stime for who in _WHO)


def command(*words: str) -> float:
    """The wall time of a program, from its start to its end."""
    return seconds(lambda: subprocess.run(words, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))


def median_command(*words: str, rounds: int = 5) -> float:
    """The median wall time of several runs of a program."""
    return statistics.median(command(*words) for _ in range(rounds))


def extraction(files: list[Path], workers: int) -> float:
    """The time to read, extract, resolve and map documents, without a store."""
    tasks = [Task(path.name, path, "bench") for path in files]
    return seconds(lambda: [done for done in run_tasks(tasks, workers) if not done.entry])


def characters(document: Document) -> int:
    """How long a document's text is."""
    return len(document.text)


def reading(pages: list[Path], workers: int) -> float:
    """The time to read web pages, from files to documents, once worker processes are there."""
    looks = [Look(number, path, "", path.name, characters) for number, path in enumerate(pages)]
    outcomes = run_tasks(looks, workers)
    next(outcomes)  # the processes have started
    return seconds(lambda: [seen for seen in outcomes if not seen.sight]) * len(pages) / (len(pages) - 1)


def whole_build(folder: Path, store: Path, workers: int | None = None) -> tuple[float, int]:
    """The time of a build into a new store, and the most memory that its processes had together, in bytes."""
    with peak_memory() as peak:
        taken = seconds(lambda: build([folder], store, workers=workers))
    return taken, peak[0]


def vendor_load(oxigraph: str, store: Path, folder: Path) -> float:
    """The time in which Oxigraph's own command loads the very statements that a store holds."""
    dump, database = folder / "finished.nq", folder / "oxigraph"
    with open_graph(store) as graph:
        dump.write_bytes(graph.dump_nquads())
    try:
        return command(oxigraph, "load", "--location", str(database), "--file", str(dump))
    finally:
        shutil.rmtree(database, ignore_errors=True)
        dump.unlink()


def lookup_command(store: Path) -> float:
    """The time of a look-up on the command line, with its start."""
    return median_command(sys.executable, "-m", "gigraph", "cited-by", "政府信息公开条例", "--store", str(store))


def lookup_inside(store: Path, rounds: int = 20) -> float:
    """The median time of the same look-up in a process that has the graph open."""
    with open_graph(store) as graph:
        assert graph.generation is not None
        names = graph.generation.names

        def look_up() -> None:
            hit = resolve_name(graph, names, "国务院令第492号", ("regulation",))
            assert lookups.cited_by(graph, hit.iri)

        return statistics.median(seconds(look_up) for _ in range(rounds))


def network_export(nodes: int, edges: int, folder: Path) -> dict[str, float]:
    """What `networks.measured` finds, in a process of its own."""
    program, picture = Path(__file__).with_name("networks.py"), folder / "network.gexf"
    words = (sys.executable, str(program), str(nodes), str(edges), str(picture))
    printed = subprocess.run(words, check=True, stdout=subprocess.PIPE).stdout
    picture.unlink()
    found: dict[str, float] = json.loads(printed)
    return found
