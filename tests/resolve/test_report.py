"""The report's own fields from whole texts: titles over lines, publishers, periods, dates, document types."""

import pytest
from report_fields import BODY, fields

from gigraph.resolve import report

PUBLISHERS = [
    ("陕西省礼泉县政务服务管理局2018年政府信息公开年报" + BODY, "礼泉县政务服务管理局"),
    ("襄州区人民政府\n2023年政府信息公开工作年度报告" + BODY, "襄阳市襄州区人民政府"),
    ("西咸新区2017年政府信息公开工作年度报告" + BODY, "西咸新区管理委员会"),
    ("某湖工业园区管委会2018年政府信息公开工作年度报告" + BODY, "某湖工业园区管理委员会"),
    ("2018年新光镇政府信息公开工作年度报告" + BODY, "新光镇人民政府"),
    ("广州市海珠区江南中街道2020年政府信息公开年度报告" + BODY, "广州市海珠区江南中街道办事处"),
    ("咸阳市发改委2016年政府信息公开年度报告" + BODY, "咸阳市发展和改革委员会"),
    ("国家税务总局咸阳市税务局2019年政府信息公开年度报告" + BODY, "国家税务总局咸阳市税务局"),
    ("礼泉县2016年度政府信息公开年报" + BODY, "礼泉县人民政府"),
    ("杭州市上城区人民政府湖滨街道办事处2012年政府信息公开年报" + BODY, "杭州市上城区人民政府湖滨街道办事处"),
    ("杭州市上城区政府湖滨街道2012年政府信息公开年报" + BODY, "杭州市上城区湖滨街道办事处"),
    ("水利部2020年政府信息公开工作年度报告" + BODY, "中华人民共和国水利部"),
    ("某某大学2019-2020学年信息公开年度报告" + BODY, "某某大学"),
    # a title that names no one: the signature, the form, the text
    ("2018年政府信息公开工作年度报告" + BODY + "\n礼泉县教育局\n2019年1月15日\n", "礼泉县教育局"),
    ("2018年政府信息公开工作年度报告\n\n本报告由咸阳市公安局编制。我局认真做好公开工作。\n", "咸阳市公安局"),
    ("2018年政府信息公开工作年度报告" + BODY + "填报单位(盖章):礼泉县水利局\n", "礼泉县水利局"),
    # an abbreviation that the text defines; a town's name in full in the second line; 自治区 in the text's full form
    (
        "自治区某办2022年政府信息公开工作年度报告\n\n由广西壮族自治区某开发带建设协调办公室(下称自治区某办)编制。\n",
        "广西壮族自治区某开发带建设协调办公室",
    ),
    (
        "2016年某河镇政府信息公开年度报告\n金台区某河镇人民政府2016年政府信息公开年度报告" + BODY,
        "宝鸡市金台区某河镇人民政府",
    ),
    (
        "自治区人民政府办公厅2022年政府信息公开工作年度报告" + BODY + "请与广西壮族自治区人民政府办公厅联系。\n",
        "广西壮族自治区人民政府办公厅",
    ),
    # a town's county: by the source's fuller name, by the government that the text names, and none where it names two
    ("新光镇2019年政府信息公开工作年度报告\n来源:礼泉县新光镇政府\n" + BODY, "礼泉县新光镇人民政府"),
    (
        "西城街道2024年政府信息公开工作年度报告" + BODY + "通过兴平市人民政府信息公开网站公开信息。\n",
        "兴平市西城街道办事处",
    ),
    ("新光镇2019年政府信息公开工作年度报告" + BODY + "通过礼泉县政府门户网、淳化县政府网公开。\n", "新光镇人民政府"),
    # a year without 年 is no part of the name; a zone's committee named for contact
    ("2012咸阳市公安局秦都分局政府信息公开工作年度报告" + BODY, "咸阳市公安局秦都分局"),
    (
        "关于2016年政府信息公开工作的年度报告\n\n一、概述\n工业园区管委会认真做好公开。请联系:礼泉县工业园区管委会,电话x。\n",
        "礼泉县工业园区管理委员会",
    ),
    # no heading: the first sentence names the title
    (
        "《礼泉县教育局2019年度政府信息公开工作年度报告》由礼泉县教育局编制。\n一、总体情况\n做好公开。\n",
        "礼泉县教育局",
    ),
    ("根据规定,现发布《礼泉县水利局2025年政府信息公开工作年度报告》,数据截至2025年12月31日。\n", "礼泉县水利局"),
    ("重庆市渝中区国有资产监督管理委员会2020年政府信息公开年度报告" + BODY, "重庆市渝中区国有资产监督管理委员会"),
    # no heading, and the publisher named in passing
    ("根据规定,现公布礼泉县2022年政府信息公开工作年度报告。本报告由六部分组成。\n", "礼泉县人民政府"),
    ("根据规定,以及2010年度咸阳市环境保护局(以下简称“我局”)的工作,编制本报告。\n", "咸阳市环境保护局"),
    ("根据规定编制本报告。\n一、总体情况\n2019年,陕西省审计厅认真做好公开工作。\n", "陕西省审计厅"),
    ("本报告数据截至2013年12月31日。\n2013年,内蒙古自治区按照部署做好公开工作。\n", "内蒙古自治区人民政府"),
    ("2015年,咸阳市政府信息公开工作紧紧围绕中心,进展顺利。\n", "咸阳市人民政府"),
    ("根据规定编制本报告。如有疑问,请与礼泉县水利局办公室联系。我局公开信息3条。\n", "礼泉县水利局"),
    ("根据《条例》,现公布咸阳市人民政府(以下简称市政府)2016年政府信息公开工作年度报告。\n", "咸阳市人民政府"),
    ("2016年政府信息公开工作年度报告\n\n  咸阳市人民政府\n  (2017年3月15日)\n" + BODY, "咸阳市人民政府"),
    ("一、工作机构\n咸阳市委、市政府领导高度重视公开工作,2015年成立了工作机构。\n", "咸阳市人民政府"),
    ("本报告由礼泉县人民政府办公室编制。\n2014年,县政府加快建设。\n", "礼泉县人民政府"),
    ("本报告由礼泉县人民政府办公室编制。\n2014年,我办做好公开工作。\n", "礼泉县人民政府办公室"),
    ("2020年以来,我局认真做好公开工作,可通过“咸阳市水利局”网站查询。\n", "咸阳市水利局"),
    ("依照《咸阳职业技术学院信息公开实施细则》,现把2017-2018学年的做法报告如下,我校认真落实。\n", "咸阳职业技术学院"),
    (
        "2015年,按照《条例》,本厅做好公开工作。\n二、主动公开政府信息工作情况\n请与陕西省司法厅办公室联系。\n",
        "陕西省司法厅",
    ),
    # a level word alone: the one county whose government the text names
    ("县林业局2011年度政府信息公开工作报告\n\n本报告在礼泉县人民政府门户网站公开。我局做好工作。\n", "礼泉县林业局"),
    # a level word alone: the one prefecture whose site the text calls by its short name
    ("市公安局2011年政府信息公开工作报告" + BODY + "通过咸阳政府信息公开网公开信息。\n", "咸阳市公安局"),
    ("县公安局2011年政府信息公开工作报告" + BODY + "通过咸阳政府信息公开网公开信息。\n", "县公安局"),
    (
        "市公安局2011年政府信息公开工作报告" + BODY + "通过咸阳政府网、渭南政府网公开信息。\n",
        "市公安局",
    ),
    # a level word alone: the area of that level in which the address lies
    ("市教育局2013年政府信息公开年报" + BODY + "联系地址:天水市秦州区建设路12号。\n", "天水市教育局"),
    ("公安局2013年政府信息公开年报" + BODY + "县公安局做好工作。地址:甘谷县建设路12号。\n", "甘谷县公安局"),
    ("公安局2013年政府信息公开年报" + BODY + "地址:天水市秦州区建设路12号。\n", "公安局"),
    ("东关街道2013年政府信息公开年报" + BODY + "地址:甘肃省天水市秦州区建设路12号。\n", "天水市秦州区东关街道办事处"),
    ("东关街道2013年政府信息公开年报" + BODY + "地址:天水市建设路12号。\n", "东关街道办事处"),
    # towns, streets and custom houses given in passing
    ("本报告数据截至2013年12月31日。如有疑问,请与东关街道办事处党政办公室联系。\n", "东关街道办事处"),
    ("2013年,白马镇认真做好公开工作,我镇公开信息20条。\n", "白马镇人民政府"),
    ("根据规定编制本报告。\n一、总体情况\n2019年,长沙海关认真做好公开工作。\n", "长沙海关"),
    # the short name of a banner
    ("东乌旗自然资源局2020年政府信息公开工作年度报告" + BODY, "东乌珠穆沁旗自然资源局"),
    # a 地区 and a 盟 have a 行政公署
    ("喀什地区2020年政府信息公开工作年度报告" + BODY, "喀什地区行政公署"),
    ("兴安盟2020年政府信息公开工作年度报告" + BODY, "兴安盟行政公署"),
    ("广西柳州市财政局2022年政府信息公开工作年度报告" + BODY, "柳州市财政局"),
    # a short name in the title takes its place from the signature
    ("市公安局2015年政府信息公开年报" + BODY + "\n咸阳市公安局\n2016年3月1日\n", "咸阳市公安局"),
]


