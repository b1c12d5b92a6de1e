"""The kind of document that a title shows (ontology/document-types.ttl)."""

import re

from gigraph.models import Document, Role
from gigraph.text.fold import fold

# Kinds of document by words of the title, the first that fits.
_TYPES = (
    (re.compile(r"(?:半年|季度).{0,20}(?:政府|政务|信息|工作)|月份?(?:政府|政务|信息|工作)"), "interim-report"),
    (re.compile(r"(?:落实|贯彻|执行).{0,80}(?:报告|总结|情况)"), "implementation-report"),
    (re.compile(r"自查|自评|自检"), "self-assessment"),
    # yearly reports on other work, as far as they do not say that they are on disclosure
    (re.compile(r"^(?!.*(?:信息|政务)公开).*(?:法治政府|依法行政|法治建设|决算|预算|政府工作报告)"), "other"),
    (re.compile(r"^(?!.*信息公开).*网站.{0,12}报表|(?:决算|预算)公开"), "other"),
    (re.compile(r"年度报告|年报|年度.{0,12}报告|公开.{0,6}报告|报告"), "annual-report"),
    (re.compile(r"总结|小结"), "work-summary"),
    (re.compile(r"统计表"), "statistics-table"),
    (re.compile(r"(?:工作|公开)情况(?:汇报)?$|汇报$"), "annual-report"),
    (re.compile(r"通知$|公告$"), "notice"),
    (re.compile(r"要点|方案|计划"), "plan"),
    (re.compile(r"指南|目录"), "guide"),
    (re.compile(r"通知|公告"), "notice"),
)
_NOTICE = re.compile(r"的(?:通知|函|公告)$")
_LEAST = 120  # characters of running text that a report has, beside its tables


def document_type(title: str) -> str:
    """The concept of ontology/document-types.ttl that a title shows.

    >>> document_type("某市落实《2014年政府信息公开工作要点》情况报告"), document_type("某县2018年政府信息公开年报")
    ('implementation-report', 'annual-report')
    >>> document_type("某县2018年法治政府建设情况报告")
    'other'
    """
    if not title:
        return "annual-report"
    folded = fold(title)
    if _NOTICE.search(folded):
        return "notice"
    return next((kind for pattern, kind in _TYPES if pattern.search(folded)), "other")


def type_of(title: str, document: Document) -> str:
    """The kind of a document: by its title, and without one a table with hardly a word beside it is a table."""
    if not title and _is_table(document):
        return "statistics-table"
    return document_type(title)


def _is_table(document: Document) -> bool:
    if not any(block.role is Role.TABLE for block in document.blocks):
        return False
    body = sum(block.span.end - block.span.start for block in document.blocks if block.role is Role.BODY)
    return body < _LEAST
