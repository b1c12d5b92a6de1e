"""The regulations of a report: mentions to citations, citations to documents, one entry a document."""

from dataclasses import asdict

from gigraph.models import Document, Mention, RegulationEntry
from gigraph.registry import Registry
from gigraph.resolve.place import Place
from gigraph.resolve.regulations.acting import Actings
from gigraph.resolve.regulations.citations import Citations
from gigraph.resolve.regulations.context import Context
from gigraph.resolve.regulations.entries import Draft, Drafts, finish
from gigraph.resolve.regulations.issuers import Issuers
from gigraph.resolve.regulations.reading import Reader
from gigraph.resolve.regulations.versions import Period, choose

__all__ = ["resolve"]


def resolve(
    document: Document, mentions: tuple[Mention, ...], place: Place, registry: Registry
) -> tuple[RegulationEntry, ...]:
    """One entry a distinct regulation that the report names, in the order of first mention."""
    context, issuers = Context.of(document), Issuers(place, registry)
    reader = Reader(context, issuers, place, registry)
    drafts = Drafts()
    for citation in Citations(mentions, context).collect():
        seen = reader.see(citation)
        if citation.rule != "generic" or seen.relation == "issues":
            drafts.take(citation, seen)
    period = _period(place)
    actings = Actings(document, context, issuers, registry.wording)
    return tuple(
        finish(draft, _version(draft, registry, period), **asdict(actings.of(draft))) for draft in drafts.found
    )


def _period(place: Place) -> Period | None:
    values = {item.name: item.value for item in place.fields}
    year = values.get("year")
    return Period.of(year if isinstance(year, int) else None, values.get("period_start"), values.get("issued"))


def _version(draft: Draft, registry: Registry, period: Period | None) -> str | None:
    work = draft.identity.work
    if work is None:
        return None
    versions = registry.regulations.versions_of(work.title)
    return choose(versions, draft.versions, draft.before, draft.articles, period)
