"""Records of crawlers: each is a document of its own, built, changed and removed as a member of an archive is."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from dresses import page

from gigraph.build import build, forget
from gigraph.cli import main
from gigraph.documents import document_of, members_of, read_document
from gigraph.documents.records import RecordField, record_fields
from gigraph.errors import ReadError
from gigraph.pipeline import facts_of
from gigraph.registry.table import read_table
from gigraph.resources import resource
from gigraph.store import open_graph
from gigraph.store.manifest import read_entries

URL = "https://www.example.gov.cn/{}.html"


def title(name: str) -> str:
    return f"云山县{name}2016年政府信息公开工作年度报告"


def text(name: str, count: int = 12) -> str:
    return (
        "根据《中华人民共和国政府信息公开条例》的要求，编制本报告。\n"
        f"2016年，云山县{name}通过门户网站主动公开政府信息{count}条，没有收到依申请公开的申请。\n"
    )


def entry(name: str, count: int = 12) -> dict[str, object]:
    return {"id": 7, "title": title(name), "content": text(name, count), "url": URL.format(name), "date": "2017-03-01"}


def lines(*entries: object) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in entries)


def keys(store: Path) -> set[str]:
    with open_graph(store) as graph:
        return {key for one in read_entries(graph).values() if (key := one.source_key)}


@pytest.mark.parametrize(
    "content",
    [text("财政局"), "".join(f"<p>{line}</p>" for line in text("财政局").splitlines()), page(text("财政局"), 0), [text("财政局")]],
    ids=["text", "paragraphs", "page", "list"],
)  # fmt: skip
def test_a_record_is_read_as_its_page(content: object) -> None:
    data = json.dumps({"Title": title("财政局"), "content": content, "url": URL.format("a"), "pubdate": "2017-03-01"})
    document = document_of(data.encode(), "a.json")
    assert document.source.media_type == "application/json"
    assert document.source.url == URL.format("a")
    assert document.warnings == ()
    facts = facts_of(document)
    fields = {field.name: field.value for field in facts.fields}
    assert (fields["title"], fields["year"]) == (title("财政局"), 2016)
    assert [regulation.name for regulation in facts.regulations] == ["中华人民共和国政府信息公开条例"]
    assert ("published", "2017-03-01") in [(field.name, field.value) for field in document.metadata]


def test_a_title_that_the_text_begins_with_stands_once() -> None:
    whole = f"云山县财政局\n2016年政府信息公开工作年度报告\n{text('财政局')}"
    document = document_of(json.dumps({"title": title("财政局"), "text": whole}).encode(), "a.json")
    body = "".join(block.span.of(document.text) for block in document.blocks if block.role == "body")
    assert body.count("年度报告") == 1


@pytest.mark.parametrize("row", read_table(resource("seeds", "registry", "record_fields.tsv"), RecordField), ids=lambda row: row.name)  # fmt: skip
def test_every_name_of_a_part_counts(row: RecordField) -> None:
    document = document_of(json.dumps({"content": "一、概述"} | json.loads(row.example)).encode(), "a.json")
    (value,) = json.loads(row.example).values()
    if row.field == "content":
        assert "一、概述" in document.text
    else:
        assert value in {field.value for field in document.metadata} | {document.text.split("\n")[0]}
    assert row in record_fields()


ONE, TWO = entry("财政局"), entry("统计局")
FORMS: dict[str, Callable[[], str]] = {
    "list": lambda: json.dumps([ONE, TWO]),
    "lines": lambda: lines(ONE, TWO),
    "answer of a server": lambda: json.dumps({"code": 0, "data": {"total": 2, "list": [ONE, TWO]}}, indent=1),
    "with a mark": lambda: "\ufeff" + lines(ONE, TWO),
}


@pytest.mark.parametrize("form", FORMS)
def test_records_have_keys_by_their_places(form: str, tmp_path: Path) -> None:
    path = tmp_path / "pages.json"
    path.write_text(FORMS[form](), "utf-8")
    assert [member.name for member in members_of(path)] == ["1", "2"]
    document = read_document(path, member="2")
    assert document.source.key == "pages.json!/2"
    assert document.text.startswith("ContentSource: ") or title("统计局") in document.text


def test_records_are_built_changed_removed_and_forgotten_as_members_are(tmp_path: Path) -> None:
    folder, store = tmp_path / "in", tmp_path / "graph"
    folder.mkdir()
    path = folder / "crawl.jsonl"
    path.write_text(lines(ONE, TWO, entry("司法局")), "utf-8")
    summary = build([folder], store, workers=1)
    assert (summary.built, summary.exit_code) == (3, 0)
    assert keys(store) == {"crawl.jsonl!/1", "crawl.jsonl!/2", "crawl.jsonl!/3"}
    again = build([folder], store, workers=0)
    assert (again.built, again.unchanged, again.generation) == (0, 3, 1)
    path.write_text(lines(ONE, entry("统计局", 13)), "utf-8")
    changed = build([folder], store, workers=0, prune=True)
    assert (changed.unchanged, changed.changed, changed.removed) == (1, 1, 1)
    assert forget(store, "crawl.jsonl!/2").source == "crawl.jsonl!/2"
    assert keys(store) == {"crawl.jsonl!/1"}


def test_a_bad_record_costs_itself_alone(tmp_path: Path) -> None:
    path = tmp_path / "crawl.jsonl"
    path.write_text(
        lines(ONE) + "{broken\n" + lines({"title": "无文"}, [1], {"content": "运动会昨天举行。" * 9}, TWO), "utf-8"
    )
    summary = build([path], tmp_path / "graph", workers=0)
    assert {problem.source: problem.code for problem in summary.problems} == {
        "crawl.jsonl!/2": "E-CORRUPT", "crawl.jsonl!/3": "E-EMPTY", "crawl.jsonl!/4": "E-CORRUPT",
        "crawl.jsonl!/5": "E-NOT-REPORT",
    }  # fmt: skip
    assert keys(tmp_path / "graph") == {"crawl.jsonl!/1", "crawl.jsonl!/6"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"name": "gigraph", "version": "1"}', "E-UNSUPPORTED"),
        ('{"title": "a", "conte', "E-CORRUPT"),
        ('[{"a": ' * 100_000, "E-CORRUPT"),
        ('{"content": ' + "[" * 100_000, "E-CORRUPT"),
        ("", "E-EMPTY"),
        ('{"content": "\\ud800\\u0000"}', "E-NOT-REPORT"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_told(content: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(content, "utf-8")
    (problem,) = build([tmp_path / "a.json"], tmp_path / "graph", workers=0).problems
    assert (problem.source, problem.code) == ("a.json", code)


def test_several_under_another_name_are_told() -> None:
    with pytest.raises(ReadError, match=r"E-ARCHIVE .*2 records.*Name it \.json"):
        document_of(json.dumps([ONE, TWO]).encode(), "a.txt")


def test_text_and_extract_know_records(tmp_path: Path) -> None:
    path = tmp_path / "crawl.jsonl"
    path.write_text(lines(ONE, TWO), "utf-8")
    run = CliRunner().invoke(main, ["text", f"{path}!/2"])
    assert title("统计局") in run.stdout
    run = CliRunner().invoke(main, ["extract", str(path)])
    assert [json.loads(line)["file"] for line in run.stdout.splitlines()] == ["crawl.jsonl!/1", "crawl.jsonl!/2"]
    run = CliRunner().invoke(main, ["text", f"{path}!/9"])
    assert (run.exit_code, "E-MISSING" in run.stderr) == (1, True)


def test_too_many_records_are_told_as_such() -> None:
    lines = "\n".join(json.dumps({"title": str(number), "content": "政府"}) for number in range(20_001))
    with pytest.raises(ReadError, match=r"E-ARCHIVE a.jsonl: it has 20,001 records, more than 20,000"):
        document_of(lines.encode(), "a.jsonl")
