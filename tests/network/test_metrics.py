"""Measures of nodes: known values, agreement with networkx, and the same numbers each time."""

import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigraph.network import metrics
from gigraph.network.metrics import betweenness, cores, measure, pagerank

ROOT = Path(__file__).parents[2]
NAMES = st.integers(0, 11)
GRAPHS = st.lists(st.tuples(NAMES, NAMES, st.integers(1, 5)), max_size=40)


def network(edges: list[tuple[int, int, int]], directed: bool = True) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(f"n{number:02}" for number in range(12))
    graph.add_edges_from((f"n{a:02}", f"n{b:02}", {"weight": weight}) for a, b, weight in edges)
    return graph


def test_a_star() -> None:
    graph: nx.Graph[str] = nx.DiGraph()
    graph.add_edges_from(("abcd"[i], "m", {"weight": i + 1}) for i in range(4))
    measure(graph)
    assert graph.nodes["m"]["degree"] == 4
    assert graph.nodes["m"]["weighted_degree"] == 10
    assert graph.nodes["m"]["betweenness"] == 1
    assert graph.nodes["a"]["betweenness"] == 0
    assert {data["core"] for _, data in graph.nodes(data=True)} == {1}
    assert graph.nodes["m"]["pagerank"] > 3 * graph.nodes["a"]["pagerank"]
    assert graph.graph == {"betweenness": "exact", "communities": "Louvain, seed 1"}


def test_communities_are_numbered_by_size_then_by_their_smallest_member() -> None:
    graph: nx.Graph[str] = nx.Graph()
    for members in ("xyz", "abcde", "klm"):
        graph.add_edges_from((a, b) for a in members for b in members if a < b)
    measure(graph)
    assert [graph.nodes[node]["community"] for node in "akx"] == [1, 2, 3]
    assert [graph.nodes[node]["core"] for node in "akx"] == [4, 2, 2]


@given(GRAPHS, st.booleans())
def test_betweenness_and_cores_are_those_of_networkx(edges: list[tuple[int, int, int]], directed: bool) -> None:
    graph = network(edges, directed)
    plain: nx.Graph[str] = nx.Graph(graph)
    plain.remove_edges_from(nx.selfloop_edges(plain))
    expected = nx.betweenness_centrality(plain)
    nodes = list(graph)
    place = {node: number for number, node in enumerate(nodes)}
    around = [sorted(place[other] for other in plain[node]) for node in nodes]
    found = betweenness(around, range(len(nodes)))
    assert found == pytest.approx([expected[node] for node in nodes])
    assert cores(around) == [nx.core_number(plain)[node] for node in nodes]


@given(GRAPHS, st.booleans())
def test_ranks_sum_to_one_and_stay_where_they_are(edges: list[tuple[int, int, int]], directed: bool) -> None:
    graph = network(edges, directed)
    nodes = list(graph)
    rank = dict(zip(nodes, pagerank(graph, nodes), strict=True))
    assert sum(rank.values()) == pytest.approx(1)
    loose = (
        sum(rank[node] for node in nodes if not graph.out_degree(node, weight="weight"))
        if directed
        else sum(rank[node] for node in nodes if not graph.degree(node))
    )
    for node in nodes:
        given_by = (
            graph.in_edges(node, data="weight")
            if directed
            else ((b, a, w) for a, b, w in graph.edges(node, data="weight"))
        )
        share = 0.0
        for other, _, weight in given_by:
            whole = sum(data["weight"] for data in graph[other].values())
            share += rank[other] * weight / whole
        assert rank[node] == pytest.approx(0.15 / 12 + 0.85 * (share + loose / 12), abs=1e-4)


@settings(max_examples=30)
@given(GRAPHS)
def test_the_same_network_gives_the_same_numbers(edges: list[tuple[int, int, int]]) -> None:
    one, other = network(edges), network(edges)
    measure(one)
    measure(other)
    assert list(one.nodes(data=True)) == list(other.nodes(data=True))


def test_hash_seeds_do_not_matter() -> None:
    program = (
        "import networkx as nx, sys; from gigraph.network.drawing import finish; g = nx.Graph()\n"
        "g.add_edges_from((f'n{i}', f'n{(i * i + 7) % 60}', {'weight': 1 + i % 3}) for i in range(60) if i != (i * i + 7) % 60)\n"
        "finish(g); print(list(g.nodes(data=True)))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_what_is_large_is_sampled_and_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    ring: nx.Graph[str] = nx.Graph((f"n{i:03}", f"n{(i + 1) % 100:03}") for i in range(100))
    exact = ring.copy()
    measure(exact)
    monkeypatch.setattr(metrics, "EXACT", 50)
    monkeypatch.setattr(metrics, "STEPS", 10 * 300)
    monkeypatch.setattr(metrics, "CLUSTERED", 99)
    measure(ring)
    assert ring.graph["betweenness"] == "estimated from 10 of 100 nodes"
    assert "more than 99 edges" in ring.graph["communities"]
    assert "community" not in ring.nodes["n000"]
    means = [sum(data["betweenness"] for _, data in graph.nodes(data=True)) / 100 for graph in (exact, ring)]
    assert means[1] == pytest.approx(means[0])


def test_few_nodes_with_very_many_edges_are_sampled_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "EXACT_STEPS", 10_000)
    monkeypatch.setattr(metrics, "STEPS", 10_000)
    network = nx.complete_graph([str(number) for number in range(40)])  # 1,600 steps from each node
    measure(network)
    assert network.graph["betweenness"] == "estimated from 8 of 40 nodes"
    ring = nx.cycle_graph([str(number) for number in range(40)])  # 120 from each
    measure(ring)
    assert ring.graph["betweenness"] == "exact"


def test_nothing_to_measure() -> None:
    graph: nx.Graph[str] = nx.Graph()
    measure(graph)
    graph.add_node("alone")
    measure(graph)
    assert graph.nodes["alone"]["community"] == 1
    assert graph.nodes["alone"]["pagerank"] == pytest.approx(1)
