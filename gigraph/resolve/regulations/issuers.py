"""Who issued a document, as far as a report says: by its number, its title, or the agency that stands before it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gigraph.models import DocumentNumber
from gigraph.registry import Registry
from gigraph.registry.agencies import STATE
from gigraph.registry.issuer_codes import CENTRE, IssuerCode
from gigraph.resolve.naming import office_word
from gigraph.resolve.own_words import words_of
from gigraph.resolve.place import Place
from gigraph.resolve.regulations.agency_words import (
    before_issuing,
    begins_with_preposition,
    is_self,
    is_town_itself,
    names_at_end,
    names_at_head,
    without_adverbs,
    without_meeting,
    without_others,
)
from gigraph.resolve.regulations.bodies import body_of, names_in
from gigraph.resolve.regulations.codes import ORGAN, agency_of_order, areas_of, users_of
from gigraph.resolve.regulations.joint_issuers import joint_at_end, joint_with_others
from gigraph.resolve.regulations.self_words import ends_with_self
from gigraph.text.titles import begins_as_agency, is_agency, split_issuer

_BARE_YEAR = re.compile(r"^20\d\d(?:年度?)?(?=[\u4e00-\u9fff])")  # 2022某县公安局主动公开目录
# A law begins with what it is about: 村民委员会组织法, 人民法院组织法; 办法 are rules of those who begin them.
_OF_THE_STATE = re.compile(r"(?<!办)法(?:\([^()]{1,12}\))?$|组织条例$")
_TITLE_AGENCY = re.compile(
    r"人民政府|办公厅|办公室|委员会|管委会|局|(?<!大)厅|署|中心|总队|支队|大学|学院|法院|检察院|办事处"
)
_ABOUT = re.compile(r"关于|印发|转发|批转|实施〈|贯彻|落实")
_OUR_AREA = re.compile(r"[我本](?P<level>[省市县区州旗盟镇乡])$")
_TOWN = re.compile(r"^[\u4e00-\u9fff]{1,9}(?:镇|乡|街道|苏木)(?:人民政府|办事处|党|$)")
_LONGEST_JOINT = 30  # characters of several issuers
_NOT_OF_GOVERNMENT = re.compile("人民代表大会|人大(?:常委|办)|政治协商会议|政协|(?:法|检察)院$")
_PART = 5  # characters that a part's name adds at most: 办公室, 政务公开处


@dataclass(frozen=True, slots=True)
class Issuer:
    """An agency's full name, and from what it is known: number, title, text or publisher."""

    name: str
    source: str


