"""Whether a noun of the registry with its words counts as a platform: a rule for each use of a noun."""

import re
from collections.abc import Callable

from gigraph.extractors.platforms.candidate import Candidate
from gigraph.extractors.platforms.channels import is_absent, is_absent_site, is_host
from gigraph.extractors.platforms.halls import is_fitted, is_hall, is_house, is_telephone, is_window
from gigraph.extractors.platforms.media import acts, is_medium, is_newspaper, is_paper
from gigraph.extractors.platforms.sites import MANY_SITES, OWNER, is_net, is_site
from gigraph.text.numerals import FEW

_NUMBERED = re.compile(r"“?(?:\d{5}|1(?:1[0-49]|2[0-2]))”?|24小时(?=.)")  # 12119报警电话
_OPENED = re.compile(r"(?:开通|开设|设立)了?\Z")  # 开通供热投诉电话
_DESKS = {"咨询台", "咨询点"}
_SET = re.compile(r"(?:设|设立|设置|开设|摆设|摆起)了?\Z")  # 在圩场设咨询台
_CLASSES = {"site", "net", "named", "published"}
# 社保自助终端已进驻68个乡镇
_DEPLOYED = re.compile(
    r"(?:已|均|全部|陆续|分别|同步){0,2}(?:进驻|布设|覆盖|延伸|入驻|投放|投用|下沉|部署|铺设)(?!工作|情况|方案)"
)
# 居民微信群176个由网格员维护,日均发布通知300条
_GROUPS = re.compile(r"\d{1,4}[余多]?个[^。;\n]{0,24}?(?:发布|推送|转发|公开|发送|通知|宣传|解答)")
_ACCOUNTS = {"weibo", "wechat"}
_PLACE = 3  # characters of a place and of what it is about, at least
_MESSAGES = {"短信", "短信息", "手机短信"}
_BY_WHOM = re.compile(r"(?:[\d”通]|移动|电信|政务|手机)\Z")  # 12329短信, 校讯通短信
# A site of disclosure has an owner or a place; 环境信息公开平台 is a kind of site.
_PLACED = re.compile(r"[省市县区州镇乡厅局委部院校府]|全国|国家|统一|信用")
_CLASS = re.compile(rf"等(?:{FEW}[余多]?[个大家类项种])?\Z")  # A、B等公共服务系统
_BY = re.compile(r"(?:通过|利用|运用|依托|借助|采取|采用)[^,。;\n]{0,48}\Z")  # 利用政务新媒体发布信息894条
# 12345平台, “12345”“12366”各类工单
_ORDERS = re.compile(
    r"(?:平台|热线|系统)|”?(?:[、和]?“?1\d{4}”?){0,3}(?:等|各类|交办|转办|派发|派单|的){0,2}(?:工单|诉求件)"
)
_SUM = re.compile(r"(?<!互联网)(?<!南方)\+")
_STATIONS = ("电视台", "电台", "融媒体中心")
_STOPS = frozenset(",。;:、\n")
_COUNTS = re.compile(r"(?:发布|公开|推送|刊发)[^,。;\n]{0,40}?\d")  # ,政务新媒体发布资讯等信息62条
_RUNS = re.compile(r"(?:管理|运营|运维|开设|开通|建有|拥有|现有|共有)的?\Z")  # 运营政务新媒体46个
_PUBLISHED = re.compile(r"[^。;\n]{0,60}?(?:发布|公开|推送|刊发|发稿|解读|公布)")
# 政府网站和政务新媒体业务培训: the work on both.
_BOTH_KEPT = re.compile(
    r"(?:和|及|与|、|以及)政务新媒体[^,。;、]{0,6}?(?:培训|管理|建设|检查|监管|普查|抽查|工作|运维|规范|安全|发展|整合|考核|绩效)"
)
_BUILT = re.compile(
    r"(?:建立|完善|健全|构建|打造|搭建|加强|优化|推进|规范|强化|升级|整合)(?:了|好|起|统一|规范|全市|全县|全区|统一规范|[全多]方位)?的?\Z"
)
_SET_UP = re.compile(r"(?:搭建|打造|构建|营造|提供|成为|形成)(?:起|了|一个)?[^,。;、\n]{2,16}的\Z")
_COLUMN = re.compile(
    r"”(?:[、和]?“[^“”\n]{2,12}”){0,6}等?[^,。;、“”设开辟增新置]{0,2}(?:专栏|栏目|板块|版块|专题)"
)  # columns by their names
HOTLINE = 5  # digits of a public service's number (12345)
_BESIDE = re.compile(
    r"(?:共|全年|累计)?(?:出刊|出版|编发|编印|印发|刊印|出)?(?:了)?\d{1,3}[余多]?期"
)  # 政府公报21期, 公报出4期


