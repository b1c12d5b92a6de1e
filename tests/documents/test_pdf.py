"""PDF: the order of the page, tables with spans and over pages, a real one, and those that cannot be read."""

from pathlib import Path

import pytest
from dresses import pdf, pdf_of

from gigraph.documents import document_of, read_document
from gigraph.errors import ReadError
from gigraph.evaluate import load_gold, score
from gigraph.models import Role
from gigraph.pipeline import facts_of
from gigraph.pipeline.contract import to_json

pytest.importorskip("pypdfium2")
pytest.importorskip("pdfplumber")
SHARED = Path(__file__).parents[3] / "shared"
TITLE = "某县财政局2018年政府信息公开工作年度报告"
PROSE = "本报告根据《中华人民共和国政府信息公开条例》的要求编制，所列数据的统计期限自2018年1月1日起至12月31日止。"
LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00> <00>]"


def test_text_tables_and_page_numbers_in_the_order_of_the_page() -> None:
    rows = "\n".join(f"{number}.某项公开数 | 条 | {number} |" for number in range(90))
    document = document_of(pdf(f"{TITLE}\n{PROSE}\n统计指标 | 单位 | 统计数 |\n{rows}\n特此报告。"), "a.pdf")
    assert document.source.media_type == "application/pdf"
    assert document.text.startswith(
        f"{TITLE}\n{PROSE[:45]}\n{PROSE[45:]}\n统计指标 | 单位 | 统计数 |\n0.某项公开数 | 条 | 0 |"
    )
    assert document.text.endswith("89.某项公开数 | 条 | 89 |\n特此报告。\n")
    (table,) = document.tables  # over two pages
    assert {row for row, *_ in table.cells} == set(range(91))
    assert all(span.of(document.text) == text for *_, text, span in table.cells)
    assert [block.role for block in document.blocks if "- 1 -" in block.span.of(document.text)] == [Role.JUNK]


def test_cells_that_span_columns_and_rows() -> None:
    boxes = [(60, 700, 100, 60), (160, 730, 200, 30), (160, 700, 100, 30), (260, 700, 100, 30)]
    lines = [f"{x} {y} {width} {height} re S" for x, y, width, height in boxes]
    shown = [("甲", 70, 720), ("乙", 170, 740), ("1", 170, 710), ("2", 270, 710), ("政府信息公开年度报告", 60, 780)]
    lines += [f"BT /F 10 Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET" for text, x, y in shown]
    lines += ["1 1 m 2 2 l S", "3 3 m 4 4 l S"]
    document = document_of(pdf_of(["\n".join(lines)]), "a.pdf")
    assert document.text == "政府信息公开年度报告\n甲 | 乙 |\n1 | 2 |\n"
    assert [cell[:3] for cell in document.tables[0].cells] == [
        (0, 0, "甲"), (0, 1, "乙"), (0, 2, "乙"), (1, 0, "甲"), (1, 1, "1"), (1, 2, "2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "code", "told"),
    [
        (pdf_of([""] * 3), "E-SCANNED", "3 pages"),
        (pdf_of(["1 1 m 2 2 l S"]), "E-SCANNED", "1 page "),
        (pdf_of(["0 0 m"] * 2001), "E-PDF-LIMIT", "2,001"),
        (pdf_of([]), "E-CORRUPT", ""),
        (pdf_of(["a"], trailer=LOCK), "E-ENCRYPTED", "password"),
        (b"%PDF-1.4\n", "E-CORRUPT", "damaged"),
        (b"%PDF-1.7\n" + bytes(300), "E-CORRUPT", "damaged"),
        (b"junk\n%PDF-1.4\n<html>", "E-CORRUPT", "damaged"),
        (pdf(PROSE)[:1500], "E-CORRUPT", "damaged"),
        (pdf_of(["a"]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]"), "E-CORRUPT", ""),
    ],
    ids=range(10),
)
def test_what_cannot_be_read_is_told(data: bytes, code: str, told: str) -> None:
    with pytest.raises(ReadError) as caught:
        document_of(data, "报告.pdf")
    assert caught.value.code == code
    assert told in caught.value.what
    assert caught.value.where == "报告.pdf"


def test_characters_without_a_meaning_are_told() -> None:
    text = "".join(map(chr, range(0x4E8D, 0x4F8D)))
    assert document_of(pdf(text), "a.pdf").warnings == ("W-PDF-MOJIBAKE",)


def test_a_missing_library_is_told_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(ReadError, match=r"E-NEEDS a.pdf: pypdfium2 is needed .* pip install 'gigraph\[pdf\]'"):
        document_of(pdf(PROSE), "a.pdf")


def test_a_real_report_says_the_same_as_its_text() -> None:
    path = SHARED / "corpus" / "002_hongze_district_2023.pdf"
    if not path.exists():
        pytest.skip("../shared/corpus is not here")
    gold = {name: entry for name, entry in load_gold(SHARED / "annotation" / "gold").items() if "hongze" in name}
    (name,) = gold
    found, plain = (
        score(gold, {name: to_json(facts_of(read_document(one)))}).values() for one in (path, path.with_suffix(".txt"))
    )
    assert {key: value for key, value in plain.items() if found[key] < value - 0.02} == {}
