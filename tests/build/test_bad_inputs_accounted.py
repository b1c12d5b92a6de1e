"""Every row of the contract of bad inputs is answered: in its table, by a test of another module, or here."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from gigraph.build import build
from gigraph.build.sources import parse_links

TESTS = Path(__file__).parents[1]
ROWS = range(1, 72)
# Rows that are no file to be read: what they ask for, and the tests that show it.
ELSEWHERE: dict[int, tuple[str, ...]] = {
    31: ("documents/test_reading.py::test_a_file_that_the_system_does_not_give",),
    32: ("documents/test_reading.py::test_a_file_that_changes_while_it_is_read",),
    34: ("documents/test_reading.py::test_names_of_files",),
    37: ("build/test_copies.py::test_copies_are_told_and_do_not_count",),
    38: ("build/test_copies.py::test_copies_are_told_and_do_not_count",),
    39: ("build/test_copies.py::test_copies_are_told_and_do_not_count",),
    40: ("build/test_copies.py::test_copies_are_told_and_do_not_count",),
    41: ("documents/test_several.py::test_a_build_names_the_titles",),
    50: ("documents/test_pdf.py::test_a_pdf_whose_password_is_empty_is_read",),
    64: ("exporters/test_networks.py::test_hostile_texts_stay_readable",),
    66: ("build/test_bad_inputs_accounted.py::test_a_cell_longer_than_a_table_has",),
    67: (
        "build/test_sources.py::test_what_is_no_url",
        "build/test_sources.py::test_rows_that_are_of_no_use_are_told_with_their_line",
    ),
    68: ("exporters/test_html.py::test_json_is_safe_in_a_script_and_means_the_same",
         "exporters/test_page.py::test_names_are_only_text"),
    69: ("build/test_disk.py::test_a_full_disk_is_told_and_the_build_goes_on_afterwards",),
    70: ("build/test_bad_inputs_accounted.py::test_zone_language_and_hash_seed_change_nothing",),
    # No code E-CONFIG: what is wrong with settings or a template is no document's fault; it ends the command (exit 2).
    71: (
        "cli/test_main.py::test_a_wrong_settings_file",
        "queries/test_template.py::test_what_is_refused",
        "queries/test_template.py::test_syntax_is_checked_on_loading",
    ),
}  # fmt: skip
# Rows that are answered otherwise than the contract asks, and why.
OTHERWISE = {
    65: "a table holds what the report says, = and + too; an apostrophe before it would be another text",
}


def test_every_row_is_answered() -> None:
    table = (TESTS / "build" / "test_bad_inputs.py").read_text("utf-8")
    in_table = {int(row) for row in re.findall(r"(?m)^    Case\((\d{1,2}),", table)}
    assert len(in_table) > 50
    answered = in_table | ELSEWHERE.keys() | OTHERWISE.keys()
    assert answered == set(ROWS)


@pytest.mark.parametrize("row", ELSEWHERE)
def test_the_tests_that_are_named_are_there(row: int) -> None:
    for place in ELSEWHERE[row]:
        file, _, name = place.partition("::")
        assert re.search(rf"(?m)^def {name}\(", (TESTS / file).read_text("utf-8"))


def test_a_cell_longer_than_a_table_has() -> None:
    links = parse_links(
        f"path\turl\n{'a' * 200_000}\thttps://www.example.gov.cn/a\nb.txt\thttps://www.example.gov.cn/b\n"
    )
    assert links.paths == {"b.txt": ("https://www.example.gov.cn/b", 3)}
    assert [(line, code) for line, code, _ in links.wrong] == [(2, "W-LINKS")]


def test_zone_language_and_hash_seed_change_nothing(
    folder: Path, tmp_path: Path, dump: Callable[[Path], bytes]
) -> None:
    """Nor does the age of the files: a report of 1970 or 2106 is the same report."""
    for number, path in enumerate(sorted(folder.rglob("*.txt"))):
        os.utime(path, (number * 2**31, number * 2**31))
    build([folder], tmp_path / "here", workers=0)
    code = "import sys\nfrom gigraph.build import build\nbuild([sys.argv[1]], sys.argv[2], workers=0)"
    elsewhere = {"TZ": "Asia/Kathmandu", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "0"}
    subprocess.run(
        [sys.executable, "-c", code, str(folder), str(tmp_path / "elsewhere")],
        env={**os.environ, **elsewhere, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=True,
        capture_output=True,
    )
    elsewhere_lines, here_lines = (dump(tmp_path / name).splitlines() for name in ("elsewhere", "here"))
    assert sorted(set(elsewhere_lines) ^ set(here_lines)) == []
