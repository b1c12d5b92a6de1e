"""Bodies beside and under the publisher that a text names by less than a name: lists with one noun, 威海市局."""

import pytest
from named import REGISTRY, named

from gigraph.registry.agency_rows import SharedNoun

TAX, PORT = "国家税务总局礼泉县税务局", "安庆海事局"


def each(text: str, prefix: str = "", suffix: str = "") -> set[str]:
    return {prefix + word + suffix for word in text.split("、") if word}


@pytest.mark.parametrize("row", REGISTRY.agencies.shared_noun_rows, ids=lambda row: row.noun)
def test_the_example_of_a_shared_noun_names_two_bodies(row: SharedNoun) -> None:
    names = {row.full.replace("{own}", PORT).replace("{}", word) for word in ("城南", "河口")}
    assert named(PORT, f"督促{row.example}整改。") == names


@pytest.mark.parametrize(
    ("publisher", "text", "names"),
    [
        (TAX, "第一、第二税务分局设有公开栏。", each("第一、第二", TAX, "税务分局")),
        (TAX, "由烽火、阡东、骏马三个税务所负责张贴。", each("烽火、阡东、骏马", TAX, "税务所")),
        (TAX, "烽火、阡东等6个税务所接受检查。", each("烽火、阡东", TAX, "税务所")),
        (TAX, "局办公室、烽火和阡东两个税务所接受检查。", {TAX + "办公室", *each("烽火、阡东", TAX, "税务所")}),
        (TAX, "在烽火、阡东2个税务分局设置触摸屏。", each("烽火、阡东", TAX, "税务分局")),
        (TAX, "全县共有12个税务所。", set()),
        (TAX, "下设机关科室、6个税务所。", set()),
        (TAX, "信息公开覆盖机关、税务所等三个分局。", set()),
        (PORT, "检查城西、城东与港口3个海事处的公开栏。", each("城西、城东、港口", PORT, "海事处")),
        ("武汉海关", "覆盖襄阳、宜昌、荆州三个隶属海关。", each("襄阳、宜昌、荆州", "", "海关")),
        ("武汉海关", "覆盖武汉海关机关和襄阳、宜昌2个隶属海关。", each("襄阳、宜昌", "", "海关")),
        ("咸阳市档案局", "指导礼泉、乾县两个县局开展工作。", {"礼泉县档案局", "乾县档案局"}),
        ("咸阳市人民政府", "礼泉、泾阳两县政府公开了预算。", {"礼泉县人民政府", "泾阳县人民政府"}),
        ("咸阳市人民政府", "礼泉县、泾阳县政府公开了预算。", {"礼泉县人民政府", "泾阳县人民政府"}),
        ("咸阳市人民政府", "会同礼泉、泾阳、三原县人民政府举办活动。", each("礼泉、泾阳、三原", "", "县人民政府")),
        ("咸阳市财政局", "抽查了秦都、渭城区财政局。", each("秦都区、渭城区", "咸阳市", "财政局")),
        ("咸阳市财政局", "抽查秦都、渭城等5个县（市、区）财政局。", each("秦都区、渭城区", "咸阳市", "财政局")),
        ("礼泉县人民政府", "城关、赵镇两个镇政府完成整改。", {"城关镇人民政府", "赵镇人民政府"}),
        ("礼泉县人民政府", "城关、烟霞两个派出所设立公开栏。", set()),  # whose they are, is not told
        ("咸阳市公安局", "秦都、渭城、高新三个分局按要求公开。", each("秦都、渭城、高新", "咸阳市公安局", "分局")),
        ("新疆煤矿安全监察局", "组织东疆、南疆监察分局培训。", each("东疆、南疆", "新疆煤矿安全监察局", "监察分局")),
        ("陕西省人民政府", "西安、宝鸡、咸阳市政府公布了目录。", each("西安、宝鸡、咸阳", "", "市人民政府")),
    ],
)
def test_members_of_a_list_share_the_noun_behind_it(publisher: str, text: str, names: set[str]) -> None:
    assert named(publisher, text) == names


@pytest.mark.parametrize(
    ("publisher", "text", "names"),
    [
        ("国家税务总局荣成市税务局", "威海市局印发了要点。", {"国家税务总局威海市税务局"}),
        ("礼泉县财政局", "按咸阳市局办公室的要求整改。", {"咸阳市财政局办公室"}),
    ],
)
def test_a_place_before_a_bureau_is_the_same_body_there(publisher: str, text: str, names: set[str]) -> None:
    assert named(publisher, text) == names
