"""In what part a report cites a document, under which heading, and how far along is what the publisher issues."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from gigraph.models import Document, Kind, Mention
from gigraph.registry.wording import ACTS, ROLES, STATUSES, Verb, Wording
from gigraph.resolve.regulations.context import Context
from gigraph.resolve.regulations.entries import Draft
from gigraph.resolve.regulations.issuers import Issuers
from gigraph.resolve.regulations.relation import Doing, relation
from gigraph.resolve.roles import in_formula
from gigraph.resolve.sections import Sections
from gigraph.text.alternation import alternation

_GROUND = ("根据", "依据", "依照", "按照", "按", "参照", "遵照", "结合", "对照")
_FAR = 70  # characters between the ground and the verb that says what was drawn up on it
_DONE = re.compile(r"^(?:并[\u4e00-\u9fff]{2})?了")
_ALREADY = re.compile(r"(?:已|已经|先后|及时|研究|正式)$")
_WHAT = r"[^。;]{0,40}?(?:《|办法|规定|方案|细则|制度|意见|要点|规程|规则|预案|目录|指南|清单)"
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

    def __init__(self, document: Document, context: Context, issuers: Issuers, wording: Wording) -> None:
        self._document, self._context, self._issuers, self._wording = document, context, issuers, wording
        self._sections = Sections.of(document, wording.headings)

    def of(self, draft: Draft) -> Acting:
        """What is done with the document of a draft."""
        naming = sorted((m for m in draft.mentions if m.kind not in (Kind.PINPOINT, Kind.DEFINITION)), key=_start)
        done = [(mention, self._doing(mention)) for mention in naming]
        section = self._sections.at(_start(naming[0])) if naming else None
        issued = draft.relation == "issues"
        roles = {"disclosure"} if draft.relation == "discloses" else set() if issued else set(self._roles(done))
        return Acting(
            role=_first(ROLES, roles),
            section=section,
            status=_first(STATUSES, set(self._statuses(draft, done))) if issued else None,
            acts=tuple(act for act in ACTS if act in set(self._acts(draft.relation, done))),
        )

    def _doing(self, mention: Mention) -> Doing:
        span = mention.span
        return relation(self._context.before(span.start), self._context.after(span.end), self._wording)

    def _roles(self, done: list[tuple[Mention, Doing]]) -> Iterator[str]:
        for mention, doing in done:
            if in_formula(self._document.text, mention):
                yield "report-basis"
                continue
            role = _role_of(self._wording.verbs.get(doing.verb))
            after = self._context.after(mention.span.end)
            if role == "implementation" and doing.verb in _GROUND and _draws_up(after, self._wording):
                yield "drafting-basis"
            elif role:
                yield role

    def _acts(self, kind: str, done: list[tuple[Mention, Doing]]) -> Iterator[str]:
        """修订, 废止 of what the publisher issues; 转发 of what another issued and the publisher forwards."""
        for _, doing in done:
            verb = self._wording.verbs.get(doing.verb)
            if verb is None or verb.act is None or doing.of_other:
                continue
            subject = self._issuers.subject(doing.clause)
            if (verb.act == "forwards") is (kind == "cites") and (subject is None or self._issuers.is_own(subject)):
                yield verb.act

    def _statuses(self, draft: Draft, done: list[tuple[Mention, Doing]]) -> Iterator[str]:
        found = False
        for mention, doing in done:
            if doing.relation == "issues" and doing.verb:
                found = True
                yield self._status(draft, mention, doing)
        if not found:
            yield next((self._words("title", name) for name in draft.names if self._words("title", name)), "") or "done"

    def _status(self, draft: Draft, mention: Mention, doing: Doing) -> str:
        title = next((status for name in draft.names if (status := self._words("title", name))), None)
        if title:
            return title
        before = self._context.before(mention.span.start)
        tail = before[len(doing.clause) + len(doing.verb) :] if before.startswith(doing.clause) else ""
        by_verb = next((w.status for w in self._wording.statuses if w.place == "verb" and w.word == doing.verb), None)
        right_before = next(
            (w.status for w in self._wording.statuses if w.place == "before" and doing.clause.endswith(w.word)), None
        )
        if by_verb or right_before:
            return by_verb or right_before or ""
        if _DONE.match(tail) or _ALREADY.search(doing.clause):
            return "done"
        heading = self._sections.at(mention.span.start) or ""
        return self._words("sentence", doing.clause) or self._words("heading", heading) or "done"

    def _words(self, place: str, text: str) -> str | None:
        return next((w.status for w in self._wording.statuses if w.place == place and w.word in text), None)


def _start(mention: Mention) -> int:
    return mention.span.start


def _role_of(verb: Verb | None) -> str | None:
    return verb.role if verb else None


def _first(order: tuple[str, ...], found: set[str]) -> str | None:
    return next((item for item in order if item in found), None)


@lru_cache(maxsize=4)
def _drafting(wording: Wording) -> re.Pattern[str]:
    verbs = [verb.verb for verb in wording.verbs.values() if verb.relation == "issues" and verb.bare]
    return re.compile(rf"(?P<verb>{alternation(verbs)})(?:了|出|并{alternation(verbs)})?(?P<what>{_WHAT})")


def _draws_up(after: str, wording: Wording) -> bool:
    """Whether the words behind a ground say that another document was drawn up on it."""
    match = _drafting(wording).search(after, 0, _FAR + 60)
    return bool(match) and match.start() <= _FAR and not _REPORT.search(match["what"]) if match else False
