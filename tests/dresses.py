"""Makes the same report as web pages of three styles, and as other formats; for tests."""

import html
import io
import re
import zipfile
from collections.abc import Iterator

MENU = ["网站首页", "政务公开", "办事服务", "互动交流", "政府信息公开年报"]
FOOT = "<p>主办：某单位 网站标识码：bm12000001</p><p>版权所有 京ICP备05070218号</p>"


def blocks(text: str) -> Iterator[str | list[list[str]]]:
    """The lines of a plain text, and its rows with bars as tables."""
    rows: list[list[str]] = []
    for line in text.split("\n"):
        if "|" in line and len(line) < 400:
            rows.append([cell.strip() for cell in line.rstrip().removesuffix("|").split("|")])
            continue
        if rows:
            yield rows
            rows = []
        if line.strip():
            yield line
    if rows:
        yield rows


def page(text: str, style: int) -> str:
    """A text as a page: 0 with divisions and classes, 1 with tables that place it, 2 with the tags of HTML5."""
    body = "".join(_block(block, style) for block in blocks(text))
    menu = '<div class="nav"><ul>' + "".join(f'<li><a href="#">{word}</a></li>' for word in MENU) + "</ul></div>"
    foot = f'<div class="footer">{FOOT}</div>'
    if style == 0:
        head = '<head><title>年报_某单位</title><script>var a = "<p>不是正文</p>";</script></head>'
        content = f'{menu}<div id="zoom">{body}</div><div>【打印】【关闭】</div>{foot}'
        return f"<!DOCTYPE html><html>{head}<body>{content}</body></html>"
    if style == 1:
        cells = (menu, "<a>首页</a> &gt; <a>公开</a>", body, foot)
        return f"<html><body><table>{''.join(f'<tr><td>{cell}</td></tr>' for cell in cells)}</table></body></html>"
    aside = "<aside><ul><li><a>相关新闻一</a></li></ul></aside>"
    return (
        f"<html><body><header><a>首页</a><a>新闻</a></header><article>{body}</article>{aside}<footer>联系我们</footer>"
    )


def glossed_page(text: str) -> str:
    """A page with pinyin over some characters, and what a reader does not see: a comment, hidden text."""
    gloss = r"<ruby>\g<0><rp>(</rp><rt>zhèng</rt><rp>)</rp></ruby><span style='display: none'>扰</span><!-- 注 -->"
    return re.sub("(?<=[\u4e00-\u9fff])政(?=府)", gloss, page(text, 0))


def _block(block: str | list[list[str]], style: int) -> str:
    if isinstance(block, str):
        return f"{html.escape(block)}<br>\n" if style == 2 else f"<p>{html.escape(block)}</p>"
    rows = ("".join(f"<td><p>{html.escape(cell)}</p></td>" for cell in row) for row in block)
    return f"<table border=1>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


# PDF, by hand: a font that is not embedded, with a map to Unicode, so that no font is needed.
_WIDTH, _SIZE, _LINE, _TOP, _BOTTOM, _LEFT = 45, 10, 14, 790, 60, 60
_MAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def"
    " 1 begincodespacerange <0000> <FFFF> endcodespacerange"
    f" 100 beginbfrange {' '.join(f'<{high:02X}00> <{high:02X}FF> <{high:02X}00>' for high in range(100))} endbfrange"
    f" 100 beginbfrange {' '.join(f'<{high:02X}00> <{high:02X}FF> <{high:02X}00>' for high in range(100, 200))} endbfrange"
    f" 56 beginbfrange {' '.join(f'<{high:02X}00> <{high:02X}FF> <{high:02X}00>' for high in range(200, 256))} endbfrange"
    " endcmap CMapName currentdict /CMap defineresource pop end end"
)


