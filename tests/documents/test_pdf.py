"""PDF: the order of the page, tables with spans and over pages, a real one, and those that cannot be read."""

import hashlib
import random
import re
from pathlib import Path
from typing import BinaryIO

import pytest
from dresses import pdf, pdf_of

from gigraph.documents import document_of, pdf_tables, read_document
from gigraph.documents import pdf as pdf_reader
from gigraph.documents.pdf_lines import Line
from gigraph.documents.pdf_wraps import edged
from gigraph.errors import ReadError
from gigraph.evaluate import load_gold, score
from gigraph.models import Role
from gigraph.pipeline import facts_of
from gigraph.pipeline.contract import to_json
from gigraph.text.fold import fold
from gigraph.text.reading import make_reading

pytest.importorskip("pypdfium2")
pytest.importorskip("pdfplumber")
SHARED = Path(__file__).parents[3] / "shared"
TITLE = "某县财政局2018年政府信息公开工作年度报告"
PROSE = "本报告根据《中华人民共和国政府信息公开条例》的要求编制，所列数据的统计期限自2018年1月1日起至12月31日止。"
PAGE_NUMBER = re.compile(r"- \d{1,3} -")
LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00> <00>]"


def test_text_tables_and_page_numbers_in_the_order_of_the_page() -> None:
    rows = "\n".join(f"{number}.某项公开数 | 条 | {number} |" for number in range(90))
    document = document_of(pdf(f"{TITLE}\n{PROSE}\n统计指标 | 单位 | 统计数 |\n{rows}\n特此报告。"), "a.pdf")
    assert document.source.media_type == "application/pdf"
    assert document.text.startswith(f"{TITLE}\n{PROSE}\n统计指标 | 单位 | 统计数 |\n0.某项公开数 | 条 | 0 |")
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


def ruled(rows: list[list[str]], lefts: tuple[int, ...]) -> str:
    """A page with a table whose columns stand between some lines; a row of one cell fewer spans the first two."""
    lines = ["1 1 m 2 2 l S"] * 6
    for number, row in enumerate(rows):
        edges = (lefts[0], *lefts[2:]) if len(row) < len(lefts) - 1 else lefts
        bottom = 700 - 30 * number
        for at, cell in enumerate(row):
            lines.append(f"{edges[at]} {bottom} {edges[at + 1] - edges[at]} 30 re S")
            if cell:
                shown = cell.encode("utf-16-be").hex()
                lines.append(f"BT /F 10 Tf {edges[at] + 4} {bottom + 10} Td <{shown}> Tj ET")
    return "\n".join(lines)


FEW, MANY = (60, 240, 300, 360), (60, 140, 240, 300, 360)
HEAD = [["统计指标", "单位", "统计数"], ["专职人", "人", "2"]]


@pytest.mark.parametrize(
    ("pages", "expected"),
    [
        ([(HEAD, FEW), ([["员数", "", ""], ["兼职人员数", "人", "18"]], FEW)], ["专职人员数", "兼职人员数"]),
        ([(HEAD, FEW), ([["", "", ""], ["兼职人员数", "人", "18"]], FEW)], ["专职人", "兼职人员数"]),
        (
            [(HEAD, FEW), ([["二、回应", "", ""], ["兼职人员数", "人", "18"]], FEW)],
            ["专职人", "二、回应", "兼职人员数"],
        ),
        ([(HEAD, FEW), ([["员数", "人", "18"], ["查阅点数", "个", "1"]], FEW)], ["专职人", "员数", "查阅点数"]),
        ([(HEAD, FEW), ([["兼职人员数", "人", "18"]], FEW)], ["专职人", "兼职人员数"]),
        ([(HEAD, FEW), ([HEAD[0], ["员数", "", ""], ["兼职人员数", "人", "18"]], FEW)], ["专职人员数", "兼职人员数"]),
        ([(HEAD, FEW), ([HEAD[0], ["兼职人员数", "人", "18"]], FEW)], ["专职人", "统计指标", "兼职人员数"]),
        ([(HEAD, FEW), ([["员数", "", ""], ["三、", "答复数", "件", "4"]], MANY)], ["专职人员数", "三、"]),
    ],
)
def test_a_row_that_the_end_of_a_page_breaks(
    pages: list[tuple[list[list[str]], tuple[int, ...]]], expected: list[str]
) -> None:
    (table,) = document_of(pdf_of([ruled(*page) for page in pages]), "a.pdf").tables
    rows = {row: text for row, column, text, _ in reversed(table.cells) if column == 0}
    assert [rows[row] for row in sorted(rows)][1:] == expected


