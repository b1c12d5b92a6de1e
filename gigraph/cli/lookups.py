"""cites, cited-by, show: look-ups by name."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gigraph.cli.completion import names
from gigraph.cli.desk import NOTHING, open_desk
from gigraph.cli.options import format_option, relation_option, store_option
from gigraph.cli.render import decide, display, note, render, render_object, table

if TYPE_CHECKING:  # the store's library is loaded when a command runs, so that --help is quick
    from gigraph.queries.cards import Card
    from gigraph.queries.lookups import Cited

SECTION_ROWS = 20  # of each section of a card, in a table


@click.command()
@click.argument("agency", shell_complete=names("agency"))
@relation_option
@store_option
@format_option
@click.pass_context
def cites(ctx: click.Context, agency: str, relation: str, store: Path, form: str | None) -> None:
    """Which regulations an agency's reports cite.

    AGENCY is a full or short name, or an IRI. Each row gives the relation, the years, and the words of the report.

    \b
    Example:
      gigraph cites 湖南省机关事务管理局
      gigraph cites 湖南省机关事务管理局 --relation issues --format csv
    """
    from gigraph.queries import lookups

    with open_desk(store) as desk:
        hit = desk.resolve(agency, "agency")
        found = lookups.cites(desk.graph, hit.iri, relation)
        others = lookups.without_identity(desk.graph, hit.iri)
        silent = not found and not lookups.has_report(desk.graph, hit.iri)
    if silent:
        note(
            f"nothing found: there is no report of {hit.label} in the graph; who names it: "
            f"gigraph ask mentions-of-agency agency={hit.label}"
        )
        ctx.exit(NOTHING)
    if others:
        note(
            f"{_plural(others, 'citation')} without an identity beside these: "
            f"gigraph ask unresolved-citations agency={hit.label} (or ambiguous-mentions)"
        )
    columns = ("regulationLabel", "number", "relation", "roles", "years", "reports", "evidence")
    _print_found(ctx, found, form, f"{hit.label} {_verb(relation)}", columns)


@click.command("cited-by")
@click.argument("regulation", shell_complete=names("regulation"))
@relation_option
@click.option("--all", "everything", is_flag=True, help="All agencies in the table too, however many there are.")
@store_option
@format_option
@click.pass_context
def cited_by(
    ctx: click.Context, regulation: str, relation: str, everything: bool, store: Path, form: str | None
) -> None:
    """Which agencies cite a regulation.

    REGULATION is a title, a short title, a document number or an IRI. A title asks for the regulation in all its
    versions, grouped by version; the number of an order or a document asks for that version alone. Of a regulation
    that more than a hundred agencies cite, the table has the first ones and tells how many more there are; --all and
    the other formats have all.

    \b
    Example:
      gigraph cited-by 政府信息公开条例
      gigraph cited-by 国务院令第492号
      gigraph cited-by 国办发〔2014〕12号 --format csv
    """
    from gigraph.queries import lookups

    with open_desk(store) as desk:
        hit = desk.resolve(regulation, "regulation")
        whole = everything or decide(form) != "table"
        found, more = (
            (lookups.cited_by(desk.graph, hit.iri, relation), 0)
            if whole
            else lookups.cited_by_first(desk.graph, hit.iri, relation)
        )
        uncertain = lookups.uncertain_version(desk.graph, hit.iri, relation)
    columns = ("agencyLabel", "version", "relation", "roles", "pinpoints", "years", "reports", "evidence")
    _print_found(ctx, found, form, f"{hit.label} is {_participle(relation)} by", columns, more)
    if more:
        note(f"… and {_plural(more, 'agency')} more: --all gives them too")
    if uncertain:
        work, reports = uncertain
        note(f"{_plural(reports, 'report')} without a certain version beside these: gigraph cited-by {work.name}")


@click.command()
@click.argument("name", shell_complete=names())
@click.option(
    "--kind",
    type=click.Choice(("agency", "regulation", "platform", "region", "report")),
    help="What NAME is, where it could be several things.",
)
@store_option
@format_option
def show(name: str, kind: str | None, store: Path, form: str | None) -> None:
    """Everything about one thing.

    NAME is that of an agency, a regulation, a platform, a region or a report.

    \b
    Example:
      gigraph show 湖南省机关事务管理局
      gigraph show 省财政厅
      gigraph show 国办发〔2014〕12号 --format json
    """
    from gigraph.queries.cards import card
    from gigraph.search import KINDS

    with open_desk(store) as desk:
        hit = desk.resolve(name, *((kind,) if kind else KINDS))
        found = card(desk.graph, hit.iri, hit.kind, brief=decide(form) == "table")
    if render_object(found.record(), form):
        return
    if decide(form) == "table":
        _print_card(found)
    else:
        render(found.flat(), form)


def _print_found(
    ctx: click.Context, found: "tuple[Cited, ...]", form: str | None, heading: str, columns: tuple[str, ...],
    more: int = 0,
) -> None:  # fmt: skip
    """Prints the entries of a look-up; a table has these columns, and a heading that counts the first.

    more: how many things there are beside those of the entries.
    """
    if not found:
        note(f"nothing found: {heading} nothing")
        ctx.exit(NOTHING)
    records = [entry.record() for entry in found]
    if decide(form) != "table":
        render(records, form)
        return
    things = len({record[columns[0]] for record in records})
    reports = len({quote.report for entry in found for quote in entry.quotes})
    years = display("years", sorted({year for entry in found for year in entry.years}))
    noun = columns[0].removesuffix("Label")
    counted = f"{_plural(things + more, noun)}{f'; the first {things} by name' if more else ''}"
    note(f"{heading} {counted}, in {_plural(reports, 'report')} ({years})\n")
    versioned = any(entry.version for entry in found)
    for entry, record in zip(found, records, strict=True):
        record["version"] = _version(entry) if versioned else None
        record["agencyLabel"] = record["agencyLabel"] or "(publisher not known)"
    table([{name: record[name] for name in columns} for record in records])


def _version(entry: "Cited") -> str:
    return (entry.version.number or entry.version.name) if entry.version else "not certain"


def _print_card(card: "Card") -> None:
    for key, value in card.facts:
        click.echo(f"{key + ':':<24}{display('', value)}")
    click.echo(f"{'IRI:':<24}{card.iri}")
    for section in card.sections:
        click.echo(f"\n{section.title} ({len(section.records)}{' shown' if section.more else ''})")
        table(section.records[:SECTION_ROWS], hide=("report", "source", "version", "versionLabel"))
        if len(section.records) > SECTION_ROWS:
            click.echo(f"… {len(section.records) - SECTION_ROWS} more; --format json gives all")
        if section.more:
            click.echo(f"… and {section.more} more of those; --format json gives all")
    for title in card.left_out:
        click.echo(f"\n{title} (not read here; --format json gives it)")


def _verb(relation: str) -> str:
    return "names" if relation == "all" else relation


def _participle(relation: str) -> str:
    return {"cites": "cited", "issues": "issued", "discloses": "disclosed"}.get(relation, "named")


def _plural(count: int, noun: str) -> str:
    if count == 1:
        return f"1 {noun}"
    return f"{count} {noun.removesuffix('y')}ies" if noun.endswith("y") else f"{count} {noun}s"
