"""What is the page and what is the report: block by block, and nothing of the report lost."""

import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.documents import document_of, read_document, text_document
from gigraph.documents.html_rules import has_prose
from gigraph.documents.junk import page_numbers
from gigraph.documents.labels import read_label
from gigraph.documents.tail import tail_furniture
from gigraph.documents.words import label_fields, mark_pattern, page_labels, page_marks
from gigraph.models import Document, Role, Source
from gigraph.text.fold import fold

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared"
BODY = "根据《中华人民共和国政府信息公开条例》的要求，编制本报告。本报告由概述、主动公开情况等部分组成。"
TITLE = "某县教育局2018年政府信息公开工作年度报告"


def parts(document: Document, role: Role) -> list[str]:
    return [block.span.of(document.text) for block in document.blocks if block.role is role]


def read(text: str) -> Document:
    return text_document(text, Source("a.txt"))


def fields(document: Document) -> dict[str, str]:
    return {field.name: field.value for field in reversed(document.metadata)}


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f"{TITLE}\n来源：某县教育局 时间：2019-01-02 10:25\n", {"source": "某县教育局", "published": "2019-01-02 10:25"}),
        (f"{TITLE}\n发布日期:2019-01-02 浏览次数:128次 字体:[大 中 小] 打印\n", {"published": "2019-01-02"}),
        (f"{TITLE}\n2019-01-02 01:51:51信息来源:浏览次数:字体:[ ]\n", {"published": "2019-01-02 01:51:51"}),
        (
            f"索 引 号 | 014416330/2018-04736 | 分 类 | 年报 其他 |\n发布机构 | 市政府办 | 发文日期 | 2018-02-28 |\n文 号 | 有 效 性 |\n{TITLE}\n",
            {"index_number": "014416330/2018-04736", "publisher": "市政府办", "issued": "2018-02-28"},
        ),
        (
            f"• 索 引 号:QL03200-0202\n  • 备注/文号:某府〔2019〕1号\n  • 发布机构:某县政府办\n  • 公文生成日期:2019-01-14\n{TITLE}\n时间:2019-01-14 11:25\n",
            {"index_number": "QL03200-0202", "document_number": "某府〔2019〕1号", "generated": "2019-01-14"},
        ),
        (
            f"索引号\n1134/202110-00013\n发文日期\n2021-10-08 15:47\n有效性\n有效\n{TITLE}\n",
            {"index_number": "1134/202110-00013", "issued": "2021-10-08 15:47"},
        ),
        (f"您现在的位置：首页>信息公开>年报\n\n{TITLE}\n发布时间：2019/1/2 作者：admin 阅读：12\n", {"published": "2019/1/2"}),
        (f"归档时间:2023-06-15\n当前位置: 首页 > 公开领域 > 年报\n\n{TITLE}\n", {"archived": "2023-06-15"}),
        (f"- 索引号:lq/2021-00023\n- 公文种类 :其他\n- 发布日期:2021-03-11 21:42\n{TITLE}\n", {"index_number": "lq/2021-00023", "published": "2021-03-11 21:42"}),
        (f"{TITLE}\n索引号 5183-GK-2015 发布日期 2015-03-17 15:13\n", {"index_number": "5183-GK-2015", "published": "2015-03-17 15:13"}),
        (f"某县政府网\n主办单位:\n某县融媒体中心\n某县教育局网站\n\n{TITLE}\n发布日期:2019-01-02\n", {"published": "2019-01-02"}),
        (f"首页\n政务公开\n互动交流\n无障碍浏览\n{TITLE}\n信息来源：某县教育局\n", {"source": "某县教育局"}),
        (f"设为首页 | 加入收藏 | 长辈版\n首页 / 政府信息公开 / 年报 / 正文\n{TITLE}\n", {}),
        (f"某县教育局>政府信息公开>信息公开工作年度报告\n{TITLE}\n发布日期:2019-01-02\n", {"published": "2019-01-02"}),
        (f"信息索引号:\n\n  11330421/2019-00012\n\n{TITLE}\n", {"index_number": "11330421/2019-00012"}),
        (f"信息索引号:\n发布日期:2019-01-02\n{TITLE}\n", {"published": "2019-01-02"}),
        (f"标题: {TITLE}\n发布时间: 2019-01-02\n文号: \n原文链接: https://a.gov.cn/t1.htm\n===== 正文 =====\n{TITLE}\n", {"url": "https://a.gov.cn/t1.htm"}),
        (f"欢迎访问某县人民政府网站\n今天是2019年1月2日 星期三\n{TITLE}\n2019年1月3日 来源：某局\n", {"published": "2019年1月3日"}),
        (f"您好,欢迎登录某县人民政府网站! 2024年05月09日\n{TITLE}\n发布时间：2019-01-02\n", {"published": "2019-01-02"}),
        (f"某国政府网| 某省人大| 某省政协\n手机版| English| 进入关怀版| 政务邮箱\n{TITLE}\n信息提供日期 : 2019-01-02\n", {"published": "2019-01-02"}),
        (f"政府信息公开\n\n某东海事局 某西海事局 某南海事局\n某北海事局 某中海事局 某港海事局\n{TITLE}\n发布时间：[2019/01/02]\n", {"published": "2019/01/02"}),
        (f"{TITLE}\n\n撰写时间\n2019年01月02日 10:54:35\n来源\n某县教育局\n编辑\n某县-融媒体中心\n\n{TITLE}\n", {"source": "某县教育局"}),
        (f"當前位置 : 首頁\n索引號: | 1133/2015-28256 | 公開方式: | 主動公開 |\n{TITLE}\n", {"index_number": "1133/2015-28256"}),
    ],
)  # fmt: skip
def test_what_stands_before_the_report(page: str, expected: dict[str, str]) -> None:
    document = read(page + BODY)
    assert parts(document, Role.BODY) in ([TITLE, BODY], [f"{TITLE}\n{BODY}"])
    found = fields(document)
    assert {name: found.get(name) for name in expected} == expected


