"""The options that choose what makes a network, and what is said of what they left out."""

import difflib
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

from gigraph.cli.lookups import Desk
from gigraph.cli.render import note
from gigraph.errors import UsageError

if TYPE_CHECKING:
    from gigraph.network import Choice, Network

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
    ("relations", "--relation", {"multiple": True, "type": click.Choice(("cites", "issues", "discloses", "all")),
        "help": "cites: acts under it; issues: drew it up itself; discloses: put it on line. Default: all."}),
    ("roles", "--role", {"multiple": True, "metavar": "ROLE", "help":
        "Only citations in this part, by code or in Chinese: report-basis (编制依据), drafting-basis, implementation, "
        "study, disclosure."}),
    ("since", "--since", {"type": int, "help": "From this report year on."}),
    ("until", "--until", {"type": int, "help": "Up to this report year."}),
    ("region", "--region", {"metavar": "REGION", "help": "Agencies of this region and all below it."}),
    ("level", "--level", {"metavar": "LEVEL", "help": "Agencies of this level (县级, county)."}),
    ("sector", "--sector", {"metavar": "SECTOR", "help": "Agencies of this field: 财政, finance, water, transport …"}),
    ("minimum", "--min-weight", {"type": float, "help": "The least weight of an edge."}),
)  # fmt: skip
_CITATIONS = {"everything", "with_types"}  # options that are no fields of Choice, but say which citations count
_AS_GIVEN = ("since", "until", "minimum")
# Options whose values are concepts, by their scheme: a code, or the label of a table.
_CONCEPTS = {
    "types": "instrument-types", "with_types": "instrument-types", "without": "instrument-types",
    "roles": "citation-roles", "level": "agency-levels", "sector": "agency-sectors",
}  # fmt: skip


def choosing(command: Command) -> Command:
    """The options on what makes a network; their values go to `chosen`."""
    for name, flag, settings in reversed(_OPTIONS):
        command = click.option(flag, name, **settings)(command)
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
    given |= {name: _codes(scheme, given[name]) for name, scheme in _CONCEPTS.items() if name in given}
    made: dict[str, Any] = {
        name: given[name]
        for name in (*_AS_GIVEN, *_CONCEPTS)
        if name in given and name not in ("with_types", "without")
    }
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
    """Tells what the choice left out of a network, and how to get it."""
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
    if not len(network):
        note("the network is empty: nothing fits the options")


def _codes(scheme: str, value: Any) -> Any:
    """The codes of concepts that a person named by code or label, one or several.

    Raises UsageError for what the ontology has not.
    """
    if not isinstance(value, str):
        return tuple(_codes(scheme, each) for each in value)
    labels = _labels(scheme)
    if found := [code for code, label in labels.items() if value.strip() in (code, label)]:
        return found[0]
    near = difflib.get_close_matches(value, labels, 1)
    told = ", ".join(f"{code} {labels[code]}" for code in near or labels)
    hint = f"Did you mean {told}?" if near else f"There are {told}"
    raise UsageError(f"{value!r} is none of the {scheme.replace('-', ' ')}", hint=hint)


def _labels(scheme: str) -> dict[str, str]:
    """The codes of one of the ontology's schemes with their labels in Chinese."""
    from gigraph.resources import resource

    text = resource("ontology", f"{scheme}.ttl").read_text("utf-8")
    concepts = re.findall(r'skos:notation "([^"]{1,60})"((?:.|\n){0,400}?)skos:prefLabel "([^"]{1,60})"@zh', text)
    return {code: label for code, _, label in concepts}


def _check(what: str, given: Mapping[str, Any], filters: frozenset[str]) -> None:
    flags = {name: flag.partition("/")[0] for name, flag, _ in _OPTIONS}
    for name in given:
        needed = "without" if name in _CITATIONS else name
        if needed not in filters:
            heeded = [flag for field, flag in flags.items() if field in filters]
            hint = f"It heeds {', '.join(heeded)}" if heeded else "Leave it out"
            raise UsageError(f"{flags[name]} makes no sense for {what}", hint=hint)
