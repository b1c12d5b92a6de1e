"""The tables of platforms: order, references, and errors that say where."""

from pathlib import Path

import pytest

from gigraph.errors import RegistryError
from gigraph.registry import load_registry
from gigraph.registry.platforms import KINDS, read_platforms

PLATFORMS = load_registry().platforms
FOLDER = load_registry().folder


@pytest.mark.parametrize("file", ["terms", "names", "contexts", "exclusions"])
def test_rows_are_sorted_and_unique(file: str) -> None:
    lines = (FOLDER / f"platform_{file}.tsv").read_text(encoding="utf-8").splitlines()[1:]
    cells = [tuple(line.split("\t")) for line in lines]
    assert cells == sorted(cells)
    assert len(set(cells)) == len(cells)


def test_a_term_a_name_and_an_edge_word_stand_once() -> None:
    terms = [row.term for row in PLATFORMS.terms]
    assert len(set(terms)) == len(terms)
    forms = [form for row in PLATFORMS.names for form in (row.name, *row.aliases)]
    assert len(set(forms)) == len(forms)
    edges = PLATFORMS.words("cut", "keep", "plural", "conjunction")
    assert len(set(edges)) == len(edges)


def test_every_kind_has_a_term() -> None:
    assert {row.kind for row in PLATFORMS.terms} == KINDS


def test_a_kept_word_holds_what_would_cut_it() -> None:
    edges = PLATFORMS.words("cut", "conjunction", "plural")
    idle = [word for word in PLATFORMS.words("keep") if not any(edge in word for edge in edges)]
    assert idle == []


def test_an_exclusion_names_terms_of_the_registry() -> None:
    terms = {row.term for row in PLATFORMS.terms}
    unknown = {term for row in PLATFORMS.exclusions for term in row.terms} - terms
    assert unknown == set()


def test_an_example_holds_its_word() -> None:
    for row in PLATFORMS.terms:
        assert row.term in row.example
    for context in PLATFORMS.contexts:
        assert context.word in context.example
        assert all(found in context.example for found in context.finds)
    for exclusion in PLATFORMS.exclusions:
        assert exclusion.phrase in exclusion.example


def test_an_unknown_kind_is_told_with_its_line(tmp_path: Path) -> None:
    for file in ("terms", "names", "contexts", "exclusions"):
        name = f"platform_{file}.tsv"
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    path = tmp_path / "platform_names.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[2] = lines[2].replace("\tpress\t", "\tgossip\t").replace("\twebsite\t", "\tgossip\t")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"platform_names\.tsv:3.*gossip"):
        read_platforms(tmp_path)
