"""report: one page about an agency, a region or a regulation."""

from pathlib import Path

import click

from gigraph.cli.completion import names
from gigraph.cli.desk import open_desk
from gigraph.cli.options import store_option
from gigraph.cli.render import note
from gigraph.errors import UsageError

_SUFFIXES = {".html": "html", ".htm": "html", ".md": "markdown", ".markdown": "markdown"}


@click.command()
@click.argument("name", shell_complete=names("agency", "region", "regulation"))
@click.option("--kind", type=click.Choice(("agency", "regulation", "region")), help="What NAME is, if several things.")
@click.option("--language", "-l", type=click.Choice(("zh", "en")), default="zh", show_default=True, help="Of the page.")
@click.option(
    "--output", "-o", type=click.Path(path_type=Path, dir_okay=False), help="The file: .html or .md; else Markdown."
)
@store_option
def report(name: str, kind: str | None, language: str, output: Path | None, store: Path) -> None:
    """Writes one page about an agency, region or regulation.

    Facts, series, neighbours, what is doubtful, and the words of the reports. An .html page has drawings and needs
    nothing beside it; without -o the page is printed as Markdown.

    \b
    Example:
      gigraph report 湖南省机关事务管理局 -o page.html
      gigraph report 政府信息公开条例 --language en -o page.md
      gigraph report 湖南省 --kind region
    """
    from gigraph.exporters.files import written_file
    from gigraph.exporters.page import to_html, to_markdown
    from gigraph.queries.dossier import KINDS, dossier

    if output is not None and output.suffix.lower() not in _SUFFIXES:
        raise UsageError("is no page", where=str(output), hint=f"Name a file that ends in {' or '.join(_SUFFIXES)}")
    form = _SUFFIXES[output.suffix.lower()] if output else "markdown"
    with open_desk(store) as desk:
        hit = desk.resolve(name, *((kind,) if kind else KINDS))
        page = dossier(desk.graph, hit.iri, hit.kind, hit.label)
    text = to_html(page, language) if form == "html" else to_markdown(page, language)
    if output is None:
        click.echo(text, nl=False)
        return
    with written_file(output) as stream:
        stream.write(text.encode())
    note(f"wrote {output} ({output.stat().st_size:,} bytes)")
