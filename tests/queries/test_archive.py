"""The public way into a graph: series, tables and questions by name, as records and data frames."""

import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

import gigraph
from gigraph.errors import NotFoundError, StoreMissingError, UsageError
from gigraph.exporters.tables import Column
from gigraph.queries.archive import Archive, open_graph
from gigraph.queries.frames import Frame


@pytest.fixture(scope="module")
def archive(small_store: Path) -> Iterator[Archive]:
    with open_graph(small_store) as opened:
        yield opened


def test_the_public_verb(small_store: Path, tmp_path: Path) -> None:
    with gigraph.open_graph(small_store) as graph:
        assert graph.series("requests/new").records()
    opened = gigraph.open_graph(small_store)  # without a block too
    assert opened.query("ASK { GRAPH ?g { ?s ?p ?o } }") is True
    opened.close()
    with pytest.raises(StoreMissingError):
        gigraph.open_graph(tmp_path / "none")


def test_a_series_by_names(archive: Archive) -> None:
    found = archive.series("收到申请数", agency="云山省机关事务管理局", since=2015, until=2016).records()
    assert [(each["year"], each["value"]) for each in found] == [(2015, Decimal(10)), (2016, Decimal(15))]
    assert {each["counts"] for each in found} == {True}  # no other version of a report of these years
    assert len(archive.series("requests/new", region="临江市")) == 2
    with pytest.raises(NotFoundError):
        archive.series("no such indicator")


def test_observations_of_one_measure_in_all_its_forms(archive: Archive) -> None:
    found = archive.observations("2021/requests/new").records()
    assert {each["indicator_code"].partition("/")[0] for each in found} == {"2014-statistics", "2019"}
    every = archive.observations()
    assert len(every) > len(found) > 0
    place = archive.observations(region="临江市").records()
    assert {each["agency_label"] for each in place} == {"临江市人民政府", "临江市统计局"}
    assert {each["year"] for each in archive.observations(since=2016, until=2016)} == {2016}


def test_citations_by_agency_and_regulation(archive: Archive) -> None:
    every = archive.citations()
    own = archive.citations(agency="云山省机关事务管理局").records()
    assert 0 < len(own) < len(every)
    assert {each["agency_label"] for each in own} == {"云山省机关事务管理局"}
    law = archive.citations("政府信息公开条例").records()
    assert {each["regulation_label"] for each in law} == {"中华人民共和国政府信息公开条例"}
    assert len(law) == sum(each["regulation_label"] == "中华人民共和国政府信息公开条例" for each in every)
    assert {each["relation"] for each in archive.citations(relation="issues")} == {"issues"}


def test_things_and_reports(archive: Archive) -> None:
    assert {each["region_label"] for each in archive.agencies(region="临江市")} == {"临江市"}
    assert len(archive.agencies()) == 8
    assert len(archive.platforms()) == 4
    assert len(archive.regulations()) == 8
    assert len(archive.reports(copies=True)) == 7 > len(archive.reports()) >= len(archive.reports(since=2019))
    assert archive.mentions(agency="临江市统计局").records()
    assert archive.iri("临江市", "region").endswith("/region/880100")


def test_a_question(archive: Archive) -> None:
    found = archive.ask("reports-of-agency", agency="云山省机关事务管理局")
    assert isinstance(found, Frame)
    assert {each["year"] for each in found} >= {2015, 2016}
    years = archive.ask("indicator-series", indicator="requests/new", since=2019)
    assert isinstance(years, Frame)
    types = {column.name: column.type for column in years.columns}
    assert (types["year"], types["value"]) == ("integer", "number")


def test_a_misspelt_choice_is_told(archive: Archive) -> None:
    with pytest.raises(TypeError, match="'agencies'"):
        archive.citations(agencies="x")


FRAME = Frame(
    tuple(
        Column(name, type_, "")
        for name, type_ in (
            ("text", "text"), ("integer", "integer"), ("number", "number"), ("boolean", "boolean"), ("date", "date"),
            ("list", "list"),
        )
    ),
    (("甲", 1, Decimal("1.5"), True, "2020-02-29", ("a", "b")), (None, None, None, None, None, ())),
)  # fmt: skip
EMPTY = Frame(FRAME.columns, ())


def test_pandas() -> None:
    pandas = pytest.importorskip("pandas")
    frame = FRAME.to_pandas()
    assert list(frame.columns) == [column.name for column in FRAME.columns]
    assert frame["number"].dtype == "float64"
    assert frame["date"][0] == pandas.Timestamp(2020, 2, 29)
    assert frame["integer"].sum() == 1
    assert frame["list"][0] == ["a", "b"]
    assert EMPTY.to_pandas()["integer"].dtype == frame["integer"].dtype == "Int64"


def test_polars() -> None:
    polars = pytest.importorskip("polars")
    frame = FRAME.to_polars()
    assert frame.schema == EMPTY.to_polars().schema
    assert frame.schema["date"] == polars.Date
    assert frame.filter(polars.col("boolean"))["number"].to_list() == [1.5]


def test_arrow_and_duckdb() -> None:
    pytest.importorskip("pyarrow")
    table = FRAME.to_arrow()
    assert table.schema == EMPTY.to_arrow().schema
    assert table.to_pylist()[0]["list"] == ["a", "b"]
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.register("frame", table)
    assert connection.execute("SELECT max(number), count(*) FROM frame").fetchall() == [(1.5, 2)]


def test_series_frames_agree(archive: Archive) -> None:
    pytest.importorskip("pandas")
    pytest.importorskip("polars")
    frame = archive.series("requests/new")
    total = float(sum(each["value"] for each in frame))
    assert frame.to_pandas()["value"].sum() == frame.to_polars()["value"].sum() == total


@pytest.mark.parametrize("name", ["pandas", "polars"])
def test_a_library_that_is_missing_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(UsageError, match=f"needs {name}") as caught:
        getattr(FRAME, f"to_{name}")()
    assert f"pip install {name}" in str(caught.value)
