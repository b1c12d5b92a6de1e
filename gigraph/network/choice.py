"""Which citations, agencies and instruments a network is drawn from."""

from dataclasses import dataclass

from gigraph.errors import UsageError

RELATIONS = ("cites", "issues", "discloses")
ROLES = ("report-basis", "drafting-basis", "implementation", "study", "disclosure")  # ontology/citation-roles.ttl
BASIS = ROLES[0]  # the role of what is named in a report's opening formula
# What tells nobody apart: what agencies write for themselves and what each must have (条例第十二条).
LEFT_OUT = ("internal-rule", "guide", "catalogue")


@dataclass(frozen=True, slots=True)
class Choice:
    """What makes a network; without arguments all citations but those that would make every network a hairball.

    relations: some of RELATIONS. formulas: whether citations count that a report makes only in the formula of its
    opening (根据《条例》…编制本报告). without: codes of instrument types that are left out. types: the only ones taken,
    also of those in `without`; roles: the only ones taken, of ROLES. since, until: report years, both included.
    region: the code of a region, with all below it; level, sector: codes, as region of the agency at the edge's
    beginning. minimum: the least weight of an edge. Raises UsageError for a relation or a role that is none.
    """

    relations: tuple[str, ...] = RELATIONS
    formulas: bool = False
    without: tuple[str, ...] = LEFT_OUT
    types: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    since: int | None = None
    until: int | None = None
    region: str | None = None
    level: str | None = None
    sector: str | None = None
    minimum: float = 0

    def __post_init__(self) -> None:
        _check("relation", self.relations, RELATIONS)
        _check("role", self.roles, ROLES)

    def in_time(self, year: int | None) -> bool:
        """Whether a year lies within the bounds; none does not, where there are bounds."""
        if year is None:
            return self.since is None and self.until is None
        return (self.since or year) <= year <= (self.until or year)

    def names(self, relation: str, role: str | None) -> bool:
        """Whether a citation's relation and role are chosen."""
        return relation in self.relations and (not self.roles or role in self.roles)

    def leaves_out(self, formula: bool, kind: str) -> str | None:
        """Why a citation that is chosen otherwise does not count: "formula", or its instrument's type, or nothing."""
        if kind in self.without and kind not in self.types:
            return kind
        return "formula" if formula and not self.formulas and BASIS not in self.roles else None


def _check(what: str, given: tuple[str, ...], known: tuple[str, ...]) -> None:
    for name in given:
        if name not in known:
            raise UsageError(f"is no {what}", where=name, hint=f"There are {', '.join(known)}")


DEFAULT = Choice()
EVERYTHING = Choice(formulas=True, without=())

__all__ = ["BASIS", "DEFAULT", "EVERYTHING", "LEFT_OUT", "RELATIONS", "ROLES", "Choice"]
