"""Mentions that speak of one document brought together: a title and its number, a short form and what it stands for."""

import re
from collections.abc import Iterator, Sequence

from gigraph.models import DocumentNumber, Kind, Mention
from gigraph.registry.document_nouns import DocumentNouns
from gigraph.resolve.regulations.antecedents import Antecedents, base_name, ends_with
from gigraph.resolve.regulations.citation import Citation
from gigraph.resolve.regulations.context import Context

_NAMED = frozenset({Kind.TITLE, Kind.BARE})
_SPEAKING = _NAMED | {Kind.NUMBER, Kind.DEFINITION, Kind.SHORT, Kind.PINPOINT}
_LIST = re.compile(r"(?:[、,和及与;]|以及){0,2}")
# What may stand between a title and its number, and between a number and the title behind it.
_TO_NUMBER = re.compile(
    r"(?:的?(?:通知|意见|决定|函|公告)|文件|一文)?(?:\((?:以下)?简称[^()]{1,16}\))?(?:\([^()《》]{0,34}|[,、]?(?:文号|文件号|编号|发文字号):?|\[|【)?"
)
_AND_BY = re.compile(r"(?:的通知)?[,、]?(?:并|后)?(?:及时|已|正式)?以")
_TO_TITLE = re.compile(r"\)?(?:号文件|文件|号文|文)?(?:精神)?[:,]?(?:[\u4e00-\u9fff]{2,16}关于)?")
_BY_NUMBER = re.compile(
    r"(?:号?文件?)?(?:的?形式)?(?:正式|及时|专门|所)?(?:联合)?(?:印发|下发|发布|出台|公布|转发|颁布|批转|颁发|印送)(?:实施|施行)?[了的]?"
)
_GENERIC = 4  # characters of a title (《工作方案》) that is one document where the publisher drew it up
_REACH = 260  # characters between a definition and what it defines
_ADJACENT = frozenset({"(", "(,", ",", ")(", "),"})  # between a title and its definition
_NEAR = 8  # citations before a definition that it may mean


