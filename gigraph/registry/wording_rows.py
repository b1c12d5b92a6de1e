"""The rows of the tables of words around regulations, and what some of their columns may say."""

from dataclasses import dataclass

RELATIONS = ("issues", "discloses", "cites")  # the stronger first
ROLES = ("drafting-basis", "implementation", "study", "disclosure", "report-basis")  # the more telling first
ACTS = ("revises", "repeals", "forwards")
STATUSES = ("done", "draft", "planned")  # the further on the way first
LEADS = ("plain", "ambiguous")


@dataclass(frozen=True, slots=True)
class InstrumentType:
    """instrument_types.tsv: a document noun with which titles end, and the kind of instrument that it names."""

    suffix: str
    type: str
    example: str


@dataclass(frozen=True, slots=True)
class NonRegulation:
    """non_regulations.tsv: a title in 《》 that is none (newspaper, form). match: exact, prefix, suffix or contains.

    code: what the code of a case's number ends with (某环罚〔2018〕12号).
    """

    match: str
    text: str
    what: str
    example: str


@dataclass(frozen=True, slots=True)
class Verb:
    """drafting_verbs.tsv: a verb before or after a title and the relation it speaks of.

    bare: `yes` where a document noun after it is a definite document (制定了局网站管理办法), `done` where only with 了.
    place: empty where it may govern a title from anywhere before it, `at` where only right before it, `behind` where
    only behind it. behind: `yes` where it may stand behind the title (《办法》已印发).
    role: in what part a document is cited with it (落实, 学习). act: what it says further (修订, 废止, 转发).
    """

    verb: str
    relation: str
    bare: str | None
    place: str | None
    behind: str | None
    role: str | None
    act: str | None
    example: str


@dataclass(frozen=True, slots=True)
class StatusWord:
    """status_words.tsv: what tells a document that is planned or a draft from one that is done.

    place: `verb`, the verb of drafting itself; `before`, right before it, the longest word first, a time between the
    two aside (计划于年底前出台); `sentence`, anywhere before it; `heading`, the heading of the section; `title`, the
    document's own; `behind`, right behind that.
    """

    place: str
    word: str
    status: str
    example: str


@dataclass(frozen=True, slots=True)
class LeadWord:
    """lead_words.tsv: a word that may stand right before the name of a body, a channel or a document.

    use: `plain`, never part of a name (对照, 会同); `ambiguous`, part of some (管理, 审批), so that a name begins
    behind it only where what follows certainly begins one. A word of one character (用, 经) counts only where a
    phrase begins.
    """

    word: str
    use: str


@dataclass(frozen=True, slots=True)
class LeadIn:
    """number_lead_ins.tsv: words that stand before an issuer code and are no part of it (根据国办发…)."""

    word: str
    example: str


@dataclass(frozen=True, slots=True)
class TitleFollower:
    """title_followers.tsv: a word that may stand right behind a document's name without brackets (…要点逐项落实).

    drafted: `yes` where it does so also behind what somebody drew up (制定了网站管理办法加强审核); words that make
    one noun with the document's (制度建设) do not.
    """

    word: str
    drafted: str | None
    example: str


@dataclass(frozen=True, slots=True)
class SectionHeading:
    """section_headings.tsv: a heading that the rules on annual reports ask for, known also where a page lost its lines.

    since: 2008 (2007 regulation, article 32), 2014, 2019 (2019 regulation, article 50, and its formats).
    """

    title: str
    since: int
    example: str
