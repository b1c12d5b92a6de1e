"""One document's work, the same in every process: a pure function from a file to the lines of its graph.

Nothing that a document does may stop a build: whatever it raises becomes a problem of that document.
"""

import hashlib
import os
import traceback
from dataclasses import dataclass, replace
from pathlib import Path

from gigraph.build.collect import Problem
from gigraph.documents import document_of, printable, read_source, require_report
from gigraph.documents.distant import Distant
from gigraph.documents.several import several_reports
from gigraph.documents.urls import with_given_url
from gigraph.errors import ReadError
from gigraph.link import contribution_of
from gigraph.mapping import map_report
from gigraph.models import Document
from gigraph.pipeline import facts_of
from gigraph.registry.problem_codes import problem_codes
from gigraph.store import Entry, triples_digest

FETCH = "E-FETCH"  # the document is there, and did not come


@dataclass(frozen=True, slots=True)
class Task:
    """A document to be read. known: the `input_digest` of what the store has of it, made by this very pipeline."""

    key: str
    path: Path | Distant
    pipeline: str
    known: str | None = None
    member: str = ""  # its name in the archive at `path`
    url: str = ""  # where it was published, as a list of sources says
    local: Path | None = None  # where a distant file's bytes are for now

    def at(self, local: Path) -> "Task":
        """The same, with the bytes of its file on this machine."""
        return replace(self, local=local)

    def run(self) -> "Done":
        """Reads, extracts, resolves and maps the document. Never raises an Exception."""
        try:
            return _work(self)
        except Exception as error:
            return self.given_up(*fault(error))

    def given_up(self, code: str, what: str, hint: str) -> "Done":
        """The outcome of a document that cannot be read."""
        return Done(self, problems=(Problem(self.key, code, f"{what}. {hint}" if hint else what),))


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file is known to be the same without reading it."""

    size: int
    modified: int  # nanoseconds
    changed: int  # nanoseconds
    inode: int

    @classmethod
    def of(cls, path: Path | Distant) -> "Stamp | None":
        """The stamp of a file; None where it is not there, or its filesystem tells nothing that changes with it."""
        if isinstance(path, Distant):
            token = int.from_bytes(hashlib.sha256(path.token.encode("utf-8", "replace")).digest()[:7])
            return cls(-1 if path.size is None else path.size, path.modified, 0, token) if path.token else None
        try:
            status = os.stat(path)
        except (OSError, ValueError):
            return None
        return cls(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a task: lines and manifest row; neither where the document is unchanged or cannot be read."""

    task: Task
    digest: str | None = None
    stamp: Stamp | None = None
    lines: bytes = b""
    entry: Entry | None = None
    problems: tuple[Problem, ...] = ()
    contribution: bytes = b""  # packed

    @property
    def local(self) -> Path | None:
        """Where its file had been brought, if it lay elsewhere."""
        return self.task.local

    @property
    def is_absent(self) -> bool:
        """Whether the document is known to be there and did not come: that says nothing of what it holds."""
        return any(problem.code == FETCH for problem in self.problems)

    @property
    def is_unchanged(self) -> bool:
        """Whether the store holds the very same document already."""
        return self.digest is not None and input_digest(self.digest, self.task.url) == self.task.known


def input_digest(digest: str, url: str) -> str:
    """The digest of all that a report's graph is made from: that of the bytes, with the URL that is given for them."""
    return hashlib.sha256(f"{digest}\n{url}".encode("utf-8", "surrogatepass")).hexdigest() if url else digest


def fault(error: Exception) -> tuple[str, str, str]:
    """What kept a document from being read: code, what, and what can be done.

    A bug of ours must not cost the other documents, so any error is told of its document (E-INTERNAL).
    """
    if isinstance(error, ReadError):
        return error.code, error.what, error.hint
    if isinstance(error, MemoryError):
        return "E-MEMORY", "it needs more memory than a document may take", "Give documents more with --memory MB"
    return "E-INTERNAL", _described(error), "Please report this as a bug of gigraph"


def _work(task: Task) -> Done:
    stamp = Stamp.of(task.path)
    data = read_source(task.local or here(task.path), task.member)
    digest = hashlib.sha256(data).hexdigest()
    known_by = input_digest(digest, task.url)
    if known_by == task.known:
        return Done(task, digest, stamp)
    document = with_given_url(document_of(data, task.key, printable(str(task.local or task.path))), task.url)
    require_report(document)
    facts = facts_of(document)
    graph = map_report(facts)
    entry = Entry(graph.iri, known_by, task.pipeline, graph.count, triples_digest(graph.triples), task.key)
    warnings = tuple(Problem(task.key, code, _told(code, document)) for code in sorted(set(facts.document.warnings)))
    return Done(task, digest, stamp, graph.data, entry, warnings, contribution_of(graph.stated).pack())


def here(place: Path | Distant) -> Path:
    """The path of a file of this machine; a distant one is fetched before its turn comes."""
    assert isinstance(place, Path)
    return place


def _told(code: str, document: Document) -> str:
    """What a warning says of this document beside its code."""
    if code != "W-MULTI":
        return problem_codes()[code].message
    titles = "; ".join(several_reports(document))
    return f"it holds several reports and was read as one: {titles}. Split the file, a report a file"


def _described(error: Exception) -> str:
    """The error with the last place in our own code."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "gigraph" in frame.filename]
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno} in {frames[-1].name}" if frames else ""
    return f"{type(error).__name__}: {str(error)[:200]}{place}"