def test_a_frame_of_one_row_around_a_table_is_none() -> None:
    page = ruled(HEAD, FEW) + "\n40 600 330 160 re S\n370 600 30 160 re S"
    (table,) = document_of(pdf_of([page]), "a.pdf").tables
    assert [text for row, _, text, _ in table.cells if row == 1] == HEAD[1]


def test_a_running_title_parts_no_table() -> None:
    title = f"\nBT /F 10 Tf 60 800 Td <{TITLE.encode('utf-16-be').hex()}> Tj ET"
    pages = [HEAD, [["员数", "", ""], ["兼职人员数", "人", "18"]], [["查阅点数", "个", "1"], ["会议次数", "次", "2"]]]
    document = document_of(pdf_of([ruled(page, FEW) + title for page in pages]), "a.pdf")
    assert len(document.tables) == 1
    other = [ruled(page, FEW) + title.replace("800", str(800 - at)) for at, page in enumerate(pages)]
    other[1] = other[1].replace(TITLE.encode("utf-16-be").hex(), "另一张表".encode("utf-16-be").hex())
    assert len(document_of(pdf_of(other), "a.pdf").tables) == 3


def test_places_in_a_table_over_pages_are_those_of_the_text() -> None:
    rows = [["政府信息公开申请", "件", "3"], ["网上申请数", "件", "2"]]
    pages = [[["统计指标", "单位", "统计数"], ["受理申", "件", "5"]], [["请总数", "", ""], *rows]]
    document = document_of(pdf_of([ruled(page, FEW) for page in pages]), "a.pdf")
    cells = facts_of(document).tables
    assert [(cell.row.split(" / ")[-1], cell.value) for cell in cells][:1] == [("受理申请总数", "5")]
    assert all(document.text[m.span.start : m.span.end] == cell.value for cell in cells for m in cell.mentions)


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


def pages_of(bodies: list[str], head: str = "", foot: str = "") -> bytes:
    """A PDF with these texts, a page each, below a running title and above another with the page's number."""
    pages = []
    for number, body in enumerate(bodies, 1):
        lines = [
            head.format(number),
            *(body[start : start + 40] for start in range(0, len(body), 40)),
            foot.format(number),
        ]
        shown = enumerate(filter(None, [*lines, f"- {number} -"]))
        pages.append(
            "\n".join(
                f"BT /F 10 Tf 60 {790 - 14 * at} Td <{line.encode('utf-16-be').hex()}> Tj ET" for at, line in shown
            )
        )
    return pdf_of(pages)


SENTENCES = [
    f"第{number}项工作已经完成，各有关单位认真公开了应当公开的政府信息并接受了群众的监督；"
    for number in "一二三四五六七八九十"
]
CUT = "".join(SENTENCES * 3).removesuffix("；") + "。"


