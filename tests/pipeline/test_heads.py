"""A report's own fields from the lines around its title and the sentence on what its figures cover."""

import pytest

from gigraph.documents import document_of
from gigraph.pipeline import facts_of
from gigraph.registry import load_registry

REGISTRY = load_registry()
TITLE = "礼泉县教育局2015年政府信息公开工作年度报告"
BODY = "一、概述\n2015年,我局主动公开信息120条,受理申请3件。\n"
ISSUED = [
    "来源:礼泉县教育局 2016-01-29",
    "来源：礼泉教育网　2016-01-29\n",
    "编辑：xxgk01　　点击：58　　2016年1月29日 16:42",
    "2016-01-29 16:42　来源：县教育局　浏览：20次",
    "作者：某某　2016/1/29　字体：[大 中 小]",
    "信息来源：县教育局 | 2016-01-29 | 阅读次数：33",
    "责任编辑：某某　访问量：21　2016-1-29 8:00:00",
    "礼泉县教育局　2016-01-29",
    "（礼泉县教育局　2016年1月29日）\n",
    "（2016年1月29日 礼泉县教育局）",
    "（礼泉县教育局办公室　二〇一六年一月二十九日）",
    "礼泉县教育局\n（2016年1月29日）",
    "（发布时间：2016年1月29日）",
]
PERIODS = [
    ("本报告统计时段起自二〇一五年一月一日,止于同年十二月三十日。", "2015-01-01", "2015-12-30"),
    ("数据统计自2015年1月1日始,至2015年12月30日止。", "2015-01-01", "2015-12-30"),
    ("统计期限从2015年1月1日起,截至12月30日。", "2015-01-01", "2015-12-30"),
    ("统计起点为2015年1月1日,终点为2015年12月30日。", "2015-01-01", "2015-12-30"),
    ("统计期限自2015年5月1日《某办法》施行起,至2015年12月31日。", "2015-05-01", "2015-12-31"),
    ("统计期限为本年1月1日至12月30日。", "2015-01-01", "2015-12-30"),
    ("统计时限为1月1日起至12月30日止。", "2015-01-01", "2015-12-30"),
    ("1月1日至12月30日,共接待来访30人次。", "2015-01-01", "2015-12-31"),
]
TITLES = [
    ("现将{}予以公布。", "礼泉县教育局2010年度政府信息公开工作报告"),
    ("现公布{},欢迎监督。", "礼泉县教育局2010年政府信息公开工作情况报告"),
    ("现将《{}》公布如下。", "礼泉县教育局2010年政府信息公开年度报告"),
    ("现把{}予以公示。", "礼泉县教育局2010年政府信息公开工作总结"),
]


def fields(text: str) -> dict[str, object]:
    facts = facts_of(document_of(text.encode(), "a"), REGISTRY)
    return {field.name: field.value for field in facts.fields}


@pytest.mark.parametrize("line", ISSUED)
def test_a_date_below_the_title_is_that_of_issue(line: str) -> None:
    found = fields(f"{TITLE}\n{line}\n{BODY}")
    assert (found["issued"], found["publisher"], found["title"]) == ("2016-01-29", "礼泉县教育局", TITLE)


@pytest.mark.parametrize(
    "line", ["来源:县教育局", "来源:县教育局 2014-01-29", "截至2016年1月29日,来源:12家单位。", "点击:582016年1月29日"]
)
def test_other_dates_and_none_are_not(line: str) -> None:
    assert "issued" not in fields(f"{TITLE}\n{line}\n{BODY}")


@pytest.mark.parametrize(("sentence", "first", "last"), PERIODS)
def test_the_span_of_the_figures(sentence: str, first: str, last: str) -> None:
    found = fields(f"{TITLE}\n{sentence}\n{BODY}")
    assert (found["period_start"], found["period_end"]) == (first, last)


@pytest.mark.parametrize(("sentence", "title"), TITLES)
def test_a_title_in_the_first_sentence(sentence: str, title: str) -> None:
    assert fields(f"{sentence.format(title)}\n一、概述\n2010年公开120条。\n")["title"] == title


def test_a_sentence_on_the_work_is_no_title() -> None:
    assert "title" not in fields("现将我县2010年政府信息公开工作情况报告如下。\n一、概述\n2010年公开120条。\n")
