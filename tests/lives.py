"""The lives of a small store: what happens to its documents, and what has to be done until the store has followed."""

from collections.abc import Iterator
from pathlib import Path


def document(number: int, version: int = 0) -> str:
    """A report; every third shares its regulation with others."""
    office = ("统计局", "财政局", "水利厅", "第二中学")[number % 4]
    text = f"华宁县{office}{2008 + number}年政府信息公开工作年度报告\n\n根据《中华人民共和国政府信息公开条例》编制。"
    text += f"我局制定了《政府信息公开第{number // 3}号工作制度》，通过门户网站主动公开政府信息{number + version}条。\n"
    return text + f"按照《华宁县第{version}号审查办法》，依法公开。\n" * bool(version)


def acts(folder: Path, version: Iterator[int]) -> Iterator[dict[str, object]]:
    """The life of a store: what happens to the folder, and then what a child has to do until it has done it."""
    for number in range(10):
        (folder / f"{number:02}.txt").write_text(document(number), "utf-8")
    (folder / "copy.txt").write_text("首页\n" + document(3), "utf-8")
    yield {}
    for number in (1, 4, 7):
        (folder / f"{number:02}.txt").write_text(document(number, next(version)), "utf-8")
    for number in (10, 11, 12, 13):
        (folder / f"{number:02}.txt").write_text(document(number), "utf-8")
    for name in ("02.txt", "03.txt"):
        (folder / name).unlink()
    yield {}
    yield {"act": "compact"}
    (folder / "05.txt").unlink()
    yield {"act": "forget", "source": "05.txt"}
    (folder / "06.txt").write_text(document(6, next(version)), "utf-8")
    (folder / "05.txt").write_text(document(5, next(version)), "utf-8")
    yield {}
    (folder / "08.txt").write_text(document(8, next(version)), "utf-8")
    yield {"version": "2"}
    (folder / "09.txt").write_text(document(9, next(version)), "utf-8")
    (folder / "copy.txt").unlink()
    yield {"version": "2"}
