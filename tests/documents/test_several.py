"""Documents that hold several reports: told; those that only name others are not."""

from pathlib import Path

import pytest

from gigraph.build import build
from gigraph.documents import text_document
from gigraph.documents.several import several_reports
from gigraph.models import Source

ROOT = Path(__file__).parents[2]
BODY = (
    "一、概述\n" + "根据有关规定，现将本单位政府信息公开工作的情况公布如下，请予以监督。本单位没有收取任何费用。\n" * 5
)


def titles(text: str) -> tuple[str, ...]:
    return several_reports(text_document(text, Source("a.txt")))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("某县教育局2017年政府信息公开工作年度报告", "某县教育局2018年政府信息公开工作年度报告"),
        ("某县教育局2018年政府信息公开工作年度报告", "某县财政局2018年政府信息公开工作年度报告"),
        ("2019年某镇政府信息公开工作年度报告", "2020年某镇政府信息公开工作年度报告"),
        ("某县教育局\n2018年政府信息公开工作年度报告", "某县财政局\n2018年政府信息公开工作年度报告"),
        ("某大学2015年信息公开年度报告", "某大学2016年信息公开年度报告"),
        ("某区２０１１年政务公开工作年报", "某区二〇一二年政务公开工作年报"),
    ],
)
def test_several_reports_are_told(first: str, second: str) -> None:
    assert titles(f"{first}\n{BODY}{second}\n{BODY}") == (first.replace("\n", "").replace("２０１１", "2011"),
                                                          second.replace("\n", ""))  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        f"某县教育局2018年政府信息公开工作年度报告\n{BODY}",
        f"2018年政府信息公开工作年度报告\n{BODY}某县教育局2018年政府信息公开工作年度报告\n{BODY}",
        f"某县教育局2018年政府信息公开工作年度报告\n{BODY}某县教育局2018年政府信息公开工作年度报告\n{BODY}",
        f"某县2018年政府信息公开工作年度报告\n{BODY}某县2017年政府信息公开工作年度报告\n某县2016年政府信息公开工作年度报告\n",
        f"某县2018年政府信息公开工作年度报告\n{BODY}附件：某县2017年政府信息公开工作年度报告的说明\n{BODY}",
        f"某县2018年政府信息公开工作年度报告\n{BODY}编制并公布了2017年政府信息公开工作年度报告。\n{BODY}",
        f"某县2018年政府信息公开工作年度报告\n{BODY}上一篇：某县2017年政府信息公开工作年度报告\n下一篇：没有了",
    ],
)
def test_one_report_that_names_others_is_one(text: str) -> None:
    assert titles(text) == ()


@pytest.mark.parametrize("path", sorted((ROOT / "seeds" / "reports").glob("*.txt")), ids=lambda path: path.stem[:3])
def test_the_reports_are_one_each(path: Path) -> None:
    assert titles(path.read_text("utf-8")) == ()


def test_a_build_names_the_titles(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    names = ("某县教育局2017年政府信息公开工作年度报告", "某县教育局2018年政府信息公开工作年度报告")
    (tmp_path / "in" / "a.txt").write_text("".join(f"{name}\n{BODY}" for name in names), "utf-8")
    (problem,) = build([tmp_path / "in"], tmp_path / "g", workers=0).problems
    assert (problem.source, problem.code) == ("a.txt", "W-MULTI")
    assert all(name in problem.message for name in names)
