"""Titles of documents: their comparable form, the annex that a notice issues, the agency that a title begins with.

Forms after 党政机关公文处理工作条例 (2012) 9: 发文机关 + 关于 + 事由 + 的 + 文种.
"""

import re
import unicodedata
from functools import lru_cache

# What comparison leaves out: white space, brackets, quotation marks, punctuation.
_DROP = re.compile(r"[\s《》〈〉<>「」『』“”\"'‘’()\[\]〔〕【】、,，.。:：;；·•—_\-]+")
_ISSUED = re.compile(
    r"^关于(?P<verb>印发实施|印发|发布实施|发布|公布施行|公布|下发|颁布实施|颁布|颁发|印送|制发)(?P<annex>.{2,120}?)(?:的)?(?:通知|公告|命令|决定|通告)$"
)
_ISSUED_WITHOUT_ABOUT = re.compile(r"^印发(?P<annex>.{2,120}?)的?通知$")
_FORWARDED = re.compile(r"^(?:关于)?(?:转发|批转)")
_ABOUT = re.compile(r"(?:关于|印发|转发|批转)")
AGENCY_END = re.compile(
    r"(?:国务院|中央|中共中央|政治局|人大|政协|(?<=[一-龥])(?<![原常政评特推])委"
    r"|(?<=[民省市县区州旗盟乡镇委])政府|办公厅|办公室|委员会|管委会|安委会|居委会|(?:领导|协调|工作|推进)小组|联席会议|指挥部|(?<![干全内外])部|局|厅|署|院|办|中心|党组|集团|(?<=[一-龥]{3})[会处科股室所站社])$"
)
_AGENCY_BEGIN = re.compile(
    r"(?![和与及])(?:国务院|国家|中共|中央|全国|[省市县区州旗盟镇乡](?!域|场|容|政(?!府|协|务|法|数|研))|自治[区州县]|[\u4e00-\u9fff]{2,7}[省市县区州旗盟镇乡])"
)
SURE_LEVELS = "国省市县州旗盟"  # with which a name begins also behind a verb of one character (照省政府…, not 开发区…)
_AGENCY_LAST = frozenset("院央局大协委部府厅室会组议办署心团处科股所站社")  # with which AGENCY_END can end
_LONGEST_END = 4  # characters of AGENCY_END's longest word
_STATE = "中华人民共和国"
_TRIAL = re.compile(
    r"[(（](?:[\u4e00-\u9fff]{0,4}试行|暂行|修订|修订版|修订稿|修正|试用|草案|征求意见稿|讨论稿|送审稿|\d{4}年?(?:版|修订|修正|修订版|本|年版))[)）]$"
)
_EDITION = re.compile(
    r"(?<=[法例定则])[(（](?P<edition>(?:(?:19|20)\d\d年?)?(?:新)?(?:修订版?|修正版?|修改|版|本)|(?:19|20)\d\d年?)[)）]$"
)
_INNER = str.maketrans("《》<>﹤﹥", "〈〉〈〉〈〉")
_HAS_INNER = re.compile("[《》<>﹤﹥]")
_ANY_BRACKET = re.compile("[《》〈〉<>]")
# Also the parentheses that some write around a title inside another: 实施(档案法)办法.
_MARKS = re.compile(
    r"[“”\"‘’'《》〈〉<>「」\s]|(?<=实施|施行|贯彻|执行|落实)[(（](?=[^()（）]{2,40}[法例][)）])"
    r"|(?<=[法例])[)）](?=的?(?:实施|若干|暂行)?(?:办法|细则|规定|意见|方案|条例|决定|通知))"
)
_SEVERAL_NAMES = re.compile("[、 ]")


@lru_cache(maxsize=4096)
def title_key(title: str) -> str:
    """The form in which two titles are compared: widths folded, no white space, brackets, quotation marks, punctuation.

    >>> title_key("实施<信息公开条例>办法") == title_key("实施《信息公开条例》 办法")
    True
    """
    return _DROP.sub("", unicodedata.normalize("NFKC", title)).lower()


def unmarked(title: str) -> str:
    """A title without the marks of quotation and of titles in it, as identities have it.

    >>> unmarked("实施〈档案法〉办法"), unmarked("实施（档案法）办法"), unmarked("档案管理办法（试行）")
    ('实施档案法办法', '实施档案法办法', '档案管理办法（试行）')
    """
    return _MARKS.sub("", title)


def clean_title(text: str) -> str:
    """A title on one line, its inner brackets as 〈〉.

    >>> clean_title("关于印发《2015年\\n 工作要点》的通知")
    '关于印发〈2015年工作要点〉的通知'
    """
    title = "".join(text.split())
    return title.translate(_INNER) if _HAS_INNER.search(title) else title


