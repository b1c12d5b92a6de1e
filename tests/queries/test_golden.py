"""Every shipped query answers two argument sets over the small graph with the rows of its golden files.

GIGRAPH_UPDATE_GOLDEN=1 writes the files anew; read the difference before committing it.
"""

import os
import runpy
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import rdflib

from gigraph.iris import BASE
from gigraph.queries import FREE, Query, ask, bind, load_checks, load_queries
from gigraph.queries.asking import arrange
from gigraph.queries.names import resolve_name
from gigraph.store import Graph, Iri, Literal, Rows, memory_graph
from gigraph.vocab import GI

# rdflib's own parser and query code still use what rdflib deprecates.
pytestmark = pytest.mark.filterwarnings("ignore:Dataset[.]:DeprecationWarning")

HERE = Path(__file__).parent
SMALL = HERE.parent / "fixtures" / "small.nq"
QUERIES = load_queries()

BUREAU, CITY, OFFICE = "云山省机关事务管理局", "临江市人民政府", "国务院办公厅"
ACT, POINTS = "政府信息公开条例", "国办发〔2015〕22号"
REPORT_2015 = "云山省机关事务管理局2015年政府信息公开工作年度报告"
CITY_2019 = "临江市人民政府2019年政府信息公开工作年度报告"
REPORT_2019 = "临江市统计局2019年政府信息公开工作年度报告"

