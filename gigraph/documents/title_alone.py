"""Whether a document has a report's title and nothing else: a page whose report is an attachment, a picture, a frame.

Such a page shows that there is a report, so it is one in the graph; but what it says is not there, and that is told.
"""

import re

from gigraph.models import Document, Role
from gigraph.text.fold import fold

_TITLE = re.compile(r"公开.{0,40}(?:报告|年报|总结|情况)(?:\([^()]{1,20}\))?(?:全文)?$")
# What stands around a title that has nothing below it.
_BESIDE = re.compile(
    r"(?:相关)?附件|附:|点击|下载|查看|浏览|加载|打开|\.(?:pdf|docx?|xlsx?|wps|ofd|zip|rar|jpe?g|png)\b"
    r"|^(?:发布|发文|成文|公开|更新)?(?:日期|时间|来源|作者|机构)|^[\d\s年月日:./-]{4,30}$",
    re.IGNORECASE,
)
_HAN = re.compile("[\u4e00-\u9fff]")
_MOST = 40  # Chinese characters beside these; a signature has as many
_LONGEST = 3_000  # characters of body and tables, from which a document has a text


def is_title_alone(document: Document) -> bool:
    """Whether a document has the title of a report, and neither a sentence nor a table nor a list below it.

    >>> from gigraph.documents.plain import text_document
    >>> from gigraph.models import Source
    >>> title = "某县水利局2016年政府信息公开工作年度报告"
    >>> texts = (title + "\\n附件:年度报告.pdf", title + "\\n本局2016年没有收到公开申请。")
    >>> [is_title_alone(text_document(text, Source("a"))) for text in texts]
    [True, False]
    """
    own = [block for block in document.blocks if block.role in (Role.BODY, Role.TABLE)]
    if any(block.role is Role.TABLE for block in own) or document.tables:
        return False
    if sum(block.span.end - block.span.start for block in own) > _LONGEST:
        return False
    text = fold("\n".join(block.span.of(document.text) for block in own))
    lines = ["".join(line.split()) for line in text.split("\n")]
    rest = [line for line in lines if line and not _TITLE.search(line) and not _BESIDE.search(line)]
    is_short = len(_HAN.findall("".join(rest))) <= _MOST and not any("。" in line for line in rest)
    return is_short and any(_TITLE.search(line) for line in lines)
