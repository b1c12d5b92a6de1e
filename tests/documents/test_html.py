"""Web pages: what of them is text and in which order, tables with spans, what is the site's, and hostile pages."""

import base64
import html
import json
import time
from urllib.parse import quote

import pytest
from dresses import page
from hypothesis import given
from hypothesis import strategies as st

from gigraph.documents import document_of
from gigraph.documents.html import page_draft
from gigraph.documents.html_rules import PageMeta, page_metas
from gigraph.errors import ReadError
from gigraph.models import Document, Role
from gigraph.registry.table import read_table
from gigraph.resources import resource

TITLE = "某县财政局2018年政府信息公开工作年度报告"
PROSE = "本报告根据《中华人民共和国政府信息公开条例》的要求编制，所列数据的统计期限自2018年1月1日起至12月31日止。"


def read(body: str, head: str = "", encoding: str = "utf-8") -> Document:
    return document_of(f"<html><head>{head}</head><body>{body}</body></html>".encode(encoding), "a.html")


def words(document: Document, role: Role) -> str:
    return "\n".join(block.span.of(document.text) for block in document.blocks if block.role is role)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>一</p><p>二<b>三</b>\n四</p>五", "一\n二三四\n五"),
        ("<div>甲 <span>乙</span>\n丙<br>丁</div>", "甲 乙丙\n丁"),
        ("公开\n 320 条，\n其中", "公开 320 条，其中"),
        ("a\nb", "a b"),
        ("<pre>一\n  二</pre>", "一\n  二"),
        ("<ul><li>一<li>二</ul>", "一\n二"),
        ("一<script>var a = '二'</script><style>b {}</style><!-- 三 --><noscript>四</noscript>五", "一五"),
        ("一<i style='DISPLAY : none'>二</i><i hidden>三</i><i style='font-size:0'>四</i><input value=五>六", "一六"),
        ("<ruby>政<rp>(</rp><rt>zhèng</rt><rp>)</rp></ruby>府", "政府"),
        ("一&nbsp;二&amp;&#x4e09;&#0;&#31;&#xD800;&#x110000;四", None),
        ("<a href=#>首页</a><a>新闻</a>", "首页 新闻"),
        ("<table><tr><td><p>本年<br>新收</p><td>3<tr><td>公开<p>1 条<td></table>", "本年新收 | 3 |\n公开 1 条 | |"),
        ("<table><tr><td>" + PROSE + "</td></tr></table>", PROSE),
        ("<table><tr><td>甲<td><table><tr><td>1<td>2</table></table>乙", "甲\n1 | 2 |\n乙"),
    ],
)
def test_text_in_the_order_of_the_page(body: str, text: str | None) -> None:
    found = page_draft(body, "").text
    if text is None:
        assert found.startswith("一\xa0二&三")
        assert found.rstrip().endswith("四")
        assert not set(found) & set(map(chr, [*range(9), *range(14, 32)]))
    else:
        assert found.rstrip("\n") == text


def test_every_offset_is_one_of_the_text_that_is_shown() -> None:
    document = read(f"<h1>{TITLE}</h1><p>{PROSE}</p><table><tr><td rowspan=2>甲<td>1<tr><td>2</table>")
    (table,) = document.tables
    assert [(row, column, text) for row, column, text, _ in table.cells] == [
        (0, 0, "甲"), (0, 1, "1"), (1, 0, "甲"), (1, 1, "2"),
    ]  # fmt: skip
    assert all(span.of(document.text) == text for _, _, text, span in table.cells)
    assert words(document, Role.TABLE) == "甲 | 1 |\n2 |"


