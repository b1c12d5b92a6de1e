"""The publisher's office named bare where it acts: 信息由股室初审、办公室复审; 办公室每季度开展检查.

What acts is told by the word behind it; the office of a leading group (领导小组下设办公室,办公室设在…), one of each of
several bodies and the page's own 来源:办公室 are none.
"""

import re
from collections.abc import Iterator

from gigraph.extractors.agencies.groups import is_plural
from gigraph.extractors.agencies.lexicon import Lexicon

_OFFICE = re.compile(r"(?<=[,。;\n、由经报送交])办公[室厅](?=[\u4e00-\u9fff])")
_NO_ACT = re.compile(
    r"设[在于立]?|位于|挂靠|地[址点]|电话|主任|副主任|工作|人员|成员|职[员责能]|内|里|门|大[厅楼]|建设|管理|装修|搬迁|用[房品]|自动化|合并"
    r"|合署|名[称单]|联系|编制(?:\d|人)|[为是](?!牵头|责任|主管|主办|承办|成员)"
)
_GROUP = re.compile(
    r"(?:设|设立|成立|组建|小组|指挥部|委员会)(?:了)?(?:政府|政务)?(?:信息)?(?:公开)?(?:工作)?办公[室厅]"
)
_NEAR = 40  # characters before it in which a group's office is named
_ADVERBS = re.compile(r"[每已共均还再先也全专][\u4e00-\u9fff]|[对向将把按与同会以从][\u4e00-\u9fff]")


def acting_offices(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Where 办公室 stands alone at the head of a clause or behind 由 and acts."""
    for match in _OFFICE.finditer(text, start, end):
        at, stop = match.span()
        if _NO_ACT.match(text, stop) or not _acts(text, stop, lexicon):
            continue
        clause = max(start, at - _NEAR, text.rfind("。", start, at))
        if _GROUP.search(text, clause, at) or is_plural(text, start, at):
            continue
        yield at, stop


def _acts(text: str, at: int, lexicon: Lexicon) -> bool:
    leads = lexicon.leads
    return _ADVERBS.match(text, at) is not None or text[at : at + 2] in leads.words or leads.acts(text, at)
