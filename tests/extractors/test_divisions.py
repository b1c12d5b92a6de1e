"""Divisions and stations that a text names without the organisation before them."""

import pytest

from gigraph.extractors.agencies import extract
from gigraph.models import Document, Source
from gigraph.registry import load_registry
from gigraph.registry.agency_rows import DivisionWord
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
CASES = [
    ("人事股、水政股各派一名联络员", ["人事股", "水政股"]),
    ("综合股起草的方案经局务会通过", ["综合股"]),
    ("法规股把关,国库股复核", ["法规股", "国库股"]),
    ("小组改设在政策法规科,宣教科不再承担", ["政策法规科", "宣教科"]),
    ("目录由办公室汇总,法制科核,监察室督", ["办公室", "法制科", "监察室"]),
    ("监察室、纪检组分管投诉", ["监察室", "纪检组"]),
    ("来电均由法规科、办公室口头答复", ["法规科", "办公室"]),
    ("农村水利处会同规划计划处、财务审计处拟定", ["农村水利处", "规划计划处", "财务审计处"]),
    ("机关党委、人事处组织培训", ["机关党委", "人事处"]),
    ("由政策与法规处设立", ["政策与法规处"]),
    # named for matters that no table has, beside one that is known
    ("社会救助科、甜菜科2个科室提供的信息", ["社会救助科", "甜菜科"]),
    ("由人秘科、甜菜科和法规科负责", ["人秘科", "甜菜科", "法规科"]),
    ("走访人事股、甜菜股3次", ["人事股", "甜菜股"]),
    ("公开了人事科、业务科室和有关科室的信息", ["人事科"]),
    ("征求人事科、社会各界意见", ["人事科"]),
    ("人事科、教育科研机构和公园", ["人事科"]),
    ("甜菜科、油料科", []),
    # the office where it acts, and not another's
    ("信息由股室负责人初审,办公室复审", ["办公室"]),
    ("由办公室采编信息", ["办公室"]),
    ("办公室每季度开展1次检查", ["办公室"]),
    ("办公室及时更新目录", ["办公室"]),
    ("办公室将目录发给各股室", ["办公室"]),
    ("领导小组下设办公室,办公室设在党政办", ["党政办"]),
    ("成立信息公开办公室,办公室复核信息", []),
    ("各单位的信息均由办公室采编", []),
    ("办公室工作人员2名", []),
    ("办公室电话不变,办公室地址不变", []),
    (
        "局防汛办公室(防办)、水政监察大队、河道站和水土保持站供稿",
        ["局防汛办公室", "水政监察大队", "河道站", "水土保持站"],
    ),
    ("新能源和可再生能源司、水旱灾害防御处答复", ["新能源和可再生能源司", "水旱灾害防御处"]),
    ("核与辐射安全监管处、退役军人就业创业科公示", ["核与辐射安全监管处", "退役军人就业创业科"]),
    ("法制总队、特警总队各设信息员", ["法制总队", "特警总队"]),
    # stations, schools and forces of a place
    ("县妇幼保健院、县公路管理段、县水文监测总站", ["县妇幼保健院", "县公路管理段", "县水文监测总站"]),
    ("县第一中学、县实验小学和县教研室设栏", ["县第一中学", "县实验小学", "县教研室"]),
    ("县政务服务中心组织的培训", ["县政务服务中心"]),
    # no division
    ("各处室要指定专人,行政处罚信息公开,财务处长签字", []),
    ("综合科技信息5条,计划处理事项5件,人事科学管理", []),
    ("各单位办公室、人事科报送,各业务科配合", []),
    ("县网站、县所属单位、县车站均有公示", []),
    ("选派帮扶队28支,投诉处理及时,救灾物资采购处理12件,保健品", []),
    ("管理处分两批公示,工作处于起步", []),
]


def names(text: str) -> list[str]:
    found = extract(make_reading(Document(f"x。{text}。", Source("a"), "0" * 64)), REGISTRY)
    return sorted({mention.text for mention in found}, key=text.index)


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_divisions_stand_free_and_are_made_of_matters(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize("row", REGISTRY.division_words, ids=lambda row: row.word)
def test_the_example_of_a_matter_is_a_division(row: DivisionWord) -> None:
    assert row.word in row.example
    assert names(row.example + "、档案科各派一人")[0] == row.example


def test_a_word_that_only_joins_names_no_division() -> None:
    joined = [row.word for row in REGISTRY.division_words if row.role == "joined"]
    assert joined
    assert [word for word in joined if names(f"将{word}处列入")] == []
