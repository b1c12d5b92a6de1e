"""Lists whose members share one noun at their end: 第一、第二税务分局; 城南、河口两个海事处; 甲县、乙县两个县档案局.

A list before a number has as many members as the number says, or is open (城南、河口等8个监管组). `value` is the member
with the noun (城南海事处; 甲县档案局); the span is what stands in the text (城南).
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gigraph.extractors.agencies.lexicon import Lexicon
from gigraph.extractors.agencies.names import is_part_of_more
from gigraph.registry.regions import Regions
from gigraph.text.fold import HAN

_NUMERALS = {word: value for value, word in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "仨": 3}
# A number before a noun of each or a level; most numbers count something else.
_COUNT = re.compile(
    r"(?P<count>\d{1,2}|[一二三四五六七八九两]?十[一二三四五六七八九]?|[一二三四五六七八九两])"
    r"(?:(?P<each>[个家所处])|(?=[县区市旗镇乡街]))"
)
_OPEN = re.compile(r"(等)?(?:共计?)?\Z")  # 城南、河口等共8个
_LEVEL = re.compile(r"(?:[县区市]\([县区市旗、]{1,5}\)|[县区市旗]级|[县区市旗]{2,3}|[县区市旗镇乡]|街道)?")
_REST = re.compile(
    r"局(?![长级部面])|(?:人民)?政府(?!部门|网|门户|信息|采购|各|所属|系统)|街道?办(?:事处)?|(?:调查)?队(?![长员伍])"
)
_ORDINALS = re.compile(r"第[一二三四五六七八九十]{1,3}(?:[、和与及]第?[一二三四五六七八九十]{1,3}){1,12}")
_LIST = re.compile(rf"[{HAN}、]{{2,60}}\Z")
_SHORT_LIST = re.compile(rf"(?<![{HAN}、])[{HAN}]{{2,12}}(?:、[{HAN}]{{2,3}}){{0,8}}[、和及与][{HAN}]{{2,3}}\Z")
_LAST = re.compile(r"^(.{2,}?)(?:以及|[和及与])(.{2,})$")
_ORDINAL = re.compile(r"第?[一二三四五六七八九十]{1,3}")
_NO_MEMBER = re.compile(
    r".*(?:[局处科股室厅委办队所站组司院校会省]|中心|机关|单位|部门|政府|企业|公司|基层|人|各|等|其他|其它|全部|上述|下辖|所属)$"
    r"|(?:各|等|其他|其它|上述|全部|以上|多|数)|.*[的了]"
)
# A place whose name begins with one of them is rarer than the word.
_NEVER_FIRST = frozenset("由在向对从让使被了的是")
# What stands before the noun of any such body, or of those of a place that is named by its level.
_NO_STEM = re.compile(
    r".*(?:机关|基层|乡镇|镇街|街镇|辖区|属地|驻地|当地|所在|中心|示范|星级|优秀|先进|规范化?|标准化?|直属|部分|农村|城区|城乡"
    r"|[省市县区旗镇乡街村个处级])$|.*(?:[全各]|管辖|联系|下[属设辖])"
)
_GOES_ON = frozenset("有属在需以得谓做长涉级")
# Those of the table that are named alone; of the last two, the ones that bear the name of a place.
_SINGLE = re.compile(
    r"(?:派出|司法|工商|税务|国土|国土资源|自然资源|市场监管|市场监督管理|财政|供电)所|税务分局|(?P<placed>管理部|分中心)"
)
_CLINICS = re.compile(r"(?:中心)?卫生院(?P<placed>(?!))?")
_LEVELS = "县市区旗镇乡"
_LONGEST = 6
_DOWN = ("镇", "乡", "街道")


class Member(NamedTuple):
    """A member of such a list: where it stands, what it means, and whether it is the publisher's own or a place's.

    until: where the list with its noun ends, of which nothing else is a name.
    """

    start: int
    end: int
    value: str
    rule: str
    until: int


def shared_nouns(text: str, start: int, end: int, regions: Regions, lexicon: Lexicon) -> Iterator[Member]:
    """The members of lists of bodies that share a noun of the table or a level word and a body."""
    for count in _COUNT.finditer(text, start, end):
        if text[count.start() - 1 : count.start()] == "第":
            continue
        noun = lexicon.shared_nouns.match(text, count.end(), end) if count["each"] else None
        level = _LEVEL.match(text, count.end(), end)
        body = _body(text, level.end(), end, lexicon) if level and (count["each"] or level.group()) else ""
        if not body and (noun is None or is_part_of_more(text, noun.end(), lexicon)):
            continue
        number = _number(count["count"])
        before = _OPEN.search(text, max(start, count.start() - 3), count.start())
        spans = _members(text, start, before.start(), number, bool(before[1]), regions, lexicon) if before else []
        for begin, stop in spans:
            if noun:
                yield Member(begin, stop, text[begin:stop] + noun.group(), "branch", noun.end())
            elif level and (value := _of_place(text[begin:stop], level.group(), body, regions)):
                yield Member(begin, stop, value, "shared", level.end() + len(body))
    yield from _ordinals(text, start, end, lexicon)
    yield from _uncounted(text, start, end, regions, lexicon)


def stations_of(names: Iterable[str]) -> re.Pattern[str] | None:
    """What stations are called that the publisher may have, by its names: any bureau's, or a health office's."""
    names = tuple(names)
    if any("卫生" in name for name in names):
        return _CLINICS
    return _SINGLE if any(name.endswith(("局", "中心", "公司", "队")) for name in names) else None


def own_stations(
    text: str, start: int, end: int, regions: Regions, lexicon: Lexicon, nouns: re.Pattern[str]
) -> Iterator[Member]:
    """城关工商所, 鲸园派出所 in the report of the bureau whose they are: named alone, or each with the noun."""
    for noun in nouns.finditer(text, start, end):
        for size in (2, 3):
            at = noun.start() - size
            stem = text[max(start, at) : noun.start()]
            if at < start or not lexicon.may_begin(text, start, at) or lexicon.leads.leads(text, noun.start(), at):
                continue
            if (
                "、" in stem
                or _NO_STEM.match(stem)
                or text[noun.end() : noun.end() + 1] in _GOES_ON
                or is_part_of_more(text, noun.end(), lexicon)
            ):
                continue
            known = stem in regions.counties or stem in regions.by_short_name
            if known or (not noun["placed"] and _is_member(stem, regions, lexicon)):
                yield Member(at, noun.end(), stem + noun.group(), "branch", noun.end())
                break


def without(text: str, members: list[Member]) -> str:
    """The text with such lists blanked out; offsets stay."""
    for member in members:
        text = text[: member.start] + "\n" * (member.until - member.start) + text[member.until :]
    return text


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    tens, mark, ones = word.rpartition("十")
    return (_NUMERALS.get(tens, 1) * 10 if mark else 0) + _NUMERALS.get(ones, 0)


def _uncounted(text: str, start: int, end: int, regions: Regions, lexicon: Lexicon) -> Iterator[Member]:
    """城南、河口海事处: names of one length in a list that the noun of them all ends."""
    for noun in lexicon.shared_nouns.finditer(text, start, end):
        found = _SHORT_LIST.search(text, max(start, noun.start() - 40), noun.start())
        if len(noun.group()) < 3 or found is None or is_part_of_more(text, noun.end(), lexicon):
            continue
        spans = _parted(text, found.start(), found.end())
        spans = spans[1:] if _NO_MEMBER.match(text[spans[0][0] : spans[0][1]]) else spans  # 稽核科和城南、河口海事处
        spans = [(_led(text, *spans[0], lexicon), spans[0][1]), *spans[1:]]
        if text.endswith(noun.group(), start, spans[0][1]):  # 礼泉管理部、兴平管理部: each has the noun
            continue
        if len(spans) > 1 and all(_is_member(text[begin:stop], regions, lexicon) for begin, stop in spans):
            for begin, stop in spans:
                yield Member(begin, stop, text[begin:stop] + noun.group(), "branch", noun.end())


def _ordinals(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Member]:
    """第一、第二税务分局, also without a number before the noun."""
    for found in _ORDINALS.finditer(text, start, end):
        noun = lexicon.shared_nouns.match(text, found.end(), end)
        if noun and not is_part_of_more(text, noun.end(), lexicon):
            for one in _ORDINAL.finditer(text, found.start(), found.end()):
                value = "第" + one.group().removeprefix("第") + noun.group()
                yield Member(one.start(), one.end(), value, "branch", noun.end())


def _body(text: str, at: int, end: int, lexicon: Lexicon) -> str:
    known = lexicon.known.match(text, at, end)
    found = known if known and len(known.group()) > 2 else _REST.match(text, at, end)
    return found.group() if found and not is_part_of_more(text, found.end(), lexicon) else ""


def _members(
    text: str, start: int, end: int, number: int, is_open: bool, regions: Regions, lexicon: Lexicon
) -> list[tuple[int, int]]:
    """Where the members stand that end at an offset; none where they are not as many as the number says."""
    run = _LIST.search(text, max(start, end - 60), end)
    if run is None or not 2 <= number <= 30:
        return []
    spans = _parted(text, run.start(), end)
    if not is_open:
        if len(spans) < number:
            return []
        spans = spans[-number:]
    elif len(spans) > number:
        return []
    first, stop = spans[0]
    found = [(_led(text, first, stop, lexicon), stop), *spans[1:]]
    good = [(begin, stop) for begin, stop in found if _is_member(text[begin:stop], regions, lexicon)]
    if is_open:  # what is no member ends the list: 局办公室、城南、河口等8个
        bad = [index for index, (begin, stop) in enumerate(found) if not _is_member(text[begin:stop], regions, lexicon)]
        good = found[bad[-1] + 1 :] if bad else found
    return good if len(good) > 1 or is_open else []


def _parted(text: str, start: int, end: int) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = start
    for part in text[start:end].split("、"):
        two = _LAST.match(part)
        if two and _NO_MEMBER.match(two[1]):  # 执法大队以及城南、河口等8个
            spans += [(at, at + two.end(1)), (at + two.start(2), at + len(part))]
        elif part:
            spans.append((at, at + len(part)))
        at += len(part) + 1
    if spans and (last := _LAST.match(text[spans[-1][0] : spans[-1][1]])):
        begin, stop = spans.pop()
        spans += [(begin, begin + last.end(1)), (begin + last.start(2), stop)]
    return spans


def _led(text: str, start: int, end: int, lexicon: Lexicon) -> int:
    """Where the first member begins, behind the words of the sentence."""
    for at in range(end - 2, start, -1):
        if (
            text[at - 1] in _NEVER_FIRST
            or lexicon.leads.before(text, at, start)
            or (text[at - 1] in lexicon.leads.single and 2 <= end - at <= 3 and not 2 <= end - start <= 3)
        ):
            return at
    joint = max(text.rfind(word, start, end) for word in "和与及")  # 机关和城南、河口两个隶属海关
    return joint + 1 if end - start > _LONGEST and 2 <= end - joint - 1 <= _LONGEST else start


def _is_member(name: str, regions: Regions, lexicon: Lexicon) -> bool:
    if name in regions.counties or name in regions.by_short_name or name in regions.by_name:
        return True
    return (
        (2 <= len(name) <= _LONGEST or name in tuple("东南西北"))
        and not _NO_MEMBER.match(name)
        and lexicon.is_name(name)
    )


def _of_place(name: str, level: str, body: str, regions: Regions) -> str:
    """甲 or 甲县 with 县 and 档案局: 甲县档案局; nothing where none or several of the regions are called so."""
    if level in _DOWN:
        return (name if name.endswith(level) else name + level) + body
    if level.endswith("级") and name in regions.counties:  # 礼泉县级队
        return name + level + body
    levels = [word for word in _LEVELS[:4] if word in level] or list(_LEVELS[:4])
    found = [name] if name in regions.by_name else [name + word for word in levels if name + word in regions.by_name]
    return found[0] + body if len(found) == 1 else ""
