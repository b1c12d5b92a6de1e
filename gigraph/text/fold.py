"""Folding of characters one for one, so that every offset stays: widths, look-alikes, traditional script."""

import re
from functools import lru_cache

from gigraph.text.lookalikes import like, unescaped, with_digits, with_titles

HAN = r"\u3007\u3400-\u9fff\uf900-\ufaff"

# Full-width ASCII to ASCII, spaces of all kinds to a space, and the bracket forms that fonts and readers confuse.
_WIDTHS = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_WIDTHS |= dict.fromkeys(map(chr, (0x3000, 0xA0, 0x09, *range(0x2000, 0x200B), 0x202F, 0x205F, 0xFFFC, 0xE5E5)), " ")
_WIDTHS |= dict.fromkeys("\x85\u2028\u2029", "\n")
_WIDTHS |= dict(zip("«»≪≫⟪⟫︽︾‹›︿﹀", "《》《》《》《》〈〉〈〉", strict=True))  # also those of upright lines
_WIDTHS |= dict.fromkeys("\uf06c\uf06e\uf075\uf0b7\uf0d8\uf0fc", "●")  # bullets of symbol fonts
_WIDTHS |= dict(zip("﹝﹞〘〙〖〗﹤﹥﹐﹑﹔﹕﹖﹗﹙﹚﹪〝〞„•・", "〔〕〔〕【】<>,、;:?!()%“”“··", strict=True))

# Frequent characters of government prose that exist in traditional script alone: these are folded in any text.
_CERTAIN = dict(
    zip(
        "國務報發關規實縣條據時應為網單開導處員會館門辦廳區鄉鎮頁當號構稱類題場經濟財產業農學習醫療衛環監測檢"
        "驗證調試質標準認錄計劃設備議決書讀電話郵編聯織範圍組選舉優勢項與對說過這樣們現際長東無車見點擊覽載機"
        "興進運動視訊權責黨總結來將還個從眾",
        "国务报发关规实县条据时应为网单开导处员会馆门办厅区乡镇页当号构称类题场经济财产业农学习医疗卫环监测检"
        "验证调试质标准认录计划设备议决书读电话邮编联织范围组选举优势项与对说过这样们现际长东无车见点击览载机"
        "兴进运动视讯权责党总结来将还个从众",
        strict=True,
    )
)
# Words whose characters a conversion one by one leaves as they are, since these stand in simplified words too.
_WORDS = {
    "答覆": "答复", "回覆": "回复", "反覆": "反复", "批覆": "批复", "函覆": "函复", "覆議": "复议", "瞭解": "了解",
    "藉助": "借助", "憑藉": "凭借", "計畫": "计划", "規畫": "规划", "衞生": "卫生",
    "著力": "着力", "著眼": "着眼", "著重": "着重", "著手": "着手", "隨著": "随着", "本著": "本着", "沿著": "沿着",
}  # fmt: skip
# A text is in traditional script where one character in so many is certainly so; below, 乾县 and 瞭望 stay as they are.
_SHARE = 60
_WHOLE = 1_000  # characters from which on a text is a document's


def fold(text: str) -> str:
    """The text with widths, spaces and traditional characters folded; it has the same length.

    >>> fold("（國辦發〔２０１５〕１５號）")
    '(国办发〔2015〕15号)'
    """
    return _folded_whole(text) if len(text) > _WHOLE else _folded(text)


def _folded(text: str) -> str:
    return with_digits(simplify(like(_replaced(unescaped(text), _WIDTHS, _ANY_WIDTH))))


@lru_cache(maxsize=4)
def _folded_whole(text: str) -> str:
    """The text of a document is folded by its reader, its view, its tables and its resolver."""
    return with_titles(_folded(text))


def simplify(text: str) -> str:
    """Traditional characters replaced one by one, where the text is in traditional script; the length stays.

    >>> simplify("政府信息公開條例"), simplify("咸阳市乾县人民政府")
    ('政府信息公开条例', '咸阳市乾县人民政府')
    """
    certain = _ANY_CERTAIN.findall(text)
    if not certain:
        return text
    if len(certain) * _SHARE < len(text):
        return _replaced(text, _CERTAIN, _ANY_CERTAIN)
    for word, simple in _WORDS.items():
        text = text.replace(word, simple)
    return text.translate({ord(char): _simplified(char) for char in set(text) if char > "\u3400"})


def replaced(text: str, replacements: dict[str, str]) -> str:
    """The text with single characters replaced; faster than `str.translate`, as a text has few of them.

    >>> replaced("（一）", {"（": "(", "）": ")", "，": ","})
    '(一)'
    """
    return _replaced(text, replacements, _pattern("".join(replacements)))


def _replaced(text: str, replacements: dict[str, str], either: re.Pattern[str]) -> str:
    for char in sorted(set(either.findall(text))):
        text = text.replace(char, replacements[char])
    return text


@lru_cache(maxsize=8)
def _pattern(chars: str) -> re.Pattern[str]:
    """Any one of some characters; finding them takes far less time than the set of all characters of a text."""
    return re.compile(f"[{re.escape(chars)}]")


_ANY_WIDTH, _ANY_CERTAIN = _pattern("".join(_WIDTHS)), _pattern("".join(_CERTAIN))


@lru_cache(maxsize=20_000)
def _simplified(char: str) -> str:
    converted: str = _converter().convert(char)
    return converted if len(converted) == 1 else char


@lru_cache(maxsize=1)
def _converter():  # type: ignore[no-untyped-def]  # the library has no types; it is loaded only where it is needed
    from opencc import OpenCC

    return OpenCC("t2s")
