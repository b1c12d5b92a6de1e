"""What agencies an invented report's sentence names, in full: text, resolution and what another extractor takes away."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry

REGISTRY = load_registry()
CITY, COUNTY, PROVINCE = "咸阳市林业局", "礼泉县卫生局", "海南省水务厅"
CASES = [
    # a document's number behind the office that gave it
    (CITY, "对照市政府办公厅咸政办发〔2012〕38号文查漏。", ["咸阳市人民政府办公厅"]),
    (CITY, "依市政府办公室咸政办201342号通知调整。", ["咸阳市人民政府办公室"]),
    (CITY, "按省林业局陕林办字〔2012〕5号的布置整改。", ["陕西省林业局"]),
    # deeds, and what is held
    (CITY, "市委教育工委督办台账14条。", ["中共咸阳市委教育工作委员会"]),
    (CITY, "市融媒体中心办“开放日”3场,市图书馆办讲座2场。", ["咸阳市融媒体中心", "咸阳市图书馆"]),
    (CITY, "市审计局查办2件,市信访局转办30件。", ["咸阳市审计局", "咸阳市信访局"]),
    (
        CITY,
        "市政府政务公开办、市行政审批办、市军转办汇总。",
        ["咸阳市人民政府政务公开办公室", "咸阳市行政审批办公室", "咸阳市军转办公室"],
    ),
    # units of party organs
    (CITY, "会同市委办公室督查科、市保密局。", ["中共咸阳市委办公室督查科", "咸阳市保密局"]),
    (CITY, "市委组织部干部科派员参加。", ["中共咸阳市委组织部干部科"]),
    # committees of the congress
    (PROVINCE, "省人大常委会农村工委调研1次。", ["海南省人民代表大会常务委员会农村工作委员会"]),
    (PROVINCE, "省人大财经委视察。", ["海南省人民代表大会财政经济委员会"]),
    (PROVINCE, "省政协经济委员会视察。", ["中国人民政治协商会议海南省委员会经济委员会"]),
    (PROVINCE, "省人大常委会办公厅来函。", ["海南省人民代表大会常务委员会办公厅"]),
    (COUNTY, "县人大代表、县政协委员评议。", []),
    # groups stationed with a body
    (COUNTY, "县纪委驻县卫生局纪检组查一次。", ["中共礼泉县纪律检查委员会驻礼泉县卫生局纪检组"]),
    (COUNTY, "省纪委派驻省卫生厅纪检监察组督导。", ["中共陕西省纪律检查委员会派驻陕西省卫生厅纪检监察组"]),
    (COUNTY, "县纪委监委派驻第五纪检监察组全程监督。", ["礼泉县纪委监委派驻第五纪检监察组"]),
    (COUNTY, "县纪委派员督查。", ["中共礼泉县纪律检查委员会"]),
    # a force of a bureau's own, and of no one's in a government's report
    (COUNTY, "综合股、卫生监督大队各派一人。", ["礼泉县卫生局综合股", "礼泉县卫生局卫生监督大队"]),
    ("礼泉县人民政府", "综合科起草了方案。", []),
    ("喀什地区行政公署", "地委办、行署办联手发文。", ["中共喀什地委办公室", "喀什地区行政公署办公室"]),
]


@pytest.mark.parametrize(("publisher", "sentence", "expected"), CASES)
def test_the_agencies_of_a_sentence(publisher: str, sentence: str, expected: list[str]) -> None:
    text = f"{publisher}2015年政府信息公开工作年度报告\n一、概述\n{sentence}\n"
    facts = facts_of(document_of(text.encode(), "a"), REGISTRY)
    assert [entry.name for entry in facts.agencies if entry.name != publisher] == expected
