"""Leading groups that are named without a place: where such a name begins, and whether one group is meant."""

import re
from collections.abc import Iterator

from gigraph.extractors.agencies.lexicon import Lexicon

# The office of the group that was named before.
OFFICE_ALONE = ("领导小组办公室", "领导小组办")
# What ends the words before a group's name for certain, and single characters that may also stand within the name.
_CUT = re.compile(
    r"的|了|坚持|成立|调整|组建|设立|完善|充实|健全|加强|建立|明确|召开|发挥|担任|任命|依托|接受|服从|通过|作为|隶属|下设|设有|联系|负责|做好|建好|[革届动整后换迁立]后(?=[局厅委院校县市区镇乡街])|[年月][初底中末](?=[局厅委院校])"
    r"|[我本][局厅]|[我本](?:单位|机关|部门|街道|[委镇乡街校院办])(?=政|信|党|依|网|保|法|安|基|推|全)"
)
_FOUNDED = re.compile(r"成立|调整|组建|设立|完善|充实|健全|建立")
# Another matter that a group is for, before the comma: 政务、政府信息公开工作领导小组.
_OTHER = re.compile(r"(?:(?:政务|党务|村务|厂务|校务|院务|政府信息|信息|办事)(?:公开|服务)?(?:工作)?、){1,3}\Z")
_MAY_CUT = re.compile(r"[由向报在任为以将各和与及我本于请原]|经(?![济营贸费])|对(?![外口])")
_EACH = re.compile(r"各(?!项|类|种|界|级领导|方面|环节|渠道)|普遍")
# 均由 and 分别向 speak of one.
_PLURAL = re.compile(
    r"各(?!项|类|种|界|级领导|方面|环节|渠道)|\d个[乡镇街县区市旗单部社村科苏][^,。;；:]{0,10}均|均(?![由向报经须在到])|普遍|分别(?![由向是为到在与从对报送])|都(?![由向是在])"
)
_HAVING = frozenset("有立建设备都")
# What groups are for, by words that their names begin with: before the first the sentence ends, unless the name has
# what it is of (局, 基层, 重点领域), what it does (推进) or a matter joined by 和 before it. The second begin other
# parts of names, too (环境信息公开): before them it ends behind a word that leads in to names.
_MATTER = re.compile(
    r"政府信息(?=公开|和政务|与政务|、政务)|(?:政务|党务|村务|厂务|校务|院务|警务|检务|审务)(?:政务|村务|事务)?公开"
)
_WEAK_MATTER = re.compile(
    r"信息(?:公开|安全|宣传|化)|保密|网络(?:安全|舆情|宣传)|依法(?:行政|治)|法治|安全生产|信访|政务(?:服务|信息|新媒体)|电子政务"
    r"|党风廉政|机关效能|优化营商|营商环境|行政(?:审批|执法|权力)|意识形态|普法|应急|疫情防控|防汛|防控|网站|门户网站|“?放管服|职能转变|基层政务|重点领域|新型冠状|规范性文件|精神文明|平安|综治|作风"
)
_OWNER = re.compile(
    r"(?:[局厅委办院社校站馆所处科室部署县市区省州盟旗镇乡村企厂党]|委员会|系统|基层|机关|单位|部门|领域|街道|集团|公司|中心|阳光|行政|行业"
    r"|推进|推行|深化|实施|贯彻|[和与及暨、和]|政务|政府|党建|改革|效能|安全|“)\Z"
)
_JOINED = re.compile(r"(?:政|务|开|信息|息|改|革|设|作|理|安全|服务|行政|督|化|廉|效能|放管服”?)[和与及暨]\Z")
_JOINS = re.compile(r"[和与及暨]\Z")
# Bureaus' matters, which their own 信息 is of: 统计信息公开.
_OF_BUREAUS = re.compile(
    r"(?:统计|审计|审批|监管|检测|监测|鉴定|公证|编制|采购|考核|评估|服务|管理|监督|建设|培训)(?=信息)"
)
_SEVERAL = re.compile(r"(?:\d|[二两三四五六七八九十百千万几数余多])个")  # 三十六个领导小组
_MOVES = re.compile(r"(?:推进|推行|深化|实施|贯彻)\Z")


