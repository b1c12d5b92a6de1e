"""Which reading of each row a table's identities choose, and how surely: rows and columns are asked apart.

Identities of the form (国办公开办函〔2019〕60号, 〔2021〕30号): in each row 总计 is the sum of the six others, in each
column 新收 + 上年结转 = 总计 + 结转下年度, and 总计 is the sum of the outcomes. Real tables have slips, so an identity
that fails is no ground to doubt a row that reads without it, and one identity alone never makes a cell certain.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import eq, sub

Numbers = tuple[int, ...]

_BY_COLUMNS = frozenset({"column-sums", "row-and-column-sums", "all-sums"})
_MOST_COMBINATIONS = 5_000  # of the rows of one half
NEW, CARRIED, TOTAL, FORWARD = "new", "carried-over", "total", "carried-forward"


@dataclass(slots=True)
class SolverRow:
    """A row with its readings as numbers: all of them, or (not `whole`) those in which its own sum comes out.

    doubtful: cells may have been left out, so that a single reading is no proof.
    """

    key: str
    readings: Sequence[Numbers]
    choice: int | None = None
    state: str = "ambiguous"
    reason: str = ""
    whole: bool = True
    doubtful: bool = False
    balanced: tuple[int, ...] = field(default=())  # the readings in which 总计 is the sum of the others

    @property
    def numbers(self) -> Numbers | None:
        return None if self.choice is None else self.readings[self.choice]


def solve(rows: Sequence[SolverRow], outcomes_complete: bool) -> None:
    """Choose a reading for each row where there is ground for it; fills `choice`, `state` and `reason`.

    `outcomes_complete`: whether every row of outcomes of the form is there, so that their sum means something.
    """
    for row in rows:
        row.balanced = tuple([at for at, numbers in enumerate(row.readings) if 2 * numbers[-1] == sum(numbers)])
        if len(row.readings) == 1 and row.whole and not row.doubtful:
            row.choice, row.state, row.reason = 0, "certain", ""
        elif len(row.balanced) == 1:
            row.choice, row.state, row.reason = row.balanced[0], "inferred", "row-sum"
    columns = _Columns(rows, outcomes_complete)
    open_rows = [row for row in rows if len(row.readings) > 1 or not row.whole or row.doubtful]
    for _ in range(3):
        changed = [_by_columns(row, columns) for row in open_rows]
        if not any(changed):
            break
    if outcomes_complete and _together(rows):
        for row in open_rows:
            _by_columns(row, columns)
    for row in open_rows:
        if row.state == "inferred" and row.reason == "row-sum":
            _confirm(row, columns)


class _Columns:
    """The identities of the columns: 新收 + 上年结转 = 总计 + 结转下年度, and 总计 is the sum of the outcomes."""

    def __init__(self, rows: Sequence[SolverRow], outcomes_complete: bool) -> None:
        by_key = {row.key: row for row in rows}
        self.coming = [by_key[key] for key in (NEW, CARRIED) if key in by_key]
        self.going = [by_key[key] for key in (TOTAL, FORWARD) if key in by_key]
        self.total = by_key.get(TOTAL) if outcomes_complete else None
        self.outcomes = [row for row in rows if row.key not in (NEW, CARRIED, TOTAL, FORWARD)]

    def needed(self, row: SolverRow, independent: bool = False) -> list[Numbers]:
        """What the columns say that a row must be: an answer for each identity whose other rows are known.

        `independent`: rows that the columns themselves chose do not count as known.
        """
        answers: list[Numbers | None] = []
        if row.key in (NEW, CARRIED, TOTAL, FORWARD) and len(self.coming) == len(self.going) == 2:
            own, other = (self.going, self.coming) if row.key in (TOTAL, FORWARD) else (self.coming, self.going)
            answers.append(_difference(other, [one for one in own if one.key != row.key], independent))
        if self.total:
            if row.key == TOTAL:
                answers.append(_difference(self.outcomes, [], independent))
            elif row.key not in (NEW, CARRIED, FORWARD):
                rest = [one for one in self.outcomes if one is not row]
                answers.append(_difference([self.total], rest, independent))
        return [answer for answer in answers if answer is not None]


def _difference(plus: Sequence[SolverRow], minus: Sequence[SolverRow], independent: bool) -> Numbers | None:
    """The sum of some rows less that of others, column by column; None where one of them is not known."""
    for row in (*plus, *minus):
        if row.choice is None or (independent and row.reason in _BY_COLUMNS):
            return None
    most = map(sum, zip(*[row.readings[row.choice or 0] for row in plus], strict=True))
    if not minus:
        return tuple(most)
    return tuple(map(sub, most, map(sum, zip(*[row.readings[row.choice or 0] for row in minus], strict=True))))


def _by_columns(row: SolverRow, columns: _Columns) -> bool:
    """Let the columns choose for a row; whether that changed its choice."""
    if row.reason == "sums-contradict" or not row.readings:
        return False
    if row.choice is not None and (row.reason != "row-sum" or not row.whole):
        return False  # nothing takes back what was chosen on better ground
    answers = columns.needed(row)
    if not answers or len(set(answers)) > 1:
        return False
    if row.choice is None:
        return _take(row, answers[0])
    if row.numbers != answers[0] and _is_near(answers[0], row):
        # the row's own sum and the columns contradict each other: one of them has a slip
        row.choice, row.state, row.reason = None, "ambiguous", "sums-contradict"
        row.balanced = ()
        return True
    return False


def _take(row: SolverRow, answer: Numbers) -> bool:
    """Choose the reading that is the columns' answer, if there is one."""
    if answer not in row.readings:
        return False
    row.choice, row.state = row.readings.index(answer), "inferred"
    row.reason = "row-and-column-sums" if row.choice in row.balanced else "column-sums"
    return True


