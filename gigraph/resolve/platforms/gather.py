"""Mentions of one platform put together: the same identity, a name without its owner, a bare noun, an apposition."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import chain

from gigraph.resolve.platforms.identity import Identity, plain

_HOUSE = ("政务", "校务", "院务", "警务", "局务", "所务", "信息")  # what a publisher's own 公开栏 shows
_SORTED = ("政务微信", "官方微信")  # a body's own, which a report tells from the accounts that it names
_NEAR = 2  # characters between two names that 和 or 、 joins
Key = tuple[str, ...]

# Kinds whose shorter names mean the fuller one of the report: 网上大厅 and 礼泉县政务服务网上大厅; two boards stay two.
_SHORTENED = {"system", "hall", "hotline", "website", "mailbox", "weibo", "wechat", "app", "other"}
_ACCOUNTS = {"weibo", "wechat", "app", "other"}


@dataclass(slots=True)
class Group:
    """The identities of one platform in a report, in document order."""

    items: list[Identity] = field(default_factory=list)

    @property
    def first(self) -> Identity:
        """The identity that gives the name: the first that is certain of its owner, else the first with a name."""
        items = self.items
        if len(items) == 1:
            return items[0]
        owned = (item for item in items if item.operator or item.known)
        placed = (
            item
            for item in items
            if not item.bare and item.name.endswith(item.form.name) and item.name != item.form.name
        )
        named = (item for item in items if not item.bare)
        plain_nouns = (item for item in items if item.form.term)
        return next(chain(owned, placed, named, plain_nouns, items))


def gather(identities: Iterable[Identity], own: str | None, publisher: str | None) -> list[Group]:
    """The groups of a report's identities; `own` is the publisher's area, both decide between several fuller names."""
    groups: dict[Key, Group] = {}
    later: list[Identity] = []
    for item in _apart(list(identities)):
        if item.form.beside is None:
            groups.setdefault(item.key, Group()).items.append(item)
        else:
            later.append(item)
    for item in later:
        _beside(item, groups)
    _merge_bare_site(groups, publisher)
    firsts = {key: group.first for key, group in groups.items()}
    for key in sorted(groups, key=lambda key: firsts[key].bare):
        target = _fuller(key, firsts, own)
        if target is not None:
            groups[target].items += groups.pop(key).items
            del firsts[key]
            firsts[target] = groups[target].first
    for group in groups.values():
        group.items.sort(key=_where)
    return sorted(groups.values(), key=lambda group: _where(group.items[0]))


def _where(item: Identity) -> tuple[int, int]:
    return item.mention.span.start, item.mention.span.end


def _apart(items: list[Identity]) -> list[Identity]:
    """A site named after the publisher's trade is the publisher's own, unless the text names the two side by side."""
    own = [(item.key[1], item.mention.span) for item in items if item.key[0] == "main"]

    def settled(item: Identity) -> Identity:
        if item.key[0] != "after":
            return item
        span = item.mention.span
        beside = [other for name, other in own if name == item.key[1]]
        if any(abs(span.start - other.end) <= _NEAR or abs(other.start - span.end) <= _NEAR for other in beside):
            return replace(item, key=("named", item.kind, item.form.name), name=item.form.name, operator=None)
        return replace(item, key=("main", item.key[1]))

    return [settled(item) for item in items]


def _beside(item: Identity, groups: dict[Key, Group]) -> None:
    for group in tuple(groups.values()):
        if any(other.mention.span.start == item.form.beside for other in group.items):
            named = groups.pop(item.key, Group()) if groups.get(item.key) is not group else Group()
            group.items += [item, *named.items]
            return
    groups.setdefault(item.key, Group()).items.append(item)


def _merge_bare_site(groups: dict[Key, Group], publisher: str | None) -> None:
    """网站 and 门户网站 alone: the publisher's own site, else the only one that the report names."""
    bare = groups.get(("site",))
    sites = [key for key in groups if key[0] == "main"]
    defined = [key for key in groups if any(item.form.beside and not item.form.modifier for item in groups[key].items)]
    target = defined[0] if len(defined) == 1 else None
    if target is None:
        target = ("main", publisher or "") if ("main", publisher) in groups else sites[0] if len(sites) == 1 else None
    if bare and target:
        groups[target].items += groups.pop(("site",)).items


