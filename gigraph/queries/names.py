"""A name that a person gives to the one thing that it means, or a message that says what it may mean."""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from gigraph.errors import NotFoundError, UsageError
from gigraph.iris import graph_iri
from gigraph.queries.alike import apart_by, cited_as, named_as
from gigraph.queries.concepts import find_concept
from gigraph.queries.short_names import in_full
from gigraph.queries.template import CONCEPTS
from gigraph.search import CLASSES, KINDS, Hit, find, normalise, suggest
from gigraph.store import Graph, Iri, Literal
from gigraph.text.document_number import parse_document_number
from gigraph.vocab import PREFIXES, term

SHOWN: Final = 12  # how many candidates a message lists
# What a table prints before a label and behind it: 其中:, 一、, (三), 1. and a note in brackets.
_NUMBERING: Final = re.compile(
    r"\s*(?:其中[:：]?|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.、．])\s*"
)
_GOVERNMENT: Final = re.compile(r"([\u4e00-\u9fff]{0,30}[省市县区州盟旗镇乡])政府")
_NOTE: Final = re.compile(r"\s*[(（][^()（）]{1,60}[)）]\s*$")


def resolve_name(graph: Graph, index: Path, text: str, kinds: Collection[str] = KINDS) -> Hit:
    """The one thing that a full name, short name, number or IRI means; `index` is the generation's name index.

    A title that a law's versions share means the law, an indicator that several forms have that of the newest form.
    A kind of CONCEPTS alone asks for a concept of that scheme, by its code or label.
    Raises NotFoundError with the nearest names where nothing fits, UsageError with the candidates where several do.
    """
    scheme = next(iter(kinds)) if len(kinds) == 1 else ""
    if scheme in CONCEPTS:
        return find_concept(graph, scheme, text)
    found = _indicators(graph, index, text) if "indicator" in kinds else []
    hits = _newest(graph, _works(graph, found or _found(index, text, kinds)))
    if len(hits) == 1:
        return hits[0]
    if hits:
        raise UsageError(f"{text!r} may mean several things", hint=_candidates(graph, hits))
    near = suggest(index, text, kinds)
    wanted = " or ".join(sorted(kinds)) if len(kinds) < len(KINDS) else "thing"
    hint = "Did you mean one of these?" + _lines(graph, near) if near else "`gigraph info` says what the graph holds"
    raise NotFoundError(f"no {wanted} is called {text!r}", hint=_without_identity(graph, text) + hint)


def _without_identity(graph: Graph, text: str) -> str:
    """What to ask where reports have such words, but nothing that the name index has was found to be meant by them."""
    spellings = tuple(_spellings(text))
    questions = {"unresolved-citations": cited_as(graph, spellings), "unresolved-mentions": named_as(graph, spellings)}
    return "".join(
        f"Reports have it {number} time{'s' * (number > 1)}, without an identity: gigraph ask {question}\n  "
        for question, number in questions.items()
        if number
    )


def _found(index: Path, text: str, kinds: Collection[str]) -> list[Hit]:
    """The hits of the best class that any spelling of a name has.

    Short of an exact name, those of all spellings count: that one report has 某省政府 does not make it the only one.
    """
    found = [hits for spelling in _spellings(text) if (hits := find(index, spelling, kinds))]
    if "agency" in kinds and not (found and found[0][0].how == "exact"):
        found += [hits for name in in_full(text) if (hits := _borne(index, name))]
    if not found:
        return []
    best = min((hits[0].how for hits in found), key=CLASSES.index)
    fitting = [hits for hits in found if hits[0].how == best]
    chosen = fitting[:1] if best == "exact" else fitting
    return list({hit.iri: hit for hits in chosen for hit in hits}.values())


def _borne(index: Path, name: str) -> list[Hit]:
    """The agencies that bear a full name, which for a person's short one is another name of theirs, or end with it."""
    hits = find(index, name, ("agency",))
    if hits and hits[0].how == "exact":
        return [replace(hit, how="alias") for hit in hits]
    return [hit for hit in hits if hit.how == "suffix"]


