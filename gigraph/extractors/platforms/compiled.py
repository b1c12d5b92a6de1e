"""The registry's tables of platforms as patterns, compiled once."""

import re
from collections.abc import Iterator
from functools import lru_cache

from gigraph.extractors.platforms.exclusions import exclusions_of
from gigraph.extractors.platforms.lexicon import Lexicon
from gigraph.registry import Registry
from gigraph.registry.platforms import Platforms
from gigraph.registry.region_codes import short_name
from gigraph.text.alternation import alternation
from gigraph.text.view import HAN

_SEVERAL = r"(?:\d{1,4}[余多]?|[一二两三四五六七八九十数]{1,3})家"  # 四家行业局网站
_WRITTEN = r"(?!一[^一二三四五六七八九十百千万余])[一二两三四五六七八九十百千万几数]{1,7}"
_OWN = r"[我本](?:[局厅委办部院校所馆会站署处队省市县区州旗盟镇乡]|街道|单位|机关|部门|中心|公司)"
_DATE_OR_COUNT = (
    r"\d{1,4}(?:年(?:以?来|底|末)?|月|日|时)"
    r"|[一二两三四五六七八九十百千万几数]{1,7}[余多来]?[台块处套座](?![山湾子川岭])"  # 两台自助查询机
    # 三十六个微信公众号; but 一个窗口, 工程二期平台, 三条石街道
    rf"|{_WRITTEN}[余多来]?[个条种款面份间幅张册](?![山湾子川岭石])"
    rf"|(?:{_WRITTEN}[余多来]|[一二三四五六七八九十百千两]{{2,7}}|(?<=[近上逾超过达])[百千万])家"
    r"|(?:[四五六七八九十百千万余多来两]|十[一二三])期|[一二三]期(?=(?:人民)?政府\Z)"
    r"|(?:[一二三四五六七八九十]|\d{1,2})(?:楼|层)(?:大厅)?"
    r"|\d{1,7}(?:\.\d{1,4})?[百千万亿]{0,2}[余多]?(?:[个家条件块处种类项次台面期篇名人万元份间座套幅张册]){1,3}|%"
)

_COUNT = r" ?\d{1,6}[余多]?(?:条|篇|件|则|期|次)"  # 其中网站85条、微信64条
# 微博、抖音号全年先后发布: what may stand between a channel and what it does, words of the table apart.
_LIST = r"(?:[、和及与][^,。;:!?\n、和及与]{1,12}){0,6}(?:等[^,。;:!?\n]{0,4})?"
_ADVERB = (
    r"每[天日周月季年]|每?早晚|[0-9一二三四五六七八九十两]{1,3}次|[日月年]均|均?可以?"
    r"|向(?:社会|群众|公众|市民|居民|企业|用户|客户|家长|学生|考生|村民|农户|业主|职工|商户|游客|纳税人|参保人)(?:公众)?"
)
_NOT_SERVED = r"(?![不未偏慢难]|较[少慢]|滞后|缓慢)"
_BY = "(?<![财已曾未神佛途历])经(?![济开信贸营纪办费销络典常过由理])"  # 预算经局网站公布
# 患者可用门诊大厅触摸屏; but 智能用电平台
_MAY_USE = r"可用(?![性户地])|(?<=[民生人者户们众长])[能会]用(?![户水电地能气热工])"
_USES = "户水电地工房药能人料品于途"  # 街道用微信群发布; but 城区用水
_MAY_USE += rf"|(?:(?<=街道)|(?<=作队)|(?<=[我本省市县区州旗镇乡][省市县区州旗镇乡局厅委]))用(?![{_USES}])"
# 其中上县政府网68条, 信息上南山教育网; but 上级, 上市, 上城区
_PUT_UP = r"(?:(?<![\s\S])|(?<=[件息料容部中均都也条篇]))上(?![级市城])"
_NOT_SITE = "(?<!网(?=[站络页]))"  # 校内网站 has no 内网, 门户网页 no 门户网
_NOT_WITHIN = "(?<!好(?=差评))(?<!上报(?=名))"  # 利用好差评系统, 网上报名系统
_LEVELS = "省市县区州旗盟镇乡"

_FIRSTS = r"我本经可能会上\d一二两三四五六七八九十百千万几数%"  # what the patterns of `_edges` begin with


