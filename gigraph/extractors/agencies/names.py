"""The name that stands behind a prefix: the body, and the units of it behind that."""

import re

from gigraph.extractors.agencies.groups import group_start
from gigraph.extractors.agencies.lexicon import OFFICE_GOES_ON, Lexicon

GOVERNMENT_NOUN = re.compile(
    r"政府(?=信息公开|公开信息(?!\d|近\d)|公开工作|信息与|信息和|信息化|采购|集中采购|网站|门户|网|职能|投资|购买|性|债务|公报|政报|与社会)"
)
_WORK = re.compile(r"信息公开(?:工作)?的?(?:部署|要求|安排|决策|统一|总体|精神|会议|有关|相关)")
_OTHER_WORD = re.compile(
    rf"委(?=托|任(?![命免])|培(?!训)|派(?!驻|员|人|专人|[出发送往])|员(?!会))|办(?={OFFICE_GOES_ON})|局(?=长(?![\u4e00-\u9fff]{{1,3}}(?:分局|支局|[区县市])))|部(?=[门长分署队])|心组(?![织建])|(?<=公开)办(?=[医赛园刊厂展贷照户班年卡单养校])"
)
_ANOTHER = re.compile(r"[省市县区州旗](?:(?:人民)?政府|府办)|[省市县区州旗]委")
# 市人大十五届三次会议, 区委九次全会: a meeting.
_SESSION = re.compile(r"第?[一二三四五六七八九十\d]{1,3}(?:届(?!.{0,3}常委会)|次(?:全会|全委|全体会议|党代))")
# 局党组会, 党委扩大会议, 市委全会: meetings, too; 局党组会同机关各处室 is none.
_MEETING = re.compile(
    r"(?<=人大)(?:议案|建议(?=[\d、和及与提案]))|"
    r"(?:(?<=党组)|(?<=党委)|(?<=党工委))(?:\(?扩大\)?)?会(?![同商签计员办务])|(?<=委)(?:全会|全委会)"
)
# What follows a unit that is the code of a document's number: 市政府办公厅宁政办发〔2012〕38号.
_NUMBER = re.compile(r"[发函字电呈规审公开秘便]{0,3}(?:〔|\[|\(?(?:19|20)\d\d)")
_BEGINS = r"(?<!公)开|(?<!振)兴|(?<![双文])创"
# 督办, 转办 and 举办 are deeds; so is 办 behind a bureau where what is held follows (市图书馆办讲座).
_DEED = re.compile(
    rf"(?:[主承督催举联操申停补代拟阅筹帮快速待在已领]|{_BEGINS}|(?<!综)合|(?<!审)批|(?<![外公])交|(?<![军流])转"
    r"|(?<![督核巡普清])查|(?<!财)经|(?<!员)会|(?<!政)协)办$(?<![妇商残侨文社信]联办)"
)
# 县电视台开办《阳光政务》栏目; but 市农合办
_FOUNDS = re.compile(rf"(?:[主承举协]|(?<![综农])合|(?<!办)公|{_BEGINS})办$")
# 厂办大集体, 民办学校: who runs something is told by 办, too, behind what is done with it.
_RUN_BY = re.compile(r"[\u4e00-\u9fff]{2}[厂校院企民公]办$")
# What a body does with more than its own matter: 财政厅公开厂办企业名单; 公开办, 公开工作领导小组, 认定科 are units.
_DONE = re.compile(
    r"公开(?!工作|服务|指导|管理|监督|协调|推进|与|和|办(?:公室)?$|.$)|免费开放"
    r"|(?:公布|公示|扶持|抽查|抽检|认定|曝光|核准|通报|发放)(?=[\u4e00-\u9fff]{3})(?!服务|指导|管理|监督)"
)
_HELD = re.compile(
    r"[“\"《\d一二三四五六七八九十两几多了过有成出起展班会]|培训|讲座|论坛|活动|开放日|政府开放|刊物|实事|比赛|演出|学习班|专栏|网站|栏目"
)
_ACTS = re.compile(
    r"(?:、[\u4e00-\u9fff]{2,12}(?:局|委|办|厅|中心|处|公司)){0,6}(?:[和与及][\u4e00-\u9fff]{2,12}(?:局|委|办|厅|中心|处|公司))?"
    r"(?:等(?:[\d一二三四五六七八九十]{1,3}[个家])?(?:部门|单位)|(?:具体)?负责|牵头|承担|承办|协办|配合|参加|派员|共同|为成员|组成)"
)
_HALL = re.compile(r"(?:[一二三四五六1-9]楼)?(?:办事|服务|政务|综合)?大厅")
_HOUSES = ("人大", "政协", "人大常委会", "人民代表大会", "常务委员会")
_COMMISSIONS = ("纪委", "监委", "纪律检查委员会")
# 县纪委驻县财政局纪检组, 县纪委监委派驻第五纪检监察组
_STATIONED = re.compile(
    r"(?:国家监委)?(?:(?:派出?)?驻[\u4e00-\u9fff]{0,14}?|第[一二三四五六七八九十\d]{1,3}(?:派驻)?)纪检(?:监察)?组(?:监察室)?(?![长织])"
)
_STATIONS = re.compile(r"(?:派出?)?驻\Z")
# 省监察厅派驻我厅监察室
_SUPERVISION = ("监察部", "监察厅", "监察局")
_ITS_OFFICE = re.compile(r"(?:派出?)?驻[\u4e00-\u9fff]{1,14}?监察[室局](?!长)")
# Bureaus and commissions of a party committee: 省委人才发展局, 市委城乡社区发展治理委员会.
_OF_COMMITTEE = re.compile(
    r"(?P<bureau>(?:人才|机要|保密|督查|目标|档案|史志|文明|党史)(?:发展|工作|服务|管理|督查|和?保密){0,2}局(?![长面部]))|(?!员|[和与及])[\u4e00-\u9fff]{3,12}?委员会(?!主任|委员)"
)
_COLLEGE = re.compile(
    r"(?!各|所属|下属)[\u4e00-\u9fff]{1,10}?(?:学院|研究院|研究中心|研究所)(?![\u4e00-\u9fff]{0,2}[长网生])"
)
_OFFICES = ("办公厅", "办公室")
_SEAT_AND = ("机关和", "机关及", "机关与")  # 局机关和某水库管理中心
# What stands before the place in the full names of committees, and what behind it.
_FRONTS = re.compile(r"(?:中共|中国共产党|中国人民政治协商会议|政协)\Z")
_OF_PARTY = ("委", "纪律检查委员会", "纪委", "工作委员会")
HAS = re.compile(r"(?:内|下|增|新|另|单|加)?设(?![计备施])(?:有|立|置)?(?:了)?")  # 县政府办公室设政务公开股
_SEATS, _OWN = frozenset("委府署"), frozenset("局厅委院校")
_PERSON_OR_MORE = re.compile(r"部门|系统(?!内)|机关各|各(?:处|科|股|部)")


