"""The vault: names that every system takes, links that lead somewhere, properties that parse."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.exporters import export
from gigraph.exporters.filenames import FileNames, safe_name
from gigraph.store.reader import Graph, memory_graph
from gigraph.vocab import term

LINK = re.compile(r"\[\[([^|\]]+)\|([^|\]]+)\]\]")


@pytest.fixture(scope="module")
def vault(small_graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("vault")
    export(small_graph, folder, "obsidian")
    return folder


def properties(note: Path) -> dict[str, Any]:
    _, front, _ = note.read_text("utf-8").split("---\n", 2)
    return {name: json.loads(value) for name, value in (line.split(": ", 1) for line in front.splitlines())}


def test_every_thing_has_a_note(vault: Path) -> None:
    counts = {path.name: len(list(path.iterdir())) for path in vault.iterdir() if path.is_dir()}
    assert counts == {"agencies": 8, "regulations": 8, "platforms": 4, "reports": 5}
    assert "- 机关: 8" in (vault / "index.md").read_text("utf-8")


def test_every_link_leads_to_a_note(vault: Path) -> None:
    links = [link for note in vault.rglob("*.md") for link in LINK.findall(note.read_text("utf-8"))]
    assert len(links) > 30
    assert all((vault / f"{path}.md").is_file() for path, _ in links)


def test_properties_are_yaml_that_is_json_too(vault: Path) -> None:
    notes = {properties(note)["iri"]: note for note in vault.glob("*/*.md")}
    assert len(notes) == 25
    office = properties(vault / "agencies" / "国务院办公厅.md")
    assert office["aliases"] == ["国办"]
    assert office["tags"][0] == "agencies"


def test_a_report_tells_what_it_cites(vault: Path) -> None:
    note = next(note for note in (vault / "reports").iterdir() if properties(note).get("year") == 2015)
    text = note.read_text("utf-8")
    assert "发布机关: [[agencies/云山省机关事务管理局|云山省机关事务管理局]]" in text
    assert re.search(r"## 引用\n\n- \[\[regulations/[^\n]*“", text)
    agency = (vault / "agencies" / "云山省机关事务管理局.md").read_text("utf-8")
    assert "## 平台\n\n- [[platforms/" in agency


def test_the_same_graph_gives_the_same_vault(small_graph: Graph, vault: Path, tmp_path: Path) -> None:
    backwards = memory_graph(b"".join(reversed(small_graph.dump_nquads().splitlines(keepends=True))))
    export(backwards, tmp_path, "obsidian")
    for note in vault.rglob("*.md"):
        assert (tmp_path / note.relative_to(vault)).read_bytes() == note.read_bytes()


def test_names_that_are_alike_are_numbered(tmp_path: Path) -> None:
    graph, entities = "", "<https://w3id.org/gigraph/id/graph/entities> ."
    for number, label in enumerate(("A/B局", "a_b局", "CON", "x" * 300, "x" * 300)):
        subject = f"<https://w3id.org/gigraph/id/agency/{number}>"
        graph += f"{subject} <{term('rdf:type')}> <{term('gi:Agency')}> {entities}\n"
        graph += f'{subject} <{term("skos:prefLabel")}> "{label}"@zh {entities}\n'
    export(memory_graph(graph.encode()), tmp_path, "obsidian")
    assert {path.stem for path in (tmp_path / "agencies").iterdir()} == {
        "A_B局", "a_b局 (2)", "CON_", "x" * 180, "x" * 180 + " (2)"
    }  # fmt: skip


@given(
    st.lists(st.text(max_size=80) | st.sampled_from(["con", "NUL.txt", "..", "甲" * 90, "a\u0301", "á"]), max_size=8)
)
def test_any_titles_become_names_of_their_own(titles: list[str]) -> None:
    names = FileNames()
    found = [names.name(title) for title in titles]
    assert len({unicodedata.normalize("NFKC", name).casefold() for name in found}) == len(titles)
    for name in found:
        assert 0 < len(name.encode()) <= 200
        assert name == name.strip(" .")
        assert not re.search(r'[\x00-\x1f<>:"/\\|?*#^\[\]]', name)


@pytest.mark.parametrize("name", ["con", "PRN", "com1", "LPT9.txt", "aux.", "nul "])
def test_names_of_devices_are_no_names(name: str) -> None:
    assert safe_name(name).endswith("_")
