"""ask, queries, sparql, check through the command line."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gigraph.cli import main
from gigraph.queries.binding import LABELS
from gigraph.resources import resource


@pytest.fixture
def run(small_store: Path):  # type: ignore[no-untyped-def]
    def call(*words: str, stdin: str | None = None) -> Result:
        return CliRunner(env={"GIGRAPH_STORE": str(small_store)}).invoke(main, words, input=stdin)

    return call


def test_ask(run) -> None:  # type: ignore[no-untyped-def]
    result = run("ask", "agencies-in-region", "region=临江市")
    assert [row["agencyLabel"] for row in json.loads(result.stdout)] == ["临江市人民政府", "临江市统计局"]
    assert "region" not in json.loads(result.stdout)[0]


def test_ask_with_a_limit_says_so(run) -> None:  # type: ignore[no-untyped-def]
    result = run("ask", "top-regulations", "--limit", "1")
    assert len(json.loads(result.stdout)) == 1
    assert "3 more rows" in result.stderr


def test_ask_help_tells_summary_parameters_and_query(run) -> None:  # type: ignore[no-untyped-def]
    text = run("ask", "top-regulations", "--help").stdout
    assert "most agencies cite" in text
    assert "relation=…  relation, cites" in text
    assert "SELECT ?regulation" in text
    assert "Asks a question" in run("ask", "--help").stdout


def test_a_query_of_ones_own(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "any.rq").write_text("#+ summary: Is there a report?\nASK { GRAPH ?g { ?s ?p ?o } }", encoding="utf-8")
    result = run("ask", "any", "--queries", str(tmp_path), "--format", "table")
    assert result.stdout == "yes\n"
    names = {row["name"] for row in json.loads(run("queries", "--queries", str(tmp_path)).stdout)}
    assert {"any", "top-regulations"} <= names


def test_queries_are_listed_by_theme(run) -> None:  # type: ignore[no-untyped-def]
    text = run("queries", "--format", "table").stdout
    assert "\ncitations\n" in text
    assert "agencies-citing-regulation  regulation=… relation=* since=* until=*" in text


def test_sparql_from_everywhere(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    query = "SELECT ?n { GRAPH graph:entities { ?r a gi:Region ; skos:notation ?n } } ORDER BY ?n"
    path = tmp_path / "q.rq"
    path.write_text(query, encoding="utf-8")
    expected = [{"n": "100000"}, {"n": "880000"}, {"n": "880100"}]
    assert json.loads(run("sparql", query).stdout) == expected
    assert json.loads(run("sparql", "-f", str(path)).stdout) == expected
    assert json.loads(run("sparql", "-", stdin=query).stdout) == expected


def test_sparql_construct_and_ask(run) -> None:  # type: ignore[no-untyped-def]
    query = 'CONSTRUCT { ?r skos:notation ?n, "x\\"y"@zh, 5 } WHERE { GRAPH ?g { ?r a gi:Region ; skos:notation ?n } }'
    lines = run("sparql", query, "--format", "table").stdout.splitlines()
    region, notation = "<https://w3id.org/gigraph/id/region/880100>", "<http://www.w3.org/2004/02/skos/core#notation>"
    assert f'{region} {notation} "880100" .' in lines
    assert f'{region} {notation} "x\\"y"@zh .' in lines
    assert f'{region} {notation} "5"^^<http://www.w3.org/2001/XMLSchema#integer> .' in lines
    assert json.loads(run("sparql", "ASK { GRAPH ?g { ?s a gi:Nothing } }").stdout) == {"answer": False}


def test_check(run) -> None:  # type: ignore[no-untyped-def]
    result = run("check")
    assert (result.exit_code, json.loads(result.stdout)) == (0, [])


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["ask", "top-regulation"], 3, "Did you mean top-regulations"),
        (["ask", "top-regulations", "sinc=2015"], 2, "Did you mean since"),
        (["ask", "top-regulations", "since=15"], 2, "is not a year"),
        (["ask", "top-regulations", "since"], 2, "Write NAME=VALUE"),
        (["ask", "top-regulations", "since=2015", "since=2016"], 2, "given twice"),
        (["ask", "agencies-citing-regulation"], 2, "needs regulation="),
        (["ask", "agencies-citing-regulation", "regulation=没有这个"], 3, "no regulation is called"),
        (["ask", "unresolved-citations", "year=2016"], 3, "nothing found"),
        (["ask"], 2, ""),
        (["sparql", "SELECT ?x {"], 2, "the query ends too early"),
        (["sparql", "SELECT ?x { ?x ?y ;; . ) }"], 2, "line 1, column"),
        (["sparql", "SELECT ?x (COUNT(?y) AS ?n) { ?x ?y ?z }"], 2, "a variable that is unbound"),
        (["sparql", "SELEC ?x { ?x ?y ?z }"], 2, "begins with SELEC"),
        (["sparql", "SELECT ?x { ?x foo:y ?z }"], 2, "PREFIX foo: <"),
        (["sparql", "INSERT DATA { <a:a> <b:b> <c:c> }"], 2, "changes a graph"),
        (["sparql", "question.rq"], 2, "-f FILE"),
        (["sparql", "SELECT * { ?s ?p ?o }"], 0, "GRAPH ?g {"),
        (["sparql", "DESCRIBE <http://example.org/>"], 0, "describes a thing"),
        (["sparql", "SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }"], 2, "SERVICE"),
        (["sparql"], 2, "needs one query"),
        (["citez", "x"], 2, "Did you mean cites"),
    ],
)
def test_what_is_wrong(run, words: list[str], code: int, said: str) -> None:  # type: ignore[no-untyped-def]
    result = run(*words)
    assert result.exit_code == code
    assert said in result.stderr


def test_a_question_of_ones_own_may_be_given_more_time_or_less(run, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    names = [f"?{name}" for name in "abcdefghijklmnopqr"]
    groups = " ".join(f"GRAPH {a} {{ {b} {c} {d} }}" for a, b, c, d in zip(*[iter(names[:16])] * 4, strict=True))
    (tmp_path / "slow.rq").write_text(f"#+ summary: Slow.\n#+ order: ?n\nSELECT (COUNT(*) AS ?n) {{ {groups} }}\n")
    for words in (["ask", "slow"], ["export", "csv", "--query", "slow"]):
        result = run(*words, "--queries", str(tmp_path), "--timeout", "0.5")
        assert result.exit_code == 1
        assert "stopped after 0.5 s" in result.stderr
        assert "--timeout" in result.stderr
    assert "--query" in run("export", "gexf", "--timeout", "3", "-o", str(tmp_path / "a.gexf")).stderr


def test_relations_are_known_by_their_labels_in_chinese(run) -> None:  # type: ignore[no-untyped-def]
    for label, code in (("引用", "cites"), ("制发", "issues"), ("公开", "discloses"), ("全部", "all")):
        assert (
            run("ask", "top-regulations", f"relation={label}").stdout
            == run("ask", "top-regulations", f"relation={code}").stdout
        )
        assert (
            run("cites", "临江市人民政府", "--relation", label).stdout
            == run("cites", "临江市人民政府", "--relation", code).stdout
        )
    ontology = resource("ontology", "gigraph.ttl").read_text(encoding="utf-8")
    for label, code in LABELS.items():
        assert code == "all" or re.search(rf'^gi:{code} a [^.]*rdfs:label "{label}"@zh', ontology, re.M)
    assert "引用" in run("ask", "top-regulations", "relation=引述").stderr
