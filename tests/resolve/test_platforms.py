"""Platforms from the report's place: full names, operators, identities, one entry a platform."""

import hashlib

import pytest

from gigraph.extractors.platforms import extract
from gigraph.extractors.settle import settle
from gigraph.models import Document, Kind, Mention, Outcome, PlatformEntry, ReportField, Source, Span
from gigraph.registry import load_registry
from gigraph.resolve.place import make_place
from gigraph.resolve.platforms import resolve
from gigraph.text.reading import make_reading

REGISTRY = load_registry()


def entries(publisher: str, text: str, agencies: tuple[str, ...] = ()) -> tuple[PlatformEntry, ...]:
    document = Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest())
    found = list(extract(make_reading(document), REGISTRY))
    for name in agencies:
        start = text.index(name)
        found.append(Mention(Kind.AGENCY, Span(start, start + len(name)), name, name, "test"))
    mentions = settle(found)
    fields = (ReportField("publisher", publisher), ReportField("year", 2017))
    return resolve(document, mentions, make_place(fields, document, mentions, REGISTRY), REGISTRY)


def names(publisher: str, text: str) -> list[tuple[str, str | None]]:
    return [(entry.name, entry.operator) for entry in entries(publisher, text)]


HUNAN = "湖南省林业局"
OWNERS = [
    (HUNAN, "通过局网站公开", "湖南省林业局网站", HUNAN),
    (HUNAN, "通过省政府门户网站公开", "湖南省人民政府门户网站", "湖南省人民政府"),
    (HUNAN, "通过政府门户网站公开", "湖南省人民政府门户网站", "湖南省人民政府"),
    (HUNAN, "答复局长信箱来信", "湖南省林业局局长信箱", HUNAN),
    (HUNAN, "答复省长信箱来信", "湖南省省长信箱", "湖南省人民政府"),
    (HUNAN, "推广局机关OA系统", "湖南省林业局机关OA系统", HUNAN),
    (HUNAN, "登录省财政厅网站", "湖南省财政厅网站", "湖南省财政厅"),
    (HUNAN, "利用本单位信息展板公开", "湖南省林业局信息展板", HUNAN),
    ("礼泉县教育局", "在县政府政务公开网公开", "礼泉县人民政府政务公开网", "礼泉县人民政府"),
    ("礼泉县教育局", "通过县电视台发布", "礼泉县电视台", None),
    ("礼泉县教育局", "登录县政府网查询", "礼泉县人民政府网站", "礼泉县人民政府"),
    ("咸阳市人民政府", "12345市长热线平台", "咸阳市12345市长热线", "咸阳市人民政府"),
    ("沙洋县人民政府", "在“中国·沙洋”网站下载", "沙洋县人民政府网站", "沙洋县人民政府"),
    ("广州市荔湾区冲口街道办事处", "通过荔湾政府网公开", "广州市荔湾区人民政府网站", "广州市荔湾区人民政府"),
    ("三明市公安局", "在我局“网上警局”网站下载", "“网上警局”网站", "三明市公安局"),
    ("山西省教育厅", "在山西省教育厅政府信息公开平台发布", "山西省教育厅政府信息公开平台", "山西省教育厅"),
    ("上海市财政局", "在《上海市人民政府公报》刊登", "上海市人民政府公报", "上海市人民政府"),
    ("成都市统计局", "加强成都统计信息网建设", "成都市统计局网站", "成都市统计局"),
    ("成都市教育局", "在教育网站公开", "成都市教育局网站", "成都市教育局"),
    ("成都市教育局", "在部门网站公开", "成都市教育局网站", "成都市教育局"),
    ("成都市教育局", "对官网改版", "成都市教育局网站", "成都市教育局"),
    ("宝鸡市人力资源和社会保障局", "登录宝鸡人社局网站", "宝鸡市人力资源和社会保障局网站", "宝鸡市人力资源和社会保障局"),
    ("宁夏回族自治区财政厅", "在自治区人民政府门户网站公开", "宁夏回族自治区人民政府门户网站", "宁夏回族自治区人民政府"),
    ("西藏自治区人民政府", "在“西藏政府门户网站”公开", "西藏自治区人民政府门户网站", "西藏自治区人民政府"),
    ("礼泉县教育局", "登录县政务服务网", "礼泉县政务服务网", None),
    (HUNAN, "开通我局官方微博“林间”", "“林间”官方微博", HUNAN),
    (HUNAN, "在省政府微信公众号“大湖”发布", "“大湖”微信公众号", "湖南省人民政府"),
    (HUNAN, "经省水利厅抖音号“河长”发布", "“河长”抖音号", "湖南省水利厅"),
    ("国家文物局", "充分利用政府门户网站公布政策", "国家文物局门户网站", "国家文物局"),
    ("深圳市福田区香蜜湖街道办事处", "通过福田政府在线公开信息", "深圳市福田区人民政府网站", "深圳市福田区人民政府"),
    ("抚州市审计局", "可在“抚州市委市政府门户网”下载", "抚州市人民政府门户网站", "抚州市人民政府"),
    ("上海市嘉定区真新街道办事处", "在“上海嘉定”门户网站下载", "上海市嘉定区人民政府门户网站", "上海市嘉定区人民政府"),
    ("咸阳师范学院", "通过学院信息公开网公开", "咸阳师范学院信息公开网", "咸阳师范学院"),
    ("西咸新区管理委员会", "通过委官方网站公开", "西咸新区管理委员会网站", "西咸新区管理委员会"),
    ("西咸新区管理委员会", "依托“中国西咸”门户网站", "西咸新区管理委员会门户网站", "西咸新区管理委员会"),
    ("上海市嘉定区真新街道办事处", "改版了街道门户网站", "真新街道办事处门户网站", "真新街道办事处"),
    ("内蒙古自治区民政厅", "在内蒙古社会组织网公示", "内蒙古社会组织网", None),
    ("南宁高新技术产业开发区管理委员会", "通过开发区网站公开", "南宁高新技术产业开发区管理委员会网站", "南宁高新技术产业开发区管理委员会"),
    ("南宁高新技术产业开发区管理委员会", "开发区政务大厅受理事项", "南宁高新技术产业开发区政务大厅", None),
    ("拉萨经济技术开发区管理委员会", "园区政务服务中心公示事项", "拉萨经济技术开发区政务服务中心", None),
    ("礼泉县民政局", "在县政务服务中心婚姻登记专区办理", "礼泉县政务服务中心婚姻登记专区", "礼泉县政务服务中心"),
    ("礼泉县民政局", "在县政务服务中心企业开办专区办理", "礼泉县政务服务中心企业开办专区", "礼泉县政务服务中心"),
    ("礼泉县财政局", "在县政府网站财政局子站公开", "礼泉县人民政府网站财政局子站", "礼泉县人民政府"),
    ("迪庆藏族自治州人民政府", "编印州政府公报", "迪庆藏族自治州人民政府公报", "迪庆藏族自治州人民政府"),
    ("内蒙古自治区民政厅", "在区政府网站公开", "内蒙古自治区人民政府网站", "内蒙古自治区人民政府"),
]  # fmt: skip


