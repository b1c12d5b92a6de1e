"""Every bad input of the reliability contract, through a real build with worker processes: what a user is told of it.

Each file ends as exactly one of ok, ok with warnings, skipped; codes are stable, and a message says what, where and how
to mend it. The number of a case is its row in the contract's table. Where we answer otherwise, a comment says why.
"""

import io
import json
import os
import re
import shutil
import socket
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from dresses import docx_of, page, pdf, pdf_of, zipped

from gigraph.build import Limits, Summary, build
from gigraph.build.plan import keys_of
from gigraph.cli import main
from gigraph.documents import document_of
from gigraph.registry.problem_codes import problem_codes
from gigraph.store import open_graph
from gigraph.store.manifest import read_entries

ROOT = Path(__file__).parents[2]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
LAUGHS = '<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>'
LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<00> <00>]"


def report(number: str, more: str = "") -> str:
    """A short report of an agency of its own, so that no two are copies."""
    name = f"云山县第{number}中学"
    return (
        f"{name}2016年政府信息公开工作年度报告\n\n"
        f"根据《中华人民共和国政府信息公开条例》的要求，现公布{name}2016年度政府信息公开工作年度报告。\n"
        f"2016年，我校通过门户网站主动公开政府信息12条，没有收到依申请公开的申请。{more}\n"
        f"\n{name}\n2017年3月1日\n"
    )


@dataclass(frozen=True)
class Case:
    """row: in the table. make: the bytes, or what puts the file there. code: of the problem, E-..., or nothing."""

    row: int
    name: str
    make: bytes | Callable[[Path], None]
    code: str = ""
    warnings: tuple[str, ...] = ()
    told: str = ""
    needs: str = ""  # a library, a program or a right


def garbled(number: str) -> bytes:
    lines = report(number).splitlines(keepends=True)
    return b"".join(line.encode("gb18030" if index % 2 else "utf-8") for index, line in enumerate(lines))


def sparse(path: Path) -> None:
    with open(path, "wb") as file:
        file.truncate(2**40)


SCAN = "q 500 0 0 700 40 40 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q"


def shown(text: str) -> str:
    """A text as the content of a page, line by line."""
    lines = [line[start : start + 40] for line in text.split("\n") for start in range(0, len(line), 40)]
    return "\n".join(
        f"BT /F 10 Tf 60 {780 - 16 * number} Td <{line.encode('utf-16-be').hex()}> Tj ET"
        for number, line in enumerate(lines)
    )


def named(target: str) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_text(report(target), "utf-8")

    return make


def unix_socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(path))  # its whole path may be too long for a socket


def deep_folders(path: Path) -> None:
    """Folders so deep that the path of the last is longer than the system takes."""
    path.mkdir()
    here = os.open(path, os.O_RDONLY)
    for _ in range(400):
        os.mkdir("a-long-name", dir_fd=here)
        here, before = os.open("a-long-name", os.O_RDONLY, dir_fd=here), here
        os.close(before)
    os.close(here)


def flate(stream: bytes, filters: str = "/FlateDecode") -> bytes:
    """A PDF of one page whose content is packed."""
    data = pdf_of(["CONTENT"])
    head, tail = data.split(b"<< /Length 7 >>\nstream\nCONTENT")
    return head + b"<< /Length %d /Filter %s >>\nstream\n" % (len(stream), filters.encode()) + stream + tail


def twice(size: int) -> bytes:
    return zlib.compress(zlib.compress(bytes(size), 9), 9)


def many_pages(count: int) -> bytes:
    data = pdf_of([""])
    kids = b"/Kids [" + b"6 0 R " * count + b"] /Count %d" % count
    return data.replace(b"/Kids [6 0 R] /Count 1", kids)


def entries(count: int) -> bytes:
    return docx_of("<w:p/>", **{f"word/{number}.xml": "" for number in range(count)})


def twin_entries() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("word/document.xml", "a")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", "b")
    return buffer.getvalue()


def paragraphs(text: str) -> str:
    return "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in text.splitlines())


def web(text: str, head: str = "", attributes: str = "") -> bytes:
    body = "".join(f"<p>{line}</p>" for line in text.splitlines())
    return f"<html><head>{head}</head><body {attributes}>{body}</body></html>".encode()


