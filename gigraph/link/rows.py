"""What one report adds, as rows of counted facts."""

import base64
import json
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from gigraph.link.contribution import Contribution
from gigraph.link.facts import Row
from gigraph.link.same_agencies import is_local as is_local_agency
from gigraph.link.votes import said


def rows_of(given: Contribution, is_local: Callable[[str], bool]) -> Iterator[Row]:
    """The rows of a report: votes for regulations, agencies and platforms, ties, and what tells copies and stocks.

    is_local: whether a regulation's identity may turn out to be that of a numbered document.
    """
    yield from _regulations(given, is_local)
    for own, name, others, kind, region, parent_name, parent in given.agencies:
        words = [("kind", kind), ("region", region), ("parent", parent)]
        yield from _votes("agency", own, name, others, *words, ("parent_name", None if parent else parent_name))
    publisher, published_as, year = given.publisher
    if publisher:
        near = {row[4] for row in given.agencies} if is_local_agency(publisher) else ()
        words = [("published_as", published_as), *(("near", region) for region in near)]
        yield from _votes("agency", publisher, None, (), *words)
    for own, name, others, kind, operator in given.platforms:
        yield from _votes("platform", own, name, others, ("kind", kind), ("operator", operator))
        if operator:
            yield "agency", operator, ""
        if publisher:
            yield "loose" if is_local_agency(publisher) else "tie", f"{publisher} gi:usesPlatform {own}", ""
    yield from _bodies(given)
    for own, code in given.codes:
        yield from _votes("agency", own, None, (), ("issuer_code", code))
    for table, own in given.candidates:
        yield {"regulations": "regulation", "agencies": "agency", "platforms": "platform"}[table], own, ""
    if given.report:
        yield (
            "copies",
            json.dumps([published_as or "", year or ""], ensure_ascii=False),
            packed([given.publisher, given.report]),
        )
    if publisher and year and year.isdecimal() and given.stocks:
        yield "stocks", publisher, packed([int(year), given.stocks])


def _bodies(given: Contribution) -> Iterator[Row]:
    for own, other in given.bodies:
        yield "agency", other, ""
        loose = is_local_agency(own) or is_local_agency(other)
        yield "loose" if loose else "tie", f"{own} gi:sharesBodyWith {other}", ""


def packed(value: Any) -> str:
    """Plain data as one small text."""
    return base64.b64encode(zlib.compress(json.dumps(value, ensure_ascii=False).encode(), 1)).decode()


def unpacked(text: str) -> Any:
    """What `packed` was given, tuples as lists."""
    return json.loads(zlib.decompress(base64.b64decode(text)))


def _regulations(given: Contribution, is_local: Callable[[str], bool]) -> Iterator[Row]:
    year = given.publisher[2]
    for own, name, others, number, issuer, issuer_agency, agent, relation, version, acts in given.regulations:
        words = [("number", number), ("issuer", issuer), ("cited_in", year)]
        yield from _votes("regulation", own, name, others, *words, (f"agency called {issuer}", issuer_agency))
        if version:
            yield "regulation", version, ""
        if agent:
            yield "agency", agent, ""
            table = "loose" if is_local_agency(agent) else "tie"
            to_it = "loose" if is_local(own) else table
            yield from ((to_it, f"{agent} gi:{each} {own}", "") for each in (relation, *acts))
            if version:
                yield table, f"{agent} gi:citesVersion {version}", ""


def _votes(
    table: str, own: str, name: str | None, others: Iterable[str], *words: tuple[str, str | None]
) -> Iterator[Row]:
    for item in said([("name", name), *(("other", other) for other in others), *words]):
        yield table, own, item