@pytest.mark.parametrize(("publisher", "text", "name", "operator"), OWNERS)
def test_owners(publisher: str, text: str, name: str, operator: str) -> None:
    assert names(publisher, text) == [(name, operator)]


UNOWNED = [
    ("湖南省林业局", "利用公示栏公开", "公示栏"),
    ("湖南省林业局", "通过政府网站发布", "政府网站"),
    ("湖南省林业局", "通过“南山财政”微信公众号发布", "“南山财政”微信公众号"),
    ("湖南省林业局", "完善电子化招投标系统平台网站", "电子化招投标系统平台网站"),
    ("湖南省林业局", "推广电子政务协同办公平台", "电子政务协同办公平台"),
    ("湖南省林业局", "拨打市民服务热线", "市民服务热线"),
    ("湖南省林业局", "局属幼儿院教育信息化管理系统", "局属幼儿院教育信息化管理系统"),
]


@pytest.mark.parametrize(("publisher", "text", "name"), UNOWNED)
def test_no_owner_is_made_up(publisher: str, text: str, name: str) -> None:
    (entry,) = entries(publisher, text)
    assert (entry.name, entry.operator, entry.resolution.outcome) == (name, None, Outcome.UNRESOLVED)
    assert "/report-" in (entry.resolution.iri or "")


