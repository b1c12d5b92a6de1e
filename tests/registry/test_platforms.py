"""The tables of platforms: order, references, and errors that say where."""

from pathlib import Path

import pytest

from gigraph.errors import RegistryError
from gigraph.extractors.platforms import PlatformForm
from gigraph.models import Document, ReportField, Source
from gigraph.registry import load_registry
from gigraph.registry.platforms import KINDS, PlatformContext, read_platforms
from gigraph.resolve.place import make_place
from gigraph.resolve.platforms.owners import site_owner

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
    wording = load_registry().wording
    edges = PLATFORMS.words("cut", "conjunction", "plural")
    edges += wording.lead_words("plain") + wording.lead_words("ambiguous")
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


@pytest.mark.parametrize("row", [row for row in PLATFORMS.contexts if row.role == "between"], ids=lambda row: row.word)
def test_a_word_between_owner_and_site_is_no_part_of_the_owner(row: PlatformContext) -> None:
    fields = (ReportField("publisher", "礼泉县财政局"), ReportField("year", 2016))
    place = make_place(fields, Document("", Source("a"), "0" * 64), (), load_registry())
    owner = site_owner(PlatformForm(f"县财政局{row.word}网站", "website", "网站", "site", "门户网站"), place)
    assert owner is not None
    assert owner.agency is not None
    assert owner.agency.name == "礼泉县财政局"


@pytest.mark.parametrize("word", ["局", "所", "站", "处", "社", "校"])
def test_our_site_is_the_publishers_whatever_body_it_is(word: str) -> None:
    name = {"校": "咸阳职业学校"}.get(word, f"礼泉县移民管理{word}")
    place = make_place((ReportField("publisher", name),), Document("", Source("a"), "0" * 64), (), load_registry())
    owner = site_owner(PlatformForm(f"我{word}网站", "website", "网站", "site", "门户网站"), place)
    assert owner is not None
    assert owner.agency is not None
    assert owner.agency.name == name


def test_an_unknown_kind_is_told_with_its_line(tmp_path: Path) -> None:
    for file in ("terms", "names", "contexts", "exclusions"):
        name = f"platform_{file}.tsv"
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    path = tmp_path / "platform_names.tsv"
    lines = path.read_text(encoding="utf-8").splitlines()
    cells = lines[2].split("\t")
    lines[2] = "\t".join([*cells[:2], "gossip", *cells[3:]])
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(RegistryError, match=r"platform_names\.tsv:3.*gossip"):
        read_platforms(tmp_path)