def test_running_titles_belong_to_nobody_and_do_not_break_a_sentence() -> None:
    quarter = len(CUT) // 4
    bodies = [
        TITLE + "，" + CUT[:quarter],
        *(CUT[start : start + quarter] for start in range(quarter, len(CUT), quarter)),
    ]
    document = document_of(pages_of(bodies, "某县年报汇编", "第{}页某县财政局编"), "a.pdf")
    parts = [(block.role, block.span.of(document.text).strip()) for block in document.blocks]
    body = "".join(text for role, text in parts if role is Role.BODY)
    assert body.count("某县年报汇编") == 1  # where it stands first it may be the report's title
    assert "某县财政局编" not in body
    assert not any(f"- {number} -" in body for number in range(1, 6))
    reading = make_reading(document)
    assert len(reading.runs) == 1
    assert fold(CUT) in reading.text.replace("\n", "")


def test_a_line_on_two_pages_or_in_their_middle_stays() -> None:
    few = document_of(pages_of([CUT[:299] + "。", CUT[300:599] + "。"], "某县年报汇编"), "a.pdf")
    amid = document_of(
        pages_of([f"{CUT[at : at + 200]}{'某县年报汇编':　<40}{CUT[at + 200 :][:200]}" for at in (0, 7, 15, 22)]),
        "a.pdf",
    )
    for document in (few, amid):
        junk = {block.span.of(document.text).strip() for block in document.blocks if block.role is Role.JUNK}
        assert document.text.count("某县年报汇编") in (2, 4)
        assert all(PAGE_NUMBER.fullmatch(text) for text in junk)


def test_two_columns_are_read_one_after_the_other() -> None:
    left, right = CUT[:100], CUT[100:200]
    lines = [(60, text) for text in (left[:50], left[50:])] + [(330, text) for text in (right[:50], right[50:])]
    shown = [
        f"BT /F 10 Tf {x} {700 - 14 * (at % 2)} Td <{text.encode('utf-16-be').hex()}> Tj ET"
        for at, (x, text) in enumerate(lines)
    ]
    assert document_of(pdf_of(["\n".join(shown)]), "a.pdf").text.replace("\n", "") == CUT[:200]


def test_tables_are_looked_for_only_where_a_page_has_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counting(file: BinaryIO, number: int) -> list[pdf_tables.Ruled]:
        asked.append(number)
        return pdf_tables.tables_of(file, number)

    monkeypatch.setattr(pdf_reader, "tables_of", counting)
    rows = "\n".join(f"{number}.某项公开数 | 条 | {number} |" for number in range(4))
    document = document_of(pdf(f"{TITLE}\n{CUT * 4}\n统计指标 | 单位 | 统计数 |\n{rows}\n{CUT * 4}"), "a.pdf")
    assert len(document.tables) == 1
    assert len(asked) == 1 < document.text.count("\n- ")
    asked.clear()
    document_of(pdf(f"{TITLE}\n{CUT * 4}"), "a.pdf")
    assert asked == []


def at(text: str, x: float, y: float, size: float = 10) -> str:
    return f"BT /F {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET"


PARAGRAPHS = ("一、概述", "　　" + CUT[:130], "二、主动公开情况", "　　" + CUT[130:250] + "。")


def printed(paragraphs: tuple[str, ...], width: int = 42) -> list[str]:
    """Printed lines of paragraphs, the first one of each set in by two letters."""
    return [one[start : start + width] for one in paragraphs for start in range(0, len(one), width)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("云山县水利局2016年政府信息公开工作年度", "报告"), "云山县水利局2016年政府信息公开工作年度报告"),
        (("云山县水利局2016年政府信息", "公开工作年度报告"), "云山县水利局2016年政府信息公开工作年度报告"),
        (("云山县", "水利局2016年政府信息公开工作", "年度报告"), "云山县水利局2016年政府信息公开工作年度报告"),
        (
            ("云山县水利局2016年政府信息公开工作年度报告", "（2017年3月1日）"),
            "云山县水利局2016年政府信息公开工作年度报告",
        ),
        (("云山县水利局", "2016年政府信息公开工作年度报告"), "云山县水利局2016年政府信息公开工作年度报告"),
    ],
)
def test_lines_that_the_width_of_the_page_broke_are_one(lines: tuple[str, ...], expected: str) -> None:
    shown = [at(line, 297 - len(line) * 9, 780 - 30 * number, 18) for number, line in enumerate(lines)]
    shown += [at(line, 80, 660 - 16 * number) for number, line in enumerate(printed(PARAGRAPHS))]
    text = document_of(pdf_of(["\n".join(shown)]), "a.pdf").text
    assert text.split("\n")[0] == expected
    assert text.split("\n")[-5:-1] == [one.strip() for one in PARAGRAPHS]


