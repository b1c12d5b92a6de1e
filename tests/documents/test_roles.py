"""Every character of a document goes to one side, and no sentence of the report to the page's, in whatever dress."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from dresses import docx, docx_of, glossed_page, page, pdf
from opencc import OpenCC

from gigraph.documents import document_of, text_document
from gigraph.models import Document, Role, Source
from gigraph.text.fold import fold
from gigraph.text.view import make_view

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared"
SEEDS = sorted(REPOSITORY.glob("seeds/reports/*.txt"))
TEXTS = [*SEEDS, *sorted(SHARED.glob("corpus/*.txt"))]
SHARE = 0.12  # of the characters of these reports that may be the page's


def sides(document: Document) -> dict[Role, str]:
    """The characters of each role, without white space."""
    return {
        role: "".join("".join(block.span.of(document.text) for block in document.blocks if block.role is role).split())
        for role in Role
    }


def plain(text: str) -> str:
    return re.sub(r"[\W_]", "", fold(text)).translate(str.maketrans("覆瞭藉著", "复了借着"))


@cache
def sentences(path: Path) -> tuple[str, ...]:
    """The sentences of a report as plain text gives them."""
    text = path.read_text("utf-8")
    document = text_document(text, Source("a.txt"))
    own = "\n".join(block.span.of(text) for block in document.blocks if block.role is Role.BODY)
    return tuple(plain(part) for part in re.findall(r"[^。；！？\n]{20,400}[。；！？]", own))


def dressed(text: str) -> dict[str, bytes]:
    traditional = OpenCC("s2tw").convert(text)
    return {
        "plain": text.encode(),
        "gb18030": text.encode("gb18030"),
        "utf-16": text.encode("utf-16"),
        "divisions": page(text, 0).encode(),
        "tables": page(text, 1).encode(),
        "html5": page(text, 2).encode(),
        "glosses": glossed_page(text).encode(),
        "traditional": traditional.encode(),
        "taiwan in big5": page(traditional, 0).encode("big5hkscs", "ignore"),
        "word": docx(text),
        "markdown": f"## 目录\n\n{text}\n\n## 附\n".encode(),
    }


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:20])
def test_the_characters_of_all_sides_are_those_of_the_text(path: Path) -> None:
    text = path.read_text("utf-8").replace("\x0c", "\n")
    for name, data in dressed(text).items():
        document = document_of(data, name)
        spans = [block.span for block in document.blocks]
        assert all(a.end <= b.start for a, b in pairwise(spans)), name
        found = sides(document)
        assert sum(map(len, found.values())) == len("".join(document.text.split())), name
        assert found[Role.BODY], name
        if name in ("plain", "gb18030", "utf-16"):
            assert len(found[Role.FURNITURE]) < SHARE * len("".join(document.text.split())), name


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem[:20])
def test_no_sentence_of_the_report_goes_to_the_page(path: Path) -> None:
    text = path.read_text("utf-8").replace("\x0c", "\n")
    known = sentences(path)
    assert len(known) >= 5
    for name, data in dressed(text).items():
        if name in ("glosses", "taiwan in big5"):
            continue  # their characters are compared by the fingerprint
        document = document_of(data, name)
        own = plain("".join(sides(document)[role] for role in (Role.BODY, Role.TABLE)))
        away = plain(sides(document)[Role.FURNITURE] + sides(document)[Role.JUNK])
        lost = [sentence for sentence in known if sentence not in own]
        # a sentence over a page's end or broken by a mark is not found whole; none may be found on the other side
        assert [sentence for sentence in lost if sentence in away] == [], name
        assert len(lost) <= 0.04 * len(known), (name, lost[:2])


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem[:3])
def test_nor_in_a_pdf(path: Path) -> None:
    document = document_of(pdf(path.read_text("utf-8")), "a.pdf")
    found = sides(document)
    assert sum(map(len, found.values())) == len("".join(document.text.split()))
    away = plain(found[Role.FURNITURE])
    assert [sentence for sentence in sentences(path) if sentence in away] == []


LINES = [f"（{number}）本局全年主动公开了应当公开的第{number}类政府信息，内容真实，更新及时。" for number in range(20)]
TITLE = "某县统计局2018年政府信息公开工作年度报告"


@pytest.mark.parametrize("between", ["\n", f"\n{TITLE}\n", " "], ids=["lines", "title", "one line"])
def test_a_text_that_stands_twice_is_the_reports_once(between: str) -> None:
    text = f"{TITLE}\n" + between.strip(" ").join(["\n".join(LINES)] * 2) if between != " " else "".join(LINES) * 2
    document = text_document(text, Source("a.txt"))
    body = sides(document)[Role.BODY]
    assert [body.count(line) for line in LINES] == [1] * 20
    assert sum(map(len, sides(document).values())) == len("".join(text.split()))


def test_a_sentence_that_a_report_repeats_stays() -> None:
    text = "\n".join([LINES[0], *LINES[1:9], LINES[0], *LINES[9:]])
    assert sides(text_document(text, Source("a.txt")))[Role.JUNK] == ""


WORDS = {
    "moved": "<w:moveFrom><w:r><w:t>原处</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo>",
    "hidden": "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗文</w:t></w:r><w:r><w:t>新处</w:t></w:r>",
    "inserted": "<w:ins><w:r><w:t>新处</w:t></w:r></w:ins><w:del><w:r><w:delText>原处</w:delText></w:r></w:del>",
    "glossed": "<w:r><w:ruby><w:rt><w:r><w:t>xīn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>新</w:t></w:r></w:rubyBase></w:ruby><w:t>处</w:t></w:r>",
    "field": "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>新处</w:t></w:r>",
}  # fmt: skip


@pytest.mark.parametrize("name", WORDS)
def test_tracked_changes_show_the_text_as_it_is_now(name: str) -> None:
    document = document_of(docx_of(f"<w:p><w:r><w:t>公开</w:t></w:r>{WORDS[name]}</w:p>"), "a.docx")
    assert document.text.strip() == "公开新处"


@pytest.mark.parametrize(
    "junk",
    [
        "<span style='display:none'>7f3a</span>", "<font class='jammer'>复制</font>", "<i style='opacity:0'>x</i>",
        "<span style='position:absolute;left:-9999px'>版权</span>", "<span style='font-size:0px'>q</span>",
        "<b style='text-indent: -9999em'>w</b>", "<span class='sr-only'>跳转</span>", "\u200b\u200d\ufeff", "<!-- 防采集 -->",
    ],
)  # fmt: skip
def test_what_is_strewn_in_against_copying_is_not_read(junk: str) -> None:
    document = document_of(f"<html><body><p>本局公开政府{junk}信息。</p></body></html>".encode(), "a.html")
    assert make_view(document.text, document.blocks).text.strip() == "本局公开政府信息。"


@pytest.mark.parametrize(
    ("written", "matched"),
    [
        ("臺灣事務辦公室祕書處", "台湾事务办公室秘书处"),
        ("爲羣眾答覆諮詢", "为群众答复咨询"),
        ("衞生計畫公佈於網頁", "卫生计划公布于网页"),
        ("瞭解情況，藉助網站，反覆徵求意見", "了解情况,借助网站,反复征求意见"),
        ("裡面、著重、乾淨、匯總、彙總", "里面、着重、干净、汇总、汇总"),
    ],
)
def test_traditional_script_of_all_places_is_matched_in_simplified(written: str, matched: str) -> None:
    assert fold(written) == matched
