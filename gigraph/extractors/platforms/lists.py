"""Lists that share their last noun: 公务用车管理、能耗统计和资产管理系统, 省长、市长信箱."""

import re
from collections.abc import Iterable, Iterator

from gigraph.extractors.platforms.edges import name_start
from gigraph.extractors.platforms.form import Found, PlatformForm
from gigraph.extractors.platforms.lexicon import NAME_CHARS, Lexicon

_ITEM = re.compile(rf"([{NAME_CHARS}]{{2,24}}?)(、|以及|和|及|与)\Z")
_JOINERS = frozenset("、和及与")
_LAST = re.compile(rf"([{NAME_CHARS}]{{2,24}}?)()\Z")
_LEADER = re.compile(r"[省市县区州局厅委校院镇乡所处][长委]|书记|主任|主席|部长")
_SUCH = re.compile(
    rf"等(\d{{1,3}}[余多]?个|[多各几][个类种]|[一二两三四五六七八九十]{{1,2}}[个大]|)[{NAME_CHARS}]{{0,8}}?(系统|平台)"
)
_MATTER = re.compile(r"[党政财村居校院警厂所局]务\Z")
_MATTER_BEFORE = re.compile(r"((?:[村居]\([居社区]{1,2}\)|[党政财村居校院警厂所局])务)[、和与及]\Z")
_ACCOUNTS = frozenset({"weibo", "wechat"})
_ACCOUNT = re.compile(r"([\u4e00-\u9fff]{4,14})[、和与及]\Z")
_SHORTEST = 4  # characters of an account named for a place and a trade
_MOST = 8


def by_list(text: str, floor: int, ceiling: int, nouns: Iterable[Found], lexicon: Lexicon) -> Iterator[Found]:
    """The items that stand, without the noun, in a list before one of the names found, or before 等系统."""
    for match in _SUCH.finditer(text, floor, ceiling):
        form = PlatformForm(match.group(2), "system", match.group(2), "named", match.group(2))
        yield from _items(text, floor, Found(match.start(), match.end(), form, "list"), lexicon, _LAST)
    for noun in nouns:
        if noun.form.kind in _ACCOUNTS and noun.form.term and "”" not in noun.form.name:
            yield from _accounts(text, floor, noun, lexicon)
        if noun.form.kind == "board" and _MATTER.match(noun.form.modifier):
            yield from _matters(text, floor, noun)
        if noun.form.use != "named" or not noun.form.term:
            continue
        if noun.form.term == "系统":
            yield from _items(text, floor, noun, lexicon, _ITEM)
        elif noun.form.kind == "mailbox":
            yield from _leaders(text, floor, noun)


def _items(text: str, floor: int, noun: Found, lexicon: Lexicon, ending: re.Pattern[str]) -> Iterator[Found]:
    position, items, commas = noun.start, [], 0
    for _ in range(_MOST):
        if ending is _ITEM and text[position - 1 : position] not in _JOINERS:
            break
        match = ending.search(text, max(floor, position - 28), position)
        if not match:
            break
        ending, start = _ITEM, match.start(1)
        for edge in lexicon.edges_in(match.group(1)):
            if lexicon.edge_role(edge) in {"cut", "conjunction", "plural"}:
                start = match.start(1) + edge.end()
        item = text[start : match.end(1)]
        if len(item) < 4 or not item.endswith(lexicon.nuclei) or lexicon.ends_name(item):
            break
        items.append((start, match.end(1), item))
        commas += match.group(2) == "、"
        position = match.start(1)
        if start > match.start(1) and not _joins(text[match.start(1) : start]):
            break
        position = start
    if commas:
        yield from (_item(start, end, item, noun) for start, end, item in items)


def _accounts(text: str, floor: int, noun: Found, lexicon: Lexicon) -> Iterator[Found]:
    """The accounts of one trade that share a noun: 湖南财政、长沙财政微信公众号."""
    trade, position = noun.form.modifier[-2:], noun.start
    if len(noun.form.modifier) < _SHORTEST:
        return
    for _ in range(_MOST):
        match = _ACCOUNT.search(text, max(floor, position - 15), position)
        if not match or not match[1].endswith(trade):
            return
        at = name_start(match[1], lexicon.terms[noun.form.term], lexicon)
        item, position = match[1][at:], match.start(1) + at
        if len(item) < _SHORTEST or not lexicon.names_place(item):
            return
        yield _item(position, match.end(1), item, noun)


def _matters(text: str, floor: int, noun: Found) -> Iterator[Found]:
    """The matters whose boards share a noun: 党务、政务、村务公开栏."""
    position = noun.start
    while match := _MATTER_BEFORE.search(text, max(floor, position - 7), position):
        position = match.start()
        yield _item(position, match.end(1), match[1], noun)


def _joins(words: str) -> bool:
    return words.endswith(("和", "与", "及"))


def _leaders(text: str, floor: int, noun: Found) -> Iterator[Found]:
    if not _LEADER.match(noun.form.modifier):
        return
    match = re.compile(rf"({_LEADER.pattern})[、和与及]\Z").search(text, max(floor, noun.start - 3), noun.start)
    if match:
        yield _item(match.start(1), match.end(1), match.group(1), noun)


def _item(start: int, end: int, item: str, noun: Found) -> Found:
    form = PlatformForm(item + noun.form.term, noun.form.kind, noun.form.term, "named", noun.form.group)
    return Found(start, end, form, "list")
