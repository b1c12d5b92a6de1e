"""Regulations named in 《》, 〈〉, <> or 「」: titles, and the notices whose title stands half outside the brackets."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from gigraph.extractors.brackets import Bracketed
from gigraph.models import Kind, Mention
from gigraph.registry import Registry
from gigraph.registry.document_nouns import DocumentNouns
from gigraph.text.reading import Reading
from gigraph.text.titles import clean_title, unwrap

_OTHER_MARKS = re.compile(
    r"[〈<「『](?:(?<=〈)(?P<a>[^〈〉<>《》\n。]{4,80})〉|(?<=<)(?P<b>[^〈〉<>《》\n。]{4,80})>"
    r"|(?<=[「『])(?P<c>[^「」『』《》\n。]{4,80})[」』])"
)
# 关于印发《X》的通知, of which the brackets hold the annex alone, and 《关于印发X》的通知, which closes too early.
_ABOUT = re.compile(
    r"关于(?:印发实施|印发|发布|公布|下发|颁布|转发|批转|做好|开展|贯彻落实|贯彻|落实|实施|学习贯彻|学习宣传|执行)"
    r"(?:《[^《》]{2,60}》[、和及]?){0,4}$"
)
# What a filter leaves of 中华人民共和国 at the head of a law's title: 《**国政府信息公开条例》.
_MASKED_STATE = re.compile(r"^(?:中(?:华(?:人民?)?)?)?[*×]{1,8}(?:(?:(?:(?:人)?民)?共)?和)?国")
_ISSUE = re.compile(r"(?:共|第|\(第?)?\d{1,3}期")  # a periodical's: 《校情通报》9期
_LONGEST_GENERIC = 10  # characters


class _Nouns(NamedTuple):
    """The noun of a notice behind the brackets of what it forwards, that of a document of its own behind those of what
    it carries out (《…工作要点》实施方案), and a title that is no more than a noun.
    """

    notice: re.Pattern[str]
    followed: re.Pattern[str]
    generic: re.Pattern[str]


@lru_cache(maxsize=4)
def _nouns(nouns: DocumentNouns) -> _Nouns:
    return _Nouns(
        re.compile(rf"的?(?P<noun>{nouns.of('notice')})(?=$|[(,、;:。\s》”\"]|[\u4e00-\u9fff])"),
        re.compile(rf"{nouns.of('followed')}(?=$|[和及与等的中(,、;:。\s])"),
        re.compile(
            r"(?:新|旧|原|老|两个|新修订)?(?:修订后)?(?:实施|工作|管理|暂行|指导|若干|具体|试行|总体|行动)?"
            + nouns.of("short", "referred", "generic")
        ),
    )


def is_short(title: str, nouns: DocumentNouns) -> bool:
    """Whether a title is no more than a document noun (条例, 实施意见), so that it stands for another.

    >>> from gigraph.registry import load_registry
    >>> nouns = load_registry().document_nouns
    >>> [is_short(title, nouns) for title in ("条例", "新条例", "实施意见", "信息公开条例")]
    [True, True, True, False]
    """
    return len(title) <= _LONGEST_GENERIC and _nouns(nouns).generic.fullmatch(title) is not None


def bracketed_titles(reading: Reading, registry: Registry, found: Sequence[Bracketed]) -> Iterator[Mention]:
    """TITLE mentions of what stands in 《》; the value is the title on one line with inner brackets as 〈〉.

    Short forms (《条例》) and what is no regulation (newspapers, forms) are left out.
    """
    for bracketed in found:
        title = unwrap(clean_title(reading.text[bracketed.inner[0] : bracketed.inner[1]]))
        unmasked = _MASKED_STATE.sub("中华人民共和国", title) if "*" in title or "×" in title else title
        masked = unmasked != title
        title = unmasked if masked and registry.regulations.named(unmasked) else title
        whole, start, end = _with_notice(reading.text, bracketed, title, registry.document_nouns)
        if whole == title and (is_short(title, registry.document_nouns) or _ISSUE.match(reading.text, end)):
            continue
        if registry.wording.instrument_type(whole) or registry.regulations.named(whole):
            rule = "title" if whole == title else "notice"
            repair = bracketed.repair or ("mask" if masked and title == unmasked else None)
            yield reading.mention(Kind.TITLE, start, end, whole, rule, repair)


def _with_notice(text: str, bracketed: Bracketed, title: str, nouns: DocumentNouns) -> tuple[str, int, int]:
    """The title of the notice that stands around or behind the brackets, else the title itself; with its offsets."""
    start, end = bracketed.start, bracketed.end
    notice = _nouns(nouns).notice.match(text, end)
    followed = None if is_short(title, nouns) else _nouns(nouns).followed.match(text, end)
    if followed:
        return f"〈{title}〉{followed.group()}", start, followed.end()
    about = _ABOUT.search(text, max(0, start - 160), start) if notice else None
    if about and notice:
        return f"{about.group()}〈{title}〉的{notice['noun']}", about.start(), notice.end()
    if notice and title.startswith(("关于", "印发", "转发")) and not title.endswith(nouns.notices):
        return f"{title}的{notice['noun']}", start, notice.end()
    return title, start, end


def other_titles(reading: Reading, registry: Registry, inside: Container[int]) -> Iterator[Mention]:
    """TITLE mentions of what stands in 〈〉, <> or 「」 outside of any 《》."""
    for match in reading.finditer(_OTHER_MARKS):
        title = clean_title(match["a"] or match["b"] or match["c"])
        short = match.start() in inside or is_short(title, registry.document_nouns)
        if not short and registry.wording.instrument_type(title):
            yield reading.mention(Kind.TITLE, match.start(), match.end(), title, "other-marks")
