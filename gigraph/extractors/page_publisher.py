"""The publisher that only the page around a report names: in the way to the page, or in the site's footer.

A name counts where the report speaks of itself as such a body does (我局 of a 局): a portal that shows another body's
report has its own name in both places.
"""

import re
from collections.abc import Iterator

from gigraph.extractors.publisher_names import AGENCY_END
from gigraph.models import Document, Kind, Mention, Role, Span
from gigraph.text.fold import HAN, fold

_STEP = re.compile(rf"[>»›→][ ]{{0,4}}(?P<name>[{HAN}]{{4,30}})(?=[ ]{{0,4}}(?:[>»›→\n]|$))")
_OWNER = re.compile(
    rf"(?:主办单位|主办|版权所有|版权归属)[ ]{{0,2}}[::©]?[ ]{{0,4}}(?P<name>[{HAN}]{{4,30}})(?=[ \n|,;.(©]|$)"
)
_SELF = re.compile(r"[我本]([局厅委办院校会部处署馆队站所镇乡县区市州盟旗省]|街道|中心)")
_OFFICE = re.compile(r"(?<=.[局厅府])办公[室厅]$")
_GOVERNMENT = re.compile(r"(?:人民)?政府$|办事处$|行政公署$")
_LAST = {"会": "委", "室": "办", "学": "校"}
_BODY = 3000  # characters in which a report has spoken of itself


def named_by_page(document: Document) -> Iterator[Mention]:
    """The candidates for the publisher in the furniture of a page, rule `page`; offsets are the document's."""
    text = document.text
    furniture = [block.span for block in document.blocks if block.role is Role.FURNITURE]
    own = _called(document) if furniture else ""
    for span in furniture if own else ():
        folded = fold(span.of(text))
        for pattern in (_OWNER, _STEP):
            for match in pattern.finditer(folded):
                name = _OFFICE.sub("", match["name"])
                if AGENCY_END.search(name) and _last_word(name) == own:
                    place = Span(span.start + match.start("name"), span.start + match.start("name") + len(name))
                    yield Mention(Kind.REPORT, place, place.of(text), ("publisher", name), "page")


def _called(document: Document) -> str:
    """What the report calls its publisher most often (局 of 我局); empty where it does not speak of itself."""
    bodies = [block.span.of(document.text) for block in document.blocks if block.role is Role.BODY]
    found = [match.group(1) for match in _SELF.finditer("\n".join(bodies)[:_BODY])]
    return max(sorted(set(found)), key=found.count) if found else ""


def _last_word(name: str) -> str:
    stem = _GOVERNMENT.sub("", name)
    last = "街道" if stem.endswith("街道") else "中心" if stem.endswith("中心") else stem[-1:]
    return "校" if name.endswith("学院") else _LAST.get(last, last)
