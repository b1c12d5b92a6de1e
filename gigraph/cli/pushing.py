"""push: a local graph to a store on the network."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from gigraph.cli.options import format_option, local_store_option
from gigraph.cli.progress import ProgressLine
from gigraph.cli.render import render_record

if TYPE_CHECKING:
    from gigraph.store.remote.replica import Pushed


@click.command()
@click.argument("address")
@local_store_option
@format_option
def push(address: str, store: Path, form: str | None) -> None:
    """Brings a store on the network up to date.

    ADDRESS is sparql+http://HOST:PORT/PATH (or sparql+https): of Oxigraph with the path /, of Virtuoso with /sparql.
    Only graphs that differ are sent; a push that was broken off is finished by the next. GIGRAPH_STORE_USER and
    GIGRAPH_STORE_PASSWORD, or GIGRAPH_STORE_TOKEN, say who writes.

    \b
    Example:
      gigraph push sparql+http://localhost:7878/
      gigraph push sparql+https://data.example.org/sparql --store graph
    """
    done = send(store, address)
    record: dict[str, object] = {"store": str(store), "address": address, "graphs sent": done.sent}
    rest = {"removed": done.removed, "unchanged": done.unchanged, "statements sent": done.statements}
    render_record(record | rest, form)


def send(store: Path, address: str) -> "Pushed":
    """Sends what differs, with a line that tells how far it is."""
    from gigraph.build.remote import push as send_all

    line = ProgressLine()
    try:
        return send_all(store, address, line.sending)
    finally:
        line.close()