def counts(candidate: Candidate) -> bool:
    """Whether a candidate names a platform, by the use of its noun."""
    text, start, use = candidate.text, candidate.start, candidate.term.use
    if use in _CLASSES:
        before = max(candidate.floor, start - 6)
        if text.find("等", before, start) >= 0 and _CLASS.search(text, before, start):
            return False
    if candidate.quoted and text.startswith("”", candidate.end) and _COLUMN.match(text, candidate.end):
        return False
    if is_host(text, candidate.floor, candidate.end) or _is_slogan(candidate):
        return False
    if candidate.term.term.endswith(_STATIONS) and acts(candidate):
        return False
    if use == "site" and is_absent_site(text, candidate.floor, candidate.head):
        return False
    if candidate.term.kind in _ACCOUNTS and candidate.closed and not candidate.counted:
        return False
    if use != "site" and is_absent(text, candidate.floor, start, candidate.lexicon):
        return False
    return _USES[use](candidate)


def _is_slogan(candidate: Candidate) -> bool:
    """Whether channels are summed up: “网站+新媒体+公报”格局."""
    summed = "+" in candidate.modifier and _SUM.search(candidate.modifier)
    return bool(summed or candidate.text.startswith("+", candidate.end)) and candidate.term.kind not in {
        "app",
        "system",
        "other",
    }


def _named(candidate: Candidate) -> bool:
    modifier, kind = candidate.modifier, candidate.term.kind
    if kind == "system":
        if candidate.term.term == "平台" and _described(candidate):
            return False
        own = candidate.lexicon.edges.fullmatch(modifier)
        if candidate.term.term == "平台" and (
            (own and own.lastgroup == "own") or candidate.lexicon.vague.fullmatch(modifier)
        ):
            return False  # 我局平台
        if candidate.term.term == "平台" and len(modifier) == HOTLINE and modifier.isdigit():
            return modifier not in candidate.lexicon.terms  # 89000平台; 12345 is a hotline's
        # 教育系统 is a branch of government; what the words before 系统 do makes it a system that works.
        proper = candidate.quoted or "”" in modifier
        known = proper or candidate.lexicon.nucleus.search(modifier[-8:]) is not None
        return known or (candidate.term.term == "平台" and bool(modifier) and candidate.served)
    if kind == "website":  # 12379预警信息发布平台 is told by its number
        return candidate.quoted or bool(_PLACED.search(modifier)) or modifier[:HOTLINE].isdigit()
    return bool(modifier)


def _described(candidate: Candidate) -> bool:
    """Whether the words only describe what was set up: 搭建便捷高效的就业创业交流平台."""
    start = candidate.start
    return not candidate.quoted and bool(_SET_UP.search(candidate.text, max(candidate.floor, start - 24), start))


def _channel(candidate: Candidate) -> bool:
    if candidate.term.term in _MESSAGES and candidate.modifier and not _of_whom(candidate.modifier):
        by = candidate.listed and _BY.search(
            candidate.text, max(candidate.floor, candidate.start - 52), candidate.start
        )
        return bool(by)  # 发送预警短信: what was sent; but 通过气象短信、大喇叭发布
    if candidate.term.kind in _ACCOUNTS and candidate.term.term != "微信群" and _is_account(candidate):
        return True
    if candidate.term.kind == "hall" and is_fitted(candidate):
        return True
    if candidate.term.term.endswith("群") and _GROUPS.match(candidate.text, candidate.end):
        return True
    if candidate.term.kind == "board" and _DEPLOYED.match(candidate.text, candidate.end):
        return True
    proper = "”" in candidate.modifier or (candidate.modifier and candidate.term.kind in {"hotline", "mailbox"})
    return bool(proper) or candidate.channel or bool(_BESIDE.match(candidate.text, candidate.end))


