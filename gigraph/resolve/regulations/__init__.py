"""The regulations of a report: mentions to citations, citations to documents, one entry a document."""

import re
from collections.abc import Iterator

from gigraph.models import Document, Kind, Mention, RegulationEntry
from gigraph.registry import Registry
from gigraph.resolve.place import Place
from gigraph.resolve.regulations.acting import Acting, Actings
from gigraph.resolve.regulations.citation import Citation
from gigraph.resolve.regulations.citations import Citations
from gigraph.resolve.regulations.context import Context
from gigraph.resolve.regulations.entries import Draft, Drafts, Seen, finish
from gigraph.resolve.regulations.issuers import Issuers
from gigraph.resolve.regulations.reading import Reader
from gigraph.resolve.regulations.relation import Doings
from gigraph.resolve.regulations.versions import Period, choose

__all__ = ["resolve"]

_UNIVERSITY = re.compile(r"(?:大学|学院|高等专科学校)$")


def resolve(
    document: Document, mentions: tuple[Mention, ...], place: Place, registry: Registry
) -> tuple[RegulationEntry, ...]:
    """One entry a distinct regulation that the report names, in the order of first mention."""
    context, issuers = Context.of(document), Issuers(place, registry)
    doings = Doings(context, registry.wording)
    reader = Reader(context, doings, issuers, place, registry)
    drafts = Drafts()
    school = place.body is not None and _UNIVERSITY.search(place.body.name) is not None
    citations = Citations(mentions, context, registry.document_nouns, school=school).collect()
    for citation, seen in _seen(citations, reader, issuers):
        if citation.rule != "generic" or seen.relation == "issues":
            drafts.take(citation, seen)
    period, forms = _period(place), frozenset(m.value.form for m in mentions if m.kind is Kind.CELL)
    actings = Actings(document, context, doings, issuers, registry.wording, place.year)
    return tuple(
        _entry(draft, actings.of(draft), _version(draft, registry, period, forms), _taught(draft, issuers))
        for draft in drafts.found
    )


def _entry(draft: Draft, acting: Acting, version: str | None, code: str | None) -> RegulationEntry:
    return finish(
        draft,
        version,
        role=acting.role,
        section=acting.section,
        status=acting.status,
        acts=acting.acts,
        issuer_code=code,
    )


def _seen(citations: list[Citation], reader: Reader, issuers: Issuers) -> Iterator[tuple[Citation, Seen]]:
    """Each citation with what was made out; twice where a code is first to be learned from another citation."""
    for citation in citations:
        citation.orders = [issuers.full_order(order) for order in citation.orders]
    first = [reader.see(citation) for citation in citations]
    issuers.learn(
        (citation.number.issuer_code, seen.issuer)
        for citation, seen in zip(citations, first, strict=True)
        if citation.number and seen.issuer and seen.own and seen.relation == "issues"
    )
    for citation, seen in zip(citations, first, strict=True):
        unknown = citation.number is not None and seen.issuer is None
        yield citation, reader.see(citation) if unknown and _code(citation, issuers) else seen


def _code(citation: Citation, issuers: Issuers) -> str | None:
    return issuers.learned(citation.number.issuer_code) if citation.number else None


def _taught(draft: Draft, issuers: Issuers) -> str | None:
    """The issuer code that an entry bears and that is known from the report alone."""
    code, bracket, _ = (draft.number or "").partition("〔")
    return code if bracket and draft.issuer and issuers.learned(code) == draft.issuer else None


def _period(place: Place) -> Period | None:
    values = {item.name: item.value for item in place.fields}
    year = values.get("year")
    return Period.of(year if isinstance(year, int) else None, values.get("period_start"), values.get("issued"))


def _version(draft: Draft, registry: Registry, period: Period | None, forms: frozenset[str]) -> str | None:
    work = draft.identity.work
    if work is None:
        return None
    versions = registry.regulations.versions_of(work.title)
    return choose(versions, draft.versions, draft.before, draft.articles, period, forms)
