"""One citation read from its surroundings: issuer, relation, the name to show, and its identity."""

import re

from gigraph.models import DocumentNumber, Kind, Mention
from gigraph.registry import Registry
from gigraph.registry.issuer_codes import CENTRE
from gigraph.resolve.place import Place
from gigraph.resolve.regulations.citation import Citation
from gigraph.resolve.regulations.context import Context
from gigraph.resolve.regulations.entries import Seen, keys_of
from gigraph.resolve.regulations.identity import ELSEWHERE, Identity, identify
from gigraph.resolve.regulations.issuers import Issuer, Issuers
from gigraph.resolve.regulations.local import local_title, of_area_above
from gigraph.resolve.regulations.own_names import own_name
from gigraph.resolve.regulations.relation import Doing, Doings
from gigraph.resolve.regulations.title_lists import without_list
from gigraph.text.titles import edition_of, forwards

_BARE_CODE = 3  # characters of a ministry's code without a word that is the centre's alone
_FORWARDED = ("转发的", "批转的", "转来的", "转发来的")
_FORWARDS = ("转发", "批转", "转发了", "批转了")
_WORDS = 18  # characters: 2019年5月15日起施行的新
_EDITION_BEHIND = re.compile(r"\((?P<edition>(?:(?:19|20)\d\d年?)?新?(?:修订|修正|修改)版?)[,、)]")
_NEW_OR_OLD = re.compile(r"新修订的?|修订后的?|新|旧|原|老")
_SEAT = re.compile(r"(?:人民政府|行政公署|办事处|管理委员会)$")


