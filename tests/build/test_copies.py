"""Copies in a build: one counts, the rest is told; what is built in steps equals what is built at once."""

import json
from pathlib import Path

import pytest
from dresses import page, pdf

from gigraph.build import Problem, build, forget
from gigraph.iris import mint, report_iri
from gigraph.link import ENTITIES
from gigraph.queries import ask, find_query
from gigraph.queries.cards import card
from gigraph.store import Iri, Literal, Rows, open_graph
from gigraph.vocab import PREFIXES, gi

TITLE = "华宁县统计局2016年政府信息公开工作年度报告"
BODY = """根据《中华人民共和国政府信息公开条例》的要求，现将我局2016年度政府信息公开工作情况报告如下，请予以监督。
一、主动公开情况
我局全年通过门户网站主动公开政府信息12条，其中概况类信息3条，计划总结类信息4条，统计数据类信息5条。
二、依申请公开情况
全年没有收到公民、法人和其他组织提出的政府信息公开申请，没有因政府信息公开被申请行政复议。
三、存在的问题和改进措施
公开的内容还不够丰富，更新还不够及时，下一步将进一步充实内容，按时更新，并加强对工作人员的培训。
"""
PAGE = f"<html><body><div class=nav><a>首页</a></div><h1>{TITLE}</h1>{{}}<div class=footer>网站标识码：5304240001</div></body></html>"


@pytest.fixture
def copies(tmp_path: Path) -> Path:
    """A report as text, in GB18030, as a page of a mirror, corrected, and another text under its title."""
    folder = tmp_path / "reports"
    folder.mkdir()
    text = f"{TITLE}\n{BODY}"
    (folder / "a.txt").write_text(text, "utf-8")
    (folder / "b.txt").write_text(text, "gb18030")
    lines = "".join(f"<p>{line}</p>" for line in BODY.splitlines())
    (folder / "c.html").write_text(PAGE.format(lines), "utf-8")
    (folder / "d.txt").write_text(text.replace("12条", "13条").replace("5条", "6条"), "utf-8")
    (folder / "e.txt").write_text(
        f"{TITLE}\n本局认真贯彻落实各项规定，公开了应当公开的各类信息，没有收取任何费用。", "utf-8"
    )
    (folder / "f.txt").write_text(text.replace("充实", "增加"), "utf-8")
    return folder


def told(problems: tuple[Problem, ...]) -> dict[str, set[tuple[str, str]]]:
    names = ("a.txt", "b.txt", "c.html", "d.txt", "e.txt", "f.txt")
    found: dict[str, set[tuple[str, str]]] = {}
    for problem in problems:
        other = next(name for name in names if name in problem.message)
        found.setdefault(problem.code, set()).add((problem.source, other))
    return found


def test_copies_are_told_and_do_not_count(copies: Path, tmp_path: Path) -> None:
    summary = build([copies], tmp_path / "g", workers=0)
    found = told(summary.problems)
    (canonical,) = {other for _, other in found["W-DUP"]}
    assert {code: len(pairs) for code, pairs in found.items()} == {
        "W-DUP": 2, "W-NEAR-DUP": 1, "W-REVISED": 2, "W-TITLE-CLASH": 3
    }  # fmt: skip
    assert (summary.count("reports"), summary.count("duplicates"), summary.exit_code) == (4, 2, 0)
    with open_graph(tmp_path / "g") as graph:
        rows = ask(graph, find_query("reports-by-year"))
        assert isinstance(rows, Rows)
        assert [row["reports"] for row in rows.dicts()] == [4]
        sources = card(graph, report_iri(canonical), "report").sections[0]
        assert sources.title == "sources"
        assert [one["standing"] for one in sources.records].count("copy") == 2
    lines = (tmp_path / "g" / "problems.jsonl").read_text("utf-8").splitlines()
    assert {json.loads(line)["code"] for line in lines} >= {"W-DUP", "W-NEAR-DUP", "W-REVISED", "W-TITLE-CLASH"}


def test_an_unchanged_build_tells_the_same(copies: Path, tmp_path: Path) -> None:
    first = build([copies], tmp_path / "g", workers=0)
    second = build([copies], tmp_path / "g", workers=0)
    assert second.unchanged == 6
    assert told(second.problems) == told(first.problems)


def test_a_copy_counts_when_the_report_that_counted_is_forgotten(copies: Path, tmp_path: Path) -> None:
    summary = build([copies], tmp_path / "g", workers=0)
    ((_, canonical), *_) = told(summary.problems)["W-DUP"]
    forget(tmp_path / "g", canonical)
    with open_graph(tmp_path / "g") as graph:
        copies_left = {quad.subject: quad.object for quad in graph.quads(predicate=gi("duplicateOf"), graph=ENTITIES)}
    assert len(copies_left) == 1
    assert Iri(report_iri(canonical)) not in {*copies_left, *copies_left.values()}


def test_the_order_in_which_documents_come_does_not_matter(copies: Path, tmp_path: Path) -> None:
    build([copies], tmp_path / "at-once", workers=0)
    for name in ("f.txt", "c.html", "b.txt", "e.txt", "a.txt", "d.txt"):
        build([copies / name], tmp_path / "in-steps", workers=0, root=copies)
    with open_graph(tmp_path / "at-once") as first, open_graph(tmp_path / "in-steps") as second:
        assert first.dump_nquads() == second.dump_nquads()


SEED = (Path(__file__).parents[2] / "seeds" / "reports" / "002_1a45804d71bde4f9.txt").read_text("utf-8-sig")
HEAD = "政府信息公开情况统计表"


def ranked(folder: Path, store: Path) -> tuple[list[object], dict[str, str]]:
    """How much each report has disclosed, and what the build tells of each document."""
    summary = build([folder], store, workers=0)
    with open_graph(store) as graph:
        terms = {
            "indicator": Iri(mint("indicator", "2014-statistics", "statistics", "disclosed")),
            "year": Literal("2018", PREFIXES["xsd"] + "gYear"),
        }
        rows = ask(graph, find_query("indicator-ranking"), terms)
        assert isinstance(rows, Rows)
        return [row["value"] for row in rows.dicts()], {problem.source: problem.code for problem in summary.problems}


def test_a_table_published_apart_counts_once(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    table = SEED[SEED.rindex(HEAD) + len(HEAD) :]
    (folder / "report.html").write_text(page(SEED, 2), "utf-8")
    (folder / "table.txt").write_text(f"华宁县政务服务管理局2018年{HEAD}{table}", "utf-8")
    assert ranked(folder, tmp_path / "g") == ([320], {"report.html": "W-SAME-TABLE"})
    (folder / "table.txt").write_text(f"华宁县政务服务管理局2018年{HEAD}{table.replace('320', '321')}", "utf-8")
    assert ranked(folder, tmp_path / "g") == ([321, 320], {})  # which of them is right is not for us to say


def test_a_second_edition_with_another_figure_is_no_copy(tmp_path: Path) -> None:
    """Its figures are those that count; of one with other words alone both texts stay, and the figures count once."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.html").write_text(page(SEED, 2), "utf-8")
    (folder / "b.pdf").write_bytes(pdf(SEED.replace("320", "321")))
    assert ranked(folder, tmp_path / "g") == ([321], {"b.pdf": "W-REVISED"})
    (folder / "b.pdf").write_bytes(pdf(SEED.replace("进一步", "更加")))
    assert ranked(folder, tmp_path / "g") == ([320], {"b.pdf": "W-NEAR-DUP"})
    (folder / "b.pdf").write_bytes(pdf(SEED))
    assert ranked(folder, tmp_path / "g") == ([320], {"b.pdf": "W-DUP"})
