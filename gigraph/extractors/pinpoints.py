"""Article pinpoints behind the name of a regulation: 第二十条第（一）项, lists and ranges of them."""

import re
from collections.abc import Iterator

from gigraph.models import Kind, Mention
from gigraph.text.reading import Reading

_N = r"[一二三四五六七八九十百零〇\d]{1,6}"
_ITEM = rf"\(?{_N}\)?"
_TO = rf"(?:[至到]第?{_ITEM}[款项目])?"
_ARTICLE = rf"第{_N}(?:[、,和及]第?{_N}){{0,6}}条(?:第{_ITEM}(?:[、,和及]第?{_ITEM}){{0,9}}[款项目]{_TO}){{0,2}}"
_PINPOINT = re.compile(rf"{_ARTICLE}(?:(?:[、,和及至到]|以及){_ARTICLE}){{0,6}}")
# What stands right before a pinpoint of a regulation that is named: 《条例》, 《…》(国令第711号)第…, 条例, 保密法.
_NAMED = re.compile(r"(?:[》〉](?:\([^()]{0,40}\)){0,2}|条例|办法|规定|细则|[^方说做看]法)(?:中|的)?(?:关于)?$")
_ONE = re.compile(_ARTICLE)
_ARTICLES_TO = re.compile(r"条[^条]{0,12}[至到]第[^条款项目]{1,8}条")
_PARTS = re.compile(r"第(?P<articles>[^条]{1,40})条(?P<rest>.{0,60})$")
_SPLIT = re.compile(r"[、,和及]第?")


def pinpoints(reading: Reading) -> Iterator[Mention]:
    """PINPOINT mentions; the value is a tuple, each article or item by itself (第二十条第（一）项)."""
    for match in reading.finditer(_PINPOINT):
        if _NAMED.search(reading.text, max(0, match.start() - 60), match.start()):
            yield reading.mention(Kind.PINPOINT, *match.span(), pinpoint_list(match.group()), "pinpoint")


def pinpoint_list(text: str) -> tuple[str, ...]:
    """The single articles and items that a pinpoint names, in order; a range keeps its two ends.

    >>> pinpoint_list("第十九、二十条"), pinpoint_list("第二十条第(一)、(五)项")
    (('第十九条', '第二十条'), ('第二十条第（一）项', '第二十条第（五）项'))
    >>> pinpoint_list("第三十三条至第三十六条")
    ('第三十三条至第三十六条',)
    >>> pinpoint_list("第十九条和第二十条第(一)项至第(三)项")
    ('第十九条', '第二十条第（一）项至第（三）项')
    """
    if _ARTICLES_TO.search(text):
        return (text.translate(_WIDE),)
    return tuple(part for match in _ONE.finditer(text) for part in _singles(match.group()))


_WIDE = str.maketrans("()", "（）")


def _singles(text: str) -> Iterator[str]:
    match = _PARTS.match(text)
    if not match:
        return
    articles = _SPLIT.split(match["articles"])
    *others, last = articles
    for article in others:
        yield f"第{article}条"
    rest = match["rest"]
    if re.search("[至到]", rest):
        yield f"第{last}条{rest}".translate(_WIDE)
        return
    items = re.match(r"第(?P<items>[^款项目]{1,50})(?P<unit>[款项目])(?P<more>.*)$", rest)
    if not items:
        yield f"第{last}条{rest}".translate(_WIDE)
        return
    for item in _SPLIT.split(items["items"]):
        yield f"第{last}条第{item}{items['unit']}{items['more']}".translate(_WIDE)
