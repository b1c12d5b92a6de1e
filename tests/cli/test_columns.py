"""Tables that line up with Chinese in them."""

from hypothesis import given
from hypothesis import strategies as st

from gigraph.cli.columns import clip, lay_out, width
from gigraph.cli.render import display

TEXTS = st.text(alphabet="ab省市（）〔〕“…\u0301\x1b\n\u202e 1", max_size=30)


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=6), st.integers(30, 120))
def test_no_line_is_wider_than_the_terminal(rows: list[list[str]], room: int) -> None:
    lines = lay_out(["a", "机关", "c"], rows, room)
    assert all(width(line) <= room for line in lines)
    assert len(rows) + 2 <= len(lines) <= 3 * (len(rows) + 2)
    assert not any(char in line for line in lines for char in "\x1b\n\u202e")


@given(TEXTS, st.integers(1, 40))
def test_a_clipped_text_fits(text: str, limit: int) -> None:
    assert width(clip(text, limit)) <= max(limit, 1)


def test_columns_line_up() -> None:
    lines = lay_out(["机关", "n"], [["省财政厅", "5"], ["abc", "12"]], None)
    assert lines == ["机关       n", "--------  --", "省财政厅   5", "abc       12"]


def test_the_widest_column_gives_way() -> None:
    lines = lay_out(["a", "b"], [["短", "很长" * 30], ["二", "x"]], 40)
    assert [line[:1] for line in lines[2:]] == ["短", " ", " ", "二"]
    assert max(map(width, lines)) <= 40
    assert lines[4].endswith("…")


def test_values_for_a_person() -> None:
    assert display("years", [2019]) == "2019"
    assert display("years", []) == ""
    assert display("x", True) == "yes"
    assert display("x", None) == ""
    assert display("x", ["甲", "乙"]) == "甲, 乙"
    assert display("report", "https://w3id.org/gigraph/id/report/1") == "report/1"
