"""Which numbers are none of the guideline's statistics: ordinals, slogans, the article-like 一, a law's time limits."""

import re

from gigraph.extractors.statistics.candidate import Candidate
from gigraph.extractors.statistics.terms import is_legal_term
from gigraph.registry.units import FigureWords, NumberExclusion
from gigraph.text.numerals import CHINESE

# Articles in a list take their 第 from the first: 第十九、二十条.
_ARTICLES = re.compile(rf"第(?:\d|{CHINESE}|[、,和至及\-—~()]){{1,14}}$")
_ARTICLE_UNITS = frozenset({"条", "款", "项", "期", "批", "次", "类", "名", "位", "篇", "部", "册", "卷", "页", "版"})
_SCORED = re.compile(
    r"得分|评分|总分|成绩|满分|考核|测评|分值|排名|加权|综合|达到?$|(?:[得打拿获评扣加测考留]|平均)[了到出过为]?(?:近|约|超过|高达)?$"
)
_MARKS = re.compile(r"(?:占|赋|计|记|加|减|扣|总分|权重)(?:[了为到至比]|近|约)?$")  # 在考核中占3分
_SECONDS = re.compile(r"\d{1,2}秒")  # 8分30秒
_NONE = re.compile(r"[未没无](?:有|发生|出现|收到|产生|引发|接到)?$")  # 未发生一起
_YEARS = 1_000
# Each has one: 各设一处, 各一张, 每镇一个.
_EACH = re.compile(
    r"(?:各(?:自|科室|股室|处室|单位|部门)?|每(?!一)[^,。;、一]{1,5})(?:指定|明确|安排|配备|选派|聘请|确定|新增|增设|[设出派有建配发送赠办开报写播晒备编])?了?$"
)
_MATTER = re.compile(r"[大要好]?事(?![项务由件故业])")  # 做了三件事: a list follows
# 家政、口岸三块, 全文六块: parts of a whole; what is put up is counted.
_BOARD = re.compile(r"[^,。;]{0,8}(?:[牌屏板栏碑地匾]|标志|标识)")
_BOARD_BEFORE = re.compile(r"(?:[牌屏板栏碑匾]|标志|标识)[^,。;]{0,4}$")
_DOCUMENTS = re.compile(r"(?:[^,。;]{0,4}(?:方案|要点|办法|意见|规定|规范|细则|决定|通知|条例))|文件|清单|目录")
_UNDER_THEM = re.compile(
    r"(?:按照?|根据|依据|遵照|对照|落实|贯彻|执行|围绕|结合|依照|上述|这|该|以上|前述)(?:上述|这|以上|前述)?$"
)
# One of those that are counted, as against none or many: 仅有一件, 其中一件, 只收到一份.
_ALONE = re.compile(r"(?:[只仅](?:有|收到|受理|发生|公开|办理|产生|接到|剩)?|其中有?|另有?)了?$")
# 有一名申请人: it is counted; 有一个好的环境 is an article.
_THERE_IS = re.compile(r"(?<![没未只])有$")
_CASES = frozenset({"件", "起", "例", "宗", "名", "位", "户", "家"})
_ISSUES = frozenset({"次", "期", "份", "篇", "条", "批", "封"})
_FREQUENCY = re.compile(r"每(?:个|家|名|位)?(?:周|月|季度?|半年|年|天|日|学期|学年|星期|旬)[^,。;、]{0,14}$")
_HELD = re.compile(
    r"(?:召开|举办|举行|组织|开展|进行|培训|更新|发布|检查|通报|督查|考核|调度|研究|听取|自查|抽查|评估|公布|公示|刊发|编发|至少|不少于|各|了|过)$"
)
_PERSON = re.compile(
    r"[^,。;、]{0,6}(?:领导|负责|同志|人员|干部|工作|专人|专干|联络|联系|主任|局长|镇长|书记|秘书|副|律师|编辑|管理员|审核|信息员)"
)
_OPEN_QUOTE = re.compile(r"[“\"‘][^“”\"‘’\n]{0,15}$")
_CLOSE_QUOTE = re.compile(r"[^“”\"‘’\n]{0,12}[”\"’]")
_POSTPOSED_UNITS = frozenset(
    {
        "次",
        "期",
        "场",
        "名",
        "人",
        "份",
        "件",
        "篇",
        "条",
        "个",
        "部",
        "本",
        "套",
        "台",
        "辆",
        "起",
        "批",
        "人次",
        "回",
        "遍",
        "趟",
        "处",
        "家",
    }
)
_SORTS, _SORTED = 4, re.compile(r"[分共含计了为开设有]$")  # 收文、发文、来电三类: a list; 一类单位, 三类器械: a class
_ENDS, _LARGE = frozenset(";,。、)"), frozenset("万亿")
_CHANNEL = re.compile(
    r"(?:网站?|门户|平台|微博|微信|公众号|账号|客户端|[栏号端页]目?|全年|累计|年度?|总)的?$(?<!本页)(?<!本网)(?<!本站)"
)
# 二期工程, 三轮承包: the second phase, the third round. What comes in instalments is counted: 三期简报, 五批目录.
_PHASE_BEFORE = re.compile(r"[第首新本上下各每]$")
_PHASES = {
    "期": re.compile(
        r"[^,。;、]{0,4}(?:工程|项目|建设|平台|系统|改造|规划|目标|扩建|升级|开发|用地|标准|基金|医院|小区|厂|园|叠加)|[、和及]|电子|智慧|数据"
    ),
    "批": re.compile(r"[^,。;、]{0,6}(?:示范|试点|遗产|基地|名录|援|志愿|候选|入选|获)"),
    "轮": re.compile(r"[^,。;、]{0,3}(?:承包|土地|巡[察视]|规划|改革|修志|环保|督察|延包|驱动|车|叠加|播)"),
}