MERGED = [
    (
        "咸阳市人民政府",
        "在“咸阳市人民政府门户网站”和“咸阳市政府信息公开门户网”公布",
        ["咸阳市人民政府门户网站", "咸阳市政府信息公开门户网"],
    ),
    ("礼泉县教育局", "在《中国某事》《中国某事报》发表文章,在《中国某事》刊登", ["中国某事", "中国某事报"]),
    (HUNAN, "在省政府信息公开发布平台发布信息", ["湖南省政府信息公开发布平台"]),
    ("陕西省公安厅", "用陕西省政府信息依申请公开系统办理申请", ["陕西省政府信息依申请公开系统"]),
    ("礼泉县教育局", "通过局门户网站公开。我局网站更新。门户网站改版。", ["礼泉县教育局门户网站"]),
    ("礼泉县教育局", "登录礼泉县政务服务网上大厅办理,网上大厅已上线。", ["礼泉县政务服务网上大厅"]),
    ("礼泉县教育局", "12345市长热线接听来电,12345平台转办", ["咸阳市12345市长热线"]),
    ("礼泉县教育局", "通过电子屏公开,在电子显示屏滚动播放", ["电子屏"]),
    ("礼泉县教育局", "纳入省政府电子政务和监察系统。电子政务与监察系统办件", ["陕西省人民政府电子政务和监察系统"]),
    ("礼泉县教育局", "在公告栏、办公楼公告栏张贴", ["公告栏", "办公楼公告栏"]),
    ("甘肃省教育厅", "通过甘肃省教育厅门户网站和甘肃省教育网公开", ["甘肃省教育厅门户网站", "甘肃省教育网"]),
    ("甘肃省教育厅", "通过厅网站公开,另在甘肃教育网发布通知", ["甘肃省教育厅网站"]),
    ("太湖流域管理局", "局门户网站“太湖网”为主要载体,推进太湖网升级改版", ["太湖流域管理局门户网站"]),
    ("礼泉县教育局", "在县政府信息公开网发布,信息公开网更新", ["礼泉县政府信息公开网"]),
    ("礼泉县民政局", "在县政务服务中心政务公开专区接待", ["礼泉县政务服务中心政务公开专区"]),
    ("礼泉县教育局", "咸阳人社一体化公共服务平台上线", ["咸阳人社一体化公共服务平台"]),
    ("眉山市卫生局", "部门网站(眉山卫生信息网)公开信息", ["眉山市卫生局网站"]),
    ("广州市公安局", "我局网站广州金盾网公开。在“广州金盾网”更新", ["广州市公安局网站"]),
    ("宁波市教育局", "从“中国宁波”门户网站下载。在中国宁波公开", ["宁波市人民政府门户网站"]),
    ("临沭县人民政府", "通过政府公报公开。印发《临沭县人民政府公报》", ["临沭县人民政府公报"]),
    ("大冶市教育局", "通过大冶市人民政府门户网站公开。全年通过政府网站公开86条", ["大冶市人民政府门户网站"]),
    (
        "昆山市教育局",
        "可在昆山市人民政府门户网站下载。推进公开。完善制度。规范栏目。其中通过政府网站公开86条",
        ["昆山市人民政府门户网站"],
    ),
    (
        "昆山市教育局",
        "可在昆山市人民政府门户网站和市公安局网站下载。推进公开。完善制度。规范栏目。其中通过政府网站公开86条",
        ["昆山市人民政府门户网站", "昆山市公安局网站"],
    ),
    (
        "昆山市教育局",
        "可在昆山市政府网站和局网站下载。推进公开。完善制度。规范栏目。利用政府网站、公示栏公开",
        ["昆山市人民政府网站", "昆山市教育局网站", "公示栏"],
    ),
    (
        "昆山市教育局",
        "可在昆山市人民政府门户网站和局网站下载。推进公开。完善制度。规范栏目。其中通过政府网站公开86条",
        ["昆山市人民政府门户网站", "昆山市教育局网站", "政府网站"],
    ),
    ("三明市人民政府", "在市政府门户网发布。推进公开。重大事项先公示。在政府网站公开47条", ["三明市人民政府门户网站"]),
    (
        "三明市人民政府",
        "在市政府门户网发布。推进公开。再利用政府网站、公示栏公开",
        ["三明市人民政府门户网站", "政府网站", "公示栏"],
    ),
    ("礼泉县教育局", "通过局官方微博公开,官方微博发布", ["礼泉县教育局官方微博"]),
    ("礼泉县教育局", "官方微博“礼泉教育”发布,通过礼泉教育新浪微博更新", ["“礼泉教育”官方微博"]),
    ("礼泉县教育局", "通过政务微信平台推送,微信公众号推送", ["政务微信平台"]),
    ("礼泉县教育局", "“12333”服务热线接听,12333热线", ["“12333”服务热线"]),
    ("礼泉县教育局", "设立校务公开栏、村务公开栏,公开栏张贴信息", ["校务公开栏", "村务公开栏"]),
    ("礼泉县人民政府", "各村设村务公开栏,村级公开栏张贴名单,公示栏和村组公示栏公示", ["村务公开栏", "村组公示栏"]),
    ("礼泉县教育局", "市财政局、审计局网站公开", ["咸阳市财政局网站", "咸阳市审计局网站"]),
    ("礼泉县教育局", "“礼泉”微博、“大礼泉”微博发布,“大礼泉”粉丝3万人", ["“礼泉”微博", "“大礼泉”微博"]),
    ("礼泉县教育局", "迁入政府网站集约化平台,区长热线接听", ["政府网站集约化平台", "区长热线"]),
    ("礼泉县民政局", "在市行政服务中心民政窗口受理", ["咸阳市行政服务中心", "咸阳市行政服务中心民政窗口"]),
    ("礼泉县教育局", "局外网发布,局网站、局门户改版", ["礼泉县教育局门户网站"]),
    ("礼泉县教育局", "通过县电视台播出,礼泉电视台报道36次", ["礼泉县电视台"]),
    ("礼泉县教育局", "“云上礼泉”APP发布信息,云上礼泉客户端推送", ["“云上礼泉”APP"]),
    ("礼泉县教育局", "政务微信发布36条,“礼泉”官方微信推送,官方微信发布", ["政务微信", "“礼泉”官方微信"]),
    ("礼泉县教育局", "局公示栏公开,在公示栏张贴", ["礼泉县教育局公示栏"]),
    ("河西学院", "本科招生网公布章程,学校就业网发布", ["河西学院本科招生网", "河西学院就业网"]),
    ("河西学院", "信息公开网发布,学校信息公开网更新,新闻网编发36篇", ["河西学院信息公开网", "河西学院新闻网"]),
    ("河西学院", "在教育部阳光高考平台公布,陕西招生网发布", ["教育部阳光高考平台", "陕西招生网"]),
    ("礼泉县教育局", "市政府信息公开申请办理系统受理36件", ["咸阳市人民政府信息公开申请办理系统"]),
    ("湖南省林业局", "问政湖南栏目回复信息,组织19期《问政湖南有事你说》", ["问政湖南"]),
]


