"""Word files, spreadsheets and archives: what of them is text, cells that are one, and packages meant to do harm."""

import io
import time
import zipfile
from pathlib import Path

import pytest
from dresses import docx, docx_of, xlsx_of, zipped

from gigraph.documents import document_of, legacy
from gigraph.errors import ReadError
from gigraph.models import Document

PROSE = "本报告根据《中华人民共和国政府信息公开条例》的要求编制。"
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def stream(name: str) -> bytes:
    return OLD + name.encode("utf-16-le") + bytes(600)


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(run(text))}</w:tc>"


def grid(document: Document) -> list[list[str]]:
    (table,) = document.tables
    rows: dict[int, list[str]] = {}
    for row, _, text, span in table.cells:
        assert span.of(document.text).strip("|") == text
        rows.setdefault(row, []).append(text)
    return [rows[row] for row in sorted(rows)]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(run("一"), run("二")) + paragraph() + paragraph(run("三")), "一二\n三"),
        (paragraph("<w:r><w:t>一</w:t><w:br/><w:t>二</w:t><w:tab/><w:t>三</w:t></w:r>"), "一\n二 三"),
        (paragraph(run("留"), f"<w:del>{run('去')}</w:del>", f"<w:ins>{run('新')}</w:ins>"), "留新"),
        (paragraph(f"<w:moveFrom>{run('去')}</w:moveFrom>", f"<w:moveTo>{run('来')}</w:moveTo>"), "来"),
        (paragraph(run("显"), run("隐", "<w:vanish/>"), run("见", '<w:vanish w:val="0"/>')), "显见"),
        (paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>", f"<w:hyperlink>{run('链')}</w:hyperlink>"), "链"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(run('控'))}</w:sdtContent></w:sdt>", "控"),
        (
            paragraph(run("前"), f"<w:r><w:pict><w:txbxContent>{paragraph(run('框'))}</w:txbxContent></w:pict></w:r>", run("后")),
            "前后\n框",
        ),
        (f"<w:tbl><w:tr>{cell('独')}</w:tr></w:tbl>", "独"),
        (f"<w:tbl><w:tr>{cell(PROSE * 12)}{cell('二')}</w:tr></w:tbl>", f"{PROSE * 12}\n二"),
        (paragraph(run("&#xA0;一&#x2028;二&#xFFFD;")), "\xa0一\u2028二\ufffd"),
    ],
)  # fmt: skip
def test_words_of_a_word_file(body: str, text: str) -> None:
    assert document_of(docx_of(body), "a.docx").text.rstrip("\n") == text.strip()


def test_cells_of_a_word_table_that_are_one() -> None:
    rows = [
        cell("项目", '<w:vMerge w:val="restart"/>') + cell("件数", '<w:gridSpan w:val="2"/>'),
        cell("", "<w:vMerge/>") + cell("新收") + cell("结转"),
        cell("公开") + cell("1") + cell(""),
    ]
    body = (
        paragraph(run("前")) + f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>" + paragraph(run("后"))
    )
    document = document_of(docx_of(body), "a.docx")
    assert document.text == "前\n项目 | 件数 |\n新收 | 结转 |\n公开 | 1 | |\n后\n"
    assert grid(document) == [["项目", "件数", "件数"], ["项目", "新收", "结转"], ["公开", "1", ""]]


def test_a_spreadsheet() -> None:
    pytest.importorskip("python_calamine")
    rows = [["政府信息公开情况统计表"], [], ["指标", "件数", ""], ["", "新收", "结转"], ["公开", "320", ""], [PROSE]]
    document = document_of(xlsx_of(rows, ("A3:A4", "B3:C3")), "a.xlsx")
    assert document.text == f"政府信息公开情况统计表\n指标 | 件数 |\n新收 | 结转 |\n公开 | 320 | |\n{PROSE}\n"
    assert grid(document) == [["指标", "件数", "件数"], ["指标", "新收", "结转"], ["公开", "320", ""]]


def test_an_archive_of_one_document() -> None:
    document = document_of(zipped({"年报/报告.txt": PROSE, "年报/图.png": b"x", "__MACOSX/报告.txt": b"x"}), "a.zip")
    assert document.text == PROSE


def bomb(name: str, size: int) -> bytes:
    return zipped({"word/document.xml" if name == "docx" else name: b"<a>" + b" " * size})


def twins() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "a")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", "b")
    return buffer.getvalue()