@pytest.mark.parametrize(("text", "publisher"), PUBLISHERS)
def test_the_publisher_has_its_full_official_name(text: str, publisher: str) -> None:
    assert fields(text)[2]["publisher"].value == publisher


def test_a_publisher_that_nothing_names_is_none() -> None:
    assert "publisher" not in fields("2018年政府信息公开工作年度报告" + BODY)[2]
    assert "publisher" not in fields("2013年,白马镇认真做好公开工作,我县公开信息20条。\n")[2]
    notice = "按照《某办公室关于2019年政府信息公开工作年度报告有关事项的通知》要求,2019年,我单位认真做好工作。\n"
    assert "publisher" not in fields(notice)[2]


PERIODS = [
    ("统计期限自2018年1月1日起至2018年12月31日止", "2018-01-01", "2018-12-31"),
    ("数据时限为2018年1月1日至2018年12月30日", "2018-01-01", "2018-12-30"),
    ("统计时限为201811日至1231日", "2018-01-01", "2018-12-31"),
    ("统计期限为2018年5月1日《条例》施行之日至2018年12月31日", "2018-05-01", "2018-12-31"),
    ("统计期间为2018年5月1日（含）至2018年12月底", "2018-05-01", "2018-12-31"),
    ("统计时间为2018年5月至12月", "2018-05-01", "2018-12-31"),
    ("2018年5月至12月开展了数据整治", "2018-01-01", "2018-12-31"),
    ("没有说明期限", "2018-01-01", "2018-12-31"),
    ("2018年12月10日至2018年12月27日开展了培训", "2018-01-01", "2018-12-31"),
    ("“十三五”规划期2016年1月1日至2020年12月31日的数据", "2018-01-01", "2018-12-31"),
]


