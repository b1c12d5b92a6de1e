"""Which document a citation means: exactly one identity, several candidates, or none; never by likeness."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from gigraph.iris import mint
from gigraph.models import Outcome, Resolution
from gigraph.registry import Registry
from gigraph.registry.agencies import STATE
from gigraph.registry.regulations import Regulation, Version
from gigraph.resolve.place import Place
from gigraph.resolve.regulations.bodies import bodies_of, body_of
from gigraph.resolve.regulations.citation import Citation
from gigraph.resolve.regulations.codes import agency_of_order
from gigraph.resolve.regulations.issuers import Issuers
from gigraph.resolve.regulations.local import placed_title
from gigraph.text.titles import annex_of, forwards, split_issuer, title_key, unmarked

# Methods that are findings too: number and title mean two works; the number's work does not bear the title; the title's
# work was issued after the report.
CONFLICT, UNCONFIRMED, LATER = "number-against-title", "number-despite-title", "issued-later"
ELSEWHERE = "of-a-region"  # the rule of a citation whose title is that of a region that is not certain

_YEARLY = re.compile(r"(?:要点|工作安排|任务分解表|主要任务|重点任务)$|年度")
_YEAR = re.compile(r"(?:19|20)\d\d|“?十[一二三四]五|[一二三四五六七八九]年|三年|五年")
_NATIONAL = re.compile(r"(?:(?<!办)法|法典|条例)$")
_OWN_GUIDE = re.compile(r"^(?:政府|政务)?信息(?:主动)?公开(?:工作)?(?P<noun>指南|目录)$")
_NUMBERED = re.compile(r"〔(\d{4})〕")
_LEGISLATES = re.compile(r"(?:人民|[省市县区州])政府|人民代表大会|人大")  # who gives 条例 and 办法 of a region's own


@dataclass(frozen=True, slots=True)
class Identity:
    """What a citation was resolved to, with the registry's row and the versions that its orders name."""

    resolution: Resolution
    work: Regulation | None = None
    versions: tuple[Version, ...] = ()


def identify(
    citation: Citation,
    names: Sequence[str],
    issuer: str | None,
    issuers: Issuers,
    place: Place,
    registry: Registry,
    *,
    own: bool,
) -> Identity:
    """The identity of a citation: by number, by the registry's exact title, by issuer or jurisdiction and title.

    `names` are the title's forms, the full one first; `issuer` is the full name of who issued it, `own` whether that
    is the publisher or a part of it.
    """
    if citation.readings:
        return _ambiguous(tuple(map(str, citation.readings)))
    if citation.rule == ELSEWHERE and not citation.number:
        return Identity(Resolution(Outcome.UNRESOLVED))
    numbered = _by_number(citation, registry)
    named = _by_name(citation, names, issuer, place.year, registry)
    if against := _contradiction(citation, numbered, issuer, registry):
        return _ambiguous(against, CONFLICT)
    found = numbered or named or _by_own_number(citation, issuer, issuers, place, registry)
    if found:
        return found
    if names:
        return _by_issuer(names[0], issuer, issuers, place, own=own)
    return Identity(Resolution(Outcome.UNRESOLVED))


def _ambiguous(candidates: tuple[str, ...], method: str = "") -> Identity:
    return Identity(Resolution(Outcome.AMBIGUOUS, method=method, candidates=candidates))


def _resolved(method: str, *key: str) -> Identity:
    return Identity(Resolution(Outcome.RESOLVED, mint("regulation", *key), method))


def _contradiction(
    citation: Citation, numbered: Identity | None, issuer: str | None, registry: Registry
) -> tuple[str, ...]:
    """The two works where the title is that of another work than the number; empty where they do not contradict."""
    if not citation.name or not (numbered or citation.number):
        return ()
    works = registry.regulations.named(citation.name)
    if numbered and numbered.work in works:
        return ()
    if numbered is None:
        works = tuple(work for work in works if work.number)
    other = [work for work in works if _issuer_allows(work, citation, issuer)]
    if len(other) != 1:
        return ()
    stands_for = numbered.work.iri if numbered and numbered.work else mint("regulation", str(citation.number))
    return (stands_for, other[0].iri)


def _by_number(citation: Citation, registry: Registry) -> Identity | None:
    versions: tuple[Version, ...] = ()
    for number in (citation.number, *citation.orders):
        found = registry.regulations.numbered(number) if number else None
        if found:
            work, promulgated = found
            versions = promulgated or versions
            agreed = not citation.name or work in registry.regulations.named(citation.name)
            if not agreed and number != citation.number and registry.regions.prefix(citation.name or "")[0]:
                # 《某省…条例》(国务院令第711号): what a region gives is not the centre's
                titled = mint("regulation", unmarked(citation.name or ""))
                return _ambiguous((work.iri, titled), CONFLICT)
            method = "number" if agreed else UNCONFIRMED
            return Identity(Resolution(Outcome.RESOLVED, work.iri, method), work, _of_orders(citation, registry))
    return None


def _of_orders(citation: Citation, registry: Registry) -> tuple[Version, ...]:
    return tuple(v for order in citation.orders for v in registry.regulations.by_order.get(str(order), ()))