def test_a_page_flattened_into_one_line() -> None:
    page = (
        "当前位置： 首页政务公开政府信息公开年报 某县2018年政府信息公开工作年度报告 来源：某县人民政府 时间：2019-01-23 08:51 微信 微博"
        f" QQ空间 全真版 文字版 文件下载 相关链接： --> 某县教育局 二〇一九年一月 {BODY * 4} 附件下载"
    )
    document = read(page)
    assert parts(document, Role.BODY) == ["某县2018年政府信息公开工作年度报告", f"某县教育局 二〇一九年一月 {BODY * 4}"]
    assert fields(document) | {"title": ""} == {"source": "某县人民政府", "published": "2019-01-23 08:51", "title": ""}


def test_a_page_with_pinyin_glosses() -> None:
    page = (
        "當(dāng)前位置 : 首頁 |\n索引號: | 1133/2015-28256 | 公開方式: | 主動公開 |\n發(fā)布單位: | 某鎮(zhèn) |\n"
        "2009年度某鎮(zhèn)政府信息公開年度報(bào)告 | ||\n根據(jù)《條例》有關(guān)規(guī)定,我鎮(zhèn)公開了政府信息。"
    )
    document = read(page)
    assert fields(document) == {"index_number": "1133/2015-28256", "publisher": "某镇"}
    assert parts(document, Role.FURNITURE) == [page[: page.index("\n2009")]]
    assert parts(document, Role.BODY) == [page[page.index("2009") :]]


def test_the_reports_own_number_and_broken_title_stay() -> None:
    document = read(f"某府〔2019〕1号\n某县人民政府\n2018年政府信息公开工作年度报告\n发布时间：2019-01-02\n{BODY}")
    assert "".join(parts(document, Role.BODY)).replace("\n", "") == (
        f"某府〔2019〕1号某县人民政府2018年政府信息公开工作年度报告{BODY}"
    )


