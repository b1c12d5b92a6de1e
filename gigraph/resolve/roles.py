"""In what part a regulation is cited: the formula on which ground a report is drawn up, or the work that it reports.

Every report names the regulations on disclosure in its opening (根据《条例》的要求，编制本年度报告): that is form, not
behaviour (research on disclosure leaves it out of networks).
"""

import re
from collections.abc import Sequence

from gigraph.models import Kind, Mention

# All stops begin with one of a few characters: a search that begins with a class is fast.
_STOP = re.compile(
    r"[。！？!?；;\n:：]"
    r"(?:(?<=[。！？!?；;])|(?<=\n)[ \t\u3000]{0,8}\n|(?<=如下[:：])|(?<=[:：])[ \t\u3000]{0,8}(?=\n))"
)
_REACH = 240  # a sentence that is longer was flattened from a table or a list
_GROUND = re.compile(r"根据|依据|依照|按照|遵照|遵循|按(?=《)")
_TITLE = re.compile(r"《[^《》]{0,160}》?")  # 《关于做好年度报告编制工作的通知》 drafts nothing
# What is drawn up is the report itself: with a verb of drafting, or presented by “现将 ... 报告如下”.
_DRAFTED = re.compile(
    r"(?:编制|编写|编撰|撰写|制作|形成|汇编|拟定|起草)[^。]{0,60}(?:报告|年报)"
    r"|(?:报告|年报)[^。]{0,60}(?:编制|编写|编撰|撰写|制作而成|形成)"
    r"|现(?:将|就)?[^。]{0,60}(?:报告|年报|情况)[^。]{0,12}(?:如下|公布|公开)"
    r"|(?:现|特)[^。]{0,20}(?:公布|发布|公开)[^。]{0,40}(?:报告|年报)"
)


def is_formula(text: str, mentions: Sequence[Mention]) -> bool:
    """Whether all places that name a regulation are the sentence that says on what ground the report is drawn up.

    text: the document's text. mentions: those of one regulation; pinpoints are left aside.
    """
    naming = [mention for mention in mentions if mention.kind is not Kind.PINPOINT]
    return bool(naming) and all(in_formula(text, mention) for mention in naming)


def in_formula(text: str, mention: Mention) -> bool:
    """Whether one place that names a regulation is in the sentence on what ground the report is drawn up."""
    start, end = mention.span.start, mention.span.end
    begin = max(0, start - _REACH)
    if not _GROUND.search(text, begin, start + 1):  # most places; to find where their sentence begins costs more
        return False
    for stop in _STOP.finditer(text, begin, start):
        begin = stop.end()
    if not _GROUND.search(text, begin, start + 1):
        return False
    following = _STOP.search(text, end, end + _REACH)
    sentence = text[begin : following.start() if following else end + _REACH]
    return bool(_DRAFTED.search(_TITLE.sub("《》", sentence)))
