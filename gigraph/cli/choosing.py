"""The options that choose what makes a network, and what is said of what they left out."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gigraph.cli.completion import concepts, names
from gigraph.cli.desk import Desk
from gigraph.cli.options import Relation
from gigraph.cli.render import note
from gigraph.errors import UsageError

if TYPE_CHECKING:
    from gigraph.network import Choice, Network
    from gigraph.store import Graph

Command = TypeVar("Command", bound=Callable[..., Any])

# Each option: its field of Choice, the flag, and what click makes of it.
_OPTIONS: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("everything", "--all", {"is_flag": True, "help": "Every citation, also those that are left out by default."}),
    ("formulas", "--formulas/--no-formulas", {
        "default": None, "help": "With or without (the default) citations of a report's opening formula (编制依据).",
    }),
    ("with_types", "--with", {"multiple": True, "metavar": "TYPE", "help":
        "Take a type of instrument that is left out by default: internal-rule, guide, catalogue."}),
    ("without", "--without", {"multiple": True, "metavar": "TYPE", "help": "Leave out a type of instrument."}),
    ("types", "--type", {"multiple": True, "metavar": "TYPE", "help": "Only this type of instrument."}),
    ("relations", "--relation", {"multiple": True, "type": Relation(),
        "help": "cites: acts under it; issues: drew it up itself; discloses: put it on line. Default: all."}),
    ("roles", "--role", {"multiple": True, "metavar": "ROLE", "help":
        "Only citations in this part, by code or in Chinese: report-basis (编制依据), drafting-basis, implementation, "
        "study, disclosure."}),
    ("since", "--since", {"type": int, "help": "From this report year on."}),
    ("until", "--until", {"type": int, "help": "Up to this report year."}),
    ("region", "--region", {"metavar": "REGION", "shell_complete": names("region"), "help":
        "Agencies of this region and all below it."}),
    ("level", "--level", {"metavar": "LEVEL", "help": "Agencies of this level (县级, county)."}),
    ("sector", "--sector", {"metavar": "SECTOR", "help": "Agencies of this field: 财政, finance, water, transport …"}),
    ("minimum", "--min-weight", {"type": float, "help": "The least weight of an edge."}),
)  # fmt: skip
_CITATIONS = {"everything", "with_types"}  # options that are no fields of Choice, but say which citations count
# What a network's own attributes count, and how it is told.
_TOLD = {
    "rows_left_out": "rows that name one thing alone",
    "timeless": "ties without a year (who runs a platform)",
    "unidentified": "names of which it is not certain which platform they are (gigraph ask unidentified-platforms)",
}
_AS_GIVEN = ("types", "roles", "since", "until", "level", "sector", "minimum")
# Options whose values are concepts, by their scheme.
_CONCEPTS = {
    "types": "instrument-type", "with_types": "instrument-type", "without": "instrument-type",
    "roles": "citation-role", "level": "agency-level", "sector": "agency-sector",
}  # fmt: skip


def choosing(command: Command) -> Command:
    """The options on what makes a network; their values go to `chosen`."""
    for name, flag, settings in reversed(_OPTIONS):
        completed: dict[str, Any] = {"shell_complete": concepts(_CONCEPTS[name])} if name in _CONCEPTS else {}
        command = click.option(flag, name, **settings, **completed)(command)
    return command


def chosen(desk: Desk, network: str, wanted: Mapping[str, Any], *, drawn: bool = True, asked: bool = False) -> "Choice":
    """The choice that the options make.

    drawn: whether a network is drawn at all; asked: whether it is drawn from the answer of a question. Raises
    UsageError for an option that is not heeded.
    """
    from gigraph.network import LEFT_OUT, NETWORKS, Choice

    given = {name: value for name, value in wanted.items() if value not in (None, (), False)}
    if not drawn:
        _check("a format without a network", given, frozenset())
    elif asked:
        _check("the answer of a question", given, frozenset({"minimum"}))
    else:
        _check(f"the network {network}", given, NETWORKS[network].filters)
    given |= {name: _codes(desk.graph, scheme, given[name]) for name, scheme in _CONCEPTS.items() if name in given}
    made: dict[str, Any] = {name: given[name] for name in _AS_GIVEN if name in given}
    if "region" in given:
        made["region"] = desk.resolve(given["region"], "region").iri.rpartition("/")[2]
    if "relations" in given and "all" not in given["relations"]:
        made["relations"] = given["relations"]
    everything = "everything" in given
    kept = () if everything else tuple(type_ for type_ in LEFT_OUT if type_ not in given.get("with_types", ()))
    formulas = wanted.get("formulas")
    made["formulas"] = everything if formulas is None else formulas
    return Choice(without=(*kept, *given.get("without", ())), **made)


def say_left_out(network: "Network") -> None:
    """Tells what the choice left out of a network, and how to get it; and what was not measured in full."""
    left_out: Mapping[str, int] = network.graph.get("left_out", {})
    if left_out:
        parts = [
            f"{count:,} in opening formulas (--formulas)"
            if why == "formula"
            else f"{count:,} of type {why} (--with {why})"
            for why, count in left_out.items()
        ]
        note(f"left out citations: {', '.join(parts)}; --all takes them all")
    if too_wide := network.graph.get("too_wide"):
        note(f"left out {too_wide:,} things that too many share to tell any two apart")
    for name, what in _TOLD.items():
        if count := network.graph.get(name):
            note(f"left out {what}: {count:,}")
    if (said := str(network.graph.get("betweenness", "exact"))) != "exact":
        note(f"betweenness is {said}")
    if (said := str(network.graph.get("communities", ""))).startswith("not"):
        note(f"communities were {said}")
    if not len(network):
        note("the network is empty: nothing fits the options")


def _codes(graph: "Graph", scheme: str, value: Any) -> Any:
    """The codes of concepts that a person named by code or label, one or several. Raises UsageError as find_concept."""
    from gigraph.queries.concepts import find_concept

    if not isinstance(value, str):
        return tuple(_codes(graph, scheme, each) for each in value)
    return find_concept(graph, scheme, value).iri.rpartition("/")[2]


def _check(what: str, given: Mapping[str, Any], filters: frozenset[str]) -> None:
    flags = {name: flag.partition("/")[0] for name, flag, _ in _OPTIONS}
    for name in given:
        needed = "without" if name in _CITATIONS else name
        if needed not in filters:
            heeded = [flag for field, flag in flags.items() if field in filters]
            hint = f"It heeds {', '.join(heeded)}" if heeded else "Leave it out"
            raise UsageError(f"{flags[name]} makes no sense for {what}", hint=hint)
