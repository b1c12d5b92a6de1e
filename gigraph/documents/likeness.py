"""Whether a document is a report on disclosure at all: folders of saved pages hold news, error pages, contracts too.

A report passes by a wide margin; what does not pass has next to none of the words that no report does without.
"""

import re

from gigraph.errors import ReadError
from gigraph.models import Document, Role
from gigraph.text.fold import fold

ENOUGH = 3
_SIGNS = (
    (re.compile(r"(?:公开|政务|信息|要点|法治政府).{0,40}(?:报告|年报|总结|情况)(?=[\s(]|$)", re.MULTILINE), 2),
    (re.compile(r"(?:政府信息|政务|信息|党务|校务|院务|厂务|村务|财务)公开|政府网站"), 1),
    (re.compile(r"公开条例|公开规定|公开办法|公开工作|公开要点"), 1),
    (re.compile(r"主动公开|公开政府信息|公开信息|发布信息|政务信息"), 1),
    (re.compile(r"依申请公开|(?:信息公开|公开)申请|申请公开"), 1),
    (re.compile(r"年度报告|年报|20\d\d ?年度?.{0,30}(?:报告|总结)"), 1),
    (re.compile(r"存在.{0,8}(?:问题|不足|困难)|改进(?:措施|情况)|下一步"), 1),
    (re.compile(r"行政复议|行政诉讼|举报|第二十条|统计表"), 1),
)  # fmt: skip


def report_score(document: Document, enough: int = 99) -> int:
    """How much of a report on disclosure a document has, 0 to 9; page furniture does not count.

    enough: where to stop counting.

    >>> from gigraph.documents.plain import text_document
    >>> from gigraph.models import Source
    >>> report_score(text_document("404 Not Found 您访问的页面不存在", Source("a")))
    0
    """
    folded = fold(document.text)
    text = "\n".join(block.span.of(folded) for block in document.blocks if block.role in (Role.BODY, Role.TABLE))
    score = 0
    for pattern, weight in _SIGNS:
        score += weight if pattern.search(text) else 0
        if score >= enough:
            break
    return score


def require_report(document: Document, where: str = "") -> None:
    """Raises ReadError E-NOT-REPORT for a document that is no report."""
    score = report_score(document, ENOUGH)
    if score < ENOUGH:
        what = f"it is no report on the disclosure of information ({score} signs of one, {ENOUGH} are needed)"
        raise ReadError("E-NOT-REPORT", what, where=where or document.source.key)
