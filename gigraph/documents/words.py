"""The words by which page furniture and tables are known: rows of seeds/registry, compiled to patterns once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from gigraph.registry.table import read_table
from gigraph.resources import resource
from gigraph.text.alternation import alternation
from gigraph.text.fold import fold, replaced

_SPACED = ("index_number", "issued", "generated", "published")  # fields whose value may stand behind a space
# What is left out where labels of tables are compared: white space, column bars, quotation marks, invisible marks.
UNMARKED = dict.fromkeys(" \n\t|“”\"'‘’《》〈〉<>\u3000\xa0\u200b\ufeff", "")


@dataclass(frozen=True, slots=True)
class PageLabel:
    """A label of a page's metadata. field: name of the metadata field, empty where it is of no use.

    stands_alone: yes where it is a label also without a colon, in a line or a cell of its own. example: a line with it.
    """

    label: str
    field: str
    stands_alone: str
    example: str


@dataclass(frozen=True, slots=True)
class PageMark:
    """A word that only page furniture has.

    place: head, tail or both; extent there: word, line where it takes the rest, alone where it counts as a line of its
    own. place sentence: a sentence with it is the site's own; extent there: page (where prose is looked for in a web
    page), tail (where it is under the report), any.
    """

    mark: str
    place: str
    extent: str
    example: str


@dataclass(frozen=True, slots=True)
class TableLabel:
    """A label of a statistics table. form: 2014-statistics, 2019, 2021, other, any.

    standing: head (a column's or a block's head), yes (a row that stands in tables alone), no (also a word of prose).
    """

    label: str
    form: str
    standing: str
    example: str


@lru_cache(maxsize=1)
def page_labels() -> tuple[PageLabel, ...]:
    """The rows of page_labels.tsv."""
    return tuple(read_table(resource("seeds", "registry", "page_labels.tsv"), PageLabel))


@lru_cache(maxsize=1)
def page_marks() -> tuple[PageMark, ...]:
    """The rows of page_marks.tsv."""
    return tuple(read_table(resource("seeds", "registry", "page_marks.tsv"), PageMark))


@lru_cache(maxsize=1)
def table_labels() -> tuple[TableLabel, ...]:
    """The rows of table_labels.tsv."""
    return tuple(read_table(resource("seeds", "registry", "table_labels.tsv"), TableLabel))


@lru_cache(maxsize=1)
def label_fields() -> dict[str, str]:
    """The field of each page label, by the label without spaces."""
    return {fold(row.label): row.field for row in page_labels()}


@lru_cache(maxsize=1)
def label_pattern() -> re.Pattern[str]:
    """A label with its colon, bar, bracket or line end; group `label`, or `alone` where only the line's end follows.

    Labels of numbers and dates are labels also with their value behind a space (索引号 430S/2016-8), that of the site's
    code with its value right behind it (网站标识码4301240001).
    """
    colon = _spaced(fold(row.label) for row in page_labels())
    alone = _spaced(row.label for row in page_labels() if row.stands_alone)
    plain = _spaced(row.label for row in page_labels() if row.field in _SPACED)
    behind = rf"(?:{plain})(?= {{1,4}}[A-Za-z\d][A-Za-z\d/\-.]{{5}})"
    site = _spaced(row.label for row in page_labels() if row.field == "site_code")
    behind += rf"|(?:{site})(?= {{0,4}}[A-Za-z]{{0,2}}\d{{8}})"
    return re.compile(
        rf"(?P<label>(?:{colon})(?= {{0,4}}[:|\]】])|{behind}) {{0,4}}[\]】]? {{0,4}}[:|]?"
        rf"|(?P<alone>{alone}) {{0,4}}(?=\n|$)"
    )


@lru_cache(maxsize=1)
def row_label_pattern() -> re.Pattern[str]:
    """A label without a colon among others in a line: 索引号 430S/2016-8 发文日期 2016-03-14; group `label`."""
    labels = _spaced(row.label for row in page_labels() if row.label[0] > "\u2e80" and len(row.label) > 1)
    return re.compile(rf"(?<![^\s])(?P<label>{labels})(?=\s|$)")


@lru_cache(maxsize=2)
def mark_pattern(place: str) -> re.Pattern[str]:
    """The marks of a place (head, tail); groups `line` (it takes the rest of its line), `alone`, `word`."""
    rows = [row for row in page_marks() if row.place in (place, "both")]
    line = _spaced(fold(row.mark) for row in rows if row.extent == "line")
    word = _spaced(fold(row.mark) for row in rows if row.extent == "word")
    alone = _spaced(fold(row.mark) for row in rows if row.extent == "alone") or "(?!)"
    own_line = rf"(?P<alone>{alone})(?= {{0,4}}(?:\n|$))"
    return re.compile(rf"(?P<line>{line})|{own_line}|(?P<word>{word})(?=[\s|\]】)>/:,]|$)", re.IGNORECASE)


@lru_cache(maxsize=2)
def sites_own(extent: str) -> re.Pattern[str]:
    """What tells a sentence of the site's own from the report's: in a web page (page), under a report (tail)."""
    return re.compile(
        alternation(row.mark for row in page_marks() if row.place == "sentence" and row.extent in (extent, "any"))
    )


@lru_cache(maxsize=4)
def table_pattern(*standings: str) -> re.Pattern[str]:
    """The labels of tables with one of the standings, as they are without white space and quotation marks."""
    labels = {replaced(fold(row.label), UNMARKED) for row in table_labels() if row.standing in standings}
    return re.compile(alternation(labels))


@lru_cache(maxsize=1)
def table_heads() -> frozenset[str]:
    """The labels that are the head of a column or a block."""
    return frozenset(replaced(fold(row.label), UNMARKED) for row in table_labels() if row.standing == "head")


def _spaced(words: Iterable[str]) -> str:
    """Alternatives, the longest first; Chinese characters may be spread by spaces."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(" {0,4}".join(map(re.escape, word)) if word[0] > "\u2e80" else re.escape(word) for word in ordered)