def groups(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Leading groups without a place's name, where the sentence speaks of one (not: 各单位均成立了…领导小组)."""
    behind = start  # what stands before belongs to the group before: 领导小组和保密委员会
    for match in lexicon.group.finditer(text, start, end):
        window = max(behind, match.start() - 30)
        behind = match.end()
        boundary = max(text.rfind(mark, window, match.start()) for mark in "。;；,，、:()（）《》\n ")
        left = boundary + 1 if boundary >= window else window
        alone = left == match.start() and match.group() in OFFICE_ALONE
        begin = left if alone else group_start(text, left, match.start(), lexicon)
        if begin == left and text[left - 1 : left] == "、" and (other := _OTHER.search(text, window, left)):
            begin = other.start()
        if begin is not None and not _of_each(text, start, begin):
            yield begin, match.end()


def group_start(text: str, left: int, stop: int, lexicon: Lexicon) -> int | None:
    """Where the name begins that ends at `stop`: behind the last verb, and as far left of that as it can be a name."""
    for cut in _CUT.finditer(text, left, stop):
        left = cut.end()
    behind = (at for at in range(stop, left, -1) if lexicon.leads.listed(text, at, left, sure=True))
    left = next(behind, left)
    left = _matter_start(text, left, stop, lexicon)
    for begin in (left, *(cut.end() for cut in _MAY_CUT.finditer(text, left, stop))):
        name = text[begin:stop]
        if (4 <= len(name) <= 24 or name == "保密") and lexicon.is_group(name) and not _MAY_CUT.match(name):
            return None if _SEVERAL.search(name) else begin
    return None


def _matter_start(text: str, left: int, stop: int, lexicon: Lexicon) -> int:
    """Where the first matter begins that the group is for, if the words before it are the sentence's; else `left`."""
    matter = _MATTER.search(text, left, stop)
    if matter and matter.start() > left and not _belongs(text, left, matter.start(), lexicon):
        return matter.start()
    weak = _WEAK_MATTER.search(text, left, stop)
    if weak and _is_lead(text, left, weak.start(), lexicon) and not _OF_BUREAUS.match(text, weak.start() - 2):
        return weak.start()
    return left


def _belongs(text: str, left: int, at: int, lexicon: Lexicon) -> bool:
    """Whether words before a matter are a part of the name: whose group it is, what it does, or another matter."""
    if _JOINS.search(text, left, at):
        return _JOINED.search(text, left, at) is not None
    return _OWNER.search(text, left, at) is not None and not _is_lead(text, left, at, lexicon)


def _is_lead(text: str, left: int, at: int, lexicon: Lexicon) -> bool:
    """Whether words end with one that leads in to a name, and 推进 or 局 is none."""
    size = lexicon.leads.listed(text, at, left)
    if size:
        return _MOVES.search(text, left, at) is None
    alone = at - left == 1 or lexicon.leads.listed(text, at - 1, left) > 0  # 及时报
    return alone and text[at - 1] in lexicon.leads.single and text[at - 1] != "办"


def _verb_before(text: str, start: int, begin: int) -> int:
    """Where the verb stands that a group is the object of: who is its subject stands before (各单位均成立了…)."""
    verbs = [verb.start() for verb in _FOUNDED.finditer(text, max(start, begin - 80), begin)]
    return verbs[-1] if verbs else begin


def _of_each(text: str, start: int, begin: int) -> bool:
    """Whether each of several has such a group; 均由 and 分别向 speak of one."""
    verb = _verb_before(text, start, begin)
    had = verb != begin or text[begin - 1] in _HAVING
    return is_plural(text, start, verb, words=_PLURAL if had else _EACH)


def is_plural(text: str, start: int, begin: int, marks: str = "。;；\n", words: re.Pattern[str] = _PLURAL) -> bool:
    """Whether the words before speak of each or all (各单位均); back to one of the marks."""
    sentence = max(text.rfind(mark, max(start, begin - 80), begin) for mark in marks)
    return bool(words.search(text, max(sentence + 1, start, begin - 80), begin))
