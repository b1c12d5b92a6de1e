"""What a name of an agency was understood as."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AgencyName:
    """An agency's full official name as a short form was understood from the report's place.

    name: 湖南省财政厅. aliases: other full forms. region: GB/T 2260 code (100000 for the centre) or None.
    kind: concept of the agency kinds. parent: full name of the agency it belongs to. candidates: full names of the
    bodies that it may be, where it is ambiguous.
    """

    name: str
    aliases: tuple[str, ...] = ()
    region: str | None = None
    kind: str = "agency"
    parent: str | None = None
    candidates: tuple[str, ...] = ()
