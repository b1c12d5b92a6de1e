"""Made-up reports for measuring: the five shipped ones with other names, years and figures. The same number, the same bytes.

python tests/bench/corpus.py 1000 FOLDER
"""

import re
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))
from dresses import page  # beside this folder

SEEDS = Path(__file__).parents[2] / "seeds" / "reports"
_PROVINCES = (
    "湖南省", "河北省", "云南省", "四川省", "广东省", "浙江省", "江西省", "甘肃省", "山东省", "辽宁省", "吉林省", "陕西省",
    "贵州省", "福建省", "安徽省", "河南省", "湖北省", "江苏省", "山西省", "青海省", "海南省", "黑龙江省",
)  # fmt: skip
_BODIES = (
    "机关事务管理局", "统计局", "水利厅", "财政厅", "农业农村厅", "审计厅", "教育厅", "民政厅", "司法厅", "交通运输厅",
    "文化和旅游厅", "卫生健康委员会", "应急管理厅", "市场监督管理局", "医疗保障局", "体育局", "林业局",
)  # fmt: skip
_OWN_PROVINCES = re.compile("湖南省|河北省|云南省")
_OWN_BODIES = re.compile("机关事务管理局|水库移民开发管理局|政务服务管理局")
_YEAR = re.compile(r"(?<!\d)201[4-8](?=年)")
_COUNT = re.compile(r"(?<![\d.〕])\d{1,4}(?=[条件])")


def report(number: int) -> str:
    """The report with a number; its seed, province, body, years and counts follow from the number alone."""
    rest, seed = divmod(number, len(_seeds()))
    rest, province = divmod(rest, len(_PROVINCES))
    rest, body = divmod(rest, len(_BODIES))
    later = rest % 6
    text = _OWN_PROVINCES.sub(_PROVINCES[province], _seeds()[seed])
    text = _OWN_BODIES.sub(_BODIES[body], text)
    text = _YEAR.sub(lambda match: str(int(match.group()) + later), text)
    return _COUNT.sub(lambda match: str(int(match.group()) + number % 97), text)


def write(count: int, folder: Path, first: int = 0) -> None:
    """Writes reports one by one, a thousand a folder."""
    for number in range(first, first + count):
        path = folder / f"{number // 1000:04}" / f"{number:07}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report(number), "utf-8")


def write_pages(count: int, folder: Path) -> list[Path]:
    """Web pages of the same reports in three styles; their paths."""
    folder.mkdir(parents=True)
    paths = [folder / f"{number:07}.html" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(page(report(number), number % 3), "utf-8")
    return paths


def numbered(folder: Path) -> Iterator[Path]:
    """The files that `write` wrote, in order."""
    yield from sorted(folder.glob("*/*.txt"))


@lru_cache(maxsize=1)
def _seeds() -> tuple[str, ...]:
    return tuple(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
