"""Pages that another page keeps and does not show: in a string of a script, in a hidden field, in a template.

Scripts hold a text as one string or as pieces that they put together, plain, with its marks as references (&lt;p&gt;),
or coded (%u516C, %E5%85%AC, Base64).
"""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote_to_bytes

from lxml import etree

from gigraph.documents.encodings import decode
from gigraph.errors import ReadError

FEW = 120  # Chinese characters; a page that shows fewer may keep its text elsewhere
_HAN = re.compile("[\u4e00-\u9fff]")
_LONG = re.compile(r"\"((?:[^\"\\]|\\.){200,5000000})\"|'((?:[^'\\]|\\.){200,5000000})'", re.DOTALL)
_STRING = re.compile(
    r"\"((?:[^\"\\\n]|\\.){0,5000000})\"|'((?:[^'\\\n]|\\.){0,5000000})'|`((?:[^`\\]|\\.){0,5000000})`", re.DOTALL
)
# What stands between two pieces of one text: "a" + "b", s += "b"; document.write("b").
_JOINS = re.compile(
    r"\s{0,99}\+\s{0,99}|\s{0,9}\)?\s{0,9};?\s{0,99}(?:[\w.$\[\]]{1,60}\s{0,9}\+=|document\.writel?n?\()\s{0,99}"
)
_CODED = re.compile(r"[\w%.!~*'()+;/?:@&=,#$-]{200,5000000}", re.ASCII)
_PERCENT_U = re.compile(r"%u([0-9A-Fa-f]{4})")
_BASE64 = re.compile(r"[A-Za-z0-9+/\s]{400,5000000}={0,2}\s{0,9}", re.ASCII)
_ESCAPED = re.compile(r"&lt;/?(?:p|div|br|span|table|td)\b", re.IGNORECASE)
_CODE = re.compile(r"javascript|ecmascript|json|module", re.IGNORECASE)


def kept_pages(root: etree._Element) -> Iterator[tuple[str, str]]:
    """The pages in what a page does not show, each with a warning's code: W-SCRIPT, W-HIDDEN; those with some text.

    >>> import lxml.html
    >>> words = "某局认真公开政府信息。" * 20
    >>> script = f"<script>s = '<p>{words[:99]}'; s += '{words[99:]}'</script>"
    >>> page = f"<textarea hidden>&lt;p&gt;{words}</textarea>{script}"
    >>> [(page[:9], code) for page, code in kept_pages(lxml.html.fromstring(f"<div>{page}</div>"))]
    [('<p>某局认真公开', 'W-HIDDEN'), ('<p>某局认真公开', 'W-SCRIPT')]
    """
    for element in root.iter("textarea", "input", "template", "noscript", "iframe"):
        if has_text(page := _held(element)):
            yield _plain(page), "W-HIDDEN"
    for script in root.iter("script"):
        text = script.text or ""
        if script.get("type") and not _CODE.search(script.get("type") or "") and has_text(text):
            yield text, "W-SCRIPT"
        else:
            yield from ((page, "W-SCRIPT") for page in _in_script(text))


def has_text(page: str) -> bool:
    """Whether a page has so many Chinese characters that they may be a report."""
    return len(_HAN.findall(page)) >= FEW


def _held(element: etree._Element) -> str:
    """What a hidden field or a template holds."""
    if element.tag == "input":
        return element.get("value") or "" if (element.get("type") or "").lower() == "hidden" else ""
    if element.tag == "iframe":
        return element.get("srcdoc") or ""
    if element.tag == "textarea":
        return "".join(map(str, element.itertext()))
    inner = (etree.tostring(child, encoding="unicode", method="html") for child in element)
    return (element.text or "") + "".join(inner)


def _in_script(text: str) -> Iterator[str]:
    found: list[str] = []
    pieces: list[str] = []
    end = 0
    for match in _STRING.finditer(text):
        if pieces and not _JOINS.fullmatch(text, end, match.start()):
            found.append("".join(pieces))
            pieces = []
        pieces.append(_unescaped(match[1] or match[2] or match[3] or ""))
        end = match.end()
    found.append("".join(pieces))
    found += [_unescaped(match[1] or match[2]) for match in _LONG.finditer(text)]
    for words in dict.fromkeys(found):
        if len(words) >= FEW and has_text(page := _plain(_decoded(words))):
            yield page


def _unescaped(literal: str) -> str:
    if "\\" not in literal:
        return literal
    literal = literal.replace("\\'", "'").replace("\\/", "/").replace("\\`", "`")
    try:
        return str(json.loads(f'"{literal}"', strict=False))
    except ValueError:
        return literal.replace("\\n", "\n").replace('\\"', '"')


def _plain(page: str) -> str:
    """A page whose tags are written as references, with its tags."""
    return unescape(page) if _ESCAPED.search(page) and "</" not in page else page


def _decoded(words: str) -> str:
    """A text that a script has coded, as it reads; any other as it is.

    >>> _decoded("%u516C%u5F00%0A" * 20)[:3], _decoded("%E5%85%AC" * 30)[:2]
    ('公开\\n', '公公')
    """
    if _HAN.search(words):
        return words
    if "%" in words and _CODED.fullmatch(words):
        data = unquote_to_bytes(_PERCENT_U.sub(lambda code: chr(int(code[1], 16)), words))
    elif _BASE64.fullmatch(words):
        try:
            data = base64.b64decode(words)
        except binascii.Error:
            return words
    else:
        return words
    try:
        return decode(data).text
    except ReadError:
        return words
