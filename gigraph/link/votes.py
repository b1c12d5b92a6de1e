"""What the reports say about one entity, counted: a name has a vote for each report that gives it."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from gigraph.link.facts import Counts

_BETWEEN = "\x1f"  # control characters never come out of a document's text


@dataclass(slots=True)
class Votes:
    """What reports say of one entity, by property: name, other, number, issuer, kind, region, parent, operator ..."""

    by: dict[str, Counter[str]] = field(default_factory=dict)

    def give(self, **values: str | None) -> None:
        """One report's word on each of the properties; None is no word."""
        for what, value in values.items():
            if value is not None:
                self.by.setdefault(what, Counter())[value] += 1

    def first(self, what: str) -> str | None:
        """The value that most reports give; of several the first by code point."""
        found = self.by.get(what)
        return min(found, key=lambda value: (-found[value], value)) if found else None

    def all(self, *whats: str) -> set[str]:
        """Every value of the properties."""
        return {value for what in whats for value in self.by.get(what, ())}

    def join(self, other: "Votes", **known_as: str | None) -> None:
        """Takes over what was said of a local identity that this one is.

        known_as: properties that are taken over as another, or not at all.
        """
        for what, counted in other.by.items():
            if taken := known_as.get(what, what):
                self.by.setdefault(taken, Counter()).update(counted)

    def move(self, meant: Callable[[str], str]) -> None:
        """Puts other identities in the place of some of the values."""
        for what, counted in self.by.items():
            other = {value: new for value in counted if (new := meant(value)) != value}
            if other:
                moved: Counter[str] = Counter()
                for value, count in counted.items():
                    moved[other.get(value, value)] += count
                self.by[what] = moved


def said(values: Iterable[tuple[str, str | None]]) -> Iterable[str]:
    """The items under which words on an entity are counted, and one that says that it was spoken of at all."""
    return ["", *(f"{what}{_BETWEEN}{value}" for what, value in values if value is not None)]


def votes_of(counts: Counts) -> Votes:
    """The votes that items were counted as.

    >>> votes_of({"": 2, **dict.fromkeys(said([("name", "某局")]), 2)}).first("name")
    '某局'
    """
    votes = Votes()
    for item, count in counts.items():
        what, _, value = item.partition(_BETWEEN)
        if not what:
            continue
        if (counted := votes.by.get(what)) is None:
            counted = votes.by[what] = Counter()
        counted[value] = count
    return votes
