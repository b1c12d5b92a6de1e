"""How results leave the program: table or JSON is decided here, once. Results go to stdout, all else to stderr."""

import csv
import io
import json
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

import click

from gigraph.cli.columns import lay_out
from gigraph.iris import BASE
from gigraph.vocab import GI

FORMATS: Final = ("table", "json", "jsonl", "csv", "tsv")
Records = Sequence[Mapping[str, Any]]


def decide(form: str | None) -> str:
    """The format asked for, else a table on a terminal and JSON for a program."""
    return form or ("table" if sys.stdout.isatty() else "json")


def note(text: str) -> None:
    """Something that is no result: to stderr."""
    click.echo(text, err=True)


def render(
    records: Records, form: str | None, *, columns: Sequence[str] | None = None, hide: Iterable[str] = ()
) -> None:
    """Prints records that share their keys. `columns`: their keys, where there may be none; `hide`: not in a table."""
    form = decide(form)
    columns = list(columns or (records[0] if records else ()))
    if form == "json":
        _json(list(records))
    elif form == "jsonl":
        for record in records:
            click.echo(json.dumps(record, ensure_ascii=False, default=_plain))
    elif form == "table":
        table(records, columns, hide=hide)
    else:
        click.echo(_delimited(records, columns, "," if form == "csv" else "\t"), nl=False)


def render_object(record: Mapping[str, Any], form: str | None) -> bool:
    """Prints one nested object where a program reads; False where the caller shall print it for a person."""
    form = decide(form)
    if form == "json":
        _json(record)
    elif form == "jsonl":
        click.echo(json.dumps(record, ensure_ascii=False, default=_plain))
    return form in ("json", "jsonl")


def render_record(record: Mapping[str, Any], form: str | None) -> None:
    """One record: an object for a program, a line a value for a person."""
    if render_object(record, form):
        return
    if decide(form) != "table":
        render([{"name": name, "value": value} for name, value in record.items()], form)
        return
    for name, value in record.items():
        shown = f"{value:,}" if isinstance(value, int) else display(name, value)
        click.echo(f"{name:<24}{shown}".rstrip())


def table(records: Records, columns: Sequence[str] | None = None, *, hide: Iterable[str] = ()) -> None:
    """Prints records as a plain table: labels stand for identities, columns without any value are left out."""
    columns = list(columns or (records[0] if records else ()))
    hidden = {*hide, *(name.removesuffix("Label") for name in columns if name.endswith("Label"))}
    shown = [name for name in columns if name not in hidden]
    if records:
        shown = [name for name in shown if any(record.get(name) not in (None, "", []) for record in records)]
    rows = [[display(name, record.get(name)) for name in shown] for record in records]
    header = [_title(name) for name in shown]
    for line in lay_out(header, rows, room()):
        click.echo(line)


def room() -> int | None:
    """The terminal's width in cells; None where the output is no terminal, so that nothing is cut."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def display(name: str, value: Any) -> str:
    """A value as a person reads it.

    >>> display("years", [2014, 2015, 2016, 2019]), display("relation", GI + "cites")
    ('2014-2016, 2019', 'cites')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if name == "years":
        return _years(value)
    if name == "evidence" and value:
        more = f" (+{len(value) - 1})" if len(value) > 1 else ""
        return _quote(max(value, key=lambda quote: (len(quote["pinpoints"]) > 0, len(quote["text"])))) + more
    if isinstance(value, list | tuple):
        return ", ".join(display("", item) for item in value)
    text = str(value)
    for base in (GI, BASE):
        text = text.removeprefix(base)
    return text


def _quote(quote: Mapping[str, Any]) -> str:
    return str(quote["text"]) + "".join(quote["pinpoints"][:1])


def _years(years: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for year in sorted(years):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _title(name: str) -> str:
    """A key as a heading: regulationLabel is regulation, sourceKey is source key."""
    name = name.removesuffix("Label") or name
    return "".join(f" {char.lower()}" if char.isupper() else char for char in name)


def _delimited(records: Records, columns: Sequence[str], delimiter: str) -> str:
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\n")
    writer.writerow(columns)
    for record in records:
        writer.writerow([_cell(record.get(name)) for name in columns])
    return buffer.getvalue()


def _cell(value: Any) -> str:
    """A value in one cell: texts as they are, several joined by |, evidence by its words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return str(value.get("text", json.dumps(value, ensure_ascii=False, default=_plain)))
    if isinstance(value, list | tuple):
        return "|".join(map(_cell, value))
    return str(value)


def _json(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    raise TypeError(f"not JSON: {value!r}")
