"""Characters that a font or a copy put in the place of others, and marks that stand for one, by what they stand for."""

import html
import re
import unicodedata
from functools import lru_cache

# Radicals that fonts of PDF files give for the character of their form, and that have no decomposition of their own.
_RADICALS = dict(
    zip(
        "\u2e81\u2ea0\u2eb0\u2ebc\u2ec1\u2ec4\u2ec5\u2ec6\u2ec8\u2ec9\u2ecb\u2ed0\u2ed1\u2ed3\u2ed4\u2ed7\u2ed8\u2ed9\u2eda\u2edb\u2edc"
        "\u2edd\u2edf\u2ee2\u2ee3\u2ee4\u2ee5\u2ee6\u2ee7\u2ee8\u2ee9\u2eec\u2eee\u2ef0\u2ef1",
        "厂民纟月虎西见角讠贝车钅长长门雨青韦页风飞食食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
_LIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_ENTITY = re.compile(r"&(?:#\d{2,7}|#[xX][\da-fA-F]{2,6}|[A-Za-z]{2,8}\d?);")
_ESCAPED = re.compile(r"\\([\[\]()<>*_#.~-])")  # as Markdown writes marks that are meant as such: \[2016\]
_WRITTEN_BREAK = re.compile(r"(?:\\r)?\\n|\\t|\\u3000|\\xa0")
_BREAKS = 5  # written line ends (a backslash and n) that a text must have more of than it has real ones
_DOUBLE = re.compile(r"<<(?=[^<>\n]{2,80}>>)|(?<=[^<>\n])>>")
# Letters that a reader of scans took for digits: 2Ol8年, l2月, 1O件.
_MISREAD = re.compile(
    r"(?<![A-Za-z\d./-])(?=[\dlIOo]{0,6}\d)(?=[\dlIOo]{0,6}[lIOo])[\dlIOo]{2,8}(?=[年月日号条件次人期份篇场个名家户万亿余元〕\]%])"
    r"|(?<=年)[lI](?=月)|(?<=月)[lI](?=日)|(?<![A-Za-z\d])\d[\dlIOo]{1,6}(?= {0,3}\|)"
    r"|(?<![A-Za-z\d])(?=[-\d./]{0,8}[lIOo])[12][\dlIOo]{3}[-./][\dlIOo]{1,2}[-./][\dlIOo]{1,2}(?![A-Za-z\d/-])"
)
_MAY_BE_MISREAD = re.compile(r"[lIOo](?:(?<=\d[lIOo])|(?=[\d月日]))")
# Angle brackets that stand beside Chinese characters as those of titles do.
_ANGLES = re.compile(r"[<〈](?=[\u4e00-\u9fff“\d][^<>〈〉\n]{1,80}[<>〈〉])|(?<=[\u4e00-\u9fff”)）>〉])[>〉]")
MISREAD_LETTER = re.compile("[lIOo|]")
_DIGITS = str.maketrans("lIOo", "1100")
_PAD = "\u200b"  # takes the place of what a mark has beside its one character, and is not seen


def like(text: str) -> str:
    """Radicals and compatibility ideographs as the characters that they look like, one for one.

    >>> like("\u2f2f作\u2ed3效")
    '工作长效'
    """
    found = set(_LIKE.findall(text))
    for char in sorted(found):
        text = text.replace(char, _meant(char))
    return text


@lru_cache(maxsize=1000)
def _meant(char: str) -> str:
    known = _RADICALS.get(char) or unicodedata.normalize("NFKC", char)
    return known if len(known) == 1 else char


def unescaped(text: str) -> str:
    """A text with the marks of HTML, JSON and Markdown (&nbsp;, &#20013;, a written \\n, \\[) as what they stand for.

    The length stays: what a mark has beside its one character becomes characters that are not seen.

    >>> unescaped("第&nbsp;3&nbsp;条").replace("\u200b", ""), len(unescaped("&ldquo;"))
    ('第\\xa03\\xa0条', 7)
    """
    if "&" in text and ";" in text:
        text = _ENTITY.sub(_character, text)
    if "\\" in text:
        text = _ESCAPED.sub(rf"\1{_PAD}", text)
    if "<<" in text:
        text = _DOUBLE.sub(lambda match: ("《" if match.group() == "<<" else "》") + _PAD, text)
    if text.count("\\n") >= max(_BREAKS, text.count("\n")):
        text = _WRITTEN_BREAK.sub(_written, text)
    return text


def _character(match: re.Match[str]) -> str:
    char = html.unescape(match.group())
    plain = len(char) == 1 and (char.isprintable() or char == "\xa0")
    return char + _PAD * (len(match.group()) - 1) if plain else match.group()


def _written(match: re.Match[str]) -> str:
    mark = match.group()
    return ("\n" if mark.endswith("n") else " ") + _PAD * (len(mark) - 1)


def with_titles(text: str) -> str:
    """A document's text that has no 《 with the marks that stand for it (<办法>, 〈办法〉) as 《》, one for one.

    >>> with_titles("根据〈条例〉和<办法>，")
    '根据《条例》和《办法》，'
    """
    if not ("<" in text or "〈" in text) or any(char in text for char in "《『「"):
        return text
    return _ANGLES.sub(lambda match: "《" if match.group() in "<〈" else "》", text)


def with_digits(text: str) -> str:
    """A text with letters that were read for digits within a date, a number or a count as digits, one for one.

    >>> with_digits("2Ol8年l2月3l日收到1O件"), with_digits("ISO900l标准、CO2")
    ('2018年12月31日收到10件', 'ISO900l标准、CO2')
    """
    if not _MAY_BE_MISREAD.search(text):
        return text
    return _MISREAD.sub(lambda match: match.group().translate(_DIGITS), text)
