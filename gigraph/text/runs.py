"""Characters of a text picked out (the Chinese ones, all but white space), with the way back to where they stand."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate


class Runs:
    """The characters of a text between those that are left out, which a pattern with one group finds, all at once.

    >>> runs = Runs("甲 乙、丙丁", re.compile("([ 、]+)"))
    >>> runs.chars, runs.place(3), runs.index(4), runs.stretch(1, 3)
    ('甲乙丙丁', 5, 2, (2, 5))
    """

    def __init__(self, text: str, left_out: re.Pattern[str]) -> None:
        self._pieces = left_out.split(text)  # runs that stay and, between them, such that are left out
        self.chars = "".join(self._pieces[::2])

    @cached_property
    def _starts(self) -> tuple[list[int], list[int]]:
        """How many characters that stay are before each run of them, and where it begins."""
        lengths = list(map(len, self._pieces))
        return list(accumulate(lengths[::2], initial=0))[:-1], list(accumulate(lengths, initial=0))[:-1:2]

    def place(self, index: int) -> int:
        """The offset in the text of the character at an index in `chars`."""
        counts, starts = self._starts
        run = bisect_right(counts, index) - 1
        return starts[run] + index - counts[run]

    def stretch(self, index: int, end: int) -> tuple[int, int]:
        """The offsets at which the characters index..end (end exclusive, not empty) begin and end."""
        counts, starts = self._starts
        run = bisect_right(counts, index) - 1
        first = starts[run] + index - counts[run]
        within = run + 1 == len(counts) or end <= counts[run + 1]
        return first, first + end - index if within else self.place(end - 1) + 1

    def index(self, offset: int) -> int:
        """How many characters that stay are before an offset of the text."""
        counts, starts = self._starts
        run = bisect_right(starts, offset) - 1
        return counts[run] + min(offset - starts[run], len(self._pieces[2 * run]))
