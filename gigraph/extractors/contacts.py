"""Whom to ask about the report: the details behind 地址, 邮编, 电话, 传真, 电子邮箱, and the office to turn to.

Most reports have them where the preface ends: 如对本报告有疑问，请与某办公室联系（地址：…；邮编：…；电话：…）; others
below the statistics or at the end of the text.
"""

import re
from collections.abc import Iterator

from gigraph.models import Kind, Mention, Role
from gigraph.registry import Registry
from gigraph.text.fold import HAN
from gigraph.text.reading import Reading

_DASH = "[-‐‑–—―－]{1,2}"
_NUMBER = re.compile(
    rf"(?:\(?0\d{{2,3}}\)?(?: {{0,2}}{_DASH} {{0,2}}| {{1,2}})?)?\d{{5,8}}(?:(?:{_DASH}|转)\d{{1,6}}){{0,2}}(?!\d)"
    rf"|1[3-9]\d{{9}}(?!\d)|[48]00{_DASH}\d{{3,4}}{_DASH}\d{{3,4}}(?!\d)"
)
_MORE = re.compile(r" {0,2}[、/,;或及] {0,2}")
_EMAIL = re.compile(r"[\w.+-]{1,64} {0,1}@ {0,1}[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}", re.ASCII)
_POSTCODE = re.compile(r"\d{6}(?!\d)")
_ADDRESS = re.compile(r"[^\n;,。:()|]{4,60}")
_PLACE = re.compile(rf"[{HAN}]{{1,40}}(?:[路街道巷弄号楼层室院区县市镇乡村]|大厦|中心|广场)")
_ASK = re.compile(
    rf"请(?:您)?(?:直接)?(?:与|同|和|向|致电|联系) {{0,2}}[“\"]?(?P<office>[{HAN}·]{{3,40}}?)[”\"]?"
    rf"(?:(?:直接|进行)?(?:联系|咨询|反映|询问|查询))"
)
_CUE = re.compile(r"联系|咨询|疑问|疑义|意见|建议|邮寄|填 {0,2}[报表] {0,2}人|审 {0,2}核 {0,2}人")
_BEFORE, _CHAIN, _END = 100, 60, 500  # characters: from a cue to a detail, from detail to detail, of a text's end
_MOST = 3  # numbers behind one label


def extract(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """CONTACT mentions; the value is (kind, value). A label far from any word of contact is not the report's own."""
    pattern = registry.contacts.label_pattern
    for start, end in _runs(reading):
        last = -_CHAIN
        for match in pattern.finditer(reading.text, start, end):
            near = match.start() - last <= _CHAIN or match.start() >= len(reading.text) - _END
            cue = near or _CUE.search(reading.text, max(start, match.start() - _BEFORE), match.end())
            kind = registry.contacts.kinds["".join(match["label"].split())] if cue else ""
            for at, stop, value in _READERS[kind](reading.text, match.end(), end, pattern) if kind else ():
                yield reading.mention(Kind.CONTACT, at, stop, (kind, value), "labelled")
                last = stop
        for match in _ASK.finditer(reading.text, start, end):
            if _CUE.search(reading.text, max(start, match.start() - _BEFORE), match.start()):
                span = match.span("office")
                yield reading.mention(Kind.CONTACT, *span, ("office", match["office"]), "ask")


def _runs(reading: Reading) -> Iterator[tuple[int, int]]:
    """The body and the tables, whose last lines have the telephone of who filled them in; never the page's foot."""
    yield from reading.runs
    for block in reading.document.blocks:
        if block.role is Role.TABLE:
            yield reading.view.offset(block.span.start), reading.view.offset(block.span.end)


def _numbers(text: str, start: int, end: int, labels: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    for _ in range(_MOST):
        match = _NUMBER.match(text, start, end)
        if not match:
            return
        yield match.start(), match.end(), _dialled(match.group())
        more = _MORE.match(text, match.end(), end)
        if not more:
            return
        start = more.end()


def _dialled(number: str) -> str:
    """The number with hyphens alone between its parts.

    >>> _dialled("(0731)85495137"), _dialled("0731—85495137"), _dialled("85495137")
    ('0731-85495137', '0731-85495137', '85495137')
    """
    plain = re.sub(rf"[() ]+|{_DASH}", "-", number).strip("-")
    return re.sub(r"-{2,}", "-", re.sub(r"^(0(?:10|2\d|[3-9]\d{2}))(?=\d{7,8})", r"\1-", plain))


def _emails(text: str, start: int, end: int, labels: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    if match := _EMAIL.match(text, start, end):
        yield match.start(), match.end(), "".join(match.group().split())


def _postcodes(text: str, start: int, end: int, labels: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    if match := _POSTCODE.match(text, start, end):
        yield match.start(), match.end(), match.group()


def _addresses(text: str, start: int, end: int, labels: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    match = _ADDRESS.match(text, start, end)
    if not match:
        return
    label = labels.search(text, start, min(end, match.end() + 4))
    stop = min(match.end(), label.start()) if label else match.end()
    value = text[start:stop].rstrip(" 、")
    if _PLACE.search(value):
        yield start, start + len(value), value


_READERS = {
    "telephone": _numbers, "fax": _numbers, "email": _emails, "postcode": _postcodes, "address": _addresses,
}  # fmt: skip
