"""The registry's phrases which tell that no platform is meant, by term and by the characters beside it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from gigraph.registry.platforms import SIDES, PlatformExclusion, PlatformTerm
from gigraph.registry.table import grouped

# 除OA系统外, 以12345热线为主渠道: the word behind the noun closes what another opened.
_FRAMES = {
    "外": re.compile(r"除[^,。;]{0,40}\Z"),
    "为": re.compile(r"以[^,。;]{0,40}\Z"),
    "备": re.compile(r"(?:纳入|录入|通过|在|经)[^,。;]{0,40}\Z"),  # 纳入全国报送系统备案
    "抽": re.compile(r"(?:依托|利用|应用|运用|使用|采用)[^,。;]{0,40}\Z"),  # 依托双随机监管平台抽查
}
# 县政府网上线, 县政府网点击12次: no 网上, no 网点.
SITE_GOES_ON = re.compile(
    r"点[击开]|上线(?!下)|上网|办[理结件](?!大厅|中心)|管理(?!员|中心|部|科|系统|平台)|信息(?:更新|维护|编审)"
)

Phrases = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Exclusions:
    """The phrases that tell, at one term, that no platform is meant; by their first character, `before` by its last.

    behind: those of `after` that hold for a longer noun ending in the term as well (政务网 and 网).
    """

    before: Phrases
    after: Phrases
    bare: Phrases
    whole: frozenset[str]
    behind: Phrases


def exclusions_of(rows: Iterable[PlatformExclusion], terms: dict[str, PlatformTerm]) -> dict[str, Exclusions]:
    """The exclusions of each term, with those of all terms; those of all terms alone under ''."""
    found: dict[str, dict[str, set[str]]] = {"": {}}
    for row in rows:
        for term in row.terms or ("",):
            found.setdefault(term, {}).setdefault(row.side, set()).add(row.phrase)
    sides = {
        term: {side: own.get(side, set()) | found[""].get(side, set()) for side in SIDES} for term, own in found.items()
    }
    longer = [term for term, row in terms.items() if row.use == "whole"]
    return {
        term: Exclusions(
            before=_by_character(own["before"], -1),
            after=_by_character(own["after"], 0),
            bare=_by_character(own["bare"], 0),
            whole=frozenset(own["whole"]),
            behind=_by_character(
                own["after"].intersection(
                    *(sides.get(other, sides[""])["after"] for other in longer if other.endswith(term))
                ),
                0,
            ),
        )
        for term, own in sides.items()
    }


def _by_character(phrases: Iterable[str], at: int) -> Phrases:
    return grouped((phrase[at], phrase) for phrase in sorted(phrases))


def is_framed(text: str, head: int, at: int) -> bool:
    """Whether the word at an offset closes what another opened before the noun at `head`: 除…外, 以…为."""
    frame = _FRAMES.get(text[at : at + 1])
    return bool(frame and frame.search(text, max(0, head - 40), head))
