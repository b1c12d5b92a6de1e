"""The rows of the tables of agencies' names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CentralAgency:
    """seeds/registry/central_agencies.tsv: an organ of the centre with the years that it existed (inclusive).

    name: the official one (中华人民共和国财政部; 国发〔2018〕6号 lists them), a ministry has its short name
    as first alias.
    """

    name: str
    aliases: tuple[str, ...]
    kind: str
    parent: str | None
    since: int | None
    until: int | None
    source: str
    checked: str | None


@dataclass(frozen=True, slots=True)
class BodyRow:
    """seeds/registry/agency_bodies.tsv: a kind of body that places have (财政 + 厅|局).

    shorts: short stems (发改, 发展改革); a short suffix stands for the long one (委 for 委员会, 办 for 办公室).
    sector: concept of the sectors. since, until: years in which places use the form, by the reforms; they only choose
    among forms of one short form.
    example: `surface=official name`, read from a county (礼泉县) of Shaanxi.
    """

    stem: str
    suffixes: tuple[str, ...]
    shorts: tuple[str, ...]
    sector: str
    since: int | None
    until: int | None
    example: str


@dataclass(frozen=True, slots=True)
class AliasRow:
    """seeds/registry/agency_aliases.tsv: what stands behind a place's name, and its full form with {} for that name.

    Several full forms are alternatives that cannot be told apart. other: further full forms of the same body.
    """

    short: str
    full: tuple[str, ...]
    other: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class SectorBody:
    """seeds/registry/sector_bodies.tsv: a body under bureaus of some sectors, by what their reports call it alone.

    full: its name in full, if word is a short form. of: `body` where its name begins with the bureau's (a police
    bureau's 车管所), `place` where it begins with the place's (福利院).
    example: `publisher:word=full name`.
    """

    word: str
    full: str | None
    sectors: tuple[str, ...]
    of: str
    example: str


@dataclass(frozen=True, slots=True)
class KindRow:
    """seeds/registry/agency_kinds.tsv: the kind of agency that a suffix shows; the longest suffix decides."""

    suffix: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class StopRow:
    """seeds/registry/agency_stopwords.tsv: a word that bounds agencies' names.

    role: inside (never within an open name, unless in a word that is fine), start (never at its beginning), group (what
    a leading group is for, though its words bound other names), after (what follows makes it part of another name),
    goes-on (a word that begins with the last characters of a body's name: 局限于),
    level-left and level-right (words with the character of a level word), bare-left (characters that may stand before a
    name without a place's name); lead (may stand before names, beside the words of lead_words.tsv), in-names (plain in
    lead_words.tsv, but part of names of bodies: 利用); school-office (an office that is a name without any before it);
    point (a place to go to that is no division: 受理处); house (what universities' names begin with as others do with
    a place's: 西北大学);
    own (a body that an organisation has of its own: named without a place's name in its report, it is its). example: a
    phrase where it bounds, or stands.
    """

    word: str
    role: str
    example: str


@dataclass(frozen=True, slots=True)
class DivisionWord:
    """seeds/registry/division_words.tsv: a matter that divisions of organisations are named for.

    role: matter (人事科), joined (beside another matter only: 人事管理科). example: a division that is named so.
    """

    word: str
    role: str
    example: str


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """seeds/registry/congress_committees.tsv: what a committee of a congress or of a 政协 is for, as it is written.

    full: the same in full (财经 is 财政经济). example: a surface in a county's report, and the body that it means.
    """

    word: str
    full: str
    example: str


@dataclass(frozen=True, slots=True)
class OrganRow:
    """seeds/registry/vertical_organs.tsv: an organ of the centre that bears a place's short name (长沙海关)."""

    organ: str
    example: str


@dataclass(frozen=True, slots=True)
class SharedNoun:
    """seeds/registry/shared_nouns.tsv: what a list of an organisation's lower bodies names once, behind it.

    full, others: the full names of one, with {own} for the organisation's and {} for what tells it from the others.
    example: a list with it.
    """

    noun: str
    full: str
    others: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class OwnWords:
    """seeds/registry/own_words.tsv: how a report calls its publisher, by the last word of the publisher's name."""

    last: str
    words: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class CityRow:
    """seeds/registry/sub_provincial_cities.tsv: a city whose government has a 办公厅, as provinces have."""

    name: str
    source: str
    example: str
