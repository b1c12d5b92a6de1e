"""Characters that a document should not have: line ends in one form, control characters replaced, one for one."""

import re

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_IMPOSSIBLE = re.compile("[\ud800-\udfff\ufffe\uffff]|[\ufdd0-\ufdef]")
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
)
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The final text and stable warnings: W-CTRL where characters were replaced, W-BIDI where it has direction marks.

    CR and CRLF become LF, a form feed or vertical tab too; a control character becomes a space, a lone surrogate or a
    noncharacter U+FFFD. Nothing else changes; U+FEFF at the start is the byte order mark and goes.

    >>> clean("一\\r\\n二\\x00三\\ud800")
    ('一\\n二 三\\ufffd', ('W-CTRL',))
    """
    if not _ODD.search(text):
        return text, ()
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = text.replace("\f", "\n").replace("\v", "\n")
    text, controls = _CONTROL.subn(" ", text)
    text, impossible = _IMPOSSIBLE.subn("\ufffd", text)
    warnings = ["W-CTRL"] if controls or impossible else []
    if _BIDI.search(text):
        warnings.append("W-BIDI")
    return text, tuple(warnings)
