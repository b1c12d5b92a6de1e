"""The patterns of agencies' names, compiled once from the registry."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from gigraph.registry import Registry
from gigraph.registry.agencies import Agencies
from gigraph.registry.agency_rows import SectorBody, StopRow
from gigraph.registry.lead_words import LeadWords
from gigraph.text.alternation import alternation
from gigraph.text.fold import HAN

# 办 begins another word, or what an office does: 办公用品, 办会, 办事; but 网信办公布, 网信办会议.
OFFICE_GOES_ON = (
    r"公(?![布示告]|开(?![支会]))|报(?![送告请备审批经])|会(?![议同商签审办])|[理事法结学件好案证文税电复实]"
)
_ENVIRONMENT = r"(?:生态环境(?:保护)?|环境保护|环保)"
# A group sent to inspect, with its number or its matter; 督导组 alone is any.
INSPECTORS = (
    rf"(?:(?:大督查)?第[一二三四五六七八九十]{{1,3}}{_ENVIRONMENT}?(?:巡视|巡察|督查|督察|督导|巡查)组"
    rf"|{_ENVIRONMENT}督察(?:组|(?:工作)?领导小组)|(?:巡视|巡察)组)(?![长织])"
)
# What a department, an office or an institution ends in, with the words that only begin alike.
_BODY_END = (
    r"(?:委员会|管委会|办公[室厅]|领导小组|领导组|协调小组|推进小组|工作小组|工作组(?!织)|指挥部|联席会议(?!制度|机制)|街道办(?:事处)?|办事处|分局|支局|总队|支队|大队|研究[院室所]|总工会"
    rf"|联合会|红十字会|交易所|管理[处所站段]|(?<=海事|路政|运政|航务|征稽)处(?![理置罚分级])|监督所|(?<![网车油])(?:总站|中心站|(?<![网车油电基驿转圾费压])(?<!服务)站(?![点内台长在式]))|(?<=[运管政林卫证业质检渔察路保科土法建划水监督究农环验试])所(?![有属在需以得谓做长])|(?:公路|养护)段|(?:调查|执法|监察|稽查|检查|勘测|地质)队|(?:保健|福利|设计|规划|养老|敬老|中医|科学|仲裁|检[验测疫]|考试)院|工作专班|{INSPECTORS}|(?<![大格布全结当邮僵残棋变胜赌骗饭危破])(?<!(?<!公)开)(?<!开新)局(?!面|部|势|限|域|长(?![\u4e00-\u9fff]{{1,3}}(?:分局|支局|[区县市])))|(?<![大分])厅(?!级|局)|办(?!{OFFICE_GOES_ON})"
    r"|中心(?<![府委局厅院]工作中心)(?!组(?![织建])|工作|城|区|任务|思想|学习|点|内容|理论)|[图档博文科美展教]\w{0,3}?馆|艺术馆|研室(?<=教研室)|[导查察]室(?<=[督监][导查察]室)|(?<![师计])事务所|登记处|大学(?!生)|学院|医院|检察院|法院)"
)
# What has a station of its own in a town: 某镇交管所.
TOWN_STATIONS = (
    r"司法|财政|财税|派出|税务|国土(?:资源)?|自然资源|工商|市监|市场监管|林业|环保|水管|水利|交管|交通管理"
    r"|运管|农机|房管|城管|规划|畜牧|兽医|电管|粮管|社保|人社|食药监|动监"
)
# Whole names of institutions behind a place's name.
_WHOLE_NAME = (
    rf"(?:政务公开|(?:政府)?信息公开)[科股处](?![室长])|(?:福利|敬老|养老|中医|妇幼保健)院|(?:体育|殡仪|科技|文化|群艺)馆|救助(?:管理)?站|(?:中心)?卫生院|社区卫生服务中心|中心小学|中心(?:学校|校)|公证处|(?:{TOWN_STATIONS}|看守|拘留|戒毒|军休)所|气象[台站]|水文站|(?:教师)?进修学校"
    rf"|[{HAN}]{{0,6}}?(?:实验|外国语|希望|思源|民族|寄宿制)(?:学校|小学|中学)"
    r"|(?:技工|特教|特殊教育|职业技术|体育运动|卫生|艺术|聋哑|(?:职业)?中等(?:专业|职业)(?:技术)?)学校"
    r"|职业(?:高级中学|高中|中专)|(?:电大|卫校|技校|职校|农校|警校|体校|职中|职高)(?![生长教])|(?:青?少年|工人文化)宫|武警(?:中队|大队|支队)(?!长)"
    r"|(?:第[一二三四五六七八九十]{1,2}|实验|高级|职业|职业技术|民族|中心)(?:中学|小学|幼儿园|高中|人民医院)"
)
# What makes schools many, or a kind of them; what goes on behind one (学校教师).
PLAIN_SCHOOL = (
    r"[民公]办|[直所附]属|[城乡校]区|[农乡]村|乡镇|城[乡镇]|示范|重点|普通|优质|薄弱|中小|义务|全日制|完全|年制?一贯|特色|平安|文明|绿色|试点|校外|外[来籍]|子弟|有关|相关|部分|先进|优秀"
    r"|达标|标准|规范|定点|家长|老年|业余|驾[驶校]|党|培训|各|全|所|级|类|个|等|内|多|两|每|该|本|我|名|高中|初中|大专|基层|一线|国家|贫困|新建|在建|中心|地区|寄宿(?!制)|规模|偏远|留守|随班"
)
AFTER_SCHOOL = "[生长区]|教?师|家长"
NUMBERED_SCHOOL = r"第?[一二三四五六七八九十]{1,2}中(?![院法全心央国队学小级旬午期])"
_NUMBERED = re.compile(NUMBERED_SCHOOL)
_FREE_SCHOOL = rf"(?!{PLAIN_SCHOOL})(?:[{HAN}](?!{PLAIN_SCHOOL})){{2,5}}?(?:中学|小学|幼儿园|学校)(?!{AFTER_SCHOOL})"
_GROUP_END = (
    r"(?:监督小组|监督检查小组|监督评议小组|评议小组|督查小组|督导小组|考核小组|审查小组|审核小组|评估小组|编辑小组"
    r"|监督组(?!织)|监督检查组(?!织)|部际联席会议(?=办公室)|部际协调会议(?=办公室)|厅际联席会议(?=办公室)"
    r"|局际联席会议(?=办公室)|联席会议(?=办公室)|协调会议(?=办公室)|领导小组|领导组|协调小组|推进小组|推进组|工作小组"
    r"|指挥部(?<!“指挥部)|工作专班|委员会(?<=保密委员会))"
)
_TAIL_END = (
    r"(?:办公[室厅]|领导小组(?:办公室)?|领导组(?:办公室)?|协调小组(?:办公室)?|工作组(?!织)|指挥部|分局|支局|支队|大队|总队|研究室|监督所|管理[处所站]|执法队"
    r"|中心(?<![府委局厅院]工作中心)(?!组(?![织建])|工作|城|区|任务|思想|学习|点|内容|理论)|(?<![查惩严此何多好各用出远深到])处(?!分(?![别头工管送解])|[理置罚于级室长所])|科(?![学技研室普长目级])|(?<!公)司(?![法机令长局仪])|股(?![份室东长])|委员会(?<=保密委员会)|委员会(?<=生产委员会)|委员会(?<=学术委员会)|(?<!查阅|阅览|查询|接待)室(?![内外])|(?<![场厕])所(?![有属在需以]))"
)
POLICE_UNIT = r"(?:政治|警令|警务保障|后勤保障|政工)部(?!门)"
_OFFICE = rf"办公[室厅]|办(?!{OFFICE_GOES_ON})"
_PLACED_UNIT = (
    r"(?=(?:税务|国土|公安|工商|海事|监管|管理)?(?:分局|支局|大队|中队|(?:中心)?支行|分行|营业管理部|[区县市旗站所]))"
)
_BEFORE_VERBS = frozenset("是并也均已将要需应可能就再还我们年别")
_PARTY = (
    rf"(?:稽查|缉私)局(?!长)|(?:档案|博物|校史|图书)馆|"
    rf"(?:机关)?(?:党委|党组|纪委|党总支|党支部|工会|团委)(?:办公室|办(?!公))?|党政办(?:公室)?|纪检(?:监察)?组|机关纪委|{INSPECTORS}"
    rf"|[{HAN}]{{0,6}}(?:综合|党群|党建|事务|治理|发展|管理|工作|服务|建设)部(?![门长署队分位件委级属])"
    rf"|(?:[东西]北|[东西]南|华[东北中南]|中南)[{HAN}]{{0,6}}(?:局|中心)(?![长级])"
)


# 102地质大队, 第三水文地质工程地质队
_TEAM = rf"第?[一二三四五六七八九十百〇○零\d]{{1,4}}[{HAN}]{{0,8}}?(?:地质|物探|勘[探查测])(?:大|工程)?队(?![长员伍列])"
_TAIL = re.compile(
    rf"{_OFFICE}|{_TEAM}|(?<=[银人]行)[{HAN}]{{2,8}}?(?:支行|分行|营业管理部)|[{HAN}]{{2,8}}?办(?=[、和与及])|{_PARTY}|{POLICE_UNIT}|[{HAN}]{{1,12}}?{_TAIL_END}|[{HAN}]{{2,6}}?(?:(?<!党)工委(?![员托派])|{_OFFICE})"
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """known: bodies and short forms of the registry. body: open names behind a place's name. tail: units of a body.

    group: ends of leading groups. central: organs of the centre. vertical: those named for a place, without its short
    name, which is one of `places`, of `place_sizes` characters (the longest first), or one of `counties`. The other
    frozensets are the words of agency_stopwords.tsv. matters: what divisions are named for, and whether one is a
    division's name by itself, of `matter_sizes` characters (the longest first). committee: those of a congress.
    longer, longer_start: words of more than a character that no name has, or none begins with. branches: the places
    that branches are named for. sectors: of bodies, by name. under: what bodies under bureaus are called, by sector.
    leads: what may stand before a name. shared_nouns: what lists of an organisation's lower bodies name once.
    """

    known: re.Pattern[str]
    body: re.Pattern[str]
    tail: re.Pattern[str]
    group: re.Pattern[str]
    central: re.Pattern[str]
    vertical: re.Pattern[str]
    places: frozenset[str]
    house_words: frozenset[str]
    points: frozenset[str]
    sectors: dict[str, str]
    under: dict[str, re.Pattern[str]]
    place_sizes: tuple[int, ...]
    counties: frozenset[str]
    inside: re.Pattern[str]
    longer: re.Pattern[str]
    longer_start: re.Pattern[str]
    fine: re.Pattern[str]
    of_groups: re.Pattern[str]
    start: re.Pattern[str]
    after: re.Pattern[str]
    goes_on: re.Pattern[str]
    level_left: frozenset[str]
    level_right: re.Pattern[str]
    bare_left: frozenset[str]
    committee: re.Pattern[str]
    branches: frozenset[str]
    matters: dict[str, bool]
    matter_sizes: tuple[int, ...]
    leads: LeadWords
    shared_nouns: re.Pattern[str]

    def under_bureau(self, names: Iterable[str]) -> re.Pattern[str] | None:
        """What bodies under a bureau are called, by one of its names; None where the table has none."""
        ends = (name[at:] for name in names for at in range(len(name) - 2))
        sector = next((self.sectors[end] for end in ends if end in self.sectors), "")
        return self.under.get(sector)

    def is_name(self, text: str) -> bool:
        """Whether the open part of a name has no word that cannot stand in one, nor a verb that no name has."""
        return self.has_no_word(text) and not self.leads.has_verb(text)

    def has_no_word(self, text: str) -> bool:
        """The same of the name of a town or a group, in which any verb may stand (奋斗镇)."""
        return not self.inside.search(self.fine.sub("", text)) and not self.start.match(text)

    def may_begin(self, text: str, start: int, at: int) -> bool:
        """Whether a name may begin at an offset: behind no word, or one that may stand before it."""
        before = text[at - 1] if at > start else ""
        return before in self.bare_left or not "\u4e00" <= before <= "\u9fff" or self.leads.leads(text, at, start)

    def led(self, text: str, start: int, at: int) -> bool:
        """Whether a verb at the head of a clause, no matter of bodies, ends there: 督促 of 督促教育局."""
        size = self.leads.before(text, at, start)
        first = at - size
        if not size or text[first:at] in self.matters or self.known.match(text, first):
            return False
        before = text[first - 1] if first > start else ""
        if not "\u4e00" <= before <= "\u9fff" or before in _BEFORE_VERBS:
            return True
        return text[first - 2] in "我本" or self.leads.leads(text, first, start)  # 我委督促委办公室

    def is_group(self, text: str) -> bool:
        """The same of a leading group's name: what it is for may hold further words (门户网站建设, 推进依法行政)."""
        text = text.removeprefix("全国")
        return self.has_no_word(text) or self.has_no_word(self.of_groups.sub("", text))


