"""What pages and archives state of themselves, before a report and behind it, in the ways that sites have."""

import pytest

from gigraph.documents import text_document
from gigraph.models import Source

TITLE = "某县教育局2018年政府信息公开工作年度报告"
BODY = "根据《中华人民共和国政府信息公开条例》的要求，编制本报告。本局认真公开政府信息，没有收取任何费用。"
URL = "https://www.example.gov.cn/zwgk/t1.html"

HEADS = [
    ("索 引 号：0142581323/2019-00001\n", {"index_number": "0142581323/2019-00001"}),
    ("索引号： | 430S00/2019-0001 | 信息分类： | 年报 |\n", {"index_number": "430S00/2019-0001"}),
    ("信息索引号：XX001-0202-2019-0001 生成日期：2019-01-20\n", {"index_number": "XX001-0202-2019-0001", "generated": "2019-01-20"}),
    ("【索引号】：11430124/2019-00012\n", {"index_number": "11430124/2019-00012"}),
    ("索 引 号\t0142581323/2019-00001\t组配分类\t年报\n发布机构\t某县教育局\t发文日期\t2019-01-20\n文 号\t无\t时 效\t有效\n",
     {"index_number": "0142581323/2019-00001", "publisher": "某县教育局", "issued": "2019-01-20"}),
    ("发布机构 某县教育局 发布日期 2019-01-21\n", {"publisher": "某县教育局", "published": "2019-01-21"}),
    ("索引号\n11430124/2019-00012\n发布机构\n某县教育局\n", {"index_number": "11430124/2019-00012", "publisher": "某县教育局"}),
    ("发文机关：某县教育局 成文日期：2019年01月20日\n发文字号：某教〔2019〕3号\n",
     {"publisher": "某县教育局", "issued": "2019年01月20日", "document_number": "某教〔2019〕3号"}),
    ("发布机构: 某县教育局\n发文日期: 2019/1/20\n公开日期: 2019.01.21\n",
     {"publisher": "某县教育局", "issued": "2019/1/20", "published": "2019.01.21"}),
    ("公开责任部门：某县教育局办公室\n信息发布日期：2019-01-21 10:20:30\n",
     {"publisher": "某县教育局办公室", "published": "2019-01-21 10:20:30"}),
    ("标题：{t}\n发布时间：2019-01-21\n来源：某县教育局\n作者：办公室\n网址：{u}\n", {"published": "2019-01-21", "source": "某县教育局", "url": URL}),
    ("标题:{t}\n时间:2019-01-21\n链接:{u}\n正文:\n", {"published": "2019-01-21", "url": URL}),
    ("[标题] {t}\n[来源] 某县教育局\n[日期] 2019-01-21\n[网址] {u}\n=====\n", {"source": "某县教育局", "published": "2019-01-21", "url": URL}),
    ("【标题】{t}\n【发布时间】2019-01-21\n【来源】某县教育局\n", {"source": "某县教育局", "published": "2019-01-21"}),
    ("title: {t}\ndate: 2019-01-21\nsource: 某县教育局\nurl: {u}\n---\n", {"source": "某县教育局", "published": "2019-01-21", "url": URL}),
    ("---\ntitle: {t}\ndate: 2019-01-21\nurl: {u}\n---\n", {"published": "2019-01-21", "url": URL}),
    ("来源网站：某县人民政府门户网站\n抓取时间：2023-06-15\n原文链接：{u}\n", {"archived": "2023-06-15", "url": URL}),
]  # fmt: skip

TAILS = [
    ("网站标识码：4301240001", {"site_code": "4301240001"}),
    ("政府网站标识码：bm12000001 京ICP备05070218号", {"site_code": "bm12000001", "icp": "京ICP备05070218号"}),
    ("主办：某县人民政府 网站标识码:4301240001 湘ICP备05000618号-1 湘公网安备43012402000123号",
     {"site_code": "4301240001", "icp": "湘ICP备05000618号-1"}),
    ("网站标识码4301240001　备案号：粤ICP备12345678号", {"site_code": "4301240001", "icp": "粤ICP备12345678号"}),
    ("版权所有：某县教育局\n备案序号：京ICP备 12345678 号", {"icp": "京ICP备 12345678 号"}),
    ("版权所有 某县教育局 ICP备案编号：苏ICP备10218418号-2", {"icp": "苏ICP备10218418号-2"}),
    ("责任编辑：张三 来源：某县教育局", {"source": "某县教育局"}),
    ("打印 关闭\n原文链接：{u}", {"url": URL}),
]  # fmt: skip


def stated(text: str) -> dict[str, str]:
    document = text_document(text, Source("a.txt"))
    for field in document.metadata:
        assert field.span.of(text)
    return {field.name: field.value for field in reversed(document.metadata)}


@pytest.mark.parametrize(("head", "expected"), HEADS)
def test_what_stands_before(head: str, expected: dict[str, str]) -> None:
    found = stated(f"{head.format(t=TITLE, u=URL)}{TITLE}\n{BODY}")
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(("tail", "expected"), TAILS)
def test_what_stands_behind(tail: str, expected: dict[str, str]) -> None:
    found = stated(f"{TITLE}\n{BODY}\n{tail.format(u=URL)}")
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    "sentence", ["本局索引号编制规范，来源清楚。", "公开目录设有索引号、名称、发布机构、生成日期等要素。"]
)
def test_a_sentence_of_the_report_states_nothing(sentence: str) -> None:
    assert {"index_number", "publisher", "source"} & stated(f"{TITLE}\n{BODY}\n{sentence}").keys() == set()
