"""Agencies: every name of an organ that a text gives.

`value` is the name to resolve, on one line. rule: named (with a place's name or a level word), listed (the value has
the prefix of the list's head), shared (省 in 省、市政府), central, publisher, group, bare (whose it is, the resolver
decides), branch (one of the publisher's lower bodies), definition (the value is the pair of full and short form).
"""

import re
from collections.abc import Iterator

from gigraph.extractors.agencies.elliptical import elliptical
from gigraph.extractors.agencies.groups import groups
from gigraph.extractors.agencies.heads import head_of, outermost, without_holders
from gigraph.extractors.agencies.house_units import beside_units, house_units, is_zone
from gigraph.extractors.agencies.institutions import placed_institutions
from gigraph.extractors.agencies.lexicon import Lexicon, lexicon_of
from gigraph.extractors.agencies.listed_regions import of_regions
from gigraph.extractors.agencies.lists import Head, listed_name, members, own_units
from gigraph.extractors.agencies.names import is_part_of_more, tails_end
from gigraph.extractors.agencies.prefixes import prefixes_of
from gigraph.extractors.agencies.shared_nouns import own_stations, shared_nouns, stations_of, without
from gigraph.extractors.agencies.systems import of_systems
from gigraph.extractors.agencies.unprefixed import bare_bodies, central, definition, vertical
from gigraph.extractors.own_place import own_places, publisher_names
from gigraph.models import Kind, Mention
from gigraph.registry import Registry
from gigraph.text.reading import Reading

_BRACKETED = re.compile(r"《[^《》\n]{1,160}》|〈[^〈〉\n]{1,120}〉|地址[:：][^;；。)）\n]{1,60}")
_SHARED = re.compile(r"(?:^|[^\u4e00-\u9fff各全]|(?<=[照彻实据行合到和与按对由]))([省市州])[、和]$")
_OFFICE = re.compile(r"办公[厅室]")


def extract(reading: Reading, registry: Registry) -> Iterator[Mention]:
    """The agencies that the body names."""
    lexicon, own = lexicon_of(registry), own_places(reading, registry)
    names = _publisher_names(reading, registry)
    for start, end in reading.runs:
        masked = _mask(reading.text, start, end)
        listed = list(shared_nouns(masked, start, end, registry.regions, lexicon))
        if stations := stations_of(names):
            listed += own_stations(without(masked, listed), start, end, registry.regions, lexicon, stations)
        masked = without(masked, listed)
        prefixes = prefixes_of(masked, start, end, registry.regions, lexicon, own)
        found = [head for prefix in prefixes if (head := head_of(masked, prefix, end, lexicon))]
        heads = sorted([*found, *of_systems(masked, start, end, names, registry, lexicon)])
        listed += of_regions(masked, start, heads, registry.regions, lexicon)
        listed += elliptical(masked, prefixes, end, registry.agencies, own)
        yield from (_mention(reading, *member[:4]) for member in listed)
        yield from _run(reading, masked, start, end, names, heads, lexicon)


def _mask(text: str, start: int, end: int) -> str:
    """The text with titles and addresses blanked out, so that no name is found in them; offsets stay."""
    return "\n" * start + _BRACKETED.sub(lambda match: "\n" * len(match.group()), text[start:end])


def _run(
    reading: Reading, text: str, start: int, end: int, names: tuple[str, ...], heads: list[Head], lexicon: Lexicon
) -> Iterator[Mention]:
    centres = [
        (begin, stop)
        for begin, stop in central(text, start, end, lexicon)
        if not (is_zone(names) and text[stop - 1] == "部" and beside_units(text, start, begin, stop, lexicon))
    ]
    heads = outermost(without_holders(text, heads, centres, lexicon))
    spans = _publisher_spans(text, start, end, names, lexicon)
    heads += [Head(begin, stop, stop, "publisher") for begin, stop in spans]
    ends = {head.start: head.end for head in heads}
    prefixed = frozenset(ends)
    # 国家税务总局 and 咸阳市税务局 behind it are one name.
    centre = {stop: (begin, ends.get(stop, stop)) for begin, stop in centres}
    for at, stop in (*vertical(text, start, end, lexicon), *placed_institutions(text, start, end, lexicon)):
        if not any(head.start <= at < head.end for head in heads):
            above = centre.pop(at, None)  # 国家统计局 and 咸阳调查队 behind it are one name, too
            centre[stop] = (above[0] if above else at, stop)
    found = [_mention(reading, begin, stop, text[begin:stop], "central") for begin, stop in centre.values()]
    for head in heads:
        if head.start not in centre:
            found += _with_list(reading, text, head, end, lexicon, prefixed)
    found += _shared(reading, text, start, heads)
    yield from found
    taken = _Taken(found)
    yield from _unprefixed(reading, text, start, end, lexicon, prefixed, taken)
    for begin, stop in house_units(text, start, end, names, lexicon):
        if not taken.covers(reading, stop):
            own = "区" if lexicon.central.fullmatch(text, begin, stop) else ""  # a zone's 应急管理部
            yield _mention(reading, begin, stop, own + text[begin:stop], "bare")


