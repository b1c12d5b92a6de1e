"""Options that several commands share, and the settings: flag, then environment, then gigraph.toml, then default."""

import difflib
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from gigraph.cli.render import FORMATS
from gigraph.errors import UsageError

SETTINGS_FILE = "gigraph.toml"
SETTINGS = ("store", "format", "queries")

DISTANT = "sparql+"  # how the address of a store on the network begins
Place = Path | str

Command = TypeVar("Command", bound=Callable[..., Any])


def read_settings(folder: Path) -> dict[str, str]:
    """The settings of a folder's gigraph.toml, empty where there is none; a relative path starts at that folder.

    Raises UsageError for a file that does not parse, an unknown setting or a value that is no text.
    """
    path = folder / SETTINGS_FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot be read: {error}", where=SETTINGS_FILE) from error
    for name, value in found.items():
        if name not in SETTINGS:
            near = difflib.get_close_matches(name, SETTINGS, 1)
            hint = f"Did you mean {near[0]}?" if near else f"Settings: {', '.join(SETTINGS)}"
            raise UsageError(f"unknown setting {name!r}", where=SETTINGS_FILE, hint=hint)
        if not isinstance(value, str):
            raise UsageError(f"{name} is no text", where=SETTINGS_FILE, hint=f'Write {name} = "…"')
    return {
        name: value if name == "format" or value.startswith(DISTANT) else str(folder / value)
        for name, value in found.items()
    }


class StorePlace(click.Path):
    """The folder of a store as a Path, or its address on the network as text."""

    def __init__(self, *, distant: bool) -> None:
        super().__init__(path_type=Path)
        self._distant = distant

    def convert(self, value: Any, parameter: click.Parameter | None, ctx: click.Context | None) -> Any:
        if not str(value).startswith(DISTANT):
            return super().convert(value, parameter, ctx)
        if not self._distant:
            hint = "Name the local store that it is sent from; `gigraph push` then brings the other up to date"
            raise UsageError("this works on a local store alone", where="--store", hint=hint)
        return str(value)


class SourcePlace(click.Path):
    """A path as a Path; an address that fsspec knows as text, as it was given."""

    def convert(self, value: Any, parameter: click.Parameter | None, ctx: click.Context | None) -> Any:
        from gigraph.documents.distant import is_distant, path_of

        text = str(value)
        return text if is_distant(text) else super().convert(path_of(text), parameter, ctx)


def store_option(command: Command) -> Command:
    """--store: the folder of the graph, or its address."""
    return _store_option(command, distant=True)


def local_store_option(command: Command) -> Command:
    """--store: the folder of the graph."""
    return _store_option(command, distant=False)


def _store_option(command: Command, *, distant: bool) -> Command:
    return click.option(
        "--store",
        type=StorePlace(distant=distant),
        default=Path("graph"),
        envvar="GIGRAPH_STORE",
        show_default="graph, or GIGRAPH_STORE, or store in gigraph.toml",
        help="The folder of the graph" + (", or sparql+http://… of a store on the network." if distant else "."),
    )(command)


def format_option(command: Command) -> Command:
    """--format: how results are printed."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(FORMATS),
        envvar="GIGRAPH_FORMAT",
        show_default="table on a terminal, json elsewhere",
        help="How results are printed.",
    )(command)


class Relation(click.Choice[str]):
    """A relation by its code, or by its label in Chinese."""

    def __init__(self) -> None:
        super().__init__(("cites", "issues", "discloses", "all"))

    def convert(self, value: Any, parameter: click.Parameter | None, ctx: click.Context | None) -> Any:
        from gigraph.queries.binding import LABELS

        return super().convert(LABELS.get(str(value), value), parameter, ctx)


def relation_option(command: Command) -> Command:
    """--relation: which relation of an agency to a regulation counts."""
    return click.option(
        "--relation",
        type=Relation(),
        default="all",
        show_default=True,
        help="cites (引用): acts under it; issues (制发): drew it up itself; discloses (公开): put it on line.",
    )(command)


def queries_option(command: Command) -> Command:
    """--queries: a folder of one's own query files."""
    return click.option(
        "--queries",
        "folder",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        envvar="GIGRAPH_QUERIES",
        help="A folder with query files of your own (*.rq), which go before those that are shipped.",
    )(command)


def patience_option(command: Command) -> Command:
    """--timeout: how long a question may take."""
    return click.option(
        "--timeout",
        type=click.FloatRange(0.1),
        help="Seconds that the question may take.  [default: 60 for one of your own, no end for one of the library]",
    )(command)


def limits_options(command: Command) -> Command:
    """--timeout and --memory: what one document may take."""
    timeout = click.option(
        "--timeout", type=click.FloatRange(min=0, min_open=True), default=30.0, show_default=True,
        help="Seconds that one document may take.",
    )  # fmt: skip
    memory = click.option(
        "--memory", type=click.IntRange(256), default=1024, show_default=True,
        help="Megabytes that the process of one document may take.",
    )  # fmt: skip
    return timeout(memory(command))
