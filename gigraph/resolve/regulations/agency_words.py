"""The words of a sentence that may name the agency that issued a document: what stands where, before any look-up."""

import re
from collections.abc import Iterator

from gigraph.registry.lead_words import LeadWords
from gigraph.text.titles import SURE_LEVELS, begins_as_agency, is_agency

_LONGEST_RUN = 40
_RUN = re.compile(rf"[\u4e00-\u9fff·、]{{2,{_LONGEST_RUN}}}$")
# Words that end what an agency's name cannot contain; the run before a title is cut behind the last of them.
_CUT = re.compile(
    r"根据|依据|按照|依照|遵照|参照|对照|执行|落实|贯彻|实施|学习|传达|转发|印发|下发|围绕|结合|符合|以及|及时|认真|积极|严格|按|依(?!法)|将|由|以|对(?![外口台])|在|是|了|的|要求|规定|精神|通知|文件"
    r"|第[一二三四五六七八九十百\d]{1,5}[条款项章节]"
)
_JOIN = re.compile(r"[和与及、]")
_VAGUE = re.compile(r"上级|各级|有关|相关|主管|部门$|单位$|^各|^该|^本|^[你贵][局厅委办院处部署科]$|^两办$")
# Between the agency and the title: 省政府关于《…》, 市政府办公室印发的《…》, 省政务公开处下达我局《…》.
_ISSUES = re.compile(
    r"(?:(?:印发|下发|制定|制订|出台|发布|颁布|下达|公布|转发|批转|通过|修订|制定并印发|制定印发|制定下发)(?:实施|施行)?"
    r"(?:了|的|给)?(?:(?:我[局厅委办市省县区州院校]|全[省市县区])的?)?|的|全[省市县区])?(?:关于|最新|新修订的)?$"
)
_LONGEST_ISSUES = 16  # characters of what _ISSUES matches at the end of a text
_BY_NUMBER = re.compile(
    r"以[\u4e00-\u9fff]{1,12}〔\d{4}〕\d{1,5}号(?:文件?)?$"
)  # 市编办和市财政局以某编发〔2015〕3号联合印发
_LONGEST_NUMBER = 30
_WHEN = re.compile(
    r"(?:[在于]?(?:20\d\d年|[今去上本当同]年)?(?:[上下]半年|\d{1,2}月(?:\d{1,2}日|份|底|初|[上中下]旬)?|年[初底中末内])?)$"
)
_LONGEST_TIME = 14  # characters
_ZONE = re.compile("(?:开发|示范|实验|试验|合作|管理|保护|规划|建设|服务|展示|改革|创新|引领)区$")
_JOINTLY = re.compile("联合|共同")
_ADVERB_WORDS = (
    "近日", "专门", "先后", "联合", "统一", "及时", "正式", "研究", "重新", "首次", "已经", "已", "又", "共同", "牵头",
    "认真", "自己", "自行", "年初", "还", "也", "均", "再次", "分别", "同时", "随后", "现", "拟", "刚", "刚刚", "近期",
    "最近", "日前", "前期", "曾",
)  # fmt: skip
_ADVERBS = re.compile(f"(?:{'|'.join(_ADVERB_WORDS)}){{1,20}}$")
_SENTENCE_HEAD = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}是|\d{1,2}[.、]|[(（][一二三四五六七八九十\d]{1,2}[)）]|(?:20)?\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?[,，初底]?|今年|年初|,|，)?"
)
# Who issues with another: 会同市审计局印发, 我局与市审计局联合印发; a single character only where no name goes on
# (大同市, 商务厅).
_WITH = re.compile(
    r"(?:会同|会商|联合|协同|配合|协助|邀请|征求|借鉴|依托|委托|(?:(?<=[局厅委办院会府部署室处科组们并还又后,])|(?<![\u4e00-\u9fff]))[商与同和跟请代替为经报向])"
    r"(?P<others>(?:(?![的下])[\u4e00-\u9fff、]){2,40}?)(?:共同|一起|一道|联合|意见后?|同意后?|批准后?)?$"
)
_TOGETHER = ("会同", "联合", "协同", "与", "和", "同")
_SELF = re.compile(
    r"(?:[我本](?:们|单位|机关|部门|总局|总署|街道|[局厅委办市省县区州旗盟镇乡院校会部署社馆站所队中心]{1,2})|(?:^|[,;:])(?:[局厅委办院校]里|机关)"
    r"|(?:党组|党委|党工委|局务|厅务|委务|院务|办公|行政|班子)会议?|(?:^|[,;:])常务会议?)$"
)
_MEETING = re.compile(
    r"(?<=[府署会局厅委])(?:20\d\d年)?(?:第?[\d一二三四五六七八九十]{1,5}次)?(?:常务|党组|办公|专题)会议?(?:第?[\d一二三四五六七八九十]{1,5}次)?$"
)
_LONGEST_MEETING = 20  # characters
# A town's committee and government act together, and its report says so of itself: 镇党委政府制定, 党委、政府印发.
_TOWN_SELF = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|[我本])(?:[镇乡]|街道)?党(?:工)?委[、和与及]?(?:[镇乡]|街道)?(?:人民)?政府(?:班子)?$|(?:^|[^\u4e00-\u9fff])[镇乡]里$"
)
# With which no agency's name begins, unless a region's does: 在市政府办公室指导下, 受市政府委托.
_PREPOSITION = re.compile(
    r"[在经报受应向为与同和请接商代]|会同|会商|联合|邀请|征求|借鉴|学习|参照|针对|结合|配合|依托|指导"
)
_LONGEST_NAME = 24  # characters of a name at the head of a sentence


