"""The nouns of documents' names: every example is run where its use says."""

from pathlib import Path

import pytest

from gigraph.errors import RegistryError
from gigraph.extractors import regulations, short_forms
from gigraph.extractors.titles import is_short
from gigraph.models import Document, Mention, Source
from gigraph.registry import load_registry
from gigraph.registry.document_nouns import USES, DocumentNoun, DocumentNouns, read_document_nouns
from gigraph.resolve.regulations.antecedents import noun_of
from gigraph.text.reading import make_reading

REGISTRY = load_registry()
NOUNS = REGISTRY.document_nouns
# The rule, or the repair, of the mentions that a use gives.
GIVES = {
    "unclosed": "lost-closing-mark",
    "drafted": "drafted",
    "yearly": "yearly",
    "lasting": "agency-document",
    "issued": "issued-by",
    "about": "agency-about",
    "notice": "notice",
    "followed": "notice",
    "short": "short-title",
}


def mentions(text: str) -> list[Mention]:
    reading = make_reading(Document(f"x。{text}", Source("a"), "0" * 64))
    return [*regulations.extract(reading, REGISTRY), *short_forms.extract(reading, REGISTRY)]


@pytest.mark.parametrize("row", NOUNS.rows, ids=lambda row: f"{row.use}-{row.noun}")
def test_the_example_of_a_noun_ends_a_name_with_it(row: DocumentNoun) -> None:
    found = mentions(row.example)
    if row.use in GIVES:
        names = [each.value for each in found if GIVES[row.use] in (each.rule, each.repair)]
        assert any((name if isinstance(name, str) else name[0]).endswith(row.noun) for name in names), found
    else:
        assert found == []


@pytest.mark.parametrize("row", NOUNS.rows, ids=lambda row: f"{row.use}-{row.noun}")
def test_a_noun_alone_is_short_for_a_document_and_known_by_its_end(row: DocumentNoun) -> None:
    if row.use in ("short", "referred", "generic"):
        assert is_short(row.noun, NOUNS)
        known = noun_of(f"某省信息公开{row.noun}(试行)", NOUNS) == row.noun
        assert known == (row.use != "generic")


def test_each_use_has_rows_that_stand_once_and_in_order() -> None:
    rows = [(row.noun, row.use) for row in NOUNS.rows]
    assert rows == sorted(set(rows))
    assert {row.use for row in NOUNS.rows} == USES
    alone = [row.noun for row in NOUNS.rows if row.use in ("short", "referred", "generic")]
    assert len(alone) == len(set(alone))


def test_a_row_more_is_a_short_form_more() -> None:
    row = DocumentNoun("白皮书", "short", "按照《白皮书》要求")
    assert not is_short("白皮书", NOUNS)
    assert is_short("白皮书", DocumentNouns([*NOUNS.rows, row]))


def test_an_unknown_use_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "document_nouns.tsv").write_text("noun\tuse\texample\n办法\tgossip\t按照《办法》\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"document_nouns\.tsv:2.*gossip"):
        read_document_nouns(tmp_path)
