"""What carries a law out, named behind it without its name: 保守国家秘密法及其实施办法."""

import re
from collections.abc import Iterator

from gigraph.models import Kind, Mention
from gigraph.registry.regulations import Regulations
from gigraph.text.reading import Reading

_IMPLEMENTING = re.compile(
    r"(?:及其|和其|与其|暨其|及|和)(?:配套的?)?(?P<noun>实施(?:办法|细则|条例))(?![》〉\u4e00-\u9fff]?[》〉])"
)


def implementing(reading: Reading, end: int, law: str, regulations: Regulations) -> Iterator[Mention]:
    """保守国家秘密法及其实施办法: the second is as definite as the first."""
    match = _IMPLEMENTING.match(reading.text, end)
    works = regulations.named(law)
    if not match or len(works) != 1:
        return
    whole = law + match["noun"]
    names = (works[0].title + match["noun"], whole if law.endswith("八项规定") else f"〈{law}〉{match['noun']}")
    known = next((name for name in names if regulations.named(name)), None)
    if known or works[0].title.endswith("法"):
        yield reading.mention(Kind.BARE, *match.span("noun"), known or names[0], "implementing")
