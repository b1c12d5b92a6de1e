"""What the party's committees are called in full."""

import re

_OF_A_COMMITTEE = re.compile(r"\{\}(?=委(?!员会))")
# What stands behind a town's name in the full names of its committees; a town has no others.
OF_TOWNS = {"委员会": "党委", "委": "党委", "工作委员会": "党工委"}


def committee_of(place: str) -> str:
    """The party's committee of a place; that of an autonomous region has no shorter form.

    >>> committee_of("礼泉县"), committee_of("广西壮族自治区"), committee_of("阿里地区")
    ('中共礼泉县委', '中共广西壮族自治区委员会', '中共阿里地委')
    """
    stem = place.removesuffix("区") if place.endswith("地区") else place
    return f"中共{stem}委" + ("员会" if place.endswith("自治区") else "")


def committee_forms(place: str, rest: str, grade: str) -> tuple[str, ...]:
    """The forms of the committee that 委 or 党委 mean at a region, the official one first: one body, however called."""
    if rest not in ("委", "党委") or grade not in ("province", "prefecture", "county"):
        return ()
    own = committee_of(place)
    others = (f"中共{place}委", f"中共{place}委员会", f"中国共产党{place}委员会")
    return tuple(dict.fromkeys((own, *others, *((place + "党委",) if rest == "党委" else ()))))


def of_place(form: str, place: str) -> str:
    """A form with a place's name for {}; what belongs to the committee of a 地区 is of its 地委.

    >>> of_place("中共{}委办公室", "阿里地区"), of_place("{}委宣传部", "礼泉县")
    ('中共阿里地委办公室', '礼泉县委宣传部')
    """
    form = _OF_A_COMMITTEE.sub(place.removesuffix("区"), form) if place.endswith("地区") else form
    return form.replace("{}", place)