def before_issuing(before: str) -> tuple[str, bool]:
    """The words before a title without the verb of issuing between them, and whether it was issued jointly.

    >>> before_issuing("市编办和市财政局联合印发的"), before_issuing("省政府于3月制定的"), before_issuing("省政府关于")
    (('市编办和市财政局', True), ('省政府', False), ('省政府', False))
    """
    words = _ISSUES.search(before, max(0, len(before) - _LONGEST_ISSUES))
    if not words or words.start() == len(before):
        return before, False
    head = without_adverbs(before[: words.start()])
    when = _WHEN.search(head, max(0, len(head) - _LONGEST_TIME))
    head = head[: when.start()] if when else head
    number = _BY_NUMBER.search(head, max(0, len(head) - _LONGEST_NUMBER)) if head.endswith(("号", "文", "件")) else None
    name = without_adverbs(head[: number.start()] if number else head)
    return name, bool(_JOINTLY.search(before, len(name), words.start()))


def without_adverbs(clause: str) -> str:
    """The words before a verb without the adverbs between them.

    >>> without_adverbs("区办公室先后及时")
    '区办公室'
    """
    adverbs = _ADVERBS.search(clause) if clause.endswith(_ADVERB_WORDS) else None
    return clause[: adverbs.start()] if adverbs else clause


def without_others(clause: str) -> tuple[str, str]:
    """The words before a verb without those with whom it is done, and these.

    >>> without_others("市教育局会同市审计局"), without_others("年内与市审计局联合"), without_others("大同市教育局")
    (('市教育局', '市审计局'), ('年内与市审计局联合', ''), ('大同市教育局', ''))
    >>> without_others("年内,与市审计局联合")
    ('年内,', '市审计局')
    """
    match = _WITH.search(clause, max(0, len(clause) - _LONGEST_RUN))
    return (clause[: match.start()], match["others"]) if match else (clause, "")


def with_others(clause: str) -> str:
    """The bodies with whom what a clause ends with is issued, not those who are asked or who approve.

    >>> with_others("市教育局会同市审计局"), with_others("市教育局经市政府同意")
    ('市审计局', '')
    """
    match = _WITH.search(clause, max(0, len(clause) - _LONGEST_RUN))
    return match["others"] if match and match.group().startswith(_TOGETHER) else ""


def without_meeting(words: str) -> str:
    """The words before a verb without the meeting of the body that they name.

    >>> without_meeting("市政府第8次常务会"), without_meeting("区委常委会议"), without_meeting("市人大常委会")
    ('市政府', '区委常委会议', '市人大常委会')
    """
    meeting = _MEETING.search(words, max(0, len(words) - _LONGEST_MEETING))
    return words[: meeting.start()] if meeting else words


def is_self(words: str) -> bool:
    """Whether words end with what a publisher calls itself: 我局, 市政府办公室指导我们, 局里, 局党组会."""
    return _SELF.search(words) is not None


def is_town_itself(words: str) -> bool:
    """Whether words end with what a town's report calls those who act in it: 镇党委政府, 镇党委、政府.

    >>> is_town_itself("我镇党委、政府"), is_town_itself("县委、县政府"), is_town_itself("华山镇党委政府")
    (True, False, False)
    """
    return _TOWN_SELF.search(words) is not None


def begins_with_preposition(clause: str) -> bool:
    """Whether a clause begins with what no agency's name does; a region's name may: 同心县, 和田地区."""
    return _PREPOSITION.match(clause) is not None


def joined_words(head: str, leads: LeadWords) -> list[str]:
    """The words, joined by marks and 和, that a clause ends with, behind the last verb before them."""
    return [name for name in _JOIN.split(_last_words(head, leads)) if name]


def _last_words(head: str, leads: LeadWords) -> str:
    """The run of words that a clause ends with, behind the last of those that no name contains; empty without any.

    A verb that some names contain (检查, 讲) counts where a name certainly begins behind it.
    """
    run = _RUN.search(head, max(0, len(head) - _LONGEST_RUN))
    if not run:
        return ""
    words, cut = run.group(), 0
    for match in _CUT.finditer(words):
        cut = match.end()
    for at in range(len(words) - 2, cut, -1):
        if leads.before(words, at, sure=True):
            return words[at:]
        if leads.leads(words, at) and _begins_name(words, at, alone=not leads.before(words, at)):
            return words[at:]
    return words[cut:]


def _begins_name(words: str, at: int, *, alone: bool) -> bool:
    """Whether a name certainly begins behind a verb (`alone`: of one character); in 开发区 none does."""
    if alone and words[at] not in SURE_LEVELS:
        return False
    return begins_as_agency(words[at:]) and not _ZONE.search(words, max(0, at - 2), at + 1)


def names_at_end(head: str, leads: LeadWords) -> list[str]:
    """What may be an agency's name at the end of a clause, the longest first; `leads`: the words before names.

    >>> from gigraph.registry import load_registry
    >>> names_at_end("循着省政府和市财政局", load_registry().title_leads)
    ['省政府和市财政局', '市财政局']
    """
    if not is_agency(head) or leads.before(head, len(head), sure=True):  # 我局领会 is none; nor is what it ends with
        return []
    word = _last_words(head, leads).lstrip("和与及、")
    options = [word, *(word[match.end() :] for match in _JOIN.finditer(word))]
    return [option for option in options if len(option) > 1 and is_agency(option) and not _VAGUE.search(option)]


def names_at_head(clause: str) -> Iterator[str]:
    """What may be an agency's name at the head of a sentence, the shortest first."""
    lead = _SENTENCE_HEAD.match(clause)
    begin = lead.end() if lead else 0
    for end in range(begin + 2, min(len(clause), begin + _LONGEST_NAME) + 1):
        if not clause[end - 1].isalnum():
            return
        name = clause[begin:end]
        if is_agency(name) and not _VAGUE.search(name) and not _CUT.search(name):
            yield name
