"""A noun of the registry in the text with the words that belong to its name, and whether it counts as a platform."""

import re
from typing import NamedTuple

from gigraph.extractors.platforms.channels import (
    is_channel,
    is_listed,
)
from gigraph.extractors.platforms.exclusions import is_framed
from gigraph.extractors.platforms.lexicon import FOLLOWING, Lexicon
from gigraph.registry.platforms import PlatformTerm

_THROUGH = re.compile(r"(?:通过|[利运使]用|采用|依[托靠]|凭借|借助|登[录陆]|[在经用借由])\Z")
_ON_SITE = re.compile(r"上(?:传|(?:主动|共|累计|及时|集中)?(?:公开|发布|公布|公示))")  # 在县政府网上公开


class Candidate(NamedTuple):
    """A noun at head..end of text[floor:ceiling] and where its name starts.

    modifier: what stands before the noun. quoted: all of the name is in quotation marks. direct: 在 stands before it.
    """

    text: str
    floor: int
    ceiling: int
    start: int
    head: int
    end: int
    modifier: str
    quoted: bool
    direct: bool
    term: PlatformTerm
    lexicon: Lexicon

    @property
    def excluded(self) -> bool:
        """Whether the registry forbids it."""
        end = self.end
        if self.direct and self.term.use == "net" and _ON_SITE.match(self.text, end):
            end += 1
        following = self.text[end : min(end + FOLLOWING, self.ceiling)]
        if is_framed(self.text, self.head, end):
            following = ""
        return self.lexicon.excluded(self.term.term, self.modifier, following)

    @property
    def channel(self) -> bool:
        """Whether something is published or served through it."""
        return is_channel(self.text, self.floor, self.ceiling, self.start, self.end, self.lexicon)

    @property
    def served(self) -> bool:
        """Whether right beside it stands what is done through it: 通过南山平台, 南山平台受理56件."""
        through = _THROUGH.search(self.text, max(self.floor, self.start - 4), self.start)
        return bool(through or self.lexicon.serves.match(self.text, self.end, self.ceiling))

    @property
    def listed(self) -> bool:
        """Whether it stands in a list."""
        return is_listed(self.text, self.start, self.end)
