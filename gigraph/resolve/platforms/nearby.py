"""What a name without an owner means by what stands before it: 其部门网站, 中心网站, 政府网站 after the portal."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from gigraph.extractors.platforms import PlatformForm
from gigraph.models import Mention
from gigraph.resolve.place import Place
from gigraph.resolve.platforms.identity import Identity

_BODY = re.compile(r"[局厅委办部院署]\Z")
_OTHERS = {"部门", "本部门", "自建"}
_GOVERNMENT = ("人民政府", "管理委员会", "行政公署")
_AHEAD = 45  # characters in which 政府网站 already means the site that is named next
_LISTS = {"、", "和", "与", "及", "第", "为"}  # 政府网站第一平台作用, 以政府网站为主: any such site
_REACH = 150  # characters in which 政府网站 still means the portal named before it


def with_antecedents(
    mentions: Iterable[Mention], agencies: Sequence[Mention], place: Place, text: str
) -> Iterator[Mention]:
    """The mentions with the owner that 其 or 中心 stands for; a government's 部门网站 are many: left out."""
    for mention in mentions:
        form: PlatformForm = mention.value
        others = form.modifier in _OTHERS and form.use == "site"
        theirs = others and text[mention.span.start - 1 : mention.span.start] == "其"
        owner = None
        if form.modifier == "中心":
            owner = _last(mention, agencies, _is_centre)
        elif theirs:
            owner = _last(mention, agencies, _is_body)
        elif others and place.body is None and form.beside is None:
            continue
        if owner:
            mention = mention._replace(value=replace(form, name=owner + form.name.removeprefix(form.modifier)))
        yield mention


def _is_centre(name: str) -> bool:
    return len(name) > 2 and name.endswith("中心")


def _is_body(name: str) -> bool:
    return _BODY.search(name) is not None


def _last(mention: Mention, agencies: Sequence[Mention], fits: Callable[[str], bool]) -> str | None:
    values = [agency.value for agency in agencies if agency.span.end <= mention.span.start]
    before = [value if isinstance(value, str) else value[0] for value in values]
    return next((name for name in reversed(before) if fits(name)), None)


@dataclass(slots=True)
class _Sight:
    """What a bare 政府网站 may mean: sites of the whole report, and the portal that was named last."""

    ordered: Sequence[Identity]
    text: str
    government: str | None
    own: Identity | None  # the publisher's site
    sole: Identity | None  # the first mention of the only government's portal
    printed: Identity | None  # the first mention of the only site that is called somebody's 政府网站
    portal: Identity | None = None

    def is_reached(self, item: Identity) -> bool:
        """Whether the portal was named shortly before."""
        return self.portal is not None and _reaches(self.text, self.portal, item, _REACH)


def at_the_portal(
    identities: Sequence[Identity], publisher: str | None, government: str | None, text: str
) -> Iterator[Identity]:
    """The identities; a bare 政府网站 is the government's portal that the sentence or the one before it named.

    publisher: whose site 政务网站 is, where the report names that. government: the publisher itself or the government
    whose office it is; after its portal 政府网站 is that, where it is not one channel of a list. So it is in the report
    of a body without a site of its own that names one portal alone.
    """
    ordered = sorted(identities, key=lambda item: item.mention.span)
    own = next((item for item in ordered if item.key == ("main", publisher)), None)
    sole = None if own else _sole_portal(ordered)
    sight = _Sight(ordered, text, government, own, sole, _called_so(ordered))
    for index, item in enumerate(ordered):
        if item.key[0] == "main":
            sight.portal = item if _is_portal(item) else None
            yield item
        elif item.form.use == "whole" and item.form.group == "政府网站":
            meant = next((found for rule in _MEANT if (found := rule(sight, item, index))), None)
            yield _as(item, meant) if meant else item
        else:
            yield item


def _is_alone(sight: _Sight, item: Identity) -> bool:
    """Whether it stands alone, not as one channel of a list."""
    return sight.text[item.mention.span.end : item.mention.span.end + 1] not in _LISTS


def _publishers_own(sight: _Sight, item: Identity, index: int) -> Identity | None:
    return sight.own if item.form.name.startswith("政务") else None


def _portal_before(sight: _Sight, item: Identity, index: int) -> Identity | None:
    """The portal that was named shortly before; the government's own, however far."""
    of_own = sight.portal is not None and sight.portal.key == ("main", sight.government)
    return sight.portal if sight.is_reached(item) or (of_own and _is_alone(sight, item)) else None


def _portal_behind(sight: _Sight, item: Identity, index: int) -> Identity | None:
    """The site that is named next, where none was named before: 通过政府网站公开。全年市局门户网站发布…"""
    if sight.portal or not _is_alone(sight, item):
        return None
    following = next((other for other in sight.ordered[index:] if other.key[0] == "main"), None)
    return following if following and _reaches(sight.text, item, following, _AHEAD) else None


def _only_portal(sight: _Sight, item: Identity, index: int) -> Identity | None:
    before = sight.sole is not None and sight.sole.mention.span < item.mention.span
    return sight.sole if before and _is_alone(sight, item) else None


def _only_one_called_so(sight: _Sight, item: Identity, index: int) -> Identity | None:
    return sight.printed if item.form.name == "政府网站" else None


# What a bare 政府网站 means: the first of these that knows.
_MEANT: tuple[Callable[[_Sight, Identity, int], Identity | None], ...] = (
    _publishers_own,
    _portal_before,
    _portal_behind,
    _only_portal,
    _only_one_called_so,
)


def _sole_portal(identities: Iterable[Identity]) -> Identity | None:
    """The first mention of the only government's portal."""
    return _first_of_one(item for item in identities if _is_portal(item))


def _called_so(identities: Iterable[Identity]) -> Identity | None:
    """The first mention of the only site that the report calls somebody's 政府网站 (某市政府网站)."""
    return _first_of_one(item for item in identities if item.key[0] == "main" and item.form.name.endswith("政府网站"))


def _is_portal(item: Identity) -> bool:
    return item.key[0] == "main" and item.operator is not None and item.operator.name.endswith(_GOVERNMENT)


def _first_of_one(identities: Iterable[Identity]) -> Identity | None:
    """The first, if all are of one site."""
    found = tuple(identities)
    return found[0] if len({item.key for item in found}) == 1 else None


def _reaches(text: str, first: Identity, second: Identity, most: int) -> bool:
    between = text[first.mention.span.end : second.mention.span.start]
    return len(between) <= most and between.count("。") < 2


def _as(item: Identity, portal: Identity) -> Identity:
    return replace(item, key=portal.key, name=portal.name, operator=portal.operator, proper=False)