@pytest.mark.parametrize(("sentence", "first", "last"), PERIODS)
def test_the_period_is_the_stated_one_else_the_year(sentence: str, first: str, last: str) -> None:
    found = fields("礼泉县财政局2018年政府信息公开年报\n\n" + sentence + "。我局认真做好公开工作。\n")[2]
    assert (found["period_start"].value, found["period_end"].value) == (first, last)


def test_a_period_that_is_not_stated_has_no_evidence() -> None:
    found = fields("礼泉县财政局2018年政府信息公开年报" + BODY)[2]
    assert found["period_start"].evidence is None
    assert found["year"].evidence is not None


ISSUED = [
    ("发文日期:2019-01-20\n发布时间:2019-02-03 08:51\n\n正文。\n礼泉县财政局\n2019年1月15日\n", "2019-01-20"),
    ("发布时间:2019-02-03 08:51\n\n我局认真做好公开工作。\n\n礼泉县财政局\n2019年1月15日\n", "2019-01-15"),
    ("发布时间:2019-02-03 08:51\n\n我局认真做好公开工作,没有收到申请,没有收取费用。\n", "2019-02-03"),
    ("我局认真做好公开工作。\n\n礼泉县财政局\n二〇一九年一月二十日\n", "2019-01-20"),
    ("(2019年3月5日)\n我局认真做好公开工作。\n", "2019-03-05"),
    ("我局认真做好公开工作。\n\n礼泉县财政局\n2019年13月45日\n", None),
    ("我局认真做好公开工作,2018年6月1日召开会议部署。\n", None),
]


def test_a_date_above_the_title_is_no_signature() -> None:
    text = "您好！\n2024年05月09日\n\n礼泉县财政局2012年政府信息公开年报\n%s正文没有收到申请。\n"
    assert fields(text % "(2013年3月8日)\n")[2]["issued"].value == "2013-03-08"
    assert fields(text % "")[2]["issued"].value == "2024-05-09"