def is_figure(text: str, found: Candidate, start: int, end: int, words: FigureWords) -> bool:
    """Whether a number of a run (start, end) counts or measures the reported work."""
    begin, finish = found.whole or (found.start, found.end)
    left, right = text[max(start, begin - 40) : begin], text[finish : min(end, finish + 20)]
    if _excluded(text, found, left, right, words) or _quoted(text, begin, left, right) or _in_title(text, found, start):
        return False
    if found.unit in _ARTICLE_UNITS and _ARTICLES.search(left):
        return False
    if found.script == "chinese" and _DOCUMENTS.match(right) and _UNDER_THEM.search(left):
        return False
    if (
        found.unit in words.by_unit
        and words.by_unit[found.unit].kind == "time"
        and (left.endswith(("每", "每隔")) or is_legal_term(text, found, start, right))
    ):
        return False
    if found.unit == "分" and not _is_mark(left, right):
        return False
    if found.unit == "版" and (found.value >= _YEARS or "." in found.number):  # 2019版, 2.0版: editions
        return False
    if found.script == "chinese" and found.unit not in ("%", "‰") and not found.whole:
        return _written_counts(found, left, right)
    if found.script == "fraction":
        return found.number.find("分之") > 0 or bool(re.search(r"(?:的|约|近|不足|达|占|为|至|到|超过|有)$", left))
    return True


def _excluded(text: str, found: Candidate, left: str, right: str, words: FigureWords) -> bool:
    after, phrases = right.removeprefix("的"), words.excluded_after
    if (
        phrases.pattern.match(after)
        and any(
            _applies(rule, found)
            and not (rule.script == "chinese" and _is_thing(after, length, words))
            and not (rule.reason == "made" and left.endswith("等"))  # 学习、考勤、值班等九项制度
            for length in phrases.lengths
            for rule in phrases.rules.get(after[:length], ())
        )
    ):
        return True
    phrases = words.excluded_before
    if left[-1:] in phrases.ends and any(
        _applies(rule, found) and not (rule.reason == "furniture" and _is_told(left[:-length], found, right))
        for length in phrases.lengths
        for rule in phrases.rules.get(left[-length:], ())
    ):
        return True
    if found.script != "chinese":
        return False
    phrases, longest = words.excluded_within, words.excluded_within.lengths[-1]
    if not phrases.pattern.search(text, max(0, found.start - longest), found.end + longest):
        return False
    return any(_is_within(text, found, rule) for rules in phrases.rules.values() for rule in rules)


