"""Finding a thing by a name as a person writes it."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigraph.errors import NoSpaceError, StoreError
from gigraph.search import Hit, Name, find, index_damages, normalise, suggest, update_index, write_index, writing

BASE = "https://w3id.org/gigraph/id/"


def names() -> list[Name]:
    found = []
    for province in ("湖南省", "山东省"):
        for body in ("财政厅", "财政厅办公室", "机关事务管理局"):
            label = province + body
            found.append(Name(f"{BASE}agency/{label}", "agency", label, label))
    hunan, law = f"{BASE}agency/湖南省财政厅", "中华人民共和国政府信息公开条例"
    found.append(Name(hunan, "agency", "湖南省财政厅", "省财政厅", alias=True))
    found.append(Name(f"{BASE}regulation/{law}", "regulation", law, law))
    found.append(Name(f"{BASE}regulation/{law}/2007", "regulation", law + "（2007）", law + "（2007）"))
    found.append(Name(f"{BASE}regulation/{law}/2007", "regulation", law + "（2007）", "国务院令第492号"))
    points = f"{BASE}regulation/国办发〔2014〕12号"
    found.append(Name(points, "regulation", "2014年政府信息公开工作要点", "2014年政府信息公开工作要点"))
    found.append(Name(points, "regulation", "2014年政府信息公开工作要点", "国办发〔2014〕12号"))
    found.append(Name(f"{BASE}platform/1", "platform", "湖南省财政厅门户网站", "湖南省财政厅门户网站"))
    found.append(Name(f"{BASE}platform/2", "platform", "公示栏", "公示栏"))
    found.append(Name(f"{BASE}platform/3", "platform", "公示栏", "公示栏"))
    found.append(Name(f"{BASE}region/430000", "region", "湖南省", "湖南省"))
    return found


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("index") / "names.sqlite"
    assert write_index(path, names()) == len(names()) + 2  # the two titles without 中华人民共和国
    return path


def labels(hits: list[Hit]) -> list[str]:
    return [hit.label for hit in hits]


@pytest.mark.parametrize(
    ("text", "how", "found"),
    [
        ("湖南省财政厅", "exact", ["湖南省财政厅"]),
        ("湖南省 财政厅 ", "exact", ["湖南省财政厅"]),
        ("《中华人民共和国政府信息公开条例》", "exact", ["中华人民共和国政府信息公开条例"]),
        ("政府信息公开条例", "alias", ["中华人民共和国政府信息公开条例"]),
        ("政府資訊公開條例", None, []),
        ("政府信息公開條例", "alias", ["中华人民共和国政府信息公开条例"]),
        ("国务院令第492号", "exact", ["中华人民共和国政府信息公开条例（2007）"]),
        ("国务院令492号", "exact", ["中华人民共和国政府信息公开条例（2007）"]),
        ("国办发[2014]12号", "exact", ["2014年政府信息公开工作要点"]),
        ("国办发（２０１４）１２号", "exact", ["2014年政府信息公开工作要点"]),
        (f"{BASE}regulation/国办发〔2014〕12号", "exact", ["2014年政府信息公开工作要点"]),
        ("公示栏", "exact", ["公示栏", "公示栏"]),  # of two operators: both are shown
        ("省财政厅", "suffix", ["湖南省财政厅", "山东省财政厅"]),  # the alias of one does not make it the only one
        ("省机关事务管理局", "suffix", ["山东省机关事务管理局", "湖南省机关事务管理局"]),
        ("厅办公室", "suffix", ["山东省财政厅办公室", "湖南省财政厅办公室"]),
        ("财政厅办", "substring", ["山东省财政厅办公室", "湖南省财政厅办公室"]),
        ("要点", "substring", ["2014年政府信息公开工作要点"]),
        (
            "湖南",
            "substring",
            ["湖南省", "湖南省财政厅", "湖南省机关事务管理局", "湖南省财政厅办公室", "湖南省财政厅门户网站"],
        ),
        ("要", None, []),
        ("", None, []),
        ("《》", None, []),
        ("%", None, []),
        ("财%厅", "substring", []),
        ("http://example.org/unknown", None, []),
    ],
)
def test_the_best_class_of_hits(index: Path, text: str, how: str | None, found: list[str]) -> None:
    hits = find(index, text)
    if text == "财%厅":  # a wildcard of SQL is punctuation here
        assert sorted({hit.how for hit in hits}) == []
        return
    assert sorted(labels(hits)) == sorted(found)
    assert {hit.how for hit in hits} == ({how} if how else set())
    lengths = [len(label) for label in labels(hits)]
    assert how != "substring" or lengths == sorted(lengths)


def test_kinds_and_limit(index: Path) -> None:
    assert {hit.kind for hit in find(index, "湖南省", kinds=("platform",))} == {"platform"}
    assert find(index, "湖南省财政厅", kinds=("region",)) == []
    assert find(index, f"{BASE}region/430000", kinds=("agency",)) == []
    assert len(find(index, "财政", limit=2, kinds=("agency",))) == 2


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("湖南省才政厅", "湖南省财政厅"),
        ("湖南财政厅", "湖南省财政厅"),
        ("政府信息公开条列", "中华人民共和国政府信息公开条例"),
        ("国办发2014年12号", "2014年政府信息公开工作要点"),
        ("公示拦", "公示栏"),
    ],
)
def test_what_was_meant(index: Path, text: str, first: str) -> None:
    hits = suggest(index, text)
    assert labels(hits)[0] == first
    assert {hit.how for hit in hits} == {"suggestion"}


@pytest.mark.parametrize("text", ["", "xyz", "量子计算机"])
def test_nothing_alike_suggests_nothing(index: Path, text: str) -> None:
    assert suggest(index, text) == []


def test_two_indexes_of_the_same_names_are_the_same(tmp_path: Path, index: Path) -> None:
    again = tmp_path / "names.sqlite"
    write_index(again, reversed(names()))
    assert again.read_bytes() == index.read_bytes()


@pytest.mark.parametrize("content", [None, b"", b"no database"])
def test_a_missing_or_damaged_index_is_an_error_of_the_store(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "na mes%.sqlite"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(StoreError, match=r"name index.*build again"):
        find(path, "湖南省")


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    schema = "PRAGMA page_size = 512; PRAGMA max_page_count = 40;" + writing._SCHEMA
    monkeypatch.setattr(writing, "_SCHEMA", schema)
    with pytest.raises(NoSpaceError, match="disk is full"):
        write_index(
            tmp_path / "names.sqlite", (Name(f"{BASE}{n}", "agency", f"第{n}局", f"第{n}局") for n in range(999))
        )


@given(st.text(max_size=12))
def test_any_text_may_be_asked(index: Path, text: str) -> None:
    for hit in find(index, text):
        assert hit.how in ("exact", "alias", "suffix", "substring")
    suggest(index, text)


@given(st.text(max_size=30))
def test_normal_forms_stay(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


def test_a_large_index_answers_at_once(tmp_path: Path) -> None:
    """A linear scan of this many names would need some hundred times as long as the bound, which is wide on purpose."""
    path = tmp_path / "names.sqlite"
    places = [a + b for a in "东南西北中上下新旧大小长平安宁" for b in "山河江湖海城关口门桥溪沟坪坝岭"]
    many = [
        Name(f"{BASE}agency/{n}/{place}", "agency", f"{place}县{body}", f"{place}县{body}")
        for place in places
        for n, body in enumerate(("财政局", "教育局", "人民政府", "人民政府办公室", "卫生健康局") * 9)
    ]
    write_index(path, many)
    begin = time.thread_time()
    for text in ("政府", "县财政局", "长河县教育局", "长河教育", "新山县卫健局"):
        find(path, text) or suggest(path, text)
    assert time.thread_time() - begin < 1


SHORT = st.text(alphabet="省市县财政厅局办公室〔〕12", min_size=1, max_size=7)
NAMED = st.dictionaries(
    st.integers(0, 12), st.lists(st.tuples(SHORT, st.booleans()), min_size=1, max_size=3), max_size=12
)


def as_names(given: dict[int, list[tuple[str, bool]]]) -> list[Name]:
    kinds = ("agency", "regulation", "region")
    return [
        Name(f"{BASE}{own}", kinds[own % 3], forms[0][0], text, alias)
        for own, forms in given.items()
        for text, alias in forms
    ]


@settings(deadline=None, max_examples=60)
@given(NAMED, st.lists(NAMED, max_size=3), st.lists(SHORT, max_size=4))
def test_an_index_brought_up_to_date_is_as_one_written_anew(
    tmp_path_factory: pytest.TempPathFactory,
    first: dict[int, list[tuple[str, bool]]],
    changes: list[dict[int, list[tuple[str, bool]]]],
    texts: list[str],
) -> None:
    folder = tmp_path_factory.mktemp("updates")
    present, path = first, folder / "0.sqlite"
    write_index(path, as_names(present))
    for number, change in enumerate(changes, 1):
        gone = {own for own in present if (own + number) % 3 == 0}
        present = {own: names for own, names in present.items() if own not in gone} | change
        things = {f"{BASE}{own}" for own in gone | set(change)}
        former, path = path, folder / f"{number}.sqlite"
        with patch.object(writing, "_SHARE", 1000):
            assert update_index(former, path, things, as_names({own: present[own] for own in change}))
    anew = folder / "anew.sqlite"
    write_index(anew, as_names(present))
    assert list(index_damages(path, as_names(present))) == []
    assert counted(path) == counted(anew)
    for text in (*texts, *(name.text[:2] for name in as_names(present))):
        assert find(path, text) == find(anew, text)
        assert suggest(path, text) == suggest(anew, text)


def counted(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as base:
        return dict(base.execute("SELECT term, names FROM pair"))


def test_an_index_with_much_that_is_new_is_better_written_anew(index: Path, tmp_path: Path) -> None:
    everything = {name.iri for name in names()}
    assert not update_index(index, tmp_path / "other.sqlite", everything, names())
    assert not (tmp_path / "other.sqlite").exists()
