"""The rows of the tables of regions beside those of the library."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProvinceRow:
    """seeds/registry/provinces.tsv: a province with its short name and its one-character names (湘; 沪, 申)."""

    code: str
    name: str
    short_name: str
    characters: tuple[str, ...]
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class ShortNameRow:
    """seeds/registry/region_short_names.tsv: a usual short form that no rule gives (巴州, 达茂旗)."""

    short_name: str
    code: str
    source: str
    checked: str


@dataclass(frozen=True, slots=True)
class OverlayRow:
    """seeds/registry/regions_overlay.tsv: a region that the library lacks.

    kind: district (it has `code` for itself) or zone (it has none; `code` is the region that its bodies are keyed by).
    parent: administrative parent. area: code of the county whose land the zone shares, where it is one.
    """

    name: str
    kind: str
    code: str
    parent: str
    area: str | None
    since: int | None
    until: int | None
    source: str
    checked: str