@pytest.mark.parametrize(("rest", "date"), ISSUED)
def test_the_date_of_issue_in_order_of_trust(rest: str, date: str | None) -> None:
    found = fields("礼泉县财政局2018年政府信息公开年报\n" + rest)[2]
    assert (found["issued"].value if "issued" in found else None) == date


YEARS = [
    ("礼泉县财政局2018年度政府信息公开年报" + BODY, 2018),
    ("二〇一五年度礼泉县政府信息公开工作年度报告" + BODY, 2015),
    ("某某大学2023—2024学年信息公开年度报告" + BODY, 2024),
    ("咸阳市人民政府落实《2014年政府信息公开工作要点》工作情况报告" + BODY, 2014),
    ("依照《某某职业技术学院信息公开实施细则》,现把2017-2018学年信息公开的做法报告如下。\n", 2018),
    ("礼泉县财政局政府信息公开年报\n\n统计期限自2016年1月1日至2016年12月31日。我局认真做好工作。\n", 2016),
]


@pytest.mark.parametrize(("text", "year"), YEARS)
def test_the_reported_year(text: str, year: int) -> None:
    assert fields(text)[2]["year"].value == year


TYPES = [
    ("礼泉县财政局2018年度政府信息公开年报", "annual-report"),
    ("礼泉县2018年政府信息公开工作报告", "annual-report"),
    ("咸阳市人民政府落实《2014年政府信息公开工作要点》工作情况报告", "implementation-report"),
    ("礼泉县2018年上半年政府信息公开工作总结", "interim-report"),
    ("礼泉县2018年政务公开工作总结", "work-summary"),
    ("礼泉县2018年政务公开工作自查报告", "self-assessment"),
    ("", "annual-report"),
]


@pytest.mark.parametrize(("title", "kind"), TYPES)
def test_the_kind_of_document(title: str, kind: str) -> None:
    assert report.document_type(title) == kind


def test_the_index_number_is_read_beside_its_label() -> None:
    found = fields("礼泉县财政局2018年政府信息公开年报\n索引号:610425-2019/0001 发文日期:2019-01-20\n" + BODY)[2]
    assert found["index_number"].value == "610425-2019/0001"


def test_evidence_stands_in_the_text_and_the_publishers_is_its_name() -> None:
    document, _, found = fields("礼泉县财政局2018年政府信息公开年报" + BODY + "\n礼泉县财政局\n2019年1月15日\n")
    for item in found.values():
        if item.evidence:
            assert item.evidence.span.of(document.text) == item.evidence.text
    assert found["publisher"].evidence is not None
    assert found["publisher"].evidence.text == "礼泉县财政局"


TITLES = [
    (
        "2016年某河镇政府信息公开年度报告\n金台区某河镇人民政府2016年政府信息公开年度报告" + BODY,
        "金台区某河镇人民政府2016年政府信息公开年度报告",
    ),
    (
        "《礼泉县教育局2019年度政府信息公开工作年度报告》由礼泉县教育局编制。\n一、总体情况\n",
        "礼泉县教育局2019年度政府信息公开工作年度报告",
    ),
    (
        "礼泉县审计局2014年政府信息公开年度报告(以下简称年报)根据《政府信息公开条例》编制。\n",
        "礼泉县审计局2014年政府信息公开年度报告",
    ),
    (
        "礼泉县教育局2019年政府信息公开工作年度报告 | |||\n| 一、总体情况 | |\n",
        "礼泉县教育局2019年政府信息公开工作年度报告",
    ),
    # what a page says of the text is no part of the title; a report on other work, where there is none on disclosure
    ("某县2014年政府信息公开工作报告(全文)\n\n一、概述\n", "某县2014年政府信息公开工作报告"),
    ("2020年某某县法治政府建设情况报告\n\n一、举措\n", "2020年某某县法治政府建设情况报告"),
    (
        "某某县2020年法治政府建设年度报告\n某某县2020年政府信息公开工作年度报告\n\n一、总体情况\n",
        "某某县2020年政府信息公开工作年度报告",
    ),
    # a heading goes before what a sentence says
    (
        "某县2014年政府信息公开年报\n\n现发布《礼泉县审计局2014年政府信息公开年度报告》。\n",
        "某县2014年政府信息公开年报",
    ),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_the_title_is_a_heading_or_what_the_first_sentence_says(text: str, title: str) -> None:
    assert fields(text)[2]["title"].value == title
