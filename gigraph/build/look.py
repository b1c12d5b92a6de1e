"""Documents looked at in worker processes, within the limits of a build, without a store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Generic, TypeVar

from gigraph.build.cache import named
from gigraph.build.fetching import read_all
from gigraph.build.pool import Limits
from gigraph.build.work import fault, here
from gigraph.documents import MARK, printable, read_document
from gigraph.documents.distant import Distant
from gigraph.errors import ReadError
from gigraph.models import Document

Sight = TypeVar("Sight")
File = tuple[Path | Distant, str, str]  # path, name in the archive that it is (or empty), source key


@dataclass(frozen=True, slots=True)
class Seen(Generic[Sight]):
    """What came of a look: a sight, or code, what and hint of what kept the document from being read."""

    look: "Look[Sight]"
    sight: Sight | None = None
    fault: tuple[str, str, str] | None = None

    @property
    def local(self) -> Path | None:
        """Where the file had been brought, if it lay elsewhere."""
        return self.look.local

    def answer(self) -> Sight | ReadError:
        """The sight, or the error with the document's place."""
        if self.fault:
            code, what, hint = self.fault
            mark = MARK if self.look.member else ""
            return ReadError(code, what, where=printable(f"{named(self.look.path)}{mark}{self.look.member}"), hint=hint)
        assert self.sight is not None
        return self.sight


@dataclass(frozen=True, slots=True)
class Look(Generic[Sight]):
    """A document to be read and looked at.

    number: its place in the order. see: a function of a module, so that it can be sent by its name.
    """

    number: int
    path: Path | Distant
    member: str
    source: str
    see: Callable[[Document], Sight]
    local: Path | None = None  # where a distant file's bytes are for now

    def at(self, local: Path) -> "Look[Sight]":
        """The same, with the bytes of its file on this machine."""
        return replace(self, local=local)

    @property
    def key(self) -> str:
        """The number: files of different folders may have one source key."""
        return str(self.number)

    def run(self) -> Seen[Sight]:
        """Reads the document and looks at it. Never raises an Exception."""
        try:
            return Seen(self, self.see(read_document(self.local or here(self.path), self.source, member=self.member)))
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
    for seen in read_all(looks, limits=limits):
        early[seen.look.number] = seen
        while following in early:
            now = early.pop(following)
            yield now.look.source, now.answer()
            following += 1