def _of_whom(modifier: str) -> bool:
    return bool(_BY_WHOM.search(modifier) or OWNER.search(modifier))


def _is_account(candidate: Candidate) -> bool:
    """Whether the account has an owner or a name of its own: 县政府微博, 南山财政微博, 微博“@南山财政”."""
    modifier, text, end = candidate.modifier, candidate.text, candidate.end
    named = candidate.counted or (len(modifier) > _PLACE and candidate.lexicon.placed(modifier))
    return named or bool(OWNER.search(modifier) or (text.startswith("“@", end) and text.find("”", end, end + 18) > 0))


def _number(candidate: Candidate) -> bool:
    text, head, end = candidate.text, candidate.head, candidate.end
    if text[head - 1 : head].isdigit() or text[end : end + 1].isdigit():
        return False
    return candidate.channel or bool(_ORDERS.match(text, end))


def _published(candidate: Candidate) -> bool:
    if candidate.modifier and "”" not in candidate.modifier:
        return False
    if candidate.text[candidate.start - 1 : candidate.start] in _STOPS and _COUNTS.match(candidate.text, candidate.end):
        return True
    run = _RUNS.search(candidate.text, max(candidate.floor, candidate.start - 3), candidate.start)
    if run and MANY_SITES.match(candidate.text, candidate.end):
        return True
    before = _BY.search(candidate.text, max(candidate.floor, candidate.start - 52), candidate.start)
    return bool(before and _PUBLISHED.match(candidate.text, candidate.end, candidate.ceiling))


def _whole(candidate: Candidate) -> bool:
    # 完善政府信息公开平台 speaks of the work; what is published through it makes it a channel.
    if candidate.term.group == "政府网站" and _BOTH_KEPT.match(candidate.text, candidate.end):
        return False
    built = candidate.term.group == "政府信息公开平台" and _BUILT.search(
        candidate.text, max(candidate.floor, candidate.start - 12), candidate.start
    )
    called = candidate.text.startswith("“@", candidate.end)  # 新浪微博“@南山发布”
    return called or (candidate.channel and not built)


def _list(candidate: Candidate) -> bool:
    term, modifier = candidate.term, candidate.modifier
    if term.kind == "hotline" and modifier[:HOTLINE].isdigit():  # 96345求助电话
        return True
    if term.kind == "website" and (
        (candidate.quoted and term.term.endswith("网"))
        or (modifier.startswith("中国") and len(modifier) > len("中国"))
        or candidate.lexicon.placed(modifier + term.term)
    ):  # 南山新闻网
        return True
    if term.term == "新闻网" and not modifier and candidate.served:  # 新闻网编发稿件2930篇
        return True
    if term.kind == "hotline" and _OPENED.search(
        candidate.text, max(candidate.floor, candidate.start - 4), candidate.start
    ):
        return True
    if term.term in _DESKS and _SET.search(candidate.text, max(candidate.floor, candidate.start - 4), candidate.start):
        return True
    if term.kind == "hotline" and is_telephone(candidate):
        return True
    if term.kind == "press" and _BESIDE.match(candidate.text, candidate.end):  # 校报出刊12期
        return True
    if term.term.endswith("窗口") and is_window(candidate):
        return True
    return (candidate.listed or (term.kind == "board" and candidate.served)) and candidate.channel


_USES: dict[str, Callable[[Candidate], bool]] = {
    "site": is_site,
    "net": is_net,
    "named": _named,
    "generic": lambda candidate: True,
    "channel": _channel,
    "plain": lambda candidate: candidate.channel,
    "list": _list,
    "medium": is_medium,
    "paper": is_paper,
    "newspaper": is_newspaper,
    "reading": is_hall,
    "whole": _whole,
    "number": _number,
    "published": _published,
    "house": is_house,
    "window": is_window,
    "numbered": lambda candidate: bool(_NUMBERED.match(candidate.modifier)),
    "quoted": lambda candidate: "”" in candidate.modifier,
}
