"""The value of a figure's mention."""

from typing import NamedTuple

from gigraph.models import Span


class Figure(NamedTuple):
    """A number of the running text.

    value: plain decimal (money in 元). unit: the classifier as written. of: what it counts, in short. quote: words of
    the document that hold it. bound: ≈, ≥, ≤. per: day, week, month, quarter, half-year, year. scope: whose figure it
    is (全市, 本机关), period: the words for it (2015年, 全年, 累计), both as written. whole: the span of the figure
    that it is a part of (其中).
    """

    value: str
    unit: str
    of: str
    quote: str
    bound: str | None = None
    per: str | None = None
    scope: str | None = None
    period: str | None = None
    whole: Span | None = None
