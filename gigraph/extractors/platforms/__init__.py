"""Platforms: the channels and systems through which a report says that something is published or served.

Annotation guideline, "platforms". A name is found by its last noun (网站, 平台, 公示栏), by its title
(《南山日报》), by quotation marks beside a noun, in a list that shares its noun, or because the registry knows it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from gigraph.extractors.own_place import own_places
from gigraph.extractors.platforms.accounts import (
    by_brand,
    by_named_one,
    by_quotation,
    by_quoted_brand,
    plain_channels,
    shared_names,
)
from gigraph.extractors.platforms.beside import beside_sites, by_brand_name, by_gloss, by_name_again
from gigraph.extractors.platforms.compiled import lexicon_of
from gigraph.extractors.platforms.form import Found, PlatformForm
from gigraph.extractors.platforms.halls import with_halls
from gigraph.extractors.platforms.headings import without_headings
from gigraph.extractors.platforms.heads import by_noun
from gigraph.extractors.platforms.lexicon import Lexicon
from gigraph.extractors.platforms.lists import by_list
from gigraph.extractors.platforms.points import without_points
from gigraph.extractors.platforms.press import by_asking, by_known_name, by_programme, by_title
from gigraph.extractors.platforms.shared_site import shared_sites
from gigraph.models import Kind, Mention
from gigraph.registry import Registry
from gigraph.text.reading import Reading

_STRAIGHT = re.compile(r'"([^"“”\n]{1,24})"')  # as many characters as before
_TITLE = re.compile(r"《[^《》\n]{1,120}》")


def extract(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """The platforms that the body of a report names, with a `PlatformForm` as their value."""
    own = tuple(sorted(own_places(reading, registry), key=lambda name: (-len(name), name)))
    lexicon, text = replace(lexicon_of(registry), own=own), _STRAIGHT.sub(r"“\1”", reading.text)
    found = [item for floor, ceiling in reading.runs for item in _find(text, floor, ceiling, lexicon)]
    for item in (*found, *by_name_again(text, reading.runs, found)):
        yield _mention(reading, item)


def _find(text: str, floor: int, ceiling: int, lexicon: Lexicon) -> Iterator[Found]:
    titles = [match.span() for match in _TITLE.finditer(text, floor, ceiling)]
    starts = [start for start, _ in titles]
    nouns = [found for found in by_noun(text, floor, ceiling, lexicon) if not _within(found, titles, starts)]
    nouns = shared_names(text, beside_sites(text, shared_sites(text, floor, nouns, lexicon)))
    nouns = with_halls(text, without_points(text, without_headings(text, nouns), lexicon))
    yield from plain_channels(nouns, lexicon)
    yield from by_gloss(text, floor, nouns)
    yield from by_brand_name(text, floor, ceiling, lexicon)
    accounts = list(by_quotation(text, floor, ceiling, nouns))
    named = {found[:2] for found in accounts}  # of “南山发布”、“南山财政”微信公众号 the noun tells more than 发布
    yield from plain_channels(accounts, lexicon)
    yield from by_brand(text, floor, ceiling)
    yield from by_named_one(text, floor, ceiling, lexicon)
    yield from (found for found in by_quoted_brand(text, floor, ceiling, lexicon) if found[:2] not in named)
    yield from by_list(text, floor, ceiling, nouns, lexicon)
    yield from by_title(text, floor, ceiling, lexicon)
    yield from by_programme(text, floor, ceiling)
    yield from (found for found in by_known_name(text, floor, ceiling, lexicon) if not _within(found, titles, starts))
    yield from by_asking(text, floor, ceiling, lexicon)


def _within(found: Found, titles: list[tuple[int, int]], starts: list[int]) -> bool:
    """Whether a name is part of a longer title in 《》: it belongs to that title."""
    before = bisect_left(starts, found.start)
    if not before:
        return False
    start, end = titles[before - 1]
    whole = found.start <= start + 1 and found.end >= end - 1
    return found.start < end and not whole


def _mention(reading: Reading, found: Found) -> Mention:
    form = found.form
    if form.beside is not None:
        form = replace(form, beside=reading.view.position(form.beside))
    return reading.mention(Kind.PLATFORM, found.start, found.end, form, f"platform-{found.rule}")


__all__ = ["PlatformForm", "extract"]