def _spellings(text: str) -> Iterator[str]:
    """A name as it was given, and as it is written: 县政府 is 县人民政府, and a number has its brackets.

    >>> list(_spellings("某县政府")), list(_spellings("国办发 2015 22号")), list(_spellings("某县人民政府"))
    (['某县政府', '某县人民政府'], ['国办发 2015 22号', '国办发〔2015〕22号'], ['某县人民政府'])
    >>> list(_spellings("国令第711号")), list(_spellings("国办发〔201522号")), list(_spellings("国办发〔2015〕22号"))
    (['国令第711号', '国务院令第711号'], ['国办发〔201522号', '国办发〔2015〕22号'], ['国办发〔2015〕22号'])
    """
    yield text
    if match := _GOVERNMENT.fullmatch(text.strip()):
        yield f"{match[1]}人民政府"
    numbers = parse_document_number(text)
    if len(numbers) == 1 and str(numbers[0]) != text:
        yield str(numbers[0])


def _indicators(graph: Graph, index: Path, text: str) -> list[Hit]:
    """The indicators that a label of a table means, as it is printed: with numbering, notes and the labels above it."""
    parts = [part for raw in re.split(r"\s*[/／]\s*", text.strip()) if (part := printed_label(raw))]
    for spelling in dict.fromkeys((text, "".join(parts), "".join(parts[-2:]), *parts[-1:])):
        if hits := find(index, spelling, ("indicator",)):
            below = [hit for hit in hits if len(parts) > 1 and _stands_below(graph, hit, parts[-2])]
            return below or hits
    return []


def printed_label(text: str) -> str:
    """A label of a table without its numbering, 其中 and notes in brackets.

    >>> printed_label("其中:1.属于国家秘密"), printed_label("（一）主动公开政府信息数（相同信息计1条）")
    ('属于国家秘密', '主动公开政府信息数')
    """
    at = 0
    while match := _NUMBERING.match(text, at):
        at = match.end()
    return _NOTE.sub("", text[at:]) or text


def _stands_below(graph: Graph, hit: Hit, heading: str) -> bool:
    """Whether one of the labels of the concept above an indicator is this heading."""
    skos, ontology = PREFIXES["skos"], graph_iri("ontology")
    above = [str(quad.object) for quad in graph.quads(hit.iri, skos + "broader", graph=ontology)]
    labels = (quad.object for each in above for quad in graph.quads(each, skos + "prefLabel", graph=ontology))
    return normalise(heading) in {normalise(label.value) for label in labels if isinstance(label, Literal)}


def work_of(graph: Graph, regulation: str) -> str | None:
    """The work that a regulation is a dated version of; None where it is no version."""
    found = graph.quads(regulation, term("dct:isVersionOf"), graph=graph_iri("entities"))
    return next((str(quad.object) for quad in found if isinstance(quad.object, Iri)), None)


def _works(graph: Graph, hits: list[Hit]) -> list[Hit]:
    """The hits without those that are versions of another hit."""
    if len(hits) < 2:
        return hits
    iris = {hit.iri for hit in hits}
    return [hit for hit in hits if hit.kind != "regulation" or work_of(graph, hit.iri) not in iris]


def _newest(graph: Graph, hits: list[Hit]) -> list[Hit]:
    """The hits without the indicators of older forms that a newer form has exactly."""
    iris = {hit.iri for hit in hits}

    def newer(hit: Hit) -> set[str]:
        exact = PREFIXES["skos"] + "exactMatch"
        return {str(quad.object) for quad in graph.quads(hit.iri, exact, graph=graph_iri("ontology"))}

    return [hit for hit in hits if hit.kind != "indicator" or not newer(hit) & iris]


def _candidates(graph: Graph, hits: list[Hit]) -> str:
    more = f"\n  … and {len(hits) - SHOWN} more" if len(hits) > SHOWN else ""
    return f"Give the full name or the IRI of the one that you mean:{_lines(graph, hits[:SHOWN])}{more}"


def _lines(graph: Graph, hits: list[Hit]) -> str:
    """A line a hit; of those that are called alike, what tells them apart."""
    called = Counter((hit.kind, hit.label) for hit in hits)
    apart = {hit: apart_by(graph, hit.iri) if called[hit.kind, hit.label] > 1 else "" for hit in hits}
    return "".join(f"\n  {hit.kind}  {hit.label}{apart[hit]}  <{hit.iri}>" for hit in hits)
