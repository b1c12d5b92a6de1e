"""What an extractor of platforms makes of the characters it found."""

from dataclasses import dataclass, replace
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class PlatformForm:
    """A platform's name as the text gives it: `name` in the matching view's characters, ending in `term` if it has one.

    kind: of the annotation guideline. use and group: of the term in the registry ("name" for a known name).
    beside: the start, in the document, of the mention that names the same platform in front of this one.
    """

    name: str
    kind: str
    term: str
    use: str
    group: str
    beside: int | None = None

    @property
    def modifier(self) -> str:
        """What stands before the term.

        >>> PlatformForm("县政府网站", "website", "网站", "site", "门户网站").modifier
        '县政府'
        """
        return self.name.removesuffix(self.term) if self.term else self.name

    def at(self, beside: int) -> "PlatformForm":
        """The form as another name of what stands at `beside`."""
        return replace(self, beside=beside)


class Found(NamedTuple):
    """A find in the view: start, end (exclusive), what it is, and the rule that found it."""

    start: int
    end: int
    form: PlatformForm
    rule: str
