"""Random statutory tables with their truth, made from annotation/FORMS.md alone and not from the product's forms.

A table is a list of rows of spanning cells, as in HTML; a value cell carries its key (row label, column label).
"""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Key = tuple[str, str]

APPLICANTS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他")
SEVEN = ("自然人", *(f"法人或其他组织 / {name}" for name in APPLICANTS[1:]), "总计")
NEW, OLD = "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量"
RESULTS, SUM, LEFT = "三、本年度办理结果", "（七）总计", "四、结转下年度继续办理"
GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("（一）予以公开", ()),
    ("（二）部分公开", ()),
    (
        "（三）不予公开",
        (
            "1.属于国家秘密",
            "2.其他法律行政法规禁止公开",
            "3.危及“三安全一稳定”",
            "4.保护第三方合法权益",
            "5.属于三类内部事务信息",
            "6.属于四类过程性信息",
            "7.属于行政执法案卷",
            "8.属于行政查询事项",
        ),
    ),
    ("（四）无法提供", ("1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确")),
    (
        "（五）不予处理",
        (
            "1.信访举报投诉类申请",
            "2.重复申请",
            "3.要求提供公开出版物",
            "4.无正当理由大量反复申请",
            "5.要求行政机关确认或重新出具已获取信息",
        ),
    ),
    (
        "（六）其他处理",
        (
            "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
            "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
            "3.其他",
        ),
    ),
)
PRINTED = {"（二）部分公开": "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"}
RECONCILED = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
OUTCOMES = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
PATHS = ("行政复议", "行政诉讼 / 未经复议直接起诉", "行政诉讼 / 复议后起诉")

# title, columns, rows, kinds of the columns' numbers
Block = tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]
CHANGES = ("上一年项目数量", "本年增/减", "处理决定数量")
SECTION_TWO: dict[str, tuple[Block, ...]] = {
    "2019": (
        (
            "第二十条第（一）项",
            ("本年新制作数量", "本年新公开数量", "对外公开总数量"),
            ("规章", "规范性文件"),
            ("few", "few", "some"),
        ),
        ("第二十条第（五）项", CHANGES, ("行政许可", "其他对外管理服务事项"), ("some", "signed", "many")),
        ("第二十条第（六）项", CHANGES, ("行政处罚", "行政强制"), ("some", "signed", "many")),
        ("第二十条第（八）项", CHANGES[:2], ("行政事业性收费",), ("few", "signed")),
        ("第二十条第（九）项", ("采购项目数量", "采购总金额"), ("政府集中采购",), ("some", "sum")),
    ),
    "2021": (
        (
            "第二十条第（一）项",
            ("本年制发件数", "本年废止件数", "现行有效件数"),
            ("规章", "行政规范性文件"),
            ("few", "few", "some"),
        ),
        ("第二十条第（五）项", ("本年处理决定数量",), ("行政许可",), ("many",)),
        ("第二十条第（六）项", ("本年处理决定数量",), ("行政处罚", "行政强制"), ("many",)),
        ("第二十条第（八）项", ("本年收费金额（单位：万元）",), ("行政事业性收费",), ("money",)),
    ),
}


@dataclass(frozen=True)
class Cell:
    """A cell as laid out. key: of a value cell. role: count, signed or money."""

    text: str
    across: int = 1
    down: int = 1
    key: Key | None = None
    role: str = "count"


@dataclass(frozen=True)
class Table:
    """section: two, three, four or 2014. sound: every identity of the form holds."""

    section: str
    rows: tuple[tuple[Cell, ...], ...]
    sound: bool = True


Grid = list[list[int]]


def some_number(random: Random, kind: str) -> str:
    """A number of the magnitude that a column usually has, as printed."""
    if kind == "signed":
        return random.choice(["0"] * 6 + [str(random.randint(1, 30)), f"-{random.randint(1, 30)}"])
    if random.random() < {"few": 0.6, "some": 0.4, "many": 0.4, "money": 0.6, "sum": 0.4}[kind]:
        return "0"
    if kind == "money":
        return random.choice([str(random.randint(1, 9000)), f"{random.uniform(0.1, 9000):.{random.randint(1, 4)}f}"])
    if kind == "sum":
        return random.choice([f"{random.uniform(1, 900):.2f}万元", f"{random.uniform(1e4, 9e6):.2f}元"])
    top = {"few": (5, 30), "some": (40, 900), "many": (300, 60000)}[kind]
    return str(random.randint(1, random.choice(top)))


def section_two(random: Random, form: str) -> Table:
    rows: list[tuple[Cell, ...]] = []
    for title, columns, labels, kinds in SECTION_TWO[form]:
        rows += [(Cell(title, across=len(columns) + 1),), (Cell("信息内容"), *map(Cell, columns))]
        for label in labels:
            cells = (
                Cell(some_number(random, kind), key=(f"{title} / {label}", column), role=role_of(kind))
                for column, kind in zip(columns, kinds, strict=True)
            )
            rows.append((Cell(label), *cells))
    return Table("two", tuple(rows))


