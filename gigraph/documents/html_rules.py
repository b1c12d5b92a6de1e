"""What the tags and attributes of a web page tell: what is not seen, what begins a line, what belongs to the site."""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml.etree import _Element

from gigraph.documents.words import label_fields, sites_own
from gigraph.registry.table import read_table
from gigraph.resources import resource
from gigraph.text.fold import fold

# What has no text for a reader; `rt` is the gloss beside a character, `option` a choice of a form.
UNSEEN = frozenset(
    {
        "script", "style", "template", "noscript", "iframe", "object", "embed", "applet", "audio", "video", "canvas",
        "svg", "math", "map", "select", "datalist", "input", "textarea", "rt", "rp", "head", "title", "colgroup",
        "noframes",
    }
)  # fmt: skip
BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
# Elements that may hold a part of the page as a whole.
CONTAINERS = frozenset(
    {"nav", "header", "footer", "aside", "div", "section", "ul", "ol", "dl", "table", "form", "menu", "p"}
)
_HIDING = re.compile(
    r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)"
    r"|opacity\s{0,9}:\s{0,9}0(?:\.0{1,3})?\s{0,9}(?:;|!|$)|(?:text-indent|left|top)\s{0,9}:\s{0,9}-\d{3,6}(?:px|em|pt)"
    r"|font-size\s{0,9}:\s{0,9}0(?:px|pt|em|%)?\s{0,9}(?:;|!|$)|mso-hide\s{0,9}:\s{0,9}all)",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"(?:^|;)\s{0,9}display\s{0,9}:\s{0,9}(?:block|flex|grid|table|list-item)", re.IGNORECASE)
# What forums and some sites strew into a text against copying, and what only reading aids for the blind show.
_JAMMER = re.compile(r"(?:^|\s)(?:jammer|anti-?copy|sr-only|visually-hidden)(?:$|\s)", re.IGNORECASE)
_SITES = frozenset({"nav", "footer", "aside", "menu"})
_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary"})
_SITES_CLASS = re.compile(
    r"(?:^|[\s_-])(?:nav|navs|navbar|navigation|menu|menus|topmenu|submenu|crumbs?|breadcrumbs?|share|bshare|bdshare"
    r"|bdsharebuttonbox|share-box|fenxiang|daohang|weizhi|footer|foot|bottom|copyright|sidebar|toolbar|search|searchbox|login|toplink"
    r"|friendlink|links|header|top|topbar|banner|head|logo|position|dqwz|print|dayin|related|xgxx|wza|accessibility)"
    r"(?=$|[\s_-]|\d{1,2}(?:$|\s))",
    re.IGNORECASE,
)
_REPORT = re.compile(r"(?:信息|政务).{0,40}(?:报告|年报|总结|情况)\s{0,9}$", re.MULTILINE)
_STOP = re.compile("[。;；]")
_SENTENCE = 28  # characters from which words before a full stop are a sentence of a report


@dataclass(frozen=True, slots=True)
class PageMeta:
    """A name of <meta>, as government sites bear them, and the metadata field that it gives."""

    name: str
    field: str
    example: str


@lru_cache(maxsize=1)
def page_metas() -> dict[str, str]:
    """The field of each name of <meta>, by the name in lower case."""
    rows = read_table(resource("seeds", "registry", "page_metas.tsv"), PageMeta)
    return {row.name.lower(): row.field for row in rows}


def is_hidden(element: _Element) -> bool:
    """Whether a page does not show an element, by its own attributes."""
    get = element.get
    if get("hidden") is not None:
        return True
    style, name = get("style"), get("class")
    return bool(style and _HIDING.search(style)) or bool(name and _JAMMER.search(name))


def is_block(element: _Element) -> bool:
    """Whether an element begins a line: by its tag, or by its own style (a <span> that is shown as a block)."""
    style = element.get("style")
    return element.tag in BLOCKS or bool(style and _BLOCK.search(style))


def is_sites(element: _Element) -> bool:
    """Whether an element says that it is the site's and not the article's: by its tag, its role or a class's name."""
    if element.tag in _SITES or element.get("role") in _ROLES:
        # HTML, 4.3.8: the foot of an article is the article's, and has who signs it and when
        return element.tag != "footer" or next(element.iterancestors("article"), None) is None
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and _SITES_CLASS.search(names[:300]) is not None


def has_prose(text: str) -> bool:
    """Whether a stretch has what only a report has: a sentence that is not the site's own.

    >>> has_prose("本报告根据《中华人民共和国政府信息公开条例》的要求编制，由六个部分组成。"), has_prose("打印 关闭")
    (True, False)
    """
    sentences = (part for line in text.split("\n") for part in _STOP.split(line)[:-1] if len(part) >= _SENTENCE)
    return any(not sites_own("page").search(sentence) for sentence in islice(sentences, 50))


def has_title(text: str) -> bool:
    """Whether a line ends as a report's title does."""
    return _REPORT.search(text) is not None


def is_page_label(cell: str) -> bool:
    """Whether a cell of a table is a label of a page's metadata (索引号, 发布机构)."""
    return "".join(fold(cell).split()).rstrip(":") in label_fields()
