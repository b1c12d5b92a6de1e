"""Where the words of a report name its publisher, for reports whose title names none.

Rules, in the resolver's order of trust: filled-in (填报单位), here-is (现公布某县2022年…年度报告), compiled-by
(由某局编制), opening (某局根据《…条例》), called (某局(以下简称“我局”)), subject (2022年,某局认真…), contact
(请与某局办公室联系), site (某局网站, of one that says 我局), school (《某学院信息公开细则》, of one that says 我校).
"""

import re
from collections.abc import Iterator

from gigraph.models import Kind, Mention
from gigraph.text.fold import HAN
from gigraph.text.reading import Reading
from gigraph.text.report_title import title_subject

AGENCY = (
    r"(?:政府|[局厅部署院馆委会处所社站台行队校]|办公[室厅]|中心|[大中小]学|学院|党组|办事处|政府办|管委会|海关|监狱"
    r"|公司|集团)"
)
# Regions whose names begin with words that else stand before a name.
_PLACES = (
    "本溪|全[州南椒]县|日(?:照市|喀则|土县)|月湖区|和(?:平[区县]|田[市县地]|[顺静政硕康安]县|龙市|林格尔|布克赛尔|县)"
)
AGENCY_END = re.compile(rf"{AGENCY}$")
_COMPILED = re.compile(
    rf"(?:由|,由?)((?:(?={_PLACES})|(?![各全本我该所]))[{HAN}]{{2,40}}(?:{AGENCY}|街道|[市县区镇乡](?=编制)))(?:依据|根据|按照|汇总|综合|负责|组织|牵头|编)(?:《[^《》]{{2,24}}》)?[^。,、《]{{0,6}}(?:制|写|发|撰写)"
)
_OPENING = re.compile(
    rf"[ ]{{0,8}}(?:[本此该]?(?:年度)?报告(?:是由|系由|由|是|系))?"
    rf"([{HAN}]{{4,30}}?)(?:严格)?(?:根据|按照|依据)《?(?:中华人民共和国)?政府信息公开条例"
)
_OPENING_LINE = re.compile(rf"\n{_OPENING.pattern}")
_HERE_IS = re.compile(
    rf"(?:公布|公开(?<!信息公开)(?<!政务公开)|发布|编制|形成)(?:了|的)?"
    rf"((?:20\d{{2}}年度?)?[{HAN}]{{2,40}}(?:\((?:以下)?简称[^()]{{1,12}}\))?(?:20\d{{2}}年度?)?[{HAN}]{{0,16}}(?:年度报告|年报))(?!有关|编制|格式)"
)
# 现将县人民政府2022年某项工作报告如下, in a text without a heading.
_NOW = re.compile(
    rf"现(?:就|将)(?:(?={_PLACES})|(?![我本各全]))([{HAN}]{{2,24}}?{AGENCY})(?:20\d{{2}}年度?)[^。,;\n]{{2,40}}(?:报告|公布|公开|总结|汇报)"
)
_DEFINED = re.compile(r"\([^()]{1,16}\)")
_FILLED_IN = re.compile(rf"填(?:报|表)单位(?:\([^()]{{1,8}}\))?:?[ \n|]{{0,6}}([{HAN}]{{4,40}})")
_CALLED = re.compile(
    rf"([{HAN}]{{3,30}})\((?:以下|下)?(?:统一)?简?称:?(?:为)?[“\"']?[我本](?:[局厅部署院馆委会办处所社站台行队区市县省州镇乡校]|街道|中心|单位|机关)"
)
_SUBJECT = re.compile(
    r"(?:^|[。\n:])[ \n]{0,8}(?:20\d{2}年度?(?:以?来)?,)"
    rf"(?:在[{HAN}、]{{2,24}}(?:领导|指导|支持|关心)下,)?([{HAN}]{{3,30}}?)"
    r"(?=(?:始终|继续|一直)?(?:坚持|认真|深入|按照|严格|积极|紧紧|紧扣|以习近平|高度重视|全面|扎实|切实|不断|加快|进一步|持续|坚决|牢固|着力"
    r"|大力|在[省市县区州旗盟镇乡上]|(?:政府|政务)信息公开工作|政务公开工作|信息公开工作))"
)
_CONTACT = re.compile(
    rf"(?:请与|请联系:?|可与|可联系:?|向|联系(?:单位|部门|机构)?:)([{HAN}]{{4,40}}?{AGENCY})(?:联系|[(,。;]|咨询|反映)"
)
# The leaders of a place, of whom a government's report speaks: 某市委、市政府高度重视.
_LED = re.compile(
    rf"(?:^|[。,\n)])[ \n]{{0,8}}(?:20\d{{2}}年,)?([{HAN}]{{2,8}}[省市县区州旗盟])委、?"
    r"[省市县区州旗盟](?:人民)?政府(?:领导|始终)?高度重视"
)
# A place whose bodies' reports one of its government is put together from: 综合某市各县（市、区）政府和市级各部门….
_GATHERED = re.compile(
    rf"(?:综合|汇总|根据)(?:20\d{{2}}年度?)?([{HAN}]{{2,10}}[省市州区县旗盟])(?:所属|所辖|下辖)?各(?=[省市州区县旗盟镇乡]|街道|地|部门|单位|级)"
)
# 结合某县民政局2019年工作实际, “本机关”是指某县民政局.
_ACTUAL = re.compile(rf"结合(?![我本全])([{HAN}]{{4,30}}?{AGENCY})(?:20\d{{2}}年度?)?(?:工作|公开)?实际")
_MEANT = re.compile(
    r"[我本](?:机关|单位|[局厅委办院校会部处署镇乡])[”\"]?,?(?:均|都)?(?:是|系)?"
    rf"指([{HAN}]{{4,30}}?{AGENCY})(?=[,。;)(\n])"
)
_NOW_OF = re.compile(rf"[,。\n][ ]{{0,8}}([{HAN}]{{4,30}}?{AGENCY})现(?:将|就|把)(?:20\d{{2}}年)")
_NOW_AREA = re.compile(
    rf"现(?:将|就|把)(?![我本各全该])([{HAN}]{{2,12}}?[市县区州旗盟镇乡])(?=20\d{{2}}年[^。,;\n]{{2,40}}(?:报告|公布|公开|总结|汇报))"
)
_SELF = re.compile(r"[我本]([局厅委办院校会部处署])")
# The site of one that speaks of itself as 我局: “某市水利局”网站; the rules of a school: 《某学院信息公开实施细则》.
_SITE = re.compile(rf"[“”在到从,]([{HAN}]{{3,30}}(?:局|厅|委员会|委|办公室|院|学院|大学))”?(?:官方|政务|门户)?网站")
_SCHOOL_RULES = re.compile(
    rf"《([{HAN}]{{2,20}}(?:大学|学院|学校))信息公开[{HAN}]{{0,6}}(?:办法|细则|条例|规定|指南|目录)"
)
_UNIT = re.compile(
    r"(?:(?:人民)?政府)?(?:(?:政府|政务)?(?:信息)?(?:与政务)?(?:政务)?公开(?:工作)?)?(?:领导小组)?(?:党政)?(?:办公[室厅]|办|科|(?<!办事)处|股)$|(?:党政)?综合(?:办公室|科|处|股)$"
)
_BEFORE_NAME = re.compile(rf"^(?:(?!{_PLACES})(?:年度|年|月|日|以及|和|与|由|是|为|请))+")
_BOTH = re.compile(
    r"(?:党委|(?<=[省市县区州旗盟镇乡])委)[和与及]?[省市县区州旗]?(?:人民)?政府$"
)  # a place by both that govern it
_NO_NAME = re.compile(rf"^(?!{_PLACES})[我本全各其该]|工作$|信息$")