def locked() -> bytes:
    data = bytearray(zipped({"word/document.xml": "a"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>'
MISSING = zipped({"word/styles.xml": "a"})


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (bomb("docx", 100 * 2**20), "E-ZIP-BOMB"),
        (bomb("a.txt", 100 * 2**20), "E-ZIP-BOMB"),
        (docx_of("", **{f"word/{number}.xml": "" for number in range(3000)}), "E-ZIP-ENTRIES"),
        (docx_of("", **{"../../etc/passwd": "a"}), "E-ZIP-NAME"),
        (docx_of("", **{"/etc/passwd": "a"}), "E-ZIP-NAME"),
        (twins(), "E-ZIP-NAME"),
        (locked(), "E-ENCRYPTED"),
        (zipped({"word/document.xml": f"<?xml version='1.0'?>{LAUGHS}<a>&c;</a>"}), "E-DTD"),
        (zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}), "E-DTD"),
        (zipped({"word/document.xml": " " * 5000 + LAUGHS + "<a>&c;</a>"}), "E-DTD"),
        (docx_of("<w:sdt>" * 100_000), "E-DEPTH"),
        (docx_of("<w:tbl><w:tr><w:tc>" * 70 + "</w:tc></w:tr></w:tbl>" * 70), "E-DEPTH"),
        (docx_of("<w:p>"), "E-CORRUPT"),
        (docx_of(PROSE)[:300], "E-CORRUPT"),
        (docx_of(PROSE)[:-30], "E-CORRUPT"),
        (MISSING, "E-CORRUPT"),
        (docx_of("<w:p/>"), "E-EMPTY"),
        (zipped({"a.txt": "a", "b.txt": "b"}), "E-ARCHIVE"),
        (zipped({"a.png": "a"}), "E-ARCHIVE"),
        (zipped({"a.zip": zipped({"a.txt": PROSE})}), "E-ARCHIVE"),
        (zipped({"xl/workbook.xml": "a"}), "E-CORRUPT"),
        (stream("EncryptedPackage"), "E-ENCRYPTED"),
        (stream("Workbook"), "E-CORRUPT"),
        (stream("PowerPoint Document"), "E-CORRUPT"),
        (OLD, "E-CORRUPT"),
    ],
    ids=range(25),
)  # fmt: skip
def test_packages_that_do_harm_or_are_damaged(data: bytes, code: str) -> None:
    start = time.monotonic()
    with pytest.raises(ReadError) as caught:
        document_of(data, "报告.docx")
    assert (caught.value.code, caught.value.where) == (code, "报告.docx")
    assert time.monotonic() - start < 5


def test_a_sheet_that_is_larger_than_it_looks() -> None:
    pytest.importorskip("python_calamine")
    far = xlsx_of([["a", "b"]])
    with zipfile.ZipFile(io.BytesIO(far)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    entries["xl/worksheets/sheet1.xml"] = entries["xl/worksheets/sheet1.xml"].replace(b'r="B1"', b'r="XFD1048576"')
    with pytest.raises(ReadError, match="E-TABLE-LIMIT"):
        document_of(zipped(entries), "a.xlsx")


def test_an_old_word_file_without_a_program_that_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy.shutil, "which", lambda name: None)
    with pytest.raises(ReadError, match=r"E-LEGACY .*Install antiword or LibreOffice, or save it as docx"):
        document_of(stream("WordDocument"), "a.doc")


@pytest.mark.parametrize(("exit_code", "read"), [(0, True), (1, False)])
def test_an_old_word_file_through_another_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exit_code: int, read: bool
) -> None:
    program = tmp_path / "antiword"
    program.write_text(
        f"#!/bin/sh\ntest -f \"$5\" && printf '{PROSE}\\n|公开 |1 |\\n|申请 |0 |\\n'\nexit {exit_code}\n", "utf-8"
    )
    program.chmod(0o755)
    monkeypatch.setattr(legacy.shutil, "which", lambda name: str(program) if name == "antiword" else None)
    if read:
        document = document_of(stream("WordDocument"), "a.doc")
        assert document.text == f"{PROSE}\n公开 | 1 |\n申请 | 0 |\n"
        assert document.source.media_type == "application/msword"
    else:
        with pytest.raises(ReadError, match="E-LEGACY"):
            document_of(stream("WordDocument"), "a.doc")


@pytest.mark.parametrize(
    ("table", "office_works", "told"), [(True, True, "office"), (True, False, "|"), (False, True, "")]
)
def test_an_old_word_file_with_tables_goes_through_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: bool, office_works: bool, told: str
) -> None:
    programs = {"antiword": tmp_path / "antiword", "soffice": tmp_path / "soffice"}
    rows = "|公开 |1 |\\n|申请 |0 |\\n" if table else ""
    programs["antiword"].write_text(f"#!/bin/sh\nprintf '{PROSE}\\n{rows}'\n", "utf-8")
    (tmp_path / "a.docx").write_bytes(docx(f"{PROSE}\noffice"))
    copy = f'cp {tmp_path / "a.docx"} "$7/document.docx"' if office_works else "exit 1"
    programs["soffice"].write_text(f"#!/bin/sh\n{copy}\n", "utf-8")
    for program in programs.values():
        program.chmod(0o755)
    monkeypatch.setattr(legacy.shutil, "which", lambda name: str(programs[name]) if name in programs else None)
    text = document_of(stream("WordDocument"), "a.doc").text
    assert PROSE in text
    assert [word for word in ("office", "|") if word in text] == ([told] if told else [])


def test_a_missing_library_is_told_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "python_calamine", None)
    with pytest.raises(ReadError, match=r"E-NEEDS a.xlsx: .* pip install 'gigraph\[office\]'"):
        document_of(xlsx_of([["a"]]), "a.xlsx")
