"""The documents in a folder: by their suffixes, in a fixed order, without following links out of it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from gigraph.documents.files import printable
from gigraph.errors import ReadError

# What may be a document (its reader is chosen by content); a file without a suffix may be one too.
SUFFIXES = frozenset(
    {
        "txt", "text", "md", "markdown", "htm", "html", "shtml", "xhtml", "mht", "mhtml", "pdf", "doc", "docx", "wps",
        "rtf", "odt", "xls", "xlsx", "ods", "et", "ofd", "zip",
    }
)  # fmt: skip
Problem = Callable[[ReadError], None]


def documents_in(folder: Path, on_problem: Problem | None = None) -> Iterator[Path]:
    """The paths of the documents in a folder and the folders in it, sorted by name, hidden ones left out.

    Symbolic links are not followed. `on_problem` is given a ReadError for each link (E-SYMLINK) and each folder that
    may not be read (E-PERM); without it, links are passed over and such a folder raises.
    """
    report = on_problem or _raise_unless_link
    walk = os.walk(folder, onerror=lambda error: report(_unreadable(error)))
    for parent, folders, files in walk:
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files + [name for name in folders if os.path.islink(os.path.join(parent, name))]):
            path = Path(parent, name)
            if path.is_symlink():
                where = printable(str(path))
                report(ReadError("E-SYMLINK", "a symbolic link is not followed", where=where, hint="Give its target"))
            elif not name.startswith(".") and (not path.suffix or path.suffix[1:].lower() in SUFFIXES):
                yield path


def _unreadable(error: OSError) -> ReadError:
    where = printable(str(error.filename))
    code = "E-PERM" if isinstance(error, PermissionError) else "E-IO"
    return ReadError(code, f"the folder cannot be read ({error.strerror})", where=where, hint="Check its rights")


def _raise_unless_link(error: ReadError) -> None:
    if error.code != "E-SYMLINK":
        raise error