def _unprefixed(
    reading: Reading, text: str, start: int, end: int, lexicon: Lexicon, prefixed: frozenset[int], taken: "_Taken"
) -> Iterator[Mention]:
    for begin, stop in groups(text, start, end, lexicon):
        if not taken.covers(reading, stop):
            yield _mention(reading, begin, stop, text[begin:stop], "group")
    listed = start  # a list is followed from its first member alone
    for begin, stop in bare_bodies(text, start, end, lexicon):
        if taken.covers(reading, stop):
            continue
        yield _mention(reading, begin, stop, text[begin:stop], "bare")
        if begin >= listed:  # 党政办、组织办、宣传办
            for member in members(text, Head(begin, begin, stop, "organisation"), end, lexicon, prefixed):
                yield _mention(reading, member.start, member.end, text[member.start : member.end], "bare")
                listed = member.end


class _Taken:
    """The characters that names with a prefix have taken: no bare name is read in them."""

    def __init__(self, mentions: list[Mention]) -> None:
        self._positions: set[int] = set()
        for mention in mentions:
            self._positions.update(range(mention.span.start, mention.span.end))

    def covers(self, reading: Reading, end: int) -> bool:
        """Whether they have the last character of a name that ends at an offset of the view."""
        return reading.view.position(end - 1) in self._positions


def _shared(reading: Reading, text: str, start: int, heads: list[Head]) -> Iterator[Mention]:
    """省、市政府办公厅: the province's, too."""
    for head in heads:
        shared = _SHARED.search(text[max(start, head.start - 3) : head.start]) if head.kind == "level" else None
        if shared:
            at = max(start, head.start - 3) + shared.start(1)
            yield _mention(reading, at, at + 1, shared.group(1) + text[head.prefix_end : head.end], "shared")


def _with_list(
    reading: Reading, text: str, head: Head, end: int, lexicon: Lexicon, prefixed: frozenset[int]
) -> Iterator[Mention]:
    """A head, the short form defined behind it, and the members of the list that it begins."""
    name = text[head.start : head.end]
    yield _mention(reading, head.start, head.end, name, "publisher" if head.kind == "publisher" else "named")
    if found := definition(text, head.end):
        short = text[found[0] : found[1]]
        yield _mention(reading, *found, (name, short), "definition")
    for unit in own_units(text, head, end, lexicon, prefixed):
        yield _mention(reading, unit.start, unit.end, name + text[unit.start : unit.end], "listed")
    if head.kind != "publisher":
        prefix = text[head.start : head.prefix_end].removeprefix("共青").lstrip("我本全团")
        prefix = "地区" if prefix == "地" else prefix  # 地委、行署
        for member in members(text, head, end, lexicon, prefixed):
            own = text[member.start : member.end]
            if _OFFICE.fullmatch(own) and name.endswith("政府"):  # 省政府及办公厅
                prefix = name
            yield _mention(reading, member.start, member.end, listed_name(name, prefix, own), "listed")


def _publisher_names(reading: Reading, registry: Registry) -> tuple[str, ...]:
    """The names by which title and signature call the publisher, longest first."""
    names, kinds = publisher_names(reading, registry), registry.agencies
    return tuple(sorted((name for name in names if len(name) > 3 and kinds.kind(name)), key=lambda n: (-len(n), n)))


def _publisher_spans(
    text: str, start: int, end: int, names: tuple[str, ...], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    for name in names:
        at = text.find(name, start, end)
        while at >= 0:
            stop = tails_end(text, at, at + len(name), end, lexicon)
            if not is_part_of_more(text, stop, lexicon):
                yield at, stop
            at = text.find(name, at + len(name), end)


def _mention(reading: Reading, start: int, end: int, value: str | tuple[str, str], rule: str) -> Mention:
    return reading.mention(Kind.AGENCY, start, end, value, rule)