def _under(rows: Iterable[SectorBody]) -> dict[str, re.Pattern[str]]:
    words: dict[str, list[str]] = {}
    for row in rows:
        for sector in row.sectors:
            words.setdefault(sector, []).append(row.word)
    return {sector: re.compile(alternation(found)) for sector, found in words.items()}


def _shortest(words: Iterable[str]) -> list[str]:
    """The words that hold no other: where one of them stands is asked, not which."""
    found = frozenset(words)
    return [
        word
        for word in found
        if not any(
            word[at:stop] in found
            for at in range(len(word))
            for stop in range(at + 1, len(word) + 1)
            if stop - at < len(word)
        )
    ]


@lru_cache(maxsize=4)
def lexicon_of(registry: Registry) -> Lexicon:
    """The patterns of a registry."""
    agencies, words = registry.agencies, _by_role(registry.agency_stopwords)
    branches = frozenset(name[:-1] for name in registry.regions.by_name if len(name) > 2 and name[-1] in "市县区旗")
    no_part = (*words["inside"], *registry.lead_words.sure)
    inside = re.compile(alternation(_shortest(no_part)))
    # 都 in 秦都分局 is a part of the place's name.
    places = alternation(name for name in branches if inside.search(name))
    return Lexicon(
        known=re.compile(alternation(_known_names(agencies, words["school-office"]))),
        body=re.compile(rf"{_WHOLE_NAME}|{NUMBERED_SCHOOL}|{_FREE_SCHOOL}|[{HAN}“”+]{{1,20}}?{_BODY_END}"),
        tail=_TAIL,
        group=re.compile(rf"{_GROUP_END}(?:办公室)?"),
        central=re.compile(alternation(agencies.central)),
        vertical=re.compile(rf"{alternation(agencies.organs)}(?!总署|学院|系统)"),
        places=frozenset(registry.regions.by_short_name),
        house_words=registry.house_words,
        points=frozenset((*words["point"], "物业管理处")),
        sectors={name: row.sector for name, row in agencies.body_rows.items()},
        under=_under(agencies.sector_body_rows),
        place_sizes=tuple(sorted({len(name) for name in registry.regions.by_short_name}, reverse=True)),
        counties=frozenset(registry.regions.counties),
        inside=inside,
        longer=re.compile(alternation(_shortest(word for word in no_part if len(word) > 1))),
        longer_start=re.compile(alternation(word for word in words["start"] if len(word) > 1)),
        fine=re.compile(rf"{alternation(words['fine'])}|{places}{_PLACED_UNIT}"),
        of_groups=re.compile(alternation(words["group"])),
        start=re.compile(rf"(?!直属(?:税务|海事)?(?:分局|支队|大队|中队)){alternation(words['start'])}"),
        after=re.compile(alternation(words["after"])),
        goes_on=re.compile(alternation(words["goes-on"])),
        level_left=frozenset(words["level-left"]),
        level_right=re.compile(alternation(words["level-right"])),
        bare_left=frozenset(words["bare-left"]),
        committee=re.compile(
            rf"(?:{alternation(agencies.committees)}|[{HAN}]{{2,5}}?(?:街道|[镇乡]))(?:工作委员会|委员会|工委|委(?![员托派任培]))"
        ),
        branches=branches,
        matters={row.word: row.role == "matter" for row in registry.division_words},
        matter_sizes=tuple(sorted({len(row.word) for row in registry.division_words}, reverse=True)),
        leads=registry.lead_words,
        shared_nouns=re.compile(alternation(agencies.shared_nouns)),
    )


def _by_role(rows: Iterable[StopRow]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for row in rows:
        words.setdefault(row.role, []).append(row.word)
    return words


def _known_names(agencies: Agencies, offices: Iterable[str]) -> set[str]:
    aliases = (name for name in agencies.aliases if not _NUMBERED.fullmatch(name))  # 县二中队 is no 县二中
    return {*agencies.body_names, *aliases, *_offices(), "办事处", *offices}


def _offices() -> Iterator[str]:
    """The general offices of governments, as they are called behind a place's name."""
    for head in ("人民政府", "政府", "府", "行署", "行政公署", "公署"):
        for office in ("办公厅", "办公室", "办"):
            yield head + office
