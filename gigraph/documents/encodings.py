"""From bytes to characters: byte order mark, declared charset, UTF-8, GB18030, then guesses that must prove themselves.

A decoding counts only if what comes out reads like Chinese; what does not is an error, never mojibake.
"""

import codecs
import re
from dataclasses import dataclass

from gigraph.errors import ReadError

# Longer marks first: the mark of UTF-32-LE begins with that of UTF-16-LE.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_ALIASES = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "utf8": "utf-8"}
# Characters that any page of Chinese prose is full of, in either script. Bytes read by a wrong table hardly hit them.
_COMMON = re.compile(
    "[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相"
    "全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果"
    "料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则"
    "任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带"
    "安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影"
    "國務報發關規實縣條據時應為網單開導處員會政府信息公省市縣委局鎮鄉廳辦室申請依復訴訟投訴舉費府申请依复诉讼费办厅镇乡县]{1,999}"
)
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]{1,999}")
_ACCENTED = re.compile("[\x80-\u024f]")
_LETTER = re.compile("[^\x00-\x7f\u2000-\u206f\u3000-\u303f\uff00-\uffef]{1,999}")
# Share of common characters among all beyond ASCII: real prose has 0.6 and more, mojibake less than 0.15.
_ENOUGH = 0.3
_REPAIRABLE = 0.01
_SAMPLE = 6_000  # characters that are looked at
_GLANCE = 1_200  # characters that are looked at first


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read by, and stable warnings (W-ENC-GUESS, W-ENC-REPAIRED, W-ENC-MIXED, W-ENC-DECL)."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None, where: str = "") -> Decoded:
    """The characters of a document's bytes. `declared` is the charset that the document or its server states.

    Raises ReadError E-ENC where no encoding gives readable text.

    >>> decode("政府信息公开".encode("gbk")).encoding, decode(b"\\xef\\xbb\\xbfabc")
    ('gb18030', Decoded(text='abc', encoding='utf-8', warnings=()))
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            rest = data[len(mark) :]
            text = _strict(rest, encoding)
            if text is not None and reads_as_chinese(text):
                return Decoded(text, encoding)
            try:
                return _repaired(rest, (encoding,), where)
            except ReadError:  # a mark that another program put before characters of another kind
                data = rest
                break
    for attempt in (_by_declaration, _by_zero_bytes, _by_chain, _by_guess, _by_misreading):
        found = attempt(data, declared)
        if found:
            return found
    return _repaired(data, ("utf-8", "gb18030"), where)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def reads_as_chinese(text: str, enough: float = _ENOUGH) -> bool:
    """Whether the characters beyond ASCII are those that Chinese prose is made of; a text without any passes.

    >>> reads_as_chinese("政府信息公开工作年度报告"), reads_as_chinese("鏀垮簻淇℃伅鍏紑宸ヤ綔")
    (True, False)
    """
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + text[-_SAMPLE // 2 :]
    letters = _count(_LETTER, sample)
    return letters < 2 or _count(_COMMON, sample) >= enough * letters


def _is_garbled(text: str) -> bool:
    """Whether a valid text is what another program misread: rare characters throughout, or accented Latin all over."""
    sample = text[:_SAMPLE]
    if _count(_COMMON, sample[:_GLANCE]) >= max(20, 0.1 * len(sample)):
        return False  # as many are enough for the whole sample
    han = _count(_HAN, sample)
    if han >= 20:
        return _count(_COMMON, sample) < 0.1 * han
    return len(_ACCENTED.findall(sample)) > 0.3 * len(sample)


def _count(kind: re.Pattern[str], text: str) -> int:
    """How many characters of a text are of a kind; they are found run by run."""
    return sum(map(len, kind.findall(text)))


def _by_declaration(data: bytes, declared: str | None) -> Decoded | None:
    if not declared:
        return None
    encoding = _ALIASES.get(declared.strip().lower(), declared.strip().lower())
    text = _strict(data, encoding)
    return Decoded(text, encoding) if text is not None and "\0" not in text and reads_as_chinese(text) else None


def _by_zero_bytes(data: bytes, declared: str | None) -> Decoded | None:
    """UTF-16 without a mark: the digits, spaces and line ends of a report have a zero byte, always on the same side."""
    sample = data[:100_000]
    zeros = sample.count(0)
    if zeros * 200 < len(sample):
        return None
    odd = sample[1::2].count(0)
    encoding = "utf-16-le" if odd * 2 > zeros else "utf-16-be"
    is_cut = len(data) % 2
    text = _strict(data[:-1] if is_cut else data, encoding)
    one_sided = max(odd, zeros - odd) * 10 >= zeros * 9
    warnings = ("W-ENC-GUESS", "W-ENC-REPAIRED") if is_cut else ("W-ENC-GUESS",)
    return Decoded(text, encoding, warnings) if text and one_sided and reads_as_chinese(text) else None


def _by_chain(data: bytes, declared: str | None) -> Decoded | None:
    warnings = ("W-ENC-DECL",) if declared else ()
    text = _strict(data, "utf-8")
    if text is not None:
        # UTF-8 hardly happens by chance, but it may hold what another program had already misread.
        return Decoded(text, "utf-8", warnings) if not _is_garbled(text) else None
    text = _strict(data, "gb18030")
    return Decoded(text, "gb18030", warnings) if text is not None and reads_as_chinese(text) else None


def _by_guess(data: bytes, declared: str | None) -> Decoded | None:
    for encoding in ("utf-16-le", "utf-16-be", "big5hkscs"):
        is_cut = len(data) % 2 and encoding != "big5hkscs"
        text = _strict(data[:-1] if is_cut else data, encoding)
        if text and _HAN.search(text) and reads_as_chinese(text, 0.5):
            return Decoded(text, encoding, ("W-ENC-GUESS", "W-ENC-REPAIRED") if is_cut else ("W-ENC-GUESS",))
    return None


def _by_misreading(data: bytes, declared: str | None) -> Decoded | None:
    """UTF-8 of what another program took for Western letters, byte for byte: as it was before.

    >>> decode("政府信息公开工作".encode().decode("latin-1").encode()).text
    '政府信息公开工作'
    """
    text = _strict(data, "utf-8")
    if text is None or not _ACCENTED.search(text[:_SAMPLE]):
        return None
    for western in ("latin-1", "cp1252"):
        try:
            before = text.encode(western)
        except UnicodeEncodeError:
            continue
        if found := _by_chain(before, None):
            return Decoded(found.text, found.encoding, ("W-ENC-REPAIRED",))
    return None


def _repaired(data: bytes, encodings: tuple[str, ...], where: str) -> Decoded:
    """A text cut or damaged in up to one character of a hundred, or one whose lines are in two encodings."""
    for encoding in encodings:
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") <= max(1, _REPAIRABLE * len(text)) and reads_as_chinese(text):
            return Decoded(text, encoding, ("W-ENC-REPAIRED",))
    if len(encodings) > 1:
        mixed = _mixed(data)
        if mixed:
            return mixed
    raise ReadError(
        "E-ENC",
        "the characters cannot be told: neither UTF-8 nor GB18030 nor UTF-16 gives readable Chinese",
        where=where,
        hint="Save the file as UTF-8",
    )


def _mixed(data: bytes) -> Decoded | None:
    """A text whose lines are each in UTF-8 or in GB18030, some in the one and some in the other."""
    used: set[str] = set()
    lines = []
    for line in data.splitlines(keepends=True):
        for encoding in ("utf-8", "gb18030"):
            text = _strict(line, encoding)
            if text is not None and reads_as_chinese(text):
                used |= {encoding} if not line.isascii() else set()
                break
        else:
            text = None
        lines.append(text)
    bad = sum(line is None for line in lines)
    if len(used) < 2 or bad > _REPAIRABLE * len(lines):
        return None
    return Decoded("".join(line or "\ufffd\n" for line in lines), "mixed", ("W-ENC-MIXED",))