def test_two_equal_pairs_of_lines_are_each_judged_where_they_stand() -> None:
    line, rest = printed((CUT[:60],))
    shown = [at(words, 80, y) for words, y in ((line, 700), (rest, 684), (line, 600), (rest, 540))]
    for content in (shown, shown[2:] + shown[:2]):  # the order of the file is that of the text
        text = document_of(pdf_of(["\n".join(content)]), "a.pdf").text
        assert sorted(text.splitlines()) == sorted([line + rest, line, rest])
    other = [at(rest, 80, 790), *shown, *[at("其他", 120, 500 - 16 * number) for number in range(3)]]
    assert document_of(pdf_of(["\n".join(other)]), "a.pdf").text.splitlines()[:4] == [rest, line + rest, line, rest]


def test_the_edges_of_a_line_are_those_of_its_letters() -> None:
    places = random.Random(5)
    lines = [
        Line("甲", places.uniform(50, 90), places.uniform(300, 500), 700.0, places.choice([9, 10, 10.5, 12]) * size)
        for size in (places.uniform(1, 1.2) for _ in range(300))
    ]
    for one in edged(lines):
        alike = [line for line in lines if abs(line.size - one.line.size) <= 0.08 * line.size]
        assert one == (one.line, min(line.left for line in alike), max(line.right for line in alike))


def test_lines_of_a_list_stay_apart() -> None:
    rows = ["政府公报公开三十条", "政府网站公开四十条", "政务微博公开五十条", "其他方式公开六十条"] * 3
    shown = [at(TITLE, 150, 780)] + [at(row, 80, 740 - 16 * number) for number, row in enumerate(rows)]
    assert document_of(pdf_of(["\n".join(shown)]), "a.pdf").text.split("\n")[1:-1] == rows


def test_a_sentence_goes_on_over_a_page_with_what_stands_between() -> None:
    lines = printed(PARAGRAPHS)
    pages = [
        "\n".join([
            at("政府信息公开", 60, 810), at(f"http://www.example.gov.cn/a.html {number}/2", 60, 20),
            *(at(line, 80, 740 - 16 * place) for place, line in enumerate(part)),
        ])
        for number, part in enumerate((lines[:3], lines[3:]), 1)
    ]  # fmt: skip
    document = document_of(pdf_of(pages), "a.pdf")
    body = "".join(block.span.of(document.text) for block in document.blocks if block.role is Role.BODY)
    assert PARAGRAPHS[1].strip() in body


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("origin", [0, -300, 200])
def test_a_sheet_that_is_turned_or_begins_elsewhere_loses_nothing(turn: int, origin: int) -> None:
    """What is shown is the same: the content is turned back, and moved as the sheet is."""
    matrix = {
        0: (1, 0, 0, 1, 0, 0),
        90: (0, 1, -1, 0, 842, 0),
        180: (-1, 0, 0, -1, 595, 842),
        270: (0, -1, 1, 0, 0, 595),
    }
    *axes, across, up = matrix[turn]
    content = (
        f"{' '.join(map(str, axes))} {across + origin} {up + origin} cm\n{ruled([*HEAD, ['查阅点数', '个', '1']], FEW)}"
    )
    content += "\n" + "\n".join(
        at(line, 40, 560 - 16 * number) for number, line in enumerate([PROSE[:45], PROSE[45:], TITLE])
    )
    wide, high = (842, 595) if turn in (90, 270) else (595, 842)
    box = f"/Rotate {turn} /MediaBox [{origin} {origin} {wide + origin} {high + origin}]"
    data = pdf_of([content]).replace(b"/MediaBox [0 0 595 842]", box.encode())
    document = document_of(data, "a.pdf")
    assert document.text.split("\n")[3:] == [PROSE, TITLE, ""]
    assert [text for _, _, text, _ in document.tables[0].cells] == [*HEAD[0], *HEAD[1], "查阅点数", "个", "1"]


