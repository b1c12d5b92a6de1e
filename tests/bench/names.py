"""Look-ups in a name index of many names: how long each way to find one takes.

python tests/bench/names.py [NAMES]
"""

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

from gigraph.iris import mint
from gigraph.registry import load_registry
from gigraph.search import Name, find, suggest, write_index

# What is looked up: the way to find it, and words that are found in that way.
LOOKUPS: dict[str, tuple[str, ...]] = {
    "exact": ("华宁县财政局", "长沙市岳麓区教育局", "湖南省水利厅"),
    "alias": ("华宁财政局", "华宁水利局"),
    "short form": ("省财政厅", "县财政局", "市教育局"),
    "substring": ("岳麓区教育", "华宁县", "信访局"),
    "two characters": ("华宁", "岳麓", "财政", "海关"),
    "did you mean": ("华宁县财务局", "湖南省水力厅", "长沙市岳录区教育局"),
    "nothing like it": ("龘龘", "xyzzy"),
}
_LOOKED_UP = (
    "财政局",
    "教育局",
    "水利厅",
    "水利局",
    "财政厅",
    "信访局",
)  # they are among the names, however few there are


def names(count: int) -> Iterator[Name]:
    """Names of bodies of all regions, each with an alias now and then; the same number, the same names."""
    registry = load_registry()
    bodies = [*_LOOKED_UP, *sorted(set(registry.agencies.body_names) - set(_LOOKED_UP))]
    places = sorted(
        {(code, registry.regions.full_name(regions[-1])) for code, regions in registry.regions.by_code.items()}
    )
    made = (
        (mint("agency", code, place + body), place + body, place[:-1] + body)
        for body in bodies
        for code, place in places
    )
    every = (
        Name(own, "agency", label, text, alias)
        for own, label, other in made
        for text, alias in ((label, False), (other, True))
    )
    return islice(every, count)


def measure(count: int, rounds: int = 5) -> dict[str, float]:
    """The median milliseconds of each way, over its words, in an index of a number of names."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.sqlite"
        written = write_index(path, names(count))
        found = {"names": float(written)}
        for way, words in LOOKUPS.items():
            times = [_milliseconds(lambda word=word: find(path, word) or suggest(path, word))  # type: ignore[misc]
                     for word in words for _ in range(rounds)]  # fmt: skip
            found[f"{way}, median (ms)"], found[f"{way}, most (ms)"] = statistics.median(times), max(times)
    return found


def _milliseconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - begin)


if __name__ == "__main__":
    for name, value in measure(int(sys.argv[1]) if len(sys.argv) > 1 else 300_000).items():
        print(f"{name:<32}{value:>12,.3f}")