def _is_told(before: str, found: Candidate, right: str) -> bool:
    """Whether a number of visits is told by the report, not by its page: 网站访问量:320万次, not 浏览次数:321次."""
    return right[:1] in _ENDS or found.number[-1:] in _LARGE or _CHANNEL.search(before) is not None


def _is_thing(after: str, length: int, words: FigureWords) -> bool:
    """Whether a slogan's word of so many characters is a part of what is counted: 三个服务窗口, 两个工作组."""
    return bool(words.thing.match(after, length) or words.thing.match(after))


def _is_within(text: str, found: Candidate, rule: NumberExclusion) -> bool:
    """Whether the number is a part of a phrase."""
    at = text.find(rule.phrase, max(0, found.start - len(rule.phrase)), found.end + len(rule.phrase))
    return at != -1 and at <= found.start and found.end <= at + len(rule.phrase) + 1 and _applies(rule, found)


def _applies(rule: NumberExclusion, found: Candidate) -> bool:
    if rule.reason == "article" and found.value != 1:  # 单一件, not 工单一万件
        return False
    return rule.script in ("any", found.script) and (not rule.units or found.unit in rule.units)


def _quoted(text: str, begin: int, left: str, right: str) -> bool:
    """Whether the number stands within a short quotation: a slogan or a name.

    Quotation marks that look alike open and close in turn: "图解"12期、"视频"8条.
    """
    opening = _OPEN_QUOTE.search(left)
    if not opening or not _CLOSE_QUOTE.match(right):
        return False
    alike = opening.group()[0] == '"'
    return not alike or text.count('"', text.rfind("\n", 0, begin) + 1, begin) % 2 == 1


def _in_title(text: str, found: Candidate, start: int) -> bool:
    opening = text.rfind("《", max(start, found.start - 120), found.start)
    return (
        opening != -1
        and text.find("》", opening, found.start) == -1
        and text.find("》", found.end, found.end + 120) != -1
    )


def _is_mark(left: str, right: str) -> bool:
    """Whether a number of 分 is a mark: no time (9时30分), no place (北纬36度12分)."""
    if _SCORED.search(left) or _MARKS.search(left) or _SECONDS.match(right):
        return True
    return right[:1] in ("", "(", *_ENDS) and not left.endswith(("时", "点", "度"))


def _written_counts(found: Candidate, left: str, right: str) -> bool:
    if found.inside:
        return True
    if found.value == 1:
        return _one_counts(found, left, right)
    if found.unit in ("件", "类") and _MATTER.match(right):
        return False
    if found.unit == "类" and found.value < _SORTS and not _SORTED.search(left):
        return False
    if found.unit == "块" and not _BOARD.match(right) and not _BOARD_BEFORE.search(left):
        return False
    if found.number == "二":  # 二期, 二次: the second; a count is 两
        return False
    phase = None if found.number.startswith("两") else _PHASES.get(found.unit)
    return not (phase and (_PHASE_BEFORE.search(left) or phase.match(right)))


def _one_counts(found: Candidate, left: str, right: str) -> bool:
    """Whether 一 counts (每周召开一次, 一名分管领导, 培训班一期。) or is like an article (一面锦旗, 一支队伍)."""
    if _NONE.search(left):
        return False
    if found.unit in _CASES | _ISSUES and _ALONE.search(left) and not (found.unit == "件" and _MATTER.match(right)):
        return True
    if found.unit in _CASES and _THERE_IS.search(left) and not (found.unit == "件" and _MATTER.match(right)):
        return True
    if _FREQUENCY.search(left) or _EACH.search(left) or found.unit == "倍":
        return True
    if found.unit == "人" and re.match(r"[专兼分具牵负]", right):
        return True
    if found.unit in ("次", "回", "遍", "趟", "场", "期", "人次") and _HELD.search(left):
        return True
    if found.unit in ("名", "位"):
        return bool(_PERSON.match(right)) or not right or right[0] in ",。;、)"
    postposed = (not right or right[0] in ",。;、)\n") and bool(re.search(r"[\u4e00-\u9fff)》”]$", left))
    return postposed and found.unit in _POSTPOSED_UNITS and not re.search(r"(?:[是有为成作于到在第如]|唯|统|每)$", left)
