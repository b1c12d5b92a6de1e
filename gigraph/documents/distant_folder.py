"""The documents in a folder at an address: by the rules of folders on this machine, each with what tells its state."""

import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any, TypeVar
from urllib.parse import unquote_to_bytes

from gigraph.documents.distant import Distant, Opened, close_all, fetch_error, opened, persistently, without_login
from gigraph.documents.files import printable
from gigraph.documents.folder import is_aside, is_document
from gigraph.errors import ReadError, UsageError

THREADS = 16
DEEPEST = 64  # folders within folders: what links to itself has no end
_STORE = "gigraph.json"  # what marks a store of ours
# What filesystems call the things that differ when a file does: those that come from its content, and times.
_MARKS = frozenset(
    {
        "etag", "md5", "md5hash", "content-md5", "content_md5", "contentmd5", "sha", "sha1", "sha256", "digest",
        "checksum", "crc", "crc32c", "generation", "version_id", "versionid",
    }
)  # fmt: skip
_TIMES = frozenset(
    {
        "mtime", "modified", "modify", "last_modified", "last-modified", "lastmodified", "updated", "created",
        "date_time", "modification_time",
    }
)  # fmt: skip
_SLASH = re.compile("%2f", re.IGNORECASE)
Given = TypeVar("Given")
Result = TypeVar("Result")


@dataclass(slots=True)
class Listing:
    """What an address holds.

    place: the filesystem, the same for addresses that may have a folder in common. folder: the path of the folder
    there, as people read it, without / at its end. files: documents by their paths within. beside: other files of the
    folder itself, by name. is_file: whether the address is that of one file. left_out: how many files and folders were.
    """

    place: Any
    folder: str
    files: dict[str, Distant] = field(default_factory=dict)
    beside: dict[str, Distant] = field(default_factory=dict)
    problems: list[tuple[str, ReadError]] = field(default_factory=list)  # path within, error
    is_file: bool = False
    left_out: int = 0


def list_address(address: str) -> Listing:
    """The documents at an address: the file that it names, or those in the folder and the folders in it.

    On the web a folder is what ends in /, and its documents are what its page links to within it. Raises UsageError
    where the address cannot be opened or read, or nothing is there.
    """
    close_all()
    try:
        there = opened(address)
        with there.turn():
            if not _is_folder(there, address):
                return _one_file(there, address)
        listing = Listing(*place_of(address))
        _walk(there, address, listing)
    except UsageError:
        raise
    except Exception as error:  # each filesystem has errors of its own
        told = fetch_error(error, without_login(address))
        what = "there is no such file or folder" if told.code == "E-MISSING" else told.what
        raise UsageError(what, where=told.where, hint="Check the address, and your rights there") from error
    if there.is_web:
        listing.files = dict(_at_once(there, _asked, listing.files.items()))
    return listing


def place_of(address: str) -> tuple[Any, str]:
    """The filesystem of an address and the folder's path there, as a listing has them. Asks nobody."""
    there = opened(address)
    path = there.path.rstrip("/")
    host = tuple(there.path.split("/", 3)[:3]) if there.is_web else ()
    return (there.fs, *host), "/".join(map(_shown, path.split("/"))) if there.is_web else path


def _is_folder(there: Opened, address: str) -> bool:
    if there.is_web or address.partition("::")[0].endswith("/"):
        return there.path.endswith("/") or not there.is_web
    return bool(persistently(lambda: there.fs.info(there.path))["type"] == "directory")


def _one_file(there: Opened, address: str) -> Listing:
    info = persistently(lambda: there.fs.info(there.path))
    place, path = place_of(address)
    folder, _, name = path.rpartition("/")
    file = _distant(address, there.path, without_login(address), info)
    return Listing(place, folder, {printable(name): file}, is_file=True)


def _walk(there: Opened, address: str, listing: Listing) -> None:
    """Folder by folder, a level at a time; only of the first one an error is raised."""
    level: list[tuple[str, str]] = [("", there.path)]  # path within, name on the filesystem
    for _ in range(DEEPEST):
        following: list[tuple[str, str]] = []
        for (within, _), found in zip(level, _at_once(there, _listed, level), strict=True):
            if isinstance(found, Exception):
                if not within:
                    raise found
                listing.problems.append((within, fetch_error(found, f"{_told(address, there, within)}/")))
            elif within and _STORE in found:
                listing.left_out += 1
            else:
                following += _sorted_out(found, within, there, address, listing)
        if not following:
            return
        level = following


