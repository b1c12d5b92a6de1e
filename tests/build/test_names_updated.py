"""The name index of a build on top of another is that of a build from nothing."""

from pathlib import Path

import pytest

from gigraph.build import build, publishing
from gigraph.link import index_names
from gigraph.search import index_damages
from gigraph.store import open_graph

SEEDS = Path(__file__).parents[2] / "seeds" / "reports"


def test_names_follow_what_came_changed_and_went(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    updated: list[bool] = []
    real = publishing.update_index
    monkeypatch.setattr(publishing, "update_index", lambda *given: updated.append(real(*given)) or updated[-1])
    files, store = tmp_path / "files", tmp_path / "graph"
    files.mkdir()
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    for number, text in enumerate(texts[1:]):
        (files / f"{number}.txt").write_text(text, "utf-8")
    build([files], store, workers=0)
    steps = [
        lambda: (files / "new.txt").write_text(texts[0], "utf-8"),
        lambda: (files / "copy.txt").write_text(
            "首页 > 公开\n" + texts[0], "utf-8"
        ),  # a copy's title is its original's name
        lambda: (files / "0.txt").write_text(texts[1].replace("2014", "2015"), "utf-8"),
        (files / "new.txt").unlink,  # the copy counts now
    ]
    for step in steps:
        step()
        build([files], store, workers=0, prune=True)
        with open_graph(store) as graph:
            assert graph.generation is not None
            assert list(index_damages(graph.generation.names, index_names(graph))) == []
    assert any(updated)
