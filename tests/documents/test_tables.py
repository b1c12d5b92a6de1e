"""Where tables are, in whatever way a page wrote them down, and where they are not."""

import time
from pathlib import Path

import pytest

from gigraph.documents import read_document
from gigraph.documents.tables import table_spans
from gigraph.documents.words import UNMARKED, table_labels, table_pattern
from gigraph.models import Role
from gigraph.text.fold import fold, replaced

SHARED = Path(__file__).parents[3] / "shared"

ACTIVE_2021 = "第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 行政规范性文件 4 0 4 第二十条第（五）项 信息内容 本年处理决定数量 行政许可 550 第二十条第（六）项 信息内容 本年处理决定数量 行政处罚 4119 行政强制 195 第二十条第（八）项 信息内容 本年收费金额（单位：万元） 行政事业性收费 7730.28"
ACTIVE_2019 = "第二十条第（一）项 信息内容 本年新制作数量 本年新公开数量 对外公开总数量 规章 0 0 0 规范性文件 13 11 11 第二十条第（五）项 信息内容 上一年项目数量 本年增/减 处理决定数量 行政许可 0 0 0 其他对外管理服务事项 0 0 0 第二十条第（九）项 信息内容 采购项目数量 采购总金额 政府集中采购 6 976.81万元"
APPLIED = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况 自然人 法人或其他组织 总计 商业企业 科研机构 社会公益组织 法律服务机构 其他 一、本年新收政府信息公开申请数量 3 0 0 0 0 0 3 二、上年结转政府信息公开申请数量 0 0 0 0 0 0 0 三、本年度办理结果 （一）予以公开 2 0 0 0 0 0 2 （三）不予公开 1.属于国家秘密 0 0 0 0 0 0 0 （七）总计 3 0 0 0 0 0 3 四、结转下年度继续办理 0 0 0 0 0 0 0"
REVIEWED = "行政复议 行政诉讼 结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉 结果维持 结果纠正 其他结果 尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计 0 1 0 0 1 0 0 0 0 0 0 0 0 0 0"
OLD = "指标名称 计量单位 2012年度 历年累计 主动公开信息数 条 739 4359 其中：1、网站公开 条 739 4359 2、政府公报公开 条 0 0 某种别处没有的数 条 5 5 行政复议数 件 0 0 行政申诉、举报数 件 0 0"
FORMS = [ACTIVE_2021, ACTIVE_2019, APPLIED, REVIEWED, OLD]
BEFORE = {
    ACTIVE_2021: "二、主动公开政府信息情况",
    ACTIVE_2019: "二、主动公开政府信息情况",
    APPLIED: "三、收到和处理政府信息公开申请情况",
    REVIEWED: "四、政府信息公开行政复议、行政诉讼情况",
    OLD: "六、政府信息公开情况统计表",
}
AFTER = "五、存在的主要问题及改进情况"
SENTENCE = "全年主动公开政府信息320条，收到申请3件，均已办结。"


def cells(form: str) -> list[str]:
    return form.split(" ")


WAYS = {
    "words": lambda form: form,
    "a cell a line": lambda form: "\n".join(cells(form)),
    "cells and empty lines": lambda form: "\n\n".join(cells(form)),
    "cells with bars": lambda form: " |\n".join(cells(form)) + " |",
    "flattened": lambda form: "".join(cells(form)),
    "spread": lambda form: "\n".join(" ".join(cell) if cell > "\u2e80" else cell for cell in cells(form)),
    "wrapped": lambda form: "\n".join(form[at : at + 17] for at in range(0, len(form), 17)),
}


def tables(text: str) -> list[str]:
    return [text[start:end] for start, end in table_spans(fold(text))]


def bare(text: str) -> str:
    return replaced(fold(text), UNMARKED)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("form", FORMS, ids=["2021", "2019", "applications", "reviews", "old"])
@pytest.mark.parametrize("prose", ["", SENTENCE], ids=["bare", "prose"])
def test_a_form_is_found_in_any_way_of_writing(form: str, way: str, prose: str) -> None:
    written = WAYS[way](form)
    separator = "" if way == "flattened" else "\n"
    text = separator.join(part for part in (SENTENCE, BEFORE[form], prose, written, AFTER, SENTENCE) if part)
    assert [bare(table) for table in tables(text)] == [bare(written)]


@pytest.mark.parametrize(
    "after",
    [
        "2020年，我局将继续公开。",
        "\n2020年我局收到申请3件。",
        " 附件下载",
        "\n某县教育局\n2021年1月2日",
        "三、收到和处理政府信息公开申请情况",
    ],
)
def test_what_follows_a_table_is_not_in_it(after: str) -> None:
    (table,) = tables(SENTENCE + ACTIVE_2021 + after)
    assert bare(table) in (bare(ACTIVE_2021), bare(ACTIVE_2021.removesuffix("7730.28")))


