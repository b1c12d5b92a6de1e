"""GB/T 2260 codes with the years of each name, from python-stdnum's `cn/loc`, and names without their kind.

The library's file is read directly: one expression a line, a tenth of the time of its own parser.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

CENTRE = "100000"
# Reports exist since 2008 (条例, in force 2008-05-01); names given up before are of no use and would only collide.
FIRST_YEAR = 2007

_LINE = re.compile(r'^ *(\d{2,4}) (?:province|county)="([^"]*)"', re.MULTILINE)
_NAME = re.compile(r"(?:\[(\d{0,4})-(\d{0,4})\])?([^,\[\]]+)")
# Headings of the code list that name no region.
_HEADINGS = frozenset(
    {"市辖区", "县", "市", "郊县", "市区", "林区"}
    | {head + "直辖县级行政" + tail for head in ("", "省", "自治区") for tail in ("区划", "单位")}
)
_DIRECT = frozenset({"11", "12", "31", "50"})  # municipalities: no prefecture between them and their districts


@dataclass(frozen=True, slots=True)
class Region:
    """A region. level: province, prefecture, county or zone; years inclusive, None where open."""

    code: str
    name: str
    level: str
    parent: str
    since: int | None = None
    until: int | None = None
    area: str | None = None

    def valid(self, year: int | None) -> bool:
        """Whether the name was in use in a year (any year, where it is None)."""
        if year is None:
            return True
        return (self.since is None or self.since <= year) and (self.until is None or year <= self.until)


def short_name(name: str) -> str:
    """A region's name without its kind and its nationalities.

    >>> short_name("恩施土家族苗族自治州"), short_name("长沙市"), short_name("锡林郭勒盟"), short_name("碑林区")
    ('恩施', '长沙', '锡林郭勒', '碑林')
    """
    bare = re.sub(r"(?:[\u4e00-\u9fff]{1,5}族){0,4}自治[区州县旗]$", "", name)
    if bare != name:
        return _without_people(name)
    return re.sub(r"(?:地区|特别行政区|(?<=神农架)林区|特区|[省市县区州旗盟])$", "", name)


_PEOPLES = re.compile(
    r"(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔"
    r"|仫佬|羌|布朗|撒拉|毛南|仡佬|锡伯|普米|塔吉克|怒|鄂温克|保安|裕固|独龙|鄂伦春|各|多)族|(?:维吾尔(?=自治)|(?:蒙古|哈萨克|柯尔克孜)(?=自治[州县]))"
)


def _without_people(name: str) -> str:
    match = _PEOPLES.search(name, 1)
    return name[: match.start()] if match else re.sub(r"族?自治[区州县旗]$", "", name)


def library_regions() -> Iterator[Region]:
    """The regions of the library, without headings and without names given up before FIRST_YEAR."""
    text = files("stdnum.cn").joinpath("loc.dat").read_text("utf-8")
    province = ""
    for match in _LINE.finditer(text):
        number, names = match.groups()
        if len(number) == 2:
            province = number
            continue
        code = province + number
        for since, until, name in _NAME.findall(names):
            if name in _HEADINGS or (until and int(until) < FIRST_YEAR):
                continue
            yield Region(
                code, _SPELLING.get(name, name), *_rank(code), int(since or 0) or None, int(until or 0) or None
            )


_SPELLING = {"香港特別行政區": "香港特别行政区", "澳門特別行政區": "澳门特别行政区"}


def _rank(code: str) -> tuple[str, str]:
    """Level and parent that a code shows; 90 in the middle are counties directly under a province."""
    if code[2:] == "0000":
        return "province", CENTRE
    if code[4:] == "00":
        return "prefecture", code[:2] + "0000"
    direct = code[:2] in _DIRECT or code[2:4] == "90"
    return "county", code[:2] + "0000" if direct else code[:4] + "00"
