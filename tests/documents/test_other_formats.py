"""RTF, OpenDocument texts, OFD; the suffix against the content; archives that are named and not opened."""

import gzip
import io
import zipfile

import pytest
from dresses import docx_of, zipped

from gigraph.documents import document_of
from gigraph.documents.kinds import kind_of
from gigraph.errors import ReadError

PROSE = "本报告根据《中华人民共和国政府信息公开条例》的要求编制。"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"


def stored(data: dict[str, str]) -> bytes:
    """A package whose first entry is not packed, as OpenDocument asks."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in data.items():
            package.writestr(name, content)
    return buffer.getvalue()


def opendocument(body: str, **entries: str) -> bytes:
    content = f'<o xmlns:text="{TEXT}" xmlns:table="{TABLE}"><body><text:text>{body}</text:text></body></o>'
    return stored({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content} | entries)


def ofd(*pages: str) -> bytes:
    """A package of GB/T 33190 with these objects on its pages."""
    space = 'xmlns:ofd="http://www.ofdspec.org/2016"'
    listed = "".join(f'<ofd:Page BaseLoc="Pages/Page_{n}/Content.xml"/>' for n in range(len(pages)))
    entries = {
        "OFD.xml": f"<ofd:OFD {space}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {space}><ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
    }
    for number, page in enumerate(pages):
        entries[f"Doc_0/Pages/Page_{number}/Content.xml"] = (
            f"<ofd:Page {space}><ofd:Layer>{page}</ofd:Layer></ofd:Page>"
        )
    return zipped(dict(entries))


def piece(text: str, left: float, top: float) -> str:
    code = f'<ofd:TextCode X="0" Y="4">{text}</ofd:TextCode>'
    return f'<ofd:TextObject Boundary="{left} {top} 100 5" Size="4">{code}</ofd:TextObject>'


def rtf(text: str) -> bytes:
    """In the two ways that Chinese is written: bytes of the code page, and numbers of Unicode."""
    coded = "".join(f"\\'{byte:02x}" for byte in text[:5].encode("gbk"))
    rest = "".join(f"\\u{ord(char)}?" for char in text[5:])
    return f"{{\\rtf1\\ansi\\ansicpg936\\uc1 {coded}{rest}\\par}}".encode()


def test_rtf() -> None:
    pytest.importorskip("striprtf")
    document = document_of(rtf(PROSE), "a.rtf")
    assert document.text.strip() == PROSE
    assert (document.source.media_type, document.warnings) == ("application/rtf", ())


def test_a_table_in_rtf() -> None:
    pytest.importorskip("striprtf")
    rows = "".join(rf"\trowd {a}\cell {b}\cell\row " for a, b in (("xm", "jian"), ("gk", "3")))
    document = document_of(rf"{{\rtf1\ansi before\par {rows}\pard after\par}}".encode(), "a.rtf")
    assert "xm | jian |\ngk | 3 |\n" in document.text


def test_opendocument_text() -> None:
    rows = "".join(
        f"<table:table-row>{''.join(f'<table:table-cell><text:p>{cell}</text:p></table:table-cell>' for cell in row)}</table:table-row>"
        for row in (("项目", "件数"), ("公开", "3"))
    )
    body = (
        f"<text:tracked-changes><text:p>删去</text:p></text:tracked-changes><text:h>一、概述</text:h>"
        f"<text:p>{PROSE[:5]}<text:span>{PROSE[5:]}</text:span><text:line-break/>二</text:p><table:table>{rows}</table:table>"
    )
    document = document_of(opendocument(body), "a.odt")
    assert document.text == f"一、概述\n{PROSE}\n二\n项目 | 件数 |\n公开 | 3 |\n"
    assert len(document.tables) == 1
    with pytest.raises(ReadError, match="E-ENCRYPTED"):
        document_of(opendocument("", **{"META-INF/manifest.xml": "<a><encryption-data/></a>"}), "a.odt")


def test_a_table_in_a_cell_of_an_opendocument_text_is_read_once() -> None:
    def table(*cells: str) -> str:
        row = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in cells)
        return f"<table:table><table:table-header-rows><table:table-row>{row}</table:table-row></table:table-header-rows></table:table>"

    inner = table("<text:p>项目</text:p>", "<text:p>件数</text:p>")
    document = document_of(opendocument(table(f"<text:p>{PROSE}</text:p>{inner}")), "a.odt")
    assert document.text == f"{PROSE}\n项目 | 件数 |\n"


def test_ofd_in_the_order_of_the_page() -> None:
    first = piece("条例》的要求", 80, 30) + piece("根据《政府信息公开", 20, 30.2) + piece("年度报告", 60, 20)
    document = document_of(ofd(first, piece("第二页的文字也要读到", 20, 20)), "a.ofd")
    assert document.text == "年度报告\n根据《政府信息公开 条例》的要求\n第二页的文字也要读到\n"
    assert document.source.media_type == "application/ofd"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (ofd(""), "E-SCANNED"),
        (zipped({"OFD.xml": "<a><DocRoot>none.xml</DocRoot></a>"}), "E-CORRUPT"),
        (zipped({"OFD.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a/>'}), "E-DTD"),
        (opendocument("<text:section>" * 60 + "</text:section>" * 60), "E-DEPTH"),
        (stored({"mimetype": "application/vnd.oasis.opendocument.text"}), "E-CORRUPT"),
    ],
)
def test_what_cannot_be_read_is_told(data: bytes, code: str) -> None:
    with pytest.raises(ReadError) as caught:
        document_of(data, "a.ofd")
    assert (caught.value.code, caught.value.where) == (code, "a.ofd")


@pytest.mark.parametrize("data", [gzip.compress(b"a"), b"Rar!\x1a\x07\x00", b"7z\xbc\xaf\x27\x1c"])
def test_other_archives_are_named(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"E-UNSUPPORTED .*archive.*Unpack it and build the folder"):
        document_of(data, "a.rar")


def test_an_archive_with_a_folder_called_word_is_no_word_file() -> None:
    assert kind_of(stored({"word/年报.docx": docx_of("").decode("latin-1"), "a.txt": "x"})) == ("a ZIP archive", True)
    assert kind_of(docx_of("")) == ("a Word file (docx)", True)
