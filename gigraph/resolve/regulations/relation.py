"""What a report does with a document: cites, issues or discloses it, by the verbs around its name."""

import re
from dataclasses import dataclass
from functools import lru_cache

from gigraph.registry.wording import Verb, Wording
from gigraph.resolve.regulations.context import Context
from gigraph.text.alternation import alternation

_REACH = 46  # characters between a verb and what it governs, where a comma stands between; else twice as many
# A list of titles before the one in question, with numbers and short forms in parentheses.
_LISTED = re.compile(
    r"(?:《[^《》]{1,120}(?:《[^《》]{1,80}》[^《》]{0,40}){0,2}》(?:的通知)?|[〈<][^〈〉<>]{1,80}[〉>]|[\u4e00-\u9fff]{1,12}〔\d{4}〕\d{1,5}号)"
    r"(?:\([^()]{0,60}\)){0,3}(?:等)?(?:[、,和及与并]|以及|暨){0,2}$"
)
# Titles, numbers and what stands in parentheses have verbs in them that do nothing in the sentence.
_QUOTED = re.compile(
    r"(?:《[^《》]{1,120}(?:《[^《》]{1,80}》[^《》]{0,40}){0,2}》|[\u4e00-\u9fff]{1,12}〔\d{4}〕\d{1,5}号)(?:\([^()]{0,60}\)){0,3}"
)
_NOUN_BEFORE = re.compile(
    r"(?:信息|政务|申请|事务|党务|村务|厂务|校务|财务|账务|人员|机构|依法|商业|法律|普法|监督|项目)$"
)
_NOUN_BEHIND = {
    "实施": ("方案", "细则", "办法", "意见", "纲要"),
    "学习": ("型",),
    "培训": ("班",),
    "公示": ("栏", "表"),
    "公开": ("办", "”", "工作", "领导", "目录和", "目录、", "指南和", "指南、"),
    "编制": ("部门",),
    "宣传": ("栏",),
    "制定": ("机关",),
}
_NOUNS_TOO = frozenset({"公开", "编制", "公示"})  # verbs that are nouns behind the words of _NOUN_BEFORE
_LISTING = "、,和及与并以暨"  # what stands between the titles of a list
_LISTED_ENDS = ("》", "〉", ">", "号", ")", "等", "的通知")
_PASSIVE = ("将", "把", "对", "就", "使")
_PAUSE = re.compile("[,;:]")
# What may stand between two verbs of one subject, before the second.
_BETWEEN_VERBS = re.compile(r"(?:并|和|、|后|且)?(?:向社会|对外|及时|认真|组织|全面|贯彻)?$")
_BETWEEN_LENGTH = 4  # characters at most
_CHAINS = frozenset({"", "并", "和", "、", "后", "并向社会", "并及时", "并对外", "并认真", "并组织", "了并"})
_CHANNEL = re.compile(r"网|平台|栏目|专栏|公众号|微信|微博|媒体|报纸|公报|主动|向社会|对外|公示栏|显示屏")
_CARRIES_OUT = frozenset({"实施", "执行", "落实", "施行"})
_MAKES_OTHER = re.compile(
    r"^(?:等[^,。]{0,8})?(?:的|之)(?!(?:通知|意见|办法|规定|决定|有关规定|要求|精神|公告|文件|编制|修订|更新|制定|制订))"
    r"[^,。;、]{0,16}(?:方案|意见|措施|办法|细则|计划|通知|分工|任务|规定)"
)
# The rest of a list of numbers: …13号、15号等文件印发了.
_NUMBERS = re.compile(r"^(?:[、,和及与]{0,2}[\u4e00-\u9fff]{1,12}〔\d{4}〕\d{1,5}号){1,12}")
_AFTER = re.compile(
    r"^(?:等)?[^,。;、《》]{0,12}?(?:进行了?|予以|已|正式|经[^,。]{1,16}后?|全面|及时)?[,]?(?:进行了?|予以|已|正式|全面|及时)?"
    r"(?P<verb>修订|修改|编制|更新|完善|公布|公开|公示|印发|出台|制定|发布)"
)


