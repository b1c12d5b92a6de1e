"""Where a report stands: its publisher, the region and its parents, and what short names mean from there."""

import re
from dataclasses import dataclass, field, replace

from gigraph.iris import key_digest, mint
from gigraph.models import Document, Kind, Mention, ReportField
from gigraph.registry import Registry
from gigraph.registry.regions import CENTRE
from gigraph.resolve.area import Area, areas_above, locate
from gigraph.resolve.naming import Naming, full_forms

_OWN = re.compile(r"^(?:我|本)(?=[省市州县区旗盟镇乡局厅委部办院校署会]|街道|实验区|新区|开发区)")
_WHOLE = re.compile(r"^全(?=[省市州县区])")
_LEVEL = re.compile(
    r"^(?:自治[区州县旗]|实验区|试验区|新区|开发区|高新区|经开区|示范区|园区|街道|地区|[省市州县区旗盟镇乡])"
)
_TOWN = re.compile(r"^([\u4e00-\u9fff]{1,12}?(?:街道|镇|乡|苏木))(人民政府|政府|党委|党工委|办事处|$)")


@dataclass(frozen=True, slots=True)
class AgencyName:
    """An agency's full official name as a short form was understood from the report's place.

    name: 湖南省财政厅. aliases: other full forms. region: GB/T 2260 code (100000 for the centre) or None.
    kind: concept of the agency kinds. parent: full name of the agency it belongs to. candidates: full names where it is ambiguous.
    """

    name: str
    aliases: tuple[str, ...] = ()
    region: str | None = None
    kind: str = "agency"
    parent: str | None = None
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one report in the hierarchy.

    areas: the publisher's own area and those above it, nearest first. body: the publisher as an organisation (a 局, a
    大学), or None where it is a government or a management committee. known: short forms that the report defines.
    """

    fields: tuple[ReportField, ...]
    publisher: str | None
    registry: Registry | None = None
    source_key: str = ""
    year: int | None = None
    areas: tuple[Area, ...] = ()
    body: AgencyName | None = None
    known: dict[str, str] = field(default_factory=dict)

    def agency(self, surface: str) -> AgencyName | None:
        """The agency that a surface (省财政厅, 局办公室, 国务院, 我局) means in this report, or None."""
        text = clean(surface)
        text = self.known.get(text, text)
        if not text or self.registry is None:
            return None
        for step in (self._central, self._self, self._own, self._by_level, self._by_region, self._town, self._bare):
            if found := step(text):
                return found
        return None

    def agency_iri(self, agency: AgencyName) -> str:
        """The agency's identity: region and full name, or the report and full name where the region is not certain."""
        if agency.region:
            return mint("agency", agency.region, agency.name)
        return mint("agency", f"report-{key_digest(self.source_key)}", agency.name)

    def _central(self, text: str) -> AgencyName | None:
        assert self.registry is not None
        table = self.registry.agencies
        rows = table.central.get(text, ())
        rows = tuple(row for row in rows if _in_use(row.since, row.until, self.year)) or rows
        if len(rows) == 1:
            row = rows[0]
            return AgencyName(row.name, row.aliases, CENTRE, row.kind, row.parent)
        for end in range(len(text) - 1, 1, -1):
            head = table.central.get(text[:end], ())
            if len(head) == 1 and table.kind(text[end:]) in ("office", "division", "party-group", "institution"):
                naming = full_forms(head[0].name, text[end:], table, "body")
                kind = table.kind(naming.names[0]) or "agency"
                return AgencyName(naming.names[0], naming.names[1:], CENTRE, kind, head[0].name)
        return None

    def _self(self, text: str) -> AgencyName | None:
        publisher = self.publisher_agency
        if publisher is None:
            return None
        bare = _OWN.sub("", text)
        if bare in (publisher.name, *publisher.aliases) or text in (self.publisher, publisher.name):
            return publisher
        if self.body is not None and bare in self._body_words():
            return publisher
        return None

    def _own(self, text: str) -> AgencyName | None:
        """我局党组, 局办公室: what belongs to the publisher as an organisation."""
        if self.body is None:
            return None
        bare = _OWN.sub("", text)
        for word in self._body_words():
            if bare.startswith(word) and (self._kind(bare[len(word) :]) or bare[len(word) :] in ("机关党委", "党组")):
                return self._under(self.body, bare[len(word) :])
        return None

    def _body_words(self) -> tuple[str, ...]:
        """How the report calls its publisher: 省局, 县政务局, 局; longest first."""
        assert self.body is not None
        name = self.body.name
        area = self.areas[0] if self.areas else None
        inner = name.removeprefix(area.name) if area else name
        words = [name, *self.body.aliases]
        last = next((w for w in _LAST_WORDS if inner.endswith(w)), "")
        short = _LAST_WORDS.get(last, ())
        for level in area.words if area else ():
            words += [level + inner, *(level + word for word in short)]
        return tuple(sorted({*words, *short}, key=lambda w: (-len(w), w)))

    def _by_level(self, text: str) -> AgencyName | None:
        bare = _WHOLE.sub("", _OWN.sub("", text))
        match = _LEVEL.match(bare)
        if not match or not bare[match.end() :] or self._known_body(bare):
            return None
        rest = bare[match.end() :]
        if match.group() == "市" and "市" + rest in ("市场", "市民"):
            return None
        area = self.area(match.group())
        if not self._kind(rest) and rest != "府":
            return None
        if area is None:
            return AgencyName(bare, kind=self._kind(rest) or "agency")
        return self._named(area, rest)

    def area(self, word: str) -> Area | None:
        """The area that a level word (省, 市, 县, 区, 实验区) means here: the nearest that is called so."""
        return next((area for area in self.areas if word in area.words), None)

    def _by_region(self, text: str) -> AgencyName | None:
        assert self.registry is not None
        bare = re.sub(r"^(?:中共|中国共产党)(?=.)", "", text)
        area, length = locate(bare, self.registry.regions, self.year, self.areas)
        if not length:
            return None
        rest = bare[length:]
        if not rest:
            return self._named(area, "管理委员会" if area.grade == "zone" else "人民政府") if area else None
        if town := self._town(rest, area):
            return town
        if not self._kind(rest) and not self._kind(bare):
            return None
        if bare != text and rest.endswith("委员会") and len(rest) <= 3:
            rest = "委"
        if area is None:  # several regions of that name
            return AgencyName(bare, kind=self._kind(rest) or "agency")
        found = self._named(area, rest)
        return replace(found, aliases=tuple(a for a in dict.fromkeys((*found.aliases, text)) if a != found.name))

    def _town(self, text: str, county: Area | None = None) -> AgencyName | None:
        match = _TOWN.match(text)
        if not match or (not match.group(2) and len(match.group(1)) < 2):
            return None
        county = county or next((a for a in self.areas if a.grade in ("county", "zone")), None)
        town = match.group(1)
        rest = text[match.end(1) :] or ("办事处" if town.endswith("街道") else "人民政府")
        naming = self._forms(Area(town, ("",), "", "town"), rest)
        code = county.code if county else None
        aliases = naming.names[1:] + ((county.name + naming.names[0],) if county else ())
        return AgencyName(naming.names[0], aliases, code, self._kind(naming.names[0]) or "agency")

    def _bare(self, text: str) -> AgencyName | None:
        """财务处, 政府办, 公共资源交易中心: no place's name; units belong to the publisher, bodies to its area."""
        kind = self._kind(text)
        if kind is None:
            return None
        units = ("division", "party-group", "leading-group")
        is_unit = (
            kind in units
            or text in ("办公室", "办公厅", "机关党委")
            or (kind == "office" and not text.startswith("政府"))
        )
        if is_unit and self.body is not None and not self._known_body(text):
            return self._under(self.body, text)
        if not self.areas:
            return AgencyName(text, kind=kind)
        if is_unit and text in ("办公室", "办公厅"):
            text = ("管委会" if self.areas[0].grade == "zone" else "政府") + text
        return self._named(self.areas[0], text)

    @property
    def publisher_agency(self) -> AgencyName | None:
        """The publisher in its full form."""
        if self.publisher is None:
            return None
        if self.body is not None:
            return self.body
        return self._by_region(clean(self.publisher)) or AgencyName(self.publisher)

    def _under(self, body: AgencyName, rest: str) -> AgencyName:
        naming = self._forms(Area(body.name, (), body.region or "", "body"), rest)
        return AgencyName(
            naming.names[0], naming.names[1:], body.region, self._kind(naming.names[0]) or "agency", body.name,
            naming.alternatives,
        )  # fmt: skip

    def _named(self, area: Area, rest: str) -> AgencyName:
        naming = self._forms(area, rest)
        kind = self._kind(naming.names[0]) or "agency"
        candidates = naming.alternatives
        return AgencyName(naming.names[0], naming.names[1:], area.code or None, kind, naming.parent, candidates)

    def _forms(self, area: Area, rest: str) -> Naming:
        assert self.registry is not None
        return full_forms(area.name, rest, self.registry.agencies, area.grade)

    def _kind(self, name: str) -> str | None:
        assert self.registry is not None
        if not name:
            return None
        row = self.registry.agencies.aliases.get(name)
        return self.registry.agencies.kind(row.full[0] if row else name)

    def _known_body(self, name: str) -> bool:
        """市场监督管理局 begins with no level word, 市财政局 does."""
        assert self.registry is not None
        return name in self.registry.agencies.body_names


