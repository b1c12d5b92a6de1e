"""Many words looked for at once: by one pattern that tries shared prefixes once, or by how the words end."""

import re
from collections.abc import Iterable

Trie = dict[str, "Trie"]


def alternation(words: Iterable[str]) -> str:
    """The source of a pattern that matches any of the words, the longest first; without words it never matches.

    >>> alternation(["网站", "网", "网站群", "平台"])
    '(?:平台|网(?:站(?:群)?)?)'
    >>> re.search(alternation([]), "网") is None
    True
    """
    trie: Trie = {}
    for word in words:
        node = trie
        for char in word:
            node = node.setdefault(char, {})
        if word:
            node[""] = {}
    return _source(trie) if trie else "(?!)"


def _source(node: Trie) -> str:
    branches = [re.escape(char) + _source(child) for char, child in sorted(node.items()) if char]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in node else "")


class Endings:
    """Names looked for by their last characters, of which there are few kinds (法, 条例); the first are of many."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names`: of two characters or more."""
        self._names = frozenset(names)
        sizes: dict[str, set[int]] = {}
        for name in self._names:
            sizes.setdefault(name[-2:], set()).add(len(name))
        self._sizes = {ending: tuple(sorted(found)) for ending, found in sizes.items()}
        last = "".join(sorted({name[-1] for name in self._names}))
        self._last = re.compile(f"[{re.escape(last)}]" if last else "(?!)")

    def find(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """Where names stand between two offsets: what a pattern of all names, the longest first, would find.

        >>> Endings(["行政许可法", "许可法", "条例"]).find("按照行政许可法和条例", 0, 10)
        [(2, 7), (8, 10)]
        """
        found = []
        for match in self._last.finditer(text, start, end):
            stop = match.end()
            for size in self._sizes.get(text[stop - 2 : stop], ()):
                if stop - size >= start and text[stop - size : stop] in self._names:
                    found.append((stop - size, -stop))
        places, free = [], start
        for begin, stop in sorted(found):
            if begin >= free:
                free = -stop
                places.append((begin, free))
        return places
