"""The documents in a folder: by their suffixes, in a fixed order, without following links out of it."""

import os
import re
from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from gigraph.documents.files import printable
from gigraph.errors import ReadError

# What may be a document (its reader is chosen by content); a file without a suffix may be one too.
SUFFIXES = frozenset(
    {
        "txt", "text", "md", "markdown", "htm", "html", "shtml", "xhtml", "mht", "mhtml", "pdf", "doc", "docx", "wps",
        "rtf", "odt", "xls", "xlsx", "ods", "et", "ofd", "zip", "rar", "7z", "tar", "gz", "tgz", "warc", "json",
        "jsonl", "ndjson", "jl", "shtm", "xhtm", "asp", "aspx", "jsp", "jspx", "jhtml", "do", "action", "php", "cgi",
        "docm", "dotx", "dotm", "dot", "wpt", "xlsm", "xltx", "xlsb", "ett",
    }
)  # fmt: skip
# Behind a page's name a program that fetches pages leaves its query, or a number where there was one of that name.
_ADDED = re.compile(r"(?:[?@&#;=].{0,255}|\.[0-9]{1,8})$", re.DOTALL)
_SUFFIX = re.compile(r"\.([A-Za-z0-9~]{1,8})$")
Problem = Callable[[ReadError], None]
# Where a browser puts what belongs to a saved page.
_COMPANIONS = ("_files", ".files")
_PAGES = (".htm", ".html", ".shtml", ".xhtml")


def documents_in(
    folder: Path,
    on_problem: Problem | None = None,
    on_left: Callable[[Path], None] = lambda path: None,
    leave: Callable[[Path], bool] = lambda path: False,
) -> Iterator[Path]:
    """The paths of the documents in a folder and the folders in it, sorted by name, hidden ones left out.

    Symbolic links are not followed. `on_problem` is given a ReadError for each link (W-SYMLINK) and each folder that
    may not be read (E-PERM); without it, links are passed over and such a folder raises. `on_left` is given each file
    and folder that is left out: hidden ones, files that are no documents, the pictures and scripts of a saved page,
    and the folders for which `leave` is true.
    """
    report = on_problem or _raise_unless_link
    for parent, folders, files in _walk(folder, lambda error: report(_unreadable(error))):
        inner = [Path(parent, name) for name in sorted(folders)]
        left = [path for path in inner if is_aside(path.name, files) or leave(path)]
        folders[:] = [path.name for path in inner if path not in left]
        for name in sorted(files + [name for name in folders if os.path.islink(os.path.join(parent, name))]):
            path = Path(parent, name)
            if path.is_symlink():
                where = printable(str(path))
                report(ReadError("W-SYMLINK", "a symbolic link is not followed", where=where, hint="Give its target"))
            elif is_document(name):
                yield path
            else:
                left.append(path)
        for path in left:
            on_left(path)


def is_aside(name: str, files: Collection[str]) -> bool:
    """Whether a folder is left out by its name: it is hidden, or holds what belongs to a page among these files."""
    page = next((name.removesuffix(end) for end in _COMPANIONS if name.endswith(end)), None)
    return name.startswith(".") or (page is not None and any(page + end in files for end in _PAGES))


def is_document(name: str) -> bool:
    """Whether a file in a folder is taken by its name: it may be a document, and is neither hidden nor a lock."""
    return not name.startswith((".", "~$")) and may_be_document(name)


def may_be_document(name: str) -> bool:
    """Whether a file may be a document by its name: a suffix of one, or none. What is behind ? or @ is a query.

    >>> [may_be_document(name) for name in ("a.HTML", "show.aspx?id=3", "a.html.1", "年报2018.12", "年报", "3.5万件")]
    [True, True, True, True, True, True]
    >>> [may_be_document(name) for name in ("logo.png", "logo@2x.png", "style.css?v=2", "a.js", "list.js.1")]
    [False, False, False, False, False]
    """
    suffix = _SUFFIX.search(_ADDED.sub("", name)) or _SUFFIX.search(name)
    return suffix is None or suffix[1].isdigit() or suffix[1].lower() in SUFFIXES


def _walk(folder: Path, on_error: Callable[[OSError], None]) -> Iterator[tuple[str, list[str], list[str]]]:
    """As os.walk, which gives up a thousand folders deep: a folder, the folders in it, the files in it."""
    waiting = [os.fspath(folder)]
    while waiting:
        parent = waiting.pop()
        try:
            with os.scandir(parent) as found:
                entries = [(entry.name, entry.is_dir()) for entry in found]
        except OSError as error:
            on_error(error)
            continue
        folders, files = ([name for name, is_dir in entries if is_dir == wanted] for wanted in (True, False))
        yield parent, folders, files
        inner = (os.path.join(parent, name) for name in reversed(folders))
        waiting += [path for path in inner if not os.path.islink(path)]


def _unreadable(error: OSError) -> ReadError:
    where = printable(str(error.filename))
    code = "E-PERM" if isinstance(error, PermissionError) else "E-IO"
    return ReadError(code, f"the folder cannot be read ({error.strerror})", where=where, hint="Check its rights")


def _raise_unless_link(error: ReadError) -> None:
    if error.code != "W-SYMLINK":
        raise error
