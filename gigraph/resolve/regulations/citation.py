"""One document as a report cites it, before it is known which it is."""

from dataclasses import dataclass, field

from gigraph.models import DocumentNumber, Mention


@dataclass(slots=True)
class Citation:
    """One document at one place of a text, or at several where the later ones are short forms of the first."""

    name: str | None
    mentions: list[Mention]
    number: DocumentNumber | None = None
    readings: tuple[DocumentNumber, ...] = ()  # what a damaged number may be
    orders: list[DocumentNumber] = field(default_factory=list)
    articles: list[str] = field(default_factory=list)
    rule: str = ""

    @property
    def start(self) -> int:
        return self.mentions[0].span.start
