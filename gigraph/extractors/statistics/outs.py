"""Which numbers are none of the guideline's statistics: ordinals, slogans, the article-like 一, a law's time limits."""

import re

from gigraph.extractors.statistics.candidate import Candidate
from gigraph.registry.units import FigureWords, NumberExclusion
from gigraph.text.numerals import CHINESE

_SENTENCE = re.compile(r"[。!?;\n]")
# Articles in a list take their 第 from the first: 第十九、二十条.
_ARTICLES = re.compile(rf"第(?:\d|{CHINESE}|[、,和至及\-—~()]){{1,14}}$")
_ARTICLE_UNITS = frozenset({"条", "款", "项", "期", "批", "次", "类", "名", "位", "篇", "部", "册", "卷", "页", "版"})
# A fixed term, unless the sentence speaks of shortening it or of an average.
_LIMIT = re.compile(r"法定|规定|依法|应当|须|期限|时限|之日起|到期|不得|届满|提前|逾期|《[^》]{0,30}条例》|条例")
_MEASURED = re.compile(r"缩短|压缩|缩至|压减|缩减|提速|平均|减少|由原|提升|用时|历时|利用|控制在")
# A term that the sentence asks for: 24小时内回应; not one that was kept on an average or brought down.
_ASKED = re.compile(
    r"(?:以|之)?内(?:要|须|应|必须|需|应当|能够|及时|全部|主动|依法|完成|予以|给予|作出|做出|向|将|对|按|进行|组织|集中|上网|在|通过)?[^,。;]{0,6}"
    r"(?:答复|回复|回应|反馈|办结|办理|办毕|处理|处置|公开|公布|发布|移交|移送|报送|上报|报告|备案|更新|转办|受理|告知|送达|整改|完成|签收|响应|挂网|上传|公示)"
)
# 收到申请1件,9个工作日内答复: what one case took; not the term of the law (15, since 2019 20 days) or of a rule.
_CASE = re.compile(r"\d[余多]?(?:件|份|宗|起|封|通|条|例)")
_SET = re.compile(
    r"法定|规定|依法|依规|应|须|要求|确保|做到|保证|承诺|期限|时限|不得|原则|按照|按要求|《|坚持|严格|明确|凡|一律|力争|争取|制度|机制|条例"
)
_LEGAL = frozenset({15, 20, 30})
_SCORED = re.compile(
    r"得分|评分|总分|成绩|满分|考核|测评|分值|排名|加权|综合|达到?$|(?:[得打拿获评扣加测考留]|平均)[了到出过为]?(?:近|约|超过|高达)?$"
)
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
_FREQUENCY = re.compile(r"每(?:个|家|名|位)?(?:周|月|季度?|半年|年|天|日|学期|学年|星期|旬)[^,。;、]{0,14}$")
_HELD = re.compile(
    r"(?:召开|举办|举行|组织|开展|进行|培训|更新|发布|检查|通报|督查|考核|调度|研究|听取|自查|抽查|评估|公布|公示|刊发|编发|至少|不少于|各|了|过)$"
)
_PERSON = re.compile(
    r"[^,。;、]{0,6}(?:领导|负责|同志|人员|干部|工作|专人|专干|联络|联系|主任|局长|镇长|书记|秘书|副|律师|编辑|管理员|审核|信息员)"
)
_OPEN_QUOTE = re.compile(r"[“\"‘][^“”\"‘’\n]{0,15}$")
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
    if _excluded(text, found, left, right, words) or _quoted(left, right) or _in_title(text, found, start):
        return False
    if found.unit in _ARTICLE_UNITS and _ARTICLES.search(left):
        return False
    if found.script == "chinese" and _DOCUMENTS.match(right) and _UNDER_THEM.search(left):
        return False
    if (
        found.unit in words.by_unit
        and words.by_unit[found.unit].kind == "time"
        and _is_limit(text, found, start, right)
    ):
        return False
    if found.unit == "分" and not _SCORED.search(left) and not _SECONDS.match(right):
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
    if phrases.pattern.match(after) and any(
        _applies(rule, found) and not (rule.script == "chinese" and _is_thing(after, length, words))
        for length in phrases.lengths
        for rule in phrases.rules.get(after[:length], ())
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


def _quoted(left: str, right: str) -> bool:
    """Whether the number stands within a short quotation: a slogan or a name."""
    opening = _OPEN_QUOTE.search(left)
    return bool(opening and re.match(r"[^“”\"‘’\n]{0,12}[”\"’]", right))


def _in_title(text: str, found: Candidate, start: int) -> bool:
    opening = text.rfind("《", max(start, found.start - 120), found.start)
    return (
        opening != -1
        and text.find("》", opening, found.start) == -1
        and text.find("》", found.end, found.end + 120) != -1
    )


def _is_limit(text: str, found: Candidate, start: int, right: str) -> bool:
    if not re.match(r"(?:以|之)?内|前|之前|以上", right) and found.unit not in ("个工作日", "工作日", "个自然日"):
        return False
    sentence = _sentence_before(text, found.start, start)
    if _MEASURED.search(sentence) or (
        _CASE.search(sentence) and not _SET.search(sentence) and found.value not in _LEGAL
    ):
        return False
    return bool(_LIMIT.search(sentence) or _ASKED.match(right) or re.match(r"[^,。;]{0,12}(?:期限|时限|规定)", right))


def _sentence_before(text: str, position: int, start: int) -> str:
    head = text[max(start, position - 80) : position]
    cut = [match.end() for match in _SENTENCE.finditer(head)]
    return head[cut[-1] :] if cut else head


def _written_counts(found: Candidate, left: str, right: str) -> bool:
    if found.value == 1:
        return _one_counts(found, left, right)
    if found.inside:
        return True
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
