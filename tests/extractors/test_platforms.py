"""Platforms in the text: sentences in the manner of reports, every row's example, and offsets that hold."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.extractors.platforms import extract
from gigraph.extractors.settle import settle
from gigraph.models import Document, Kind, Mention, Source
from gigraph.registry import load_registry
from gigraph.registry.platforms import PlatformContext, PlatformExclusion, PlatformName, PlatformTerm
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
PLATFORMS = REGISTRY.platforms


def mentions(text: str) -> tuple[Mention, ...]:
    document = Document(text, Source("x.txt"), hashlib.sha256(text.encode()).hexdigest())
    return settle(extract(make_reading(document), REGISTRY))


def surfaces(text: str) -> list[str]:
    return [mention.text for mention in mentions(text)]


SENTENCES = [
    # web sites: the owner belongs to the name, the verb before it does not
    ("通过省政府门户网站和局网站及时公开。", ["省政府门户网站", "局网站"]),
    ("本年度我局门户网站共发布信息20条", ["我局门户网站"]),
    ("电子版可在“中国·南山”门户网站(www.example.gov.cn)下载", ["“中国·南山”门户网站"]),
    ("可从市政府信息公开网下载", ["市政府信息公开网"]),
    ("市人力资源和社会保障局网站", ["市人力资源和社会保障局网站"]),
    ("市财政局政务网站《南山财政网》上可下载", ["市财政局政务网站", "《南山财政网》"]),
    ("在市教育局门户网站“南山教育在线”下载", ["市教育局门户网站", "“南山教育在线”"]),
    ("在政府门户网站“政务公开”栏目发布", ["政府门户网站"]),
    ("通过厅互联网门户网站“南山警方”向社会公开", ["厅互联网门户网站", "“南山警方”"]),
    ("利用县人民政府信息网平台公开信息", ["县人民政府信息网"]),
    ("充分利用现有平台南山市交通局网站、南山交通微信公众号公开信息", ["南山市交通局网站", "南山交通微信公众号"]),
    ("加强与县电视台的合作,通过县电视台发布", ["县电视台", "县电视台"]),
    ("可在咸阳市人民政府门户网咸阳市教育局网站下载", ["咸阳市人民政府门户网", "咸阳市教育局网站"]),
    ("依托公示公告栏发布信息", ["公示公告栏"]),
    ("在南山市气象局头条推送信息15条,通过南山气象头条发布信息", ["南山市气象局头条", "南山气象头条"]),
    # periodicals in a list of media
    ("在《南山审计》《南山日报》、南山电视台公开信息", ["《南山审计》", "《南山日报》", "南山电视台"]),
    ("厅门户网站、《南山审计》、微信公众平台公开信息9条", ["厅门户网站", "《南山审计》", "微信公众平台"]),
    ("在县政府网上公开信息,推行网上办事", ["县政府网"]),
    ("以“南山区政府”和“南山区财政局”门户网站为载体", ["“南山区政府”", "“南山区财政局”门户网站"]),
    ("部门户网站集成中国土地市场网", ["部门户网站", "中国土地市场网"]),
    ("在信用(南山)网和中国南山(人社)网站公开", ["信用(南山)网", "中国南山(人社)网站"]),
    ("从“中国南山”门户网站下载;清单在南山教育网和中国南山同步公开", ["“中国南山”门户网站", "南山教育网", "中国南山"]),
    ("市政府门户网站(以下简称门户网站)改版", ["市政府门户网站", "门户网站"]),
    ('在"中国南山"门户网站下载', ['"中国南山"门户网站']),
    ("南山市林业和园林局网站", ["南山市林业和园林局网站"]),
    ("登录县政府和教育局网站", ["县政府", "教育局网站"]),
    ("推送信息1363官方微博发布", ["官方微博"]),
    ("县政府门户网站加入南山市网站群", ["县政府门户网站", "南山市网站群"]),
    # named accounts
    ("通过南山微教育(微博)、南山发布、广播公开", ["南山微教育(微博)", "南山发布", "广播"]),
    ("“礼泉便民网”大厅、“礼泉人社”微信公众号、等服务系统", ["礼泉便民网", "“礼泉人社”微信公众号"]),
    ("通过公开栏(3期)、“南山通”(8条)等平台公开", ["公开栏", "“南山通”"]),
    ("参加南山广播电台《阳光政务》行风热线", ["南山广播电台", "《阳光政务》行风热线"]),
    ("办理“找错”“百姓谈”平台网民留言", ["“找错”", "“百姓谈”平台"]),
    ("利用政务新媒体发布信息894条", ["政务新媒体"]),
    ("“南山教育”微信公众号发布稿件533条", ["“南山教育”微信公众号"]),
    ("开通微信公众号“南山发布”、“南山警方”", ["微信公众号“南山发布”", "“南山警方”"]),
    ("“南山发布”政务微博微信发布信息", ["“南山发布”政务微博", "微信"]),
    ("依托官方微信公众号推送", ["官方微信公众号"]),
    ("通过“南山发布”、“南山警方”等政务微博发布", ["“南山发布”", "“南山警方”等政务微博"]),
    ("发挥“两微”平台优势,做强“南山警方”、“南山交警”等品牌栏目", ["“南山警方”", "“南山交警”"]),
    # generic channels
    ("利用公示栏、电子显示屏、广播、电视等形式公开", ["公示栏", "电子显示屏", "广播", "电视"]),
    ("1.政务微博 全年发布", ["政务微博"]),
    ("建立“两微一端”", ["两微一端"]),
    # the press
    ("刊登在《南山日报》和《南山政务》(2015年第5期)", ["《南山日报》", "《南山政务》"]),
    ("通过南山日报、南山环境报、南山电视台播发", ["南山日报", "南山环境报", "南山电视台"]),
    ("在《南山市人民政府公报》刊登", ["《南山市人民政府公报》"]),
    ("做客“问政南山”栏目", ["问政南山"]),
    ("通过财政部文告、国务院公报公开", ["财政部文告", "国务院公报"]),
    ("在《南山侨报》和《南山卫生》发布信息29条", ["《南山侨报》", "《南山卫生》"]),
    ("走进《行风热线》,播出自办栏目《南山视界》《南山微视》", ["《行风热线》", "《南山视界》", "《南山微视》"]),
    # hotlines and mailboxes
    ("12345市长热线共接听来电,答复县长信箱来信3件", ["12345市长热线", "县长信箱"]),
    ("答复省长、市长信箱来信", ["省长", "市长信箱"]),
    # systems
    ("完善了公积金“五个实时”办理系统", ["公积金“五个实时”办理系统"]),
    ("推进“互联网+监督”平台建设", ["“互联网+监督”平台"]),
    ("纳入省政府电子政务和监察系统", ["省政府电子政务和监察系统"]),
    ("完善公务用车管理、能耗统计监测和资产管理系统", ["公务用车管理", "能耗统计监测", "资产管理系统"]),
    ("登录省政府网站群运维监测平台", ["省政府网站群运维监测平台"]),
    ("完善公务用车管理、能耗统计监测等3个系统", ["公务用车管理", "能耗统计监测"]),
    ("健全县政府门户网站与子网站的机制", ["县政府门户网站"]),
    ("在大厅设立政府信息公开接待窗口", ["政府信息公开接待窗口"]),
    # halls and reading places
    ("指定县档案馆、县图书馆为公众查阅场所", ["县档案馆", "县图书馆"]),
    ("在政务服务大厅公开", ["政务服务大厅"]),
    ("重点在办公楼公告栏张贴", ["办公楼公告栏"]),
    # what stands before a name, and headings
    ("经学校主页发布信息,预算统一经局网站公布", ["学校主页", "局网站"]),
    ("公开渠道有宣传车、微信,有局网站、宣传车等载体", ["宣传车", "微信", "局网站", "宣传车"]),
    ("(三)微信。全年推送。四是公示栏。1.微博:发布36条", ["微信", "公示栏", "微博"]),
    ("除OA系统外,以12345热线为主渠道", ["OA系统", "12345热线"]),
    ("利用好差评系统,依托一网通办平台", ["好差评系统", "一网通办平台"]),
    ("12360统一服务热线和8890民生服务平台受理", ["12360统一服务热线", "8890民生服务平台"]),
    ("预警经12379预警信息发布平台发送", ["12379预警信息发布平台"]),
    # what serves
    ("市民咨询电话接听来电,24小时服务电话解答", ["市民咨询电话", "24小时服务电话"]),
    ("镇便民服务中心公示事项,在县政务服务中心公开指南", ["镇便民服务中心", "县政务服务中心"]),
    ("向县档案馆、县图书馆移送公开文件", ["县档案馆", "县图书馆"]),
    ("向县图书馆赠送《南山公报》60册,将公报分送县档案馆", ["县图书馆", "《南山公报》", "县档案馆"]),
    ("县档案馆接收移交公开文件36件;向县档案馆移交文书档案36卷", ["县档案馆"]),
    ("在县图书馆、市民中心等场所投放36册", ["县图书馆", "市民中心"]),
    # words that stand before a name, sorts and counts
    ("大厅设窗口36个,门口设大型公示栏,在局网站建设“一张图”查询系统", ["公示栏", "局网站", "“一张图”查询系统"]),
    ("并入网站46个,关停停更微博账号和“僵尸”账号,水电气网联合报装", []),
    ("运营政务新媒体46个", ["政务新媒体"]),
    ("注销政务新媒体46个,发送预警短信36条", []),
    # points for reading are what the houses named beside them are
    ("在县档案馆、县图书馆设立查阅点3处", ["县档案馆", "县图书馆"]),
    ("查阅点设在县图书馆。2.公共查阅点。县档案馆接待查阅36人次", ["县图书馆", "县档案馆"]),
    ("县图书馆一楼开辟信息查阅处,县档案馆各设查阅室1间", ["县图书馆", "县档案馆"]),
    ("各乡镇建成查阅点36个,办公楼一楼设信息查阅点", ["查阅点", "信息查阅点"]),
    ("在办事窗口公开指南,关停局微博", ["办事窗口", "局微博"]),
    # sites and their parts
    ("事项在南山政务服务网上线,南山安全信息网上线运行", ["南山政务服务网", "南山安全信息网"]),
    ("推进政务服务网上办理,审批网上运行,实现信息网上公开", []),
    ("局门户、单位外网更新,“南山安全网”发稿36条", ["局门户", "单位外网", "南山安全网"]),
    ("登录12348法网点击12次,南山区政府网上线,南山区政府网管理", ["12348法网", "南山区政府网", "南山区政府网"]),
    # bodies in a list that share the noun
    ("市财政局、市审计局网站分别公开", ["市财政局", "市审计局网站"]),
    ("在财政部、省财政厅网站刊发", ["财政部", "省财政厅网站"]),
    ("省、市政府网站采用", ["省", "市政府网站"]),
    ("镇平、淅川县政府网站改版", ["镇平", "淅川县政府网站"]),
    ("市委、市政府网站改版,涉及县政府网站", ["市政府网站", "县政府网站"]),
    # bodies whose names hold words that elsewhere come before a name
    ("在市医疗保障局网站、审计局网站、市规划局网站公开", ["市医疗保障局网站", "审计局网站", "市规划局网站"]),
    ("在南山区数据发展局网站公开", ["南山区数据发展局网站"]),
    # accounts
    ("“南山财政”微博粉丝1.2万人,微博“@南山财政”粉丝3万", ["“南山财政”微博", "微博“@南山财政”"]),
    ("在微博、微信、抖音、快手、B站开设账号", ["微博", "微信", "抖音", "快手", "B站"]),
    ("120急救电话受理,122报警电话接听", ["120急救电话", "122报警电话"]),
    ("通过局窗口、单位内网公开,设立教育服务窗口", ["局窗口", "单位内网", "教育服务窗口"]),
    ("市财政局网站杭州频道、人民网浙江频道报道", ["市财政局网站杭州频道", "人民网浙江频道"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert surfaces(text) == expected


NONE = [
    "局长发表《全面推进政务公开》的署名文章",
    "发布水情公报12期",
    "加强政务公开平台的建设工作",
    "非政府网站发布解读占总量的七成",
    "年内全网发布4次红色预警信息",
    "通过网络等渠道公开",
    "利用新媒体和传统媒体发布",
    "召开新闻发布会和电视电话会议",
    "全县教育系统开展培训",
    "加强各部门网站管理",
    "推进政府信息公开平台建设情况",
    "发挥政府信息公开第一平台作用",
    "联系电话:5029123,电子邮箱:a@example.com",
    "1.政府公报公开政府信息数 条 0",
    "在《全国政府网站普查工作方案》中",
    "编发工作简报和舆情日报",
    "全年编发《信息公开工作简报》12期",
    "政府信息公开栏目更新信息14条",
    "2.政府网站在线访谈次数",
    "组织公安系统干部",
    "2014年全市环境状况公报",
    "县广播电视局承担",
    "县档案馆组织培训",
    "加强政务新媒体管理",
    "加强政府信息平台建设",
    "搭建便捷高效的就业创业交流平台",
    "尚未开通手机APP",
    "做好及时全面发布、反馈等工作",
    "开展四家行业局网站整合",
    "入选人民日报发布的排行榜",
    "公布监督电话,各乡镇公开咨询电话",
    "举报电话:0379-66312345",
    "在市、县两级政府网站和省、市、县三级网站公开",
    "加强国内网站管理,开展微博粉丝互动",
    "由县政务服务中心办理答复,县图书馆组织培训",
    "办公室管网站,打造对外开放门户,内外网分离",
]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_platform(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize("row", PLATFORMS.terms, ids=lambda row: row.term)
def test_example_of_a_term(row: PlatformTerm) -> None:
    found = [(mention.text.strip("“”《》"), mention.value.kind) for mention in mentions(row.example)]
    assert any(text.endswith(row.term) and kind == row.kind for text, kind in found), found


@pytest.mark.parametrize("row", PLATFORMS.names, ids=lambda row: row.name)
def test_example_of_a_name(row: PlatformName) -> None:
    assert row.name in [mention.value.name for mention in mentions(row.example)]


def test_examples_of_contexts() -> None:
    wrong: list[PlatformContext] = [row for row in PLATFORMS.contexts if tuple(surfaces(row.example)) != row.finds]
    assert wrong == []


def test_examples_of_exclusions() -> None:
    def finds(row: PlatformExclusion) -> bool:
        return any(not row.terms or mention.value.term in row.terms for mention in mentions(row.example))

    assert [row for row in PLATFORMS.exclusions if finds(row)] == []


PIECES = st.sampled_from(
    [
        *(row.term for row in PLATFORMS.terms),
        "县",
        "我局",
        "“",
        "”",
        "《",
        "》",
        "、",
        "和",
        "通过",
        "\n",
        "（",
        "12345",
        " ",
        "。",
    ]
)


@given(st.lists(PIECES, max_size=12).map("".join))
def test_a_mention_is_the_documents_text_at_its_span(text: str) -> None:
    for mention in mentions(text):
        assert mention.kind is Kind.PLATFORM
        assert mention.span.of(text) == mention.text
        assert mention.value.kind
        assert mention.value.name


def test_spans_lead_back_through_folding_and_line_wraps() -> None:
    text = "（一）主要通过“中国·南山”\u3000门户网站、１２３４５ 市长热线公开信息。"
    assert "１２３４５ 市长热线" in surfaces(text)
