"""Labels before the details of a contact, and what kind of host an address on the web has."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from gigraph.errors import RegistryError
from gigraph.registry.table import read_table

CONTACT_KINDS = ("address", "telephone", "fax", "postcode", "email")
_NO_WORD = r"(?<![\u4e00-\u9fff].)"  # no word before the character
HOST_KINDS = ("government", "education", "public", "press", "platform", "other")


@dataclass(frozen=True, slots=True)
class ContactLabel:
    """contact_labels.tsv: a label of a detail (kind: CONTACT_KINDS). after_word: it may follow a word (局邮箱)."""

    label: str
    kind: str
    after_word: str | None
    example: str


@dataclass(frozen=True, slots=True)
class HostKind:
    """host_kinds.tsv: the kind (HOST_KINDS) of the hosts whose name is a suffix or ends with a point and it."""

    suffix: str
    kind: str
    example: str
    source: str
    checked: str


class Contacts:
    """The labels, and the kinds of hosts."""

    def __init__(self, labels: Iterable[ContactLabel], hosts: Iterable[HostKind]) -> None:
        self.labels, self.hosts = tuple(labels), tuple(hosts)
        _check((row.kind for row in self.labels), CONTACT_KINDS, "contact_labels.tsv")
        _check((row.kind for row in self.hosts), HOST_KINDS, "host_kinds.tsv")

    @cached_property
    def kinds(self) -> dict[str, str]:
        """Label to the kind of detail."""
        return {row.label: row.kind for row in self.labels}

    @cached_property
    def label_pattern(self) -> re.Pattern[str]:
        """A label with its colon (a postcode's may lack it); longer labels go before those that they begin with.

        Each begins with its first character, so that a search goes from one of those to the next.
        """
        ordered = sorted(self.labels, key=lambda row: (not row.after_word, -len(row.label), row.label))
        labels = "|".join(_spaced(row.label, "" if row.after_word else _NO_WORD) for row in ordered)
        return re.compile(rf"(?P<label>{labels}) {{0,2}}(?:[:] {{0,3}}|(?<=编)|(?<=编码))")

    def host_kind(self, host: str) -> str:
        """The kind of a host in lower case, by its longest known suffix; other where none is known.

        >>> Contacts((), [HostKind("gov.cn", "government", "", "", "")]).host_kind("xxgk.example.gov.cn")
        'government'
        """
        parts = host.split(".")
        return next((kind for at in range(len(parts)) if (kind := self._suffixes.get(".".join(parts[at:])))), "other")

    @cached_property
    def _suffixes(self) -> dict[str, str]:
        return {row.suffix: row.kind for row in self.hosts}


def _check(found: Iterable[str], kinds: tuple[str, ...], file: str) -> None:
    for kind in found:
        if kind not in kinds:
            raise RegistryError(f"kind {kind!r} is none of {kinds}", where=file)


def read_contacts(folder: Path) -> Contacts:
    """The tables of a folder. Raises RegistryError (file:line)."""
    return Contacts(
        read_table(folder / "contact_labels.tsv", ContactLabel), read_table(folder / "host_kinds.tsv", HostKind)
    )


def _spaced(label: str, behind: str) -> str:
    """A label whose characters may stand apart: 邮 编, 传 真; `behind`: what is asked behind the first one."""
    first, *others = map(re.escape, label)
    return ("" if label.isascii() else " {0,4}").join([first + behind, *others])
