"""Kinds of sentence that reports all over the country write, read from text to entry."""

import pytest

from gigraph.documents import document_of
from gigraph.models import ReportFacts
from gigraph.pipeline import facts_of

LAW = "《中华人民共和国政府信息公开条例》"


def read(text: str) -> ReportFacts:
    return facts_of(document_of(text.encode(), "a"))


def field(facts: ReportFacts, name: str) -> object:
    return next((item.value for item in facts.fields if item.name == name), None)


@pytest.mark.parametrize(
    ("opening", "publisher"),
    [
        (f"本报告由汉中市人民政府信息公开工作领导小组办公室根据{LAW}编制而成。", "汉中市人民政府"),
        (f"本年度报告是由宝鸡市政务公开领导小组办公室根据{LAW}编制。", "宝鸡市人民政府"),
        (f"本报告由礼泉县财政局政府信息公开办公室根据{LAW}编制。", "礼泉县财政局"),
        (f"根据{LAW}要求，综合2017年度宝鸡市各县（市、区）政府和市级各部门年度报告编制而成。", "宝鸡市人民政府"),
        (f"本报告由礼泉县财政局政务公开政府信息公开工作领导小组办公室根据{LAW}编制。", "礼泉县财政局"),
        (
            "现将县人民政府2017年法治政府建设工作情况报告如下。县政府制定了《礼泉县人民政府学法制度》。",
            "礼泉县人民政府",
        ),
        (f"本报告是根据{LAW}要求，由北京市朝阳区望京街道编制的2017年度报告。", "北京市朝阳区望京街道办事处"),
        (f"根据{LAW}编制。请与海淀区政府中关村街道办事处信息公开办公室联系。", "北京市海淀区中关村街道办事处"),
        ("2017年，广西壮族自治区党委和政府全面推进法治政府建设。", "广西壮族自治区人民政府"),
        (f"根据{LAW}编制。如有疑问，请与漳州市角美投资区管委会联系。", "漳州市角美投资区管理委员会"),
        ("现将2017年礼泉县青龙镇人民政府信息公开工作年度报告（以下简称报告）予以公布。", "礼泉县青龙镇人民政府"),
    ],
)
def test_the_publisher_of_a_text_without_a_heading(opening: str, publisher: str) -> None:
    assert field(read(f"{opening}\n一、概述\n2017年，全市公开信息320条。"), "publisher") == publisher


@pytest.mark.parametrize("date", ["2025-01-22", "(2025年1月22日)", " 发布时间：2025-01-22 10:20"])
def test_a_title_with_the_pages_date_in_its_line(date: str) -> None:
    facts = read(f"礼泉县财政局2024年政府信息公开工作年度报告 {date}\n\n根据{LAW}编制。\n一、总体情况\n公开信息20条。")
    assert field(facts, "title") == "礼泉县财政局2024年政府信息公开工作年度报告"
    assert field(facts, "issued") == "2025-01-22"


def test_a_school_year_without_dates_runs_from_september_to_august() -> None:
    facts = read("某某大学2018-2019学年信息公开工作年度报告\n一、概述\n学校公开信息20条。")
    period = [field(facts, name) for name in ("year", "period_start", "period_end")]
    assert period == [2019, "2018-09-01", "2019-08-31"]


def test_the_year_is_the_reports_own_not_that_of_the_title_page() -> None:
    facts = read(
        f"2013年2月\n引 言\n本报告是根据{LAW}要求，由礼泉县财政局编制的2012年度政府信息公开年度报告。\n一、概述\n公开信息20条。"
    )
    assert field(facts, "year") == 2012


def agencies(publisher: str, sentence: str) -> set[str]:
    facts = read(f"{publisher}2018年政府信息公开工作年度报告\n根据{LAW}编制。\n一、概述\n{sentence}")
    return {entry.name for entry in facts.agencies} - {publisher}


