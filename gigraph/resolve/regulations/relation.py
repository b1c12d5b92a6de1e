"""What a report does with a document: cites, issues or discloses it, by the verbs around its name."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from gigraph.registry.wording import Wording
from gigraph.registry.wording_rows import Verb
from gigraph.resolve.regulations.context import Context
from gigraph.resolve.regulations.title_lists import without_list
from gigraph.resolve.regulations.verbs_behind import NOUN_BEHIND, NOUNS_BEFORE, behind
from gigraph.text.alternation import alternation
from gigraph.text.titles import is_agency

_REACH = 46  # characters between a verb and what it governs, where a comma stands between; else twice as many
# Titles, numbers and what stands in parentheses have verbs in them that do nothing in the sentence.
_QUOTED = re.compile(
    r"(?:《[^《》]{1,120}(?:《[^《》]{1,80}》[^《》]{0,40}){0,2}》|[\u4e00-\u9fff]{1,12}〔\d{4}〕\d{1,5}号)(?:\([^()]{0,60}\)){0,3}"
)
_NOUN_BEFORE = re.compile(rf"(?:{'|'.join(NOUNS_BEFORE)}|申请|新闻|财务|账务|依法|商业|法律|普法|监督|项目)$")
_NOUNS_TOO = frozenset({"公开", "编制", "公示", "发布"})  # verbs that are nouns behind the words of _NOUN_BEFORE
_LONGEST_OF = 20  # characters of what _PASSIVE_OF matches
_MEANS = ("以", "用")  # 修订并以《甲》印发: the first verb tells more
_PASSIVE = ("将", "把", "对", "就", "使", *_MEANS)
_OLD = re.compile(r"[,;:][原旧]$")  # 新制定甲,原《…》不再执行
_PASSIVE_OF = re.compile(rf"(?:^|[,;:])(?:{'|'.join(_PASSIVE)})[^,;:《》]{{1,16}}的$")  # 对不再适用的《…》予以废除
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
# What is about a document is handed out, not the document: 发放《…》宣传单.
_ABOUT_IT = re.compile(
    r"(?:等[^,。;、]{0,6})?的?(?:[^,。;、《》及和与并等]{0,4}?(?:宣传|解读|图解|问答|知识|讲座|培训|课件|专题|专栏|试题|题库)"
    r"|[^,。;、《》及和与并等]{1,4}?(?:手册|读本|传单|折页|海报|展板))"
)
# What a document lays down is made public, not the document: 公开《…》规定的事项.
_PUT_IN = frozenset({"列入", "列为", "纳入"})
# A plan of what is to be drawn up: 《…》纳入我局2019年规范性文件制定计划.
_IN_PLAN = re.compile(
    r"^[^,。;《》]{0,12}(?:[列纳]入|列为)[^,。;《》]{0,16}(?:立法|制定|制订|修订|起草|出台|立项)[^,。;《》]{0,4}(?:计划|项目)"
)
_LAID_DOWN = re.compile(
    r"(?:所)?(?:规定|要求|明确|确定|列明|涉及|列)(?:应当?|必须|需要?)?(?:主动)?(?:公开)?的?[^,。;《》]{0,12}(?:事项|内容|信息|条目|范围|项目|材料)"
)
_AS_ITEM = re.compile(r"(?:等[^,。;《》]{0,8}?)?(?:类|方面)?的?信息(?!公开)")  # 发布《…》等信息
# The rest of a list of numbers: …13号、15号等文件印发了.
_NUMBERS = re.compile(r"^(?:[、,和及与]{0,2}[\u4e00-\u9fff]{1,12}〔\d{4}〕\d{1,5}号){1,12}")
# Between a verb right before a title and the title: 印出了《…》.
_COMPLEMENT = (
    r"(?:出|成|好|完|妥|定|就|毕|下|上|有|过|了|起|得|着){0,3}"
    r"(?:[一二三四五六七八九十两\d]{1,3}[份本部项个册种套件])?(?:[旧新老原](?:版|的)?)?"
)
_LONGEST_AT = 16  # characters of such a verb and what stands behind it
# The second title of 改《甲》为《乙》.
_RENAMED = re.compile(
    r"(?:改|修改|修订|调整|更名|升级|升格|上升|整合|合并|变更|并|以|用)《》[^,。;《》]{0,6}(?:为|成|取代|代替|替代|替换)$"
)
_BECOMES = ("为", "成")
# The rest of a list of titles: 《甲》、《乙》等两项制度已印发.
_TITLES = re.compile(
    r"^(?:(?:[、和及与暨]|以及)?《[^《》]{1,120}(?:《[^《》]{1,80}》[^《》]{0,40}){0,2}》(?:\([^()]{0,60}\)){0,2}){1,12}"
)
_LIST_GOES_ON = frozenset("《、和及与暨以")  # with which the rest of a list may begin
_AS_ORDER = re.compile(r"以[\u4e00-\u9fff]{0,6}(?:令|规章|规范性文件)的?(?:形式|方式)?$")  # 以市政府令形式公布
_IN_BRACKETS = re.compile(r"^(?:\([^()]{0,60}\)){1,3}")
_LIGHT = re.compile(
    r"(?:完成了?|启动了?|开展了?|参与了?|组织了?|做好了?|抓紧做?|推动|推进|着手|研究|加快|抓好|负责|承担了?|牵头|配合)$"
)
_OWN = re.compile(
    "[我本](?:[局厅委办院校会部署处站所社馆队行县市省区州镇乡]|单位|机关|街道|中心)(?:机关)?$"
)  # 撰写我局《…》
_THEN = re.compile(r"(?:后|之后|以后|以来|之前|前(?!后)|之时|之际|.{0,2}周年|情况|工作情况)")
_BY_ORDER = re.compile(r"[^,。;《》]{0,6}以[\u4e00-\u9fff]{1,12}令第?\d")
_OF_OTHER = re.compile(r"[了出]?《")  # what a verb behind a comma governs: 《…》实施后,修订《…》
_FINISHED = frozenset({"完成", "完成了", "好", "好了"})  # 编制完成《…》并公布
_GROUNDED = re.compile("(?:并|和|及|同时|还|又|再)?[按依照据循遵]")  # 印发甲,并按市政府办公室《…》
# What goes on with a list or an earlier clause: 修订了两项制度,其中《…》.
_GOES_ON = re.compile(
    r"(?:并|和|及|以及|同时|如|包括|包含|含|其中|即|分别|主要|有|为|是|例如|比如|诸如|还|另|特别|尤|名为|题为|新|最新|配套|共|年度|\d)"
)


@dataclass(frozen=True, slots=True)
class Doing:
    """A relation, and the clause before the verb that speaks of it (where its subject stands)."""

    relation: str
    verb: str
    clause: str
    of_other: bool = False  # 印发的, 制定的: what somebody had issued before


class Found(NamedTuple):
    """A verb in a text, with its offsets."""

    start: int
    end: int
    verb: Verb


@lru_cache(maxsize=4)
def _verbs(wording: Wording) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The verbs that govern a title from anywhere before it, and those that stand right before it."""
    anywhere = [verb.verb for verb in wording.verbs.values() if not verb.place]
    at_end = [verb.verb for verb in wording.verbs.values() if verb.place != "behind"]
    return re.compile(alternation(anywhere)), re.compile(rf"(?P<verb>{alternation(at_end)}){_COMPLEMENT}(?P<of>的?)$")


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
    head = without_list(before, wording)
    if "《" in head or "〔" in head:
        head = _QUOTED.sub("《》", head)
    head = _OWN.sub("", head)
    found = _last_verb(head, wording)
    finished = found is not None and found.verb.relation == "issues" and head[found.end :] in _FINISHED
    behind = _behind(head, after, wording) if found is None or (_opens(head) and not finished) else None
    if behind and not (found and found.verb.relation == behind.relation and head.endswith(_MEANS)):
        return behind
    if found is None or _too_far(head[found.end :]) or _of_another_clause(found, head[found.end :]):
        return Doing("cites", "", head)
    if found.verb.relation == "discloses" and _LAID_DOWN.match(after):
        return Doing("cites", found.verb.verb, head[: found.start])
    if _MAKES_OTHER.match(after) or _ABOUT_IT.match(_TITLES.sub("", after) if after[:1] in _LIST_GOES_ON else after):
        return Doing("cites", found.verb.verb, head[: found.start])
    return _weigh(found, head, after, wording)