class Reader:
    """Reads the citations of one report."""

    def __init__(self, context: Context, doings: Doings, issuers: Issuers, place: Place, registry: Registry) -> None:
        self._context, self._doings, self._issuers = context, doings, issuers
        self._place, self._registry = place, registry
        publisher = place.publisher_agency
        self._publisher = publisher.name if publisher else place.publisher

    def see(self, citation: Citation) -> Seen:
        """What the text around a citation says of it."""
        anchor = _anchor(citation)
        before = self._context.before(anchor.span.start)
        self._localise(citation, before)
        last = citation.mentions[-1] if citation.name is None else anchor
        doing = self._doings.at(anchor.span.start, last.span.end)
        stated = self._stated_issuer(citation, before)
        if stated and stated.source == "number" and doing.relation == "issues" and not doing.of_other:
            stated = self._own_code(citation.number, doing) or stated
        kind = self._relation(citation, doing, stated)
        issuer = stated.name if stated else self._subject(doing) or self._publisher if kind == "issues" else None
        own = bool(issuer) and self._issuers.is_own(issuer or "")
        names = self._names(citation, before, issuer, own=own)
        identity = identify(citation, names, issuer, self._issuers, self._place, self._registry, own=own)
        if identity.work and not stated:
            issuer = identity.work.issuer
            kind = "cites" if kind == "issues" and not self._issuers.is_own(identity.work.lead_issuer or "") else kind
        return Seen(
            names=names if not identity.work else (citation.name or identity.work.title,),
            number=_number(citation),
            issuer=_joined(issuer, identity),
            relation=kind,
            identity=identity,
            before=tuple([self._edition(m) for m in citation.mentions if m.kind is not Kind.NUMBER]),
            keys=self._keys(citation, names, own=own),
            own=own,
        )

    def _edition(self, mention: Mention) -> str:
        """The words that may say which edition of a law is meant: in its title, behind it, else before it."""
        title = mention.text.strip('《》〈〉“”"')
        told = edition_of(title) or _EDITION_BEHIND.match(self._context.after(mention.span.end))
        if told:
            return told if isinstance(told, str) else told["edition"]
        head = _NEW_OR_OLD.match(title) if mention.kind is Kind.SHORT else None
        return self._context.before(mention.span.start)[-_WORDS:] + (head.group() if head else "")

    def _localise(self, citation: Citation, before: str) -> None:
        """Gives a title its region where that stands before its brackets: 湖南省《物业管理条例》."""
        local = local_title(citation.name, before, self._place, self._registry) if citation.name else None
        if local is not None:
            citation.name, citation.rule = (local, citation.rule) if local else (citation.name, ELSEWHERE)

    def _keys(self, citation: Citation, names: tuple[str, ...], *, own: bool) -> frozenset[str]:
        """The forms of a title; of an own document's full name, too: 县司法局…目录 is 礼泉县司法局…目录."""
        keys = keys_of(citation.name, self._publisher, own=own)
        return keys | keys_of(names[0], self._publisher, own=True) if own and names else keys

    def _stated_issuer(self, citation: Citation, before: str) -> Issuer | None:
        number = citation.number or next(iter(citation.readings), None)
        by_number = self._issuers.by_number(number) if number else None
        if by_number and (local := self._of_region(citation.number, before)):
            return local
        if citation.orders and not by_number:
            by_number = self._issuers.by_order(citation.orders[0])
        if citation.name is None:
            joint = self._issuers.by_text(before) if by_number else None
            return joint if joint and by_number and joint.name.split("、")[0] == by_number.name else by_number
        if by_number:
            joint = self._issuers.by_title(citation.name) or self._issuers.by_text(before)
            return joint if joint and joint.name.split("、")[0] == by_number.name else by_number
        if before.endswith(_FORWARDS):
            return self._forwarder(before) or self._issuers.by_title(citation.name) or self._in_surface(citation)
        if before.endswith(_FORWARDED):  # by whom it was forwarded, not issued
            return self._issuers.by_title(citation.name)
        return self._issuers.by_title(citation.name) or self._before(citation, before)

    def _own_code(self, number: DocumentNumber | None, doing: Doing) -> Issuer | None:
        """Bureaus print bare 财预, 公通字 too: what the publisher says it issued under a ministry's code is its own."""
        bare = number is not None and self._bare_central(number)
        return Issuer(self._publisher, "publisher") if bare and self._publisher and not self._subject(doing) else None

    def _bare_central(self, number: DocumentNumber) -> bool:
        """Whether a code is a ministry's that bureaus print for their own too: short, no word that is the centre's."""
        code = number.issuer_code
        short = len(code) <= _BARE_CODE and not code.startswith(("国", "中"))
        return short and self._issuers.is_central_code(code)

    def _of_region(self, number: DocumentNumber | None, before: str) -> Issuer | None:
        """The region's agency right before a bare code of a ministry: 省住建厅建城〔2020〕9号 is not the ministry's."""
        if number is None or before.endswith(_FORWARDS) or not self._bare_central(number):
            return None
        found = self._issuers.by_text(before)
        agency = self._place.agency(found.name) if found else None
        return found if agency and agency.region and agency.region != CENTRE else None

    def _forwarder(self, before: str) -> Issuer | None:
        """Another agency that forwards what follows; what the publisher forwards bears its issuer's name, if any."""
        found = self._issuers.by_text(before)
        return found if found and not self._issuers.is_own(found.name) else None

    def _in_surface(self, citation: Citation) -> Issuer | None:
        """The agency that stands in a mention without brackets before the document's name."""
        name = citation.name and self._issuers.surface_in(citation.mentions[0].text, citation.name)
        return Issuer(name, "text") if name else None

    def _before(self, citation: Citation, before: str) -> Issuer | None:
        surface = citation.mentions[0].text
        if citation.mentions[0].kind is Kind.BARE and citation.name and not surface.startswith(citation.name[:2]):
            return self._in_surface(citation)
        listed = without_list(before, self._registry.wording)
        return self._issuers.by_text(listed if listed.endswith("关于") else before)

    def _relation(self, citation: Citation, doing: Doing, stated: Issuer | None) -> str:
        subject = stated.name if stated else self._subject(doing)
        foreign = subject is not None and not self._issuers.is_own(subject)
        if subject is None and doing.clause.endswith("两办"):  # of which level, is not told
            return "cites"
        if doing.of_other and (foreign or (subject is None and not self._bears_own(citation))):
            return "cites"
        if subject is None and doing.relation == "issues" and _of_area_above(citation, self._place, self._registry):
            return "cites"
        return "cites" if foreign and doing.relation == "issues" else doing.relation

    def _bears_own(self, citation: Citation) -> bool:
        """Whether a title begins with the publisher's name, a government's with its area's: 南山县政务公开办法."""
        own = _SEAT.sub("", self._publisher or "")
        return bool(own) and (citation.name or "").startswith(own)

    def _subject(self, doing: Doing) -> str | None:
        return self._issuers.subject(doing.clause) if doing.verb else None

    def _names(self, citation: Citation, before: str, issuer: str | None, *, own: bool) -> tuple[str, ...]:
        name = citation.name
        if name is None:
            return ()
        forwarder = self._forwarder(before) if before.endswith(_FORWARDS) and not forwards(name) else None
        if forwarder and forwarder.name == issuer and not self._begins_with(name, issuer):
            return (f"{issuer}转发{name}", name)
        if own and self._publisher in (issuer or "").split("、"):
            return tuple(dict.fromkeys((own_name(name, self._place, self._publisher or ""), name)))
        return (name,)

    def _begins_with(self, name: str, issuer: str) -> bool:
        """Whether a title bears its issuer: who forwards it is then another, and not known."""
        titled = self._issuers.by_title(name)
        return titled is not None and titled.name == issuer


def _of_area_above(citation: Citation, place: Place, registry: Registry) -> bool:
    return bool(citation.name) and of_area_above(citation.name or "", place, registry)


def _number(citation: Citation) -> str | None:
    if citation.readings:
        return None
    order = citation.orders[-1] if citation.orders else None
    number = citation.number or order
    return str(number) if number else None


def _joined(issuer: str | None, identity: Identity) -> str | None:
    """The issuers as the registry has them, where a code gave the lead one of them alone."""
    work = identity.work
    return work.issuer if work and work.issuer and (issuer is None or work.lead_issuer == issuer) else issuer


def _anchor(citation: Citation) -> Mention:
    """The mention that names the document, else the first."""
    for mention in citation.mentions:
        if mention.kind is Kind.TITLE or mention.kind is Kind.BARE:
            return mention
    return citation.mentions[0]
