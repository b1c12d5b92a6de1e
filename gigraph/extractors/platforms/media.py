"""Whether a noun names a station or a newspaper."""

import re

from gigraph.extractors.platforms.candidate import Candidate
from gigraph.extractors.platforms.channels import stands_among_press

_LEVELS = frozenset("省市县区州旗盟镇乡村")
_HOUSES = frozenset("局厅委部署院校行")  # 校广播站
_LONGEST = 10  # characters of a name before its noun
# 南山环境报采用稿件36篇
_TAKES = re.compile(
    r"(?:共|分别|先后|全年|累计|已){0,2}(?:采用|刊用|选用|录用|刊登|刊发|刊载|登载|刊出|用稿)[^,。;\n]{0,12}?\d"
)


def is_medium(candidate: Candidate) -> bool:
    """Whether a station is told by its name, or stands among channels: 南山电视台, 县电视台."""
    if not candidate.modifier:
        return candidate.channel and (candidate.listed or candidate.term.term != candidate.term.group)
    if candidate.modifier in _LEVELS or candidate.modifier in _HOUSES:  # 县电视台, 校广播站
        return candidate.channel or candidate.listed
    return 1 < len(candidate.modifier) <= _LONGEST


def is_paper(candidate: Candidate) -> bool:
    """Whether a newspaper bears a name."""
    return 1 < len(candidate.modifier) <= _LONGEST


def is_newspaper(candidate: Candidate) -> bool:
    """Whether a name in 报 is a newspaper's: it stands among others, or takes articles."""
    taken = _TAKES.match(candidate.text, candidate.end)
    return is_paper(candidate) and bool(taken or stands_among_press(candidate.text, candidate.start, candidate.end))