def test_what_a_browser_prints_around_a_page_parts_no_table() -> None:
    rows = [[HEAD, [["查阅点数", "个", "1"], ["会议次数", "次", "2"]], [["培训次数", "次", "3"], ["费用", "元", "0"]]]]
    pages = [
        ruled(part, FEW)
        + "\n"
        + at("11/22/2026, 8:20 PM", 20, 825)
        + at(f"https://www.example.gov.cn/a.html {number}/3", 20, 12)
        for number, part in enumerate(rows[0], 1)
    ]
    pages[0] += at(TITLE, 60, 780)
    (table,) = document_of(pdf_of(pages), "a.pdf").tables
    assert [text for _, column, text, _ in table.cells if column == 2] == ["统计数", "2", "1", "2", "3", "0"]


def test_pages_that_are_pictures_are_told() -> None:
    picture = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"
    drawn = "\n".join(f"{40 + place % 400} {60 + place} m {45 + place % 400} {66 + place} l S" for place in range(300))
    text = "\n".join(at(line, 60, 780 - 16 * number) for number, line in enumerate([TITLE, PROSE]))
    for page in (picture, drawn):
        assert document_of(pdf_of([text, page, page]), "a.pdf").warnings == ("W-PDF-PICTURE",)
    for page in ("", at("- 2 -", 290, 30)):
        assert document_of(pdf_of([text, page]), "a.pdf").warnings == ()


def rc4(key: bytes, data: bytes) -> bytes:
    state, at, found = list(range(256)), 0, bytearray()
    for index in range(256):
        at = (at + state[index] + key[index % len(key)]) % 256
        state[index], state[at] = state[at], state[index]
    one = two = 0
    for byte in data:
        one = (one + 1) % 256
        two = (two + state[one]) % 256
        state[one], state[two] = state[two], state[one]
        found.append(byte ^ state[(state[one] + state[two]) % 256])
    return bytes(found)


def locked(data: bytes, password: bytes) -> bytes:
    """A PDF locked with a password of its reader (ISO 32000-1, 7.6.3, revision 2)."""
    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

    def digest(data: bytes) -> bytes:
        return hashlib.md5(data, usedforsecurity=False).digest()

    user = (password + pad)[:32]
    owner = rc4(digest((b"owner" + pad)[:32])[:5], user)
    key = digest(user + owner + (-4).to_bytes(4, "little", signed=True) + b"\0")[:5]

    def lock(match: re.Match[bytes]) -> bytes:
        own = digest(key + int(match[2]).to_bytes(3, "little") + b"\0\0")[:10]
        return match[1] + rc4(own, match[3]) + match[4]

    data = re.sub(rb"(?s)((\d+) 0 obj\n<< /Length \d+ >>\nstream\n)(.*?)(\nendstream)", lock, data)
    entry = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{owner.hex()}> /U <{rc4(key, pad).hex()}> /P -4 >> /ID [<00> <00>]"
    return data.replace(b"/Root 1 0 R", b"/Root 1 0 R " + entry.encode())


def test_a_pdf_whose_password_is_empty_is_read() -> None:
    text = f"{TITLE}\n{PROSE}\n"
    assert document_of(locked(pdf(f"{TITLE}\n{PROSE}"), b""), "a.pdf").text == text
    with pytest.raises(ReadError, match="E-ENCRYPTED"):
        document_of(locked(pdf(f"{TITLE}\n{PROSE}"), b"secret"), "a.pdf")