def _is_near(answer: Numbers, row: SolverRow) -> bool:
    """Whether one reading, not the row's choice, is the columns' answer in all cells but one, and no other comes close.

    Close is: with at most one cell less that agrees.
    """
    agreeing = [sum(map(eq, numbers, answer)) for numbers in row.readings]
    most = max(agreeing)
    if most < len(answer) - 1 or row.choice is None or agreeing[row.choice] == most:
        return False
    return sum(1 for count in agreeing if count > most - 2) == 1


def _confirm(row: SolverRow, columns: _Columns) -> None:
    """A reading that the row's sum chose is certain where the columns, not asked before, choose the same."""
    answers = columns.needed(row, independent=True)
    if answers and all(answer == row.numbers for answer in answers):
        row.state, row.reason = "certain", "row-and-column-sums-agree"


def _together(rows: Sequence[SolverRow]) -> bool:
    """Several undecided rows of outcomes at once: the readings that add up to 总计, if there is just one combination.

    The rows are halved and the sums of one half looked up for those of the other, so that many rows take few steps.
    """
    own = [row for row in rows if row.key not in (NEW, CARRIED, FORWARD)]
    undecided = [row for row in own if row.choice is None]
    known = [row for row in own if row.choice is not None]
    if not undecided or not any(row.key == TOTAL for row in own) or any(not row.readings for row in undecided):
        return False
    solutions = _combinations(undecided, known)
    if len(solutions) != 1:
        return False
    for row, index in zip(undecided, solutions[0], strict=True):
        row.choice, row.state, row.reason = index, "inferred", "all-sums"
    return True


def _bits(rows: Sequence[SolverRow]) -> int:
    """Bits enough for any column's sum of a reading a row, with its sign."""
    most = sum(max(max(map(abs, row.readings[choice])) for choice in _options(row)) for row in rows)
    return most.bit_length() + 2


def _packed(row: SolverRow, choice: int, width: int) -> int:
    """A reading as one integer of so many bits a column, so that sums of readings are sums of integers; 总计 less."""
    packed = 0
    for number in row.readings[choice]:
        packed = (packed << width) + number
    return -packed if row.key == TOTAL else packed


def _combinations(rows: Sequence[SolverRow], known: Sequence[SolverRow]) -> list[tuple[int, ...]]:
    """The choices of a reading a row that sum up to nothing with the known rows: none, one, or two of several."""
    half = len(rows) // 2
    if max(_size(rows[:half]), _size(rows[half:])) > _MOST_COMBINATIONS:
        return []
    width = _bits([*rows, *known])
    target = -sum(_packed(row, row.choice, width) for row in known if row.choice is not None)
    left: dict[int, list[tuple[int, ...]]] = {}
    for first, choice in _sums(rows[:half], width):
        left.setdefault(first, []).append(choice)
    found: list[tuple[int, ...]] = []
    for second, choice in _sums(rows[half:], width):
        if second_found := left.get(target - second):
            found.extend((*first_choice, *choice) for first_choice in second_found)
            if len(found) > 1:
                break
    return found


def _sums(rows: Sequence[SolverRow], width: int) -> list[tuple[int, tuple[int, ...]]]:
    """The sum of each combination of the rows' readings, with the choices that make it."""
    sums: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    for row in rows:
        own = [(_packed(row, choice, width), choice) for choice in _options(row)]
        sums = [(total + number, (*choices, choice)) for total, choices in sums for number, choice in own]
    return sums


def _options(row: SolverRow) -> Sequence[int]:
    if row.choice is not None:
        return (row.choice,)
    return row.balanced or range(len(row.readings))


def _size(rows: Sequence[SolverRow]) -> int:
    size = 1
    for row in rows:
        size *= len(_options(row))
    return size