def test_what_the_site_adds_is_furniture_and_gives_metadata() -> None:
    body = (
        "<div class='top-nav'><a>首页</a><a>政务公开</a></div><div id=crumbs>当前位置：首页 &gt; 年报</div>"
        "<table><tr><td>索引号：<td>43000/2019-1<td>发布机构：<td>某县财政局</table>"
        f"<div class=header><h1>{TITLE}</h1></div><p>{PROSE}</p>"
        "<ul class=share><li>分享到</ul><div class='footer clearfix'>版权所有 网站标识码：4300000048</div>"
    )
    head = "<meta name=PubDate content='2019-01-31 10:20'><meta name=Url content='http://a.gov.cn/1'><title>年报_某县</title>"
    document = read(body, head, "gb18030")
    assert words(document, Role.BODY) == f"{TITLE}\n{PROSE}"
    values = {field.name: field.value for field in reversed(document.metadata)}
    assert values["published"] == "2019-01-31 10:20"
    assert values["index_number"] == "43000/2019-1"
    assert values["publisher"] == "某县财政局"
    assert values["site_code"] == "4300000048"
    assert values["url"] == "http://a.gov.cn/1"
    assert all(field.span.of(document.text) for field in document.metadata)
    assert (document.source.media_type, document.source.encoding, document.tables) == ("text/html", "gb18030", ())


@pytest.mark.parametrize("style", [0, 1, 2])
def test_nothing_of_the_report_is_lost_to_the_site(style: int) -> None:
    for name in ("000_67d968ed7aa0a28b", "002_1a45804d71bde4f9"):
        text = resource("seeds", "reports", f"{name}.txt").read_text("utf-8-sig")
        plain, found = document_of(text.encode(), "a.txt"), document_of(page(text, style).encode(), "a.html")
        for role in (Role.BODY, Role.TABLE):
            kept, there = ("".join(words(one, role).split()).replace("|", "") for one in (plain, found))
            assert abs(len(kept) - len(there)) <= 0.01 * len(kept)
    assert "网站首页" not in words(found, Role.BODY)


def test_links_within_the_report_are_the_reports() -> None:
    links = "".join(f"<li><a>《某县规范性文件目录》第{number}号</a></li>" for number in range(8))
    document = read(f"<ul>{links}</ul><p>{TITLE}</p><p>{PROSE}</p><ul>{links}</ul><p>{PROSE}</p><ul>{links}</ul>")
    assert words(document, Role.BODY).count("规范性文件目录") == 8


def test_a_page_that_shows_nothing_keeps_its_text_in_a_script_or_hidden() -> None:
    literal = f"<p>{TITLE}</p><p>{PROSE * 6}</p>".replace("/", "\\/")
    scripted = read(f'<div id=a></div><script>var content = "{literal}";</script>')
    assert scripted.text.startswith(f"{TITLE}\n{PROSE}")
    assert "W-SCRIPT" in scripted.warnings
    dated = read(f'<script>var content = "{literal}";</script>', "<meta name=PubDate content='2019-01-31 10:20'>")
    assert [(field.name, field.value[:10]) for field in dated.metadata] == [("published", "2019-01-31")]
    assert TITLE in words(dated, Role.BODY)
    hidden = read(f"<div style='display:none'><p>{TITLE}</p><p>{PROSE * 6}</p></div>")
    assert TITLE in hidden.text
    assert "W-HIDDEN" in hidden.warnings


REPORT = (
    "<h1>云山县水利局2016年政府信息公开工作年度报告</h1><p>"
    + "本局通过“云山水利”网站主动公开政府信息12条。" * 8
    + "</p><table><tr><td>统计指标</td><td>统计数</td></tr><tr><td>收到申请数</td><td>3</td></tr></table>"
)
CUTS = [REPORT[start : start + 70] for start in range(0, len(REPORT), 70)]
PIECES = "".join(f"\ns += {json.dumps(part)};" for part in CUTS)
SUM = " +\n ".join(map(json.dumps, CUTS))
PARAGRAPH = '<p class="a">'
CODES = "".join(f"%u{ord(char):04X}" if ord(char) > 255 else f"%{ord(char):02X}" for char in REPORT)


