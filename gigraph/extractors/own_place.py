"""The places that a report's title, signature and metadata name its publisher by.

Their names may hold characters that elsewhere are words of the sentence (城区, 西和县, 曲周县, 市中区): in that report
they are read as the place.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from gigraph.extractors import report
from gigraph.registry import Registry
from gigraph.registry.regions import CENTRE, Regions, short_name
from gigraph.text.reading import Reading
from gigraph.text.report_title import title_subject

# 国家税务总局荣成市税务局, 国家统计局衢州调查队: the place stands behind the central body's name.
_CENTRAL = re.compile(r"国家[^省市县区]{2,10}?局|中华人民共和国|中国(?:人民银行|[^省市县区]{2,12}?委员会)")
_RULES = ("signature", "filled-in", "metadata-publisher")


def publisher_names(reading: Reading, registry: Registry) -> frozenset[str]:
    """The names by which title and signature call the publisher."""
    names: set[str] = set()
    for mention in report.extract(reading, registry):
        field, value = mention.value
        if field == "title":
            names.add(title_subject(str(value)))
        elif field == "publisher" and mention.rule in _RULES:
            names.add(str(value))
    return frozenset(names)


@lru_cache(maxsize=2)  # asked for by each extractor
def own_places(reading: Reading, registry: Registry) -> frozenset[str]:
    """The regions that the publisher's names begin with and those above them, in full and in short (西和县, 西和).

    A short name has two characters or more.
    """
    regions = registry.regions
    return frozenset(form for name in publisher_names(reading, registry) for form in _forms(name, regions))


def _forms(name: str, regions: Regions) -> Iterator[str]:
    centre = _CENTRAL.match(name)
    length, found = regions.prefix(name[centre.end() :] if centre else name)
    if not length:
        return
    above = regions.ancestors(found[0]) if len(found) == 1 else ()
    for region in (*found, *above):
        yield region.name
        short = short_name(region.name)
        if region.code != CENTRE and len(short) > 1:
            yield short
