"""completion: what a shell offers when Tab is pressed; names come from the store's index, never from a guess."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem, get_completion_class

from gigraph.cli.bash import Bash
from gigraph.cli.options import read_settings
from gigraph.errors import GigraphError

if TYPE_CHECKING:
    from gigraph.queries import Query

Completer = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]
_VARIABLE = "_GIGRAPH_COMPLETE"
_SHELLS = ("bash", "zsh", "fish")


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Prints a script that makes Tab complete.

    Commands, options, templates and their parameters, and the names of the graph.

    \b
    Example:
      gigraph completion bash >> ~/.bashrc
      gigraph completion fish > ~/.config/fish/completions/gigraph.fish
    """
    found = Bash if shell == "bash" else get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"{shell} has no completion", ctx)
    click.echo(found(ctx.find_root().command, {}, "gigraph", _VARIABLE).source(), nl=False)


def names(*kinds: str) -> Completer:
    """Completes the name of a thing of these kinds (of any, where none is given), from the store's index."""

    def complete(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        from gigraph.search import KINDS

        return [CompletionItem(label) for label in _labels(ctx, begun, kinds or KINDS)]

    return complete


def concepts(scheme: str) -> Completer:
    """Completes a concept of a scheme, by its code or its name in Chinese."""

    def complete(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        return [CompletionItem(name) for name in _concepts(ctx, scheme, begun)]

    return complete


def templates(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Completes the name of a template, with its summary."""
    from gigraph.queries import load_queries

    folder = _setting(ctx, "folder", "GIGRAPH_QUERIES", "queries")
    with suppress(GigraphError):
        found = load_queries() | (load_queries(folder) if folder else {})
        return [CompletionItem(name, help=one.summary) for name, one in sorted(found.items()) if name.startswith(begun)]
    return []


def values(ctx: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem]:
    """Completes NAME= of a template's parameters, and behind it names of the parameter's kind."""
    from gigraph.queries import find_query

    folder = _setting(ctx, "folder", "GIGRAPH_QUERIES", "queries")
    try:
        query = find_query(str(ctx.params.get("template") or ctx.params.get("query")), folder)
    except GigraphError:
        return []
    name, equals, text = begun.partition("=")
    if equals:
        return [CompletionItem(f"{name}={value}") for value in _values(ctx, query, name, text)]
    given = {str(pair).partition("=")[0] for pair in ctx.params.get("values") or ()}
    left = [one.name for one in query.parameters if one.name not in given]
    return [CompletionItem(f"{one}=") for one in left if one.startswith(begun)]


def _values(ctx: click.Context, query: "Query", name: str, text: str) -> list[str]:
    from gigraph.queries.binding import LABELS, NAMED, RELATIONS
    from gigraph.queries.template import CONCEPTS

    kind = next((one.kind for one in query.parameters if one.name == name), "")
    if kind == "relation":
        return [
            relation for relation in (*RELATIONS, *LABELS) if relation.startswith(text) and (text or relation.isascii())
        ]
    if kind in CONCEPTS:
        return _concepts(ctx, kind, text)
    return _labels(ctx, text, (kind,)) if kind in NAMED else []


def _concepts(ctx: click.Context, scheme: str, begun: str) -> list[str]:
    """A scheme's concepts, from the ontology of the store: by code, or in Chinese where a person began so."""
    from gigraph.queries.concepts import names_of
    from gigraph.store import open_graph

    with suppress(GigraphError), open_graph(_store(ctx)) as graph:
        found = names_of(graph, scheme)
        return [name for name in (found if not begun else (*found, *found.values())) if name.startswith(begun)]
    return []


def _labels(ctx: click.Context, begun: str, kinds: tuple[str, ...]) -> list[str]:
    from gigraph.search import beginning
    from gigraph.store import open_graph

    with suppress(GigraphError), open_graph(_store(ctx)) as graph:
        if graph.generation is not None:
            return beginning(graph.generation.names, begun, kinds)
    return []


def _store(ctx: click.Context) -> Path:
    return _setting(ctx, "store", "GIGRAPH_STORE", "store") or Path("graph")


def _setting(ctx: click.Context, parameter: str, variable: str, setting: str) -> Path | None:
    """An option's value while a line is being completed, when neither environment nor settings have been read."""
    given = ctx.params.get(parameter) if parameter in ctx.params else None
    if given is not None and ctx.get_parameter_source(parameter) is click.core.ParameterSource.COMMANDLINE:
        return Path(str(given))
    with suppress(GigraphError):
        found = os.environ.get(variable) or read_settings(Path()).get(setting)
        return Path(found) if found else None
    return None
