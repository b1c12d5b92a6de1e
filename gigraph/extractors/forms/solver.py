"""Which reading of each row a table's identities choose, and how surely: rows and columns are asked apart.

Identities of the form (国办公开办函〔2019〕60号, 〔2021〕30号): in each row 总计 is the sum of the six others, in each
column 新收 + 上年结转 = 总计 + 结转下年度, and 总计 is the sum of the outcomes. Real tables have slips, so an identity
that fails is no ground to doubt a row that reads without it, and one identity alone never makes a cell certain.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

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


def is_balanced(numbers: Numbers) -> bool:
    """Whether the last number is the sum of the others."""
    return numbers[-1] == sum(numbers[:-1])


def solve(rows: Sequence[SolverRow], outcomes_complete: bool) -> None:
    """Choose a reading for each row where there is ground for it; fills `choice`, `state` and `reason`.

    `outcomes_complete`: whether every row of outcomes of the form is there, so that their sum means something.
    """
    for row in rows:
        row.balanced = tuple(index for index, numbers in enumerate(row.readings) if is_balanced(numbers))
        if len(row.readings) == 1 and row.whole and not row.doubtful:
            row.choice, row.state, row.reason = 0, "certain", ""
        elif len(row.balanced) == 1:
            row.choice, row.state, row.reason = row.balanced[0], "inferred", "row-sum"
    open_rows = [row for row in rows if len(row.readings) > 1 or not row.whole or row.doubtful]
    for _ in range(3):
        changed = [_by_columns(row, rows, outcomes_complete) for row in open_rows]
        if not any(changed):
            break
    if outcomes_complete and _together(rows):
        for row in open_rows:
            _by_columns(row, rows, outcomes_complete)
    for row in open_rows:
        if row.state == "inferred" and row.reason == "row-sum":
            _confirm(row, rows, outcomes_complete)


def needed(
    row: SolverRow, rows: Sequence[SolverRow], outcomes_complete: bool, independent: bool = False
) -> list[Numbers]:
    """What the columns say that a row must be: one answer an identity that it stands in and whose other rows are known.

    `independent`: rows that the columns themselves chose do not count as known.
    """
    values = {id(one): None if independent and one.reason in _BY_COLUMNS else one.numbers for one in rows}
    by_key: dict[str, Numbers | None] = {one.key: values[id(one)] for one in rows}
    answers: list[Numbers | None] = []
    if row.key in (NEW, CARRIED, TOTAL, FORWARD) and all(key in by_key for key in (NEW, CARRIED, TOTAL, FORWARD)):
        plus, minus = (
            ((NEW, CARRIED), (TOTAL, FORWARD)) if row.key in (TOTAL, FORWARD) else ((TOTAL, FORWARD), (NEW, CARRIED))
        )
        other = next(key for key in minus if key != row.key)
        answers.append(_combine([by_key[key] for key in plus], [by_key[other]]))
    outcomes = [one for one in rows if one.key not in (NEW, CARRIED, TOTAL, FORWARD)]
    if outcomes_complete and TOTAL in by_key:
        if row.key == TOTAL:
            answers.append(_combine([values[id(one)] for one in outcomes], []))
        elif row.key not in (NEW, CARRIED, FORWARD):
            answers.append(_combine([by_key[TOTAL]], [values[id(one)] for one in outcomes if one is not row]))
    return [answer for answer in answers if answer is not None]


def _combine(plus: Sequence[Numbers | None], minus: Sequence[Numbers | None]) -> Numbers | None:
    if any(numbers is None for numbers in (*plus, *minus)):
        return None
    width = len(next(numbers for numbers in (*plus, *minus) if numbers is not None))
    return tuple(
        sum(numbers[at] for numbers in plus if numbers) - sum(numbers[at] for numbers in minus if numbers)
        for at in range(width)
    )


def _by_columns(row: SolverRow, rows: Sequence[SolverRow], complete: bool) -> bool:
    """Let the columns choose for a row; whether that changed its choice."""
    answers = needed(row, rows, complete)
    if not answers or len(set(answers)) > 1 or row.reason == "sums-contradict" or not row.readings:
        return False
    agreeing = sorted(
        (
            (sum(a == b for a, b in zip(numbers, answers[0], strict=True)), index)
            for index, numbers in enumerate(row.readings)
        ),
        reverse=True,
    )
    (most, best), width = agreeing[0], len(answers[0])
    runner_up = agreeing[1][0] if len(agreeing) > 1 else -1
    if row.choice is None and most == width:
        row.choice, row.state = best, "inferred"
        row.reason = "row-and-column-sums" if best in row.balanced else "column-sums"
        return True
    if row.choice == best or not row.whole or most < width - 1 or most - runner_up < 2:
        return False
    if row.choice is not None and row.reason == "row-sum":
        # the row's own sum and the columns contradict each other: one of them has a slip
        row.choice, row.state, row.reason = None, "ambiguous", "sums-contradict"
        row.balanced = ()
        return True
    return False


def _confirm(row: SolverRow, rows: Sequence[SolverRow], complete: bool) -> None:
    """A reading that the row's sum chose is certain where the columns, not asked before, choose the same."""
    answers = needed(row, rows, complete, independent=True)
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
    rest = _signed_sum([(row, row.readings[row.choice]) for row in known if row.choice is not None])
    width = len(undecided[0].readings[0])
    target = tuple(-number for number in rest) if rest else (0,) * width
    solutions = _combinations(undecided, target)
    if len(solutions) != 1:
        return False
    for row, index in zip(undecided, solutions[0], strict=True):
        row.choice, row.state, row.reason = index, "inferred", "all-sums"
    return True


def _signed_sum(parts: Sequence[tuple[SolverRow, Numbers]]) -> Numbers:
    """The sum of outcomes less 总计."""
    signs = [-1 if row.key == TOTAL else 1 for row, _ in parts]
    return tuple(
        sum(sign * number for sign, number in zip(signs, column, strict=True))
        for column in zip(*(numbers for _, numbers in parts), strict=True)
    )


def _combinations(rows: Sequence[SolverRow], target: Numbers) -> list[tuple[int, ...]]:
    """The choices of a reading a row whose signed sum is `target`: none, one, or two of several."""
    half = len(rows) // 2
    if max(_size(rows[:half]), _size(rows[half:])) > _MOST_COMBINATIONS:
        return []
    left: dict[Numbers, list[tuple[int, ...]]] = {}
    for choice in product(*map(_options, rows[:half])):
        left.setdefault(_sum_of(rows[:half], choice, len(target)), []).append(choice)
    found: list[tuple[int, ...]] = []
    for choice in product(*map(_options, rows[half:])):
        wanted = tuple(a - b for a, b in zip(target, _sum_of(rows[half:], choice, len(target)), strict=True))
        found.extend((*first, *choice) for first in left.get(wanted, ()))
        if len(found) > 1:
            break
    return found


def _options(row: SolverRow) -> Sequence[int]:
    return row.balanced or range(len(row.readings))


def _size(rows: Sequence[SolverRow]) -> int:
    size = 1
    for row in rows:
        size *= len(_options(row))
    return size


def _sum_of(rows: Sequence[SolverRow], choice: Sequence[int], width: int) -> Numbers:
    if not rows:
        return (0,) * width
    return _signed_sum([(row, row.readings[index]) for row, index in zip(rows, choice, strict=True)])
