"""Documents that have the title of a report and nothing below it."""

import pytest

from gigraph.documents import document_of

TITLE = "云山县水利局2016年政府信息公开工作年度报告"
PAGE = "<html><body><ul><li><a>首页</a></li><li><a>公开</a></li></ul><h1>{}</h1><p>发布时间：2017-03-01</p>{}<p>【打印】</p></body></html>"


@pytest.mark.parametrize(
    "below",
    [
        "<p>附件：<a href='a.pdf'>云山县水利局2016年年报.pdf</a></p>",
        "<p>附件1：年度报告.docx</p><p>附件2：统计表.xlsx</p>",
        "<iframe src='a.html'></iframe>",
        "<p><img src='1.jpg'></p><p><img src='2.jpg'></p>",
        "<div id='app'>正在加载，请稍候</div><script src='a.js'></script>",
        "<p>点击下载查看全文</p>",
        "<p>来源：云山县水利局</p><p>2017年3月1日</p>",
        "<p>云山县水利局</p><p>2017年3月1日</p>",
        "<object data='a.pdf'></object>",
        "",
    ],
    ids=range(10),
)
def test_what_shows_nothing_but_a_title_is_told(below: str) -> None:
    assert document_of(PAGE.format(TITLE, below).encode(), "a.html").warnings == ("W-NO-BODY",)


@pytest.mark.parametrize(
    "below",
    [
        "<p>2016年，我局没有收到信息公开申请。</p>",
        "<table><tr><td>统计指标</td><td>统计数</td></tr><tr><td>收到申请数</td><td>3</td></tr></table>",
        "<p>一、概述</p><p>全年公开信息12条，其中通过网站公开10条，通过公开栏公开2条</p><p>二、申请情况</p>"
        "<p>没有收到公开申请，没有收取费用，没有发生行政复议和诉讼</p>",
    ],
    ids=range(3),
)
def test_what_says_something_is_not(below: str) -> None:
    assert document_of(PAGE.format(TITLE, below).encode(), "a.html").warnings == ()
