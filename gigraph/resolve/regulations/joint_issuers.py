"""Those who issued a document together, as the words before it name them: in a row, or one with another."""

from collections.abc import Callable

from gigraph.registry.lead_words import LeadWords
from gigraph.resolve.place import Place
from gigraph.resolve.regulations.agency_words import joined_words, with_others, without_others
from gigraph.text.titles import is_agency

_LONGEST = 16  # characters of one of several names


def joint_at_end(head: str, place: Place, leads: LeadWords) -> list[str]:
    """The agencies that a clause ends with, as they stand there (市编办和市财政局); empty unless several."""
    names = joined_words(head, leads)
    names = names if all(len(name) < _LONGEST and "年" not in name for name in names) else []
    return names if _are_several(names, place) else []


def joint_with_others(head: str, name_at_end: Callable[[str], str | None], place: Place, leads: LeadWords) -> list[str]:
    """The agency that a clause names as issuing with others, and these: 市教育局会同市审计局."""
    others = with_others(head)
    lead = name_at_end(without_others(head)[0]) if others else None
    names = [lead, *joined_words(others, leads)] if lead else []
    return names if _are_several(names, place) else []


def _are_several(names: list[str], place: Place) -> bool:
    return len(names) > 1 and all(is_agency(name) and place.agency(name) for name in names)
