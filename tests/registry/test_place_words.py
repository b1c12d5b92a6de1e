"""Words of places' names: every example is run, and is worth its row."""

from dataclasses import replace
from pathlib import Path

import pytest

from gigraph.errors import RegistryError
from gigraph.extractors.agencies.lexicon import lexicon_of
from gigraph.extractors.agencies.prefixes import prefixes_of
from gigraph.extractors.platforms import extract
from gigraph.models import Document, Source
from gigraph.registry import Registry, load_registry
from gigraph.registry.place_words import DoubtfulPlace, PlaceWords, ZoneWord, read_place_words
from gigraph.registry.regions import Regions
from gigraph.resolve.locating import locate
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
REGIONS, WORDS = REGISTRY.regions, REGISTRY.regions.words


def places(text: str, words: PlaceWords = WORDS, own: frozenset[str] = frozenset()) -> list[str]:
    """The regions and zones that names begin with in a text; `own`: the publisher's places."""
    regions = Regions(REGIONS.provinces, REGIONS._overlay, REGIONS.short_names, words)
    found = prefixes_of(text, 0, len(text), regions, lexicon_of(REGISTRY), own)
    return [text[prefix.start : prefix.end] for prefix in found if prefix.kind == "region"]


def without(row: ZoneWord | DoubtfulPlace) -> PlaceWords:
    return PlaceWords([zone for zone in WORDS.zones if zone != row], [name for name in WORDS.doubtful if name != row])


@pytest.mark.parametrize("row", WORDS.zones, ids=lambda row: row.word)
def test_the_example_of_a_zone_is_one(row: ZoneWord) -> None:
    assert row.word in row.example
    if set(row.uses) & {"name", "trade"}:
        assert places(row.example) == [row.example]
        assert places(row.example, without(row)) != [row.example]
    if "area" in row.uses:
        assert locate(row.example, REGIONS, 2018)[1] == len(row.example)
    if "called" in row.uses:
        area, _ = locate(row.example, REGIONS, 2018)
        assert area is not None
        assert row.word in area.words


def test_every_zone_is_told_by_its_end() -> None:
    named = [row.example for row in WORDS.zones if "name" in row.uses]
    assert [zone for zone in named if not any(end.search(zone) for end in WORDS.zone_ends)] == []
    assert not any(end.search("全区、全城和园林") for end in WORDS.zone_ends)


@pytest.mark.parametrize("row", WORDS.doubtful, ids=lambda row: row.name)
def test_the_example_of_a_doubtful_place_is_none(row: DoubtfulPlace) -> None:
    assert row.name in REGIONS.by_name
    assert row.name in row.example
    if row.reading == "built":
        assert not any(name.startswith(row.name) for name in _sites(row.example, REGISTRY))
    else:
        above = {a.name for region in REGIONS.named(row.name) for a in REGIONS.ancestors(region)}
        own = frozenset(above)  # elsewhere a county of two characters stands free
        assert not any(place.startswith(row.name) for place in places(row.example, own=own))
        assert row.name in places(row.example, without(row), own)


def _sites(text: str, registry: Registry) -> list[str]:
    document = Document(f"本年度{text}。", Source("a"), "0" * 64)
    return [mention.text for mention in extract(make_reading(document), registry)]


def test_a_common_noun_is_a_district_behind_its_city() -> None:
    assert places("长治市城区人民政府") == ["长治市城区"]
    assert places("改造城区人民政府") == []


@pytest.mark.parametrize("name", ["zone_words", "doubtful_places"])
def test_rows_are_sorted_and_unique(name: str) -> None:
    lines = (REGISTRY.folder / f"{name}.tsv").read_text("utf-8").splitlines()[1:]
    words = [line.split("\t")[0] for line in lines]
    assert words == sorted(set(words))


def test_an_unknown_use_is_told_with_its_line(tmp_path: Path) -> None:
    for name in ("zone_words", "doubtful_places"):
        (tmp_path / f"{name}.tsv").write_bytes((REGISTRY.folder / f"{name}.tsv").read_bytes())
    with (tmp_path / "zone_words.tsv").open("a", encoding="utf-8") as file:
        file.write("自由贸易区\tname|gossip\t长沙自由贸易区\n")
    with pytest.raises(RegistryError, match=rf"zone_words\.tsv:{len(WORDS.zones) + 2}.*gossip"):
        read_place_words(tmp_path)


def test_a_row_more_is_a_zone_more() -> None:
    row = replace(WORDS.zones[0], word="自由贸易区", uses=("name", "area", "called"), example="长沙自由贸易区")
    more = PlaceWords([*WORDS.zones, row], WORDS.doubtful)
    assert places(row.example) == []
    assert places(row.example, more) == [row.example]