# The two argument sets of each query; names are resolved as a person's are.
ARGUMENTS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "agencies-citing-regulation": (
        {"regulation": ACT},
        {"regulation": "国务院令第492号", "since": "2015", "until": "2015"},
    ),
    "agencies-in-region": ({"region": "云山省"}, {"region": "临江市"}),
    "agencies-under-agency": ({"agency": "云山省人民政府"}, {"agency": "临江市政府"}),
    "agencies-using-platform": ({"platform": "局网站"}, {"platform": "临江发布"}),
    "agencies-not-citing-regulation": ({"regulation": POINTS}, {"regulation": "保密法", "region": "临江市"}),
    "citation-adoption": ({"regulation": ACT}, {"regulation": POINTS, "region": "云山省"}),
    "citations-without-version": ({"regulation": ACT}, {"regulation": ACT, "relation": "issues"}),
    "citing-agencies": ({"regulation": ACT}, {"regulation": "国务院令第711号", "relation": "cites"}),
    "evidence-of-agency-and-regulation": (
        {"agency": BUREAU, "regulation": ACT},
        {"agency": BUREAU, "regulation": "国务院令第492号", "relation": "cites"},
    ),
    "issuers-most-cited": ({}, {"region": "云山省"}),
    "pinpoints-of-regulation": ({"regulation": ACT}, {"regulation": "国务院令第492号"}),
    "regulations-cited-in-region": ({"region": "云山省"}, {"region": "临江市", "year": "2019"}),
    "reports-after-deadline": ({}, {"agency": BUREAU, "year": "2015"}),
    "agency-profile": ({"agency": BUREAU}, {"agency": OFFICE}),
    "ambiguous-mentions": ({}, {"year": "2015"}),
    "applicant-mix": ({}, {"agency": "临江市统计局", "since": "2019"}),
    "cells-ambiguous": ({}, {"agency": "临江市统计局", "year": "2019"}),
    "cells-unmapped": ({}, {"region": "临江市", "year": "2019"}),
    "cells-of-report": ({"report": REPORT_2015}, {"report": CITY_2019}),
    "citations-of-agency": ({"agency": BUREAU}, {"agency": CITY, "relation": "issues"}),
    "citations-of-report": ({"report": REPORT_2015}, {"report": REPORT_2019}),
    "correction-rate": ({}, {"agency": "临江市统计局", "until": "2019"}),
    "duplicate-reports": ({}, {"agency": CITY, "year": "2019"}),
    "evidence-of-citation": ({"regulation": ACT}, {"regulation": ACT, "agency": CITY, "relation": "cites"}),
    "figures-of-report": ({"report": REPORT_2015}, {"report": CITY_2019}),
    "heading-series": (
        {"indicator": "不予公开"},
        {"indicator": "2021/requests/refused", "agency": CITY, "since": "2016"},
    ),
    "indicator-growth": (
        {"indicator": "收到申请数"},
        {"indicator": "2014-statistics/statistics/replies-granted", "agency": BUREAU},
    ),
    "indicator-ranking": (
        {"indicator": "requests/new", "year": "2019"},
        {"indicator": "requests received", "year": "2016", "region": "云山省"},
    ),
    "indicator-series": (
        {"indicator": "本年新收政府信息公开申请数量"},
        {"indicator": "2021/requests/granted", "match": "close", "region": "云山省", "since": "2016"},
    ),
    "mentions-of-agency": ({"agency": OFFICE}, {"agency": BUREAU}),
    "platform-profile": ({"platform": "云山省人民政府门户网站"}, {"platform": "公示栏"}),
    "refusals-by-article": ({}, {"agency": CITY, "since": "2019"}),
    "refusals-by-reason": ({}, {"agency": CITY, "since": "2019"}),
    "region-profile": ({"region": "云山省"}, {"region": "临江市"}),
    "regulation-profile": ({"regulation": POINTS}, {"regulation": "国务院令第711号"}),
    "regulation-versions": ({"regulation": ACT}, {"regulation": POINTS}),
    "regulations-cited-by-agency": ({"agency": BUREAU}, {"agency": BUREAU, "relation": "cites", "since": "2016"}),
    "regulations-cited-together": ({"regulation": POINTS}, {"regulation": "保密法"}),
    "regulations-of-issuer": ({"agency": OFFICE}, {"agency": BUREAU}),
    "repaired-citations": ({}, {"agency": CITY}),
    "report-fields": ({"report": REPORT_2015}, {"report": REPORT_2019}),
    "report-sources": ({"report": REPORT_2015}, {"report": REPORT_2019}),
    "publishers": ({}, {"region": "云山省"}),
    "reports-by-year": ({}, {"since": "2015", "until": "2016"}),
    "reports-of-agency": ({"agency": BUREAU}, {"agency": CITY}),
    "series-breaks": ({"indicator": "requests/new"}, {"indicator": "2019/review/reconsideration-corrected"}),
    "shares-by-outcome": ({}, {"agency": CITY, "until": "2019"}),
    "sum-by-region": (
        {"indicator": "requests/new", "region": "云山省"},
        {"indicator": "requests/new", "region": "临江市", "since": "2019"},
    ),
    "self-issued-regulations": ({}, {"agency": BUREAU, "since": "2015"}),
    "sums-not-kept": ({}, {"region": "临江市", "year": "2019"}),
    "top-regulations": ({}, {"relation": "all", "until": "2015"}),
    "unresolved-citations": ({}, {"year": "2016"}),
}
# Asked of the graph of tests/fixtures/cited.py, where laws are repealed and numbers contradict titles.
CITED: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "citations-before-issue": ({}, {"agency": "临江市统计局", "year": "2020"}),
    "document-number-gaps": ({}, {"agency": BUREAU}),
    "implements-chains": ({}, {"regulation": ACT}),
    "outdated-citations": ({}, {"agency": "临江市统计局", "year": "2018"}),
    "repealed-instruments-cited": ({}, {"since": "2017"}),
    "title-number-conflicts": ({}, {"agency": BUREAU}),
    "wish-list": ({}, {"until": "2014"}),
}
# Asked of the graph of tests/fixtures/histories.py: agencies renamed and merged, platforms over the years.
HEALTH, COUNTY = "国家卫生健康委员会", "华宁县财政局"
HISTORIES: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "agencies": ({}, {"region": "玉溪市", "kind": "department", "year": "2017"}),
    "agencies-without-report-in-year": ({"year": "2017"}, {"year": "2016", "region": "云南省"}),
    "agency-history": ({"agency": HEALTH}, {"agency": "华宁县退役军人事务局"}),
    "agency-series": ({"agency": HEALTH}, {"agency": "华宁县农业局"}),
    "carry-overs-not-kept": ({}, {"agency": "华宁县农业农村局", "year": "2021"}),
    "contacts-missing": ({}, {"region": "玉溪市", "year": "2017"}),
    "contacts-of-agency": ({"agency": COUNTY}, {"agency": HEALTH}),
    "hosts-not-government": ({}, {"region": "玉溪市", "agency": COUNTY}),
    "hosts-of-agency": ({"agency": COUNTY}, {"agency": HEALTH}),
    "coverage": ({}, {"region": "云南省", "kind": "department"}),
    "first-adoption": ({"kind": "wechat"}, {"kind": "weibo"}),
    "platform-adoption": ({}, {"kind": "wechat"}),
    "platforms": ({"operator": COUNTY}, {"region": "玉溪市", "level": "county", "kind": "website", "year": "2015"}),
    "new-platforms-by-year": ({}, {"kind": "微信"}),
    "platforms-by-kind": ({}, {"region": "云南省"}),
    "platforms-by-kind-and-year": ({}, {"region": "华宁县"}),
    "unresolved-mentions": ({}, {"agency": "玉溪市财政局", "kind": "board"}),
    "unidentified-platforms": ({}, {"kind": "board", "region": "玉溪市", "sector": "finance", "year": "2017"}),
    "platforms-by-operator": ({}, {"operator": COUNTY, "kind": "wechat"}),
    "platforms-of-agency": ({"agency": COUNTY}, {"agency": "华宁县农业农村局"}),
}
ARGUMENTS |= CITED | HISTORIES
CASES = [(name, turn) for name in sorted(ARGUMENTS) for turn in (0, 1)]


