"""GraphML and GEXF: read back by networkx they are the network, whatever its names hold; None is refused."""

import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.errors import UsageError
from gigraph.exporters import EXPORTERS, check_sense, cytoscape, export, gexf, graphml, nodelink
from gigraph.exporters.attributes import columns
from gigraph.exporters.colours import node_colours
from gigraph.network import EVERYTHING, NETWORKS, Choice
from gigraph.store.reader import memory_graph

SMALL = (Path(__file__).parents[1] / "fixtures" / "small.nq").read_bytes()
GEXF = "{http://www.gexf.net/1.2draft}"
VIZ = "{http://www.gexf.net/1.2draft/viz}"
WRITERS = [graphml.write, gexf.write, cytoscape.write, nodelink.write]
XML = [graphml.write, gexf.write]
READERS: dict[Callable[..., None], Callable[..., "nx.Graph[str]"]] = {
    graphml.write: nx.read_graphml,
    gexf.write: lambda stream: nx.read_gexf(stream, version="1.2draft"),
    cytoscape.write: lambda stream: nx.cytoscape_graph(json.load(stream)),
    nodelink.write: lambda stream: nx.node_link_graph(json.load(stream), edges="links"),
}


def written(write: Callable[..., None], network: "nx.Graph[str]") -> bytes:
    stream = io.BytesIO()
    write(network, stream)
    return stream.getvalue()


def read(write: Callable[..., None], data: bytes) -> "nx.Graph[str]":
    return READERS[write](io.BytesIO(data))


def drawn(name: str = "agency-regulation") -> "nx.Graph[str]":
    return NETWORKS[name](memory_graph(SMALL), None)


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize("write", WRITERS)
def test_a_network_comes_back(write: Callable[..., None], name: str) -> None:
    network = drawn(name)
    again = read(write, written(write, network))
    assert again.is_directed() == network.is_directed()
    assert list(again) == list(network)
    own = {
        graphml.write: set(),
        nodelink.write: set(),
        gexf.write: {"viz", "x", "y", "spells"},
        cytoscape.write: {"x", "y", "value", "name", "source", "target", "key"},
    }[write] | {"id"}
    for node, data in network.nodes(data=True):
        assert {k: v for k, v in again.nodes[node].items() if k not in own} == {
            k: v for k, v in data.items() if k not in own
        }

    def ends(graph: "nx.Graph[str]") -> list[object]:
        rows = [
            (*sorted((a, b)), *sorted((k, v) for k, v in data.items() if k not in own))
            for a, b, data in graph.edges(data=True)
        ]
        return sorted(rows, key=repr)

    assert ends(again) == ends(network)


def test_gexf_opens_as_a_picture() -> None:
    network = drawn()
    nodes = {
        node.get("id"): node
        for node in ET.fromstring(written(gexf.write, network)).iter("{http://www.gexf.net/1.2draft}node")
    }
    assert nodes.keys() == set(network)
    for key, node in nodes.items():
        position, size, colour = node.find(f"{VIZ}position"), node.find(f"{VIZ}size"), node.find(f"{VIZ}color")
        assert position is not None
        assert size is not None
        assert colour is not None
        assert (float(position.get("x", "")), float(position.get("y", ""))) == (
            network.nodes[key]["x"],
            network.nodes[key]["y"],
        )
        assert node.get("label") == network.nodes[key]["label"]
        assert all(0 <= int(colour.get(channel, "")) <= 255 for channel in "rgb")
    sizes = {key: float(node.find(f"{VIZ}size").get("value", "")) for key, node in nodes.items()}  # type: ignore[union-attr]
    most = max(network, key=network.degree)
    assert sizes[most] == max(sizes.values()), "what has most edges is largest"
    colours = {network.nodes[key]["type"]: str(node.find(f"{VIZ}color").attrib) for key, node in nodes.items()}  # type: ignore[union-attr]
    assert len(set(colours.values())) == 2


@pytest.mark.parametrize("write", WRITERS)
def test_the_same_network_gives_the_same_bytes(write: Callable[..., None]) -> None:
    assert written(write, drawn()) == written(write, drawn())


ANY = st.text(max_size=12) | st.sampled_from(["\x00\x08", "\ud800", "a\udfffb", "\ufffe\uffff", "]]>", "\x85\u2028"])
NAMES = st.lists(
    st.text(st.characters(min_codepoint=0x20, exclude_categories=("Cs", "Cc", "Cn")), min_size=1),
    min_size=1,
    unique=True,
    max_size=5,
)


@pytest.mark.parametrize("write", WRITERS)
@given(
    names=NAMES, text=ANY, number=st.integers(-(2**40), 2**40), real=st.floats(allow_nan=False, allow_infinity=False)
)
def test_hostile_texts_stay_readable(
    write: Callable[..., None], names: list[str], text: str, number: int, real: float
) -> None:
    network: nx.Graph[str] = nx.MultiDiGraph()
    network.add_nodes_from((name, {"label": text, "note": text, "real": real}) for name in names)
    network.add_edge(names[0], names[-1], key="cites", relation=text, weight=number, sure=True)
    data = written(write, network)
    assert data.decode()
    kept = "".join(char for char in text if char in "\t\n\r" or (char >= " " and char not in "\ufffe\uffff"))
    kept = "".join(char for char in kept if not "\ud800" <= char <= "\udfff")
    if write in XML:
        root = ET.fromstring(data)  # valid XML, whatever the text was
        assert len(list(root.iter())) > 3
    if write is gexf.write:
        label = next(root.iter(f"{GEXF}node")).get("label")
        assert label == kept
    again = read(write, data)
    assert set(again) == set(names)
    ((_, _, edge),) = again.edges(data=True)
    assert (edge["weight"], edge["sure"]) == (number, True)
    assert again.nodes[names[0]]["real"] == real


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("value", [None, ["a"], {"a": 1}, b"a"])
@pytest.mark.parametrize("place", ["node", "edge"])
def test_what_is_no_scalar_is_refused(write: Callable[..., None], value: object, place: str) -> None:
    network: nx.Graph[str] = nx.DiGraph()
    network.add_node("a", **({"note": value} if place == "node" else {}))
    network.add_edge("a", "b", **({"note": value} if place == "edge" else {}))
    with pytest.raises(TypeError, match="an attribute is text, a number or a truth value"):
        written(write, network)


