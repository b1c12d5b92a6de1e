"""extract, text: one document at a time, without a store."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gigraph.cli.given import documents, one_document
from gigraph.cli.options import Place, SourcePlace, format_option, limits_options
from gigraph.cli.render import decide, note, render, render_object
from gigraph.errors import ReadError, UsageError

if TYPE_CHECKING:
    from gigraph.build import Limits
    from gigraph.models import Document, Mention, ReportFacts

SKIPPED = 5
Sight = TypeVar("Sight")
_FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=SourcePlace(path_type=Path))


@click.command()
@_FILES
@click.option("--output", "-o", type=click.Path(path_type=Path, file_okay=False), help="Write <file name>.json here.")
@click.option("--pretty", is_flag=True, help="Indented JSON, for reading.")
@limits_options
@click.pass_context
def extract(
    ctx: click.Context, files: tuple[Place, ...], output: Path | None, pretty: bool, timeout: float, memory: int
) -> None:
    """What each report says, as JSON.

    Its own data, regulations, agencies and platforms, each with its places in the text; one object a line. Folders,
    ZIP archives and JSON files of records stand for the documents in them, and so do addresses (https://…/, see
    gigraph build). A document that cannot be read is told and skipped (exit code 5).

    \b
    Example:
      gigraph extract report.txt --pretty
      gigraph extract seeds/reports > facts.jsonl
      gigraph extract seeds/reports -o facts/
    """
    from gigraph.build import Limits, look_at

    done, skipped = 0, list[str]()

    def skip(why: str) -> None:
        note(f"skipped: {why}")
        skipped.append(why)

    for key, found in look_at(list(documents(files, skip)), contract_of, Limits(timeout, memory)):
        if isinstance(found, ReadError):
            skip(str(found))
            continue
        done += 1
        text = json.dumps(found, ensure_ascii=False, indent=2 if pretty or output else None)
        if output is None:
            click.echo(text)
        else:
            target = output / f"{key}.json"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text + "\n", encoding="utf-8")
    if output is not None:
        note(f"{done} reports in {output}")
    if skipped:
        ctx.exit(SKIPPED if done else ReadError.exit_code)


@click.command()
@click.argument("file", type=SourcePlace(path_type=Path))
@click.option("--metadata", is_flag=True, help="The page's data (索引号, 发文日期 …) instead of the text.")
@click.option("--tables", is_flag=True, help="The cells of the tables whose grid the file tells, instead of the text.")
@click.option("--repairs", is_flag=True, help="The damaged places that were mended, instead of the text.")
@limits_options
@format_option
def text(
    file: Place, metadata: bool, tables: bool, repairs: bool, timeout: float, memory: int, form: str | None
) -> None:
    """How FILE was read: its text, block by block.

    Each block has a role: body (the report itself), table, furniture (the page around it) or junk. A document in an
    archive is named as reports.zip!/2016/report.html, a record of a JSON file as pages.jsonl!/3.

    \b
    Example:
      gigraph text report.txt
      gigraph text report.txt --metadata
      gigraph text report.html --tables
      gigraph text report.txt --repairs
    """
    if metadata + tables + repairs > 1:
        raise UsageError("--metadata, --tables and --repairs do not go together", hint="Ask for one of them")
    from gigraph.build import Limits

    limits = Limits(timeout, memory)
    if repairs:
        _print_records(_repairs(_look(file, facts_of_any, limits)), form, f"{file}: nothing was repaired")
        return
    document = _look(file, itself, limits)
    if metadata:
        _print_records(_metadata(document), form, f"{file}: no data of the page were found")
    elif tables:
        _print_records(_cells(document), form, f"{file}: no tables whose grid the file tells")
    elif not render_object({**_source(document), "blocks": _blocks(document)}, form):
        _print_blocks(document, form)


def contract_of(document: "Document") -> dict[str, Any]:
    """What a report says, as the contract has it. Raises ReadError for a document that is none."""
    from gigraph.documents import require_report
    from gigraph.pipeline import facts_of
    from gigraph.pipeline.contract import to_json

    require_report(document)
    return to_json(facts_of(document))


def facts_of_any(document: "Document") -> "ReportFacts":
    """What a document says, also one that is no report."""
    from gigraph.pipeline import facts_of

    return facts_of(document)


def itself(document: "Document") -> "Document":
    """The document."""
    return document


def _look(file: Place, see: Callable[["Document"], Sight], limits: "Limits") -> Sight:
    """What `see` makes of one document, or its error raised."""
    from gigraph.build import look_at

    ((_, found),) = look_at([one_document(file)], see, limits)
    if isinstance(found, ReadError):
        raise found
    return found


def _source(document: "Document") -> dict[str, Any]:
    source = document.source
    return {
        "file": source.key, "mediaType": source.media_type, "encoding": source.encoding, "digest": document.digest,
        "warnings": list(document.warnings),
    }  # fmt: skip


def _blocks(document: "Document") -> list[dict[str, Any]]:
    return [
        {
            "role": str(block.role),
            "start": block.span.start,
            "end": block.span.end,
            "text": block.span.of(document.text),
        }
        for block in document.blocks
    ]


def _metadata(document: "Document") -> list[dict[str, Any]]:
    return [
        {"name": field.name, "value": field.value, "start": field.span.start, "end": field.span.end}
        for field in document.metadata
    ]


def _cells(document: "Document") -> list[dict[str, Any]]:
    return [
        {"table": number, "row": row, "column": column, "text": text, "start": span.start, "end": span.end}
        for number, table in enumerate(document.tables)
        for row, column, text, span in table.cells
    ]


def _repairs(facts: "ReportFacts") -> list[dict[str, Any]]:
    """The mended mentions of a report, in the order of the text."""
    found: list[tuple[str | None, tuple[Mention, ...]]] = [
        *((entry.number or entry.name, entry.mentions) for entry in facts.regulations),
        *((agency.name, agency.mentions) for agency in facts.agencies),
        *((platform.name, platform.mentions) for platform in facts.platforms),
    ]
    places = [
        (mention.span, mention.text, read, mention.repair)
        for read, mentions in found
        for mention in mentions
        if mention.repair
    ]
    places += [
        (field.evidence.span, field.evidence.text, str(field.value), field.evidence.repair)
        for field in facts.fields
        if field.evidence and field.evidence.repair
    ]
    return [
        {"written": written, "read": read, "repair": repair, "start": span.start, "end": span.end}
        for span, written, read, repair in sorted(places, key=lambda place: (place[0], str(place[2])))
    ]


def _print_records(records: list[dict[str, Any]], form: str | None, nothing: str) -> None:

    if records or decide(form) != "table":
        render(records, form)
    if not records:
        note(nothing)


def _print_blocks(document: "Document", form: str | None) -> None:
    """The blocks for a person: a line with role and place before each; or as rows."""
    if decide(form) != "table":
        render(_blocks(document), form)
        return
    note(", ".join(f"{key}: {value}" for key, value in _source(document).items() if value))
    for block in document.blocks:
        click.echo(f"── {block.role} {block.span.start}-{block.span.end}")
        click.echo(block.span.of(document.text).strip("\n"))
