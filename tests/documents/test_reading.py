"""Any file gives a document or a ReadError with a stable code, the file's name and what to do."""

import errno
import hashlib
import io
import os
import socket
import zipfile
from itertools import chain, repeat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigraph.documents import document_of, documents_in, printable, read_document
from gigraph.documents.kinds import kind_of
from gigraph.errors import ReadError
from gigraph.text.view import visible_view

TEXT = "某县2018年政府信息公开工作年度报告\n根据《中华人民共和国政府信息公开条例》的要求，编制本报告。\n"


def packed(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


def code_of(path: Path, **options: int) -> str:
    with pytest.raises(ReadError) as caught:
        read_document(path, **options)
    assert printable(str(path)) in str(caught.value)
    return caught.value.code


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    document = read_document(path)
    assert document.text == TEXT
    assert document.source.key == "年报.txt"
    assert (document.source.encoding, document.source.media_type) == ("utf-8", "text/plain")
    assert document.source.digest == hashlib.sha256(path.read_bytes()).hexdigest()
    assert document.digest == hashlib.sha256(TEXT.encode()).hexdigest()
    assert read_document(path, "湖南/年报.txt").source.key == "湖南/年报.txt"


def test_markdown_is_told_and_its_marks_are_junk(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("# 某县年度报告\n\n## 一、**概述**\n\n认真公开政府信息。\n", "utf-8")
    document = read_document(path)
    assert document.source.media_type == "text/markdown"
    body = "".join(block.span.of(document.text) for block in document.blocks if block.role == "body")
    assert body.replace("\n", "") == "某县年度报告一、概述认真公开政府信息。"


@pytest.mark.parametrize(
    ("data", "code", "named"),
    [
        (b"", "E-EMPTY", "no text"),
        (b"\xef\xbb\xbf", "E-EMPTY", "no text"),
        (" \n\u3000\t\xa0\n".encode(), "E-EMPTY", "no text"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "E-NOT-TEXT", "PNG"),
        (b"\x7fELF" + bytes(300), "E-NOT-TEXT", "program"),
        (bytes(range(256)) * 40, "E-NOT-TEXT", "no text"),
        (bytes(5000), "E-NOT-TEXT", "no text"),
        (os.urandom(5000), "E-NOT-TEXT", "no text"),
        (packed("ppt/presentation.xml"), "E-UNSUPPORTED", "PowerPoint"),
        (packed("OFD.xml"), "E-CORRUPT", "damaged"),
        (b"WARC/1.0\r\n", "E-UNSUPPORTED", "WARC"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n", "E-CORRUPT", "no page"),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, code: str, named: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_document(path)
    assert caught.value.code == code
    assert named in caught.value.what
    assert str(path) in str(caught.value)


def test_text_with_angle_brackets_is_text() -> None:
    text = "见<条例>和<p>。" + TEXT * 20
    assert kind_of(text.encode()) is None
    assert document_of(text.encode(), "a.txt").text == text


def test_nul_bytes_in_a_text_are_replaced_and_told() -> None:
    document = document_of((TEXT + "\0").encode() * 3, "a.txt")
    assert document.text == (TEXT + " ") * 3
    assert document.warnings == ("W-CTRL",)


def test_what_is_not_a_regular_file_is_refused_and_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert code_of(tmp_path) == "E-NOT-REGULAR"
    os.mkfifo(tmp_path / "fifo.txt")
    assert code_of(tmp_path / "fifo.txt") == "E-NOT-REGULAR"
    assert code_of(Path("/dev/null")) == "E-NOT-REGULAR"
    with socket.socket(socket.AF_UNIX) as listener:
        monkeypatch.chdir(tmp_path)
        listener.bind("s.txt")
        assert code_of(tmp_path / "s.txt") == "E-NOT-REGULAR"


def test_what_is_not_there_or_cannot_be_reached(tmp_path: Path) -> None:
    assert code_of(tmp_path / "none.txt") == "E-MISSING"
    assert code_of(tmp_path / ("x" * 300)) == "E-MISSING"
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert code_of(tmp_path / "loop") == "E-SYMLINK"
    with pytest.raises(ReadError, match="E-MISSING"):
        read_document(tmp_path / "a\0b")


@pytest.mark.parametrize(("number", "code"), [(errno.EACCES, "E-PERM"), (errno.EIO, "E-IO"), (errno.ENXIO, "E-IO")])
def test_a_file_that_the_system_does_not_give(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")

    def refuse(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", refuse)
    assert code_of(path) == code


def test_a_file_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    stats = chain([os.stat(path)], repeat(os.stat(__file__)))
    monkeypatch.setattr(os, "fstat", lambda _: next(stats))
    assert code_of(path) == "E-CHANGED"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(10**12)
    assert code_of(path) == "E-TOO-LARGE"
    path.write_text(TEXT, "utf-8")
    assert code_of(path, max_bytes=10) == "E-TOO-LARGE"


def test_names_of_files(tmp_path: Path) -> None:
    gbk = os.fsdecode("年报.txt".encode("gbk"))
    (tmp_path / gbk).write_text(TEXT, "utf-8")
    assert read_document(tmp_path / gbk).source.key == "年报.txt"
    assert printable("a\x1b[31m\n%") == "a\\x1b[31m\\n%"
    (tmp_path / "-rf ").write_text(TEXT, "utf-8")
    assert read_document(tmp_path / "-rf ").text == TEXT


def test_the_documents_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("2.txt", "10.TXT", "b/1.pdf", "b/t20180123", ".hidden/a.txt", ".a.txt", "links.tsv", "x.png"):
        (tmp_path / name).write_text("x")
    (tmp_path / "out").symlink_to("/")
    (tmp_path / "link.txt").symlink_to(tmp_path / "2.txt")
    problems: list[ReadError] = []
    found = [path.relative_to(tmp_path).as_posix() for path in documents_in(tmp_path, problems.append)]
    assert found == ["10.TXT", "2.txt", "b/1.pdf", "b/t20180123"]
    assert [f"{error.code} {Path(error.where).name}" for error in problems] == ["W-SYMLINK link.txt", "W-SYMLINK out"]
    assert len(list(documents_in(tmp_path))) == 4


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="E-IO"):
        list(documents_in(tmp_path / "none"))


@given(st.binary(max_size=600) | st.text(max_size=300).map(str.encode))
def test_any_bytes_give_a_document_or_a_read_error(data: bytes) -> None:
    try:
        document = document_of(data, "a.txt")
    except ReadError as error:
        assert error.where == "a.txt"  # noqa: PT017
        return
    assert document.text.strip()
    ends = [0]
    for block in document.blocks:
        assert ends[-1] <= block.span.start < block.span.end <= len(document.text)
        ends.append(block.span.end)
    outside = set(range(len(document.text))).difference(*(range(b.span.start, b.span.end) for b in document.blocks))
    assert all(document.text[place].isspace() for place in outside)
    assert all(visible_view(field.span.of(document.text)).text == field.value for field in document.metadata)


def test_a_path_is_text_too_and_may_lie_in_an_archive(tmp_path: Path) -> None:
    text = "某县财政局2017年政府信息公开工作年度报告\n" + "本年度主动公开政府信息12条。\n" * 9
    with zipfile.ZipFile(tmp_path / "reports.zip", "w") as archive:
        archive.writestr("2017/a.txt", text)
        archive.writestr("2017/b.txt", text)
    (tmp_path / "c.txt").write_text(text, "utf-8")
    assert read_document(str(tmp_path / "c.txt")).text == text
    found = read_document(f"{tmp_path}/reports.zip!/2017/b.txt")
    assert (found.source.key, found.text) == ("reports.zip!/2017/b.txt", text)
    with pytest.raises(ReadError, match="E-MISSING"):
        read_document(f"{tmp_path}/reports.zip!/2017/d.txt")
