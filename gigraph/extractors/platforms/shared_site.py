"""Bodies that share the noun of the last one's site: 市财政局、审计局网站, 省、市政府网站, 镇平、淅川县政府网站."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from gigraph.extractors.platforms.edges import name_start
from gigraph.extractors.platforms.form import Found, PlatformForm
from gigraph.extractors.platforms.lexicon import Lexicon

_OF_BODY = re.compile(r"[\u4e00-\u9fff]{0,14}(?:政府|[局厅委署办院社部会]|残联|中心)")
# 市委、市政府网站 is the government's.
_BODY = re.compile(
    r"(?!.{0,4}(?:[省市县区州旗盟]|党|工)委\Z)"
    r"[\u4e00-\u9fff]{1,14}(?:政府|[局厅委部署办院社]|办公室|联合会|残联|工商联)\Z"
)
_ITEM = re.compile(r"([\u4e00-\u9fff]{1,16})([、和与及])\Z")
_LEVEL = re.compile(r"[省市县区州旗盟]")
_AREA = re.compile(r"([\u4e00-\u9fff]{2,8}?|)([省市县区州旗盟])((?:人民)?政府|[\u4e00-\u9fff]{2,12}[局厅委])")
_MOST = 8


def shared_sites(text: str, floor: int, nouns: Iterable[Found], lexicon: Lexicon) -> list[Found]:
    """The names found, and the bodies in a list before the owner of a site, which have the noun of its name.

    A body without a level before it has that of the list: 审计局 in 市财政局、审计局网站.
    """
    done: list[Found] = []
    for noun in nouns:
        owners: list[Found] = []
        if noun.form.use == "site" and _OF_BODY.fullmatch(noun.form.modifier):
            owners = list(_owners(text, floor, noun, lexicon))
            first = owners[-1].form.modifier[:1] if owners else ""
            if (
                _LEVEL.match(first)
                and not _LEVEL.match(noun.form.modifier)
                and not lexicon.names_place(noun.form.modifier)
            ):
                noun = noun._replace(form=replace(noun.form, name=first + noun.form.name))
        done += [*owners[::-1], noun]
    return done


def _owners(text: str, floor: int, noun: Found, lexicon: Lexicon) -> Iterator[Found]:
    """From right to left."""
    position, form = noun.start, noun.form
    for _ in range(_MOST):
        match = _ITEM.search(text, max(floor, position - 17), position)
        if not match:
            return
        run = match[1]
        at = name_start(run, lexicon.terms[form.term], lexicon)
        name = _whole(run[at:], form.modifier, lexicon)
        if not name:
            return
        start = match.start(1) + at
        yield Found(
            start, match.end(1), PlatformForm(name + form.term, form.kind, form.term, form.use, form.group), "list"
        )
        if at:
            return
        position = start


def _whole(item: str, modifier: str, lexicon: Lexicon) -> str:
    """The owner that an item of the list means; empty where it is none."""
    if _BODY.match(item) and not lexicon.ends_name(item):
        return item  # 网上办事大厅、局网站: two platforms
    area = _AREA.fullmatch(modifier)
    if area is None:
        return ""
    if _LEVEL.fullmatch(item) and not area[1]:  # 省、市政府网站
        return item + area[3]
    if len(item) < 2:
        return ""
    if item + area[2] in lexicon.places:  # 镇平、淅川县政府网站
        return item + area[2] + area[3]
    return item + area[3] if item in lexicon.places and area[1] else ""