def _fuller(key: Key, firsts: dict[Key, Identity], own: str | None) -> Key | None:
    """The key of the one group whose name this group's name is a shorter form of; of each its first identity."""
    first = firsts[key]
    if first.known or first.form.use == "whole" or key[0] in {"main", "disclosure", "site"}:
        return None
    if first.kind == "gazette" and first.bare and own:
        named = [other for other, item in firsts.items() if item.kind == "gazette" and item.name.startswith(own[:2])]
        return named[0] if len(named) == 1 else None
    if first.kind == "board" and key[0] == "group":  # 公示栏 and 局公示栏 of one publisher
        owned = [other for other, item in firsts.items() if _is_own(item, first.form.group, own)]
        owned = owned or [other for other, item in firsts.items() if other != key and _is_house_board(first, item)]
        return owned[0] if len(owned) == 1 else None
    if key[0] == "villages":
        return _village_board(first, firsts)
    if first.kind == "other" and not first.form.term:  # “南山发布” behind “南山发布”微博
        return next((other for other, item in firsts.items() if item.form.name.startswith(f"“{first.name}”")), None)
    if first.kind not in _SHORTENED and key[0] != "title":
        return None
    titled = first.key[0] == "title"
    others = [
        other
        for other, item in firsts.items()
        if (titled or item.kind == first.kind) and other != key and _shortens(first, other, item)
    ]
    near = [other for other in others if own and firsts[other].name.startswith(own)]
    others = near or others
    return others[0] if len(others) == 1 else None


def _is_own(item: Identity, group: str, area: str | None) -> bool:
    owner = item.operator.name if item.operator else area
    return bool(owner and item.form.group == group and item.name == owner + item.form.term)


def _is_house_board(bare: Identity, full: Identity) -> bool:
    """政务公开栏 where the report also says 公开栏; a village's 村务公开栏 is another's."""
    return full.kind == "board" and full.form.term == bare.form.name and full.form.modifier.endswith(_HOUSE)


def _village_board(first: Identity, firsts: dict[Key, Identity]) -> Key | None:
    """村级公开栏 where the report also says 村务公开栏 or 公开栏."""
    term = first.form.term
    matters = [other for other, item in firsts.items() if item.form.name in ("村务" + term, "居务" + term)]
    bare = ("group", first.kind, first.form.group)
    return matters[0] if matters else bare if bare in firsts else None


def _shortens(short: Identity, key: Key, full: Identity) -> bool:
    """Whether a name is a shorter form of another of its kind."""
    if key[0] == "title" or short.key[0] == "title":
        # 问政南山 and 问政南山有事你说
        rest = full.name.removeprefix(short.name)
        return key[0] == short.key[0] and rest not in ("", full.name) and not rest.endswith(("报", "刊"))
    if full.bare or full.known:
        return False
    if short.key == ("open",):
        return key[0] == "disclosure"
    if short.bare:
        name = short.form.name
        sorted_out = short.kind == "wechat" and name.startswith(_SORTED) and not full.form.name.endswith(name)
        return full.form.group == short.form.group and not sorted_out
    if short.operator and short.operator is not full.operator and short.operator != full.operator:
        return False
    one, other = short.form, full.form
    quoted = one.name.startswith("“") and other.name.startswith("“")
    if quoted and short.kind in _ACCOUNTS and plain(one.modifier) != plain(other.modifier):
        return False  # “海关发布”微博 is not “满洲里海关发布”微博
    a, b = plain(one.name.removesuffix("平台")), plain(other.name.removesuffix("平台"))
    if a != b and b.endswith(a):
        return True
    quote, _, rest = one.name.partition("”")
    return rest == one.term != "" and other.term == rest and other.name.startswith(quote + "”")
