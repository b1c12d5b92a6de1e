"""Further serials behind a document number: 〔2015〕13、15号, 〔2015〕12至14号, which are three."""

import re
from collections.abc import Iterator
from typing import NamedTuple

MOST = 20  # numbers that a range may be; of a longer one the two ends count, and it is told
OPEN_RANGE = "open-range"  # the rule of the last number of a range whose others are not certain

_GAP = r"[ \u3000\n]{0,2}"
_AND = rf"(?:{_GAP}(?:[、,和及与]|以及){_GAP})"
_TO = r"(?:[-—–~]{1,2}|至|到)"
_NOT_A_NUMBER = r"(?![令楼线院房门前])"  # 3号楼, 15号前
# The last of a list bears 号, others may: 13、15号; 1-3、5号; 12号文、13号文. 13号和〔2016〕2号 has its own year.
_NEXT = re.compile(
    rf"(?:文件?)?(?:{_GAP}(?P<to>{_TO}){_GAP}|{_AND})第?(?P<serial>\d{{1,4}})"
    rf"(?=(?:(?:{_GAP}{_TO}{_GAP}|{_AND})第?\d{{1,4}}){{0,19}}{_GAP}号{_NOT_A_NUMBER})(?:{_GAP}号)?"
)
_JOINT = re.compile(rf"(?:文件?)?(?:{_GAP}(?P<to>{_TO}){_GAP}|{_AND}|{_GAP})")


class Listed(NamedTuple):
    """Serials that stand at one place, offsets of which are given: one, or all that a range has behind its first."""

    start: int
    end: int
    serials: tuple[int, ...]
    rule: str


class Joint(NamedTuple):
    """What stands between two numbers, and where it ends: whether it is the word of a range."""

    start: int
    end: int
    to: bool


def further(text: str, end: int, serial: int) -> Iterator[Listed]:
    """The further serials of a list, from the end of a number with its serial on.

    >>> [listed.serials for listed in further("国办发〔2015〕12至14、16号", 11, 12)]
    [(13, 14), (16,)]
    """
    while match := _NEXT.match(text, end):
        found, end = int(match["serial"]), match.end()
        if not match["to"]:
            yield Listed(match.start("serial"), end, (found,), "number-list")
        elif found > serial:
            yield range_to(match.start("to"), end, serial, found)
        else:  # 〔2015〕12-1号
            return
        serial = found


def range_to(start: int, end: int, first: int, last: int) -> Listed:
    """What a range states behind its first number."""
    if last - first >= MOST:
        return Listed(start, end, (last,), OPEN_RANGE)
    return Listed(start, end, tuple(range(first + 1, last + 1)), "number-range")


def joint(text: str, start: int, end: int) -> Joint | None:
    """What joins two numbers that bear their years, the second of which ends where its year or its code begins."""
    match = _JOINT.match(text, start, end)
    return Joint(match.start("to") if match["to"] else match.end(), match.end(), bool(match["to"])) if match else None
