"""Whether a noun with the words before it names a web site."""

import re

from gigraph.extractors.platforms.candidate import Candidate

OWNER = re.compile(r"(?:政府|[局厅委院校署行社]|海关|大学|中心|单位|机关|总队|支队)\Z")
MANY_SITES = re.compile(r"(?:账号|帐号)?(?:[2-9]|\d{2,4}|[二两三四五六七八九十]{1,3})[余多]?[个家]")

_SELF = frozenset("局厅委部署院校行")  # 厅网
_SCHOOL = frozenset({"学校", "学院", "大学", "校"})  # 学校主页点击412万次
_HOUSE = re.compile(r"(?:街道|[镇乡]|大学|学校|”)\Z")
_LEVELS_OF = re.compile(r"[两二三四五]级(?:人民|政府|部门|机关){0,2}\Z")  # 省、市、县三级网站: many
_ONLY_LEVEL = re.compile(r"[按据]?全?(?:自治[区州]|[省市县区州旗盟])级?")
_OF_BODY = {"门户", "外网", "网页", "门户网页"}  # sites where a body stands before them: 局外网, 县政府门户
# 维护网站信息: the work on a site, no publication on it.
_KEEPS = re.compile(r"(?:维护|更新|管理|监管|完善|优化|加强|规范|清理)(?:好|了)?\Z")
_KEPT = re.compile(r"信息(?!公开)|内容|栏目|页面|运行|后台|数据|版面")
# 各单位、各学院在本单位网站公开: each one's.
_EACH = re.compile(r"各(?!项|类|种)[^,。;\n]{1,16}\Z")


def is_site(candidate: Candidate) -> bool:
    """Whether a noun names a site of a body, or one that something is published on."""
    start = candidate.start
    if candidate.modifier.startswith(("本", "自", "各")) and _EACH.search(
        candidate.text, max(candidate.floor, start - 24), start
    ):
        return False
    if candidate.text.startswith("集约化", candidate.end) and _ONLY_LEVEL.fullmatch(candidate.modifier):
        return False  # 自治区网站集约化: all sites of it
    if _LEVELS_OF.search(candidate.modifier) or MANY_SITES.match(candidate.text, candidate.end):  # 并入网站46个
        return False
    if candidate.term.term in _OF_BODY:
        return bool(OWNER.search(candidate.modifier) or _HOUSE.search(candidate.modifier))
    if candidate.modifier or candidate.term.term != "网站":
        return True
    kept = _KEPT.match(candidate.text, candidate.end) and _KEEPS.search(
        candidate.text, max(candidate.floor, start - 4), start
    )
    return candidate.channel and not kept


def is_net(candidate: Candidate) -> bool:
    """Whether a name in 网 or 主页 is a site's: by its place, its quotation marks, or what it is about."""
    modifier = candidate.modifier
    if candidate.term.term == "主页" and modifier in _SCHOOL:
        return True
    if len(modifier) < 2:
        return modifier in _SELF and candidate.channel
    if candidate.lexicon.placed(modifier):
        return True
    proper = candidate.quoted or modifier.endswith(("”", ")")) or "”" in modifier or modifier.startswith("中国")
    government = len(modifier) > len("人民政府") - 1 and modifier.endswith("政府")
    return proper or government or modifier.endswith(candidate.lexicon.nuclei) or candidate.channel