def test_of_a_title_that_stands_twice_one_stays_with_the_report() -> None:
    document = read(f"{TITLE}\n发布时间：2019-01-02\n{TITLE}\n{BODY}")
    assert parts(document, Role.BODY) == [f"{TITLE}\n{BODY}"]
    assert fields(document)["title"] == TITLE


@pytest.mark.parametrize(
    "text",
    [
        f"{TITLE}\n{BODY}",
        f"{TITLE}\n\n一、概述\n\n{BODY}",
        f"某县教育局\n{TITLE}\n目录\n一、概述\n二、主动公开情况\n{BODY}",
        f"{TITLE}\n县政府办公室：\n现将有关情况报告如下。\n{BODY}",
        f"{BODY}\n某县教育局\n2019年1月2日",
        f"{BODY}\n附件：政府信息公开情况统计表",
        f"{BODY}\n来源于群众的意见有3条。\n联系我们改进工作的做法。",
        "概述",
    ],
)
def test_a_report_without_a_page_is_all_body(text: str) -> None:
    assert parts(read(text), Role.BODY) == [text]


@pytest.mark.parametrize(
    "foot",
    [
        "打印\n收藏\n关闭本页\n\n" + TITLE + "\n7511889",
        "分享到：\n0\n来 源：系统管理部 责任编辑：",
        "【打印】 【关闭】",
        "上一篇：某县教育局2017年政府信息公开工作年度报告\n下一篇：没有了",
        "扫一扫在手机打开当前页\n相关新闻\n• 某县2018年年报 2019-01-30",
        "主办单位：某县人民政府 承办：某县政府办公室\n网站标识码：4300000048 湘ICP备07025505号-1 湘公网安备 43010402001607号",
        "版权所有：某县人民政府 未经授权，不得转载或建立镜像。\n建议使用1024×768以上分辨率浏览本站。",
        "附件下载",
        "联系我们 | 网站地图\nCopyright © 2019 某县人民政府",
    ],
)
def test_what_stands_after_the_report(foot: str) -> None:
    signature = "某县教育局\n2019年1月2日"
    document = read(f"{TITLE}\n{BODY}\n{signature}\n{foot}\n")
    assert parts(document, Role.BODY) == [f"{TITLE}\n{BODY}\n{signature}"]
    assert parts(document, Role.FURNITURE) == [foot]


def test_data_of_the_site_are_read_from_its_foot() -> None:
    found = fields(read(f"{BODY}\n主办单位：某局 冀ICP备07025505号-11\n网站标识码：1300000048\n"))
    assert found == {"site_code": "1300000048", "icp": "冀ICP备07025505号-11"}


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("一\n- 2 -\n二", ["- 2 -\n"]),
        ("一\n\n— 12 —\n\n二", ["\n— 12 —\n\n"]),
        ("一\n第 3 页 共 5 页\n二", ["第 3 页 共 5 页\n"]),
        ("- 1 -\n一", ["- 1 -\n"]),
        ("一\n2/5\n二", ["2/5\n"]),
        ("一\n0\n二\n3\n", []),
        ("一\n1\n" + "二" * 300 + "\n2\n三", ["1\n", "2\n"]),
        ("一\n1\n" + "二" * 300 + "\n5\n三", []),
        ("严格执行 - 2 - 审核程序" + "二" * 300 + "，坚持 - 3 - 公开", [" - 2 - ", " - 3 - "]),
    ],
)
def test_page_numbers(text: str, numbers: list[str]) -> None:
    assert [text[start:end] for start, end in sorted(page_numbers(text))] == numbers


@pytest.mark.parametrize("row", page_labels(), ids=lambda row: row.label)
def test_each_label_is_read_from_its_example(row) -> None:  # type: ignore[no-untyped-def]
    text = fold(row.example)
    found = read_label(text, 0)
    assert found is not None
    assert found.field == row.field == label_fields()[fold(row.label)]
    if row.field:
        assert text[found.start : found.end] == text.split(":", 1)[1].strip()


