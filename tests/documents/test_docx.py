"""What Word shows and its file does not say in words: numbers of lists; what is around the text: headers, notes, boxes."""

import pytest
from dresses import WORD, docx_of, zipped

from gigraph.documents import document_of
from gigraph.documents.numerals import numeral
from gigraph.models import Document, Role

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TITLE = "某县财政局2018年政府信息公开工作年度报告"
PROSE = "本报告根据《中华人民共和国政府信息公开条例》的要求编制，所列数据的统计期限自2018年1月1日起至12月31日止。"


def level(depth: int, form: str, label: str, more: str = "") -> str:
    start = "" if "w:start" in more else '<w:start w:val="1"/>'  # a level without it begins with 0
    return f'<w:lvl w:ilvl="{depth}">{start}<w:numFmt w:val="{form}"/><w:lvlText w:val="{label}"/>{more}</w:lvl>'


def numbering(*levels: str, more: str = "") -> str:
    lists = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    used = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    return part("numbering", f"{lists}{used}{more}")


def part(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{WORD}" xmlns:r="{OFFICE}">{content}</w:{name}>'


def item(text: str, depth: int = 0, number: int = 1) -> str:
    properties = f'<w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr></w:pPr>'
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def plain(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def styled(text: str, style: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'


def read(body: str, **parts: str) -> Document:
    return document_of(docx_of(body, **{f"word/{name}.xml": content for name, content in parts.items()}), "a.docx")


def shown(body: str, **parts: str) -> list[str]:
    return read(body, **parts).text.rstrip("\n").split("\n")


CHINESE = numbering(
    level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3."),
    level(3, "decimalEnclosedCircle", "%4"),
)  # fmt: skip


def test_headings_of_three_levels_begin_anew_below_each_other() -> None:
    depths = (0, 1, 2, 2, 3, 1, 2, 0, 1)
    body = "".join(item("甲", depth) for depth in depths)
    assert shown(body, numbering=CHINESE) == [
        "一、甲", "（一）甲", "1. 甲", "2. 甲", "① 甲", "（二）甲", "1. 甲", "二、甲", "（一）甲"
    ]  # fmt: skip


def test_more_than_ten_sections() -> None:
    assert shown("".join(item("甲") for _ in range(21)), numbering=CHINESE)[9:21:5] == [
        "十、甲",
        "十五、甲",
        "二十、甲",
    ]


def test_a_number_of_several_levels_and_one_that_is_legal() -> None:
    levels = level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    body = item("甲") + item("乙", 1) + item("丙", 1) + item("丁") + item("戊", 1)
    assert shown(body, numbering=numbering(*levels)) == ["第一章 甲", "1.1 乙", "1.2 丙", "第二章 丁", "2.1 戊"]


def test_where_a_list_begins_and_begins_anew() -> None:
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>'
        '</w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    found = numbering(level(0, "decimal", "%1．", '<w:start w:val="3"/><w:suff w:val="nothing"/>'), more=again)
    body = "".join(item("甲", 0, number) for number in (1, 1, 2, 2, 3, 0, 9))
    assert shown(body, numbering=found) == ["3．甲", "4．甲", "1．甲", "2．甲", "3．甲", "甲", "甲"]


def test_a_level_that_goes_on_under_a_new_heading() -> None:
    found = numbering(level(0, "decimal", "%1、"), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'))
    body = item("甲") + item("乙", 1) + item("丙") + item("丁", 1)
    assert shown(body, numbering=found) == ["1、甲", "1. 乙", "2、丙", "2. 丁"]


def test_styles_give_lists_and_levels() -> None:
    styles = part(
        "styles",
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"/>'
        '<w:style w:type="paragraph" w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="2"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="off"><w:basedOn w:val="1"/>'
        '<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>',
    )
    found = numbering(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="1"/>'),
        level(1, "decimal", "%2.", '<w:pStyle w:val="2"/>'),
    )
    body = "".join(styled("甲", style) for style in ("1", "2", "own", "off", "a", "1", "2"))
    assert shown(body, numbering=found, styles=styles) == ["一、甲", "1. 甲", "2. 甲", "甲", "甲", "二、甲", "1. 甲"]


def test_what_has_no_number() -> None:
    found = numbering(level(0, "bullet", "\uf06c"), level(1, "none", "%2"), level(2, "decimal", ""))
    assert shown("".join(item("甲", depth) for depth in range(4)), numbering=found) == ["甲"] * 4


def test_numbers_of_a_column_and_not_of_empty_lines() -> None:
    rows = "".join(f"<w:tr><w:tc>{item('')}</w:tc><w:tc>{plain(word)}</w:tc></w:tr>" for word in "甲乙")
    found = numbering(level(0, "decimal", "%1", '<w:suff w:val="nothing"/>'))
    document = read(f"<w:tbl>{rows}</w:tbl>{item('')}{item('丙')}", numbering=found)
    assert document.text == "1 | 甲 |\n2 | 乙 |\n4丙\n"


def test_a_paragraph_that_a_change_took_is_not_counted() -> None:
    gone = item("甲").replace("</w:pPr>", "<w:rPr><w:del/></w:rPr></w:pPr>").replace("<w:r>", "<w:del><w:r>")
    gone = gone.replace("</w:r></w:p>", "</w:r></w:del></w:p>")
    former = '<w:p><w:pPr><w:pPrChange><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange></w:pPr>'
    former += "<w:r><w:t>丙</w:t></w:r></w:p>"
    assert shown(item("乙") + gone + former + item("丁"), numbering=CHINESE) == ["一、乙", "丙", "二、丁"]


def test_numbering_of_the_strict_form() -> None:
    body = item("甲") + item("乙", 1)
    entries = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<w:document xmlns:w="{STRICT}"><w:body>{body}</w:body></w:document>',
        "word/numbering.xml": CHINESE.replace(WORD, STRICT),
    }
    assert document_of(zipped(entries), "a.docx").text == "一、甲\n（一）乙\n"


def surrounded(body: str) -> bytes:
    relations = "".join(
        f'<Relationship Id="r{number}" Type="x" Target="{target}"/>'
        for number, target in enumerate(("header1.xml", "/word/footer1.xml", "header2.xml", "none.xml"))
    )
    section = '<w:sectPr><w:headerReference r:id="r0"/><w:headerReference r:id="r2"/>'
    section += '<w:footerReference r:id="r1"/><w:footerReference r:id="r3"/></w:sectPr>'
    page = '<w:p><w:fldSimple w:instr="PAGE"><w:r><w:t>- 3 -</w:t></w:r></w:fldSimple></w:p>'
    return docx_of(
        body + section.replace("<w:sectPr", f'<w:sectPr xmlns:r="{OFFICE}"', 1),
        **{
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>',
            "word/header1.xml": part("hdr", plain("某县年报汇编") + plain("某县年报汇编")),
            "word/header2.xml": part("hdr", plain("某县年报汇编")),
            "word/footer1.xml": part("ftr", page + plain("网站标识码：4301240001")),
            "word/header9.xml": part("hdr", plain("无人引用")),
        },
    )


def test_headers_and_footers_are_the_pages() -> None:
    document = document_of(surrounded(plain(TITLE) + plain(PROSE)), "a.docx")
    assert document.text == f"某县年报汇编\n{TITLE}\n{PROSE}\n网站标识码：4301240001\n"
    roles = {block.span.of(document.text): block.role for block in document.blocks}
    assert roles["某县年报汇编"] is Role.FURNITURE
    assert roles["网站标识码：4301240001"] is Role.FURNITURE
    assert roles[f"{TITLE}\n{PROSE}"] is Role.BODY
    assert ("site_code", "4301240001") in [(field.name, field.value) for field in document.metadata]


def test_notes_stand_at_the_end_in_the_order_of_their_places() -> None:
    notes = "".join(f'<w:footnote w:id="{number}">{plain(f"注{number}")}</w:footnote>' for number in (0, 1, 2))
    places = "".join(f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' for number in (2, 1))
    body = f"<w:p><w:r><w:t>甲</w:t></w:r>{places}</w:p>"
    assert shown(body, footnotes=part("footnotes", notes)) == ["甲", "注2", "注1"]


def test_a_text_box_counts_once() -> None:
    box = f"<w:txbxContent>{plain('框')}</w:txbxContent>"
    new = f'<mc:AlternateContent xmlns:mc="m"><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>'
    assert shown(f"<w:p><w:r><w:t>甲</w:t></w:r><w:r>{new}</w:r></w:p>{plain('乙')}") == ["甲", "框", "乙"]


def test_a_table_in_a_table_keeps_all_its_words() -> None:
    inner = f"<w:tbl><w:tr><w:tc>{plain('公开')}</w:tc><w:tc>{plain('12')}</w:tc></w:tr></w:tbl>"
    document = read(
        f"<w:tbl><w:tr><w:tc>{plain('甲')}{inner}{plain('乙')}</w:tc><w:tc>{plain('丙')}</w:tc></w:tr></w:tbl>"
    )
    assert document.text == "甲\n公开 | 12 |\n乙\n丙\n"
    (table,) = document.tables
    assert [text for *_, text, _ in table.cells] == ["公开", "12"]


def test_rows_cells_and_words_that_a_change_took_or_brought() -> None:
    row = "<w:tr>{}<w:tc>" + plain("{}") + "</w:tc><w:tc>" + plain("1") + "</w:tc></w:tr>"
    rows = (
        row.format("<w:trPr><w:del/></w:trPr>", "去")
        + row.format("<w:trPr><w:ins/></w:trPr>", "新")
        + row.format("", "旧")
    )
    body = f"<w:ins>{plain('甲')}</w:ins><w:moveFrom>{plain('去')}</w:moveFrom><w:tbl>{rows}</w:tbl>"
    assert shown(body) == ["甲", "新 | 1 |", "旧 | 1 |"]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("chineseCounting", "十一"), ("chineseCountingThousand", "十一"), ("chineseLegalSimplified", "壹拾壹"),
        ("ideographDigital", "一一"), ("upperLetter", "K"), ("lowerLetter", "k"), ("upperRoman", "XI"),
        ("lowerRoman", "xi"), ("decimalZero", "11"), ("decimalFullWidth", "１１"), ("decimalEnclosedCircle", "⑪"),
        ("decimalEnclosedParen", "⑾"), ("decimalEnclosedFullstop", "⒒"), ("ideographEnclosedCircle", "11"),
        ("ideographTraditional", "11"), ("ideographZodiac", "戌"), ("none", ""), ("someday", "11"),
    ],
)  # fmt: skip
def test_eleven(form: str, expected: str) -> None:
    assert numeral(11, form) == expected


@pytest.mark.parametrize("number", [0, -1, 27, 100, 10_000, 10**12])
def test_a_number_that_a_form_does_not_have(number: int) -> None:
    assert numeral(number, "decimalEnclosedCircle") == str(number)
    assert numeral(number, "chineseCounting")
