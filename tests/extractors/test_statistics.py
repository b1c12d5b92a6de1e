"""Figures of running text: the guideline's in and out, bounds, spans of time, parts of a whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.extractors.settle import settle
from gigraph.extractors.statistics import extract
from gigraph.extractors.statistics.figure import Figure
from gigraph.models import Document, Mention, Source
from gigraph.registry import load_registry
from gigraph.resolve.statistics import resolve
from gigraph.text.reading import make_reading

REGISTRY = load_registry()


def mentions(text: str) -> tuple[Mention, ...]:
    return settle(extract(make_reading(Document(text, Source("a"), "")), REGISTRY))


def figures(text: str) -> list[Figure]:
    return [mention.value for mention in mentions(text)]


def told(text: str) -> str:
    return " ".join(f"{figure.value}{figure.unit}" for figure in figures(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # counts, one entry a number
        ("全年公开信息320条，答复来信12封", "320条 12封"),
        ("发布招标公告529条,中标公告960条", "529条 960条"),
        ("首页设置便民服务和网上互动两大板块", "2大板块"),
        ("公开12大类别682条信息", "12大类别 682条"),
        ("22批次、1397户名单予以公示", "22批次 1397户"),
        ("实现8大类348项事项一窗通办", "8大类 348项"),
        ("接听来电17248件次，开展活动42场次", "17248件次 42场次"),
        ("收取信息处理费 0 元，受理申请0件", "0元 0件"),
        ("办结率、沟通率均为100%，其中线上占65.2％", "100% 65.2%"),
        ("满意度比上年提高3.2个百分点，访问量增长1.5倍", "3.2个百分点 1.5倍"),
        # a list that shares its unit
        ("当面申请、网络申请、信函申请分别为3、4、5件", "3件 4件 5件"),
        ("许可、处罚、强制分别为56、1,078和9件，浏览量、评论量分别达3.2万、1.5万次", "56件 1078件 9件 32000次 15000次"),
        ("受理、办结分别为3、4万件", "40000件"),
        # money and mixed forms
        ("投入30万元，采购金额30亿元，收费1.5万元", "300000元 3000000000元 15000元"),
        ("发布信息1.3万余条，访问量超过3000万次", "13000条 30000000次"),
        ("印发资料10余万份，处理诉求万余件，答复上百条", "100000份 10000件 100条"),
        ("培训1,234人次", "1234人次"),
        # written numbers
        ("召开会议两次，发布解读三篇，开展督查四轮", "2次 3篇 4轮"),
        ("利用两个半月的时间完成，又用了2个多月", "2.5个月 2个月"),
        ("每周召开一次例会，每半年举办一次培训", "1次 1次"),
        ("各单位均明确了一名分管领导", "1名"),
        ("开展了一次全面自查，设立触摸屏一台", "1次 1台"),
        ("大厅分两个阶段改造", "2个"),
        # fractions
        ("时限压缩到法定时限的1/3，约占三分之一", "0.3333 0.3333"),
        ("同比增长百分之二十，百分之九十九点五的事项", "20% 99.5%"),
        # measures without a unit
        ("粉丝数达到12.5万，点赞数为35678。", "125000 35678"),
        ("考核得分98.5分", "98.5分"),
        ("等候时间由42分钟缩至19分钟", "42分钟 19分钟"),
        ("平均办理时间为8个工作日，比法定时限缩短12个工作日", "8个工作日 12个工作日"),
        ("坚持24小时值班", "24小时"),
    ],
)
def test_in(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "自2015年1月1日起至12月31日止，2019-2020学年",
        "国办发〔2015〕15号、湘政发〔2017〕19号",
        "索引号:610S00021/2016-10457",
        "电话：0731—85495137；邮编：410007；传真：23158568",
        "地址：平川区北厝片区大楼主楼14层305室，曙光路391号",
        "经市政府第17次常务会议审议，获第三批示范，排名第一",
        "位居全省前10名，首次获奖",
        "一是加强领导。二是强化培训。",
        "根据《条例》第四十九、五十条和第二十条第（一）项",
        "12345市长热线，三公经费，三级联动，十二届三次全会",
        "按照两个《要点》要求，落实“五公开”和“五个实时”系统",
        "主要从三个方面加以改进，报告由六个部分组成",
        "送来一面锦旗，打造一支队伍，建立一项制度，成为一个窗口",
        "在收到申请之日起15个工作日内予以答复",
        "按照条例规定，在20个工作日内予以公开",
        "没有收到政府信息公开申请",
        "《2019年政务公开10项重点任务》",
        "推广“最多跑一次”，实行一次性告知",
        "宣传“创业富民30条”",
        "二期电子平台，三期工程，二次供水",
        "G20峰会、COVID-19、7×24",
        "浏览次数:1234次 字号:大 中 小",
        "由12部门联合印发",
        "办理第3、4期简报，第5批目录",
        "现行法律不属于三类内部事务信息",
    ],
)
def test_out(text: str) -> None:
    assert told(text) == ""


@pytest.mark.parametrize(
    ("text", "bound", "per"),
    [
        ("发布信息近10000余条", "≈", None),
        ("发布信息500多条", "≥", None),
        ("办结率达95%以上", "≥", None),
        ("时长缩短至30分钟以内", "≤", None),
        ("每周更新不少于3次", "≥", "week"),
        ("工作每月督查1次", None, "month"),
        ("平均每天公开12条", None, "day"),
        ("发布信息12条", None, None),
    ],
)
def test_bounds_and_rhythm(text: str, bound: str | None, per: str | None) -> None:
    (figure,) = figures(text)
    assert (figure.bound, figure.per) == (bound, per)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("更新局网站工作动态156条", "更新局网站工作动态"),
        ("下设20个二级栏目", "二级栏目"),
        ("受理申请56件（其中网络申请32件）", "受理申请 网络申请"),
        ("到七个县（市）区检查", "县(市)区检查"),
        ("占申请总数的96.4%", "占申请总数"),
    ],
)
def test_what_is_counted(text: str, of: str) -> None:
    assert " ".join(figure.of for figure in figures(text)) == of


def test_scope_and_period_are_those_of_the_sentence() -> None:
    first, second = figures("2015年，全市公开信息32条。截至目前，我局累计答复5件。")
    assert (first.scope, first.period) == ("全市", "2015年")
    assert (second.scope, second.period) == ("我局", "累计")


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("全年收到申请40件，同比增长5%，其中网络申请30件。", ["全年", "同比", "全年"]),
        ("投诉比上年度减少2件，全年共8件。", ["比上年度", "全年"]),
        ("与去年同期相比减少3件，环比下降3%。", ["与去年同期相比", "环比"]),
        ("1-6月公开5条，7至12月份公开7条。", ["1-6月", "7至12月份"]),
        ("上年公开50条，今年60条。", ["上年", "今年"]),
        ("2021年1月5日至3月8日公开6条。", ["2021年"]),
    ],
)
def test_what_a_figure_compares_with_and_its_months(text: str, periods: list[str]) -> None:
    assert [figure.period for figure in figures(text)] == periods


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("收到申请75件，其中自然人72件、企业3件。", [None, 0, 0]),
        ("规章13件（含修改4件，废止4件），文件42件。", [None, 0, 0, None]),
        ("公开信息90条。其中，网站60条。另有会议2次。", [None, 0, None]),
        ("收到申请8份，其中公开2件。", [None, None]),
    ],
)
def test_parts_point_to_their_whole(text: str, parts: list[int | None]) -> None:
    assert [entry.part_of for entry in resolve(mentions(text))] == parts


def test_a_quote_stands_in_one_place_of_the_text() -> None:
    text = "一月公开信息3条，二月公开信息3条，三月公开信息3条。"
    quotes = [figure.quote for figure in figures(text)]
    assert all(text.count(quote) == 1 for quote in quotes)
    assert len(set(quotes)) == 3


def test_running_text_is_read_around_a_table() -> None:
    text = "本局公开信息3条。\n指标名称 单位 数量\n主动公开信息数 条 3\n受理申请数 件 4\n另召开会议2次。"
    assert told(text) == "3条 2次"


@given(st.integers(0, 10**9), st.sampled_from(["条", "件", "人次", "个", "万元", "%"]), st.integers(0, 3))
def test_a_number_with_a_unit_is_read_whatever_spaces_stand_there(number: int, unit: str, spaces: int) -> None:
    text = f"全年公开信息{' ' * spaces}{number}{' ' * spaces}{unit}。"
    (mention,) = mentions(text)
    value = number * 10_000 if unit == "万元" else number
    assert (mention.value.value, mention.value.unit) == (
        str(value),
        unit.removeprefix("万") if unit == "万元" else unit,
    )
    assert mention.text == mention.span.of(text)


@given(st.text("0123456789一二两十百万余多个次条件%./年月第《》“”，。（）", max_size=40))
def test_whatever_stands_there_is_read_without_an_error(text: str) -> None:
    for mention in mentions(text):
        assert mention.text == mention.span.of(text)
        assert mention.value.quote in text


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("收取复印费一百二十元五角。", ["120.5"]),
        ("收费12元5角3分，共3次。", ["12.53", "3"]),
        ("收费3元5角，复制费2元。", ["3.5", "2"]),
        ("建成三角形展台2个，投入50元。", ["2", "50"]),
    ],
)
def test_money_with_its_change(text: str, values: list[str]) -> None:
    assert [figure.value for figure in figures(text)] == values
