"""The command line: each command parses, calls the library once and renders. The only package that knows click."""

import difflib
import errno
import os
import sys
from pathlib import Path
from typing import Any

import click

from gigraph.cli import (
    asking,
    building,
    evaluating,
    exporting,
    figures,
    listing,
    lookups,
    onepage,
    overview,
    pushing,
    reading,
    resolving,
    rostering,
    upkeep,
)  # fmt: skip
from gigraph.cli.completion import completion
from gigraph.cli.options import read_settings
from gigraph.cli.sparql import sparql
from gigraph.errors import GigraphError, NoSpaceError

INTERRUPTED = 128 + 2  # as a shell reports a program ended by SIGINT
PIPE_CLOSED = 128 + 13  # by SIGPIPE
_MENDS = {
    errno.ENOENT: "Check the path; the folder of a new file must be there",
    errno.EACCES: "Choose a place that you may read or write",
    errno.EPERM: "Choose a place that you may read or write",
    errno.EROFS: "Choose a place that can be written to",
    errno.EISDIR: "It is a folder: name a file",
    errno.ENOTDIR: "A part of the path is a file: check the path",
}


class Failure(click.ClickException):
    """An error of gigraph, told in two lines: what and where, then what to do."""

    def __init__(self, error: GigraphError) -> None:
        super().__init__(str(error))
        self.error = error
        self.exit_code = error.exit_code  # type: ignore[misc]  # click reads it from the instance

    def show(self, file: Any = None) -> None:
        hint = self.error.hint
        message = str(self.error).removesuffix(f". {hint}") if hint else str(self.error)
        click.echo(f"Error: {message}", err=True)
        if hint:
            click.echo(f"  {hint}", err=True)


class Commands(click.Group):
    """The commands in the order in which they were added; the one place where errors become messages and exit codes."""

    def main(self, args: Any = None, *given: Any, **options: Any) -> Any:
        """As click does, but never in an encoding without Chinese (LC_ALL=C): names would be lost before they are read.

        Python itself chooses UTF-8 there, unless PYTHONUTF8=0 forbids it; then the program is begun anew in UTF-8, also
        for its worker processes.
        """
        if args is None and "utf8" not in sys._xoptions and not _speaks_chinese(sys.getfilesystemencoding()):
            os.environ["PYTHONUTF8"] = "1"
            os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  # this very command
        return super().main(args, *given, **options)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """As click does, with the nearest command for one that there is not."""
        name = args[0] if args else ""
        if name and not name.startswith("-") and name not in self.commands:
            near = difflib.get_close_matches(name, self.commands, 1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"there is no command {name!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            if error.message.startswith("Got unexpected extra argument") and error.ctx and _takes_a_name(error.ctx):
                raise click.UsageError(f"{error.message}. A name with spaces is put in quotes", error.ctx) from error
            raise
        except GigraphError as error:
            raise Failure(error) from error
        except KeyboardInterrupt:
            click.echo("stopped", err=True)
            raise click.exceptions.Exit(INTERRUPTED) from None
        except (
            BrokenPipeError
        ):  # the reader has had enough (| head): no traceback, also not when Python flushes at its end
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise click.exceptions.Exit(PIPE_CLOSED) from None
        except OSError as error:
            raise Failure(_of_the_system(error)) from error


def _takes_a_name(ctx: click.Context) -> bool:
    """Whether a command has an argument, which a shell parts at its spaces."""
    return any(isinstance(parameter, click.Argument) for parameter in ctx.command.params)


def _speaks_chinese(encoding: str) -> bool:
    try:
        return bool("政府信息公开".encode(encoding))
    except UnicodeEncodeError:
        return False


def _of_the_system(error: OSError) -> GigraphError:
    place = str(error.filename or "")
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return NoSpaceError("the disk is full", where=place, hint="Free some space and run the command again")
    return GigraphError(error.strerror or str(error), where=place, hint=_MENDS.get(error.errno or 0, ""))


def _version(ctx: click.Context, parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"gigraph {overview.installed('gigraph')}")
        ctx.exit()


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Tells the version and ends."
)
@click.pass_context
def main(ctx: click.Context) -> None:
    """A knowledge graph from Chinese government-information disclosure reports.

    \b
    Begin with
      gigraph demo
      gigraph build DIR
      gigraph cited-by 政府信息公开条例
    """
    settings = read_settings(Path())
    names = {"form": settings.get("format"), "store": settings.get("store"), "folder": settings.get("queries")}
    given = {name: value for name, value in names.items() if value is not None}
    ctx.default_map = dict.fromkeys(main.commands, given)


for command in (
    building.build, pushing.push, building.codes, building.demo, lookups.cites, lookups.cited_by, lookups.show,
    onepage.report,
    listing.agencies, listing.platforms, rostering.roster, asking.ask, asking.queries,
    sparql, asking.check, overview.info, exporting.export, reading.extract, reading.text, resolving.resolve,
    evaluating.evaluate,
    figures.series, figures.report_table, upkeep.verify, upkeep.compact, upkeep.forget, upkeep.diff, completion,
):  # fmt: skip
    main.add_command(command)
