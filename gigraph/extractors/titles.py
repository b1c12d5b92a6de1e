"""Regulations named in 《》, 〈〉, <> or 「」: titles, and the notices whose title stands half outside the brackets."""

import re
from collections.abc import Container, Iterator, Sequence

from gigraph.extractors.brackets import Bracketed
from gigraph.models import Kind, Mention
from gigraph.registry import Registry
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
_NOTICE = re.compile(r"的?(?P<noun>实施意见|通知|意见|决定|公告|通告|函)(?=$|[(,、;:。\s》”\"]|[\u4e00-\u9fff])")
# 《…工作要点》实施方案: a document of its own, which its noun behind the brackets names.
_FOLLOWED = re.compile(
    r"(?:实施方案|实施办法|实施细则|实施意见|工作方案|分工方案|落实方案|任务分解(?:表|方案)|分解细化方案)(?=$|[和及与等的中(,、;:。\s])"
)
_NOTICE_ENDS = ("通知", "意见", "决定", "公告", "通告", "函")
_GENERIC = re.compile(
    r"(?:新|旧|原|老|两个|新修订)?(?:修订后)?(?:实施|工作|管理|暂行|指导|若干|具体|试行|总体|行动)?"
    r"(?:条例|办法|规定|细则|通知|意见|要点|方案|决定|纲要|规划|计划|规则|制度|规程|规范|指南|目录|法|清单|指引|标准|公告|函|令|通报)"
)
_LONGEST_GENERIC = 10  # characters


def is_short(title: str) -> bool:
    """Whether a title is no more than a document noun (条例, 实施意见), so that it stands for another.

    >>> is_short("条例"), is_short("新条例"), is_short("实施意见"), is_short("信息公开条例")
    (True, True, True, False)
    """
    return len(title) <= _LONGEST_GENERIC and _GENERIC.fullmatch(title) is not None


def bracketed_titles(reading: Reading, registry: Registry, found: Sequence[Bracketed]) -> Iterator[Mention]:
    """TITLE mentions of what stands in 《》; the value is the title on one line with inner brackets as 〈〉.

    Short forms (《条例》) and what is no regulation (newspapers, forms) are left out.
    """
    for bracketed in found:
        title = unwrap(clean_title(reading.text[bracketed.inner[0] : bracketed.inner[1]]))
        unmasked = _MASKED_STATE.sub("中华人民共和国", title) if "*" in title or "×" in title else title
        masked = unmasked != title
        title = unmasked if masked and registry.regulations.named(unmasked) else title
        whole, start, end = _with_notice(reading.text, bracketed, title)
        if whole == title and is_short(title):
            continue
        if registry.wording.instrument_type(whole) or registry.regulations.named(whole):
            rule = "title" if whole == title else "notice"
            repair = bracketed.repair or ("mask" if masked and title == unmasked else None)
            yield reading.mention(Kind.TITLE, start, end, whole, rule, repair)


def _with_notice(text: str, bracketed: Bracketed, title: str) -> tuple[str, int, int]:
    """The title of the notice that stands around or behind the brackets, else the title itself; with its offsets."""
    start, end = bracketed.start, bracketed.end
    notice = _NOTICE.match(text, end)
    followed = None if is_short(title) else _FOLLOWED.match(text, end)
    if followed:
        return f"〈{title}〉{followed.group()}", start, followed.end()
    about = _ABOUT.search(text, max(0, start - 160), start) if notice else None
    if about and notice:
        return f"{about.group()}〈{title}〉的{notice['noun']}", about.start(), notice.end()
    if notice and title.startswith(("关于", "印发", "转发")) and not title.endswith(_NOTICE_ENDS):
        return f"{title}的{notice['noun']}", start, notice.end()
    return title, start, end


def other_titles(reading: Reading, registry: Registry, inside: Container[int]) -> Iterator[Mention]:
    """TITLE mentions of what stands in 〈〉, <> or 「」 outside of any 《》."""
    for match in reading.finditer(_OTHER_MARKS):
        title = clean_title(match["a"] or match["b"] or match["c"])
        if match.start() not in inside and not is_short(title) and registry.wording.instrument_type(title):
            yield reading.mention(Kind.TITLE, match.start(), match.end(), title, "other-marks")