def _opens(head: str) -> bool:
    """Whether a verb behind a title governs it: 将《…》公布, 完成《…》的修订; or it is at the head of a clause."""
    if head.endswith("的"):
        return _PASSIVE_OF.search(head, max(0, len(head) - _LONGEST_OF)) is not None
    clause = head[-1:] in (",", ";", ":", "") or _OLD.search(head) is not None
    return clause or head.endswith(_PASSIVE) or _LIGHT.search(head) is not None


def _behind(head: str, after: str, wording: Wording) -> Doing | None:
    """What the verb behind a title says is done with it: 《办法》已印发, 把《办法》的第三条重写."""
    if "〔" in after:
        after = _NUMBERS.sub("", after)
    after = _TITLES.sub("", _IN_BRACKETS.sub("", after))
    light = _LIGHT.search(head)
    match = behind(after[1:] if light and after.startswith("的") else after, wording)
    if match is None or ("," in match.group() and _OF_OTHER.match(match.string, match.end())):
        return None
    verb = wording.verbs[match["verb"]]
    return Doing(
        _by_what(verb, match.group(), after) or verb.relation,
        verb.verb,
        match["agent"] or head,
        of_other=verb.relation == "issues" and _is_before(match, wording),
    )


def _by_what(verb: Verb, words: str, after: str) -> str | None:
    """The relation that is told by how a document was put out: 以市政府令第8号公布, 在局网站发布."""
    if (verb.verb == "公布" and _BY_ORDER.match(after)) or (verb.verb in _PUT_IN and _IN_PLAN.search(after)):
        return "issues"
    return "discloses" if verb.verb == "发布" and ("《" in words or _CHANNEL.search(words)) else None


