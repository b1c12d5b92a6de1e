"""The line of cells behind the head of a table of section four."""

import re
from itertools import pairwise

from gigraph.extractors.forms.cells import Token, cell_of
from gigraph.extractors.forms.fit import padding
from gigraph.extractors.forms.sheet import Sheet

_HAN = re.compile(r"[\u3400-\u9fff]")


def line_of_cells(sheet: Sheet, begin: int, columns: int) -> list[Token]:
    """The cells of the line behind the head if it has one a column, with or without bars at its ends; else nothing."""
    text = sheet.text
    start = text.find("\n", begin) + 1
    while start and (stop := text.find("\n", start)) != -1 and text[start:stop].isspace():
        start = stop + 1  # over lines that a page's foot left empty
    stop = text.find("\n", start)
    stop = stop if stop != -1 else len(text)
    if not start or text[begin:start].strip(" \n|"):
        return []
    edges = [place for place in range(start, stop) if text[place] == "|"]
    closed = (line := text[start:stop].strip()).startswith("|") and line.endswith("|")
    if not closed or len(edges) <= columns:  # so few bars have empty cells before the first and behind the last
        edges = [start - 1, *edges] if len(sheet.starts) > 1 else [start - 1, *edges, stop]
    cells = [cell_of(text[one + 1 : following], one + 1) for one, following in pairwise(edges)]
    if len(cells) > columns and len(_HAN.findall(cells[0].text)) > 1:
        cells = cells[1:]  # the row has a label
    ways = list(padding(cells, columns)) if len(cells) >= columns else []
    return cells[ways[0][0] : ways[0][0] + columns] if len(ways) == 1 else []
