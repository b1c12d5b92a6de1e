"""resolve: why a number or a title means what it means."""

from dataclasses import asdict

import click

from gigraph.cli.options import format_option
from gigraph.cli.render import decide, render, render_object

NOTHING = 3


@click.command()
@click.argument("text")
@click.option("--year", type=click.IntRange(1949, 2100), help="The report year; bounds the year of a damaged number.")
@click.option("--publisher", help="Whose report it is; decides codes and titles that several places share.")
@format_option
@click.pass_context
def resolve(ctx: click.Context, text: str, year: int | None, publisher: str | None, form: str | None) -> None:
    """Explains step by step what TEXT means.

    TEXT is a document number or a title, also a damaged one: how it was read and mended, whose code it is, what the
    registry knows, and the one identity, the candidates, or none. No store is needed. Exit code 3 without an identity.

    \b
    Example:
      gigraph resolve "国办发〔201747号" --year 2017
      gigraph resolve 宁政发〔2018〕3号 --publisher 南京市人民政府
      gigraph resolve 保守国家秘密法实施办法 --year 2018 --format json
    """
    from gigraph.pipeline.explain import explain

    found = explain(text, year, publisher)
    records = [asdict(step) for step in found.steps]
    identities = [entry.resolution.iri for entry in found.entries if entry.resolution.iri]
    if not render_object({"text": text, "steps": records, "identities": identities}, form):
        render(records, decide(form))
    if not identities:
        ctx.exit(NOTHING)
