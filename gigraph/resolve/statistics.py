"""Figures of the running text as entries, in the text's order."""

from gigraph.extractors.statistics.figure import Figure
from gigraph.models import Kind, Mention, Span, StatisticEntry


def resolve(mentions: tuple[Mention, ...]) -> tuple[StatisticEntry, ...]:
    """The statistics of a report from its figures; a part points to its whole (其中)."""
    figures = [mention for mention in mentions if mention.kind is Kind.FIGURE and isinstance(mention.value, Figure)]
    parts = any(mention.value.whole for mention in figures)
    index = {mention.span: number for number, mention in enumerate(figures)} if parts else {}
    return tuple(_entry(mention, mention.value, index) for mention in figures)


def _entry(mention: Mention, figure: Figure, index: dict[Span, int]) -> StatisticEntry:
    return StatisticEntry(
        value=figure.value,
        unit=figure.unit,
        of=figure.of,
        quote=figure.quote,
        mentions=(mention,),
        bound=figure.bound,
        per=figure.per,
        scope=figure.scope,
        period=figure.period,
        part_of=index.get(figure.whole) if figure.whole else None,
    )
