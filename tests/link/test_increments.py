"""A link pass over what changed leaves what a pass over everything makes: statements, facts and units."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gigraph.errors import NoSpaceError
from gigraph.link import Contribution, contribution, link, relink
from gigraph.link.facts import Facts
from gigraph.link.ledger import Ledger, open_ledger
from gigraph.registry import load_registry

REGISTRY = load_registry()
GOVERNMENTS = ("湖南省人民政府", "湘潭市人民政府", "湘潭市财政局", "湖南省财政厅", "财政部")
CODES = {"湖南省人民政府": "430000", "湘潭市人民政府": "430300", "湘潭市财政局": "430300", "湖南省财政厅": "430000",
         "财政部": "100000"}  # fmt: skip
BASE = "https://w3id.org/gigraph/id/"
TITLES = (
    "关于加快推进政务服务体系建设的实施意见",
    "政府采购信息公开管理办法",
    "湖南省实施〈中华人民共和国政府信息公开条例〉办法",
)


def agency(name: str) -> str:
    return f"{BASE}agency/{CODES[name]}/{name}"


def citations(author: str, issuer: str, title: str, number: str | None, law: bool) -> list[list[object]]:
    """A document by title alone or by number, and perhaps the law."""
    own = f"{BASE}regulation/{number}" if number else f"{BASE}regulation/{issuer}/{title}"
    found: list[list[object]] = [
        [own, title, [f"《{title}》"], number, issuer, agency(issuer), agency(author), "cites", None, ["revises"]]
    ]
    if law:
        works = f"{BASE}regulation/中华人民共和国政府信息公开条例"
        version = f"{works}/2007-04-05"
        found.append([works, "政府信息公开条例", [], None, "国务院", None, agency(author), "discloses", version, []])
    return sorted(found, key=repr)


@st.composite
def contributions(draw: st.DrawFn) -> Contribution:
    author, issuer = draw(st.sampled_from(GOVERNMENTS)), draw(st.sampled_from(GOVERNMENTS[:2]))
    year = str(draw(st.integers(2013, 2019)))
    number = draw(st.sampled_from([None, None, f"湘政发〔2014〕{draw(st.integers(1, 2))}号", "湘政办发〔2015〕31号"]))
    parent = draw(st.sampled_from([None, "湘潭市人民政府", "湖南省人民政府"]))
    platform = f"{BASE}platform/{CODES[author]}/{author}/{draw(st.sampled_from(['网站', '微信公众号']))}"
    words = draw(st.sampled_from(["a1 b1 c1", "a1 b1 d1", "x"]))
    table = draw(st.sampled_from([None, "t1", "t2"]))
    own = f"{BASE}report/0"  # `told_apart` gives each its own
    return Contribution(
        citations(author, issuer, draw(st.sampled_from(TITLES)), number, draw(st.booleans())),
        [[agency(author), author, [author[2:]], "department", CODES[author], parent, None]],
        [[platform, "网站", [], "website", agency(author)]],
        [["agencies", agency(draw(st.sampled_from(GOVERNMENTS)))]],
        [agency(author), author, year],
        [[agency(author), "潭政发"]] if draw(st.booleans()) else [],
        [],
        [own, f"{own[-3:]}.txt", 100, f"{author}{year}年报告", "t:annual", "2019-01-20", words[:2], "f1", words, table],
    )


def told_apart(given: Sequence[Contribution], numbers: Iterator[int]) -> list[Contribution]:
    """Reports with keys of their own: a store holds one report under a key."""
    return [
        replace(one, report=[f"{BASE}report/{number}", f"{number}.txt", *one.report[2:]])
        for one, number in zip(given, numbers, strict=False)
    ]


class Kept:
    """The entities graph as a store would hold it: what relink adds and removes, and nothing else."""

    def __init__(self, path: Path) -> None:
        self.path, self.lines = path, set[bytes]()

    def change(self, new: Sequence[Contribution], gone: Sequence[Contribution]) -> None:
        with open_ledger(self.path) as ledger:
            facts = Facts(ledger)
            added, removed = relink(new, gone, REGISTRY, facts, ledger)
            assert not self.lines.intersection(added), "what is there already is no news"
            assert self.lines.issuperset(removed), "only what is there can go"
            self.lines = (self.lines - set(removed)) | set(added)
            ledger.save(facts, {"entities": "some state"})

    def rows(self) -> dict[str, list[tuple[object, ...]]]:
        base = sqlite3.connect(self.path)
        try:
            return {table: sorted(base.execute(f"SELECT * FROM {table}")) for table in ("fact", "unit", "read")}
        finally:
            base.close()


@given(
    st.lists(contributions(), max_size=8),
    st.lists(st.tuples(st.lists(contributions(), max_size=2), st.lists(st.integers(0, 20), max_size=3)), max_size=5),
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
def test_changes_leave_what_a_whole_pass_makes(
    tmp_path_factory, first: list[Contribution], steps: list[tuple[list[Contribution], list[int]]]
) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("ledger")
    numbers = count()
    present = told_apart(first, numbers)
    kept = Kept(folder / "kept.sqlite")
    kept.change(present, ())
    for drawn, leaving in steps:
        new = told_apart(drawn, numbers)
        gone = [present.pop(at % len(present)) for at in leaving if present]
        kept.change(new, gone)
        present += new
        assert sorted(kept.lines) == link(present, REGISTRY)
    whole = Kept(folder / "whole.sqlite")
    whole.change(present, ())
    assert kept.rows() == whole.rows()


@lru_cache(maxsize=1)
def _real() -> tuple[Contribution, ...]:
    """The shipped reports' contributions."""
    from gigraph.mapping import map_report
    from gigraph.pipeline import read_facts

    seeds = Path(__file__).parents[2] / "seeds" / "reports"
    return tuple(contribution(map_report(read_facts(path)).data.splitlines()) for path in sorted(seeds.glob("*.txt")))


