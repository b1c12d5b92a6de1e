"""No query falls into a plan that grows with the square of the graph: sixty copies of the small graph, a second each.

What to do where one does: all patterns that must hold before the OPTIONAL ones, labels of bound things in an OPTIONAL of
their own, what hangs on an optional variable inside that OPTIONAL, MINUS for a whole pattern that must not be there.
"""

import gc
import re
import time
from pathlib import Path

import pytest

from gigraph.iris import mint, report_iri
from gigraph.queries import ask, load_checks, load_queries
from gigraph.store import Graph, Iri, Literal, Rows, memory_graph
from gigraph.vocab import PREFIXES

SMALL = Path(__file__).parents[1] / "fixtures" / "small.nq"
COPIES = 60
# No organisation of the small graph was changed, none has a contact, it has no notations of kinds, and the indicator
# is no heading; every agency of it cites the act, and none states an address.
EMPTY = frozenset(
    {
        "agencies-not-citing-regulation",
        "agency-history",
        "contacts-of-agency",
        "first-adoption",
        "heading-series",
        "hosts-of-agency",
    }
)
QUERIES = {**load_queries(), **load_checks()}


@pytest.fixture(scope="module")
def large_graph() -> Graph:
    """The small graph many times, each time with its own provinces, agencies and reports; the laws stay the same."""
    text = SMALL.read_text(encoding="utf-8")
    return memory_graph("".join(_copy(text, number) for number in range(COPIES)).encode())


def _copy(text: str, number: int) -> str:
    text = text.replace("云山省", f"云山省{number}").replace("临江市", f"临江市{number}")
    text = re.sub(r"(region|agency)/88", rf"\g<1>/{number}88", text)
    return re.sub(r"(report|source|text)/[0-9a-f]{4}", rf"\g<1>/{number:04x}", text)


def values() -> dict[str, Iri | Literal]:
    return {
        "agency": Iri(mint("agency", "7880000", "云山省7机关事务管理局")),
        "platform": Iri(mint("platform", "云山省7机关事务管理局", "云山省7机关事务管理局网站")),
        "regulation": Iri(mint("regulation", "中华人民共和国政府信息公开条例")),
        "region": Iri(mint("region", "7880000")),
        "report": Iri(re.sub(r"(report)/[0-9a-f]{4}", r"\1/0007", report_iri("2015/管理局.txt"))),
        "indicator": Iri(mint("indicator", "2019", "requests", "new")),
        "year": Literal("2019", PREFIXES["xsd"] + "gYear"),
        "text": Literal("weibo"),
        "platform-kind": Iri(mint("platform-kind", "weibo")),
    }


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_a_query_is_quick(name: str, large_graph: Graph) -> None:
    query = QUERIES[name]
    terms = {p.name: values()[p.kind] for p in query.parameters if p.required}
    gc.disable()  # what earlier tests left behind is not this query's
    try:
        start = time.thread_time()
        rows = ask(large_graph, query, terms)
        taken = time.thread_time() - start
    finally:
        gc.enable()
    assert taken < 1.0
    assert isinstance(rows, Rows)
    assert rows.rows or not terms or name in EMPTY


NAMED = frozenset({"agency", "regulation", "platform", "report", "indicator"})


@pytest.mark.parametrize("name", sorted(name for name, query in load_queries().items() if query.theme != "figures"))
def test_a_query_that_starts_from_nothing_says_what_it_costs(name: str) -> None:
    """Without a thing that must be given, a query that reads reports' graphs reads all of them."""
    query = QUERIES[name]
    starts = any(parameter.required and parameter.kind in NAMED for parameter in query.parameters)
    assert starts or query.cost or not re.search(r"GRAPH [?$]", query.text)
    assert not query.cost or query.cost.endswith(".")