def role_of(kind: str) -> str:
    return {"signed": "signed", "money": "money", "sum": "money"}.get(kind, "count")


def labels_of_three(form: str, short: bool) -> list[tuple[str, ...]]:
    """Labels of the 25 rows (23 where 其他处理 is one row), outer to inner."""
    rows: list[tuple[str, ...]] = [(NEW,), (OLD,)]
    for group, inner in GROUPS:
        parts = () if group == "（六）其他处理" and (form == "2019" or short) else inner
        rows += [(RESULTS, group, part) for part in parts] or [(RESULTS, group)]
    return [*rows, (RESULTS, SUM), (LEFT,)]


def applications(random: Random, height: int) -> Grid:
    """Counts of section three in which every identity holds: a column of applicants each, then 总计."""
    size = random.choice((0, 6, 9, 60, 99, 700, 9000))
    weights = [random.choice((0, 0, 0, 1, 8, 20)) for _ in range(height - 4)]
    weights[0] += 6
    columns = []
    for share in (1.0, *(random.choice((0, 0, 0, 0.02, 0.2)) for _ in range(5))):
        new, old = random.randint(0, int(size * share)), random.randint(0, int(size * share / 8))
        left = random.randint(0, (new + old) // random.choice((4, 8, 1000)))
        results = [0] * (height - 4)
        for index in random.choices(range(height - 4), weights, k=new + old - left):
            results[index] += 1
        columns.append([new, old, *results, new + old - left, left])
    return [[column[row] for column in columns] + [sum(column[row] for column in columns)] for row in range(height)]


def three_holds(grid: Grid) -> bool:
    """Whether the identities of section three hold."""
    columns = list(zip(*grid, strict=True))
    return all(row[6] == sum(row[:6]) for row in grid) and all(
        col[0] + col[1] == col[-2] + col[-1] and col[-2] == sum(col[2:-2]) for col in columns
    )


def four_holds(grid: Grid) -> bool:
    return all(sum(grid[0][start : start + 4]) == grid[0][start + 4] for start in (0, 5, 10))


def slipped(random: Random, grid: Grid, holds: Callable[[Grid], bool]) -> Grid:
    """A copy in which one cell is wrong, so that an identity is violated."""
    while True:
        copy = [list(row) for row in grid]
        row = random.randrange(len(copy))
        column = random.choice((len(copy[0]) - 1, random.randrange(len(copy[0]))))
        value = copy[row][column]
        copy[row][column] = random.choice(
            (0, value + 1, max(value - 1, 0), value * 10, value // 10, random.randint(0, 30))
        )
        if not holds(copy):
            return copy


def section_three(random: Random, form: str, slip: bool, short: bool) -> Table:
    labels = labels_of_three(form, short)
    grid = applications(random, len(labels))
    if slip:
        grid = slipped(random, grid, three_holds)
    rows: list[tuple[Cell, ...]] = [
        (Cell(random.choice((RECONCILED, "")), 3, 3), Cell("申请人情况", 7)),
        (Cell("自然人", 1, 2), Cell("法人或其他组织", 5), Cell("总计", 1, 2)),
        tuple(map(Cell, APPLICANTS[1:])),
    ]
    for number, (path, counts) in enumerate(zip(labels, grid, strict=True)):
        head = []
        for depth, label in enumerate(path):
            if number and labels[number - 1][: depth + 1] == path[: depth + 1]:
                continue
            down = sum(other[: depth + 1] == path[: depth + 1] for other in labels)
            head.append(Cell(PRINTED.get(label, label), 1 if depth + 1 < len(path) else 4 - len(path), down))
        values = (Cell(str(value), key=(" / ".join(path), column)) for value, column in zip(counts, SEVEN, strict=True))
        rows.append((*head, *values))
    return Table("three", tuple(rows), not slip)


def section_four(random: Random, slip: bool) -> Table:
    counts: list[int] = []
    for _ in PATHS:
        top = random.choice((0, 0, 2, 9, 40, 400))
        four = [random.choice((0, random.randint(0, top))) for _ in range(4)]
        counts += [*four, sum(four)]
    if slip:
        counts = slipped(random, [counts], four_holds)[0]
    keys = [("", f"{path} / {outcome}") for path in PATHS for outcome in OUTCOMES]
    head = [Cell(outcome, 1, 2) for outcome in OUTCOMES]
    rows = (
        (Cell("行政复议", 5), Cell("行政诉讼", 10)),
        (*head, Cell("未经复议直接起诉", 5), Cell("复议后起诉", 5)),
        tuple(map(Cell, OUTCOMES * 2)),
        tuple(Cell(str(value), key=key) for value, key in zip(counts, keys, strict=True)),
    )
    return Table("four", rows, not slip)
