"""Bodies that a text calls former (原县卫生局), or of which another was made: none of them is the publisher of now."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from gigraph.models import Mention
from gigraph.resolve.agency_name import AgencyName
from gigraph.resolve.placed_names import registry_of

if TYPE_CHECKING:
    from gigraph.resolve.place import Place

# 原县文化局和县旅游局: the word holds for the list that follows.
_FORMER = re.compile(r"原(?:来的|有的?)?(?:[\u4e00-\u9fff]{2,14}[局厅委办社](?:[、和与及]|以及)){0,3}$")
_MADE_OF = re.compile(r"[^。;；\n]{0,24}?(?:重组|合并|整合|改组|更名|组建|并入)(?!.{0,6}前)")


def is_former(text: str, mention: Mention) -> bool:
    """Whether the words around a mention say that the body was one before.

    >>> from gigraph.models import Kind, Span
    >>> text = "由市旅游局、市园林局重组而来"
    >>> is_former(text, Mention(Kind.AGENCY, Span(1, 5), "市旅游局", "市旅游局", "named"))
    True
    """
    before, behind = text[max(0, mention.span.start - 50) : mention.span.start], text[mention.span.end :][:40]
    made_of = _MADE_OF.match(behind)
    return bool(_FORMER.search(before)) or (made_of is not None and not behind.startswith(("由", "系由", "是由")))


def former(place: "Place", name: AgencyName) -> AgencyName:
    """Of several bodies that a former name may mean, the one that places have no more."""
    agencies = registry_of(place).agencies
    ended = [
        other
        for other in name.candidates
        if (row := next((row for full, row in agencies.body_rows.items() if other.endswith(full)), None)) and row.until
    ]
    return replace(name, name=ended[0], candidates=()) if len(ended) == 1 else name
