"""Made-up reports for measuring: the shipped ones with other places, bodies, years, figures, forms of tables and damage.

Every number has its report and no other, whatever else is made: the same number, the same bytes.

python tests/bench/corpus.py 1000 FOLDER
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from random import Random

sys.path.append(str(Path(__file__).parents[1]))
from dresses import page  # beside this folder
from forms_printing import EMPTY_ALLOWED, GLUED, GRIDS, print_table
from forms_tables import Table, section_four, section_three, section_two
from forms_tables_2014 import table_2014

from gigraph.registry import load_registry

SEEDS = Path(__file__).parents[2] / "seeds" / "reports"
_BODIES = (
    "机关事务管理局", "统计局", "水利局", "财政局", "农业农村局", "审计局", "教育局", "民政局", "司法局", "交通运输局",
    "文化和旅游局", "卫生健康委员会", "应急管理局", "市场监督管理局", "医疗保障局", "体育局", "林业局", "人民政府",
)  # fmt: skip
_YEARS = range(2009, 2025)
_OWN_PLACES = re.compile("湖南省|河北省|云南省|湘潭市|华宁县")
_OWN_BODIES = re.compile("机关事务管理局|水库移民开发管理局|政务服务管理局")
_YEAR = re.compile(r"(?<!\d)201[4-8](?=年)")
_COUNT = re.compile(r"(?<![\d.〕])\d{1,4}(?=[条件])")
_TABLE = re.compile(r"\n政府信息公开情况统计表\n.*", re.DOTALL)  # a seed's own: another takes its place
_LINE = 38  # characters of a line that an editor has broken
_WHOLE = 5  # paragraphs that are always there
_SHORT = 10  # paragraphs of a short report


def report(number: int, *, short: bool = False) -> str:
    """The report with a number: a seed's paragraphs about another body and year, with the tables of that year's form.

    short: only its beginning, without tables.
    """
    chance = Random(number)
    seeds, places = _seeds(), _places()
    place, body, year = places[chance.randrange(len(places))], chance.choice(_BODIES), chance.choice(_YEARS)
    text = _TABLE.sub("\n", seeds[number % len(seeds)])
    text = _OWN_BODIES.sub(body, _OWN_PLACES.sub(place, text))
    later = year - 2016
    text = _YEAR.sub(lambda match: str(int(match.group()) + later), text)
    text = _COUNT.sub(lambda match: str(int(match.group()) + number % 97), text)
    paragraphs = text.split("\n")
    kept = [line for at, line in enumerate(paragraphs) if at < _WHOLE or chance.random() < 0.85]
    damage = chance.choice(_DAMAGES)
    if short:
        return damage("\n".join(kept[:_SHORT]), chance)
    return damage("\n".join(kept), chance) + _tables(year, chance)


def _tables(year: int, chance: Random) -> str:
    """The statutory tables of a year, in one of the ways in which pages and files print them; none before 2014."""
    if year < 2014:
        return ""
    style = chance.choice([style for style in GRIDS + GLUED if style != "html"])
    empty = "" if style == "glued-blank" else "/" if style in EMPTY_ALLOWED and chance.random() < 0.3 else None
    return "\n" + "\n".join(print_table(chance, style, table, empty).text for table in _forms(year, chance)) + "\n"


def _forms(year: int, chance: Random) -> list[Table]:
    if year < 2019:
        return [table_2014(chance, False)]
    form = "2019" if year < 2021 else "2021"
    return [section_two(chance, form), section_three(chance, form, False, False), section_four(chance, False)]


def _broken(text: str, chance: Random) -> str:
    """Lines of one width, as a page of fixed width leaves them."""
    cut = (line[at : at + _LINE] for line in text.split("\n") for at in range(0, len(line) or 1, _LINE))
    return "\n".join(cut)


def _spaced(text: str, chance: Random) -> str:
    """Spaces before some numbers, and full-width ones at the beginnings of lines."""
    text = re.sub(
        r"\d{1,4}(?=[条件次])", lambda match: f" {match.group()} " if chance.random() < 0.5 else match[0], text
    )
    return text.replace("\n  ", "\n　　")


def _paged(text: str, chance: Random) -> str:
    """Page numbers between paragraphs."""
    lines = text.split("\n")
    for page_number, at in enumerate(range(24, len(lines), 25), 1):
        lines.insert(at, f"- {page_number} -")
    return "\n".join(lines)


def _repeated(text: str, chance: Random) -> str:
    """The title twice, as under a site's headline."""
    title, _, rest = text.partition("\n")
    return f"{title}\n{title}\n{rest}"


def _sound(text: str, chance: Random) -> str:
    return text


_DAMAGES: tuple[Callable[[str, Random], str], ...] = (_sound, _sound, _sound, _broken, _spaced, _paged, _repeated)


def write(count: int, folder: Path, first: int = 0, *, short: bool = False) -> None:
    """Writes reports one by one, a thousand a folder."""
    for number in range(first, first + count):
        path = folder / f"{number // 1000:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report(number, short=short), "utf-8")


def write_pages(count: int, folder: Path) -> list[Path]:
    """Web pages of the same reports in three styles; their paths."""
    folder.mkdir(parents=True)
    paths = [folder / f"{number:07}.html" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(page(report(number), number % 3), "utf-8")
    return paths


def change(paths: Iterable[Path]) -> None:
    """Adds the same sentence, which has a fact, to each report."""
    for path in paths:
        path.write_text(path.read_text("utf-8") + "\n本机关制定了《政府信息公开保密审查办法》。\n", "utf-8")


def numbered(folder: Path) -> Iterator[Path]:
    """The files that `write` wrote, in order."""
    yield from sorted(folder.glob("*/*.txt"))


@lru_cache(maxsize=1)
def _places() -> tuple[str, ...]:
    """Full names of all provinces, and of every seventh of their cities and counties, as of 2020."""
    regions = load_registry().regions
    known = sorted((code, region) for code, held in regions.by_code.items() for region in held[-1:])
    chosen = (region for at, (_, region) in enumerate(known) if region.level == "province" or at % 7 == 0)
    return tuple(region.name for region in chosen if len(region.name) > 2)


@lru_cache(maxsize=1)
def _seeds() -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
