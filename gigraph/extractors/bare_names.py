"""Regulations named without brackets: the documents of a named agency, or of a region and a year."""

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import NamedTuple

from gigraph.extractors.implementing import implementing
from gigraph.extractors.local_names import given_by_regions, named_region
from gigraph.extractors.named_agency import DOES, VAGUE, agencies_start, agency_start, of_several
from gigraph.extractors.regional_rules import RULES, regional_rules
from gigraph.models import Kind, Mention
from gigraph.registry import Registry
from gigraph.registry.document_nouns import DocumentNouns
from gigraph.registry.regions import Regions
from gigraph.registry.wording import Wording
from gigraph.text.alternation import alternation
from gigraph.text.reading import Reading
from gigraph.text.titles import clean_title, is_agency

# What may follow the last noun of a name; behind 的 only what is no further document (要点的实施方案).
_MARK_OR_OF = (
    r"[,，。;；、()（）\n:：!?]|$|的(?!通知(?!要求|精神|内容)|[^,，。;；、]{0,8}(?:方案|办法|细则|意见|计划|清单))"
)
_AND_ITS = "(?:及其?|和其?)(?:配套)?实施(?:细则|办法|方案)"  # …工作的意见及实施细则
_INNER = r"[^,，。;；、:：()（）《》〈〉“”\n]"
_WHOLE_REGION = re.compile(
    r"^(?:全国|全省|全市|全县|全区|全州|全盟|全旗|全镇|全乡|全自治区|[\u4e00-\u9fff]{2,6}[省市县区州盟旗镇乡])"
)
_LASTING_TOPIC = (4, 20)  # characters
# 关于印发…的实施方案的通知: the notice goes on behind the first document noun.
# 市政府办公室先后印发2018年…要点: what an agency did; 中央八项规定及其实施细则: two.
_DONE = re.compile(rf"[\u4e00-\u9fff]{{0,4}}?(?:转发|批转|{DOES.pattern})|[\u4e00-\u9fff]{{0,30}}?(?:[及和]其?$|及其)")
_SEVERAL = re.compile(r"[和与及、]")  # 国务院和省的…工作要点: those of several agencies
_NOTICE = re.compile(r"的(?:通知|意见|决定)(?!要求|精神|内容)")
_AS_BASIS = re.compile(r"[^,。;；\n]{0,60}?为(?:抓手|依据|指导|主线|重点|契机|遵循|牵引|导向|统领|总揽|目标|载体)")
_HAN_RUN = re.compile(r"[\u4e00-\u9fff]{2,26}$")


class _Names(NamedTuple):
    """How documents are named without brackets; `lasting_end`: how those of `lasting` end.

    acts: verbs that may stand before a document.
    """

    yearly: re.Pattern[str]
    about: re.Pattern[str]
    issued: re.Pattern[str]
    lasting: re.Pattern[str]
    regional: re.Pattern[str]
    lasting_end: re.Pattern[str]
    acts: re.Pattern[str]
    wording: Wording


@lru_cache(maxsize=4)
def _named_by(nouns: DocumentNouns, wording: Wording) -> _Names:
    lasting, (least, most) = nouns.of("lasting"), _LASTING_TOPIC
    # 2018年政务公开工作要点任务分工方案 is another document than what it carries out
    words = alternation(row.word for row in wording.followers)
    boundary = f"(?!{nouns.of('followed')})(?={_MARK_OR_OF}|{_AND_ITS}|{words})"
    return _Names(
        re.compile(rf"(?P<year>20[012]\d)年(?:度)?(?P<topic>{_INNER}{{2,26}}?){nouns.of('yearly')}{boundary}"),
        re.compile(rf"关于(?P<topic>[^,，。;；:：()（）《》〈〉\n]{{4,50}}?)的{nouns.of('about')}{boundary}"),
        re.compile(
            r"(?:印发|制定|发布|下发|出台|颁布|公布)的"
            rf"(?P<topic>{_INNER}{{4,24}}?{nouns.of('issued')}){boundary}"
        ),
        re.compile(rf"(?P<topic>{_INNER}{{{least},{most}}}?){lasting}{boundary}"),
        re.compile(f"{RULES}{boundary}"),
        re.compile(f"{lasting}{boundary}"),
        re.compile(f"(?<!信息)(?<!政务){alternation(v for v in wording.before_titles() if len(v) > 1)}|[按依照]$"),
        wording,
    )


def agency_documents(reading: Reading, registry: Registry, inside: Container[int]) -> Iterator[Mention]:
    """BARE mentions of documents that a named agency issued, or that are those of a year and a region."""
    names = _named_by(registry.document_nouns, registry.wording)
    finders = (
        ("yearly", _yearly(reading, names, registry.regions)),
        ("agency-about", _about(reading, names)),
        ("issued-by", _issued_by(reading, names)),
        ("agency-document", _lasting(reading, names)),
        ("regional", _regional(reading, names, registry)),
    )
    for rule, finder in finders:
        for begin, start, end in finder:
            if start not in inside:
                name = clean_title(reading.text[start:end])
                yield reading.mention(Kind.BARE, begin, end, name, rule)
                if rule == "agency-about":
                    yield from implementing(reading, end, name[name.find("关于") :], registry.regulations)


