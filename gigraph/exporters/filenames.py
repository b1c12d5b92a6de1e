"""File names from titles: readable, and good on Windows, macOS and Linux alike.

https://learn.microsoft.com/windows/win32/fileio/naming-a-file has the strictest rules; # ^ [ ] would break links.
"""

import re
import unicodedata
from typing import Final

_UNFIT = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028\u2029\u200b-\u200f\u202a-\u202e\ufeff<>:"/\\|?*#^\[\]%]+')
_SPACE = re.compile(r"\s+")
_DEVICES: Final = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_BYTES = 180  # a name's UTF-8 bytes; file systems take 255, some with encryption 143 characters


class FileNames:
    """Gives every thing a name of its own, without suffix; two that only differ in case are the same to it."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def name(self, title: str) -> str:
        """The next free name for a title: the same titles in the same order get the same names.

        >>> names = FileNames()
        >>> names.name("关于A/B的通知"), names.name("关于a_b的通知"), names.name("CON"), names.name(" .. ")
        ('关于A_B的通知', '关于a_b的通知 (2)', 'CON_', '_')
        """
        stem, number = safe_name(title), 1
        name = stem
        while (key := unicodedata.normalize("NFKC", name).casefold()) in self._taken:
            number += 1
            name = f"{stem} ({number})"
        self._taken.add(key)
        return name


def safe_name(title: str) -> str:
    """A title as a file's name, without what systems or links forbid, cut where it is too long."""
    text = unicodedata.normalize("NFC", title.encode("utf-8", "replace").decode())
    text = _SPACE.sub(" ", _UNFIT.sub("_", text)).strip(" .")
    text = text.encode()[:_BYTES].decode("utf-8", "ignore").rstrip(" .")
    return f"{text}_" if not text or _DEVICES.fullmatch(text) else text
