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
    # one body under two names
    ("固原市自然资源局", "固原市自然资源局（市林业和草原局）组织学习。", []),
    ("礼泉县人民政府", "县政务服务局（县行政审批局）汇总。", ["礼泉县政务服务局"]),
    ("礼泉县人民政府", "县委（县政府）要求,县财政局（预算股）负责。", ["中共礼泉县委", "礼泉县财政局"]),
    # bodies of before, of which one seems to be the publisher in short
    ("礼泉县农业农村局", "原礼泉县农业局、县畜牧局的信息移交。", ["礼泉县农业局", "礼泉县畜牧局"]),
    ("南京市旅游园林局", "市旅游园林局由市旅游局、市园林局重组而来。", ["南京市旅游局", "南京市园林局"]),
    ("礼泉县工业和信息化局", "县工信局公开信息20条。", []),
    # institutions without a level word
    ("咸阳市人民政府", "古渡公园管理处、渭河管理局另有年报。", ["咸阳市古渡公园管理处", "咸阳市渭河管理局"]),
    ("咸阳市人民政府", "基层管理所、各管理处均已公示,加强管理处理问题。", []),
    (
        "甘肃省卫生厅",
        "省人民医院、兰州大学第一医院和西安交通大学公示药价。",
        ["甘肃省人民医院", "兰州大学第一医院", "西安交通大学"],
    ),
    ("甘肃省卫生厅", "兰州大学生、甘肃图书馆学会参观,组织大学学习。", []),
    (
        "礼泉县人民政府",
        "县体育馆、县救助站、县福利院和县教师进修学校公示。",
        ["礼泉县体育馆", "礼泉县救助站", "礼泉县福利院", "礼泉县教师进修学校"],
    ),
    ("礼泉县人民政府", "县妇联、团县委、县委参加。", ["礼泉县妇女联合会", "共青团礼泉县委员会", "中共礼泉县委"]),
    ("礼泉县人民政府", "共青团礼泉县委办公室负责。", ["共青团礼泉县委员会办公室"]),
    # lists of a bureau's own
    (
        "晋中市物价局",
        "局办公室牵头、价格监督检查局和成本调查队各出一人。",
        ["晋中市物价局办公室", "晋中市物价局价格监督检查局", "晋中市物价局成本调查队"],
    ),
    ("咸阳市城市管理局", "市容科、执法支队公示。", ["咸阳市城市管理局市容科", "咸阳市城市管理局执法支队"]),
    (
        "咸阳市民政局",
        "区划地名科、社会福利和慈善事业促进科公示。",
        ["咸阳市民政局区划地名科", "咸阳市民政局社会福利和慈善事业促进科"],
    ),
]


@pytest.mark.parametrize(("publisher", "sentence", "expected"), CASES)
def test_the_agencies_of_a_sentence(publisher: str, sentence: str, expected: list[str]) -> None:
    text = f"{publisher}2015年政府信息公开工作年度报告\n一、概述\n{sentence}\n"
    facts = facts_of(document_of(text.encode(), "a"), REGISTRY)
    assert [entry.name for entry in facts.agencies if entry.name != publisher] == expected
