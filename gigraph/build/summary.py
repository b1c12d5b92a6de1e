"""What a build did, for people and for programs."""

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from gigraph.build.collect import Problem
from gigraph.store.layout import write_whole

SKIPPED = 5


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a build is. stage: read (documents), link, publish; done of total, which are durable."""

    stage: str
    done: int
    total: int


ProgressCallback = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class Summary:
    """The outcome of a build.

    built: new documents. changed: documents whose graph was made anew. unchanged, removed: as they say. outdated: how
    many of them were read again because the pipeline is another version. left_out: hidden files and files that are no
    documents. kept: reports that are still in the graph although their documents are not among the paths any more, or
    can no longer be read. counts: of the whole graph: reports, agencies, regulations, platforms, regions, citations by
    outcome. problems: sorted by source. generation: the number of the published state.
    """

    built: int
    changed: int
    unchanged: int
    removed: int
    outdated: int
    left_out: int
    kept: int
    counts: Mapping[str, int | Mapping[str, int]]
    problems: tuple[Problem, ...]
    generation: int

    @property
    def skipped(self) -> int:
        """How many documents are not in the graph because of a problem."""
        return len({problem.source for problem in self.problems if problem.skipped})

    @property
    def codes(self) -> dict[str, int]:
        """How many documents have each code, by code."""
        seen = {(problem.code, problem.source) for problem in self.problems}
        return dict(sorted(Counter(code for code, _ in seen).items()))

    @property
    def exit_code(self) -> int:
        """0 where everything was built, 5 where documents were skipped."""
        return SKIPPED if self.skipped else 0

    def count(self, name: str, outcome: str | None = None) -> int:
        """A number of the graph: `count("reports")`, `count("citations", "resolved")`."""
        found = self.counts[name]
        if isinstance(found, int):
            return found
        return found[outcome] if outcome else sum(found.values())


def write_problems(path: Path, problems: tuple[Problem, ...]) -> None:
    """Writes the problems of a build as JSON lines: source, code, message."""
    rows = ({"source": problem.source, "code": problem.code, "message": problem.message} for problem in problems)
    write_whole(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
