"""Local laws and rules named without brackets: the name of a region, a topic, and a noun (四川省档案管理条例)."""

import re
from collections.abc import Iterator

from gigraph.extractors.local_names import named_region
from gigraph.registry.regions import Regions
from gigraph.text.reading import Reading
from gigraph.text.titles import is_agency

RULES = "(?:条例|办法|规定|细则)"  # 立法法 (2023) 80, 93
# What a region's rule is on; not what an agency of the region (四川省财政厅的规定) or nobody in particular laid down.
_TOPIC = re.compile(
    r"(?!人民(?!政府(?!办公|领导|各|对|所)[\u4e00-\u9fff]{5})|政府(?!信息|采购|投资|规章|立法)|党委|财政[厅局]|国民经济)"
    r"(?:(?!有关|相关|各项|关于|统一|现行|具体|最新|明确|上述|一系列|其他|实际|要求|情况|制定|制订|印发|出台|发布|公布|[和与及或的了在]|条例|办法|规定)"
    r"[\u4e00-\u9fff]){2,20}"
)
_LONGEST = 26  # characters of region and topic
_LEAST = 3  # of a region's name: those of two (丰县) begin other words as often
_LEVEL = re.compile("[省市县区州旗盟]")


# A law of the state that its name in full makes known: 中华人民共和国审计法实施条例.
_OF_STATE = re.compile(
    r"中华人民共和国(?:(?![的了和与及或]|国务院|主席)[\u4e00-\u9fff]){2,20}?(?:法实施(?:条例|细则|办法)|条例|法(?!实施))"
    r"(?=[,，。;；、()（）\n:：]|[和及与](?!国)|的|第|规定|要求|以及|等|$)"
)


def state_rules(reading: Reading) -> Iterator[tuple[int, int]]:
    """Where laws and regulations of the state stand in a text with their names in full, in order."""
    for match in reading.finditer(_OF_STATE):
        yield match.span()


def regional_rules(reading: Reading, nouns: re.Pattern[str], regions: Regions) -> Iterator[tuple[int, int, int]]:
    """Where such names, and their topics, begin in a text, and where they end, in order.

    nouns: RULES with what may stand behind them.
    """
    text = reading.text
    for match in reading.finditer(nouns):
        for level in _LEVEL.finditer(text, max(0, match.start() - _LONGEST), match.start()):
            begin = named_region(text, level.end(), regions, _LEAST)
            least = (
                2 if match.group().startswith("条例") else 4
            )  # 陕西省档案条例; 陕西省收费规定 is nobody's in particular
            if match.start() - level.end() < least:
                break
            if begin < level.end() and _TOPIC.fullmatch(text, level.end(), match.start()):
                if not is_agency(text[begin : match.start()]):
                    yield begin, level.end(), match.end()
                break