def local(title: str) -> Contribution:
    rows = citations("湘潭市财政局", "湖南省人民政府", title, None, law=False)
    return Contribution(rows, [], [], [], [agency("湘潭市财政局"), "湘潭市财政局", "2015"])


def numbered(title: str, number: str) -> Contribution:
    rows = citations("湖南省财政厅", "湖南省人民政府", title, number, law=False)
    return Contribution(rows, [], [], [], [agency("湖南省财政厅"), "湖南省财政厅", "2015"])


def town(name: str, code: str | None, near: str) -> Contribution:
    """A report of a town: placed, or with an agency of its own that names a body of a county."""
    own = f"{BASE}agency/{code or 'report-0a1b'}/{name}"
    body = [f"{BASE}agency/{near}/某局", "某局", [], None, near, own, None]
    platform = [f"{BASE}platform/网站", "网站", [], "website", own]
    cited = [
        [f"{BASE}regulation/国办发〔2014〕12号", "要点", [], "国办发〔2014〕12号", name, own, own, "cites", None, []]
    ]
    return Contribution(cited, [body], [platform], [], [own, name, "2015"])


def test_what_is_joined_by_one_report_is_parted_by_another(tmp_path: Path) -> None:
    kept, title = Kept(tmp_path / "ledger.sqlite"), TITLES[0]
    first, second = numbered(title, "湘政发〔2014〕1号"), numbered(title, "湘政发〔2014〕2号")

    def joined() -> int:
        return sum(b"sameDocument" in line for line in kept.lines)

    kept.change([local(title)], ())
    assert joined() == 0
    kept.change([first], ())
    assert joined() == 1
    kept.change([second], ())  # two documents bear the title now
    assert joined() == 0
    kept.change((), [first])
    assert joined() == 1
    assert sorted(kept.lines) == link([local(title), second], REGISTRY)


def test_a_town_finds_its_place_when_its_like_is_known(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "ledger.sqlite")
    open_, placed = town("城关镇人民政府", None, "430321"), town("城关镇人民政府", "430321", "430321")
    kept.change([open_], ())
    assert not any(b"sameAgency" in line for line in kept.lines)
    kept.change([placed], ())
    assert any(b"sameAgency" in line for line in kept.lines)
    assert sorted(kept.lines) == link([placed, open_], REGISTRY)
    kept.change((), [placed])
    assert sorted(kept.lines) == link([open_], REGISTRY)


def test_the_shipped_reports_one_by_one_in_any_order(tmp_path: Path) -> None:
    reports = _real()
    forth, back = Kept(tmp_path / "a.sqlite"), Kept(tmp_path / "b.sqlite")
    for report in reports:
        forth.change([report], ())
    for report in reversed(reports):
        back.change([report], ())
    assert sorted(forth.lines) == sorted(back.lines) == link(reports, REGISTRY)
    for report in reports:
        forth.change((), [report])
    assert not forth.lines
    assert not any(forth.rows().values())


def test_a_damaged_ledger_is_made_anew(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    path.write_bytes(b"no database" * 100)
    with open_ledger(path) as ledger:
        assert ledger.state("entities") is None
        assert isinstance(ledger, Ledger)


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(NoSpaceError, match="the disk is full"), open_ledger(tmp_path / "ledger.sqlite") as ledger:
        raise_full(ledger)


def raise_full(ledger: Ledger) -> None:
    """As SQLite says it, with a file that may not grow."""
    ledger._base.execute("PRAGMA max_page_count = 20")
    for number in range(1_000):
        ledger.note(str(number), "d", b"x" * 1_000)
