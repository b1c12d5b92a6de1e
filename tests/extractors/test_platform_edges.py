"""Where a platform's name begins: behind each word that may stand before it, whatever the name; and what tells that
a channel is one.
"""

import hashlib

import pytest

from gigraph.extractors.platforms import PlatformForm, extract
from gigraph.extractors.settle import settle
from gigraph.models import Document, Source
from gigraph.registry import load_registry
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
TITLE = "礼泉县财政局2021年政府信息公开工作年度报告\n\n"
NAMES = ["县政府门户网站", "“清风礼泉”微信公众号", "陕西省政务服务网", "县政务服务大厅"]
# 服务 and 非 belong to what stands behind them, 经办 to what stands before: 县政务服务大厅, 市财经办网站.
AMBIGUOUS = [word for word in REGISTRY.wording.lead_words("ambiguous") if len(word) > 1]
SINGLE = [word for word in REGISTRY.wording.lead_words("ambiguous") if len(word) == 1]


def found(text: str) -> list[tuple[str, str]]:
    text = TITLE + text
    document = Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest())
    forms: list[tuple[str, str]] = []
    for mention in settle(extract(make_reading(document), REGISTRY)):
        form: PlatformForm = mention.value
        forms.append((mention.text, form.name))
    return forms


def surfaces(text: str) -> list[str]:
    return [surface for surface, _ in found(text)]


def taken_in(words: list[str], name: str, before: str) -> list[str]:
    """The words that are read as part of the name behind them."""
    lines = "\n".join(f"{before}{word}{name}发布信息56条。" for word in words)
    got = surfaces(lines)
    return [surface for surface in got if surface != name] + ([] if len(got) == len(words) else [f"{len(got)} names"])


@pytest.mark.parametrize("name", [*NAMES, "政务微博", "电子公文交换系统", "公示栏"])
@pytest.mark.parametrize("before", ["", "我局"])
def test_a_name_begins_behind_a_word_that_is_never_part_of_one(name: str, before: str) -> None:
    assert taken_in(list(REGISTRY.wording.lead_words("plain")), name, before) == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("words", [AMBIGUOUS, SINGLE], ids=["words", "characters"])