@pytest.mark.parametrize("row", [row for row in page_marks() if row.place != "sentence"], ids=lambda row: row.mark)
def test_each_mark_is_known_by_its_example(row) -> None:  # type: ignore[no-untyped-def]
    for place in ("head", "tail") if row.place == "both" else (row.place,):
        assert mark_pattern(place).match(fold(row.example))


@pytest.mark.parametrize("row", [row for row in page_marks() if row.place == "sentence"], ids=lambda row: row.mark)
def test_a_sentence_of_the_sites_own_is_none_of_the_report(row) -> None:  # type: ignore[no-untyped-def]
    assert row.mark in row.example
    sentence = fold(row.example)
    if row.extent in ("page", "any"):
        assert not has_prose(sentence)
    if row.extent in ("tail", "any"):
        page = f"{fold(BODY)}\n打印\n{sentence}"
        assert [page[start:end] for start, end in tail_furniture(page, 0).ranges] == [f"打印\n{sentence}"]


@pytest.mark.parametrize("rows", [page_labels(), page_marks()], ids=["labels", "marks"])
def test_the_words_are_sorted_and_each_stands_once(rows) -> None:  # type: ignore[no-untyped-def]
    words = [getattr(row, "label", "") or row.mark for row in rows]
    assert words == sorted(words)
    assert len({(word, getattr(row, "place", "") == "sentence") for word, row in zip(words, rows, strict=True)}) == len(
        words
    )


@pytest.mark.parametrize(
    "text",
    [
        "x" + " " * 10**6 + "x", "x" + "\n" * 10**6 + "x", "索引号:\n" * 20_000, "打印 " * 50_000, "首页 > " * 20_000,
        "2018-01-02 " * 20_000, "- 1 -\n" * 50_000, "=" * 10**5, TITLE + "\n" + TITLE * 5_000, "版权所有。" * 20_000, "# **\n" * 20_000,
    ],
    ids=["spaces", "newlines", "labels", "marks", "crumbs", "dates", "pages", "rule", "titles", "foot", "markdown"],
)  # fmt: skip
def test_a_hostile_page_takes_linear_time(text: str) -> None:
    begin = time.process_time()
    read(text)
    assert time.process_time() - begin < 3


def texts() -> list[Path]:
    return sorted(REPOSITORY.glob("seeds/reports/*.txt")) + sorted(SHARED.glob("corpus/*.txt"))


# Characters (without white space) of body, table and furniture of the seeds, when their blocks had been looked through.
SEEDS = {
    "000_67d968ed7aa0a28b.txt": (4960, 0, 112),
    "001_14180acebc5eaf6b.txt": (4300, 0, 69),
    "002_1a45804d71bde4f9.txt": (4118, 1267, 0),
    "003_686e1f8bbdb70fc0.txt": (1927, 0, 246),
    "004_ea7f7baac57b7a39.txt": (3233, 0, 94),
}


@pytest.mark.parametrize("path", texts(), ids=lambda path: path.stem)
def test_every_character_of_a_report_is_in_one_block(path: Path) -> None:
    document = read_document(path)
    spans = [block.span for block in document.blocks]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(span.of(document.text).split()) for span in spans) == "".join(document.text.split())
    counts = tuple(
        sum(len("".join(text.split())) for text in parts(document, role))
        for role in (Role.BODY, Role.TABLE, Role.FURNITURE)
    )
    if path.name in SEEDS:
        assert counts == SEEDS[path.name]
    assert counts[2] < 0.15 * sum(counts)


@given(
    st.lists(
        st.sampled_from(
            [
                TITLE,
                BODY,
                "来源：某局",
                "打印",
                "首页 > 年报",
                "索引号：1",
                "一、概述",
                "|",
                "- 2 -",
                "2019-01-02",
                "某县教育局",
                "\n",
            ]
        ),
        max_size=12,
    ).map("\n".join)
)
def test_a_sentence_of_the_report_never_goes_to_the_furniture(text: str) -> None:
    if not text.strip():
        return
    document = document_of(text.encode(), "a.txt")
    assert sum(part.count(BODY) for part in parts(document, Role.BODY)) == text.count(BODY)