def test_a_column_has_the_type_that_holds_all_its_values() -> None:
    things = [
        {"a": 1, "b": True, "c": 1, "d": 1.5, "e": "x"},
        {"a": 2, "b": False, "c": 0.5, "e": 1},
        {"f": True},
        {"f": 1},
    ]
    expected = {"a": "long", "b": "boolean", "c": "double", "d": "double", "e": "string", "f": "string"}
    assert columns(things) == expected


def test_an_empty_network_is_a_valid_document() -> None:
    for write in WRITERS:
        assert read(write, written(write, NETWORKS["agency-regulation"](memory_graph(b"")))).number_of_nodes() == 0


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_a_choice_of_network_and_citations_is_kept(name: str) -> None:
    def nodes(**options: object) -> int:
        stream = io.BytesIO()
        export(memory_graph(SMALL), stream, name, **options)  # type: ignore[arg-type]
        return stream.getvalue().count(b"<node ")

    assert nodes() == 7
    assert nodes(choice=EVERYTHING) == 9
    assert nodes(choice=Choice(relations=("issues",), without=())) == 4
    assert nodes(network="agency-agency") == 3


def test_a_format_or_a_network_that_there_is_none_of() -> None:
    graph = memory_graph(SMALL)
    with pytest.raises(UsageError, match=r"nquads, ntriples, turtle, .*graphml, gexf, .*void"):
        export(graph, io.BytesIO(), "pdf")
    with pytest.raises(UsageError, match="agency-regulation, agency-agency"):
        export(graph, io.BytesIO(), "gexf", network="people")


def test_every_exporter_says_what_it_is_written_from() -> None:
    for exporter in EXPORTERS.values():
        assert exporter.statements or exporter.draws or exporter.reports
        assert exporter.folder or exporter.suffix
        assert exporter.suffix.startswith(".") or exporter.folder
        assert "/" in exporter.media_type
        assert exporter.about


@pytest.mark.parametrize(
    ("format", "wanted", "message"),
    [
        ("nquads", {"network": "agency-agency"}, "nquads draws no network.*graphml, gexf"),
        ("void", {"asked": True}, "about the whole graph.*gexf"),
        ("gexf", {"asked": True, "network": "agency-agency"}, "not both"),
    ],
)
def test_what_makes_no_sense_is_refused(format: str, wanted: dict[str, object], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        check_sense(format, **wanted)  # type: ignore[arg-type]


def test_gexf_has_a_time_line() -> None:
    root = ET.fromstring(written(gexf.write, drawn()))
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    again = nx.read_gexf(io.BytesIO(written(gexf.write, drawn())), version="1.2draft")
    network = drawn()
    for source, target, data in network.edges(data=True):
        days = again.edges[source, target]["spells"]
        covered = {year for a, b in days for year in range(int(a[:4]), int(b[:4]) + 1)}
        assert sorted(covered) == [int(year) for year in data["years"].split(";")]
        for node in (source, target):
            lives = again.nodes[node]["spells"]
            assert all(any(a <= start and end <= b for a, b in lives) for start, end in days)


def test_what_has_no_years_is_always_there() -> None:
    network: nx.Graph[str] = nx.DiGraph()
    network.add_edge("a", "b", years="2014;2015;2017")
    network.add_edge("b", "c")
    data = written(gexf.write, network)
    assert data.count(b"<spell ") == 4  # the edge, and a; b and c have an edge without years
    assert b"spell" not in written(gexf.write, nx.DiGraph([("a", "b")]))
    assert b"dynamic" not in written(gexf.write, nx.DiGraph([("a", "b")]))


def test_one_kind_of_thing_is_coloured_by_community() -> None:
    network: nx.Graph[str] = nx.Graph()
    network.add_nodes_from(
        (name, {"type": "agency", "community": number}) for name, number in zip("abc", (1, 1, 2), strict=True)
    )
    colours = node_colours(network)
    assert colours["a"] == colours["b"] != colours["c"]
    network.add_node("r", type="regulation", community=1)
    assert node_colours(network)["a"] == node_colours(network)["c"] != node_colours(network)["r"]


def test_positions_of_cytoscape() -> None:
    network = drawn()
    elements = json.loads(written(cytoscape.write, network))["elements"]
    assert [node["position"] for node in elements["nodes"]] == [
        {"x": data["x"], "y": data["y"]} for _, data in network.nodes(data=True)
    ]
    assert [node["data"]["name"] for node in elements["nodes"]] == [label for _, label in network.nodes.data("label")]


def test_a_graph_with_several_edges_a_pair() -> None:
    network = NETWORKS["agency-regulation"](memory_graph(SMALL), EVERYTHING, apart=True)
    for write in WRITERS:
        again = read(write, written(write, network))
        assert (len(again), again.number_of_edges()) == (len(network), network.number_of_edges())
