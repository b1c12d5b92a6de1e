"""Tables: what they hold, the same in every format, and read back by those who will read them."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.errors import UsageError
from gigraph.exporters import Options, export, tables
from gigraph.exporters.tables import TABLES, Column, rows
from gigraph.network import Asked
from gigraph.store.reader import Graph, memory_graph
from gigraph.vocab import term

FORMS = {"csv": tables.CSV, "tsv": tables.TSV, "jsonl": tables.JSONL, "parquet": tables.PARQUET}
TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)


def records(graph: Graph, table: str, **options: Any) -> list[dict[str, Any]]:
    names = [column.name for column in TABLES[table].columns]
    return [dict(zip(names, row, strict=True)) for _, row in rows(graph, [table], **options)]


def one(graph: Graph, form: str, table: str) -> bytes:
    stream = io.BytesIO()
    export(graph, stream, form, options=Options(table=table))
    return stream.getvalue()


def test_a_folder_holds_every_table_and_its_manual(small_graph: Graph, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    for form, made in FORMS.items():
        folder = tmp_path / form
        folder.mkdir()
        export(small_graph, folder, form)
        assert {path.name for path in folder.iterdir()} == {f"{name}{made.suffix}" for name in TABLES} | {"tables.md"}
        for name in TABLES:
            assert (folder / f"{name}{made.suffix}").read_bytes() == one(small_graph, form, name)
    manual = (tmp_path / "csv" / "tables.md").read_text("utf-8")
    assert all(f"| {column.name} | {column.type} |" in manual for each in TABLES.values() for column in each.columns)


def test_a_citation_with_its_evidence(small_graph: Graph) -> None:
    found = next(each for each in records(small_graph, "citations") if each["pinpoints"])
    assert found["regulation_label"] == "中华人民共和国政府信息公开条例"
    assert found["version"].endswith("/2007")
    assert (found["places"], found["end"] - found["start"]) == (2, len(found["quote"]))
    assert found["role"] == "report-basis"
    assert found["source_key"]
    assert found["agency_label"] == "云山省机关事务管理局"


def test_citations_that_are_not_resolved_are_there_too(small_graph: Graph) -> None:
    found = [each for each in records(small_graph, "citations") if each["outcome"] != "Resolved"]
    assert found
    assert all(each["regulation"] is None and (each["stated_name"] or each["stated_number"]) for each in found)


def test_an_observation_has_labels_and_codes(small_graph: Graph) -> None:
    found = next(each for each in records(small_graph, "observations") if each["amount"] > 10)
    assert found["indicator"].endswith(found["indicator_code"])
    assert found["indicator_label"]
    assert isinstance(found["amount"], Decimal)
    assert found["derived"] is False
    assert found["region_label"] in ("云山省", "临江市")


def test_rows_stand_in_the_order_of_sources_and_texts(small_graph: Graph) -> None:
    found = records(small_graph, "citations")
    places = [(each["source_key"], each["start"]) for each in found]
    assert places == sorted(places)
    lines = small_graph.dump_nquads().splitlines(keepends=True)
    assert records(memory_graph(b"".join(reversed(lines))), "citations") == found


def test_copies_count_once_unless_asked_for(small_graph: Graph) -> None:
    every = records(small_graph, "reports", copies=True)
    copy, first = every[0]["report"], every[1]["report"]
    line = f"<{copy}> <{term('gi:duplicateOf')}> <{first}> <https://w3id.org/gigraph/id/graph/entities> .\n"
    graph = memory_graph(small_graph.dump_nquads() + line.encode())
    assert copy not in {
        each["report"] for name in ("reports", "citations", "observations") for each in records(graph, name)
    }
    again = records(graph, "reports", copies=True)
    assert [each["report"] for each in again] == [each["report"] for each in every]
    assert [each["duplicate_of"] for each in again[:2]] == [first, None]


def test_a_derived_value_is_marked(small_graph: Graph) -> None:
    cell = next(each for each in records(small_graph, "observations") if each["quote"])
    own, entities = f"{cell['report']}/derived/0", "<https://w3id.org/gigraph/id/graph/entities> ."
    lines = [
        f"<{cell['report']}> <{term('qb:observation')}> <{own}> {entities}",
        f"<{own}> <{term('rdf:type')}> <{term('gi:Observation')}> {entities}",
        f"<{own}> <{term('gi:indicator')}> <{cell['indicator']}> {entities}",
        f'<{own}> <{term("gi:amount")}> "7"^^<{term("xsd:decimal")}> {entities}',
    ]
    graph = memory_graph(small_graph.dump_nquads() + "\n".join(lines).encode() + b"\n")
    (found,) = [each for each in records(graph, "observations") if each["derived"]]
    assert (found["observation"], found["amount"], found["report"]) == (own, 7, cell["report"])


def test_things_have_their_names(small_graph: Graph) -> None:
    agencies = {each["label"]: each for each in records(small_graph, "agencies")}
    office = agencies["国务院办公厅"]
    assert (office["kind"], office["parent_label"], office["other_names"]) == ("office", "国务院", ("国办",))
    assert agencies["临江市统计局"]["region"] == "880100"
    regulations = records(small_graph, "regulations")
    assert {each["version_of"] for each in regulations} - {None} <= {each["regulation"] for each in regulations}
    platforms = {each["label"]: each for each in records(small_graph, "platforms")}
    assert (platforms["临江发布"]["kind"], platforms["临江发布"]["operator_label"]) == ("weibo", "临江市人民政府")


@pytest.mark.parametrize("table", TABLES)
def test_every_format_says_the_same(table: str, small_graph: Graph) -> None:
    expected = records(small_graph, table)
    read = list(csv.DictReader(io.StringIO(one(small_graph, "csv", table).decode(), newline="")))
    assert len(read) == len(expected) > 0
    lines = [json.loads(line) for line in one(small_graph, "jsonl", table).splitlines()]
    for found, cells, line in zip(expected, read, lines, strict=True):
        assert list(found) == list(cells) == list(line)
        assert [cells[name] for name in found] == [as_text(value) for value in found.values()]
        assert [line[name] for name in found] == [list(v) if isinstance(v, tuple) else v for v in found.values()]
    tabs = one(small_graph, "tsv", table).decode().splitlines()
    assert len(tabs) == len(expected) + 1
    assert {line.count("\t") for line in tabs} == {len(TABLES[table].columns) - 1}


def as_text(value: Any) -> str:
    if value is None:
        return ""
    return (
        ";".join(value) if isinstance(value, tuple) else str(value).lower() if isinstance(value, bool) else str(value)
    )


def test_arrow_pandas_polars_and_duckdb_read_the_parquet(small_graph: Graph, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "observations.parquet"
    path.write_bytes(one(small_graph, "parquet", "observations"))
    assert path.read_bytes() == one(small_graph, "parquet", "observations")  # no clock in it
    expected = records(small_graph, "observations")
    total = float(sum(each["amount"] for each in expected))
    table = parquet.read_table(path)
    assert table.column_names == [column.name for column in TABLES["observations"].columns]
    assert table.schema.field("amount").metadata[b"description"] == b"the value"
    assert sum(table.column("amount").to_pylist()) == total
    pandas = pytest.importorskip("pandas")
    assert pandas.read_parquet(path)["amount"].sum() == total
    polars = pytest.importorskip("polars")
    assert polars.read_parquet(path)["amount"].sum() == total
    duckdb = pytest.importorskip("duckdb")
    asked = (
        "SELECT agency_label, sum(amount), max(year) FROM read_parquet(?) WHERE applicant = 'all' GROUP BY 1 ORDER BY 1"
    )
    found = duckdb.connect().execute(asked, [str(path)]).fetchall()
    assert [row[0] for row in found] == sorted(
        {each["agency_label"] for each in expected if each["applicant"] == "all"}
    )


def test_dates_lists_and_truth_values_are_typed(small_graph: Graph) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(one(small_graph, "parquet", "regulations")))
    assert str(table.schema.field("dated").type) == "date32[day]"
    found = table.to_pylist()
    assert any(isinstance(each["other_names"], list) and each["other_names"] for each in found)
    assert {each["in_registry"] for each in found} <= {True, False, None}
    reports = parquet.read_table(io.BytesIO(one(small_graph, "parquet", "reports"))).to_pylist()
    assert {type(each["issued"]).__name__ for each in reports} <= {"date", "NoneType"}


ANSWER = Asked(("name", "count", "share"), (("甲\t局\n", 3, Decimal("0.25")), (None, None, None)))


@pytest.mark.parametrize("form", FORMS)
def test_an_answer_is_a_table(form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    stream = io.BytesIO()
    FORMS[form].write_answer(ANSWER, stream)
    data = stream.getvalue()
    if form == "parquet":
        import pyarrow.parquet

        read = pyarrow.parquet.read_table(io.BytesIO(data)).to_pylist()
        assert read == [{"name": "甲\t局\n", "count": 3, "share": 0.25}, {"name": None, "count": None, "share": None}]
    elif form == "jsonl":
        assert json.loads(data.splitlines()[0]) == {"name": "甲\t局\n", "count": 3, "share": 0.25}
    else:
        assert data.decode().startswith(
            {"csv": 'name,count,share\n"甲\t局\n",3,0.25\n', "tsv": "name\tcount\tshare\n甲 局 \t3\t0.25\n"}[form]
        )


@given(st.lists(st.tuples(TEXT, st.none() | st.integers(-(2**60), 2**60), st.booleans()), max_size=5))
def test_any_rows_come_back_from_csv(found: list[tuple[str, int | None, bool]]) -> None:
    stream = io.BytesIO()
    writer = tables.CSV.open(stream, [Column("a", "text", ""), Column("b", "integer", ""), Column("c", "boolean", "")])
    for row in found:
        writer.write(row)
    writer.close()
    controls = {**dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127]), 13: "\n"}
    _, *read = csv.reader(io.StringIO(stream.getvalue().decode(), newline=""))
    assert read == [[a.translate(controls), "" if b is None else str(b), str(c).lower()] for a, b, c in found]


def test_pyarrow_is_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    with pytest.raises(UsageError, match="need pyarrow") as caught:
        tables.PARQUET.open(io.BytesIO(), TABLES["reports"].columns)
    assert "pip install 'gigraph[tables]'" in str(caught.value)


@pytest.mark.parametrize(
    ("form", "options"),
    [("gexf", Options(table="citations")), ("nquads", Options(copies=True)), ("csv", Options(table="nothing"))],
)
def test_an_option_that_makes_no_sense_is_refused(form: str, options: Options, small_graph: Graph) -> None:
    with pytest.raises(UsageError):
        export(small_graph, io.BytesIO(), form, options=options)