def named_in_text(reading: Reading) -> Iterator[Mention]:
    """The candidates for the publisher in the first sentences of the text; offsets are the view's."""
    text = reading.text
    parts = [(start, min(end, start + 2500)) for start, end in reading.runs[:3]]
    for find, rule in _FINDERS:
        for part in parts:
            if match := find(text, *part):
                name = title_subject(_DEFINED.sub("", match.group(1))) if rule == "here-is" else match.group(1)
                if name and (rule in ("here-is", "compiled-by") or AGENCY_END.search(name)):
                    yield reading.mention(Kind.REPORT, match.start(1), match.end(1), ("publisher", name), rule)
                break
    yield from _in_passing(reading, parts)
    if match := _FILLED_IN.search(text):
        yield reading.mention(Kind.REPORT, match.start(1), match.end(1), ("publisher", match.group(1)), "filled-in")


def _opening(text: str, start: int, end: int) -> re.Match[str] | None:
    """The first line that opens with a name; one pattern for the text's beginning and for lines takes far longer."""
    return (_OPENING.match(text, start, end) if start == 0 else None) or _OPENING_LINE.search(text, start, end)


def _in_passing(reading: Reading, parts: list[tuple[int, int]]) -> Iterator[Mention]:
    """Names that the text gives in passing; the resolver takes one only where its place is certain."""
    text = reading.text
    for pattern, rule, needed in _PASSING:
        for part in parts:
            for match in pattern.finditer(text, *part) if needed is None or needed.search(text, *part) else ():
                name = _trimmed(match.group(1), rule)
                if rule in ("site", "school") and not _speaks_as(text, name):
                    continue
                if len(name) > 1 and not _NO_NAME.search(name):
                    at = match.start(1) + match.group(1).find(name)
                    yield reading.mention(Kind.REPORT, at, at + len(name), ("publisher", name), rule)


def _speaks_as(text: str, name: str) -> bool:
    """Whether the text calls its publisher by the last word of a name: 我局 for a 局, 我校 or 学校 for a school."""
    last = "校" if name.endswith(("大学", "学院", "学校")) else {"会": "委", "室": "办"}.get(name[-1], name[-1])
    found = [match.group(1) for match in _SELF.finditer(text[:3000])]
    if not found and last == "校":
        return text[:3000].count("学校") > 2
    return bool(found) and max(found, key=found.count) == last


def _trimmed(name: str, rule: str) -> str:
    """A name without the words before it, and the publisher of a unit that is named for contact."""
    name = _BEFORE_NAME.sub("", name)
    if rule == "subject":
        name = _BOTH.sub("", name)
    return _UNIT.sub("", name) if rule == "contact" else name


# Pattern, rule, and words that it cannot do without where few texts have them and they are found faster.
_PASSING = (
    (_CALLED, "called", re.compile("称:?(?:为)?[“\"']?[我本]")),
    (_SUBJECT, "subject", re.compile("年度?(?:以?来)?,")),
    (_LED, "subject", re.compile("政府(?:领导|始终)?高度重视")),
    (_GATHERED, "subject", re.compile("(?:综合|汇总|根据)[^。]{2,24}各")),
    (_ACTUAL, "subject", re.compile("结合[^。]{4,40}实际")),
    (_MEANT, "called", re.compile("指")),
    (_NOW_AREA, "subject", re.compile("现[将就把]")),
    (_NOW_OF, "subject", re.compile("现[将就把]20")),
    (_CONTACT, "contact", None),
    (_SITE, "site", None),
    (_SCHOOL_RULES, "school", None),
)
_FINDERS = (
    (_HERE_IS.search, "here-is"),
    (_COMPILED.search, "compiled-by"),
    (_opening, "opening"),
    (_NOW.search, "opening"),
)
