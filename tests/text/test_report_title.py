"""Titles of reports: on one line, and whose report they say it is."""

import pytest

from gigraph.text.report_title import has_subject, is_title, join_title, title_subject

SUBJECTS = [
    ("某省机关事务管理局2015年度政府信息公开年度报告", "某省机关事务管理局"),
    ("某市人民政府落实《2014年政府信息公开工作要点》工作情况报告", "某市人民政府"),
    ("某区人民政府2023年政府信息公开工作年度报告", "某区人民政府"),
    ("2018年建新镇政府信息公开工作年度报告", "建新镇"),
    ("2011年某市公安局政府信息公开年报", "某市公安局"),
    ("某大学2023—2024学年信息公开年度报告", "某大学"),
    ("某县人民政府信息公开工作年度报告", "某县人民政府"),
    ("某县2017年度政府信息公开年报", "某县"),
    ("二〇一五年度某市政府信息公开工作年度报告", "某市"),
    ("某市政务公开办公室2016年政府信息公开年报", "某市政务公开办公室"),
    ("某县人民政府门户网站2021年度工作报表", "某县人民政府"),
    ("某市水利局网站工作年度报表(2021年度)", "某市水利局"),
    ("政府网站年度工作报表(2023年度)", ""),
    ("关于2018年度某县政务公开政务服务工作情况的汇报", "某县"),
    ("某局办事公开工作2015年度总结", "某局"),
    ("09年度某局政府信息公开年报", "某局"),
    ("政府信息公开工作年度报告", ""),
    ("2020年政府信息公开工作年度报告", ""),
    ("2020-2021学年信息公开工作年度报告", ""),
]


@pytest.mark.parametrize(("title", "subject"), SUBJECTS)
def test_the_words_that_say_whose_report_it_is(title: str, subject: str) -> None:
    assert title_subject(title) == subject
    assert has_subject(title) == bool(subject)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("某县政务局2018年度\n政府信息公开工作年度报告", "某县政务局2018年度政府信息公开工作年度报告"),
        ("某县 2018 年政府信息公开年报", "某县2018年政府信息公开年报"),
        ("某县2018年政府信息公开年报_某县人民政府门户网站", "某县2018年政府信息公开年报"),
        ("某县2018年政府信息公开年报 - 某县政府网", "某县2018年政府信息公开年报"),
    ],
)
def test_a_title_is_joined_without_the_site_name(text: str, joined: str) -> None:
    assert join_title(text) == joined


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("某县2018年政府信息公开工作年度报告", True),
        ("现将我县政府信息公开年度报告公布如下。", False),
        ("附件:政府信息公开情况年度报告", False),
        ("某县2018年国民经济和社会发展统计公报", False),
        ("索引号:123 名称:某县政府信息公开年度报告", False),
    ],
)
def test_which_lines_are_titles(line: str, expected: bool) -> None:
    assert is_title(line) is expected