def test_what_certainly_is_a_name_begins_behind_other_words_too(name: str, words: list[str]) -> None:
    assert taken_in(words, name, "") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("登录南山审批系统", "南山审批系统"),
        ("登录市场监督管理局门户网站", "市场监督管理局门户网站"),
        ("开通投诉举报热线", "投诉举报热线"),
        ("登录政府采购电子商城网站", "政府采购电子商城网站"),
        ("设立服务窗口、公示栏公开", "服务窗口"),
    ],
)
def test_words_that_are_part_of_a_name_stay_in_it(text: str, expected: str) -> None:
    assert expected in surfaces(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大喇叭每日早晚播报政策", ["大喇叭"]),
        ("12333坐席接听来电9万次", ["12333"]),
        ("其中QQ群答疑700人次", ["QQ群"]),
        ("31台自助查询机日均打印56份", ["自助查询机"]),
        ("大厅门前LED大屏滚动播放结果", ["LED大屏"]),
        ("旗政府网85条,微信公众号64条", ["旗政府网", "微信公众号"]),
        ("《南山通讯》编印4期", ["《南山通讯》"]),
        ("电视专题《民生南山》每周一期", ["《民生南山》"]),
        ("在陕西交通网、咸阳新闻网刊用稿件15条", ["陕西交通网", "咸阳新闻网"]),
        ("96345求助电话派单56件", ["96345求助电话"]),
        ("信息上传信用中国(陕西咸阳)平台", ["信用中国(陕西咸阳)平台"]),
        ("信用中国(以下简称平台)公开信息", ["信用中国"]),
        ("数字城管平台立案56件", ["数字城管平台"]),
        ("电子档存于局网", ["局网"]),
        # windows of halls, and what is set up in them
        ("局领导走进南山人民广播电台“行风热线”直播间", ["南山人民广播电台", "“行风热线”"]),
        ("走进“行风热线”直播间", ["“行风热线”直播间"]),
        ("在县政务服务中心设立环保窗口,接待群众56人次", ["县政务服务中心", "环保窗口"]),
        ("窗口受理63件", ["窗口"]),
        ("市政务服务大厅民政窗口办件56件", ["市政务服务大厅", "民政窗口"]),
        ("街道便民服务中心设立触摸查询屏1台", ["街道便民服务中心", "触摸查询屏"]),
        ("市行政服务中心二楼大厅设置自助查询机5台", ["市行政服务中心", "自助查询机"]),
        ("市行政审批局大厅设有答疑窗口", ["市行政审批局大厅", "答疑窗口"]),
        ("区政务服务中心办事大厅配备自助打印机6台", ["区政务服务中心办事大厅", "自助打印机"]),
        ("申请由区档案局、街道城建办答复,居民可查阅", []),
        ("社保自助终端已进驻68个乡镇,公安自助制证机受理63件", ["社保自助终端", "公安自助制证机"]),
        ("旅客可用候车厅触摸屏查询,群众能用县政府网站办事", ["候车厅触摸屏", "县政府网站"]),
        ("其中上县政府网68条,有36条信息上陕西教育网发布", ["县政府网", "陕西教育网"]),
        ("“问政南山”网络平台转来诉求56件", ["“问政南山”网络平台"]),
        ("街道门户网页更新36次,局门户网络安全检查,局网页设计新颖", ["街道门户网页"]),
        ("965512惠民热线转来电话诉求36件", ["965512惠民热线"]),
        ("网上报名系统登记考生63人,中小学建起了家校联系平台", ["网上报名系统", "家校联系平台"]),
        ("短信平台向用户群发信息36条,“企业联络群”解答咨询63次", ["短信平台", "“企业联络群”"]),
        ("“邻里微信群”转发通告36条,办好学校微信矩阵", ["邻里微信群", "学校微信矩阵"]),
        (
            "《今日礼泉》开设专版,《南山》区报刊登36条,《南山交通报》采用1篇",
            ["《今日礼泉》", "《南山》", "《南山交通报》"],
        ),
        ("编印《交通情况通报》36期,公布年报", []),
        ("学校主页点击36次,新闻网编发稿件63篇", ["学校主页", "新闻网"]),
        (
            "咸阳电视台新闻综合频道播出,陕西人民广播电台新闻频率直播",
            ["咸阳电视台新闻综合频道", "陕西人民广播电台新闻频率"],
        ),
        ("陕西政务服务网礼泉站公布,陕西政务服务网各级站点", ["陕西政务服务网礼泉站", "陕西政务服务网"]),
        ("“秦政通”网上可办率97%,“掌上南山”网上点击量36次", []),
        ("我县用雪亮工程平台处置,街道用居民微信群发布,用户平台注册36人", ["雪亮工程平台", "居民微信群", "用户平台"]),
        ("居民微信群63个由网格员维护,日均发布通知36条", ["居民微信群"]),
        ("新浪微博“@南山灵渠”发帖36条", ["新浪微博“@南山灵渠”"]),
        ("开办《有事好说》广播节目,《南山通讯》发行36份", ["《有事好说》", "《南山通讯》"]),
        ("一是区行政服务中心办事大厅,进驻窗口26个", ["区行政服务中心办事大厅"]),
        ("在州政务服务和资源交易中心大厅公示", ["州政务服务和资源交易中心大厅"]),
        ("“民生有约”网谈3次,办公室设信息公开查阅处1处", ["信息公开查阅处"]),
        ("通过陕西省政务信息公开网礼泉县频道公开", ["陕西省政务信息公开网礼泉县频道"]),
        ("帮扶工作队用微信群发布通知", ["微信群"]),
        ("局机关设公开栏1块", ["公开栏"]),
        ("办理厅长信箱来信16封", ["厅长信箱"]),
        ("12119报警电话接听来电53个", ["12119报警电话"]),
        ("通过12345平台受理诉求", ["12345平台"]),
        ("通过县融媒体中心直播", ["县融媒体中心"]),
        ("在礼泉县政府信息公开网上传信息118条", ["礼泉县政府信息公开网"]),
        ("各楼层设意见箱26个", ["意见箱"]),
        ("与咸阳广播电台合办“民生直通车”节目24期", ["咸阳广播电台", "“民生直通车”"]),
        ("做客“行风热线”栏目3次", ["“行风热线”"]),
        ("“税费课堂”线上直播4场", ["“税费课堂”"]),
        ("推出“局长说政策”访谈6期", ["“局长说政策”"]),
        ("开展“便民利企”访谈活动", []),
        ("在校门口醒目位置设置收费公示栏", ["收费公示栏"]),
        ("通过村级广播宣传", ["村级广播"]),
        # what is no channel, or not yet one
        ("局网站开设“疫情防控”栏目", ["局网站"]),
        ("县融媒体中心运营账号2个", []),
        ("通过电话、传真等方式受理", []),
        ("学习还不够系统", []),
        ("开设窗口26个", []),
        ("文明窗口单位5家", []),
        ("发布空气质量日报365期", []),
        ("微博更新不及时", []),
        ("检查广播电视播出机构", []),
        ("关停旧网站3个", []),
        ("铁路专线建设", []),
        ("为企业搭建校企交流平台", []),
        ("刊登《南山市2016年年度报告》", []),
    ],
)
def test_channels(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“南山发布”微博、微信公众号发布信息", ["“南山发布”微博", "“南山发布”微信公众号"]),
        ("“南山发布”抖音号和视频号发布信息", ["“南山发布”抖音号", "“南山发布”视频号"]),
        ("开通“南山发布”官方微博和同名微信公众号", ["“南山发布”官方微博", "“南山发布”微信公众号"]),
        ("“十四五”期间开通同名微信公众号", ["微信公众号"]),
        ("“南山发布”微博公开信息,微信公众号公开信息", ["“南山发布”微博", "微信公众号"]),
    ],
)
def test_an_account_beside_another_bears_its_name(text: str, expected: list[str]) -> None:
    assert [name for _, name in found(text)] == expected