@lru_cache(maxsize=4)
def lexicon_of(registry: Registry) -> Lexicon:
    """The patterns of a registry."""
    tables = registry.platforms
    terms = {row.term: row for row in tables.terms}
    names = {form: row for row in tables.names for form in (row.name, *row.aliases)}
    roles = _roles(registry)
    edges = _edges(roles)
    return Lexicon(
        terms=terms,
        names=names,
        exclusions=exclusions_of(tables.exclusions, terms),
        heads=_heads(tables),
        known=re.compile(alternation(names)),
        edges=edges,
        whole=re.compile(alternation(_whole(registry, edges, roles))),
        roles=roles,
        lead=re.compile(f"(?:{alternation(tables.words('lead'))}(?![局厅委部办科处所站队区院]|中心|项目|工程|用地))"),
        channel=re.compile(alternation(tables.words("channel"))),
        direct=tables.words("direct"),
        tail=re.compile(alternation(tables.words("tail"))),
        serves=_serves(tables),
        reading=re.compile(alternation(tables.words("reading"))),
        nuclei=tables.words("nucleus"),
        unlisted=registry.open_words,
        nucleus=re.compile(alternation(tables.words("nucleus"))),
        brands=tuple(row.term for row in tables.terms if row.use == "brand"),
        families=re.compile(rf"“((?:{alternation(tables.words('family'))})[{HAN}]{{1,6}})”"),
        bodies=frozenset(tables.words("bodies")),
        absent=re.compile(alternation(tables.words("absent"))),
        vague=re.compile(f"(?:{alternation(tables.words('vague'))}){{1,6}}"),
        single=frozenset(word for word in registry.wording.lead_words("ambiguous") if len(word) == 1),
        places=registry.regions.by_name,
        firsts=frozenset(name[0] for name in registry.regions.by_name),
        shorts=tuple(sorted(_shorts(registry))),
        begins=_begins(registry),
        likely=_likely(tables),
        media=tuple(row.term for row in tables.terms if row.use in {"medium", "paper"} or row.kind == "gazette"),
    )


def _heads(tables: Platforms) -> re.Pattern[str]:
    return re.compile(alternation(row.term for row in tables.terms if row.use not in {"whole", "brand"}) + _NOT_SITE)


def _likely(tables: Platforms) -> re.Pattern[str]:
    body = r"[局厅委部院校馆会](?:机关|政务|官方|门户)?\Z"
    return re.compile(f"{body}|{alternation(tables.words('likely'))}|全[国省市县区]")


def _roles(registry: Registry) -> dict[str, str]:
    """Words that may end a name leftwards, with what each is."""
    contexts, wording = registry.platforms.contexts, registry.wording
    return (
        {row.word: "keep" for row in contexts if row.role == "keep"}
        | {word: "ambiguous" for word in wording.lead_words("ambiguous") if len(word) > 1}
        | dict.fromkeys(wording.lead_words("plain"), "cut")
        | {row.word: row.role for row in contexts if row.role in {"plural", "conjunction", "cut"}}
    )


def _edges(roles: dict[str, str]) -> re.Pattern[str]:
    # Few characters begin an edge.
    begins = rf"(?=[{_FIRSTS}{''.join(sorted({re.escape(word[0]) for word in roles}))}])"
    return re.compile(
        f"{begins}(?:(?P<own>{_OWN})|(?P<plural>{_SEVERAL})|{alternation(roles)}{_NOT_WITHIN}|(?P<ambiguous>{_BY}|{_PUT_UP})|(?P<cut>{_DATE_OR_COUNT}|{_MAY_USE}))"
    )


def _whole(registry: Registry, edges: re.Pattern[str], roles: dict[str, str]) -> Iterator[str]:
    """Names of places and bodies in which an edge is read."""
    for name in {*registry.regions.by_name} - registry.regions.words.in_names_of_sites:
        if _is_cut(name, edges, roles, ("在", "更新")):
            yield name
    for row in registry.agencies.bodies:
        if _is_cut(row.stem, edges, roles, ("",)):
            yield row.stem
        elif edges.search(row.stem):
            yield from (row.stem + suffix for suffix in row.suffixes)  # 审计局 is no verb with 局


def _serves(tables: Platforms) -> re.Pattern[str]:
    adverbs = f"(?:{alternation(tables.words('adverb'))}|{_ADVERB}){{0,3}}"
    return re.compile(f"{_COUNT}|{_LIST}{adverbs}{alternation(tables.words('serves'))}{_NOT_SERVED}")


def _begins(registry: Registry) -> re.Pattern[str]:
    tables = registry.platforms
    sorts = rf"政务(?!公开)|[0-9]{{5}}|{alternation(tables.words('sort'))}"
    stems = alternation((*tables.words("field"), *(row.stem for row in registry.agencies.bodies)))
    government = r"(?:人民)?政府|委(?!员)|人大|政协"
    return re.compile(
        rf"{_OWN}|[{_LEVELS}局厅校院]长(?![效期江])|(?:自治)?[{_LEVELS}]级?(?:{government}|{sorts}|{stems}|\Z)|{sorts}"
    )


def _shorts(registry: Registry) -> Iterator[str]:
    for name, regions in registry.regions.by_name.items():
        short = short_name(name)
        if len(short) > 1 and any(region.level in {"province", "prefecture"} for region in regions):
            yield short


def _is_cut(name: str, edges: re.Pattern[str], roles: dict[str, str], befores: tuple[str, ...]) -> bool:
    """Whether a sure edge is read in a name, or in one of the words before it and its first characters (在|建昌县)."""
    return any(
        edge.end() > len(before) and edge.start() < len(before) + len(name) and roles.get(edge[0]) != "ambiguous"
        for before in befores
        for edge in edges.finditer(before + name)
    )
