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
    return {name: value if name == "format" else str(folder / value) for name, value in found.items()}


def store_option(command: Command) -> Command:
    """--store: the folder of the graph."""
    return click.option(
        "--store",
        type=click.Path(path_type=Path),
        default=Path("graph"),
        envvar="GIGRAPH_STORE",
        show_default="graph, or GIGRAPH_STORE, or store in gigraph.toml",
        help="The folder of the graph.",
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


def relation_option(command: Command) -> Command:
    """--relation: which relation of an agency to a regulation counts."""
    return click.option(
        "--relation",
        type=click.Choice(("cites", "issues", "discloses", "all")),
        default="all",
        show_default=True,
        help="cites: acts under it; issues: drew it up itself; discloses: put it on line.",
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
