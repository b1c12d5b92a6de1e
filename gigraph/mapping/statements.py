"""A report's statements as they are found, by subject: sorting short lists is cheaper than all lines at once."""

from bisect import insort
from collections.abc import Iterable
from dataclasses import dataclass

from gigraph.iris import text_iri
from gigraph.mapping.lines import NAMES, Pair, iri, plain
from gigraph.models import Document, Mention

_TYPE, _SPAN, _EXACT = NAMES["rdf:type"], NAMES["gi:TextSpan"], NAMES["gi:exact"]
_EVIDENCE, _REPAIR = NAMES["gi:evidence"], NAMES["gi:repair"]


@dataclass(frozen=True, slots=True)
class Stated:
    """A report's statements by subject, in the order of its lines.

    things: of each subject `predicate object` as in its lines, sorted and each once; places in the text are apart.
    words: what stands at each of those places, by their subjects. count: how many statements all of them are.
    """

    things: dict[str, list[str]]
    words: dict[str, str]
    count: int


class Statements:
    """What one report's graph states; subjects and values are terms in N-Quads."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._place = iri(text_iri(document.digest)).removesuffix(">") + "#char="  # as `iris.place_of` reads it
        self._nodes: dict[str, list[str]] = {}
        self._sorted: dict[str, list[str]] = {}  # of other things, in order and each once
        self._spans: dict[str, str] = {}  # the words in the text by the span's IRI

    def add(self, subject: str, predicate: str, value: str | None) -> None:
        """One statement; none where there is no value. predicate: a prefixed name."""
        if value is not None:
            self._nodes.setdefault(subject, []).append(f"{NAMES[predicate]} {value}")

    def node(self, subject: str, kind: str, pairs: Iterable[Pair], mentions: Iterable[Mention] = ()) -> None:
        """The statements about one thing: its class, one for each pair that has an object, and its evidence.

        mentions: its words in the text, which are stated too, with what was mended there.
        """
        self.tell(subject, [f"{NAMES[predicate]} {value}" for predicate, value in pairs if value is not None], mentions)
        self._nodes[subject].append(f"{_TYPE} {NAMES[kind]}")

    def tell(self, subject: str, statements: Iterable[str], mentions: Iterable[Mention] = ()) -> None:
        """Statements about one thing, each `predicate object` as terms in N-Quads, and its evidence as in `node`."""
        found = self._nodes.setdefault(subject, [])
        found += statements
        for mention in mentions:
            found.append(self._evidence(mention))
            if mention.repair:
                found.append(f"{_REPAIR} {plain(mention.repair)}")

    def tell_all(self, subject: str, statements: Iterable[str], evidence: Mention) -> None:
        """All that is stated about one thing. statements: as in `tell`, sorted already, which is cheaper than here.

        Raises ValueError where all was told before; `stated` does where `add`, `node` or `tell` tell of it, too.
        """
        found = list(statements)
        insort(found, self._evidence(evidence))
        if self._sorted.setdefault(subject, found) is not found:
            raise ValueError(f"all was stated about {subject} before")

    def _evidence(self, mention: Mention) -> str:
        """The statement of a thing's words in the text, which are stated too."""
        start, end = mention.span.start, mention.span.end
        span = f"{self._place}{start},{end}>"
        self._spans[span] = self._text[start:end]
        return f"{_EVIDENCE} {span}"

    def stated(self) -> Stated:
        """All statements, each once. Raises ValueError where more was told about a thing than all (`tell_all`)."""
        if more := self._nodes.keys() & self._sorted.keys():
            raise ValueError(f"more was stated about {min(more)} than all")
        known = {subject: sorted(set(found)) for subject, found in self._nodes.items()} | self._sorted
        things = {subject: known[subject] for subject in sorted(known)}
        return Stated(things, self._spans, sum(map(len, things.values())) + 2 * len(self._spans))


def triples(stated: Stated) -> bytes:
    """All statements as sorted N-Triples lines in UTF-8.

    Subjects end with >, which none of them has inside, so lines sorted by subject and then by the rest are sorted.
    """
    typed, exact = f" {_TYPE} {_SPAN} .\n", f" {_EXACT} "
    blocks = {
        subject: (f"{subject} " + f" .\n{subject} ".join(each) + " .\n").encode()
        for subject, each in stated.things.items()
    }
    for span, words in stated.words.items():
        blocks[span] = f"{span}{typed}{span}{exact}{plain(words)} .\n".encode()
    return b"".join([blocks[subject] for subject in sorted(blocks)])
