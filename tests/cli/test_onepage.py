"""report through the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gigraph.cli import main


def run(store: Path, *words: str) -> Result:
    return CliRunner(env={"GIGRAPH_STORE": str(store)}).invoke(main, ["report", *words])


def test_a_page_to_a_file_and_to_the_screen(small_store: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run(small_store, "临江市人民政府", "-o", str(page))
    assert result.exit_code == 0, result.output
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert f"wrote {page}" in result.stderr
    assert run(small_store, "临江市人民政府", "--language", "en").stdout.startswith("# 临江市人民政府\n\nAgency")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [(["没有这个机关"], 3, "is called"), (["临江市人民政府", "-o", "page.pdf"], 2, "ends in .html")],
)
def test_what_is_wrong(small_store: Path, words: list[str], code: int, said: str) -> None:
    result = run(small_store, *words)
    assert result.exit_code == code
    assert said in result.stderr