@pytest.mark.parametrize(("publisher", "text", "expected"), MERGED)
def test_one_entry_a_platform(publisher: str, text: str, expected: list[str]) -> None:
    assert [entry.name for entry in entries(publisher, text)] == expected


def test_the_key_of_a_site_does_not_depend_on_its_wording() -> None:
    (plain,) = entries("礼泉县教育局", "通过局网站公开")
    (portal,) = entries("礼泉县教育局", "通过局门户网站公开")
    assert plain.name != portal.name
    assert plain.resolution.iri == portal.resolution.iri
    assert plain.resolution.outcome is Outcome.RESOLVED


def test_the_key_of_a_site_of_disclosure_does_not_depend_on_its_wording() -> None:
    (full,) = entries("礼泉县教育局", "通过县人民政府信息公开网公开")
    (short,) = entries("礼泉县教育局", "通过县政府信息公开网公开")
    assert (full.name, short.name) == ("礼泉县人民政府信息公开网", "礼泉县政府信息公开网")
    assert full.resolution.iri == short.resolution.iri


def test_the_key_of_an_account_does_not_depend_on_its_wording() -> None:
    forms = ("局微信公众号“林间”", "局“林间”公众号", "我局官方微信“林间”")
    keys = {entries(HUNAN, f"通过{form}发布")[0].resolution.iri for form in forms}
    assert len(keys) == 1
    others = ("局微博“林间”", "局微信公众号“林海”", "局视频号“林间”", "局微信公众号", "局官方微信")
    keys |= {entries(HUNAN, f"通过{form}发布")[0].resolution.iri for form in others}
    assert len(keys) == 5  # the last two are one