@pytest.mark.parametrize(
    ("publisher", "sentence", "expected"),
    [
        ("疏附县教育局", "我局落实自治区党委、政府统一部署。", {"中共新疆维吾尔自治区委员会", "新疆维吾尔自治区人民政府"}),
        ("礼泉县财政局", "我局按照县委政府各项要求开展工作。", {"中共礼泉县委", "礼泉县人民政府"}),
        ("礼泉县财政局", "我局按照县委政府各部门的要求开展工作。", {"中共礼泉县委"}),
        ("宝鸡市财政局", "我局学习贯彻市委九次全会精神。", set()),
        ("重庆万州工业园区管理委员会", "在区委、区政府领导下，园区公开信息。", {"中共重庆市万州区委", "重庆市万州区人民政府"}),
        ("浙江省嘉善经济开发区管理委员会", "我委落实县委、县政府部署。", {"中共嘉善县委", "嘉善县人民政府"}),
        ("合肥市长丰经济开发区管理委员会", "落实县政府工作部署。", {"长丰县人民政府"}),
        ("喀什地区教育局", "落实地委、行署关于政务公开的部署。", {"中共喀什地委", "喀什地区行政公署"}),
        ("礼泉县财政局", "在县委县府办的指导下开展工作。", {"中共礼泉县委", "礼泉县人民政府办公室"}),
        ("礼泉县财政局", "设有政务、政府信息公开工作领导小组。", {"礼泉县财政局政务、政府信息公开工作领导小组"}),
        ("礼泉县财政局", "成立了保密工作、政府信息公开领导小组。", {"礼泉县财政局政府信息公开领导小组"}),
        ("礼泉县财政局", "落实市委市政府、县委县政府部署。", {"中共咸阳市委", "咸阳市人民政府", "中共礼泉县委", "礼泉县人民政府"}),
        ("湖州师范学院", "信息公开由学院办公室承办。", {"湖州师范学院办公室"}),
        ("礼泉县教育局", "信息公开由学院办公室承办。", set()),
        ("国家文物局", "由国家文物局政策法规司编制，落实国务院部署。", {"国家文物局政策法规司", "国务院"}),
        ("礼泉县财政局", "成立了政务服务、政务公开、政府信息公开领导小组。", {"礼泉县财政局政务服务、政务公开、政府信息公开领导小组"}),
        ("礼泉县财政局", "围绕县委、县政府工作中心和市财政局部署。", {"中共礼泉县委", "礼泉县人民政府", "咸阳市财政局"}),
        ("宝鸡供电局", "我局落实市政府工作部署。", {"宝鸡市人民政府"}),
        ("礼泉县财政局", "局机关信息中心负责上传文件。", {"礼泉县财政局信息中心"}),
        ("礼泉县财政局", "由局党委副书记主管。", set()),
        ("礼泉县财政局", "明确由政策法规科牵头负责。", {"礼泉县财政局政策法规科"}),
        ("宝鸡文理学院", "学校党委高度重视。学校档案馆接待师生。", {"中共宝鸡文理学院委员会", "宝鸡文理学院档案馆"}),
        ("礼泉县教育局", "学校党委高度重视。", set()),
        ("礼泉县教育局", "成立了信息公开领导小组。领导小组办公室负责日常工作。", {"礼泉县教育局信息公开领导小组", "礼泉县教育局信息公开领导小组办公室"}),
    ],
)  # fmt: skip
def test_agencies_of_a_sentence(publisher: str, sentence: str, expected: set[str]) -> None:
    assert agencies(publisher, sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("通过市政府网站财政子站公开信息20条。", {"咸阳市人民政府网站财政子站"}),
        ("通过县政府网站和各子网站公开信息20条。", {"礼泉县人民政府网站"}),
        ("各单位、各股室在本单位网站公开信息20条。", set()),
        ("采用来访接待、电子信箱、政务微博等方式公开。", {"电子信箱", "政务微博"}),
        ("在群众便于阅览的地方设公开栏。", {"公开栏"}),
        ("用好“礼泉财政”订阅号推送信息，办有“党建专栏”“工地快报”“一线来信”等专栏。", {"“礼泉财政”订阅号"}),
        ("完善政府信息查阅中心、公共查阅点等场所。", {"政府信息查阅中心", "公共查阅点"}),
        ("借助公开栏、县图书馆、县档案馆公开。", {"公开栏", "礼泉县图书馆", "礼泉县档案馆"}),
        ("依托县图书馆、县档案馆组织培训。", set()),
        ("以投诉信箱和举报电话等方式接受监督。", {"投诉信箱", "举报电话"}),
        ("开辟了14间电子阅览室。", {"电子阅览室"}),
        ("完善政府信息公开平台，规范栏目设置。", set()),
        ("通过政府信息公开平台公开信息20条。", {"政府信息公开平台"}),
        ("精心打造县政府网站。", {"礼泉县人民政府网站"}),
        ("安排专人定期维护网站信息。", set()),
        ("全年处理89000平台交办事项20件。", {"89000平台"}),
        ("在新浪网、腾讯网开设了“礼泉财政”官方微博。", {"“礼泉财政”官方微博"}),
        ("通过新浪、人民、新华网三大微博发布信息20条。", {"微博"}),
        ("通过新华网、人民网发布信息20条。", {"新华网", "人民网"}),
        ("组织政府网站和政务新媒体培训2次。", set()),
        ("通过政府网站和政务新媒体发布信息20条。", {"政府网站", "政务新媒体"}),
        ("在行政服务大厅政府信息公开服务窗口接待。", {"行政服务大厅", "政府信息公开服务窗口"}),
        ("通过陕西省网上办事大厅礼泉分厅公开事项20项。", {"陕西省网上办事大厅礼泉分厅"}),
        ("通过政府热线12345受理投诉。", {"政府热线12345"}),
        ("充分利用校园广播台、院报《山风》等发布信息。", {"校园广播台", "山风"}),
        ("通过县档案馆向市民提供主动公开的信息。", {"礼泉县档案馆"}),
        ("通过县政府、县教育局网站公布信息20条。", {"礼泉县人民政府网站", "礼泉县教育局网站"}),
        ("在县委、县政府网站公布信息20条。", {"礼泉县人民政府网站"}),
        ("打造立体化政务公开平台体系。", set()),
        ("在各平台发布信息20条,政务新媒体发布资讯等信息62条。", {"政务新媒体"}),
        ("新建了网上信访大厅。", {"网上信访大厅"}),
        ("其中网站领导信箱公开办理20件。", {"礼泉县财政局网站", "领导信箱"}),
        ("通过县文化广电旅游体育局网站公开信息20条。", {"礼泉县文化广电旅游体育局网站"}),
        ("联合咸阳人民广播电台开办专题节目2期。", {"咸阳人民广播电台"}),
        ("与咸阳电视台联合创办“我说县情”电视访谈。", {"咸阳电视台"}),
        ("在县政务门户网站“礼泉之窗”政府信息公开系统上传文件20件。", {"礼泉县人民政府门户网站", "政府信息公开系统"}),
        ("发布县情视频20条,手机报49余期。", {"手机报"}),
        ("通过局网站《在线咨询》栏目答复问题20个。", {"礼泉县财政局网站"}),
        ("其中:要闻快报、行业聚焦、政务公开发布信息20条。", set()),
        ("开设《县情》和《动态》两个信息宣传栏目。", set()),
        ("在交通运输部陕西子站发布信息20条。", {"中华人民共和国交通运输部陕西子站"}),
        ("大厅配备自助查询终端,设立标准化政务公开栏。", {"自助查询终端", "政务公开栏"}),
        ("在大厅设立信息公开窗口。", {"信息公开窗口"}),
        ("通过网站公开信息20条。", {"礼泉县财政局网站"}),
        ("加强政府内外网网站建设。", set()),
        ("依托 “礼泉微邻里”平台及社区微信群推送信息。", {"“礼泉微邻里”平台", "社区微信群"}),
        ("做好维权工作12315投诉台收到投诉20件。", {"12315"}),
        ("在村组张贴栏公示信息20条。", {"村组张贴栏"}),
        ("公开信息20条（不含政务服务、投资审批等专业平台发布的数据）。", {"政务服务平台", "投资审批平台"}),
        ("维护了安全生产监管监察系统的公信力。", set()),
        ("较好完成了全县应急系统信息公开工作任务。", set()),
        ("高度重视县门户网站建设。", {"礼泉县人民政府门户网站"}),
        ("利用新媒体微信公众号发布信息20条。", {"微信公众号"}),
        ("在局网站设置微博链接。", {"礼泉县财政局网站"}),
        ("通过官方网站、政务新媒体向社会公众解读政策20次。", {"礼泉县财政局网站", "政务新媒体"}),
    ],
)
def test_platforms_of_a_sentence(sentence: str, expected: set[str]) -> None:
    facts = read(f"礼泉县财政局2018年政府信息公开工作年度报告\n根据{LAW}编制。\n一、概述\n2018年，我局{sentence}")
    assert {entry.name for entry in facts.platforms} == expected