def _sorted_out(
    found: dict[str, dict[str, Any]], within: str, there: Opened, address: str, listing: Listing
) -> Iterator[tuple[str, str]]:
    """Takes the documents of a folder; yields the folders in it that are to be listed too."""
    pages = [name for name, info in found.items() if info["type"] != "directory"]
    for name, info in sorted(found.items()):
        path = f"{within}/{name}" if within else name
        if info["type"] == "directory" and not is_aside(name, pages):
            yield path, info["name"]
        elif info["type"] == "file" and is_document(name):
            listing.files[path] = _distant(address, info["name"], _told(address, there, path, info["name"]), info)
        else:
            listing.left_out += 1
            if not within and info["type"] == "file":
                listing.beside[name] = _distant(address, info["name"], _told(address, there, path, info["name"]), info)


def _listed(there: Opened, folder: tuple[str, str]) -> dict[str, dict[str, Any]] | Exception:
    """What is in a folder, by the name that people read; or the error."""
    path = folder[1]
    try:
        with there.turn():
            rows = persistently(lambda: there.fs.ls(path, detail=True))
    except Exception as error:  # each filesystem has errors of its own
        return error
    if there.is_web:
        return dict(_links(rows, path if path.endswith("/") else path + "/"))
    named = ((printable(str(row["name"]).rstrip("/").rpartition("/")[2]), row) for row in rows)
    return {name: row for name, row in named if str(row["name"]).rstrip("/") != path.rstrip("/") and name}


def _links(rows: Iterable[dict[str, Any]], folder: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """What a page links to in its own folder, once; not what leads out of it, nor the page itself sorted otherwise."""
    for name in sorted({unescape(str(row["name"])).partition("#")[0] for row in rows}):
        inner = name.removeprefix(folder)
        step, slash, rest = inner.partition("/")
        if name.startswith(folder) and step not in ("", ".", "..") and step[0] not in "?;" and not rest:
            yield _shown(step), {"name": name, "type": "directory" if slash else "file"}


def _asked(there: Opened, row: tuple[str, Distant]) -> tuple[str, Distant]:
    """A page with what its server tells of its state; as it is where that cannot be had."""
    path, file = row
    try:
        return path, _distant(file.root, file.name, file.url, there.fs.info(file.name))
    except Exception:  # told when the page is fetched
        return row


def _distant(root: str, name: str, url: str, info: dict[str, Any]) -> Distant:
    """
    >>> _distant("s3://b", "b/x", "s3://b/x", {"size": 3, "ETag": '"a1"', "LastModified": "…"}).token
    "etag='a1' lastmodified='…'"
    """
    folded = {str(key).lower(): value for key, value in info.items() if value not in (None, "")}
    marks = {key: str(value).strip('"') for key, value in folded.items() if key in _MARKS}
    times = {key: value for key, value in folded.items() if key in _TIMES}
    token = " ".join(
        f"{key}={value!r}" for key, value in sorted((marks | {k: str(v) for k, v in times.items()}).items())
    )
    modified = 0 if marks else max(map(_nanoseconds, times.values()), default=0)
    size = folded.get("size")
    return Distant(root, name, url, size if isinstance(size, int) else None, token, modified)


def _nanoseconds(time: Any) -> int:
    """A time as filesystems tell it: a moment, seconds, or text; 0 where it is not understood."""
    try:
        if isinstance(time, str):
            time = parsedate_to_datetime(time) if "," in time else datetime.fromisoformat(time)
        if isinstance(time, tuple):
            time = datetime(*time[:6])
        if isinstance(time, datetime):
            time = (time if time.tzinfo else time.replace(tzinfo=UTC)).timestamp()
        return int(time * 1_000_000_000)
    except (TypeError, ValueError, OverflowError):
        return 0


def _shown(step: str) -> str:
    """A step of a page's address as the file would be called.

    >>> _shown("2019%E5%B9%B4%20a.txt"), _shown("%C4%EA%B1%A8.html"), _shown("a%2Fb")
    ('2019年 a.txt', '年报.html', 'a%2Fb')
    """
    kept = _SLASH.sub("%252F", step)
    return printable(unquote_to_bytes(kept).decode("utf-8", "surrogateescape"))


def _told(address: str, there: Opened, within: str, name: str = "") -> str:
    """The address of a file in a folder, as it is told."""
    if there.is_web and name:
        return without_login(name)
    head, mark, tail = address.partition("::")
    return without_login(head if not within else f"{head if head.endswith('/') else head + '/'}{within}") + mark + tail


def _at_once(there: Opened, act: Callable[[Opened, Given], Result], given: Iterable[Given]) -> Iterable[Result]:
    """What a call gives for each of some things, in their order; several at once where the filesystem stands it."""
    if not there.stands_threads:
        return [act(there, one) for one in given]
    with ThreadPoolExecutor(THREADS, "gigraph-list") as threads:
        return list(threads.map(lambda one: act(there, one), given))
