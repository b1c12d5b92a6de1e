"""A small folder of made-up reports, and what a store holds."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from lives import acts
from warm import Warm, warm

from gigraph.store import open_graph

TEXT = """{agency}{year}年政府信息公开工作年度报告

根据《中华人民共和国政府信息公开条例》的要求，现公布{agency}{year}年度政府信息公开工作年度报告。
{year}年，我局制定了《{agency}政府信息公开工作制度》，通过门户网站主动公开政府信息{count}条。
"""


def report(agency: str = "华宁县统计局", year: int = 2016, count: int = 12) -> str:
    """A report of four lines."""
    return TEXT.format(agency=agency, year=year, count=count)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports, one of them in a folder of its own."""
    root = tmp_path / "reports"
    (root / "县").mkdir(parents=True)
    (root / "a.txt").write_text(report(), "utf-8")
    (root / "b.txt").write_text(report("玉溪市财政局", 2017), "utf-8")
    (root / "县" / "c.txt").write_text(report("湖南省水利厅", 2015), "utf-8")
    return root


@pytest.fixture
def dump() -> Callable[[Path], bytes]:
    """The sorted N-Quads of a store's published state."""

    def read(store: Path) -> bytes:
        with open_graph(store) as graph:
            return graph.dump_nquads()

    return read


@pytest.fixture(scope="session")
def warm_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warm]:
    """The process whose children are killed."""
    sample = tmp_path_factory.mktemp("sample")
    for _ in acts(sample, count(1)):
        pass
    with warm(sample) as process:
        yield process
