"""Titles of reports: whether a line is one, on one line, and the words that say whose report it is."""

import re
from functools import lru_cache

from gigraph.text.fold import HAN

ABOUT = re.compile(r"信息公开|政务公开|公开工作|要点|政府信息|法治政府建设|依法行政工作")
LAW = re.compile(r"法治政府建设|依法行政工作")  # what another yearly report is on, that a page may name beside this one
TITLE_END = re.compile(
    r"(?:报告|年报|报告书|总结|小结|情况|情况汇报)(?:\([^()]{1,12}\)|[和及与暨、](?:20\d\d年)?[^()。,]{0,10}(?:计划|打算|安排|思路))?$"
)
NOT_TITLE = re.compile(
    r"[。;:|>!?]|^附件|^本报告|索引号|^关于(?:印发|做好|报送)|^\(?[一二三四五六七八九十]{1,3}[、.)]|情况$(?<!工作情况)(?<!落实情况)"
)
_WHOLE = re.compile(r"\s{0,2}[(（](?:全文|图文|附图|附表)[)）]$")  # what a page says of the text, no part of its title
_SITE_NAME = re.compile(
    rf"(?:\s*[-_|—–]+\s*[{HAN}·“”]{{2,20}}){{0,3}}?\s*[-_|—–]+\s*[{HAN}·“”]{{2,20}}(?:网|网站|门户|政府|平台|[局厅委办])$"
)
# What a page puts before a title: the name of its column in brackets, a bullet.
_COLUMN = re.compile(
    rf"^(?:[【\[(](?=[{HAN}]{{2,10}}[】\])])[{HAN}]{{0,8}}(?:年报|公开|报告|图文|原创|转载|置顶|最新)[】\])]"
    r"|[·•●◆■※▪])\s*"
)
_COLUMN_BEGINS = frozenset("【[(·•●◆■※▪")
_SITE_ENDS = frozenset("网站户府台局厅委办")
_BEHIND_WORD = re.compile("字[体号]|来源|作者|浏览|点击|阅读|打印|编辑|责编|日期|时间")
_BEHIND = re.compile(
    r"(?<=报告|年报|总结) {0,8}[(\[【]?(?:字[体号]|(?:信息|文章|稿件)?来源|作者|浏览|点击|阅读|打印|编辑|责编"
    r"|(?:(?:发布|公开|更新|发文)?(?:日期|时间):.{0,24}(?:字[体号]|来源|作者|浏览|点击|阅读|打印|编辑|责编))).{0,80}$"
)
_TORN = re.compile(r"^[^《]{0,40}》|^[^(]{0,40}\)")  # the rest of a title whose line was broken
_TORN_YEAR = re.compile(r"^\d{1,3}年")
_YEAR_BEGUN = re.compile(rf"(?:^|[{HAN}(《])(?:[12]|20|19|20\d)$")
# Words of titles, of two characters each.
_WORDS = (
    "政府人民信息公开工作年度报告年报政务要点情况落实总结委员员会办公公室公厅管理"
    "理局街道政局育局务局省人市人县人区人镇人乡人州人"
)
_PARTS = frozenset(_WORDS[at : at + 2] for at in range(0, len(_WORDS), 2))
_BREAK = re.compile(r"\s*\n\s*")
_HEADING_MARKS = re.compile(r"^#{1,6} +|^\*{2}(?=[^*]{8,90}\*{2}$)|(?<=[^*])\*{2}$")  # of Markdown
_QUOTED = re.compile(r"[《〈“]([^《》〈〉“”]{8,90})[》〉”]")
_SPACE = re.compile(rf"(?<=[{HAN}\d《》“”]) +(?=[{HAN}\d《》“”])")


def join_title(text: str) -> str:
    """A title on one line: breaks and the spaces of typesetting taken out, no site name behind it.

    >>> join_title("礼泉县财政局2018年度\\n政府信息公开工作年度报告 - 礼泉县人民政府网")
    '礼泉县财政局2018年度政府信息公开工作年度报告'
    >>> join_title("《某县2018年政府信息公开年报》")
    '某县2018年政府信息公开年报'
    """
    line = _WHOLE.sub("", _BREAK.sub("", _SITE_NAME.sub("", _HEADING_MARKS.sub("", text.strip()))))
    quoted = _QUOTED.fullmatch(line)
    line = quoted.group(1) if quoted else line
    return _SPACE.sub("", line) if " " in line else line


