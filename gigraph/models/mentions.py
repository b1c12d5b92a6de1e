"""What extractors find and what it is resolved to. All offsets are code points in `Document.text`."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from gigraph.models.documents import Span


class Style(StrEnum):
    """How a document number says whose it is: by a code, or by the issuer's name as orders and announcements do."""

    CODE = "code"  # 国办发〔2015〕15号
    NAMED = "named"  # 国家税务总局公告2014年第40号
    NAMED_IN_BRACKETS = "named in brackets"  # 证监会公告〔2013〕55号


@dataclass(frozen=True, slots=True, order=True)
class DocumentNumber:
    """发文字号 (GB/T 9704-2012, 7.2.5): issuer code 机关代字, year, serial; a running order has `year` 0.

    Orders 令 and announcements 公告, 通告 begin with their issuer's name in place of a code.

    >>> str(DocumentNumber("国办发", 2015, 15)), str(DocumentNumber("国务院令", 0, 492))
    ('国办发〔2015〕15号', '国务院令第492号')
    >>> str(DocumentNumber("交通运输部令", 2016, 20)), str(DocumentNumber("国家税务总局公告", 2014, 40, Style.NAMED))
    ('交通运输部令2016年第20号', '国家税务总局公告2014年第40号')
    """

    issuer_code: str
    year: int
    serial: int
    style: Style = Style.CODE

    def __str__(self) -> str:
        if self.year == 0:
            return f"{self.issuer_code}第{self.serial}号"
        if self.style is Style.NAMED or self.issuer_code.endswith("令"):
            return f"{self.issuer_code}{self.year}年第{self.serial}号"
        return f"{self.issuer_code}〔{self.year}〕{self.serial}号"

    @property
    def instrument(self) -> str:
        """What the issuer's own name stands before, 令, 公告 or 通告; empty where a code stands there."""
        if self.issuer_code.endswith("令"):
            return "令"
        return self.issuer_code[-2:] if self.style is not Style.CODE else ""

    @property
    def issuer_name(self) -> str:
        """The issuer as the number names it (国家税务总局 of 国家税务总局公告2014年第40号); empty of a code."""
        return self.issuer_code.removesuffix(self.instrument) if self.instrument else ""

    def of(self, issuer: str) -> "DocumentNumber":
        """The number of an order or announcement with another form of its issuer's name."""
        return DocumentNumber(issuer + self.instrument, self.year, self.serial, self.style)


class Kind(StrEnum):
    """What a mention is about; `extractors.settle` decides overlaps by these."""

    REPORT = "report"  # a field of the report itself; `value` is (field name, value)
    NUMBER = "number"  # a document number; `value` is a DocumentNumber
    TITLE = "title"  # a title in 《》 or another quotation mark
    BARE = "bare"  # a regulation named without brackets
    SHORT = "short"  # a short form (《条例》, 两个《要点》) or an anaphor (该办法)
    DEFINITION = "definition"  # (以下简称《条例》)
    PINPOINT = "pinpoint"  # 第二十条第（一）项
    AGENCY = "agency"
    PLATFORM = "platform"
    FIGURE = "figure"
    CELL = "cell"
    CONTACT = "contact"  # a detail of the report's contact; `value` is (kind, value)
    URL = "url"

    __hash__ = str.__hash__  # that of Enum is a function in Python


class Mention(NamedTuple):
    """A find of an extractor; a tuple, as a report may have hundreds.

    text: what stands at `span`. value: its normal form. rule: the rule that found it.
    """

    kind: Kind
    span: Span
    text: str
    value: Any
    rule: str
    repair: str | None = None  # the kind of repair, where the text was damaged


class Outcome(StrEnum):
    """What became of a mention: exactly one identity, several candidates, or none."""

    RESOLVED = "resolved"
    AMBIGUOUS = "ambiguous"
    UNRESOLVED = "unresolved"

    __hash__ = str.__hash__  # that of Enum is a function in Python


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a mention, or a group of mentions of one thing, was resolved to.

    iri: the identity, where the outcome is resolved. method: number, title, registry, place ...
    candidates: names (or IRIs) of the identities that it may be, where it is ambiguous.
    """

    outcome: Outcome
    iri: str | None = None
    method: str = ""
    candidates: tuple[str, ...] = ()
