"""Versions and parts of sites, halls and stations that are named behind them: 企业版, 南山子站, 新闻综合频道."""

import re

from gigraph.extractors.platforms.candidate import Candidate

_VERSION = re.compile(
    r"(?:单位|个人|企业|手机|移动|微信|电脑|触屏|无障碍|长者|老年|适老化?|关怀)版"
    # 县政府网站藏文版
    r"|\(?(?:[藏蒙维哈朝彝壮傣汉英日韩俄法外]|蒙古|维吾尔|哈萨克|朝鲜|少数民族|多)(?:[文语]|语种|语言|文字)版\)?"
    r"|(?:安卓|iOS)版|[一二三]期|(?!乡镇|镇街|部门|单位|县区|区县)[^\W和其各主的及与等]{0,6}?(?:子站|分站|子网站)(?!点)"
    r"|(?<=大厅)[^\W和其各主的及与等在设]{2,8}?分厅"  # a branch of an on-line hall: 网上办事大厅南山分厅
)
# 省税务局网站南山频道, 浙江政务服务网南山平台, 陕西政务服务网(南山县)
_LOCAL = re.compile(
    r"([\u4e00-\u9fff]{2,8}?)(?:频道|分?站点|旗舰店|分厅|分平台|(?<!网)站(?![点群长内台])|(?<!站)(?:平台|窗口))|\(([\u4e00-\u9fff]{2,8})\)"
)
# 南山电视台新闻综合频道
_WAVE = re.compile(
    r"(?:新闻|综合|公共|都市|城市|生活|经济|影视|教育|科教|民生|法[治制]|文艺|文化|文旅|旅游|交通|音乐|农村|农业|乡村|少儿|资讯|故事){1,3}"
    r"(?:频道|频率)"
)
_TOWN = 2  # characters of a town's short name
_KIND = re.compile(r"[各级县市区乡镇街村分子主总点首本我该]|部门|单位|基层|移动")


def version_end(candidate: Candidate) -> int | None:
    """Where the name of a part of a site or a hall ends: 企业版, 南山子站, 南山频道 (no channel of a matter)."""
    text, end = candidate.text, candidate.end
    if version := _VERSION.match(text, end):
        return version.end()
    if candidate.term.use == "medium" and (wave := _WAVE.match(text, end)):
        return wave.end()
    serves = candidate.term.use == "net" and candidate.modifier.endswith("政务服务")
    discloses = candidate.term.use == "net" and candidate.modifier.endswith(("公开", "政务", "政府"))
    local = _LOCAL.match(text, end) if serves or discloses or candidate.term.use == "site" else None
    if local is None or (not serves and (local[2] or local[0].endswith(("平台", "窗口")))):
        return None
    place, lexicon = local[1] or local[2], candidate.lexicon
    if serves:  # 政务服务网和县长信箱等平台: two
        town = local[0].endswith("站") and len(place) == _TOWN and not _KIND.search(place)  # 南山政务服务网塔山站
        return local.end() if town or lexicon.is_place(place) else None
    return local.end() if lexicon.names_place(place) and "等" not in place else None