@pytest.fixture(scope="session")
def terms_of(
    small_graph: Graph,
    small_index: Path,
    cited_graph: Graph,
    cited_index: Path,
    histories_graph: Graph,
    histories_index: Path,
) -> Callable[[str, int], dict[str, Any]]:
    def make(name: str, turn: int) -> dict[str, Any]:
        def resolve(text: str, kind: str) -> Iri:
            places = _asked(
                name, (small_graph, small_index), (cited_graph, cited_index), (histories_graph, histories_index)
            )
            return Iri(resolve_name(*places, text, (kind,)).iri)

        return bind(QUERIES[name], ARGUMENTS[name][turn], resolve)

    return make


def test_every_query_has_two_argument_sets() -> None:
    assert sorted(ARGUMENTS) == sorted(QUERIES)
    assert all(first != second for first, second in ARGUMENTS.values())


def test_every_query_says_what_it_is() -> None:
    for query in QUERIES.values():
        assert query.summary.endswith("."), query.name
        assert query.zh, query.name
        assert query.theme in {
            "citations",
            "regulations",
            "agencies",
            "reports",
            "platforms",
            "quality",
            "figures",
            "gaps",
        }, query.name
        names = {pair.partition("=")[0] for pair in query.example.split()}
        assert {p.name for p in query.parameters if p.required} <= names <= {p.name for p in query.parameters}, (
            query.name
        )


@pytest.mark.parametrize(("name", "turn"), CASES)
def test_golden_rows(
    name: str,
    turn: int,
    small_graph: Graph,
    cited_graph: Graph,
    histories_graph: Graph,
    terms_of: Callable[[str, int], dict[str, Any]],
) -> None:
    rows = ask(_asked(name, small_graph, cited_graph, histories_graph), QUERIES[name], terms_of(name, turn))
    assert isinstance(rows, Rows)
    text = _tsv(ARGUMENTS[name][turn], rows)
    path = HERE / "golden" / f"{name}.{turn + 1}.tsv"
    if os.environ.get("GIGRAPH_UPDATE_GOLDEN"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "turn"), CASES)