def _by_name(
    citation: Citation, names: Sequence[str], issuer: str | None, year: int | None, registry: Registry
) -> Identity | None:
    if not citation.name:
        return None
    full = names[0] if names and forwards(names[0]) else citation.name  # 国务院办公厅转发司法部《关于…》
    works = [work for work in registry.regulations.named(full) if _may_be(work, citation, issuer)]
    works = works or _without_issuer(full, citation, issuer, registry)
    if not works:
        return None
    if len(works) > 1:
        return _ambiguous(tuple(work.iri for work in works))
    if _is_later(works[0], year) and not (issuer and _same_body(issuer, works[0])):
        return None if citation.number else _ambiguous((works[0].iri,), LATER)
    return Identity(Resolution(Outcome.RESOLVED, works[0].iri, "registry"), works[0], _of_orders(citation, registry))


def _without_issuer(title: str, citation: Citation, issuer: str | None, registry: Registry) -> list[Regulation]:
    """The works whose title is what follows the issuer in this one, if they are the issuer's (中办、国办关于…)."""
    head, rest = split_issuer(title)
    if not head or not issuer:
        return []
    works = [work for work in registry.regulations.named(rest) if _may_be(work, citation, issuer)]
    return [work for work in works if bodies_of(issuer) <= bodies_of(work.issuer or "")]


def _is_later(work: Regulation, year: int | None) -> bool:
    """Whether a work was issued after a report of a year: there its title may be that of a region's (优化营商环境条例).

    The state's laws, and what implements them, bear titles that no other has; one before its time is a slip of the pen.
    """
    date = work.issued or (_NUMBERED.search(work.number or "") or ("", ""))[1]
    return bool(date) and year is not None and int(date[:4]) > year + 1 and not work.title.startswith(STATE)


def _may_be(work: Regulation, citation: Citation, issuer: str | None) -> bool:
    """Whether issuer and number as stated allow a work; a generic title needs its issuer to say so."""
    if citation.number and work.number and str(citation.number) != work.number:
        return False
    return _issuer_allows(work, citation, issuer)


def _issuer_allows(work: Regulation, citation: Citation, issuer: str | None) -> bool:
    in_full = title_key(citation.name or "") == title_key(work.title)
    if work.generic == "yes" and not in_full:
        return issuer is not None and _same_body(issuer, work)
    states = work.type == "law" or (work.title.startswith(STATE) and (in_full or not work.generic))
    if issuer is None or _same_body(issuer, work) or states:
        return True
    return work.type in ("regulation", "administrative-regulation") and not _LEGISLATES.search(issuer)


def _same_body(issuer: str, work: Regulation) -> bool:
    return bool(work.issuer) and not bodies_of(issuer).isdisjoint(bodies_of(work.issuer or ""))


def _by_own_number(
    citation: Citation, issuer: str | None, issuers: Issuers, place: Place, registry: Registry
) -> Identity | None:
    """A number that the registry does not know: alone where its code is one agency's, else with the issuer."""
    number = citation.number
    if number is None:
        return _by_order(citation, place)
    rows = issuers.users(number)
    if len(rows) == 1 and (issuer is None or not bodies_of(issuer).isdisjoint(bodies_of(rows[0].issuer))):
        return _resolved("number", str(number))
    if issuer:
        told = issuers.key(issuer)  # of joint documents the lead gives the number
        lead = issuer.split("、")[0]
        return _resolved("number", *told[:-1], lead, str(number)) if told else Identity(Resolution(Outcome.UNRESOLVED))
    if len(rows) > 1:
        return _ambiguous(tuple(mint("regulation", row.issuer, str(number)) for row in rows))
    return None


def _by_order(citation: Citation, place: Place) -> Identity | None:
    """An order without a title, of an agency that can be told: 省政府令第225号."""
    if citation.name or not citation.orders:
        return None
    order = citation.orders[0]
    found = agency_of_order(place, order)
    if found is None:
        return None
    return _resolved("number", str(order.of(found.name)))


def _by_issuer(name: str, issuer: str | None, issuers: Issuers, place: Place, *, own: bool) -> Identity:
    core = core_title(name)
    if issuer:
        told = issuers.key(issuer)
        if told is None:
            return Identity(Resolution(Outcome.UNRESOLVED))
        key = [*told, _own_core(core, issuer) if own else core]
        if _lacks_year(core):
            if place.year is None:
                return Identity(Resolution(Outcome.UNRESOLVED))
            key.append(str(place.year))
        return _resolved("issuer-and-title", *key)
    if placed := placed_title(name, place) or placed_title(core, place):
        return _resolved("title", unmarked(placed))
    if _NATIONAL.search(name) and not name.startswith("关于"):
        full = name if name.startswith("中华人民共和国") or not name.endswith("法") else "中华人民共和国" + name
        return _resolved("title", unmarked(full))
    return Identity(Resolution(Outcome.UNRESOLVED))


@lru_cache(maxsize=2048)
def core_title(name: str) -> str:
    """The part of a title that stays whoever cites it: the annex of a notice, else the title without its issuer.

    >>> core_title("湖南省人民政府办公厅关于印发2017年政务公开工作要点的通知"), core_title("关于做好“五公开”工作的通知")
    ('2017年政务公开工作要点', '关于做好五公开工作的通知')
    """
    return unmarked(annex_of(name) or split_issuer(name)[1])


@lru_cache(maxsize=2048)
def _lacks_year(core: str) -> bool:
    """Whether a title is that of a yearly document and says no year."""
    return bool(_YEARLY.search(core)) and not _YEAR.search(core)


def _own_core(core: str, issuer: str) -> str:
    for name in issuer.split("、"):  # of a joint document the publisher's name stands before it
        core = core.removeprefix(name).removeprefix(body_of(name)) or core
    guide = _OWN_GUIDE.match(core)
    return f"政府信息公开{guide['noun']}" if guide else core
