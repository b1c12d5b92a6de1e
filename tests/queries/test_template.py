"""The loader refuses what would be answered wrongly, with file and line."""

from pathlib import Path

import pytest

from gigraph.errors import NotFoundError, QueryError
from gigraph.queries import find_query, load_checks, load_queries, load_query, parse_query
from gigraph.queries.structure import scan, selects

HEAD = "#+ summary: Something.\n"
GOOD = "SELECT ?a $b WHERE { GRAPH ?g { ?a ?p $b } }"

WRONG = [
    ("no summary", f"#+ param: b text\n#+ order: ?a\n{GOOD}", "q.rq:1", "summary"),
    ("unknown key", f"{HEAD}#+ sumary: x\n{GOOD}", "q.rq:2", "cannot read"),
    ("header that is none", f"{HEAD}#+ nothing\n{GOOD}", "q.rq:2", "cannot read"),
    ("unknown kind", f"{HEAD}#+ param: b thing\n{GOOD}", "q.rq:2", "unknown kind"),
    ("malformed parameter", f"{HEAD}#+ param: b\n{GOOD}", "q.rq:2", "cannot read the parameter"),
    ("twice", f"{HEAD}#+ param: b text\n#+ param: b year\n{GOOD}", "q.rq:3", "declared twice"),
    ("undeclared", f"{HEAD}#+ order: ?a\n\n{GOOD}", "q.rq:4", "$b is not declared"),
    ("written with ?", f"{HEAD}#+ param: b text\n#+ order: ?a\nSELECT ?a ?b {{ ?a ?p ?b }}", "q.rq:4", "written ?b"),
    ("unused", f"{HEAD}#+ param: b text\n#+ order: ?a\nSELECT ?a $b WHERE {{ ?a ?p ?c }}", "q.rq:2", "not used"),
    ("in a comment alone", f"{HEAD}#+ param: b text\n#+ order: ?a\nSELECT ?a $b {{ ?a ?p ?c }} # $b", "q.rq:2", "not used"),
    ("not projected", f"{HEAD}#+ param: b text\n#+ order: ?a\nSELECT ?a {{ ?a ?p $b }}", "q.rq:4", "not projected by the SELECT"),
    (
        "only inside an expression",
        f"{HEAD}#+ param: b text\n#+ order: ?a\nSELECT ?a (STR($b) AS ?c) {{ ?a ?p $b }}", "q.rq:4", "not projected",
    ),
    (
        "sub-SELECT",
        f"{HEAD}#+ param: b text\n#+ order: ?a\nSELECT ?a $b WHERE {{\n  {{ SELECT ?a WHERE {{ ?a ?p $b }} }} }}",
        "q.rq:5", "sub-SELECT",
    ),
    ("no order", f"{HEAD}#+ param: b text\n{GOOD}", "q.rq:3", "without an order"),
    ("order of a sub-SELECT alone", f"{HEAD}SELECT ?a {{ {{ SELECT ?a {{ ?a ?p ?b }} ORDER BY ?a }} }}", "q.rq:2", "without an order"),
    ("order by what is not there", f"{HEAD}#+ param: b text\n#+ order: ?z\n{GOOD}", "q.rq:3", "?z"),
    ("order that is none", f"{HEAD}#+ param: b text\n#+ order: a\n{GOOD}", "q.rq:3", "cannot read the order"),
    ("bound", f"{HEAD}#+ param: b text\n#+ order: ?a\nSELECT ?a $b {{ ?a ?p ?o FILTER(!BOUND($b)) }}", "q.rq:4", "BOUND"),
    ("no query", HEAD, "q.rq:1", "no SELECT"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "where", "what"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_what_is_refused(text: str, where: str, what: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(text, Path("q.rq"))
    assert caught.value.where == where
    assert what in caught.value.what


RIGHT = [
    f"{HEAD}#+ param: b text\n#+ order: DESC(?a) ?b\n{GOOD}",
    f"{HEAD}#+ param: b text = *\nSELECT * WHERE {{ ?a ?p $b }} ORDER BY ?a",
    f"{HEAD}SELECT (COUNT(*) AS ?n) WHERE {{ ?a ?p ?b }}",
    f"{HEAD}#+ param: b text\nASK {{ ?a ?p $b }}",
    f"{HEAD}#+ param: b text\nCONSTRUCT {{ ?a ?p $b }} WHERE {{ ?a ?p $b }}",
    f"{HEAD}#+ param: b text\n#+ order: ?a\nSELECT ?a $b {{ {{ SELECT ?a $b {{ ?a ?p $b }} }} }}",
    f"{HEAD}#+ order: ?a\nSELECT ?a {{ ?a ?p \"$b\", <http://e/$b>, '''$b\n\"$c\"''' }} # $b",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_taken(text: str) -> None:
    assert parse_query(text, Path("q.rq")).summary == "Something."


def test_the_parts_of_a_query() -> None:
    query = parse_query(f"{HEAD}#+ zh: 问\n#+ param: b year = 2008\n#+ param: c region = *\n#+ order: DESC(?a) ?b\n"
                        "SELECT ?a $b $c { ?a ?p $b, $c }", Path("some/which-one.rq"))  # fmt: skip
    assert (query.name, query.zh, query.form, query.columns) == ("which-one", "问", "SELECT", ("a", "b", "c"))
    assert [(p.name, p.kind, p.default, p.optional) for p in query.parameters] == [
        ("b", "year", "2008", False), ("c", "region", "*", True),
    ]  # fmt: skip
    assert query.order == (("a", True), ("b", False))


def test_a_wrong_parameter_name_gets_the_nearest() -> None:
    query = parse_query(
        f"{HEAD}#+ param: regulation text\n#+ order: ?a\nSELECT ?a $regulation {{ ?a ?p $regulation }}", Path("q.rq")
    )
    with pytest.raises(QueryError, match="Did you mean regulation"):
        query.parameter("regulations")


def test_lines_are_counted_through_strings_and_comments() -> None:
    tokens = scan('# one\nSELECT ?a {\n ?a ?p """x\ny""" .\n ?b ?p 1 }')
    assert [(token.text, token.line) for token in tokens if token.is_variable][-2:] == [("?b", 5), ("?p", 5)]


def test_the_reach_of_sub_selects() -> None:
    outer, first, second = selects(scan("SELECT ?a { { SELECT ?b { ?b ?p ?x } LIMIT 1 } { SELECT * { ?y ?p ?z } } }"))
    assert (outer.columns, first.columns, second.star) == (("a",), ("b",), True)
    assert {token.name for token in first.tokens if token.is_variable} == {"b", "p", "x"}
    assert {token.name for token in second.tokens if token.is_variable} == {"y", "p", "z"}


def test_syntax_is_checked_on_loading(tmp_path: Path) -> None:
    path = tmp_path / "broken.rq"
    path.write_text(f"{HEAD}#+ order: ?a\nSELECT ?a {{ ?a ?p }}", encoding="utf-8")
    with pytest.raises(QueryError, match=r"broken\.rq"):
        load_query(path)


def test_a_folder_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "my-question.rq").write_text(f"{HEAD}ASK {{ ?a ?p ?b }}", encoding="utf-8")
    assert list(load_queries(tmp_path)) == ["my-question"]
    assert find_query("my-question", tmp_path).form == "ASK"
    assert find_query("top-regulations", tmp_path).parameters


def test_an_unknown_query_gets_the_nearest() -> None:
    with pytest.raises(NotFoundError, match="top-regulations"):
        find_query("top-regulation")
    with pytest.raises(NotFoundError, match="gigraph queries"):
        find_query("zzz")


def test_the_shipped_files_load() -> None:
    assert len(load_queries()) >= 12
    assert len(load_checks()) >= 8
    assert all(not query.parameters for query in load_checks().values())
