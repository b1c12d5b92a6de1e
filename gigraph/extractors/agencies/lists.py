"""Lists whose later members leave the place's name out: 市监察局、法制办; 区委、管委会; 局办公室、财务处、人事处."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from gigraph.extractors.agencies.lexicon import OFFICE_GOES_ON, POLICE_UNIT, Lexicon
from gigraph.extractors.agencies.names import GOVERNMENT_NOUN, HAS, body_end, is_part_of_more, tails_end

_SEPARATOR = re.compile(
    r"\s{0,2}(?:(?:牵头)?[,、]?(?:会同|联合|协同)|(?:牵头|主抓|主办|承办|把关|配合|协办)、|[、,]|以及|和|及其(?=办公[厅室])|及|与|或)\s{0,2}"
)
_UNIT = re.compile(
    rf"{POLICE_UNIT}|[\u4e00-\u9fff]{{0,6}}?(?:稽查|检查|监察|执法|监督)局(?!长)|(?:机关党委|机关纪委|党组|办公室|监察室)|[\u4e00-\u9fff]{{2,10}}?(?:(?<!公)司(?![法机令长局])|[处科股](?!分(?![别头工管送解])|[理置罚于级室长学技研普目份东])|监察室|综合执法队|司法所|财政所|分局(?!长)|(?:登记|支付|结算|核算|评审|责任审计)局(?!长)|大队|总队|支队|(?:调查|执法|监察|稽查|检查|勘测|巡查|服务|抢险|工程|测量)队|(?<![车网油务电基厂])站(?![点内台长在])|(?<![场厕务生])所(?![有属在需以得谓做长])|(?:公路|养护|管理)段|办公室|办(?!{OFFICE_GOES_ON})|中心(?!组)|(?:保健|福利|设计|规划|养老|敬老|科学)院|(?:图书|档案|博物|文化|艺术|美术|科技)馆)"
)
_SHORT_FORM = re.compile(r"\((?:以下)?(?:简称)?:?[“\"]?[\u4e00-\u9fff]{2,12}[”\"]?\)")
_FORCE = re.compile(r"(.{2,20}?[局厅])[\u4e00-\u9fff]{2,10}([总支大]队)")
_OFFICE = re.compile(r"办公[厅室]")
_TOWNS = ("镇", "乡", "街道")
_OTHER_TOWN = re.compile(r"[\u4e00-\u9fff]{2,4}(?:[镇乡]|街道)[\u4e00-\u9fff]{2}")
# One word for the place of both: 自治区党委、政府, 县委政府.
_COMMITTEE_AND = re.compile(
    r"委(?:、|和|、)?(?P<government>(?:人民)?政府|行政公署|行署|管委会)(?!办|[所直]|各(?:部门|科|委|办|直|有关)|部门|督查|研究)"
)
_FOLLOWS = re.compile(
    r"$|[^\u4e00-\u9fff]|[等和及与为是负主牵按在对]|以及|相关|有关|联合|组织|共同|联系|设立|开展|提供|各|工作|印发|职能|业务|组成|参[加与]|派员|抽调|督[查导办]|检查|抽查|通报|指导|审[核查批]|汇总|[报抄]送|提供|[发公]布|公[开示]|制定|召开|承[办担]"
    r"|落实|梳理|汇总|报送|完成|办理|处理|答复|考核|配合|协[助同]|进行|实施|征求|反馈|[都也均已还就则将由向从以派抽赠送设摆挂]"
)


class Head(NamedTuple):
    """A name in the text: its prefix (省, 咸阳市, 局, or empty), and offsets in the view."""

    start: int
    prefix_end: int
    end: int
    kind: str


def members(text: str, head: Head, end: int, lexicon: Lexicon, prefixed: frozenset[int]) -> Iterator[Head]:
    """The members of a list that follow a head; the list ends where a name with a prefix of its own begins."""
    stop = head.end
    if head.kind != "organisation" and (shared := _COMMITTEE_AND.match(text, stop - 1, end)):
        start, behind = shared.span("government")
        if not is_part_of_more(text, behind, lexicon) and not GOVERNMENT_NOUN.match(text, behind - 2):
            yield Head(start, start, behind, "listed")
            stop = behind
    for _ in range(24):
        separator = _SEPARATOR.match(text, _behind_short_form(text, stop, end), end)
        if not separator:
            return
        start = separator.end()
        start += text.startswith("原", start)  # 财政局、原审计局
        if start in prefixed:
            return
        found = _member(text, start, end, head, lexicon)
        if found is None:
            return
        if text[start:found] not in ("市民中心", "卫生院"):  # a house of the city's, a kind
            yield Head(start, start, found, "listed")
        stop = found


def listed_name(name: str, prefix: str, member: str) -> str:
    """What a member of a list means: with the head's prefix, or as the head's last unit is, of the head's body.

    >>> listed_name("省公安厅交警总队", "省", "治安总队"), listed_name("局办公室", "局", "驻局纪检组")
    ('省公安厅治安总队', '驻局纪检组')
    >>> listed_name("某县财政局", "某县", "县城关小学")  # its level word is told twice
    '某县城关小学'
    """
    if member.startswith(("驻", "派驻")):
        return member
    if prefix.endswith(_TOWNS) and _OTHER_TOWN.match(member):  # 某镇中心小学、城关镇西关小学
        return member
    if prefix[-1:] == member[0] and member[0] in "省市县区州旗":
        return prefix + member[1:]
    force = _FORCE.fullmatch(name)
    return (force[1] if force and member.endswith(force[2]) else prefix) + member


def own_units(text: str, head: Head, end: int, lexicon: Lexicon, prefixed: frozenset[int]) -> Iterator[Head]:
    """The units that a body is said to have: 县政府办公室设政务公开股、信息股."""
    has = HAS.match(text, head.end, end)
    at = has.end() if has else end
    first = _member(text, at, end, Head(at, at, at, "organisation"), lexicon) if has else None
    if first is not None:
        yield Head(at, at, first, "listed")
        yield from members(text, Head(at, at, first, "organisation"), end, lexicon, prefixed)


def _behind_short_form(text: str, stop: int, end: int) -> int:
    """局防汛抗旱指挥部办公室(防办)、水政监察大队: the list goes on behind a short form in brackets."""
    short = _SHORT_FORM.match(text, stop, end)
    return short.end() if short else stop


def _member(text: str, start: int, end: int, head: Head, lexicon: Lexicon) -> int | None:
    if head.kind == "organisation":
        unit = _UNIT.match(text, start, end)
        return unit.end() if unit and lexicon.is_name(unit.group()) else None
    office = _OFFICE.match(text, start, end) if text.endswith("政府", head.start, head.end) else None
    if office:  # 省政府及办公厅
        return office.end() if _FOLLOWS.match(text, office.end(), end) else None
    comma = text[start - 1] == ","  # a comma parts clauses, too
    stop = body_end(text, start, min(end, start + 24), lexicon, open_name=not comma)
    if stop is None:
        return None
    stop = tails_end(text, start, stop, end, lexicon)
    if not (_FOLLOWS.match(text, stop, end) or text[stop : stop + 2] in lexicon.leads.sure) or is_part_of_more(
        text, stop, lexicon
    ):
        return None
    return stop
