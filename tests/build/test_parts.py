"""Reports counted part by part leave what one count of all leaves, also where the count was killed between parts."""

from collections.abc import Callable
from pathlib import Path

import pytest

from gigraph.build import Progress, build, derived
from gigraph.link.ledger import Ledger
from gigraph.store import open_graph, writer
from gigraph.store.verify import deep_damages

Dump = Callable[[Path], bytes]


@pytest.fixture
def whole(folder: Path, tmp_path: Path, dump: Dump) -> bytes:
    """What a count of all at once leaves."""
    for number in range(4):
        text = (folder / "a.txt").read_text("utf-8")
        (folder / f"d{number}.txt").write_text(text.replace("统计局", f"第{number}管理局"), "utf-8")
    build([folder], tmp_path / "whole", workers=0)
    return dump(tmp_path / "whole")


@pytest.fixture(params=[0, 20_000], ids=["bulk", "transactions"])
def parts(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two reports a part; its statements written in one way or the other."""
    monkeypatch.setattr(derived, "PART", 2)
    monkeypatch.setattr(writer, "MUCH", request.param)


@pytest.mark.usefixtures("parts")
def test_parts_leave_what_one_count_leaves(folder: Path, tmp_path: Path, whole: bytes, dump: Dump) -> None:
    steps: list[Progress] = []
    store = tmp_path / "parts"
    build([folder], store, workers=0, progress=steps.append)
    assert dump(store) == whole
    assert [step.done for step in steps if step.stage == "link"] == [0, 2, 4, 6, 7]
    (folder / "d0.txt").unlink()
    for name in ("a.txt", "b.txt", "d1.txt"):
        path = folder / name
        path.write_text(path.read_text("utf-8") + "本机关制定了《政府信息公开保密审查办法》。\n", "utf-8")
    build([folder], store, workers=0, prune=True)
    build([folder], tmp_path / "fresh", workers=0)
    assert dump(store) == dump(tmp_path / "fresh")
    with open_graph(store) as graph:
        assert list(deep_damages(graph)) == []


@pytest.mark.parametrize("last", [1, 2, 3])
@pytest.mark.usefixtures("parts")
def test_a_count_that_was_killed_goes_on(
    folder: Path, tmp_path: Path, whole: bytes, dump: Dump, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    """Killed when the store has a part that the ledger has not: it begins anew; behind both: it goes on."""
    saved, store = [0], tmp_path / "parts"
    save = Ledger.save

    def dies(self: Ledger, *given: object) -> None:
        saved[0] += 1
        if saved[0] == last:
            raise KeyboardInterrupt
        save(self, *given)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Ledger, "save", dies)
        with pytest.raises(KeyboardInterrupt):
            build([folder], store, workers=0)
    steps: list[Progress] = []
    build([folder], store, workers=0, progress=steps.append)
    assert dump(store) == whole
    assert [step.total for step in steps if step.stage == "link"][1] == 7  # anew: this part was not the ledger's


@pytest.mark.usefixtures("parts")
def test_a_count_that_ended_behind_a_part_goes_on_there(folder: Path, tmp_path: Path, whole: bytes, dump: Dump) -> None:
    store = tmp_path / "parts"

    def stop(step: Progress) -> None:
        if step == Progress("link", 4, 7):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([folder], store, workers=0, progress=stop)
    steps: list[Progress] = []
    build([folder], store, workers=0, progress=steps.append)
    assert [(step.done, step.total) for step in steps if step.stage == "link"][1:] == [(2, 3), (3, 3)]
    assert dump(store) == whole
