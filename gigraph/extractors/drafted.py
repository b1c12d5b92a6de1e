"""Internal rules and plans without brackets, behind a verb of drafting: 制定了局网站管理办法和信息发布审核制度."""

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from gigraph.extractors.brackets import Bracketed
from gigraph.models import Kind, Mention
from gigraph.registry import Registry
from gigraph.registry.document_nouns import DocumentNouns
from gigraph.registry.wording import Wording
from gigraph.text.alternation import alternation
from gigraph.text.reading import Reading

_CLAUSE_END = ",，。;；:：\n!?"
_ENDS, _SENTENCE = re.compile(f"[{_CLAUSE_END}]"), re.compile(r"[。;\n]")
_CLAUSE = re.compile(rf"[^{_CLAUSE_END}(（《〈]{{0,70}}")
_SEPARATOR = re.compile(r"[、,]|以及|[和及与并]")
# Who it is for; no part of the name: 我局政府信息公开指南.
_SELF = re.compile(
    r"^(?:出(?![资租口入版让行境席差生院诊土海国厂库])|出台|(?:并)?(?:实施|执行|落实)(?=[\u4e00-\u9fff]{4})|了|并|和|我(?:总局|总署|街道|[局厅委办市省县区州旗盟镇乡院校会部处署社馆站所行队中心]{1,2})|本[单部机级局厅委办][位门关]?|全[局厅委]|自身|各自|[旧新老原](?:版|的)?(?=(?:政府|政务)?(?:信息)?公开))?的?"
)
_VAGUE = re.compile(
    r"^(?:具体|详细|完整|切实可行|完善|科学|合理|明确|详尽|新(?!闻|媒|型|区|建|农|能))|有关|相关|各项|系列|多项|若干|一批|配套|相应|严格的|本部门|整套|等"
    r"|(?<!规范性)文件|所需|各类|上述|以下|下列|[,，。]|(?<!\d)\d{1,3}[项个份部条件篇余]|[一二两三四五六七八九十][项个份部条篇套]"
    r"|通过|进行|征求|征集|面向社会|要求|是否|并且|各[单部科处乡区县]"
)
_TOO_GENERAL = re.compile(
    r"^(?:年度|本年度|局|厅|县|市|区|镇|内部|工作|管理|实施|考核|相关|总体|专项|活动|整改|应急|建设|培训|学习|宣传|规章|管理工作|具体工作|工作实施|专项工作|公开|信息公开|政务公开|规范性|主动公开){0,1}$"
)
_GUIDE = re.compile(
    r"(?:(?:政府|政务|部门)?信息(?:主动)?公开(?:工作)?(?:详细|具体|基本)?|主动公开(?:基本|事项)?|(?:基层)?政务公开(?:事项)?标准|依申请公开(?:政府信息)?(?:工作)?|^公开)$"
)
# 修订完善水利厅政务公开工作规程: of a body that is named.
_OF_BODY = re.compile(
    r"[\u4e00-\u9fff]{1,12}?(?:局|厅|委员会|委|中心|学院|大学|办公室)(?:机关)?(?:政府|政务|信息|网站|门户|新闻|公文|依申请|主动|内部|保密)"
)
# What is drawn up before it in a list and is no document: 制度汇编、信息公开办法; 工作流程和答复规范.
_NO_DOCUMENT = re.compile(r"(?:汇编|流程图?|图表|[^代列发填]表|清单|台账|手册|体系|机制)(?:[、和及与]|以及)")
_ANOTHER_VERB = re.compile(r"[、和](?:编制|编写|制定|制订|修订|更新|完善|发布|公布|起草|拟定)(?=[\u4e00-\u9fff])")
_TWIN = re.compile(
    r"(?:[、和及与]|以及)(?P<whole>(?:信息)?(?:公开)?(?P<noun>指南|目录))(?=$|[、,。;:(\s]|等|的|和|及|,)"
)
_YEAR = re.compile(r"(?:20[012]\d年|年度)")
# 督促各单位更新…指南, 未制定…: not the publisher's, or not there.
_OTHERS = re.compile(
    r"督促|指导|督导|推动|推进各|帮助|要求|组织各|各(?:单位|部门|级|地|乡|镇|县|区|科|处|股|街道|市直|学校|行政机关)|所属单位|成员单位|(?:未|没有|没|不|无需|尚未|无)$"
)
_OF_ALL = re.compile(r"(?:要求|督促|督导|指导|推动|组织|鼓励)[^。;]{0,12}?各(?:单位|部门|级|地|乡|镇|县|区|科|处|街道)")
# 指南和目录动态更新机制: the mechanism is what is spoken of.
_MECHANISM = re.compile(r"[^,。;:\n]{0,16}(?:机制|制度|体系)(?:$|[,。;\n])")


_Drafted = tuple[int, int, str]  # where a document is named, and its name


