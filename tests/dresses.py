"""Makes the same report as web pages of three styles, and as other formats; for tests."""

import html
import re
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
