"""Measures of nodes. The same network gives the same numbers: no order of a set and no unseeded chance goes in.

What costs more than its bound is taken from a sample or left out, and the network's own attributes say so.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Sequence

import networkx as nx

from gigraph.network.links import Network

SEED = 1
EXACT = 2_000  # nodes up to which betweenness is counted from every node,
EXACT_STEPS = 50_000_000  # if no more nodes and edges than these are walked over (some 20 s)
STEPS = 4_000_000  # nodes and edges walked over for a sample of betweenness
CLUSTERED = 100_000  # edges up to which communities are looked for
_DAMPING, _ROUNDS, _NEAR = 0.85, 60, 1e-6

Step = Callable[[str], None]
Neighbours = list[list[int]]
Weights = list[dict[int, float]]


def measure(network: Network, step: Step = lambda _: None) -> None:
    """Gives nodes `degree`, `weighted_degree`, `pagerank`, `betweenness`, `core` and `community`.

    Edges count without direction, but for `pagerank`. Communities (Louvain) are numbered from 1 by size, then by their
    smallest member. The network gets `betweenness` and `communities`, which say how these were found. `step` is told
    what is being done.
    """
    nodes = list(network)
    weights = _undirected(network, nodes)
    around = [sorted(by_other) for by_other in weights]
    count = sum(map(len, around)) // 2
    _give(network, nodes, "degree", [degree for _, degree in network.degree()])
    _give(network, nodes, "weighted_degree", [round(sum(by_other.values()), 6) for by_other in weights])
    step("ranking")
    _give(network, nodes, "pagerank", [round(value, 9) for value in pagerank(network, nodes)])
    _give(network, nodes, "core", cores(around))
    step("measuring betweenness")
    sources, said = _sources(len(nodes), count)
    _give(network, nodes, "betweenness", [round(value, 9) for value in betweenness(around, sources)])
    network.graph["betweenness"] = said
    if count > CLUSTERED:
        network.graph["communities"] = f"not looked for: more than {CLUSTERED:,} edges"
        return
    step("looking for communities")
    _give(network, nodes, "community", communities(weights, nodes))
    network.graph["communities"] = f"Louvain, seed {SEED}"


def pagerank(network: Network, nodes: Sequence[str]) -> list[float]:
    """The PageRank of nodes by the weights of edges, damping 0.85; networkx's own needs SciPy."""
    count = len(nodes)
    place = {node: number for number, node in enumerate(nodes)}
    ends: list[tuple[int, int, float]] = []
    for source, target, data in network.edges(data=True):
        weight = float(data.get("weight", 1))
        ends.append((place[source], place[target], weight))
        if not network.is_directed() and source != target:
            ends.append((place[target], place[source], weight))
    out = [0.0] * count
    for one, _, weight in ends:
        out[one] += weight
    parts = [(one, other, weight / out[one]) for one, other, weight in ends if weight]
    rank = [1 / max(1, count)] * count
    for _ in range(_ROUNDS if nodes else 0):
        loose = sum(rank[i] for i in range(count) if not out[i])
        new = [(1 - _DAMPING) / count + _DAMPING * loose / count] * count
        for one, other, part in parts:
            new[other] += _DAMPING * rank[one] * part
        moved, rank = sum(abs(a - b) for a, b in zip(rank, new, strict=True)), new
        if moved < _NEAR:
            break
    return rank


def betweenness(around: Neighbours, sources: Sequence[int]) -> list[float]:
    """Brandes' betweenness of an undirected graph, from some of its nodes scaled to all, each pair once, 0 to 1."""
    count = len(around)
    total = [0.0] * count
    for source in sources:
        order, paths, before = _shortest(around, source)
        credit = [0.0] * count
        for node in reversed(order):
            each = (1 + credit[node]) / paths[node]
            for previous in before[node]:
                credit[previous] += paths[previous] * each
            if node != source:
                total[node] += credit[node]
    pairs = (count - 1) * (count - 2)
    scale = count / (len(sources) * pairs) if sources and pairs > 0 else 0.0
    return [value * scale for value in total]


def cores(around: Neighbours) -> list[int]:
    """The k-core number of each node: it is in a part where all have so many neighbours, and in none of more.

    Batagelj and Zaversnik (2003): nodes are taken off by degree, least first, at linear cost.
    """
    left = [len(others) for others in around]
    shelves: list[list[int]] = [[] for _ in range(max(left, default=0) + 1)]
    for node, degree in enumerate(left):
        shelves[degree].append(node)
    found = [-1] * len(around)
    for degree, shelf in enumerate(shelves):
        for node in shelf:  # it grows meanwhile
            if found[node] >= 0:
                continue
            found[node] = degree
            for other in around[node]:
                if found[other] < 0 and left[other] > degree:
                    left[other] -= 1
                    shelves[left[other]].append(other)
    return found


def communities(weights: Weights, nodes: Sequence[str]) -> list[int]:
    """The number of each node's community."""
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(nodes)))
    for one, by_other in enumerate(weights):
        plain.add_weighted_edges_from((one, other, weight) for other, weight in by_other.items() if one < other)
    found = nx.community.louvain_communities(plain, weight="weight", seed=SEED) if nodes else []
    ordered = sorted(found, key=lambda members: (-len(members), min(nodes[number] for number in members)))
    number_of = {member: number for number, members in enumerate(ordered, 1) for member in members}
    return [number_of[number] for number in range(len(nodes))]


def _shortest(around: Neighbours, source: int) -> tuple[list[int], list[int], dict[int, list[int]]]:
    """Breadth first: the nodes reached in order, how many shortest paths lead to each, and over which before it."""
    far, paths = [-1] * len(around), [0] * len(around)
    far[source], paths[source] = 0, 1
    order: list[int] = []
    before: dict[int, list[int]] = defaultdict(list)
    waiting = deque([source])
    while waiting:
        node = waiting.popleft()
        order.append(node)
        for other in around[node]:
            if far[other] < 0:
                far[other] = far[node] + 1
                waiting.append(other)
            if far[other] == far[node] + 1:
                paths[other] += paths[node]
                before[other].append(node)
    return order, paths, before


def _sources(nodes: int, edges: int) -> tuple[Sequence[int], str]:
    """From which nodes betweenness is counted: all, or as many as STEPS allows, spread evenly over the list."""
    steps = nodes + 2 * edges  # from one node
    if nodes <= EXACT and nodes * steps <= EXACT_STEPS:
        return range(nodes), "exact"
    taken = max(8, min(nodes, STEPS // steps))
    return [number * nodes // taken for number in range(taken)], f"estimated from {taken} of {nodes} nodes"


def _undirected(network: Network, nodes: Sequence[str]) -> Weights:
    """The neighbours of each node by number, with the weight of what joins them, without direction and loops."""
    place = {node: number for number, node in enumerate(nodes)}
    weights: Weights = [{} for _ in nodes]
    for source, target, data in network.edges(data=True):
        one, other, weight = place[source], place[target], float(data.get("weight", 1))
        if one != other:
            weights[one][other] = weights[other][one] = weights[one].get(other, 0.0) + weight
    return weights


def _give(network: Network, nodes: Sequence[str], name: str, values: Sequence[float]) -> None:
    for node, value in zip(nodes, values, strict=True):
        network.nodes[node][name] = value
