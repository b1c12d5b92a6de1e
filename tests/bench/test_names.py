"""The names that look-ups are measured on: each way finds what it should, in an index of tens of thousands."""

from pathlib import Path

import names
import pytest

from gigraph.search import find, suggest, write_index


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("names") / "names.sqlite"
    assert write_index(path, names.names(30_000)) > 29_000
    return path


@pytest.mark.parametrize(
    ("text", "how", "label"),
    [
        ("华宁县财政局", "exact", "华宁县财政局"),
        ("华宁财政局", "alias", "华宁县财政局"),
        ("岳麓区教育", "substring", "长沙市岳麓区教育局"),
        ("华宁", "substring", "华宁县财政局"),
        ("省财政厅", "suffix", "河北省财政厅"),
    ],
)
def test_each_way_finds(index: Path, text: str, how: str, label: str) -> None:
    hits = find(index, text)
    assert {hit.how for hit in hits} == {how}
    assert label in {hit.label for hit in hits}


def test_did_you_mean(index: Path) -> None:
    assert find(index, "华宁县财务局") == []
    assert suggest(index, "华宁县财务局")[0].label == "华宁县财政局"
    assert suggest(index, "xyzzy") == []


def test_the_same_number_gives_the_same_names() -> None:
    assert list(names.names(500)) == list(names.names(500))
    assert len(list(names.names(500))) == 500