@lru_cache(maxsize=4)
def _nouns(nouns: DocumentNouns, wording: Wording) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A document noun, and what is drafted, up to its noun."""
    noun = nouns.of("drafted")
    followers = alternation(row.word for row in wording.followers if row.drafted)
    behind = rf"$|[、,，。;；:：(（\n]|以及|[和及与或]|等|\s|{followers}"
    return re.compile(noun), re.compile(rf"(?P<modifier>[^《》〈〉()（）]{{2,40}}?)(?P<noun>{noun})(?={behind})")


@lru_cache(maxsize=4)
def _verbs(wording: Wording) -> re.Pattern[str]:
    verbs = [verb.verb for verb in wording.verbs.values() if verb.bare]
    source = alternation(verbs)
    return re.compile(
        rf"(?P<first>{source})(?:并|、|和|并及时)?(?P<second>{source})?(?P<done>(?:出|完成|好|完)?了|完成)?"
    )


def drafted_documents(
    reading: Reading, registry: Registry, found: Sequence[Bracketed], inside: Container[int]
) -> Iterator[Mention]:
    """BARE mentions behind verbs of drafting; the value is the document's name without words of self-reference.

    `inside`: the offsets that stand in what was `found` between brackets.
    """
    text = reading.text
    any_noun, named = _nouns(registry.document_nouns, registry.wording)
    ends = {bracketed.start: bracketed.end for bracketed in found}
    for match in reading.finditer(_verbs(registry.wording)):
        pieces = [piece for piece in _pieces(text, match.end(), ends) if any_noun.search(text, *piece)]
        if not pieces or match.start() in inside or text[match.end()] in "稿案":  # 《…条例》修订稿
            continue
        force = _force(match, registry.wording)
        drafted = [item for start, end in pieces for item in _items(text, start, end, named, force)]
        if drafted and not _others(text, match.start()):
            for start, end, name in drafted:
                yield reading.mention(Kind.BARE, start, end, name, "drafted")


def _others(text: str, start: int) -> bool:
    sentence = _SENTENCE.split(text[max(0, start - 90) : start])[-1]
    return bool(_OF_ALL.search(sentence) or _OTHERS.search(_ENDS.split(sentence[-30:])[-1]))


def _force(match: re.Match[str], wording: Wording) -> frozenset[str]:
    """What the verbs say: `yes`, `done` (only with 了), `guide` (only of guide and catalogue), `finished`."""
    kinds = {wording.verbs[verb].bare or "" for verb in (match["first"], match["second"]) if verb}
    return frozenset(kinds | ({"finished"} if match["done"] else set()))


def _pieces(text: str, position: int, ends: dict[int, int]) -> Iterator[tuple[int, int]]:
    """The stretches of the clause behind a verb that stand outside 《》."""
    for _ in range(12):
        clause = _CLAUSE.match(text, position)
        if not clause:
            return
        if clause.end() > position:
            yield position, clause.end()
        stop = clause.end()
        if stop in ends:
            position = ends[stop]
        elif text[stop : stop + 1] in "(（":
            close = text.find(")", stop, stop + 40)
            if close < 0:
                return
            position = close + 1
        else:
            return


def _items(text: str, start: int, end: int, named: re.Pattern[str], force: frozenset[str]) -> Iterator[_Drafted]:
    position = start
    while position < end:
        separator = _SEPARATOR.match(text, position, end)
        if separator:
            position = separator.end()
        match = named.match(text, position, end)
        if not match:
            return
        other = max((item.end() for item in _NO_DOCUMENT.finditer(match["modifier"])), default=0)
        begin = match.start() + other + _self_reference(match["modifier"][other:])
        another = _ANOTHER_VERB.search(match["modifier"])  # 更新政府信息、编制指南: the noun is another verb's
        if not another and (text[match.end() : match.end() + 1] != "等" or position > start):
            modifier = text[begin : match.start("noun")]
            guide = match["noun"] in ("指南", "目录")
            if _definite(modifier, match["noun"], force) and not (guide and _MECHANISM.match(text, match.end())):
                yield begin, match.end(), text[begin : match.end()]
                yield from _twin(text, modifier, match.end(), end)
        position = match.end()


def _twin(text: str, modifier: str, position: int, end: int) -> Iterator[_Drafted]:
    """政府信息公开指南和目录: the second shares the words before the first."""
    match = _TWIN.match(text, position, end) if _GUIDE.search(modifier) else None
    if match:
        yield *match.span("whole"), modifier + match["noun"]


def _self_reference(modifier: str) -> int:
    found = _SELF.match(modifier)
    return found.end() if found else 0


def _definite(modifier: str, noun: str, force: frozenset[str]) -> bool:
    """Whether a noun phrase behind a verb of drafting is the name of one document."""
    if noun in ("指南", "目录"):
        return bool(_GUIDE.search(modifier)) and not _VAGUE.search(modifier)
    if not ("yes" in force or {"done", "finished"} <= force or ("done" in force and _OF_BODY.match(modifier))):
        return False
    if modifier.endswith(("、", "和")) or "制、" in modifier:  # 及时、准确、规范; 首问负责制、服务承诺制和责任追究制度
        return False
    if _VAGUE.search(modifier) or _TOO_GENERAL.search(modifier) or len(modifier) < 3:
        return False
    about = modifier.startswith("关于")
    if "的" in modifier and not about:
        return False
    if noun in ("通知",):
        return about
    if noun in ("要点", "工作安排", "安排", "计划"):
        return bool(_YEAR.search(modifier))
    return noun != "制度" or "finished" in force
