"""Lists of sources: which document was fetched from which URL. A table of path and URL, or the index of a WARC file.

A table has two columns or more, with tabs, commas or semicolons between, and may name them in its first line. The index
of a WARC file (CDX, CDXJ) has no paths; there a document is known by the SHA-1 digest of its bytes.
"""

import base64
import csv
import hashlib
import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from gigraph.build.afar import LINKS as NAME  # in the folder that keys start from or in one that is given
from gigraph.build.afar import fetched
from gigraph.build.collect import Found, Problem, SourceFile
from gigraph.documents import printable, read_source
from gigraph.documents.distant import Distant
from gigraph.documents.encodings import decode
from gigraph.documents.files import read_bytes
from gigraph.documents.urls import is_url
from gigraph.errors import ReadError, UsageError

_PATHS = frozenset(
    {"path", "file", "filename", "filepath", "name", "key", "文件", "文件名", "文件路径", "路径", "附件"}
)
_URLS = frozenset(
    {"url", "link", "href", "uri", "source", "链接", "网址", "地址", "网页地址", "来源", "来源网址", "原文链接"}
)
_CDX = re.compile(r"\S{1,4000} \d{4,17} \S")
_LEGEND = re.compile(r" ?CDX ((?:[A-Za-z] ?){3,30})")
_USUAL = ["N", "b", "a", "m", "s", "k", "r", "M", "S", "V", "g"]  # the fields of an index that has no legend
_SHOWN = 20  # rows that are told one by one


@dataclass(slots=True)
class Links:
    """What a list says: URL and line by path, URL by digest (SHA-1, base 32), and what is wrong with its rows."""

    paths: dict[str, tuple[str, int]] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)
    wrong: list[tuple[int, str, str]] = field(default_factory=list)  # line, code, what


def give_urls(found: Found, folders: list[Path], base: Path, given: Path | None = None) -> None:
    """Gives the documents of a build their URLs, and tells rows of the lists that are of no use.

    folders: where a list may lie under its usual name. given: another list. A path in a list counts from the build's
    root, else from the list's own folder. Raises UsageError where the list that is given cannot be read.
    """
    lists = [folder / NAME for folder in dict.fromkeys(folders) if (folder / NAME).is_file()]
    for path in [given] if given else lists:
        place = printable(path.relative_to(base).as_posix() if path.is_relative_to(base) else str(path))
        try:
            links = parse_links(decode(read_bytes(path), where=place).text)
        except ReadError as error:
            if given:
                raise UsageError(error.what, where=place, hint=error.hint) from error
            found.problems.append(Problem(place, "W-LINKS", error.what))
            continue
        _apply(links, found, _starts(path.parent, base))
        found.problems += _told(links, place)
    for start, file in () if given else found.lists:
        try:
            with fetched(file) as path:
                links = parse_links(decode(read_bytes(path), where=file.url).text)
        except ReadError as error:
            found.problems.append(Problem(start + NAME, "W-LINKS", error.what))
            continue
        _apply(links, found, (start,))
        found.problems += _told(links, start + NAME)
    found.problems.sort()


def parse_links(text: str) -> Links:
    """The rows of a list.

    >>> links = parse_links("文件\\t网址\\n2019/a.html\\thttps://www.example.gov.cn/a.html\\n")
    >>> links.paths
    {'2019/a.html': ('https://www.example.gov.cn/a.html', 2)}
    """
    links = Links()
    lines = text.removeprefix("\ufeff").splitlines()
    first = next((line for line in lines if line.strip()), "")
    if _LEGEND.match(first) or (_CDX.match(first) and "\t" not in first):
        _index(lines, links)
    else:
        _table(lines, first, links)
    return links


def _table(lines: list[str], first: str, links: Links) -> None:
    mark = max("\t,;", key=first.count)
    names = [cell.lower() for cell in _split(first, mark)]
    at = _columns(names)
    for number, line in enumerate(lines, 1):
        cells = _split(line, mark)
        if not any(cells) or cells[0].startswith("#") or (at and line == first):
            continue
        path, url = _cells(cells, at)
        if not path or not url:
            links.wrong.append((number, "W-LINKS", "the row has no path or no URL"))
        elif not is_url(url):
            links.wrong.append((number, "W-URL", f"{printable(url[:80])} is no URL"))
        elif links.paths.setdefault(_normal(path), (url, number))[0] != url:
            links.wrong.append((number, "W-LINKS", f"{printable(path[:80])} has another URL above, which counts"))