class Issuers:
    """The ways to an issuer in one report."""

    def __init__(self, place: Place, registry: Registry) -> None:
        self._place, self._registry = place, registry
        self._publisher = place.publisher_agency.name if place.publisher_agency else None
        self._learned: dict[str, str] = {}
        self._subjects: dict[str, str | None] = {}  # what was asked once: entries ask what their citations did
        self._own: dict[str, bool] = {}
        self.regions = [area.code for area in place.areas if area.code]

    def full_name(self, surface: str) -> str:
        """An agency's full name as the report's place gives it, else the surface; of several in a row, joined by 、."""
        names = names_in(surface)
        if len(names) > 1:
            return "、".join(map(self.full_name, names))
        found = self._place.agency(surface)
        if found and found.kind in ("party-group", "division") and found.parent and self.is_own(found.parent):
            return found.parent
        return found.name if found else surface

    def by_number(self, number: DocumentNumber) -> Issuer | None:
        """The issuer that a number's code gives: the registry's, or the government whose area bears the code's stem."""
        rows = self.users(number)
        near = [row for row in rows if row.region in self.regions]
        if len(rows) == 1 or len(near) == 1:
            return Issuer((rows if len(rows) == 1 else near)[0].issuer, "number")
        if learned := self._learned.get(number.issuer_code):
            return Issuer(learned, "learned")
        name = self._by_stem(number.issuer_code)
        return Issuer(name, "number") if name else None

    def users(self, number: DocumentNumber) -> tuple[IssuerCode, ...]:
        """The agencies of the registry that may have given a number, as seen from the report's place."""
        return users_of(number, self._place, self._registry, self.regions)

    def by_order(self, order: DocumentNumber) -> Issuer | None:
        """The agency of an order; the President promulgates what the congress or its committee has passed."""
        found = agency_of_order(self._place, order)
        return Issuer(found.name, "number") if found and not found.candidates else None

    def full_order(self, order: DocumentNumber) -> DocumentNumber:
        """An order's number with the full name of who gave it (省政府令 in Hunan: 湖南省人民政府令), where certain.

        Announcements of the centre keep theirs: 证监会公告〔2013〕55号 is what that commission prints itself.
        """
        issuer = self.by_order(order)
        if order.instrument != "令" and order.issuer_name in self._registry.agencies.central:
            return order
        return order.of(issuer.name.removeprefix(STATE)) if issuer else order

    def learn(self, taught: Iterable[tuple[str, str]]) -> None:
        """Codes of agencies' own, as (code, full name); one that is not in the registry and has one agency is kept."""
        names: dict[str, set[str]] = {}
        for code, name in taught:
            names.setdefault(code, set()).add(name)
        codes = self._registry.issuer_codes
        self._learned = {code: min(found) for code, found in names.items() if len(found) == 1 and code not in codes}

    def learned(self, code: str) -> str | None:
        """The agency of whose own a code was learned to be."""
        return self._learned.get(code)

    def is_central_code(self, code: str) -> bool:
        """Whether a code is that of a central body alone."""
        rows = self._rows(code)
        return bool(rows) and all(row.region == CENTRE for row in rows)

    def _by_stem(self, code: str) -> str | None:
        """咸政办发 in a report from 咸阳: the one area of the report's chain whose name has the stem."""
        match, known = ORGAN.match(code), code in self._registry.issuer_codes
        areas = areas_of(code, self._place, at_head=known)
        if not match or len(areas) != 1 or (known and any(row.region in self.regions for row in self._rows(code))):
            return None
        if match["office"] and (known_office := self._registry.issuer_codes.offices.get(areas[0].code)):
            return known_office
        office = office_word(areas[0].name, areas[0].grade, self._registry.agencies) if match["office"] else ""
        found = self._place.agency(areas[0].name + "人民政府" + office)
        return found.name if found else None

    def _rows(self, code: str) -> tuple[IssuerCode, ...]:
        return self._registry.issuer_codes.by_code.get(code, ())

    def by_title(self, title: str) -> Issuer | None:
        """The agency that a title begins with: before 关于, or as the first word of an internal rule's title."""
        title = _BARE_YEAR.sub("", title)
        head, _ = split_issuer(title)
        if head:
            return Issuer(self.full_name(head), "title")
        if _ABOUT.search(title, 0, 30) or _OF_THE_STATE.search(title):
            return None
        own = self._publisher or "\0"
        if title.startswith(own) and not title.startswith("办公", len(own)):  # 南山市中心医院…制度 is no 南山市中心's
            return Issuer(own, "title")
        for match in reversed(list(_TITLE_AGENCY.finditer(title, 0, 30))):
            head = title[: match.end()]
            if match.end() >= len(title) - 1 or match.end() < 4:
                continue
            found = self._place.agency(head)
            if (
                found
                and not found.candidates
                and found.region
                and (found.name.endswith(head[-3:]) or head in found.aliases)
            ):
                return Issuer(found.name, "title")
        return None

    def by_text(self, before: str) -> Issuer | None:
        """The agency that stands right before a title, or that issued it by a verb between them."""
        head, jointly = before_issuing(before)
        if names := joint_with_others(head, self._surface, self._place, self._registry.title_leads):
            return Issuer("、".join(map(self.full_name, names)), "text")
        if is_self(head) or self._is_town_itself(head) or ends_with_self(head, words_of(self._place), self._registry):
            return Issuer(self._publisher, "text") if self._publisher and self._speaks_for(head) else None
        rest, others = without_others(head)
        listed = "、" in head[-_LONGEST_JOINT:] and not others
        if (jointly or listed) and (names := joint_at_end(head, self._place, self._registry.title_leads)):
            return Issuer("、".join(map(self.full_name, names)), "text")
        if jointly or head != before:
            head = rest
        surface = self._surface(head)
        return Issuer(self.full_name(surface), "text") if surface else None

    def _is_town_itself(self, words: str) -> bool:
        return bool(self._place.areas) and self._place.areas[0].grade == "town" and is_town_itself(words)

    def _speaks_for(self, head: str) -> bool:
        """Whether 我省, 我县 at the end of a clause are the publisher: a government's, not a bureau's in a province."""
        level = _OUR_AREA.search(head)
        government = self._place.agency(level["level"] + "政府") if level else None
        return level is None or (government is not None and government.name == self._publisher)

    def _surface(self, head: str) -> str | None:
        options = names_at_end(head, self._registry.title_leads)
        begun = [option for option in options if begins_as_agency(option)] or options
        return next((o for o in begun if self._place.agency(o)), options[-1] if options else None)

    def surface_in(self, text: str, name: str) -> str | None:
        """The agency before a document that is named without brackets: 省政府办公厅 in 省政府办公厅政务公开工作要点."""
        head, _ = before_issuing(text[: max(0, text.find(name[:4]))] if name[:4] in text else "")
        return self.full_name(self._surface(head) or head) if len(head) > 1 and is_agency(head) else None

    def subject(self, clause: str) -> str | None:
        """The agency that does what a verb says, where it stands right before the verb or at the sentence's head."""
        if clause not in self._subjects:
            self._subjects[clause] = self._acting(without_meeting(without_adverbs(clause)), clause)
        return self._subjects[clause]

    def _acting(self, words: str, clause: str) -> str | None:
        rest, others = without_others(words)
        if is_self(words) or is_self(without_adverbs(rest)) or self._is_town_itself(words):
            return self._publisher
        found = self._surface(without_adverbs(rest)) or (None if others else self._at_head(clause))
        return self.full_name(found) if found else None

    def _at_head(self, clause: str) -> str | None:
        """The agency with which a sentence begins: 区办公室 in 区办公室认真组织学习,并及时印发."""
        found = None
        if begins_with_preposition(clause) and not self._registry.regions.length_at(clause, 0):
            return None
        for name in names_at_head(clause):
            if found and len(name) - len(found) > _PART:
                break
            if self._place.agency(name):
                found = name
        return found

    def key(self, name: str) -> tuple[str, ...] | None:
        """The parts by which an issuer is told in an identity: its name, for a town with the code of its county.

        A hundred counties have a 城关镇人民政府: one whose county is not certain has no key.
        """
        name = body_of(name.split("、", maxsplit=1)[0])
        if not _TOWN.search(name):
            return (name,)
        found = self._place.agency(name)
        return (found.region, name) if found and found.region else None

    def is_own(self, name: str) -> bool:
        """Whether an agency is the publisher, its office, or a part of it or of the government that publishes."""
        if name not in self._own:
            self._own[name] = self._is_own(name)
        return self._own[name]

    def _is_own(self, name: str) -> bool:
        publisher = self._place.publisher_agency
        if publisher is None:
            return False
        own, bare = publisher.name, name.removeprefix("中共").removeprefix(STATE)
        if "、" in name:
            return any(self.is_own(part) for part in name.split("、"))
        if bare.startswith(own.removeprefix(STATE)) or body_of(name) == body_of(own):
            return True
        area = self._place.areas[0].name if self._place.areas else None
        seat = bool(area) and body_of(own) in (f"{area}人民政府", f"{area}管理委员会")
        return seat and name.startswith(area or "") and not _NOT_OF_GOVERNMENT.search(name)
