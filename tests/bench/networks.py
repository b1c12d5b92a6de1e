"""A made-up network of any size, measured, placed and written as GEXF: python tests/bench/networks.py NODES EDGES FILE.

Prints the seconds and the most memory that this took, as JSON; a process of its own, so that the memory is its own.
"""

import json
import random
import resource
import sys
import time
from pathlib import Path

import networkx as nx

from gigraph.exporters import EXPORTERS, written_file
from gigraph.iris import mint
from gigraph.network.drawing import finish

_POPULAR = 3  # the higher, the more citations go to a few regulations


def made_up(nodes: int, edges: int) -> "nx.Graph[str]":
    """Agencies (half of the nodes) that cite regulations, some far more often than others; the same each time."""
    chance = random.Random(1)
    network: nx.Graph[str] = nx.DiGraph()
    agencies = [mint("agency", "430000", f"第{number}号机关") for number in range(nodes // 2)]
    regulations = [mint("regulation", f"国发〔2014〕{number}号") for number in range(nodes - nodes // 2)]
    for number, agency in enumerate(agencies):
        region = str(110000 + number % 3000)
        network.add_node(agency, type="agency", label=f"第{number}号机关", kind="department", region=region)
    for number, regulation in enumerate(regulations):
        network.add_node(regulation, type="regulation", label=f"关于第{number}件事的通知", kind="notice")
    count = 0
    while count < edges:
        regulation = regulations[int(len(regulations) * chance.random() ** _POPULAR)]
        ends = (agencies[chance.randrange(len(agencies))], regulation)
        year = chance.randrange(2008, 2025)
        if not network.has_edge(*ends):
            network.add_edge(*ends, relation="cites", weight=1, years=f"{year};{year + 1}", first=year, last=year + 1)
            count += 1
    return network


def measured(nodes: int, edges: int, path: Path) -> dict[str, float]:
    """The seconds of the wall and of the processor from a network to its file, and the process's most memory (MB)."""
    network = made_up(nodes, edges)
    wall, processor = time.perf_counter(), time.process_time()
    finish(network)
    write = EXPORTERS["gexf"].network
    if write is None:
        raise TypeError("GEXF is written from a network")
    with written_file(path) as stream:
        write(network, stream)
    return {
        "seconds": time.perf_counter() - wall,
        "processor seconds": time.process_time() - processor,
        "memory (MB)": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "file (MB)": path.stat().st_size / 2**20,
    }


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))))
