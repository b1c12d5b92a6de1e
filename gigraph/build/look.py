"""Documents looked at in worker processes, within the limits of a build, without a store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from gigraph.build.pool import Limits, run_tasks
from gigraph.build.work import fault
from gigraph.documents import MARK, printable, read_document
from gigraph.errors import ReadError
from gigraph.models import Document

Sight = TypeVar("Sight")
File = tuple[Path, str, str]  # path, name in the archive that it is (or empty), source key


@dataclass(frozen=True, slots=True)
class Seen(Generic[Sight]):
    """What came of a look: a sight, or code, what and hint of what kept the document from being read."""

    look: "Look[Sight]"
    sight: Sight | None = None
    fault: tuple[str, str, str] | None = None

    def answer(self) -> Sight | ReadError:
        """The sight, or the error with the document's place."""
        if self.fault:
            code, what, hint = self.fault
            mark = MARK if self.look.member else ""
            return ReadError(code, what, where=printable(f"{self.look.path}{mark}{self.look.member}"), hint=hint)
        assert self.sight is not None
        return self.sight


@dataclass(frozen=True, slots=True)
class Look(Generic[Sight]):
    """A document to be read and looked at.

    number: its place in the order. see: a function of a module, so that it can be sent by its name.
    """

    number: int
    path: Path
    member: str
    source: str
    see: Callable[[Document], Sight]

    @property
    def key(self) -> str:
        """The number: files of different folders may have one source key."""
        return str(self.number)

    def run(self) -> Seen[Sight]:
        """Reads the document and looks at it. Never raises an Exception."""
        try:
            return Seen(self, self.see(read_document(self.path, self.source, member=self.member)))
        except Exception as error:
            return self.given_up(*fault(error))

    def given_up(self, code: str, what: str, hint: str) -> Seen[Sight]:
        """The outcome of a document that cannot be read."""
        return Seen(self, fault=(code, what, hint))


def look_at(
    files: Sequence[File], see: Callable[[Document], Sight], limits: Limits | None = None
) -> Iterator[tuple[str, Sight | ReadError]]:
    """Source key and what `see` makes of each document, or what kept it from being read; in the order of the files.

    The documents are parsed in other processes, which they may hang, fill or crash.
    """
    looks = [Look(number, *file, see) for number, file in enumerate(files)]
    early: dict[int, Seen[Sight]] = {}
    following = 0
    for seen in run_tasks(looks, limits=limits):
        early[seen.look.number] = seen
        while following in early:
            now = early.pop(following)
            yield now.look.source, now.answer()
            following += 1