@pytest.mark.parametrize(
    ("kept", "warning"),
    [
        (f"<script>var a = {json.dumps(REPORT)};</script>", "W-SCRIPT"),
        (f"<script>// don't\nvar b = 'x', a = {json.dumps(REPORT, ensure_ascii=False)};</script>", "W-SCRIPT"),
        (f"<script>const a = `\n{REPORT.replace('<p>', PARAGRAPH)}`;</script>", "W-SCRIPT"),
        (f"<script>var s = '';{PIECES}</script>", "W-SCRIPT"),
        (f"<script>{''.join(f'document.write({json.dumps(part)});' for part in CUTS)}</script>", "W-SCRIPT"),
        (f"<script>var s = {SUM};</script>", "W-SCRIPT"),
        (f"<script>document.write(unescape('{CODES}'));</script>", "W-SCRIPT"),
        (f"<script>a(decodeURIComponent('{quote(REPORT)}'));</script>", "W-SCRIPT"),
        (f"<script>a(atob('{base64.b64encode(REPORT.encode()).decode()}'));</script>", "W-SCRIPT"),
        (f"<script>var a = '{html.escape(REPORT)}';</script>", "W-SCRIPT"),
        (f"<script type='text/html'>{REPORT}</script>", "W-SCRIPT"),
        (f"<textarea style='display:none'>{html.escape(REPORT)}</textarea>", "W-HIDDEN"),
        (f"<input type='hidden' value='{html.escape(REPORT)}'>", "W-HIDDEN"),
        (f"<template>{REPORT}</template>", "W-HIDDEN"),
        (f"<noscript>{REPORT}</noscript>", "W-HIDDEN"),
        (f"<iframe srcdoc='{html.escape(REPORT)}'></iframe>", "W-HIDDEN"),
    ],
    ids=range(16),
)
@pytest.mark.parametrize("shown", ["<h2>年报</h2>", "<ul>" + "<li><a href='#'>政务公开专栏</a></li>" * 30 + "</ul>"])
def test_a_report_that_a_page_keeps_and_does_not_show(kept: str, warning: str, shown: str) -> None:
    document = document_of(f"<html><body>{shown}{kept}</body></html>".encode(), "a.html")
    assert "云山县水利局2016年政府信息公开工作年度报告" in document.text.split("\n")
    assert document.text.count("主动公开政府信息12条。") == 8
    assert "<" not in document.text
    assert [cell[2] for cell in document.tables[0].cells] == ["统计指标", "统计数", "收到申请数", "3"]
    assert document.warnings == (warning,)


def test_a_page_that_shows_its_report_is_read_as_it_is_shown() -> None:
    other = json.dumps("另一篇报道说，本县的工作取得了新的进展。" * 40)
    page = f"<html><body>{REPORT}<script>var other = {other};</script></body></html>"
    document = document_of(page.encode(), "a.html")
    assert "另一篇" not in document.text
    assert document.warnings == ()


def test_the_part_of_a_saved_page_that_has_the_report() -> None:
    parts = [
        "<frameset><frame src='cid:a'></frameset>",
        "<html><body>广告</body></html>",
        f"<html><body>{REPORT}</body></html>",
    ]
    shown = "".join(f"--b\nContent-Type: text/html; charset=utf-8\n\n{part}\n" for part in parts)
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n"
    assert "年度报告" in document_of(f"{head}{shown}--b--\n".encode(), "a.mht").text


@pytest.mark.parametrize(
    ("declared", "encoding", "warning"),
    [("gb2312", "gbk", None), ("gb2312", "utf-8", "W-ENC-DECL"), ("utf-8", "gbk", "W-ENC-DECL"), ("", "gb18030", None)],
)
def test_the_charset_that_is_declared_is_tried_and_not_believed(
    declared: str, encoding: str, warning: str | None
) -> None:
    head = f"<meta charset='{declared}'>" if declared else ""
    document = read(f"<p>{TITLE}</p><p>{PROSE}</p>", head, encoding)
    assert document.text.startswith(TITLE)
    assert document.warnings == ((warning,) if warning else ())