def body_end(text: str, start: int, end: int, lexicon: Lexicon, open_name: bool = True) -> int | None:
    """Where the body that begins at an offset ends, or None; the longest of the known and the open reading."""
    known = lexicon.known.match(text, start, end)
    stop = known.end() if known else None
    of_both = text.startswith("委、", start - 3) and _WORK.match(text, stop or start)  # 市委、市政府信息公开工作的部署
    if (
        stop is not None
        and not of_both
        and text[start:stop] in ("政府", "人民政府")
        and GOVERNMENT_NOUN.match(text, stop - 2)
    ):
        stop = None if text[start:stop] == "政府" else stop
    if stop is not None and cut_short(text, stop, lexicon):
        # 市政府办理 holds no 市政府办, but 市政府
        stop = stop - 1 if text[stop - 1] == "办" and lexicon.known.fullmatch(text, start, stop - 1) else None
    if open_name and (stop is None or text[start:stop] in ("委", "党委", "人大", "府")):
        found = lexicon.body.match(text, start, end)
        if (
            found
            and not _FOUNDS.search(found.group())
            and lexicon.is_name(found.group())
            and (stop is None or _is_longer(text, start, stop))
        ):
            stop = max(stop or 0, found.end())
    if stop is None or _PERSON_OR_MORE.match(text, stop):
        return None
    return stop + 2 if text[start:stop] == "委" and text.startswith("员会", stop) else stop


def _is_longer(text: str, start: int, stop: int) -> bool:
    """区委员会 goes on, 区委区政府 does not."""
    return text.startswith(("员会",), stop)


