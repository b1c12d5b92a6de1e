"""The report's fields from heads and tails of all kinds: what stands around a report is not taken for its own."""

import pytest
from report_fields import BODY, fields

W, T = "礼泉县水利局", "2018年政府信息公开工作年度报告"
SIGNED = f"\n      {W}\n      2019年3月5日\n"
LIST = (
    "某某县人民政府2017年政府信息公开工作年度报告 2018-01-15\n某某县教育局2018年政府信息公开工作年度报告 2019-01-19\n"
)

# text, the values of some fields
CASES = [
    # 生成日期 is the page's: behind the signature's date, before the day of publication
    (f"生成日期：2019-03-29\n{W}{T}{BODY}{SIGNED}", {"issued": "2019-03-05"}),
    (f"发布日期：2019-03-31 生成日期：2019-03-29\n{W}{T}{BODY}", {"issued": "2019-03-29"}),
    (f"成文日期：2019-03-29\n{W}{T}{BODY}{SIGNED}", {"issued": "2019-03-29"}),
    # the imprint, where nothing else gives a date; a date in brackets below the line of the page's own
    (f"{W}{T}{BODY}\n{W}办公室   2019年3月7日印发\n", {"issued": "2019-03-07"}),
    (f"{W}{T}\n来源：{W} 发布时间：2019-03-29 浏览次数：12\n（2019年3月5日）\n{BODY}", {"issued": "2019-03-05"}),
    (f"{W}{T}{BODY}\n   （2019年3月5日）\n", {"issued": "2019-03-05"}),
    (f"{W}{T}{BODY}\n   二〇一九年 元月 五日\n", {"issued": "2019-01-05"}),
    (f"{W}{T}{BODY}{SIGNED}\n附件：关于公开工作的通知\n各单位：\n   {W}\n   2018年5月9日\n", {"issued": "2019-03-05"}),
    # other reports that a page lists, before and behind
    (f"{T}{BODY}{SIGNED}\n相关文章\n{LIST}", {"title": T, "publisher": W, "year": 2018, "issued": "2019-03-05"}),
    (f"{T}{BODY}{SIGNED}\n{LIST}", {"title": T, "publisher": W, "year": 2018, "issued": "2019-03-05"}),
    (f"{W}{T}{BODY}\n{LIST}", {"title": W + T, "issued": None}),
    (f"{LIST}\n当前位置：首页>年报\n{T}{BODY}{SIGNED}", {"title": T, "publisher": W, "year": 2018}),
    # titles
    (f"《{W}{T}》{BODY}", {"title": W + T, "publisher": W}),
    (f"# {W}{T}\n来源：{W} 发布时间：2019-01-20\n{BODY}", {"title": W + T, "publisher": W}),
    (f"{W}\n  2018年\n  政府信息公开工作年度报告\n{BODY}", {"title": W + T, "publisher": W, "year": 2018}),
    (f"2018年度\n{W}政府信息公开年报\n{BODY}", {"title": f"2018年度{W}政府信息公开年报", "year": 2018}),
    (f"{W}（2018年）政府信息公开工作年度报告{BODY}", {"publisher": W, "year": 2018}),
    (f"{W}公布{T}{BODY}", {"publisher": W}),
    (f"{W}\n公布{T}{BODY}", {"title": f"{W}公布{T}", "publisher": W}),
    (f"{W}2018政府信息公开工作年度报告{BODY}", {"publisher": W, "year": 2018}),
    (f"{W}二0一八年政府信息公开工作年度报告{BODY}", {"publisher": W, "year": 2018}),
    (f"{W}2018年\n政务公开和政府信息公开工作总结{BODY}", {"publisher": W}),
    (f"年度报告（2018年）{BODY}{SIGNED}", {"title": "年度报告(2018年)", "publisher": W, "year": 2018}),
    # the year by the date of the signature alone; several years, half a year, a quarter
    (f"{W}政府信息公开工作年度报告{BODY}{SIGNED}", {"year": 2018}),
    (f"{W}2008年至2010年政府信息公开工作报告{BODY}", {"year": 2010, "period_start": "2008-01-01", "period_end": "2010-12-31"}),
    (f"{W}2018年上半年政府信息公开工作总结{BODY}", {"year": 2018, "period_end": "2018-06-30"}),
    (f"{W}2018年三季度政务公开工作情况报告{BODY}", {"period_start": "2018-07-01", "period_end": "2018-09-30"}),
    ("某某大学2018-2019年度信息公开工作报告" + BODY, {"year": 2019}),
    # the publisher: signed by its office, alone below the title, by the page around it
    (f"{T}{BODY}{SIGNED.replace(W, W + '办公室')}", {"publisher": W}),
    (f"{T}{BODY.replace('我局', '我县')}{SIGNED.replace(W, '礼泉县人民政府办公室')}", {"publisher": "礼泉县人民政府"}),
    (f"{T}{BODY.replace('我局', '我办')}{SIGNED.replace(W, '礼泉县人民政府办公室')}", {"publisher": "礼泉县人民政府办公室"}),
    (f"{T}\n{W}\n{BODY}", {"publisher": W}),
    (f"{T}\n（{W}）\n{BODY}", {"publisher": W}),
    (f"当前位置：首页 > 政府信息公开 > {W} > 年度报告\n{T}{BODY}", {"publisher": W}),
    (f"{T}{BODY}\n主办单位：{W}  网站标识码：6104250003\n", {"publisher": W}),
    (f"{T}{BODY}\n主办单位：礼泉县人民政府  网站标识码：6104250003\n", {"publisher": None}),
    # a street has an office; one that bears a province's name; the county's name that its city tells apart
    ("南宁市青秀区湖西街道人民政府2018年政府信息公开年报" + BODY, {"publisher": "南宁市青秀区湖西街道办事处"}),
    (
        f"重庆街道{T}{BODY}通过长春市朝阳区重庆街道办事处公开栏公开。\n",
        {"publisher": "长春市朝阳区重庆街道办事处"},
    ),
    # what a page puts around a title in its line
    *((text + BODY, {"title": W + T, "publisher": W}) for text in (
        f"【年报】{W}{T}", f"【信息公开年报】 {W}{T}", f"· {W}{T}", f"{W}{T}-礼泉县政府网", f"{W}{T}|礼泉县门户网站",
        f"{W}{T} - 信息公开 - 礼泉县人民政府网", f"{W}{T}_年度报告_礼泉县政府", f"{W}{T}【字体：大 中 小】",
    )),
    (f"{W}{T} 来源：{W} 2019-03-29{BODY}", {"title": W + T, "issued": "2019-03-29"}),
    (f"{W}{T}【发布日期：2019-03-29】【字号：大 中 小】{BODY}", {"title": W + T, "issued": "2019-03-29"}),
    # the year below a title, and of two digits before it; a line of two digits is torn only where a year was begun
    (f"{W}政府信息公开工作年度报告\n（2018）\n{BODY}", {"publisher": W, "year": 2018}),
    (f"09年度{W}政府信息公开年报{BODY}", {"publisher": W, "year": 2009}),
    (f"发布日期：2010-01-12\n09年度{W}政府信息公开年报{BODY}", {"publisher": W, "year": 2009, "issued": "2010-01-12"}),
    (f"{W}20\n09年度政府信息公开年报{BODY}", {"publisher": W, "year": 2009}),
    # kindred reports: of a year and of somebody; a heading inside is none
    *((text + BODY, {"title": text, "publisher": W, "year": 2018}) for text in (
        f"{W}2018年度推进法治政府建设情况", f"2018年{W}法治建设年度报告", f"{W}2018年政务公开情况",
        f"{W}2018年依法治县工作总结", f"{W}2018年党务政务公开工作小结", f"2018年{W}网站建设与管理工作总结", f"2018年{W}“五公开”工作情况", f"{W}2018年政务新媒体工作总结",
    )),
    (f"{W}{T}{BODY}\n2017年网站建设情况\n更新40条。\n", {"title": W + T, "year": 2018}),
    # openings that name the publisher
    *((f"{T}\n\n{text}我局认真做好公开工作。\n", {"publisher": W}) for text in (
        f"根据《中华人民共和国政府信息公开条例》，结合{W}2018年工作实际，编制本报告。", f"本年度报告由{W}根据《条例》编制。",
        f"根据《条例》要求，{W}现将2018年政府信息公开情况报告如下。", f"本报告中所称“本机关”是指{W}。",
        f"2018年，在县委、县政府的正确领导下，{W}坚持依法行政。", f"联系单位：{W}；联系电话：029-35622222。",
        f"本报告是{W}根据《中华人民共和国政府信息公开条例》要求编制。", f"由{W}办公室编制本年度报告。",
    )),
    (f"为保障公众知情权，现将固原市原州区2016年政府信息公开工作情况公布如下。{BODY}", {"publisher": "固原市原州区人民政府"}),
    ("礼泉县建新镇党委政府2018年政务公开工作总结" + BODY, {"publisher": "礼泉县建新镇人民政府"}),
    (f"保亭县新政镇{T}{BODY}", {"publisher": "保亭黎族苗族自治县新政镇人民政府"}),
    # a body in short, whose place stands with its full name; another level's body of that name is not it
    (f"市卫健委{T}\n\n衢州市卫生健康委员会编制本报告。\n", {"publisher": "衢州市卫生健康委员会"}),
    (f"市卫健委{T}\n\n根据湖北省卫生健康委员会要求编制。\n", {"publisher": "市卫健委"}),
    (f"县水利局{T}\n\n2018年，乾安县水利局公开信息160条。\n", {"publisher": "乾安县水利局"}),  # not 安县's
    # labels without a value of their own
    (f"索引号：无\n发布日期：2019-03-29\n{W}{T}{BODY}", {"index_number": None, "issued": "2019-03-29"}),
    (f"索引号码：610425/2019-00012\n发布日期：2019-03-29\n{W}{T}{BODY}", {"index_number": "610425/2019-00012", "issued": "2019-03-29"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_the_fields_are_the_reports_own(text: str, expected: dict[str, object]) -> None:
    document, _, found = fields(text)
    assert {name: found[name].value if name in found else None for name in expected} == expected
    for item in found.values():
        if item.evidence:
            assert item.evidence.span.of(document.text) == item.evidence.text


TASKS = "\n各单位：\n为做好公开工作，请各单位认真执行，按时完成任务。\n一、工作任务\n（一）加强领导。\n"
TABLE = "统计指标 | 单位 | 统计数 |\n一、主动公开情况 | —— | |\n（一）主动公开政府信息数 | 条 | 126 |\n三、依申请公开情况 | —— | |\n（一）收到申请数 | 件 | 4 |\n"

KINDS = [
    (f"{W}2018年法治政府建设情况报告{BODY}", "other"),
    (f"{W}2018年依法行政工作报告{BODY}", "other"),
    (f"{W}2018年政府网站工作年度报表{TASKS}", "other"),
    (f"{W}2018年法治政府建设和政务公开工作报告{BODY}", "annual-report"),
    (f"{W}2018年政务公开工作要点{TASKS}", "plan"),
    (f"{W}政府信息公开指南{TASKS}", "guide"),
    (f"关于开展2018年政务公开工作自查的通知{TASKS}", "notice"),
    (f"{W}2018年政务公开工作情况汇报{BODY}", "annual-report"),
    (f"{W}2018年政务公开工作总结和2019年工作计划{BODY}", "work-summary"),
    (f"2018年上半年{W}政府信息公开工作报告{BODY}", "interim-report"),
    (TABLE, "statistics-table"),
    (f"政府信息公开情况统计表\n（2018年度）\n填报单位（盖章）：{W}\n{TABLE}", "statistics-table"),
    # a report without a heading, and its table behind it
    (f"本报告由{W}编制。一、总体情况\n{BODY * 3}附表：\n政府信息公开情况统计表\n{TABLE}", "annual-report"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_the_kind_of_a_kindred_document(text: str, kind: str) -> None:
    assert fields(text)[1] == kind