def _is_before(match: re.Match[str], wording: Wording) -> bool:
    """Whether a verb behind a title says when something else was done (印发后), not what (修订后重新印发)."""
    then = _THEN.match(match.string, match.end())
    following = behind(match.string[then.end() :], wording) if then else None
    return then is not None and not (following and wording.verbs[following["verb"]].relation == "issues")


def _too_far(between: str) -> bool:
    return len(between) > (_REACH if _PAUSE.search(between) else 2 * _REACH)


def _of_another_clause(found: Found, tail: str) -> bool:
    """Whether a clause between a verb and a title has a verb of its own that is not known: 印发甲,重申《…》."""
    if found.verb.relation == "cites":
        return False
    clause = _PAUSE.split(tail)[-1]
    if clause == tail or not clause:
        return False
    return _GROUNDED.match(clause) is not None or not (_GOES_ON.match(clause) or is_agency(clause))


def _weigh(found: Found, head: str, after: str, wording: Wording) -> Doing:
    verb, clause, tail = found.verb, head[: found.start], head[found.end :]
    kind = verb.relation
    if verb.verb in _CARRIES_OUT or kind == "discloses":
        joint = _BETWEEN_VERBS.search(clause, max(0, len(clause) - _BETWEEN_LENGTH))
        first = _last_verb(clause[: joint.start()] if joint else clause, wording)
        if first and first.verb.relation == "issues" and clause[first.end :] in _CHAINS:
            return Doing("issues", first.verb.verb, clause[: first.start])
    if kind == "discloses" and _AS_ORDER.search(clause, max(0, len(clause) - 16)):
        kind = "issues"
    if verb.verb == "发布" and (_CHANNEL.search(clause[-40:]) or _AS_ITEM.match(after)):
        kind = "discloses"
    return Doing(
        kind,
        verb.verb,
        clause,
        of_other=tail.startswith("的") and kind != "cites" and clause[-1:] not in ("", ",", ";"),
    )


def _last_verb(text: str, wording: Wording) -> Found | None:
    """The last verb of a text that is one there: 信息公开 and 实施方案 are nouns."""
    anywhere, at_end = _verbs(wording)
    found = list(anywhere.finditer(text, max(0, len(text) - 90)))
    if not found or found[-1].end() < len(text):
        match = at_end.search(text, max(0, len(text) - _LONGEST_AT))
        if match and wording.verbs[match["verb"]].place == "at":
            return Found(match.start(), match.start("of"), wording.verbs[match["verb"]])
        if text.endswith(_BECOMES) and (renamed := _RENAMED.search(text, max(0, len(text) - _LONGEST_AT))):
            return Found(renamed.start(), renamed.end(), wording.verbs["改为"])
    for match in reversed(found):
        word, begin = match.group(), match.start()
        if text.startswith("后的", match.end()):  # 根据修订后的《条例》: what it has become, not what is done with it
            continue
        noun = word in _NOUNS_TOO and _NOUN_BEFORE.search(text, max(0, begin - 2), begin)
        if noun and not (noun.group() == "依法" and text[match.end() :] in ("", "了")):  # 依法公开了《…》
            continue
        if not text.startswith(NOUN_BEHIND.get(word, ("\0",)), match.end()):
            return Found(begin, match.end(), wording.verbs[word])
    return None
