"""Agencies by the short names that people write, what tells those of one name apart, and names without an identity."""

from pathlib import Path

import invented
import pytest
from invented import MENTION, agency, resolved, whole

from gigraph.errors import NotFoundError, UsageError
from gigraph.iris import mint
from gigraph.link import index_names
from gigraph.models import AgencyEntry, RegulationEntry
from gigraph.queries.names import resolve_name
from gigraph.queries.short_names import in_full
from gigraph.search import write_index
from gigraph.store import Graph, memory_graph

NAMES = {
    "云山省发展和改革委员会": "880000", "临江市发展和改革委员会": "880100", "临江市人力资源和社会保障局": "880100",
    "南山县卫生健康局": "880121", "南山县人民政府办公室": "880121", "北川省发展和改革委员会": "890000",
    "临江市教育和体育局": "880100", "临江县教育局": "880122",
}  # fmt: skip
UNPLACED = "城关镇人民政府"


def report(name: str, entries: list[AgencyEntry | RegulationEntry]) -> bytes:
    return invented.report(name, {"publisher": entries[0].name or "", "title": name}, entries)


@pytest.fixture(scope="module")
def graph() -> Graph:
    placed = [report(f"{name}.txt", [agency(name, code)]) for name, code in NAMES.items()]
    number, title = "云政公开〔2019〕1号", "关于编制年度报告的通知"
    cited = RegulationEntry(title, (), number, None, "cites", True, MENTION, resolved(None))
    towns = [
        report(key, [AgencyEntry(UNPLACED, (), MENTION, resolved(mint("agency", f"report-{key[0] * 24}", UNPLACED)), "township"), cited])
        for key in ("a.txt", "b.txt")
    ]  # fmt: skip
    return memory_graph(whole([*placed, *towns]))


@pytest.fixture(scope="module")
def index(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "names.sqlite"
    write_index(path, index_names(graph))
    return path


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("临江市发改委", "临江市发展和改革委员会"),
        ("临江发改委", "临江市发展和改革委员会"),
        ("市发改委", "临江市发展和改革委员会"),
        ("市人社局", "临江市人力资源和社会保障局"),
        ("南山县卫健局", "南山县卫生健康局"),
        ("南山县政府办", "南山县人民政府办公室"),
        ("临江市教体局", "临江市教育和体育局"),
        ("云山发改委", "云山省发展和改革委员会"),
        ("临江教育局", "临江县教育局"),
    ],
)
def test_a_short_name_finds_the_agency(graph: Graph, index: Path, text: str, label: str) -> None:
    assert resolve_name(graph, index, text, ("agency",)).label == label


def test_each_province_has_such_a_body(graph: Graph, index: Path) -> None:
    with pytest.raises(UsageError) as caught:
        resolve_name(graph, index, "省发改委", ("agency",))
    assert caught.value.hint.count("省发展和改革委员会  <") == 2


@pytest.mark.parametrize("text", ["海东市发改委", "临江市民宗局", "临江市", "发改委发改委", "国办发〔2015〕22号"])
def test_no_other_agency_is_taken(graph: Graph, index: Path, text: str) -> None:
    with pytest.raises((NotFoundError, UsageError)):
        resolve_name(graph, index, text, ("agency",))


@pytest.mark.parametrize("text", ["临江市财政局", "国办发〔2015〕22号", "", "委", "省" * 500])
def test_what_is_no_short_name_stays(text: str) -> None:
    assert list(in_full(text)) == []


def test_what_tells_agencies_of_one_name_apart(graph: Graph, index: Path) -> None:
    with pytest.raises(UsageError) as caught:
        resolve_name(graph, index, UNPLACED, ("agency",))
    assert "(place not known; a.txt)" in caught.value.hint
    assert "(place not known; b.txt)" in caught.value.hint


@pytest.mark.parametrize("text", ["云政公开〔2019〕1号", "云政公开 2019 1号", "关于编制年度报告的通知"])
def test_what_is_cited_without_an_identity_is_told(graph: Graph, index: Path, text: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        resolve_name(graph, index, text, ("regulation",))
    assert caught.value.hint.startswith(
        "Reports have it 2 times, without an identity: gigraph ask unresolved-citations"
    )
