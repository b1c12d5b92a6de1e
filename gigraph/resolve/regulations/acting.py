"""In what part a report cites a document, under which heading, and how far along is what the publisher issues."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from gigraph.models import Document, Kind, Mention
from gigraph.registry.wording import Wording
from gigraph.registry.wording_rows import ACTS, ROLES, STATUSES, Verb
from gigraph.resolve.regulations.context import Context
from gigraph.resolve.regulations.entries import Draft
from gigraph.resolve.regulations.issuers import Issuers
from gigraph.resolve.regulations.relation import Doing, Doings
from gigraph.resolve.roles import in_formula
from gigraph.resolve.sections import Sections
from gigraph.text.alternation import alternation

_GROUND = ("根据", "依据", "依照", "按照", "按", "参照", "遵照", "结合", "对照")
_FAR = 70  # characters between the ground and the verb that says what was drawn up on it
_DONE = re.compile(r"^(?:并[\u4e00-\u9fff]{2})?了")
_ALREADY = re.compile(r"(?:已|已经|先后|及时|研究|正式)$")
# What may stand between 计划, 拟, 争取 and the verb: 计划于2019年上半年出台, 争取年底前出台.
_WHEN = re.compile(
    r"[于在到至]?(?:20\d\d年|[明来次今本当]年|下一?年度?)?(?:[上下]半年|年[底末初内]|第?[一二三四]季度|\d{1,2}月)?(?:[份底末初]?(?:之?前|以?内|期间)?)$"
)
_LONGEST_TIME = 16  # characters
_BEHIND = re.compile(r"[^。;《]{0,14}")  # words behind a title that speak of it
_WHAT = r"[^。;]{0,40}?(?:《|办法|规定|方案|细则|制度|意见|要点|规程|规则|预案|目录|指南|清单)"
_NOT_NAMING = frozenset({Kind.PINPOINT, Kind.DEFINITION})
_REPORT = re.compile(r"报告|年报")


@dataclass(frozen=True, slots=True)
class Acting:
    """Role, section, status and further acts of one entry, as in `RegulationEntry`."""

    role: str | None = None
    section: str | None = None
    status: str | None = None
    acts: tuple[str, ...] = ()


class Actings:
    """Reads what a report does with each document; one look at each mention."""

    def __init__(
        self,
        document: Document,
        context: Context,
        doings: Doings,
        issuers: Issuers,
        wording: Wording,
        year: int | None = None,
    ) -> None:
        """year: the report's, so that what it says of the next one is planned."""
        self._document, self._context, self._doings = document, context, doings
        self._next_year = re.compile(rf"{year + 1}年(?!\d)") if year else None
        self._issuers, self._wording = issuers, wording
        self._sections = Sections.of(document, wording.headings)

    def of(self, draft: Draft) -> Acting:
        """What is done with the document of a draft."""
        naming = sorted([m for m in draft.mentions if m.kind not in _NOT_NAMING], key=_start)
        done = [(mention, self._doings.at(mention.span.start, mention.span.end)) for mention in naming]
        kind = draft.relation
        acts = set(self._acts(kind, done))
        return Acting(
            role="disclosure" if kind == "discloses" else _first(ROLES, self._roles(done)) if kind == "cites" else None,
            section=self._sections.at(_start(naming[0])) if naming else None,
            status=_first(STATUSES, self._statuses(draft, done)) if kind == "issues" else None,
            acts=tuple(act for act in ACTS if act in acts) if acts else (),
        )

    def _roles(self, done: list[tuple[Mention, Doing]]) -> Iterator[str]:
        for mention, doing in done:
            if in_formula(self._document.text, mention):
                yield "report-basis"
                continue
            role = _role_of(self._wording.verbs.get(doing.verb))
            if role == "implementation" and doing.verb in _GROUND and self._draws_up(mention):
                yield "drafting-basis"
            elif role:
                yield role

    def _draws_up(self, mention: Mention) -> bool:
        return _draws_up(self._context.after(mention.span.end), self._wording)

    def _acts(self, kind: str, done: list[tuple[Mention, Doing]]) -> Iterator[str]:
        """修订, 废止 of what the publisher issues; 转发 of what another issued and the publisher forwards."""
        for _, doing in done:
            verb = self._wording.verbs.get(doing.verb)
            if verb is None or verb.act is None or doing.of_other or (verb.act == "forwards") is not (kind == "cites"):
                continue
            subject = self._issuers.subject(doing.clause)
            if subject is None or self._issuers.is_own(subject):
                yield verb.act

    def _statuses(self, draft: Draft, done: list[tuple[Mention, Doing]]) -> Iterator[str]:
        title = next((status for name in draft.names if (status := self._told("title", name))), None)
        found = False
        for mention, doing in done:
            behind = self._told("behind", _behind(self._context.after(mention.span.end)))
            if behind or (doing.relation == "issues" and doing.verb):
                found = True
                yield title or behind or self._status(mention, doing)
        if not found:
            yield title or "done"

    def _status(self, mention: Mention, doing: Doing) -> str:
        words = self._wording.status_words
        by_verb = next((status for word, status in words.get("verb", ()) if word == doing.verb), None)
        if by_verb:
            return by_verb
        clause = doing.clause
        before = self._context.before(mention.span.start)
        tail = before[len(clause) + len(doing.verb) :] if before.startswith(clause) else ""
        if _DONE.match(tail):
            return "done"
        if status := self._right_before(clause):
            return status
        if _ALREADY.search(clause):
            return "done"
        heading = self._sections.at(mention.span.start) or ""
        soon = "planned" if self._next_year and self._next_year.search(clause) else None
        return self._told("sentence", clause) or soon or self._told("heading", heading) or "done"

    def _right_before(self, clause: str) -> str | None:
        """What the longest word right before a verb says, the time between the two aside."""
        when = _WHEN.search(clause, max(0, len(clause) - _LONGEST_TIME))
        ends = {clause, clause[: when.start()] if when else clause}
        told = [
            pair for pair in self._wording.status_words.get("before", ()) if any(end.endswith(pair[0]) for end in ends)
        ]
        return max(told, key=lambda pair: len(pair[0]))[1] if told else None

    def _told(self, place: str, text: str) -> str | None:
        for word, status in self._wording.status_words.get(place, ()):
            if word in text:
                return status
        return None


def _behind(after: str) -> str:
    """The words behind a title, up to another title or a sentence's end."""
    words = _BEHIND.match(after)
    return words.group() if words else ""


def _start(mention: Mention) -> int:
    return mention.span.start


def _role_of(verb: Verb | None) -> str | None:
    return verb.role if verb else None


def _first(order: tuple[str, ...], items: Iterable[str]) -> str | None:
    found = set(items)
    return next((item for item in order if item in found), None)


@lru_cache(maxsize=4)
def _drafting(wording: Wording) -> re.Pattern[str]:
    verbs = [verb.verb for verb in wording.verbs.values() if verb.relation == "issues" and verb.bare]
    return re.compile(rf"(?P<verb>{alternation(verbs)})(?:了|出|并{alternation(verbs)})?(?P<what>{_WHAT})")


def _draws_up(after: str, wording: Wording) -> bool:
    """Whether the words behind a ground say that another document was drawn up on it."""
    match = _drafting(wording).search(after, 0, _FAR + 60)
    return bool(match) and match.start() <= _FAR and not _REPORT.search(match["what"]) if match else False