def test_towns_of_one_name_have_two_sites() -> None:
    (one,) = entries("礼泉县财政局", "通过县人民政府网站公开")
    (other,) = entries("沙洋县财政局", "通过县人民政府网站公开")
    assert one.resolution.iri != other.resolution.iri


def test_a_medium_that_all_know_is_one_identity() -> None:
    found = [entries(publisher, "在《湖南日报》刊登")[0] for publisher in (HUNAN, "礼泉县教育局")]
    assert {entry.resolution.iri for entry in found} == {"https://w3id.org/gigraph/id/platform/湖南日报"}
    assert all(entry.resolution.outcome is Outcome.RESOLVED for entry in found)


def test_a_centre_named_before() -> None:
    text = "政府采购中心成立。中心网站发布公告。"
    (entry,) = entries(HUNAN, text, ("政府采购中心",))
    assert entry.name.endswith("政府采购中心网站")


def test_a_site_of_the_body_named_before() -> None:
    (entry,) = entries("礼泉县人民政府", "县财政局在其部门网站上公开预算", ("县财政局",))
    assert (entry.name, entry.operator) == ("礼泉县财政局网站", "礼泉县财政局")


def test_a_government_has_many_sites_of_departments() -> None:
    assert entries("礼泉县人民政府", "在部门网站公开") == ()


def test_a_quoted_name_is_an_alias() -> None:
    (entry,) = entries("礼泉县教育局", "“礼泉教育”微信公众号发布信息")
    assert entry.aliases == ("礼泉教育",)


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        ("编印《礼泉县政府公报》", "礼泉县人民政府公报", ("礼泉县政府公报",)),
        ("投诉举报平台8890转办", "投诉举报平台8890", ("投诉举报平台", "8890")),
        ("“礼泉发布”新浪微博推送", "“礼泉发布”新浪微博", ("礼泉发布",)),
        ("秦务员APP上线", "秦务员", ()),
        ("通过“掌上办税厅”办理", "掌上办税厅", ()),
        ("“礼泉人社”等政务新媒体推送微信", "礼泉人社", ()),
        ("在信用中国(陕西咸阳)网站公示", "信用中国(陕西咸阳)", ()),
    ],
)
def test_other_forms(text: str, name: str, aliases: tuple[str, ...]) -> None:
    (entry,) = entries("礼泉县人民政府", text)
    assert (entry.name, entry.aliases) == (name, aliases)


def test_aliases_stand_in_the_text_or_the_registry() -> None:
    text = "通过湖南林业网、新华网公开,登录“中国·湖南”政府门户网站和红网"
    known = {alias for row in REGISTRY.platforms.names for alias in row.aliases}
    for entry in entries(HUNAN, text):
        assert all(alias in text or alias in known for alias in entry.aliases)


def test_without_a_publisher_nothing_fails() -> None:
    document = Document("通过局网站和公示栏公开", Source("x.txt"), "0" * 64)
    mentions = settle(extract(make_reading(document), REGISTRY))
    found = resolve(document, mentions, make_place((), document, mentions, REGISTRY), REGISTRY)
    assert [entry.operator for entry in found] == [None, None]