def test_rdflib_gives_the_same_rows(
    name: str,
    turn: int,
    small_graph: Graph,
    cited_graph: Graph,
    histories_graph: Graph,
    rdflib_graph: rdflib.Dataset,
    rdflib_cited: rdflib.Dataset,
    rdflib_histories: rdflib.Dataset,
    terms_of: Callable[[str, int], dict[str, Any]],
) -> None:
    query, terms = QUERIES[name], terms_of(name, turn)
    ours = ask(_asked(name, small_graph, cited_graph, histories_graph), query, terms)
    assert isinstance(ours, Rows)
    theirs = _rdflib_rows(_asked(name, rdflib_graph, rdflib_cited, rdflib_histories), query, terms, ours)
    assert [list(map(_short, row)) for row in ours.rows] == [list(map(_short, row)) for row in theirs.rows]


@pytest.fixture(scope="session")
def rdflib_graph() -> rdflib.Dataset:
    dataset = rdflib.Dataset()
    dataset.parse(data=SMALL.read_text(encoding="utf-8"), format="nquads")
    return dataset


@pytest.fixture(scope="session")
def rdflib_cited(cited_lines: bytes) -> rdflib.Dataset:
    dataset = rdflib.Dataset()
    dataset.parse(data=cited_lines.decode(), format="nquads")
    return dataset


@pytest.fixture(scope="session")
def rdflib_histories(histories_lines: bytes) -> rdflib.Dataset:
    dataset = rdflib.Dataset()
    dataset.parse(data=histories_lines.decode(), format="nquads")
    return dataset


def _asked(name: str, small: Any, cited: Any, histories: Any) -> Any:
    """That of the three graphs that a query is asked of."""
    return cited if name in CITED else histories if name in HISTORIES else small


def test_the_fixture_is_what_its_script_makes() -> None:
    make = runpy.run_path(str(HERE.parent / "fixtures" / "make_small.py"))["make"]
    assert make() == SMALL.read_text(encoding="utf-8")


def test_the_small_graph_passes_the_checks(small_graph: Graph) -> None:
    for query in load_checks().values():
        rows = ask(small_graph, query)
        assert isinstance(rows, Rows)
        assert rows.rows == (), query.name


def _rdflib_rows(dataset: rdflib.Dataset, query: Query, terms: dict[str, Any], like: Rows) -> Rows:
    """The rows of rdflib in the order and with the columns of ours."""
    found = dataset.query(query.text, initBindings={name: _rdflib_term(value) for name, value in terms.items()})
    variables = tuple(str(variable) for variable in found.vars or ())
    rows = tuple(tuple(None if cell is None else _value(cell) for cell in row) for row in found)
    return arrange(Rows(variables, rows), query, [name for name in variables if name not in like.variables])


def _rdflib_term(value: object) -> rdflib.term.Identifier:
    if isinstance(value, Iri):
        return rdflib.URIRef(value)
    if isinstance(value, Literal):
        return rdflib.Literal(value.value, datatype=rdflib.URIRef(value.datatype))
    return rdflib.Literal(value)


def _value(cell: rdflib.term.Identifier) -> Any:
    if isinstance(cell, rdflib.Literal) and cell.datatype in (rdflib.XSD.integer, rdflib.XSD.boolean):
        return cell.toPython()
    if isinstance(cell, rdflib.Literal) and cell.datatype == rdflib.XSD.decimal:
        return Decimal(str(cell))
    return str(cell)


def _tsv(arguments: dict[str, str], rows: Rows) -> str:
    lines = [f"# {' '.join(f'{name}={value}' for name, value in arguments.items()) or FREE}"]
    lines += ["\t".join(rows.variables), *("\t".join(map(_short, row)) for row in rows.rows)]
    return "\n".join(line.rstrip("\t") for line in lines) + "\n"


def _short(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return "" if value is None else str(value).replace(BASE, "id:").replace(GI, "gi:")


def test_a_graph_without_reports_answers_nothing() -> None:
    for name in ("top-regulations", "reports-by-year", "unresolved-citations"):
        rows = ask(memory_graph(b""), QUERIES[name])
        assert isinstance(rows, Rows)
        assert rows.rows == ()
