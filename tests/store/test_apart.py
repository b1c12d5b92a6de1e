"""Queries in a process of their own: the same answers, and an end to those that would have none."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gigraph.errors import QueryError, QueryLimitError, StoreMissingError
from gigraph.store import open_graph
from gigraph.store.apart import Apart, Limits

NAMES = "SELECT ?n { GRAPH ?g { ?r a gi:Region ; skos:notation ?n } } ORDER BY ?n"
# Some 10^12 rows over even a small graph; it never ends and asks for little memory.
ENDLESS = "SELECT (COUNT(*) AS ?n) { GRAPH ?a {?b ?c ?d} GRAPH ?e {?f ?g ?h} GRAPH ?i {?j ?k ?l} GRAPH ?m {?o ?p ?q} }"
# Every one of some 10^8 rows is kept before the first is given.
HUNGRY = "SELECT DISTINCT * { GRAPH ?a {?b ?c ?d} GRAPH ?e {?f ?g ?h} GRAPH ?i {?j ?k ?l} GRAPH ?m {?o ?p ?q} }"


def test_the_same_answer_as_in_this_process(small_store: Path) -> None:
    from gigraph.vocab import PREFIXES

    with open_graph(small_store) as graph:
        expected = graph.query(NAMES, prefixes=PREFIXES)
        expected_terms = graph.query(NAMES, prefixes=PREFIXES, terms=True)
    apart = Apart(small_store)
    assert apart.query(NAMES, prefixes=PREFIXES) == expected
    assert apart.query(NAMES, prefixes=PREFIXES, terms=True) == expected_terms
    assert apart.query("ASK { GRAPH ?g { ?s ?p ?o } }") is True


def test_rows_are_cut_and_it_is_known(small_store: Path) -> None:
    apart = Apart(small_store, Limits(rows=3))
    answer = apart.query("SELECT ?s { GRAPH ?g { ?s ?p ?o } }")
    assert not isinstance(answer, bool | tuple)
    assert (len(answer.rows), apart.was_cut) == (3, True)
    triples = apart.query("CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert isinstance(triples, tuple)
    assert (len(triples), apart.was_cut) == (3, True)
    apart.query("SELECT ?s { GRAPH ?g { ?s ?p ?o } } LIMIT 3")
    assert not apart.was_cut


@pytest.mark.parametrize(
    ("query", "limits", "said"),
    [
        (ENDLESS, Limits(seconds=1), "stopped after 1 s"),
        (HUNGRY, Limits(seconds=None, megabytes=400), "ended without an answer"),
    ],
)
def test_what_would_not_end_is_ended(small_store: Path, query: str, limits: Limits, said: str) -> None:
    with pytest.raises(QueryLimitError, match=said):
        Apart(small_store, limits).query(query)


def test_no_memory_for_a_backtrace_ends_it_too(small_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RUST_BACKTRACE", "full")
    with pytest.raises(QueryLimitError, match="ended without an answer"):
        Apart(small_store, Limits(seconds=None, megabytes=420)).query(HUNGRY)


def test_errors_come_back(small_store: Path, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="does not parse"):
        Apart(small_store).query("SELECT {")
    with pytest.raises(QueryError, match="SERVICE"):
        Apart(small_store).query("SELECT * { SERVICE <http://localhost/> { ?s ?p ?o } }")
    with pytest.raises(StoreMissingError):
        Apart(tmp_path / "none").query("ASK {}")


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_nothing_is_left_behind(small_store: Path, how: signal.Signals) -> None:
    command = [sys.executable, "-m", "gigraph", "sparql", ENDLESS, "--store", str(small_store)]
    asking = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    children = Path(f"/proc/{asking.pid}/task/{asking.pid}/children")
    while not (found := children.read_text().split()):
        time.sleep(0.01)
    while b"gigraph.store.apart" not in Path(f"/proc/{found[0]}/cmdline").read_bytes():
        time.sleep(0.01)
    os.kill(asking.pid, how)
    asking.communicate()
    assert asking.returncode == (130 if how is signal.SIGINT else -9)
    while Path(f"/proc/{found[0]}").exists() and "Z" not in Path(f"/proc/{found[0]}/stat").read_text().split(")")[1]:
        time.sleep(0.01)