def test_the_form_of_2014_with_caption_and_signature() -> None:
    table = (
        "政府信息公开情况统计表\n(2018年度)\n填报单位(盖章):某县教育局\n统 计 指 标 | 单位 | 统计数 |\n一、主动公开情况 | —— | 320 |\n"
        "(一)主动公开政府信息数 (不同渠道和方式公开相同信息计1条) | 条 | 320 |\n其中:主动公开规范性文件数 | 条 | 0 |\n"
        "制发规范性文件总数 | 件 | 0 |\n(二)通过不同渠道和方式公开政府信息的情况 | —— |\n|\n1.政府公报公开政府信息数 | 条 | 0 |\n"
        "(三)接受培训人员数 | 人次 | 2 |\n单位负责人:张三 审 核 人:李四\n填 报 人:王五 联系电话:5020000\n填报日期:2019年1月15日"
    )
    text = f"{SENTENCE}\n附件:政府信息公开情况统计表\n某县教育局\n2019年1月15日\n{table}\n打印"
    assert tables(text) == [table]


@pytest.mark.parametrize(
    "text",
    [
        SENTENCE * 9,
        "收到申请75件，其中自然人72件、商业企业3件、科研机构0件、社会公益组织0件、法律服务机构0件，均已答复。",
        "其中予以公开10件，部分公开3件，不予公开2件，无法提供5件，不予处理1件，其他处理0件，结转下年度继续办理0件。",
        "政府网站公开政府信息数320条，政务微博公开政府信息数0条，政务微信公开政府信息数0条，其他方式公开政府信息数5条。",
        "本报告由概述、主动公开政府信息情况、政府信息公开情况统计表共六个部分组成。根据第二十条第（一）项的规定公开。",
        "联系我们 | 网站地图",
        "行政复议和行政诉讼情况：2019年行政复议结果维持1件，结果纠正0件，其他结果0件，尚未审结0件。",
        "| 本局高度重视政府信息公开工作，建立了工作机制。 |\n| 全年公开政府信息320条，群众满意。 |\n",
    ],
)
def test_prose_is_no_table(text: str) -> None:
    assert tables(text) == []


def test_rows_with_bars_are_a_table() -> None:
    text = f"{SENTENCE}\n| 事项 | 数量 |\n|---|---|\n| 会议 | 3 |\n| 培训 | 2 |\n{SENTENCE}"
    assert tables(text) == ["| 事项 | 数量 |\n|---|---|\n| 会议 | 3 |\n| 培训 | 2 |"]


@pytest.mark.parametrize("row", table_labels(), ids=lambda row: row.label)
def test_each_label_of_a_table_is_known_by_its_example(row) -> None:  # type: ignore[no-untyped-def]
    assert row.standing in ("head", "yes", "no")
    assert row.form in ("2014-statistics", "2019", "2021", "other", "any")
    assert table_pattern(row.standing).match(bare(row.example))


def test_the_labels_are_sorted_and_each_stands_once() -> None:
    labels = [row.label for row in table_labels()]
    assert labels == sorted(set(labels))


@pytest.mark.skipif(not SHARED.exists(), reason="the shared corpus is not here")
@pytest.mark.parametrize(
    ("name", "count", "first", "last"),
    [
        ("002_hongze_district_2023.txt", 3, "第二十条第（一）项", "0 5 0 0 0 0"),
        ("011_pingtan_zone_2012.txt", 1, "政府信息公开情况统计表", "行政申诉、举报数 件 0 0"),
        ("012_pingtan_zone_2017.txt", 1, "指标名称", "行政诉讼数件00"),
        ("014_pingtan_zone_2019.txt", 3, "第二十条第（一）项", "000000000000000"),
        ("030_pingtan_zone_2022.txt", 3, "第二十条第（一）项", "1 0 0 0 1 0 0 0 0 0"),
        ("033_pingtan_zone_2014.txt", 1, "指标名称", "行政诉讼数 件 0 0"),
    ],
)
def test_the_tables_of_the_corpus(name: str, count: int, first: str, last: str) -> None:
    document = read_document(SHARED / "corpus" / name)
    found = tables(document.text)
    assert len(found) == count
    assert found[0].startswith(first)
    assert found[-1].endswith(last)
    assert {block.role for block in document.blocks} >= {Role.TABLE, Role.BODY}


@pytest.mark.parametrize(
    "text",
    [
        "行政复议数 件 0 0 " * 20_000, "第二十条第（一）项" * 20_000, "|\n" * 100_000, "统计指标单位条" + "0" * 200_000,
        "指标名称计量单位" + "无" * 100_000, "一、" * 100_000, ACTIVE_2021 * 500,
    ],
    ids=["rows", "heads", "bars", "digits", "dashes", "headings", "forms"],
)  # fmt: skip
def test_a_hostile_text_takes_linear_time(text: str) -> None:
    begin = time.process_time()
    table_spans(text)
    assert time.process_time() - begin < 3