def begins_as_agency(words: str) -> bool:
    """Whether words begin as an agency's name does that is one by itself: with a level, the state, a region's name.

    >>> begins_as_agency("省政府办公厅"), begins_as_agency("礼泉县财政局"), begins_as_agency("财政局")
    (True, True, False)
    """
    return _AGENCY_BEGIN.match(words) is not None


def is_agency(name: str) -> bool:
    """Whether a name ends as those of agencies do; the same as `AGENCY_END.search`, asked of far fewer characters.

    >>> is_agency("省政府办公厅"), is_agency("全部"), is_agency("条例")
    (True, False, False)
    """
    return name[-1:] in _AGENCY_LAST and AGENCY_END.search(name, max(0, len(name) - _LONGEST_END)) is not None


@lru_cache(maxsize=2048)
def split_issuer(title: str) -> tuple[str | None, str]:
    """The agency that a title begins with, before 关于, 印发 or 转发, and the rest.

    >>> split_issuer("国务院办公厅关于印发2014年政府信息公开工作要点的通知")
    ('国务院办公厅', '关于印发2014年政府信息公开工作要点的通知')
    >>> split_issuer("关于做好政府信息公开工作的通知"), split_issuer("政府信息公开条例")
    ((None, '关于做好政府信息公开工作的通知'), (None, '政府信息公开条例'))
    """
    found = _ABOUT.search(title, 0, 60)
    if not found or found.start() < 2:
        return None, title
    head = title[: found.start()]
    names = [name for name in _SEVERAL_NAMES.split(head) if name]
    if names and all(map(is_agency, names)):
        return head, title[found.start() :]
    return None, title


@lru_cache(maxsize=2048)
def annex_of(title: str) -> str | None:
    """The title of the document that a notice issues (关于印发X的通知); None for any other title, also 转发.

    >>> annex_of("国务院办公厅关于印发2014年政府信息公开工作要点的通知"), annex_of("关于转发X的通知")
    ('2014年政府信息公开工作要点', None)
    """
    _, rest = split_issuer(title)
    match = _ISSUED.match(rest) or _ISSUED_WITHOUT_ABOUT.match(rest)
    return unwrap(match["annex"]) if match else None


def unwrap(title: str) -> str:
    """A title without the one pair of brackets around it."""
    if title[:1] in "《〈<" and title[-1:] in "》〉>" and not _ANY_BRACKET.search(title, 1, len(title) - 1):
        return title[1:-1]
    return title


@lru_cache(maxsize=2048)
def forwards(title: str) -> bool:
    """Whether a title is that of a forwarding notice (转发, 批转), another instrument than what it forwards."""
    return bool(_FORWARDED.match(split_issuer(title)[1]))


def without_state(title: str) -> str:
    """A law's title without 中华人民共和国 before it.

    >>> without_state("中华人民共和国政府信息公开条例")
    '政府信息公开条例'
    """
    return title.removeprefix(_STATE)


def without_status(title: str) -> str:
    """A title without （试行）, （修订） and the like behind it.

    >>> without_status("某县政府投资项目管理办法（修订）")
    '某县政府投资项目管理办法'
    """
    return _TRIAL.sub("", title)


def edition_of(title: str) -> str:
    """What a law's title says of its edition, empty where that is nothing.

    >>> edition_of("政府信息公开条例(2019年修订)"), edition_of("政府信息公开条例（修订）"), edition_of("某办法（试行）")
    ('2019年修订', '修订', '')
    """
    match = _EDITION.search(title)
    return match["edition"] if match else ""


def without_edition(title: str) -> str:
    """A law's title without the edition behind it.

    >>> without_edition("政府信息公开条例（2019修订）"), without_edition("政府信息公开办法（试行）")
    ('政府信息公开条例', '政府信息公开办法（试行）')
    """
    return _EDITION.sub("", title)


@lru_cache(maxsize=2048)
def title_forms(title: str) -> tuple[str, ...]:
    """The forms under which one instrument is cited, the given one first: without 中华人民共和国 or issuer, the annex.

    >>> title_forms("国务院办公厅关于印发2014年政府信息公开工作要点的通知")[1:]
    ('关于印发2014年政府信息公开工作要点的通知', '2014年政府信息公开工作要点')
    """
    title = unwrap(title)
    forms = [title, without_state(title), split_issuer(title)[1]]
    annex = annex_of(title)
    if annex:
        forms += [annex, without_status(annex)]
    forms.append(without_status(title))
    return tuple(dict.fromkeys(forms))
