"""One pattern for many words: the prefixes that they share are tried once."""

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