def _split(line: str, mark: str) -> list[str]:
    """The cells of a line; quotation marks may stand around one."""
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=mark), [])]
    except csv.Error:  # a cell of more than 131,072 characters
        return ["?"]


def _columns(names: list[str]) -> tuple[int, int] | None:
    """The places of path and URL by the names of the columns; None where the first line names none."""
    url = next((index for index, name in enumerate(names) if name in _URLS), None)
    path = next((index for index, name in enumerate(names) if name in _PATHS), None)
    return (path, url) if path is not None and url is not None else None


def _cells(cells: list[str], at: tuple[int, int] | None) -> tuple[str, str]:
    """Path and URL of a row; without named columns the URL is the cell that looks like one, of the first two."""
    if at:
        path, url = ((cells[index] if index < len(cells) else "") for index in at)
        return path, url
    path, url = (*cells, "", "")[:2]
    return (url, path) if is_url(path) and not is_url(url) else (path, url)


def _index(lines: list[str], links: Links) -> None:
    legend = _USUAL
    for number, line in enumerate(lines, 1):
        if named := _LEGEND.match(line):
            legend = named[1].split()
        elif line.strip():
            url, digest = _entry(line, legend)
            if not digest or not is_url(url):
                links.wrong.append((number, "W-LINKS", "the row has no URL or no digest"))
            else:
                links.digests.setdefault(digest.upper().removeprefix("SHA1:"), url)


def _entry(line: str, legend: list[str]) -> tuple[str, str]:
    """URL and digest of a line of an index."""
    start = line.find(" {")
    if start >= 0:
        try:
            fields = json.loads(line[start:])
        except ValueError:
            return "", ""
        return (str(fields.get("url", "")), str(fields.get("digest", ""))) if isinstance(fields, dict) else ("", "")
    cells = dict(zip(legend, line.split(), strict=False))
    return cells.get("a", ""), cells.get("k", "").strip("-")


def _normal(path: str) -> str:
    """A path as keys are written: NFC, with /, without ./ in front."""
    return unicodedata.normalize("NFC", printable(path)).replace("\\", "/").removeprefix("./")


def _starts(folder: Path, base: Path) -> tuple[str, str]:
    """What stands before the paths of a folder's list in keys, and what may stand there before a key."""
    prefix = printable(folder.relative_to(base).as_posix()) + "/" if folder.is_relative_to(base) else ""
    return unicodedata.normalize("NFC", prefix).removeprefix("./"), base.as_posix() + "/"


def _apply(links: Links, found: Found, starts: tuple[str, ...]) -> None:
    unknown = []
    for path, (url, number) in links.paths.items():
        keys = (path, starts[0] + path, path.removeprefix(starts[-1]))
        key = next((key for key in keys if key in found.sources), None)
        if key is None:
            unknown.append((number, path))
        elif not found.sources[key].url:
            found.sources[key] = replace(found.sources[key], url=url)
    if unknown:
        number, path = unknown[0]
        more = f", and {len(unknown) - 1} further rows" if len(unknown) > 1 else ""
        links.wrong.append((number, "W-LINKS", f"{path[:80]} is no document of this build{more}"))
    if links.digests:
        found.sources.update(_by_digest(found.sources, links.digests))


def _by_digest(sources: Mapping[str, SourceFile], digests: Mapping[str, str]) -> Iterator[tuple[str, SourceFile]]:
    for key, source in list(sources.items()):
        if not source.url and not isinstance(source.path, Distant):  # which is not fetched for its digest alone
            try:
                data = read_source(source.path, source.member)
            except ReadError:
                continue  # told when it is its turn to be read
            digest = base64.b32encode(hashlib.sha1(data, usedforsecurity=False).digest()).decode()
            if digest in digests:
                yield key, replace(source, url=digests[digest])


def _told(links: Links, place: str) -> Iterator[Problem]:
    for number, code, what in sorted(links.wrong)[:_SHOWN]:
        yield Problem(place, code, f"line {number}: {what}")
    if len(links.wrong) > _SHOWN:
        yield Problem(place, "W-LINKS", f"and {len(links.wrong) - _SHOWN} more rows")
