"""Numbers within 《》: its own behind a title, 《…的通知(国办发〔2015〕22号)》, another's in the midst of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gigraph.extractors.brackets import Bracketed
from gigraph.models import Mention
from gigraph.text.reading import Reading

_NUMBER = r"[〔\[(【][12]\d{3}[〕\])】]第?\d{1,4}(?:号?(?:[-—–~、,和及与至到]|以及)第?\d{1,4}){0,19}号"
# The bracket is found first, what stands before it is looked at behind it.
_AT_THE_END = re.compile(rf"\((?<=[\u4e00-\u9fff]\()[\u4e00-\u9fff]{{1,12}}{_NUMBER}\)?\s{{0,2}}$")
# 关于贯彻国办发〔2015〕22号文件精神的通知: what a title is about.
_WITHIN = re.compile(rf"{_NUMBER}(?=[\u4e00-\u9fff]{{2}})")


def without_their_numbers(reading: Reading, found: Iterable[Bracketed]) -> Iterator[Bracketed]:
    """The titles, those with their own number behind them up to that."""
    for bracketed in found:
        start, end = bracketed.inner
        own = _AT_THE_END.search(reading.text, start, end)
        yield replace(bracketed, end=own.start(), inner=(start, own.start())) if own else bracketed


def without_others_numbers(numbers: Iterable[Mention], titles: Sequence[Mention]) -> Iterator[Mention]:
    """The numbers, but for those that a title speaks of."""
    spoken_of = [title.span for title in titles if _WITHIN.search(title.text)]
    for number in numbers:
        if not any(span.contains(number.span) for span in spoken_of):
            yield number