_LAST_WORDS: dict[str, tuple[str, ...]] = {
    "管理委员会": ("管委会", "委"),
    "委员会": ("委",),
    "办公室": ("办", "室", "办公室"),
    "办公厅": ("办公厅", "厅"),
    "大学": ("学校", "校"),
    "学院": ("学校", "学院", "院", "校"),
    "学校": ("学校", "校"),
    "中学": ("学校", "校"),
    "小学": ("学校", "校"),
    "医院": ("医院", "院"),
    "中心": ("中心",),
    "总队": ("总队", "队"),
    "支队": ("支队", "队"),
    "大队": ("大队", "队"),
    "总局": ("总局", "局"),
    "总社": ("总社", "社"),
    **{word: (word,) for word in "局厅部署院馆所站社会处行"},
}


def clean(surface: str) -> str:
    """A surface without white space and quotation marks around it."""
    return re.sub(r"\s+", "", surface).strip("“”\"'《》、,，。.")


def _in_use(since: int | None, until: int | None, year: int | None) -> bool:
    return year is None or ((since is None or since <= year) and (until is None or year <= until + 1))


def make_place(
    fields: tuple[ReportField, ...], document: Document, mentions: tuple[Mention, ...], registry: Registry
) -> Place:
    """The place of a report from its own fields and the agencies that it names."""
    publisher = next((item.value for item in fields if item.name == "publisher"), None)
    year = next((item.value for item in fields if item.name == "year"), None)
    if not isinstance(publisher, str):
        return Place(fields, None, registry, document.source.key)
    year = year if isinstance(year, int) else None
    area, length = locate(clean(publisher), registry.regions, year, (), document)
    areas = (area, *areas_above(area, registry.regions, year)) if area else ()
    place = Place(fields, publisher, registry, document.source.key, year, areas)
    body = None
    rest = clean(publisher)[length:]
    if central := place._central(clean(publisher)):
        body = central
    elif rest and not re.fullmatch(r"(?:人民)?政府|管理委员会|管委会|行政公署|委|党工委", rest):
        body = place._by_region(clean(publisher)) or AgencyName(
            publisher, kind=registry.agencies.kind(publisher) or "agency"
        )
    definitions = {m.value[1]: m.value[0] for m in mentions if m.kind is Kind.AGENCY and m.rule == "definition"}
    return replace(place, body=body, known=definitions)
