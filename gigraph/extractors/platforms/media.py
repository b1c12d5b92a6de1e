"""Whether a noun names a station or a newspaper."""

import re

from gigraph.extractors.platforms.candidate import Candidate
from gigraph.extractors.platforms.channels import stands_among_press

_LEVELS = frozenset("省市县区州旗盟镇乡村")
_HOUSES = frozenset("局厅委部署院校行")  # 校广播站
_LONGEST = 10  # characters of a name before its noun
# 由县融媒体中心制作, 与县电视台联合举办活动: a partner; but 与县电台合办节目
_WITH = "由|与|联合|会同|配合|协同|邀请|组织|协调|商请"
_PARTNER, _TO = re.compile(rf"(?:{_WITH})\Z"), re.compile(rf"(?:{_WITH}|向)\Z")
_BEFORE_IT = re.compile(r"(?:通过|利用|运用|依托|借助|在|于)[^,。;\n]{0,30}\Z")
_AIRS = re.compile(
    r"[^,。;\n]{0,24}?(?:合办|联办|合作(?:开|办|制作|推出|播)|开办|开设|创办|开播|播出|刊播|播放|播报|直播|发布|公开|报道|节目|栏目|专栏|录制|采用)"
)
# 县电视台开办《阳光政务》栏目
_AIRS_ITSELF = re.compile(r"(?:共|全年|累计|每[周月日天]|定期|及时){0,2}(?:开[办设辟播]|播[出放报发]|刊播|滚动播)")
_ACTS = re.compile(r"(?:联合|牵头|负责|组织|配合|承办|运营|举办|的(?:沟通|协[作调]|合作|联系|配合|对接|协同))")
_CENTRES = {"融媒体中心"}
# 南山环境报采用稿件36篇
_TAKES = re.compile(
    r"(?:共|分别|先后|全年|累计|已){0,2}(?:采用|刊用|选用|录用|刊登|刊发|刊载|登载|刊出|用稿)[^,。;\n]{0,12}?\d"
)


def acts(candidate: Candidate) -> bool:
    """Whether a station or a media centre is a partner in something, and no channel: 联合县融媒体中心制作."""
    text, start, end = candidate.text, candidate.start, candidate.end
    centre = candidate.term.term in _CENTRES
    airs = not centre and _AIRS.match(text, end)
    if _ACTS.match(text, end) and not airs:
        return True
    partner = (_TO if centre else _PARTNER).search(text, max(candidate.floor, start - 2), start)
    if partner and candidate.lexicon.ends_name(text[max(candidate.floor, start - 14) : partner.start()].rstrip("”》")):
        return False  # 公开栏与县电视台等平台: one of a list
    if not partner or _BEFORE_IT.search(text, max(candidate.floor, start - 34), partner.start()):
        return False
    return not airs


def is_medium(candidate: Candidate) -> bool:
    """Whether a station is told by its name, or stands among channels: 南山电视台, 县电视台."""
    if not candidate.modifier:
        return candidate.channel and (candidate.listed or candidate.term.term != candidate.term.group)
    if candidate.modifier in _LEVELS or candidate.modifier in _HOUSES:  # 县电视台, 校广播站
        partner = _PARTNER.search(candidate.text, max(candidate.floor, candidate.start - 2), candidate.start)
        if _AIRS_ITSELF.match(candidate.text, candidate.end):
            return True
        return candidate.channel or candidate.listed or bool(partner and _AIRS.match(candidate.text, candidate.end))
    return 1 < len(candidate.modifier) <= _LONGEST


def is_paper(candidate: Candidate) -> bool:
    """Whether a newspaper bears a name."""
    return 1 < len(candidate.modifier) <= _LONGEST


def is_newspaper(candidate: Candidate) -> bool:
    """Whether a name in 报 is a newspaper's: it stands among others, or takes articles."""
    taken = _TAKES.match(candidate.text, candidate.end)
    return is_paper(candidate) and bool(taken or stands_among_press(candidate.text, candidate.start, candidate.end))