def test_a_count_of_rooms_is_a_figure_and_no_part_of_their_name() -> None:
    facts = read("礼泉县财政局2018年政府信息公开工作年度报告\n一、概述\n我局开辟了14间电子阅览室。")
    assert [(item.value, item.unit) for item in facts.statistics] == [("14", "间")]


def test_a_guide_and_its_catalogue_share_their_first_words() -> None:
    facts = read(
        f"礼泉县财政局2018年政府信息公开工作年度报告\n根据{LAW}编制。\n一、概述\n我局编制了政府信息公开指南和公开目录。"
    )
    assert {entry.relation for entry in facts.regulations if entry.name and "公开目录" in entry.name} == {"issues"}


@pytest.mark.parametrize("words", ["市委五次全会精神", "三篇大文章"])
def test_numbers_of_meetings_and_slogans_count_nothing(words: str) -> None:
    facts = read(f"礼泉县财政局2018年政府信息公开工作年度报告\n一、概述\n我局围绕{words}开展工作。")
    assert not facts.statistics


@pytest.mark.parametrize(
    ("who", "names"),
    [
        ("某某大学2018-2019学年", {"高等学校信息公开事项清单"}),
        ("某某大学2018年", {"高等学校信息公开事项清单"}),
        ("礼泉县教育局2018-2019学年", set()),
    ],
)
def test_the_list_that_a_university_does_not_define(who: str, names: set[str]) -> None:
    sentence = "学校严格依据公开目录和《清单》要求公开信息，学校加强领导，学校健全制度。"
    facts = read(f"{who}信息公开工作年度报告\n一、概述\n{sentence}")
    assert {entry.name for entry in facts.regulations} == names
    assert {entry.relation for entry in facts.regulations} <= {"cites"}


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("《陕西省人民政府办公厅关于做好公开工作的通知（陕政办发〔2015〕99号）》", {("陕西省人民政府办公厅关于做好公开工作的通知", "陕政办发〔2015〕99号")}),
        ("《咸阳市人民政府关于贯彻陕政发〔2015〕99号文件精神的通知》", {("咸阳市人民政府关于贯彻陕政发〔2015〕99号文件精神的通知", None)}),
        ("《陕政发〔2015〕99号文件》", {(None, "陕政发〔2015〕99号")}),
    ],
)  # fmt: skip
def test_a_number_within_the_brackets_of_a_title(title: str, found: set[tuple[str | None, str | None]]) -> None:
    facts = read(f"礼泉县财政局2015年政府信息公开工作年度报告\n一、概述\n我局贯彻{title}精神。")
    assert {(entry.name, entry.number) for entry in facts.regulations} == found


def test_a_title_that_begins_with_a_year_is_the_publishers() -> None:
    facts = read(
        "礼泉县财政局2022年政府信息公开工作年度报告\n一、概述\n我局制定了《2022礼泉县财政局主动公开基本目录》。"
    )
    assert [entry.relation for entry in facts.regulations] == ["issues"]


def test_a_revised_law_is_cited() -> None:
    facts = read(
        f"礼泉县2018年政府信息公开工作年度报告\n本报告根据修订后的{LAW}和《陕西省2018年政务公开工作要点》编制。"
    )
    assert {entry.relation for entry in facts.regulations} == {"cites"}