def cut_short(text: str, stop: int, lexicon: Lexicon) -> bool:
    """委托, 委员, 办理, 局长, 局限于, 中心城区: the last character begins another word, or the last two do."""
    if _OTHER_WORD.match(text, stop - 1):
        return True
    return any(lexicon.goes_on.match(text, at) for at in (stop - 1, stop - 2))


def tails_end(text: str, start: int, stop: int, end: int, lexicon: Lexicon) -> int:
    """Where the units behind a body end (办公室, 财务处, 党组, 领导小组办公室); `stop` where there is none."""
    if text.endswith(_HOUSES, start, stop) and (committee := lexicon.committee.match(text, stop, end)):
        stop = committee.end()
    if text.endswith(_COMMISSIONS, start, stop) and (group := _STATIONED.match(text, stop, end)):
        return group.end()
    if text.endswith(_SUPERVISION, start, stop) and (office := _ITS_OFFICE.match(text, stop, end)):
        return office.end()
    if text.endswith("大学", start, stop) and (college := _COLLEGE.match(text, stop, end)):
        return college.end() if lexicon.is_name(college.group()) else stop
    if text[stop - 1] == "委" and (party := _OF_COMMITTEE.match(text, stop, end)):
        sure = party["bureau"] or (lexicon.is_name(party.group()) and not _ANOTHER.search(party.group()))
        stop = party.end() if sure else stop
    for _ in range(3):
        found = lexicon.tail.match(text, stop, end)
        if not found or not _is_unit(text, start, stop, found.group(), found.end(), lexicon):
            return stop
        stop = found.end()
    return stop


def _is_unit(text: str, start: int, stop: int, unit: str, end: int, lexicon: Lexicon) -> bool:
    group = lexicon.group.search(unit)
    if not (lexicon.is_group(unit) if group else lexicon.is_name(unit)) or _ANOTHER.search(unit):
        return False
    if _NUMBER.match(text, end) or _DEED.search(unit) or _RUN_BY.search(unit) or _DONE.match(unit):
        return False
    if unit.startswith(_SEAT_AND) or HAS.match(unit):
        return False
    verb = unit[:2] in lexicon.leads.words and unit[:2] not in lexicon.matters and not unit.startswith("办公")
    if verb and unit[2:3] in _OWN:  # 我委督促委办公室
        return False
    if unit == "办" and text.endswith(_OFFICES, start, stop):  # 水利部办公厅办秘函〔2018〕12号
        return False
    if unit == "办" and text[stop - 1] not in _SEATS and _HELD.match(text, end):
        return False
    if GOVERNMENT_NOUN.match(text, stop - 2) and text[stop - 2 : stop] == "政府":
        return text[start:stop].endswith("人民政府")
    if group and group.start() and group_start(text, stop, stop + group.start(), lexicon) != stop:
        return False  # 我局借助政府信息公开工作领导小组
    return not cut_short(text, end, lexicon)


def name_start(text: str, start: int, prefix_end: int, stop: int) -> int:
    """Where a name begins whose prefix begins at `start`: 驻 belongs to 驻市财政局纪检组, 政协 to 政协某县委员会."""
    front = _FRONTS.search(text, max(0, start - 11), start) if text.startswith(_OF_PARTY, prefix_end) else None
    if front and ("政" not in front.group() or text.startswith("委员会", prefix_end)):
        return front.start()
    if not text.endswith(("纪检组", "纪检监察组"), prefix_end, stop):
        return start
    seat = _STATIONS.search(text, max(0, start - 3), start)
    return seat.start() if seat else start


def is_part_of_more(text: str, stop: int, lexicon: Lexicon) -> bool:
    """Whether what follows a name makes it part of a platform's name or of a person's (省政府门户网站, 人大代表).

    A station is a medium (在县电视台播出) but where it acts as bodies do.
    """
    if text.startswith("电视台", stop - 3) and not _ACTS.match(text, stop):
        return True
    hall = text.startswith("服务中心", stop - 4) and _HALL.match(text, stop)  # 政务服务中心大厅 is a place to go to
    meeting = _SESSION.match(text, stop) or _MEETING.match(text, stop)
    return bool(hall) or lexicon.after.match(text, stop) is not None or meeting is not None
