"""Reports with statutory tables, made at random from a seed: the text, the truth, and what a glued table determines."""

from dataclasses import dataclass
from random import Random

from forms_oracle import determined
from forms_printing import EMPTY_ALLOWED, GLUED, GRIDS, Printed, print_table
from forms_tables import Key, Table, section_four, section_three, section_two
from forms_tables_2014 import table_2014

STYLES = GRIDS + GLUED
PLACES = ("云岭县", "青石市", "东湾区", "白桥镇人民政府", "松原州")
BODIES = ("水务局", "教育局", "市场监督管理局", "卫生健康局", "人民政府办公室")


@dataclass(frozen=True)
class Case:
    """One report. truth: number of each cell of its tables, None where none is printed. unique: keys that the
    characters and the identities determine (every printed number of a grid). slips: sections with a violated identity."""

    seed: int
    form: str
    style: str
    suffix: str
    text: str
    truth: dict[Key, str | None]
    unique: frozenset[Key]
    slips: tuple[str, ...]
    short: bool


def make_case(seed: int) -> Case:
    """The report of a seed; style and form run through all combinations."""
    random = Random(seed)
    style, form = STYLES[seed % len(STYLES)], ("2014", "2019", "2021", "2021")[seed // len(STYLES) % 4]
    slip, short = random.random() < 0.2, form == "2021" and random.random() < 0.1
    tables = _tables(random, form, slip, short)
    empty = _empty(random, style)
    printed = {table.section: print_table(random, style, table, empty) for table in tables}
    if form != "2014" and random.random() < 0.2:
        printed = {name: _narrow(part) for name, part in printed.items()}
    truth = {key: value for part in printed.values() for key, value in part.truth.items()}
    unique: set[Key] = set()
    for table in tables:
        part = printed[table.section]
        if style not in GLUED:
            unique |= {key for key, value in part.truth.items() if value is not None}
        elif style != "glued-blank":
            unique |= determined(part.runs, table.sound)
        elif table.section == "2014":
            unique |= {key for key, value in part.truth.items() if value is not None}
    text = _report(random, form, style, printed, truth)
    slips = tuple(table.section for table in tables if not table.sound)
    suffix = ".html" if style == "html" else ".txt"
    return Case(
        seed, "2014-statistics" if form == "2014" else form, style, suffix, text, truth, frozenset(unique), slips, short
    )


def _tables(random: Random, form: str, slip: bool, short: bool) -> list[Table]:
    if form == "2014":
        return [table_2014(random, slip)]
    third = slip and random.random() < 0.7
    return [
        section_two(random, form),
        section_three(random, form, third, short),
        section_four(random, slip and not third),
    ]


def _empty(random: Random, style: str) -> str | None:
    """What zeros show in this table; None: the digit."""
    if style == "glued-blank":
        return ""
    if random.random() < 0.75:
        return None
    if style in EMPTY_ALLOWED:
        return random.choice(("", "", "/", "-"))
    return random.choice(("/", "-", "—")) if style in ("spaces", "lines") else None


def _narrow(part: Printed) -> Printed:
    """Half-width brackets and colons, as many editors leave them."""
    table = str.maketrans("（）：", "():")
    return Printed(part.text.translate(table), part.truth, part.runs)


def _report(random: Random, form: str, style: str, printed: dict[str, Printed], truth: dict[Key, str | None]) -> str:
    year = random.choice(
        {"2014": (2014, 2015, 2016, 2017, 2018), "2019": (2019, 2020), "2021": (2021, 2022, 2023, 2024)}[form]
    )
    agency = random.choice(PLACES)
    agency += "" if agency.endswith("政府") else random.choice(BODIES)
    parts = _parts_2014(random, year, agency, printed) if form == "2014" else _parts(random, year, printed, truth)
    title = f"{agency}{year}年政府信息公开工作年度报告"
    intro = (
        f"根据《中华人民共和国政府信息公开条例》规定，现公布{agency}{year}年政府信息公开工作年度报告。"
        f"本报告中所列数据的统计期限自{year}年1月1日起至{year}年12月31日止。"
    )
    if style == "html":
        body = "".join(part if part.startswith("<table>") else f"<p>{part}</p>" for part in (title, intro, *parts))
        return f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    joint = random.choice(("\n", "\n", " ")) if style in ("glued", "glued-spaced", "glued-blank") else "\n"
    return title + "\n" + joint.join((intro, *parts)) + "\n"


def _prose(random: Random, year: int, truth: dict[Key, str | None]) -> str:
    """A paragraph on the year's work; it may tell the number of applications, seldom another than the table's."""
    told = truth.get(("一、本年新收政府信息公开申请数量", "总计"))
    words = f"{year}年，本机关认真落实上级部署，全年通过门户网站公开政府信息{random.randint(30, 900)}条。"
    if told and random.random() < 0.6:
        told = told if random.random() < 0.85 else str(int(told) + random.randint(1, 40))
        words += f"全年共收到政府信息公开申请{told}件。"
    return words


def _parts(random: Random, year: int, printed: dict[str, Printed], truth: dict[Key, str | None]) -> list[str]:
    return [
        "一、总体情况",
        _prose(random, year, truth),
        random.choice(("二、主动公开政府信息情况", "二、行政机关主动公开政府信息情况")),
        printed["two"].text,
        random.choice(("三、收到和处理政府信息公开申请情况", "三、行政机关收到和处理政府信息公开申请情况")),
        printed["three"].text,
        random.choice(
            ("四、政府信息公开行政复议、行政诉讼情况", "四、因政府信息公开工作被申请行政复议、提起行政诉讼情况")
        ),
        printed["four"].text,
        "五、存在的主要问题及改进情况",
        "公开的深度和时效仍需提高。下一步将加强培训，完善机制，提升服务水平。",
        "六、其他需要报告的事项",
        "无其他需要报告的事项。",
    ]


def _parts_2014(random: Random, year: int, agency: str, printed: dict[str, Printed]) -> list[str]:
    return [
        "一、概述",
        f"{year}年，本机关明确专人负责，全年公开各类信息{random.randint(30, 900)}条。",
        "二、存在的问题",
        "公开的深度和时效仍需提高。",
        "附件：政府信息公开情况统计表",
        f"政府信息公开情况统计表\n（{year}年度）\n填报单位（盖章）：{agency}",
        printed["2014"].text,
        f"单位负责人：张明 审核人：李强\n填报日期：{year + 1}年1月15日",
    ]
