"""By what two documents are known to be one report: what changes the fingerprint and what does not."""

from pathlib import Path

import pytest
from dresses import docx, glossed_page, page, pdf
from opencc import OpenCC

from gigraph.documents import document_of
from gigraph.models import Fingerprint
from gigraph.pipeline import facts_of

SEEDS = sorted((Path(__file__).parents[2] / "seeds" / "reports").glob("*.txt"))
TITLE = "某县财政局2018年政府信息公开工作年度报告"
BODY = (
    "根据《中华人民共和国政府信息公开条例》的要求，编制本报告，现向社会公布，请予以监督。\n"
    "一、概述\n2018年我局主动公开政府信息320条，受理申请15件，均按时答复申请人，没有收取任何费用。\n"
    "二、存在的问题\n公开的内容还不够全面，我们将在下一步工作中认真加以改进。"
)
ROWS = "\n指标 | 件数 |\n新收申请 | 15 |\n予以公开 | 12 |"


def of(text: str | bytes) -> Fingerprint:
    data = text.encode() if isinstance(text, str) else text
    found = facts_of(document_of(data, "a")).fingerprint
    assert found is not None
    return found


PLAIN = of(f"{TITLE}\n{BODY}")


@pytest.mark.parametrize(
    "other",
    [
        f"{TITLE}\r\n\r\n{BODY}\r\n",
        f"首页 > 信息公开 > 年报\n发布时间：2019-01-20 来源：某县财政局\n{TITLE}\n{BODY}\n打印 关闭\n主办：某县人民政府",
        f"{TITLE}\n某县财政局\n（2019年1月20日）\n{BODY}\n某县财政局\n2019年1月20日\n附件：1. 统计表",
        f"{TITLE}\n{BODY}".replace("，", ",").replace("320", "３２０"),
        OpenCC("s2t").convert(f"{TITLE}\n{BODY}"),
        BODY.replace("\n", "\n\n"),
        page(f"{TITLE}\n{BODY}", 0).encode(),
        page(f"{TITLE}\n{BODY}", 1).encode("gb18030"),
        glossed_page(f"{TITLE}\n{BODY}").encode(),
    ],
    ids=["lines", "banner", "signature", "widths", "traditional", "no title", "page", "page of tables", "glosses"],
)
def test_another_dress_is_the_same_report(other: str | bytes) -> None:
    assert of(other).body == PLAIN.body
    assert of(other).figures == PLAIN.figures


@pytest.mark.parametrize(
    ("other", "same_figures"),
    [
        (BODY.replace("15件", "16件"), False),
        (BODY.replace("认真", "切实"), True),
        (BODY.replace("，没有收取任何费用", ""), True),
        (BODY + ROWS, False),
    ],
)
def test_other_words_are_another_report(other: str, same_figures: bool) -> None:
    found = of(f"{TITLE}\n{other}")
    assert found.body != PLAIN.body
    assert (found.figures == PLAIN.figures) is same_figures


def test_a_table_counts_in_whatever_form_it_stands() -> None:
    text = f"{TITLE}\n{BODY}{ROWS}"
    assert of(text).body == of(page(text, 2).encode()).body == of(docx(text)).body == of(pdf(text)).body


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_the_reports_in_other_dresses_are_the_same(path: Path) -> None:
    text = path.read_text("utf-8")
    expected = of(text)
    dressed = [page(text, style).encode() for style in (0, 1, 2)]
    for other in (*dressed, text.encode("gb18030"), pdf(text), OpenCC("s2tw").convert(text).encode()):
        assert of(other).body == expected.body
