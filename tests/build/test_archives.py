"""Archives of several documents: each has its own key, is built, changed, removed and forgotten as a file is."""

import io
import json
import zipfile
import zlib
from pathlib import Path

import pytest
from click.testing import CliRunner

from gigraph.build import build, forget
from gigraph.cli import main
from gigraph.documents import is_archive, members_of, read_document
from gigraph.errors import ReadError
from gigraph.store import open_graph
from gigraph.store.manifest import read_entries
from gigraph.store.verify import damages


def report(name: str, count: int = 12) -> str:
    return (
        f"{name}2016年政府信息公开工作年度报告\n\n根据《中华人民共和国政府信息公开条例》的要求，编制本报告。\n"
        f"2016年，{name}通过门户网站主动公开政府信息{count}条。\n"
    )


def pack(path: Path, entries: dict[str, str | bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)


def keys(store: Path) -> list[str]:
    with open_graph(store) as graph:
        assert list(damages(graph)) == []
        return sorted(key for entry in read_entries(graph).values() if (key := entry.source_key))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "in"
    path.mkdir()
    pack(path / "年报.zip", {"县/甲.txt": report("云山县财政局"), "县/乙.txt": report("云山县统计局"), "图.png": b"x"})
    (path / "丙.txt").write_text(report("云山县教育局"), "utf-8")
    return path


def test_members_are_documents(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "graph"
    summary = build([folder], store, workers=0)
    assert (summary.built, summary.exit_code) == (3, 0)
    assert keys(store) == ["丙.txt", "年报.zip!/县/乙.txt", "年报.zip!/县/甲.txt"]
    again = build([folder], store, workers=0)
    assert (again.built, again.unchanged, again.generation) == (0, 3, 1)


def test_what_changes_in_an_archive_changes_alone(folder: Path, tmp_path: Path) -> None:
    store = tmp_path / "graph"
    build([folder], store, workers=0)
    pack(folder / "年报.zip", {"县/甲.txt": report("云山县财政局", 13), "县/丁.txt": report("云山县民政局")})
    summary = build([folder], store, workers=0, prune=True)
    assert (summary.built, summary.changed, summary.unchanged, summary.removed) == (1, 1, 1, 1)
    assert keys(store) == ["丙.txt", "年报.zip!/县/丁.txt", "年报.zip!/县/甲.txt"]
    forgotten = forget(store, "年报.zip!/县/丁.txt")
    assert forgotten.source == "年报.zip!/县/丁.txt"
    assert keys(store) == ["丙.txt", "年报.zip!/县/甲.txt"]


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_names_that_are_not_marked(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.zip"
    raw = "年报/甲.txt".encode(encoding)
    pack(path, {"x" * len(raw): report("云山县财政局")})
    path.write_bytes(path.read_bytes().replace(b"x" * len(raw), raw))
    data = path.read_bytes()
    assert data.count(raw) == 2
    (member,) = [one.name for one in members_of(path)] or [""]
    assert member == "年报/甲.txt"
    assert read_document(path, member=member).text == report("云山县财政局")


def test_one_bad_member_costs_itself_alone(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.txt", report("云山县司法局"))
    entries = {
        "good.txt": report("云山县财政局"),
        "../../out.txt": report("云山县审计局"),
        "/root.txt": report("云山县水利局"),
        "inner.zip": inner.getvalue(),
        "empty.txt": "",
        "bomb.txt": b" " * 80_000_000,
        "broken.txt": report("云山县统计局"),
        "locked.txt": report("云山县农业局"),
    }
    pack(folder / "a.zip", entries)
    data = bytearray((folder / "a.zip").read_bytes())
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"broken.txt"))
    data[at + 16] ^= 0xFF  # the checksum that the directory states
    data[data.rindex(b"PK\x01\x02", 0, data.rindex(b"locked.txt")) + 8] |= 1
    (folder / "a.zip").write_bytes(bytes(data))
    summary = build([folder], tmp_path / "graph", workers=1)
    assert {problem.source: problem.code for problem in summary.problems} == {
        "a.zip!/../../out.txt": "E-ZIP-NAME", "a.zip!//root.txt": "E-ZIP-NAME", "a.zip!/inner.zip": "E-ARCHIVE",
        "a.zip!/empty.txt": "E-EMPTY", "a.zip!/bomb.txt": "E-ZIP-BOMB", "a.zip!/broken.txt": "E-CORRUPT",
        "a.zip!/locked.txt": "E-ENCRYPTED",
    }  # fmt: skip
    assert (summary.built, summary.exit_code) == (1, 5)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph", "in"]


def many(path: Path, count: int) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(count):
            archive.writestr(f"{number}.txt", "")


def lying(path: Path) -> None:
    """Documents that say to unpack to ten gigabytes."""
    pack(path, {f"{number}.txt": zlib.compress(b"") for number in range(5)})
    data = bytearray(path.read_bytes())
    at = -1
    while (at := data.find(b"PK\x01\x02", at + 1)) >= 0:
        data[at + 24 : at + 28] = (2_000_000_000).to_bytes(4, "little")
    path.write_bytes(bytes(data))


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: many(path, 20_001), "E-ZIP-ENTRIES"),
        (lying, "E-ZIP-BOMB"),
        (lambda path: pack(path, {"a.png": b"x"}), "E-ARCHIVE"),
        (lambda path: path.write_bytes(b"PK\x03\x04" + b"x" * 500), "E-CORRUPT"),
    ],
)
def test_archives_as_a_whole(tmp_path: Path, make: object, code: str) -> None:
    path = tmp_path / "a.zip"
    make(path)  # type: ignore[operator]
    assert is_archive(path)
    with pytest.raises(ReadError) as caught:
        list(members_of(path))
    assert caught.value.code == code
    assert caught.value.hint
    summary = build([path], tmp_path / "graph", workers=0)
    assert [(problem.source, problem.code) for problem in summary.problems] == [("a.zip", code)]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_entries_of_one_name_the_second_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", report("湖南省水利厅"))
        archive.writestr("a.txt", report("湖南省水利厅", 13))
    assert [member.fault and member.fault.code for member in members_of(path)] == [None, "E-ZIP-NAME"]
    summary = build([path], tmp_path / "graph", workers=0)
    assert [(problem.source, problem.code) for problem in summary.problems] == [("a.zip!/a.txt", "E-ZIP-NAME")]


def test_extract_and_text_know_members(folder: Path) -> None:
    run = CliRunner().invoke(main, ["extract", str(folder / "年报.zip")])
    assert run.exit_code == 0
    assert [json.loads(line)["file"] for line in run.stdout.splitlines()] == [
        "年报.zip!/县/乙.txt",
        "年报.zip!/县/甲.txt",
    ]
    run = CliRunner().invoke(main, ["text", f"{folder / '年报.zip'}!/县/甲.txt", "--format", "json"])
    assert json.loads(run.stdout)["file"] == "年报.zip!/县/甲.txt"
    run = CliRunner().invoke(main, ["text", f"{folder / '年报.zip'}!/无.txt"])
    assert (run.exit_code, "E-MISSING" in run.stderr) == (1, True)