def pdf(text: str) -> bytes:
    """A text as a PDF: prose in printed lines with page numbers, tables with ruling lines."""
    pages: list[list[str]] = [[]]
    y = _TOP

    def room(height: int) -> None:
        nonlocal y
        if y - height < _BOTTOM:
            pages[-1].append(_shown(f"- {len(pages)} -", 290, 30))
            pages.append([])
            y = _TOP

    for block in blocks(text):
        if isinstance(block, str):
            for line in _cut(block, _WIDTH):
                room(_LINE)
                y -= _LINE
                pages[-1].append(_shown(line, _LEFT, y))
            continue
        columns = max(map(len, block))
        for row in block:
            widths = (
                [_WIDTH - 5 * (len(row) - 1), *(5 for _ in row[1:])] if columns < 8 else [_WIDTH // columns] * columns
            )
            cells = [_cut(cell, width - 1) for cell, width in zip(row, widths, strict=False)]
            height = _LINE * max(map(len, cells)) + 4
            room(height)
            x = _LEFT
            for cell, width in zip(cells, widths, strict=False):
                pages[-1].append(f"{x} {y - height} {width * _SIZE} {height} re S")
                pages[-1] += [_shown(line, x + 3, y - _LINE * (index + 1)) for index, line in enumerate(cell)]
                x += width * _SIZE
            y -= height
        y -= 6
    return pdf_of(["\n".join(page) for page in pages])


def _cut(text: str, width: int) -> list[str]:
    return [text[start : start + width] for start in range(0, len(text), width)] or [""]


def _shown(text: str, x: int, y: int) -> str:
    # Western characters are half as wide.
    pieces = " ".join(f"<{char.encode('utf-16-be').hex()}>{'' if char > '⺀' else ' 500'}" for char in text)
    return f"BT /F {_SIZE} Tf {x} {y} Td [{pieces}] TJ ET" if text else ""


def pdf_of(contents: list[str], extra: str = "", trailer: str = "") -> bytes:
    """A PDF whose pages have these content streams; `extra`: further objects, `trailer`: further entries of the trailer."""
    kids = " ".join(f"{6 + 2 * index} 0 R" for index in range(len(contents)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>",
        "<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>",
        "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
        " /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /ItalicAngle 0"
        " /FontBBox [0 -200 1000 900] /Ascent 900 /Descent -200 /CapHeight 900 /StemV 80 >> >>",
        f"<< /Length {len(_MAP)} >>\nstream\n{_MAP}\nendstream",
    ]
    for index, content in enumerate(contents):
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {7 + 2 * index} 0 R"
        objects.append(f"{page} /Resources << /Font << /F 3 0 R >> >> >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    out, places = "%PDF-1.7\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{text}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out) + len(extra)
    size = len(objects) + 1
    out += f"{extra}xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
    return f"{out}startxref\n{start}\n%%EOF\n".encode("latin-1")


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(text: str) -> bytes:
    """A text as a Word file, with words that a change took away."""
    return docx_of(
        "".join(_paragraph(block) if isinstance(block, str) else _word_table(block) for block in blocks(text))
    )


def docx_of(body: str, **extra: str) -> bytes:
    """A Word file of some markup; `extra`: further entries."""
    entries = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": f'<?xml version="1.0"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
    }
    return zipped(entries | extra)


def zipped(entries: dict[str, str | bytes]) -> bytes:
    """An archive."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx_counted(text: str) -> bytes:
    """A text as a Word file whose headings (一、 and （一）) have numbers that Word counts itself."""
    lists: list[str] = []
    body = ""
    for block in blocks(text):
        heading = (
            re.match(r"[ \u3000]*(?:([一二三四五六七八九])、|[（(]([一二三四五六七八九])[）)])", block)
            if isinstance(block, str)
            else None
        )
        if not isinstance(block, str) or not heading:
            body += _paragraph(block) if isinstance(block, str) else _word_table(block)
            continue
        depth = 0 if heading[1] else 1
        start = "一二三四五六七八九".index(heading[1] or heading[2]) + 1
        override = f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        lists.append(f'<w:num w:numId="{len(lists) + 1}"><w:abstractNumId w:val="0"/>{override}</w:num>')
        number = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{len(lists)}"/></w:numPr>'
        body += f"<w:p><w:pPr>{number}</w:pPr>{_paragraph(block[heading.end() :])[5:]}"
    levels = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="{label}"/></w:lvl>'
        for depth, label in enumerate(("%1、", "（%2）"))
    )
    numbering = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>{"".join(lists)}'
    return docx_of(body, **{"word/numbering.xml": f'<w:numbering xmlns:w="{WORD}">{numbering}</w:numbering>'})


def _paragraph(text: str) -> str:
    half = len(text) // 2
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{html.escape(part)}</w:t></w:r>' for part in (text[:half], text[half:])
    )
    return f"<w:p>{runs}<w:del><w:r><w:delText>扰</w:delText></w:r></w:del></w:p>"


def _word_table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<w:tc><w:tcPr/>{_paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def xlsx(text: str) -> bytes:
    """A text as a spreadsheet, a line a row; tables in columns."""
    rows = [row for block in blocks(text) for row in ([[block]] if isinstance(block, str) else block)]
    return xlsx_of(rows)


def xlsx_of(rows: list[list[str]], merged: tuple[str, ...] = ()) -> bytes:
    """A spreadsheet with these cells, numbers as numbers."""
    lines = (
        "".join(_sheet_cell(cell, number, column) for column, cell in enumerate(row))
        for number, row in enumerate(rows, 1)
    )
    data = "".join(f'<row r="{number}">{line}</row>' for number, line in enumerate(lines, 1))
    merges = "".join(f'<mergeCell ref="{area}"/>' for area in merged)
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    merges = f"<mergeCells>{merges}</mergeCells>" if merges else ""
    book = '<sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
    start = f'<Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.xml"/>'
    target = f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": f'<Relationships xmlns="{package}">{start}</Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}">{book}</workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}">{target}</Relationships>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{data}</sheetData>{merges}</worksheet>',
        }
    )


def _sheet_cell(cell: str, row: int, column: int) -> str:
    place = f"{chr(65 + column)}{row}"
    if re.fullmatch(r"\d{1,9}", cell):
        return f'<c r="{place}"><v>{cell}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{html.escape(cell)}</t></is></c>' if cell else ""
