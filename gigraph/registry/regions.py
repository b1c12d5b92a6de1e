"""Regions by name, code and year: those of python-stdnum beside an overlay of ours.

The overlay adds the districts that the library lacks and zones that have no code of their own (综合实验区, 新区): those
carry the code of the region they are keyed by, and may name an administrative parent apart from the code's parent.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from gigraph.errors import RegistryError
from gigraph.registry.place_words import PlaceWords
from gigraph.registry.region_codes import CENTRE, Region, library_regions, short_name
from gigraph.registry.region_names import names_by_code
from gigraph.registry.region_rows import OverlayRow, ProvinceRow, ShortNameRow
from gigraph.registry.table import grouped

__all__ = ["CENTRE", "Region", "Regions", "short_name"]


class Regions:
    """All regions, indexed by name and code."""

    def __init__(
        self,
        provinces: Iterable[ProvinceRow],
        overlay: Iterable[OverlayRow],
        short_names: Iterable[ShortNameRow],
        words: PlaceWords,
    ) -> None:
        self.provinces = tuple(provinces)
        self._overlay = tuple(overlay)
        self.short_names = tuple(short_names)
        self.words = words
        self._named: dict[tuple[str, int | None], tuple[Region, ...]] = {}  # what `named` has answered

    @cached_property
    def by_code(self) -> dict[str, tuple[Region, ...]]:
        """Code to the names it had, oldest first; zones are not in it."""
        found: dict[str, list[Region]] = {}
        for region in (*library_regions(), *self._overlaid("district")):
            found.setdefault(region.code, []).append(region)
        # The library keeps some counties open under prefectures that are long gone (422921).
        known = {CENTRE, *found}
        return {
            code: tuple(sorted(regions, key=lambda r: r.since or 0))
            for code, regions in found.items()
            if regions[0].parent in known
        }

    @cached_property
    def by_name(self) -> dict[str, tuple[Region, ...]]:
        """Name (湖南省, 襄州区, 西咸新区) to the regions that bear it."""
        found: dict[str, list[Region]] = {}
        for regions in self.by_code.values():
            for region in regions:
                found.setdefault(region.name, []).append(region)
        for zone in self._overlaid("zone"):
            found.setdefault(zone.name, []).append(zone)
        for short, meant in self._shortened(found).items():
            found[short] = [*found.get(short, ()), *meant]
        return {name: tuple(regions) for name, regions in found.items()}

    def _shortened(self, names: dict[str, list[Region]]) -> dict[str, list[Region]]:
        """恩施州, 长阳县, 鄂温克旗: autonomous regions without their nationalities; and the rows of the table."""
        found: dict[str, list[Region]] = {}
        for name, regions in names.items():
            if kind := re.search(r"自治([州县旗])$", name):
                short = short_name(name) + kind.group(1)
                if len(short) > 2:
                    found.setdefault(short, []).extend(regions)
        return found | {row.short_name: list(self.by_code[row.code]) for row in self.short_names}

    @cached_property
    def by_short_name(self) -> dict[str, Region]:
        """Short names of provinces (湖南) and of prefectures where one alone bears it (长沙, 恩施)."""
        found = {row.short_name: self.by_code[row.code][0] for row in self.provinces}
        doubtful: set[str] = set()
        for name, regions in self.by_name.items():
            for region in regions:
                short = short_name(name)
                if region.level == "prefecture" and region.valid(None) and len(short) > 1:
                    if short in found and found[short].code != region.code and found[short].level != "province":
                        doubtful.add(short)
                    found.setdefault(short, region)
        return {short: region for short, region in found.items() if short not in doubtful}

    @cached_property
    def other_names(self) -> dict[str, frozenset[str]]:
        """By code all that a region is and was called."""
        return names_by_code(self)

    @cached_property
    def name_endings(self) -> dict[str, tuple[int, ...]]:
        """How long the names are that end with two characters, of 2 to 16 characters, the longest first."""
        sizes: dict[str, set[int]] = {}
        for name in self.by_name:
            if 1 < len(name) <= 16:
                sizes.setdefault(name[-2:], set()).add(len(name))
        return {ending: tuple(sorted(found, reverse=True)) for ending, found in sizes.items()}

    @cached_property
    def _sizes(self) -> dict[str, tuple[int, ...]]:
        """How long the names are that begin with two characters, the longest first."""
        sizes: dict[str, set[int]] = {}
        for name in self.by_name:
            if 1 < len(name) <= 16:
                sizes.setdefault(name[:2], set()).add(len(name))
        return {head: tuple(sorted(found, reverse=True)) for head, found in sizes.items()}

    @cached_property
    def _province_heads(self) -> dict[str, tuple[str, Region]]:
        """The short names of provinces with their regions, by their first two characters."""
        return {row.short_name[:2]: (row.short_name, self.by_code[row.code][0]) for row in self.provinces}

    @cached_property
    def counties(self) -> dict[str, tuple[Region, ...]]:
        """The counties by their names without their kind, of two characters or more (礼泉, 昆山)."""
        regions = (region for regions in self.by_code.values() for region in regions if region.level == "county")
        return grouped((stem, region) for region in regions if len(stem := short_name(region.name)) > 1)

    def named(self, name: str, year: int | None = None) -> tuple[Region, ...]:
        """The regions of a name in a year; of one region under two codes (a change, a raised city) the newer."""
        known = self.by_name.get(name)
        if not known:
            return ()
        if (name, year) not in self._named:
            found = [region for region in known if region.valid(year)]
            newer = [region for region in found if not any(_gives_way(region, other, year) for other in found)]
            self._named[name, year] = tuple({region.code + region.level: region for region in newer}.values())
        return self._named[name, year]

    def length_at(self, text: str, at: int) -> int:
        """How long the longest region's name is that begins at an offset of a text; 0 where none does."""
        sizes = self._sizes.get(text[at : at + 2], ())
        return next((size for size in sizes if text[at : at + size] in self.by_name), 0)

    def at(self, code: str, year: int | None = None) -> Region | None:
        """The region of a code in a year, else (or without a year) the last that bore it."""
        regions = self.by_code.get(code, ())
        for region in reversed(regions):
            if region.valid(year):
                return region
        return regions[-1] if regions else None

    def ancestors(self, region: Region, year: int | None = None) -> tuple[Region, ...]:
        """The administrative parents, nearest first, up to the province."""
        found: list[Region] = []
        code = region.parent
        while code != CENTRE and (parent := self.at(code, year)):
            found.append(parent)
            code = parent.parent
        return tuple(found)

    def full_name(self, region: Region, year: int | None = None) -> str:
        """The form in official names: a 市辖区 takes its city's name, nothing else takes any (襄阳市襄州区, 礼泉县)."""
        district = region.level == "county" and re.search(r"(?<!特)(?<!神农架林)区$", region.name)
        parent = self.at(region.parent, year) if district else None
        return parent.name + region.name if parent and parent.name.endswith("市") else region.name

    def prefix(self, text: str, year: int | None = None) -> tuple[int, tuple[Region, ...]]:
        """The longest run of region names at the start of a text: its length, and the candidates of its last name.

        Each name must lie under the one before it (湖南省长沙市岳麓区); a candidate that does not is dropped. The short
        name of a province counts before one of its regions (广西玉林市).
        """
        length, inside = 0, ()  # type: int, tuple[Region, ...]
        province = self._province_heads.get(text[:2])
        if province and text.startswith(province[0]):
            begin = len(province[0])
            if self._step(text[begin : begin + 16], (province[1],), year)[0]:
                length, inside = begin, (province[1],)
        while True:
            step, candidates = self._step(text[length : length + 16], inside, year)
            if not step:
                return length, inside
            length, inside = length + step, candidates

    def _step(self, text: str, inside: tuple[Region, ...], year: int | None) -> tuple[int, tuple[Region, ...]]:
        for size in self._sizes.get(text[:2], ()):
            name = text[:size]
            if len(name) < size:
                continue
            found = self.named(name, year) or self.named(name)
            if inside:
                above = {region.code for region in inside}
                found = tuple(r for r in found if any(a.code in above for a in self.ancestors(r, year)))
            if found:
                return size, found
        return 0, ()

    def _overlaid(self, kind: str) -> Iterator[Region]:
        for row in self._overlay:
            if row.kind not in ("district", "zone"):
                raise RegistryError(f"kind {row.kind!r} is neither district nor zone", where="regions_overlay.tsv")
            if row.kind == kind:
                level = "county" if kind == "district" else "zone"
                yield Region(row.code, row.name, level, row.parent, row.since, row.until, row.area)


def _gives_way(old: Region, new: Region, year: int | None) -> bool:
    """Whether a region goes on under another code: 寿县 came to another city in 2015, 随州市 was raised in 2000."""
    if old is new or old.code[:2] != new.code[:2] or new.since is None or (old.since or 0) >= new.since:
        return False
    raised = old.level == "county" and new.level == "prefecture"
    return raised or (old.until is not None and old.until == new.since and year in (None, new.since))