class Citations:
    """The citations of a text, built in document order; `nouns` end documents' names; `school`: a university's."""

    def __init__(
        self, mentions: Sequence[Mention], context: Context, nouns: DocumentNouns, *, school: bool = False
    ) -> None:
        self.context = context
        self.found: list[Citation] = []
        self._antecedents = Antecedents(nouns, school=school)
        self._mentions = [mention for mention in mentions if mention.kind in _SPEAKING]
        self._last: Citation | None = None
        self._waiting: list[Mention] = []  # numbers that belong to the title that follows

    def collect(self) -> list[Citation]:
        """All citations, in order of their first mention."""
        position = 0
        while position < len(self._mentions):
            mention = self._mentions[position]
            if mention.kind is Kind.NUMBER:
                group = list(self._group(position))
                self._numbers(group, position + len(group))
                position += len(group)
                continue
            if mention.kind in _NAMED and not self._antecedents.is_defined(mention.value):
                self._title(mention)
            elif mention.kind is Kind.DEFINITION:
                self._define(mention)
            elif mention.kind is Kind.PINPOINT:
                self._pinpoint(mention)
            else:
                self._short(mention)
            position += 1
        return sorted(self.found, key=lambda citation: citation.start)

    def _group(self, position: int) -> Iterator[Mention]:
        """A number and those of a list behind it."""
        before = self._mentions[position]
        yield before
        for following in range(position + 1, len(self._mentions)):
            mention = self._mentions[following]
            if mention.kind is not Kind.NUMBER or not _LIST.fullmatch(self.context.gap(before.span, mention.span)):
                return
            yield mention
            before = mention

    def _numbers(self, group: list[Mention], following: int) -> None:
        first = group[0]
        before = self._last.mentions[-1] if self._last else None
        if self._last and before and self._follows(group, before) and _may_bear(self._last, first):
            for mention in group:
                _bear(self._last, mention)
            return
        if len(group) == 1 and self._belongs_to_next(first, following):
            self._waiting = group
            return
        for mention in group:
            citation = Citation(None, [], rule="number")
            _bear(citation, mention)
            self.found.append(citation)
        self._last = None

    def _follows(self, group: list[Mention], title: Mention) -> bool:
        """Whether a number stands behind a title as its own; of several behind one title none is."""
        alone = len(group) == 1 or all(_is_order(mention) for mention in group)
        gap = self.context.gap(title.span, group[0].span)
        return alone and (
            bool(_TO_NUMBER.fullmatch(gap)) or (bool(_AND_BY.fullmatch(gap)) and self._issued_by(group[-1]))
        )

    def _issued_by(self, number: Mention) -> bool:
        """Whether the one document before a number was issued by it: 起草《…》,并以咸政办发〔2015〕3号印发."""
        last, earlier = self.found[-1], self.found[-2:-1]
        listed = earlier and _LIST.fullmatch(self.context.gap(earlier[0].mentions[-1].span, last.mentions[0].span))
        return not listed and _BY_NUMBER.match(self.context.after(number.span.end)) is not None

    def _belongs_to_next(self, number: Mention, following: int) -> bool:
        later = self._mentions[following : following + 2]
        if not later or later[0].kind not in _NAMED:
            return False
        gap = self.context.gap(number.span, later[0].span)
        if _TO_TITLE.fullmatch(gap):
            return True
        more = len(later) > 1 and later[1].kind in _NAMED
        several = more and bool(_LIST.fullmatch(self.context.gap(later[0].span, later[1].span)))
        return bool(_BY_NUMBER.fullmatch(gap)) and not several

    def _title(self, mention: Mention) -> None:
        citation = Citation(mention.value, [mention], rule=mention.rule)
        for number in self._waiting:
            _bear(citation, number)
        citation.mentions.sort(key=lambda m: m.span)
        self._waiting = []
        self.found.append(citation)
        self._antecedents.remember(citation)
        self._last = citation

    def _define(self, definition: Mention) -> None:
        near = [c for c in self.found[-_NEAR:] if 0 <= definition.span.start - c.mentions[-1].span.end <= _REACH]
        listed = near[-len(definition.value) :] if "分别" in definition.text else []
        for at, (name, count) in enumerate(definition.value):
            meant = self._meant(base_name(name), count, near, definition, single=len(definition.value) == 1)
            if not meant and len(listed) == len(definition.value) and self._one_sentence(listed[0], definition):
                meant = (
                    [listed[at]] if listed[at] in near else []
                )  # 分别简称《条例》《实施办法》: the second of the two
            self._antecedents.define(name, meant)
            near = [citation for citation in near if citation not in meant]

    def _meant(
        self, base: str, count: int, near: list[Citation], definition: Mention, *, single: bool
    ) -> list[Citation]:
        fitting = [citation for citation in near if citation.name and ends_with(citation.name, base)]
        if count > 1:
            return fitting[-count:] if len(fitting) >= count else []
        adjacent = near[-1] if near else None
        if adjacent and single and self.context.gap(adjacent.mentions[-1].span, definition.span) in _ADJACENT:
            return [adjacent]
        return fitting[-1:] if fitting and self._one_sentence(fitting[-1], definition) else []

    def _one_sentence(self, citation: Citation, definition: Mention) -> bool:
        return "。" not in self.context.gap(citation.mentions[-1].span, definition.span)

    def _pinpoint(self, mention: Mention) -> None:
        if self._last and len(self.context.gap(self._last.mentions[-1].span, mention.span)) <= 44:
            self._last.articles += [article for article in mention.value if article not in self._last.articles]

    def _short(self, mention: Mention) -> None:
        name, count = mention.value if mention.kind is Kind.SHORT else (mention.value, 1)
        meant = self._antecedents.of(name, count, back=mention.rule == "back-reference")
        if not meant and mention.rule == "short-title":
            customary = self._antecedents.customary(name) if count == 1 else None
            if customary:
                meant = [self._create(customary, "customary")]
            elif len(name) >= _GENERIC:
                meant = [self._create(name, "generic")]
        for citation in meant:
            citation.mentions.append(mention)
        self._last = meant[0] if len(meant) == 1 else None

    def _create(self, name: str, rule: str) -> Citation:
        citation = Citation(name, [], rule=rule)
        self.found.append(citation)
        if rule == "customary":
            self._antecedents.remember(citation)
        return citation


def _is_order(mention: Mention) -> bool:
    return isinstance(mention.value, DocumentNumber) and bool(mention.value.instrument)


def _may_bear(citation: Citation, number: Mention) -> bool:
    """A title bears one number; orders may be several (公布, 修订)."""
    return _is_order(number) or (citation.number is None and not citation.readings)


def _bear(citation: Citation, number: Mention) -> None:
    citation.mentions.append(number)
    if isinstance(number.value, tuple):
        citation.readings = number.value
    elif _is_order(number):
        citation.orders.append(number.value)
    else:
        citation.number = number.value