def bare_line(line: str) -> str:
    """A line without what a page puts around a title: the column's name in brackets before it, its own name behind.

    >>> bare_line("【年报】某县2018年政府信息公开年报 - 某县政府网"), bare_line("某镇2018年信息公开年报 字号:大 中 小")
    ('某县2018年政府信息公开年报', '某镇2018年信息公开年报')
    """
    line = _COLUMN.sub("", line) if line[:1] in _COLUMN_BEGINS else line
    line = _SITE_NAME.sub("", line) if line[-1:] in _SITE_ENDS else line
    return _BEHIND.sub("", line) if _BEHIND_WORD.search(line) else line


def is_title(text: str) -> bool:
    """Whether a line is the title of a report on disclosure: it says so, ends as one, and is no sentence.

    >>> is_title("某县2018年政府信息公开工作年度报告"), is_title("编制政府信息公开工作年度报告。")
    (True, False)
    """
    whole = bool(ABOUT.search(text) and TITLE_END.search(text)) and not _TORN.search(text)
    if _TORN_YEAR.search(text) and not has_subject(text):  # 17年度政府信息公开年报; 09年度某局政府信息公开年报 is whole
        return False
    return 8 <= len(text) <= 90 and whole and not NOT_TITLE.search(text)


def torn(before: str, after: str) -> bool:
    """Whether a line's end tears a word, a number or a bracket of a title apart, so that the two lines are one.

    >>> torn("某县财政局20", "17年度政府信息公开年报"), torn("某县落实《2014年政府信息公", "开工作要点》工作情况报告")
    (True, True)
    >>> torn("某县人民政府", "2017年政府信息公开年报")
    False
    """
    before, after = before.rstrip(), after.lstrip()
    if not before or not after or before[-1] in "。;!?:":
        return False
    digits = after[0].isdigit() and _YEAR_BEGUN.search(before) is not None
    return digits or before[-1] + after[0] in _PARTS or _TORN.search(after) is not None


def has_subject(title: str) -> bool:
    """Whether a title names whose report it is."""
    return bool(title_subject(title))


_LEADING_YEAR = re.compile(
    r"^(?:关于)?(?:[012]\d年度?|(?:20\d{2}|[二2][〇零○OoΟ0-9一二三四五六七八九]{3})(?:[-—~至/]\d{2,4})?(?:学年|年度?|(?=[一-龥]{4})))?(?:上半年|下半年)?"
)
_CUT = re.compile(
    r"(?:20\d{2}|[二2][〇零○OoΟ0-9一二三四五六七八九]{3})(?:[-—~～至/]\d{2,4})?(?:年|学年)|(?<!\d)[012]\d年(?!级)"
    r"|(?<!\d)20\d\d(?=政府信息|政务公开|政务信息|信息公开)|关于|落实|贯彻|执行|实施《|推进|开展|《|(?<=.)[上下]半年"
    r"|(?:政府|政务)?信息(?:与|和)?(?:政务)?公开(?!办|[处科股室领中])|政务公开(?!办|[处科股室领中政]|和(?!政府信息))|政府信息(?!公开)|主动公开|依申请公开|公开工作|信息主动|法治(?:政府)?建设|法治工作|依法行政工作|“?五公开|(?:政务)?新媒体"
    r"|(?:(?<!人民)政府)?(?:门户)?网站(?:建设|管理|监管|工作|年度)|依法治[省市县区州旗]工作"
    r"|(?:党务|校务|院务|警务|村务|办事)(?:和|、)?(?:政务)?公开|政务公开(?:和|、)?政务服务(?=工作|情况)"
    r"|年度报告|年报|年度总结"
)

_SITE_OF = re.compile(r"(?<=.{3})(?:官方|门户|政务)?网站$")  # 某县人民政府网站2021年度工作报表
_PUBLISHED = re.compile(r"(?:(?<=[\u4e00-\u9fff]{3})|^)(?:公布|发布|编制)(?:的|了)?$")  # 某局公布2019年…年度报告


@lru_cache(maxsize=64)  # a report's own title is asked for by several
def title_subject(title: str) -> str:
    """The words of a title that say whose report it is, as they stand there; empty where it does not say.

    >>> title_subject("某县人民政府2016年政府信息公开年报"), title_subject("2018年某镇政府信息公开工作年度报告")
    ('某县人民政府', '某镇')
    >>> title_subject("信息公开年报")
    ''
    """
    rest = _LEADING_YEAR.sub("", title.strip(), count=1)
    match = _CUT.search(rest)
    head = rest[: match.start()] if match else rest
    if match and match.group().startswith("政府信息") and head.endswith("人民"):
        head += "政府"
    return _PUBLISHED.sub("", _SITE_OF.sub("", head.strip(" 的-—_·:：#*(（[【《")))
