"""What is a report on disclosure and what is not; the line lies far below what reports have."""

import pytest

from gigraph.documents import document_of, require_report
from gigraph.documents.likeness import ENOUGH, report_score
from gigraph.errors import ReadError
from gigraph.resources import resource

REPORTS = sorted(resource("seeds", "reports").glob("*.txt"))


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_report_passes_by_a_margin(path) -> None:  # type: ignore[no-untyped-def]
    assert report_score(document_of(path.read_bytes(), "a.txt")) >= ENOUGH + 3


@pytest.mark.parametrize(
    "text",
    [
        "某县2018年政府信息公开工作年度报告\n附件",
        "某镇人民政府\n2012年政务公开工作总结\n一年来，本镇认真做好公开工作。",
        "某学院信息公开年度报告\n本学年共公开信息12条。",
        "某县落实《2014年政府信息公开工作要点》情况报告",
    ],
)
def test_a_short_report_passes(text: str) -> None:
    require_report(document_of(text.encode(), "a.txt"))


@pytest.mark.parametrize(
    "text",
    [
        "404 Not Found\n您访问的页面不存在，请返回首页。",
        "用户登录\n请输入验证码",
        "采购合同\n甲方：某局\n乙方：某公司\n合同金额为3万元，自签字之日起生效。",
        "某县召开政府信息公开工作会议\n近日，某县召开会议，部署有关工作，各乡镇负责人参加。",
        "某市2018年国民经济统计公报\n全年生产总值100亿元，比上年增长7%。",
        "某省政府工作报告\n各位代表，现在向大会报告工作，请予审议。下一步抓好改革。",
    ],
)
def test_what_is_no_report_is_told_with_its_score(text: str) -> None:
    with pytest.raises(ReadError, match=r"E-NOT-REPORT a.txt: it is no report .* \(\d signs") as caught:
        require_report(document_of(text.encode(), "a.txt"))
    assert caught.value.code == "E-NOT-REPORT"


def test_what_only_the_page_around_says_does_not_count() -> None:
    menu = "".join(
        f"<li><a>{word}</a></li>" for word in ("政府信息公开年报", "主动公开", "依申请公开", "公开条例", "年度报告")
    )
    page = f"<html><body><ul class=nav>{menu}</ul><p>系统正在维护，请稍后访问。</p></body></html>"
    assert report_score(document_of(page.encode(), "a.html")) < ENOUGH
