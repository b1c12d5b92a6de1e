"""The ways in which agencies' pages and files print a table, from HTML down to labels and digits glued together."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from forms_tables import Cell, Key, Table

GRIDS = ("pipes", "markdown", "tabs", "spaces", "lines", "pipe-lines", "html")
GLUED = ("glued", "glued-rows", "glued-spaced", "glued-blank")
EMPTY_ALLOWED = ("pipes", "markdown", "tabs", "pipe-lines", "html", "glued-blank")
_NUMBER = re.compile(r"([+-]?[\d,]{1,20}(?:\.\d{1,8})?)(万元|元)?$")


@dataclass(frozen=True)
class Run:
    """Value cells that stand without a label between them: pieces are the characters between spaces."""

    section: str
    cells: tuple[Cell, ...]
    pieces: tuple[str, ...]


@dataclass
class Printed:
    """text: the table as printed. truth: the number of each cell, None where none is printed. runs: of glued tables."""

    text: str
    truth: dict[Key, str | None]
    runs: list[Run] = field(default_factory=list)


def value_of(text: str) -> str | None:
    """Plain decimal of a printed cell, None for an empty one and for a dash."""
    match = _NUMBER.match(text)
    return match[1].replace(",", "") if match else None


def print_table(random: Random, style: str, table: Table, empty: str | None) -> Printed:
    """empty: what some cells of zero show instead, None for a table that prints its zeros."""
    rows = [[_shown(random, cell, style, empty) for cell in row] for row in table.rows]
    truth = {cell.key: value_of(cell.text) for row in rows for cell in row if cell.key}
    if style in GLUED:
        text, runs = _glued(random, style, table.section, rows)
        return Printed(text, truth, runs)
    return Printed(_PRINTERS[style](random, rows), truth)


def _shown(random: Random, cell: Cell, style: str, empty: str | None) -> Cell:
    text = cell.text
    if cell.key and text == "0" and empty is not None and random.random() < 0.6:
        text = empty
    elif (
        cell.key and style in ("pipes", "tabs", "lines") and text.isdigit() and len(text) > 3 and random.random() < 0.1
    ):
        text = f"{int(text):,}"
    elif not cell.key and style != "markdown" and text == "总计" and random.random() < 0.1:
        text = "总 计"
    return Cell(text, cell.across, cell.down, cell.key, cell.role)


def laid_out(rows: list[list[Cell]], policy: str) -> list[list[str]]:
    """Rows of texts. policy: first (a spanning cell stands once), blank (then empty cells), repeat (everywhere)."""
    if policy == "first":
        return [[cell.text for cell in row] for row in rows]
    grid: dict[tuple[int, int], str] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            while (number, column) in grid:
                column += 1
            for down in range(cell.down):
                for across in range(cell.across):
                    shown = cell.text if policy == "repeat" or not (down or across) else ""
                    grid[number + down, column + across] = shown
            column += cell.across
    width = max(column for _, column in grid) + 1
    return [[grid.get((number, column), "") for column in range(width)] for number in range(len(rows))]


def _pipes(random: Random, rows: list[list[Cell]]) -> str:
    head, tail = random.choice((("", " |"), ("", ""), ("| ", " |")))
    return "\n".join(
        head + " | ".join(row) + tail for row in laid_out(rows, random.choice(("first", "blank", "repeat")))
    )


def _markdown(random: Random, rows: list[list[Cell]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in laid_out(rows, random.choice(("blank", "repeat")))]
    return "\n".join([lines[0], re.sub(r"[^|]{1,999}", random.choice((" --- ", "---", ":---:")), lines[0]), *lines[1:]])


def _tabs(random: Random, rows: list[list[Cell]]) -> str:
    return "\n".join("\t".join(row) for row in laid_out(rows, random.choice(("first", "blank", "repeat"))))


def _lines(random: Random, rows: list[list[Cell]]) -> str:
    gap = random.choice(("\n", "\n", "\n\n"))
    return gap.join(cell.text for row in rows for cell in row if cell.text)


def _pipe_lines(random: Random, rows: list[list[Cell]]) -> str:
    return "\n|\n".join(cell.text for row in rows for cell in row) + "\n|"


def _html(random: Random, rows: list[list[Cell]]) -> str:
    def cell_of(cell: Cell) -> str:
        spans = "".join(f' {name}="{n}"' for name, n in (("colspan", cell.across), ("rowspan", cell.down)) if n > 1)
        return f"<td{spans}><p>{html.escape(cell.text) or '&nbsp;'}</p></td>"

    body = "\n".join("<tr>" + "".join(map(cell_of, row)) + "</tr>" for row in rows)
    return f"<table>{body}</table>"


def _broken(random: Random, text: str, chance: float) -> str:
    """A label with a line break inside, as narrow cells have it."""
    if text == "三、本年度办理结果" and random.random() < chance:
        return "\n".join(text)
    if len(text) < 4 or random.random() >= chance:
        return text
    place = random.randint(2, len(text) - 2)
    return text[:place] + "\n" + text[place:]


def _page(random: Random) -> str:
    number = random.randint(2, 12)
    return "\n" + random.choice((f"- {number} -", f"— {number} —", f"第{number}页"))


def _spaces(random: Random, rows: list[list[Cell]]) -> str:
    """Rows as a PDF's text has them: labels broken over lines, numbers in one line, page numbers between."""
    gap, chance, pages = random.choice((" ", " ", "  ", "    ")), random.choice((0, 0, 0.2)), random.choice((0, 0.05))
    text = ""
    for row in rows:
        labels = [_broken(random, cell.text, chance) for cell in row if not cell.key]
        values = gap.join(cell.text for cell in row if cell.key)
        joint = "\n" if any("\n" in label for label in labels[-1:]) and random.random() < 0.5 else gap
        head = random.choice((gap, "\n")).join(labels) if values else gap.join(labels)
        text += "\n" + head + (joint if head and values else "") + values
        text += _page(random) if random.random() < pages else ""
    return text.strip("\n")


def _glued(random: Random, style: str, section: str, rows: list[list[Cell]]) -> tuple[str, list[Run]]:
    """Labels and digits without separators; glued-rows: a line a row; glued-spaced: some gaps kept."""
    stray, chance = (random.choice((0.1, 0.5)), 0.05) if style == "glued-spaced" else (0.0, 0.0)
    loose, runs, text = random.choice((0.0, 0.5)), [], ""
    for row in rows:
        for cell in row:
            if not cell.key:
                text += _broken(random, cell.text, chance) + (" " if random.random() < loose * 0.3 else "")
        values = [cell for cell in row if cell.key]
        if values:
            shown = values[0].text
            for cell in values[1:]:
                shown += (" " if random.random() < stray else "") + cell.text
            runs.append(Run(section, tuple(values), tuple(shown.split())))
            text += (" " if random.random() < loose else "") + shown + (" " if random.random() < loose else "")
        if style == "glued-rows":
            text = text.rstrip(" ") + "\n" + (_page(random)[1:] + "\n" if random.random() < 0.02 else "")
    return text.rstrip("\n"), runs


_PRINTERS: dict[str, Callable[[Random, list[list[Cell]]], str]] = {
    "pipes": _pipes,
    "markdown": _markdown,
    "tabs": _tabs,
    "lines": _lines,
    "pipe-lines": _pipe_lines,
    "html": _html,
    "spaces": _spaces,
}
