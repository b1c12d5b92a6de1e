"""Words of the sentence that stand right before a name of a body and are no part of it: 通过 in 通过县财政局.

Most names have no mark at their beginning. A verb, a preposition or an adverb that is known ends the sentence's words.
"""

from collections.abc import Iterable

from gigraph.registry.open_words import OpenWords
from gigraph.registry.wording_rows import LeadWord


class LeadWords:
    """The words of lead_words.tsv with what bodies' names make of them, by what they are worth.

    sure: of two characters or more, never a part of a body's name (通过). words: those and others, which may be one
    (管理, 审批). single: of one character, which may be a part of another word (在, 报).
    """

    def __init__(
        self,
        rows: Iterable[LeadWord],
        more: Iterable[str] = (),
        in_names: Iterable[str] = (),
        unlisted: OpenWords | None = None,
    ) -> None:
        """more: further words, sure where they have two characters; in_names: plain ones that bodies' names have.

        unlisted: those that no row has, which are sure.
        """
        self._open = unlisted
        rows, more = tuple(rows), tuple(more)
        known = {*(row.word for row in rows), *more}
        plain = {*(row.word for row in rows if row.use == "plain"), *more} - {*in_names}
        self.words = frozenset(word for word in known if len(word) > 1)
        self.sure = frozenset(word for word in plain if len(word) > 1)
        self.single = frozenset(word for word in known if len(word) == 1)
        sizes: dict[str, set[int]] = {}
        for word in self.words:
            sizes.setdefault(word[-2:], set()).add(len(word))
        self._sizes = {ending: tuple(sorted(found, reverse=True)) for ending, found in sizes.items()}

    def listed(self, text: str, at: int, start: int = 0, *, sure: bool = False) -> int:
        """The same as `before` by the rows alone: what groups are named for may be any verb (政府职能转变领导小组)."""
        sizes = self._sizes.get(text[at - 2 : at]) if at - 2 >= start else None
        words = self.sure if sure else self.words
        return next((size for size in sizes or () if at - size >= start and text[at - size : at] in words), 0)

    def before(self, text: str, at: int, start: int = 0, *, sure: bool = False) -> int:
        """How long the longest word (of two characters or more) is that ends at an offset; 0 where none does.

        sure: only words that are never a part of a name.

        >>> words = LeadWords([LeadWord("通过", "plain"), LeadWord("管理", "ambiguous")])
        >>> words.before("我局通过县财政局", 4), words.before("通过县财政局", 1), words.before("管理局", 2, sure=True)
        (2, 0, 0)
        """
        if at - 2 < start:
            return 0
        if size := self.listed(text, at, start, sure=sure):
            return size
        return self._open.ending_at(text, at, start) if self._open else 0

    def has_verb(self, text: str) -> bool:
        """Whether a verb stands in a text that no row and no name of the registry has."""
        return self._open is not None and self._open.has_verb(text)

    def acts(self, text: str, at: int) -> bool:
        """Whether a verb begins at an offset, one that is a noun as well or an adverb before it included."""
        return self._open is not None and self._open.acts(text, at)

    def names_nothing(self, word: str) -> bool:
        """Whether a whole word is a pronoun or a particle by the dictionary: 其余, 或者."""
        return self._open is not None and self._open.leads_on(word)

    def leads(self, text: str, at: int, start: int = 0) -> bool:
        """Whether any word, also one of a single character, ends at an offset."""
        return at > start and (text[at - 1] in self.single or self.before(text, at, start) > 0)