def _yearly(reading: Reading, names: _Names, regions: Regions) -> Iterator[tuple[int, int, int]]:
    """国务院办公厅2022年政务公开工作要点, 2014年全市政务公开工作要点, 某市2015年度项目申报指南."""
    text = reading.text
    for match in reading.finditer(names.yearly):
        if VAGUE.search(match["topic"]):
            continue
        about = match.start() - 2 * text.startswith("关于", match.start() - 2)  # 国务院办公厅关于2015年…要点
        begin = agency_start(text, about, names.wording)
        if begin is not None:
            if not of_several(text[begin:about]):
                yield begin, match.start(), match.end()
            continue
        begin = _region_start(text, match.start(), regions)
        regional = begin < match.start() or _WHOLE_REGION.match(match["topic"])
        if regional and _acted_on(text, begin, match.end(), names.acts):
            yield begin, begin, match.end()


def _region_start(text: str, end: int, regions: Regions) -> int:
    """Where the name of a region begins that ends at an offset; the offset itself where there is none."""
    if _WHOLE_REGION.match(text[max(0, end - 2) : end]):  # 全市2021年政务公开工作要点
        return end - 2
    return named_region(text, end, regions)


def _acted_on(text: str, start: int, end: int, acts: re.Pattern[str]) -> bool:
    """Whether the clause says before a name what is done with it, or that the work rests on it (以…为抓手)."""
    if text.startswith("以", start - 1) and _AS_BASIS.match(text, end):
        return True
    begin = max((text.rfind(char, max(0, start - 80), start) for char in ",，。;；\n"), default=-1) + 1
    return bool(acts.search(text, max(begin, start - 80), start))


def _regional(reading: Reading, names: _Names, registry: Registry) -> Iterator[tuple[int, int, int]]:
    """四川省档案管理条例, behind a word that says what is done with it."""
    text, known = reading.text, registry.regulations.bare_names
    for begin, topic, end in regional_rules(reading, names.regional, registry.regions):
        work = known.get(text[topic:end])  # 湖南省政府信息公开条例 is the state's
        if (not work or given_by_regions(work, text[topic:end])) and _acted_on(text, begin, end, names.acts):
            yield begin, begin, end


def _about(reading: Reading, names: _Names) -> Iterator[tuple[int, int, int]]:
    """国务院安委会办公室关于加强…信息公开工作的意见."""
    for match in reading.finditer(names.about):
        begin = agencies_start(reading.text, match.start(), names.wording)
        if begin is not None and not VAGUE.search(match["topic"]):
            notice = _NOTICE.match(reading.text, match.end())
            yield begin, begin, notice.end() if notice else match.end()


def _issued_by(reading: Reading, names: _Names) -> Iterator[tuple[int, int, int]]:
    """省政府办公厅发布的网站页面设计规范."""
    for match in reading.finditer(names.issued):
        begin = agency_start(reading.text, match.start(), names.wording)
        if begin is not None and not VAGUE.search(match["topic"]):
            yield match.start("topic"), match.start("topic"), match.end()


def _lasting(reading: Reading, names: _Names) -> Iterator[tuple[int, int, int]]:
    """省政府办公厅政务公开工作要点, after a word of citing."""
    for match in _topics(reading, names):
        topic = match["topic"]
        ends = [at for at in range(len(topic) - 4, 2, -1) if is_agency(topic[:at]) and topic[at] not in "公室"]
        for at in ends:
            begin = agency_start(reading.text, match.start() + at, names.wording)
            if topic[at - 2 : at] == "政府" and topic[at - 4 : at] != "人民政府" and topic.startswith("信息", at):
                break  # 四川省政府信息公开规定 is on 政府信息
            if begin is not None:
                about = topic.startswith("关于20", at)  # 国务院办公厅关于2015年…要点 is a year's
                if not (about or VAGUE.search(topic, at) or _DONE.match(topic, at) or _SEVERAL.match(topic, at)):
                    yield begin, match.start() + at, match.end()
                break


def _topics(reading: Reading, names: _Names) -> Iterator[re.Match[str]]:
    """What `reading.finditer(names.lasting)` gives; tried before a noun that may end it, not at every character."""
    least, most = _LASTING_TOPIC
    for begin, end in reading.runs:
        done = begin
        for noun in names.lasting_end.finditer(reading.text, begin, end):
            for at in range(max(done, noun.start() - most), noun.start() - least + 1):
                if match := names.lasting.match(reading.text, at, end):
                    yield match
                    done = match.end()
                    break
