"""Files at an address that fsspec knows (s3://, https://, memory://, zip://…::…): opened, fetched, and told.

Nothing is asked of any machine but what the user named. fsspec and the packages of its filesystems are installed by the
user; how they log in is their affair, and stands in their own settings or in the environment (FSSPEC_S3_ANON=true).
"""

import re
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from gigraph.documents.files import printable
from gigraph.errors import ReadError, UsageError

ATTEMPTS = 4
PAUSE = 0.5  # seconds before the second attempt, twice as long before each further one
EXTRA = "pip install 'gigraph[urls]'"
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,30}(?:://|::)", re.IGNORECASE)
_HERE = ("file://", "local://")
_LOGIN = re.compile(r"(?<=://)[^/@\s:]{0,200}:[^/@\s]{0,200}@")
_REPOSITORIES = ("github://", "git://")  # there ORGANISATION:REPOSITORY@BRANCH stands before the path
_ONE_AT_A_TIME = threading.Lock()  # for filesystems that are not known to stand several threads
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Distant:
    """A file at an address.

    root: the address that was given for it or a folder above it, with all that opens it. name: its own name there.
    url: how it is told, without a password. size: bytes, where the filesystem says. token: changes when the file does;
    empty where the filesystem tells nothing of that kind. modified: nanoseconds, 0 where the token needs no time.
    """

    root: str
    name: str
    url: str
    size: int | None = None
    token: str = ""
    modified: int = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """A filesystem and the path on it that an address means."""

    fs: Any
    path: str

    @property
    def is_web(self) -> bool:
        """Whether names on it are addresses of pages, in which %E5 is a byte."""
        return self.path.startswith(("http://", "https://"))

    @property
    def stands_threads(self) -> bool:
        """Whether several files may be fetched at once."""
        return bool(getattr(self.fs, "async_impl", False))

    def turn(self) -> AbstractContextManager[Any]:
        """What a thread holds while it uses the filesystem."""
        return nullcontext() if self.stands_threads else _ONE_AT_A_TIME


def is_distant(text: str) -> bool:
    """Whether a text is an address and no path of this machine.

    >>> [is_distant(text) for text in ("s3://b/x", "zip://::https://h/a.zip", "file:///x", "a/b.txt", "C:/x", "./s3://x")]
    [True, True, False, False, False, False]
    """
    return _ADDRESS.match(text) is not None and not text.lower().startswith(_HERE)


def path_of(text: str) -> str:
    """The path that file:// and local:// name; any other text as it is.

    >>> path_of("file:///data/reports"), path_of("reports")
    ('/data/reports', 'reports')
    """
    start = next((start for start in _HERE if text.lower().startswith(start)), "")
    return text[len(start) :]


def without_login(text: str) -> str:
    """A text fit to be told and kept: addresses in it have no name and password.

    >>> without_login("ftp://me:secret@host/a"), without_login("github://org:repo@main/a")
    ('ftp://host/a', 'github://org:repo@main/a')
    """
    return text if text.startswith(_REPOSITORIES) else _LOGIN.sub("", text)


@lru_cache(maxsize=16)
def opened(address: str) -> Opened:
    """The filesystem of an address, kept open until `close_all`.

    Raises UsageError where fsspec, the protocol or its package is missing; what the filesystem raises otherwise.
    """
    told = without_login(address)
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise UsageError("files at an address need fsspec, which is not installed", where=told, hint=EXTRA) from error
    try:
        fs, path = url_to_fs(address)
    except ImportError as error:
        hint = f"Install the package of this filesystem for fsspec; for http and https: {EXTRA}"
        raise UsageError(f"its filesystem is not installed ({error})", where=told, hint=hint) from error
    except ValueError as error:
        if "rotocol" not in str(error):
            raise
        raise UsageError(f"fsspec knows no such filesystem ({error})", where=told, hint="s3://, https:// …") from error
    fs.invalidate_cache()
    return Opened(fs, str(path))


def close_all() -> None:
    """Forgets the filesystems that are open: what they know of their files may be old."""
    opened.cache_clear()


def fetch(file: Distant, target: Path, max_bytes: int) -> None:
    """Writes the bytes of a file to a path of this machine; tries again where the network fails.

    Raises ReadError with the address: E-MISSING, E-PERM, E-TOO-LARGE, E-FETCH; UsageError as `opened`.
    """
    if file.size is not None and file.size > max_bytes:
        raise _too_large(file, max_bytes)
    try:
        persistently(lambda: _fetch(file, target, max_bytes))
    except (ReadError, UsageError):
        raise
    except Exception as error:  # each filesystem has errors of its own
        raise fetch_error(error, file.url) from error


def fetch_error(error: Exception, url: str) -> ReadError:
    """What a filesystem's error comes to, told with the address."""
    status = _status(error)
    if status in (401, 403) or isinstance(error, PermissionError):
        return ReadError("E-PERM", f"it may not be fetched: {url}", where=url, hint="Check your rights there")
    if status in (404, 410) or (isinstance(error, FileNotFoundError) and status is None):
        return ReadError("E-MISSING", f"there is no such file any more: {url}", where=url, hint="Build again")
    reason = without_login(printable(f"{type(error).__name__} {error}".strip()[:200]))
    return ReadError("E-FETCH", f"it cannot be fetched: {url} ({reason})", where=url, hint="Build again later")


def persistently(act: Callable[[], Result]) -> Result:
    """What a call to a filesystem gives; it is tried again unless the answer is certain."""
    for attempt in range(ATTEMPTS):
        try:
            return act()
        except Exception as error:
            if attempt == ATTEMPTS - 1 or _is_certain(error):
                raise
            time.sleep(PAUSE * 2**attempt)
    raise AssertionError("the last attempt returns or raises")


def _fetch(file: Distant, target: Path, max_bytes: int) -> None:
    from fsspec.callbacks import Callback

    class Limit(Callback):  # type: ignore[misc]  # fsspec has no types
        def relative_update(self, inc: int = 1) -> None:
            super().relative_update(inc)
            if self.value > max_bytes:
                raise _too_large(file, max_bytes)

    there = opened(file.root)
    with there.turn():
        if there.stands_threads:
            there.fs.get_file(file.name, str(target), callback=Limit())
        else:  # a file that is open already spares the question whether the name is a folder
            with open(target, "wb") as out:
                there.fs.get_file(file.name, out, callback=Limit())


def _too_large(file: Distant, max_bytes: int) -> ReadError:
    return ReadError("E-TOO-LARGE", f"it has more than {max_bytes / 1e6:.0f} MB: {file.url}", where=file.url)


def _is_certain(error: Exception) -> bool:
    known = (ReadError, UsageError, PermissionError, IsADirectoryError, NotADirectoryError, NotImplementedError)
    status = _status(error)
    if status is not None:
        return 400 <= status < 500 and status not in (408, 425, 429)
    return isinstance(error, (*known, FileNotFoundError))


def _status(error: BaseException) -> int | None:
    """The status of an answer over HTTP; some filesystems hide it behind a missing file."""
    found = getattr(error, "status", None)
    if found is None and error.__cause__ is not None:
        return _status(error.__cause__)
    return found if isinstance(found, int) else None
