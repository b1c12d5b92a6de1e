"""Whether something is published or served through what a generic noun names: the words around it tell."""

import re

from gigraph.extractors.platforms.lexicon import Lexicon

# Read from right to left: a space before a quotation is one of typesetting (依托 “南山发布”).
_CLAUSE = re.compile(r"(?:[^,。;:!?\n ]|(?<=[“《]) ){0,60}")
_REST = re.compile(r"[^,。;!?\n ]{0,48}")
_SENTENCE_START = re.compile(r"[^。;!?\n]{0,120}\Z")
_SENTENCE_END = re.compile(r"[^。;!?\n]{0,120}")
# The number of an item that a channel heads, and what stands behind such a heading.
NUMBERED = re.compile(
    r"(?:\d{1,2}[.、)]|[一二三四五六七八九十]{1,2}(?:[、)]|是)|[①-⑩]|第[一二三四五六七八九十],)[ ]?\Z"
)
BEHIND_HEADING = frozenset(" \n。")
# 尚未建立独立网站, 没有自己的门户网站, 本单位无网站
_NO_SITE = re.compile(
    r"(?:(?:未能?|没有?)(?:正式|单独|独立)?(?:建[立设成]?|开[通设办]|设立|组建|搭建|架设|拥有)了?"
    r"|没有|[尚暂]无|(?<=[位门道局乡镇校社院])无)"
    r"(?:自己|独立|单独|专门|专用|专属|自有|[我本](?:单位|部门|[局镇乡校])|本级|政府|门户|官方|部门|信息|政务|公开|的){0,5}\Z"
)
_PRESS_BEFORE = re.compile(r"(?:报|台|网|》|电视|广播)[、和及与]\Z")
_PRESS_AFTER = re.compile(r"[、和及与](?:《|[^、,。;]{1,8}(?:报|电台|电视台|电视|广播|网))")
_LISTED = re.compile(r"[、/和与及或]")

# 在新浪网、腾讯网开设了官方微博: where an account is, which is the platform.
_COMPANY = "(?:新浪|腾讯|网易|搜狐|人民|新华)网?"
_HOST = re.compile(rf"{_COMPANY}\Z")
_HOSTED = re.compile(
    rf"(?:[、和]{_COMPANY}){{0,3}}(?:上|等)?"
    r"(?:(?:开设|开通|注册|建立|设立)了?[^,。;]{0,16}|[一二三四五两\d]{0,2}[大个家]?(?:官方|政务)?)微博"
)


def is_channel(text: str, floor: int, ceiling: int, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the words before or after start..end, in its clause, make it a channel, or it is a numbered heading."""
    following = text[end : end + 1]
    if (following in BEHIND_HEADING or following == ":") and NUMBERED.search(text, max(floor, start - 4), start):
        return following in BEHIND_HEADING or lexicon.serves.match(text, end + 1, ceiling) is not None
    left = _clause_before(text, floor, start).rstrip("“《")
    if left.endswith(lexicon.direct) or lexicon.channel.search(left):
        return True
    if lexicon.serves.match(text, end, ceiling):
        return True
    after = _REST.match(text, end, ceiling)
    return bool(after and lexicon.tail.search(after.group()))


def is_absent_site(text: str, floor: int, head: int) -> bool:
    """Whether the words right before its noun say that there is no site: 尚未建立独立网站, 没有自己的网站."""
    return bool(_NO_SITE.search(text, max(floor, head - 20), head))


def is_absent(text: str, floor: int, start: int, lexicon: Lexicon) -> bool:
    """Whether the clause says before it that there is none yet: 尚未开通微信."""
    return bool(lexicon.absent.search(_clause_before(text, floor, start)))


def _clause_before(text: str, floor: int, start: int) -> str:
    """The clause up to an offset, of 60 characters at most."""
    before = _CLAUSE.match(text[max(floor, start - 60) : start][::-1])  # from right to left, in one go
    return text[start - before.end() : start] if before else ""


def is_listed(text: str, start: int, end: int) -> bool:
    """Whether a name stands beside others in a list."""
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return bool(_LISTED.match(before) or _LISTED.match(after)) or text.startswith("以及", end)


def stands_among_press(text: str, start: int, end: int) -> bool:
    """Whether the neighbour in a list is a newspaper, a station or a site."""
    return bool(_PRESS_BEFORE.search(text, max(0, start - 6), start) or _PRESS_AFTER.match(text, end))


def is_reading_place(text: str, floor: int, ceiling: int, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the sentence speaks of places where people read what is published (条例, public reading places)."""
    before = _SENTENCE_START.search(text, max(floor, start - 120), start)
    after = _SENTENCE_END.match(text, end, ceiling)
    return any(part and lexicon.reading.search(part.group()) for part in (before, after))


def is_host(text: str, floor: int, end: int) -> bool:
    """Whether a name up to an offset is that of a company's site on which an account is kept, no channel by itself."""
    return bool(_HOST.search(text, max(floor, end - 4), end) and _HOSTED.match(text, end))
