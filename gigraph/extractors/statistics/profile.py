"""Sentences that describe the publisher's place or house, and no work: 全市常住人口31万人，辖3个区。"""

import re

from gigraph.registry.units import FigureWords

_ENDS = re.compile(r"[。!?;\n]")
_LONGEST = 160  # characters of a sentence before and behind the word that tells it


def profiles(text: str, start: int, end: int, words: FigureWords) -> list[tuple[int, int]]:
    """The sentences of a run that have a word of such a description, and none of the reported work.

    >>> from gigraph.registry import load_registry
    >>> from gigraph.registry.units import load_figure_words
    >>> words = load_figure_words(load_registry().folder)
    >>> text = "全县总面积2341平方公里。下辖12个镇,均已公开预算。"
    >>> [text[one:other] for one, other in profiles(text, 0, len(text), words)]
    ['全县总面积2341平方公里']
    """
    found: list[tuple[int, int]] = []
    for match in words.profile.finditer(text, start, end):
        if found and match.start() < found[-1][1]:
            continue
        head, tail = max(start, match.start() - _LONGEST), min(end, match.end() + _LONGEST)
        marks = [mark.end() for mark in _ENDS.finditer(text, head, match.start())]
        stop = _ENDS.search(text, match.end(), tail)
        begin, finish = marks[-1] if marks else head, stop.start() if stop else tail
        if not words.work.search(text, begin, finish):
            found.append((begin, finish))
    return found