@dataclass(frozen=True, slots=True)
class Doing:
    """A relation, and the clause before the verb that speaks of it (where its subject stands)."""

    relation: str
    verb: str
    clause: str
    of_other: bool = False  # 印发的, 制定的: what somebody had issued before


@lru_cache(maxsize=4)
def _verbs(wording: Wording) -> re.Pattern[str]:
    return re.compile(alternation(wording.verbs))


class Doings:
    """What a report does at its places, one look at each: what is asked of a citation is asked again of its entry."""

    def __init__(self, context: Context, wording: Wording) -> None:
        self._context, self._wording = context, wording
        self._known: dict[tuple[int, int], Doing] = {}

    def at(self, start: int, end: int) -> Doing:
        """What is done with the document that is named between two offsets of the text."""
        place = start, end
        if place not in self._known:
            self._known[place] = relation(self._context.before(start), self._context.after(end), self._wording)
        return self._known[place]


def relation(before: str, after: str, wording: Wording) -> Doing:
    """What the words before and after a title say is done with it; `cites` where they say nothing.

    `before` is the sentence up to the title, `after` the rest of it; both without white space.
    """
    head = without_list(before)
    if "《" in head or "〔" in head:
        head = _QUOTED.sub("《》", head)
    match, verb = _last_verb(head, wording)
    if match is None or head.endswith(_PASSIVE):
        behind = _AFTER.match(_NUMBERS.sub("", after) if "〔" in after else after)
    else:
        behind = None
    if behind:
        return Doing(wording.verbs[behind["verb"]].relation, behind["verb"], head)
    if match is None or verb is None or _too_far(head[match.end() :]):
        return Doing("cites", "", head)
    clause = head[: match.start()]
    if _MAKES_OTHER.match(after):
        return Doing("cites", verb.verb, clause)
    return _weigh(verb, head, match, clause, wording)


def _too_far(between: str) -> bool:
    return len(between) > (_REACH if _PAUSE.search(between) else 2 * _REACH)


def _weigh(verb: Verb, head: str, match: re.Match[str], clause: str, wording: Wording) -> Doing:
    kind, tail = verb.relation, head[match.end() :]
    if verb.verb in _CARRIES_OUT or kind == "discloses":
        joint = _BETWEEN_VERBS.search(clause, max(0, len(clause) - _BETWEEN_LENGTH))
        earlier, first = _last_verb(clause[: joint.start()] if joint else clause, wording)
        if earlier and first and first.relation == "issues" and clause[earlier.end() :] in _CHAINS:
            return Doing("issues", first.verb, clause[: earlier.start()])
    if verb.verb == "发布" and _CHANNEL.search(clause[-40:]):
        kind = "discloses"
    return Doing(kind, verb.verb, clause, of_other=tail.startswith("的") and kind != "cites")


def without_list(before: str) -> str:
    """The words before a title without those that are listed before it.

    >>> without_list("根据《条例》(国令第711号)和"), without_list("省教育厅关于《甲通知》《乙通知》、")
    ('根据', '省教育厅关于')
    """
    for _ in range(12):
        if not before.rstrip(_LISTING).endswith(_LISTED_ENDS):
            break
        shorter = _LISTED.sub("", before)
        if shorter == before:
            break
        before = shorter
    return before


def _last_verb(text: str, wording: Wording) -> tuple[re.Match[str] | None, Verb | None]:
    """The last verb of a text that is one there: 信息公开 and 实施方案 are nouns."""
    start = max(0, len(text) - 90)
    for match in reversed(list(_verbs(wording).finditer(text, start))):
        word, begin = match.group(), match.start()
        if text.startswith("后的", match.end()):  # 根据修订后的《条例》: what it has become, not what is done with it
            continue
        if word in _NOUNS_TOO and _NOUN_BEFORE.search(text, max(0, begin - 2), begin):
            continue
        if not text.startswith(_NOUN_BEHIND.get(word, ("\0",)), match.end()):
            return match, wording.verbs[word]
    return None, None
