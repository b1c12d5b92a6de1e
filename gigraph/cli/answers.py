"""Answers of queries, as people and programs read them."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from gigraph.cli.render import decide, note, render, render_object

if TYPE_CHECKING:
    from gigraph.store import Answer, Term


def print_answer(answer: "Answer", form: str | None, limit: int | None = None) -> bool:
    """Prints rows, a yes or no, or triples; False where there is none of them."""
    from gigraph.store import Rows

    if isinstance(answer, bool):
        if not render_object({"answer": answer}, form):
            click.echo("yes" if answer else "no")
        return True
    if isinstance(answer, Rows):
        columns: tuple[str, ...] = answer.variables
        records: list[Mapping[str, Any]] = list(answer.dicts())
    else:
        columns = ("subject", "predicate", "object")
        if decide(form) == "table":
            for triple in answer:
                click.echo(f"{_nt(triple.subject)} {_nt(triple.predicate)} {_nt(triple.object)} .")
            return bool(answer)
        records = [{"subject": t.subject, "predicate": t.predicate, "object": _value(t.object)} for t in answer]
    if limit is not None and len(records) > limit:
        note(f"{len(records) - limit} more rows are not printed (--limit)")
    render(records[:limit], form, columns=columns)
    return bool(records)


def _value(term: "Term") -> str:
    return term if isinstance(term, str) else term.value


def _nt(term: "Term") -> str:
    """A term as N-Triples."""
    from gigraph.mapping.lines import iri, plain

    if isinstance(term, str):
        return term if term.startswith("_:") else iri(term)
    if term.language:
        return f"{plain(term.value)}@{term.language}"
    return plain(term.value) + ("" if term.datatype.endswith("#string") else f"^^{iri(term.datatype)}")