CASES = (
    Case(1, "gbk.txt", report("1a").encode("gbk")),
    Case(1, "gb18030.txt", report("1b", "㐀𠀀").encode("gb18030")),
    Case(2, "bom.txt", b"\xef\xbb\xbf" + report("2").encode()),
    Case(3, "utf16.txt", report("3a").encode("utf-16")),
    Case(3, "utf16be.txt", b"\xfe\xff" + report("3b").encode("utf-16-be")),
    Case(3, "utf32.txt", report("3c").encode("utf-32")),
    Case(4, "utf16-without-mark.txt", report("4").encode("utf-16-le"), warnings=("W-ENC-GUESS",)),
    Case(5, "cut.txt", report("5").encode()[:-8] + "日".encode()[:2], warnings=("W-ENC-REPAIRED",)),
    Case(6, "mixed.txt", garbled("6"), warnings=("W-ENC-MIXED",)),
    Case(6, "noise.txt", report("6b").encode() + "政府信息".encode() .join([b"\xff\xfe\xfd"] * 60), "E-ENC", told="Save the file as UTF-8"),
    Case(7, "short.txt", "政府信息公开年报".encode("gbk"), warnings=("W-NO-BODY",)),
    Case(8, "lies.html", web(report("8"), '<meta charset="gb2312">'), warnings=("W-ENC-DECL",)),
    Case(9, "controls.txt", report("9").replace("主动", "\0主\x01动").encode(), warnings=("W-CTRL",)),
    Case(10, "impossible.txt", report("10").replace("主动", "主\ufffe\uffff动").encode(), warnings=("W-CTRL",)),
    Case(10, "private.txt", report("10b").replace("主动", "主动\ue000").encode()),
    Case(11, "surrogates.html", b"<html><script>var a = " + json.dumps(report("11") + "字" * 150 + "\ud800").encode() + b"</script></html>", warnings=("W-CTRL", "W-SCRIPT")),
    Case(12, "bidi.txt", report("12", "\u202e左右\u202c").encode(), warnings=("W-BIDI",)),
    Case(13, "spaces.txt", report("13").replace("政府", "政\u200b府").replace("2016", "2016\u3000").replace("12", "\xa012").encode()),
    Case(14, "full-width.txt", report("14").translate({48 + digit: 0xFF10 + digit for digit in range(10)}).encode()),
    Case(15, "numerals.txt", report("15", "受理申请三百二十件，廿三件已答复，二〇件未答复。").encode()),
    Case(16, "superscripts.txt", report("16", "公开信息12²条，受理①件，答复½件。").encode()),
    Case(17, "huge.txt", report("17", f"公开信息{'9' * 5000}条。").encode(), warnings=("W-NUM-RANGE",)),
    Case(18, "floats.txt", report("18", "公开信息1e400条，受理-3件，答复12.5件，nan件。").encode(), warnings=("W-NUM-RANGE",)),
    Case(19, "thousands.txt", report("19", "公开信息1,234条，受理1，234件，答复1 234件，1_000件。").encode()),
    Case(20, "dates.txt", report("20", "本办法自2015年2月30日起施行，至20155年1月1日止，0年，99999-01-01。").encode(), warnings=("W-DATE",)),
    Case(21, "years.txt", report("21", "所列数据的统计期限自2013年1月1日起至2013年12月31日止。").encode(), warnings=("W-YEAR-CONFLICT",)),
    Case(21, "serials.txt", report("21b", "印发国办发〔2015〕1至60号文件。").encode(), warnings=("W-SERIALS",)),
    Case(21, "number.txt", report("21c", "印发国办发〔〕47号文件。").encode(), warnings=("W-NUMBER",)),
    Case(22, "brackets.txt", report("22", "印发《关于〈信息〉的《通知》，另有《办法。").encode(), warnings=("W-BRACKET",)),
    Case(23, "hundred-thousand-brackets.txt", report("23", "《" * 100_000).encode(), warnings=("W-BRACKET",)),
    Case(23, "million-brackets.txt", report("23b", "《" * 1_000_000).encode(), warnings=("W-BRACKET",)),
    Case(24, "digits.txt", report("24", "1" * 100_000).encode(), warnings=("W-NUM-RANGE",)),
    Case(24, "blanks.txt", report("24b", " " * 100_000).encode()),
    Case(24, "repeated.txt", report("24c", "共计" * 50_000).encode()),
    Case(24, "letters.txt", report("24d", "a" * 100_000 + "b").encode()),
    Case(25, "terabyte.txt", sparse, "E-TOO-LARGE", told="more than 50 MB"),
    Case(26, "empty.txt", b"", "E-EMPTY"),
    Case(26, "white.txt", " \n\t\u3000\n".encode(), "E-EMPTY"),
    Case(26, "mark.txt", b"\xef\xbb\xbf", "E-EMPTY"),
    Case(27, "picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "E-NOT-TEXT", told="PNG"),
    Case(27, "program.txt", b"MZ" + bytes(range(256)) * 40, "E-NOT-TEXT"),
    Case(28, "page.txt", page(report("28a"), 0).encode(), warnings=("W-EXT",)),
    Case(28, "word.txt", docx_of(paragraphs(report("28b"))), warnings=("W-EXT",)),
    Case(28, "print.txt", pdf(report("28c")), warnings=("W-EXT",), needs="pypdfium2"),
    Case(28, "text.pdf", report("28d").encode(), warnings=("W-EXT",)),
    Case(28, "text.docx", report("28e").encode(), warnings=("W-EXT",)),
    Case(28, "page.doc", page(report("28f"), 0).encode(), warnings=("W-EXT",)),
    Case(29, "fifo.txt", os.mkfifo, "E-NOT-REGULAR"),
    Case(29, "socket.txt", unix_socket, "E-NOT-REGULAR"),
    Case(30, "loop", lambda path: path.symlink_to(path.parent), warnings=("W-SYMLINK",), told="not followed"),
    Case(30, "outside.txt", lambda path: path.symlink_to("/etc/passwd"), warnings=("W-SYMLINK",)),
    Case(31, "forbidden.txt", lambda path: (path.write_text("x"), path.chmod(0))[1], "E-PERM", told="chmod", needs="not root"),
    Case(31, "forbidden", lambda path: path.mkdir(0), "E-PERM", needs="not root"),
    Case(33, "a\nb.txt", named("33a")),
    Case(33, "\x1b[31m.txt", named("33b")),
    Case(33, "-rf.txt", named("33c")),
    Case(33, "100%25.txt", named("33d")),
    Case(33, "end .txt", named("33e")),
    Case(33, "CON", named("33f")),
    Case(34, os.fsdecode("年报.txt".encode("gbk")), named("34")),
    Case(35, "é.txt", named("35a"), warnings=("W-NAME-TWIN",)),
    Case(35, "e\u0301.txt", named("35b"), warnings=("W-NAME-TWIN",)),
    Case(35, "case.txt", named("35c"), warnings=("W-NAME-TWIN",)),
    Case(35, "CASE.txt", named("35d"), warnings=("W-NAME-TWIN",)),
    # A path of more than 4,096 bytes has no name for the system; what lies there is told and the rest is built.
    Case(36, "deep", deep_folders, "E-IO", told="name too long"),
    Case(42, "news.txt", "昨天，我市举行了春季运动会，参加比赛的共有三百人。天气晴朗，观众很多。\n".encode() * 5, "E-NOT-REPORT", told="signs"),
    Case(42, "contract.txt", "甲方向乙方购买办公桌二十张，货款在交货后三十日内付清。乙方保证质量。\n".encode() * 5, "E-NOT-REPORT"),
    Case(43, "bomb.docx", zipped({"[Content_Types].xml": "", "word/document.xml": b"<a>" + b" " * 300_000_000}), "E-ZIP-BOMB"),
    Case(44, "entries.docx", entries(100_000), "E-ZIP-ENTRIES"),
    Case(44, "twins.docx", twin_entries(), "E-ZIP-NAME"),
    Case(44, "traversal.docx", docx_of(paragraphs(report("44")), **{"../../etc/cron.d/x": "a"}), "E-ZIP-NAME"),
    Case(45, "xxe.docx", zipped({"word/document.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'}), "E-DTD"),
    Case(45, "laughs.docx", zipped({"word/document.xml": f"<?xml version='1.0'?>{LAUGHS}<a>&c;</a>"}), "E-DTD"),
    Case(46, "deep.docx", docx_of("<w:sdt>" * 100_000), "E-DEPTH"),
    Case(47, "locked.docx", OLE + "EncryptedPackage".encode("utf-16-le") + bytes(600), "E-ENCRYPTED", told="without a password"),
    Case(47, "cut.docx", docx_of(paragraphs(report("47")))[:-40], "E-CORRUPT"),
    Case(47, "broken.doc", OLE + "WordDocument".encode("utf-16-le") + bytes(600), "E-LEGACY", told="docx"),
    Case(48, "tables.docx", docx_of("".join(f"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{line}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>" for line in report("48").splitlines()))),
    Case(48, "deleted.docx", docx_of(paragraphs(report("48b")) + "<w:p><w:del><w:r><w:t>删去</w:t></w:r></w:del></w:p>")),
    Case(48, "pictures.docx", docx_of("<w:p><w:r><w:drawing/></w:r></w:p>" * 3), "E-SCANNED", told="character recognition"),
    Case(49, "locked.pdf", pdf_of(["a"], trailer=LOCK), "E-ENCRYPTED", told="without a password", needs="pypdfium2"),
    Case(51, "scanned.pdf", pdf_of([""] * 3), "E-SCANNED", told="3 pages.*character recognition", needs="pypdfium2"),
    Case(51, "partly.pdf", pdf_of([shown(report("51")), SCAN, SCAN]), warnings=("W-PDF-PICTURE",), needs="pypdfium2"),
    Case(52, "bomb.pdf", flate(zlib.compress(b"BT (a) Tj ET\n" * 21_000_000, 9)), "E-PDF-LIMIT", told="unpacks", needs="pypdfium2"),
    Case(52, "double-bomb.pdf", flate(twice(1_000_000_000), "[/FlateDecode /FlateDecode]"), "E-PDF-LIMIT", needs="pypdfium2"),
    Case(53, "cycle.pdf", pdf_of(["a"]).replace(b"/Kids [6 0 R]", b"/Kids [2 0 R]"), "E-CORRUPT", needs="pypdfium2"),
    Case(53, "many-pages.pdf", many_pages(200_000), "E-PDF-LIMIT", told="200,000 pages", needs="pypdfium2"),
    # What the arrays are in is a page without text, and that is what is told.
    Case(53, "arrays.pdf", pdf_of(["[" * 100_000 + "]" * 100_000]), "E-SCANNED", needs="pypdfium2"),
    Case(54, "cut.pdf", pdf(report("54"))[:1500], "E-CORRUPT", told="damaged", needs="pypdfium2"),
    Case(54, "empty.pdf", b"", "E-EMPTY"),
    Case(54, "fake.pdf", b"%PDF-1.4\n" + b"x" * 300, "E-CORRUPT", needs="pypdfium2"),
    Case(55, "wrong-map.pdf", pdf(report("55") + "".join(map(chr, range(0x4E8D, 0x518D)))), warnings=("W-PDF-MOJIBAKE",), needs="pypdfium2"),
    Case(56, "nested.html", web(report("56")).replace(b"<body", b"<body><div>" + b"<div>" * 300 + b"<p", 1)),
    Case(56, "nested-deeply.html", b"<html><body>" + b"<div>" * 100_000 + report("56b").encode(), "E-DEPTH", told=".txt"),
    # The table would read a million tags. No report has a tenth of them, and refusing at once is better than 15 s.
    Case(57, "million-tags.html", b"<html><body>" + b"<b>x</b>" * 1_000_000 + web(report("57")), "E-HTML-LIMIT", told="300,000 tags"),
    Case(58, "comments.html", web(report("58")) + b"<!--" * 500_000, "E-HTML-LIMIT"),
    Case(59, "attributes.html", b"<html><body " + b" ".join(b"a%d=1" % n for n in range(300_000)) + b">" + web(report("59")), "E-HTML-LIMIT"),
    Case(60, "references.html", web(report("60", "&#0; &#xD800; &#x110000; &#x1F; &#x2028;")), warnings=("W-CTRL",)),
    Case(61, "entities.html", b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + web(report("61", "&x;"))),
    Case(62, "unseen.html", web(report("62")).replace(b"</body>", "<script>var a='不见'</script><style>不见</style><!-- 不见 --><p style='display:none'>不见</p></body>".encode())),
    Case(62, "refresh.html", b'<html><head><meta http-equiv="refresh" content="0;url=http://a.example/"></head><frameset><frame src="a.html"></frameset></html>', "E-EMPTY"),
    Case(62, "attached.html", web(report("62b").split("\n")[0] + "\n附件：2016年年报.pdf"), warnings=("W-NO-BODY",)),
    Case(62, "kept.html", b"<html><body><h1>x</h1><textarea hidden>" + web(report("62c", "本校还通过校务公开栏公开信息三十条，通过家长会说明收费标准，接受学生和家长的监督。")) + b"</textarea>", warnings=("W-HIDDEN",)),
    Case(63, "404.html", "<html><title>404 Not Found</title><h1>404</h1><p>您访问的页面不存在，请返回首页。</p>".encode(), "E-NOT-REPORT"),
    Case(63, "captcha.html", "<html><title>安全验证</title><p>请输入验证码后继续访问</p><input name=a>".encode(), "E-NOT-REPORT"),
    Case(63, "login.html", "<html><title>登录</title><form>用户名<input>密码<input type=password></form>".encode(), "E-NOT-REPORT"),
)  # fmt: skip


def is_there(need: str) -> bool:
    if need == "not root":
        return os.geteuid() != 0
    if not need:
        return True
    try:
        __import__(need)
    except ImportError:
        return shutil.which(need) is not None
    return True


def key_of(name: str) -> str:
    """The source key that a name gives."""
    return {"a\nb.txt": "a\\nb.txt", "\x1b[31m.txt": "\\x1b[31m.txt", "e\u0301.txt": "e%CC%81.txt",
            os.fsdecode("年报.txt".encode("gbk")): "年报.txt"}.get(name, name)  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bad") / "in"
    root.mkdir()
    for case in CASES:
        if not is_there(case.needs):
            continue
        if callable(case.make):
            case.make(root / case.name)
        else:
            (root / case.name).write_bytes(case.make)
    return root


@pytest.fixture(scope="module")
def built(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Summary, set[str], Path]:
    """The outcome of a build of all of them, the source keys that are in the graph, and the store."""
    store = tmp_path_factory.mktemp("store") / "graph"
    summary = build([folder], store, workers=2, limits=Limits(seconds=60))
    with open_graph(store) as graph:
        entries = read_entries(graph)
    return summary, keys_of(entries.values()), store


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.row}-{key_of(case.name)}")
def test_what_a_user_is_told(case: Case, built: tuple[Summary, set[str], Path]) -> None:
    if not is_there(case.needs):
        pytest.skip("root may read everything" if case.needs == "not root" else f"{case.needs} is not installed")
    summary, keys, _ = built
    key = key_of(case.name)
    problems = [one for one in summary.problems if one.source == key or one.source.startswith(f"{key}/")]
    assert {one.code for one in problems} == {*((case.code,) if case.code else ()), *case.warnings}
    assert (key in keys) == (not case.code and "W-SYMLINK" not in case.warnings)
    for problem in problems:
        assert problem.code in problem_codes()
        assert len(problem.message) > 10
        assert "Traceback" not in problem.message
    assert not case.told or re.search(case.told, " ".join(one.message for one in problems))


def test_the_build_goes_on_and_says_so(built: tuple[Summary, set[str], Path]) -> None:
    summary, keys, store = built
    skipped = {problem.source for problem in summary.problems if problem.skipped}
    assert summary.exit_code == 5
    assert summary.skipped == len(skipped)
    assert summary.built == len(keys) > 40
    rows = [json.loads(line) for line in (store / "problems.jsonl").read_text("utf-8").splitlines()]
    assert [(row["source"], row["code"]) for row in rows] == [(one.source, one.code) for one in summary.problems]
    assert sum(summary.codes.values()) == len({(one.source, one.code) for one in summary.problems})
    assert "E-INTERNAL" not in summary.codes
    assert "E-CRASH" not in summary.codes


def test_extract_answers_as_build_does(folder: Path, built: tuple[Summary, set[str], Path], tmp_path: Path) -> None:
    names = [case for case in CASES if case.code and case.row >= 43 and is_there(case.needs)]
    result = CliRunner().invoke(main, ["extract", *(str(folder / case.name) for case in names), "--timeout", "60"])
    assert result.exit_code == 1
    told = [line for line in result.stderr.splitlines() if line.startswith("skipped: ")]
    assert [line.split()[1] for line in told] == [case.code for case in names]
    assert all(case.name in line for case, line in zip(names, told, strict=True))


def test_text_answers_too(folder: Path) -> None:
    for name, code in (
        ("double-bomb.pdf", "E-PDF-LIMIT"),
        ("nested-deeply.html", "E-DEPTH"),
        ("bomb.docx", "E-ZIP-BOMB"),
    ):
        if code == "E-PDF-LIMIT" and not is_there("pypdfium2"):
            continue
        result = CliRunner().invoke(main, ["text", str(folder / name)])
        assert result.exit_code == 1
        assert f"Error: {code} " in result.stderr


def test_every_code_is_in_the_table_and_in_use() -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "gigraph").rglob("*.py"))
    used = set(re.findall(r"[\"(]([EW]-[A-Z]+(?:-[A-Z]+)*)\"", source))
    assert used == set(problem_codes())


def test_what_is_not_read_stays_out_of_the_text(folder: Path) -> None:
    text = document_of((folder / "unseen.html").read_bytes(), "a.html").text
    assert "不见" not in text
    assert "root:" not in document_of((folder / "entities.html").read_bytes(), "a.html").text
    assert "删去" not in document_of((folder / "deleted.docx").read_bytes(), "a.docx").text