def test_a_saved_page_in_one_file() -> None:
    message = (
        (
            b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\n'
            b"Content-Type: text/html; charset=gbk\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        )
        + f"<html><p>{TITLE}</p>".encode("gbk")
        + b"\r\n--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--\r\n"
    )
    document = document_of(message, "a.mht")
    assert document.text == f"{TITLE}\n"
    assert document.source.encoding == "gb18030"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<div>" * 300 + PROSE, None),
        ("<div>" * 3_000 + PROSE, "E-DEPTH"),
        ("<table><tr><td>" * 50_000 + PROSE, "E-DEPTH"),
        ("<p>" * 400_000, "E-HTML-LIMIT"),
        ("<p " + " ".join(f"a{number}=1" for number in range(300_000)) + ">" + PROSE, "E-HTML-LIMIT"),
        ("<p " + " ".join(f"a{number}='<'" for number in range(300_000)) + ">" + PROSE, "E-HTML-LIMIT"),
        ("<table><tr>" + "<td colspan=200 rowspan=9999>a" * 5_000, "E-TABLE-LIMIT"),
        ("<!--" * 200_000, "E-EMPTY"),
        ("<!-- a -->" * 100_000 + PROSE, None),
        ("<img src='data:image/png;base64," + "A" * 3_000_000 + "'>" + PROSE, None),
        ("<p>" + " \n" * 300_000 + PROSE, None),
        ("《" * 300_000 + PROSE, None),
        ("<script>" + '"' * 200_000 + "</script>", "E-EMPTY"),
        ('<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;' + PROSE, None),
        ("<frameset><frame src=a></frameset>", "E-EMPTY"),
    ],
    ids=range(15),
)
def test_a_hostile_page_is_read_whole_or_refused_at_once(body: str, code: str | None) -> None:
    start = time.monotonic()
    if code:
        with pytest.raises(ReadError) as caught:
            document_of(f"<html>{body}".encode(), "a.html")
        assert caught.value.code == code
        assert caught.value.where == "a.html"
    else:
        text = document_of(f"<html>{body}".encode(), "a.html").text
        assert PROSE in text
        assert "root:" not in text
    assert time.monotonic() - start < 8


@given(st.text(alphabet="<>/=\"' !-&;#aptdrx一。|\n", max_size=300))
def test_any_markup_gives_a_document_or_an_error(markup: str) -> None:
    codes: list[str] = []
    try:
        document = document_of(f"<html>{markup}".encode(), "a.html")
    except ReadError as error:
        codes.append(error.code)
    else:
        for block in document.blocks:
            assert block.span.of(document.text)
        for table in document.tables:
            assert all(span.of(document.text).strip("|") == text for *_, text, span in table.cells)
    assert set(codes) <= {"E-EMPTY", "E-ENC"}


@pytest.mark.parametrize(
    "row", read_table(resource("seeds", "registry", "page_metas.tsv"), PageMeta), ids=lambda row: row.name
)
def test_examples_of_metas(row: PageMeta) -> None:
    document = read(f"<p>{PROSE}</p>", row.example)
    assert document.metadata[0].name == row.field == page_metas()[row.name.lower()]
    assert document.metadata[0].value in row.example


@pytest.mark.parametrize("style", ["display:block", "color: red; DISPLAY: block;", "display : flex", "display:table"])
def test_what_is_shown_as_a_block_is_a_line(style: str) -> None:
    words = ["一、概述", PROSE, "某县财政局", "2019年3月1日"]
    body = "".join(f'<span style="{style}">{part}</span>' for part in words)
    assert read(body).text.split("\n")[-5:-1] == words


def test_the_foot_of_an_article_is_the_reports() -> None:
    signed = "<p>某县财政局</p><p>2019年3月1日</p>"
    page = (
        f"<article><p>{PROSE}</p><footer>{signed}</footer></article><footer><p>某县财政局</p><p>联系我们</p></footer>"
    )
    document = read(page)
    own = "".join(block.span.of(document.text) for block in document.blocks if block.role is Role.BODY)
    assert "2019年3月1日" in own
    assert "联系我们" not in own
