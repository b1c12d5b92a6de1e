"""One-page reports: what they say, in both languages, and that names are nothing but text in them."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import html as lxml_html

from gigraph.exporters.page import to_html, to_markdown
from gigraph.exporters.page_drawing import bars, star
from gigraph.queries.cards import Card, Section
from gigraph.queries.dossier import Chart, Dossier, Neighbour, dossier
from gigraph.queries.names import resolve_name
from gigraph.store import open_graph

HOSTILE = '<script>alert(1)</script> | "x" & `y` *z* [a](b) #'


def page_of(store: Path, name: str, kind: str) -> Dossier:
    with open_graph(store) as graph:
        assert graph.generation is not None
        hit = resolve_name(graph, graph.generation.names, name, (kind,))
        return dossier(graph, hit.iri, hit.kind, hit.label)


@pytest.mark.parametrize(
    ("name", "kind", "said"),
    [
        ("临江市人民政府", "agency", ["引用、制发、公开的文件", "国办发〔2015〕22号", "关联"]),
        ("政府信息公开条例", "regulation", ["引用机关", "临江市人民政府", "施行"]),
        ("临江市", "region", ["机关", "临江市统计局", "880100"]),
    ],
)
def test_a_page_of_each_kind(small_store: Path, name: str, kind: str, said: list[str]) -> None:
    page = page_of(small_store, name, kind)
    chinese, english = to_html(page, "zh"), to_markdown(page, "en")
    for words in said:
        assert words in chinese
    assert "Doubts and findings" in english
    assert not lxml_html.fromstring(chinese).xpath("//script|//link|//img|//iframe|//@src|//@href")
    assert to_html(page_of(small_store, name, kind), "zh") == chinese


def doubts_of(store: Path, name: str, kind: str) -> dict[str, set[str]]:
    """The questions that have an answer on a page, each with the reports and publishers that the answer names."""
    page = page_of(store, name, kind)
    return {
        section.title: {str(record[key]) for record in section.records for key in ("report",) if record.get(key)}
        for section in page.doubts
    }


def test_a_region_has_the_doubts_of_its_agencies(small_store: Path) -> None:
    """And of those below it; a page that tells of none must not be one that never looked."""
    province, city = doubts_of(small_store, "云山省", "region"), doubts_of(small_store, "临江市", "region")
    agencies = [doubts_of(small_store, name, "agency") for name in ("临江市人民政府", "临江市统计局")]
    together: dict[str, set[str]] = {}
    for each in agencies:
        for title, reports in each.items():
            together.setdefault(title, set()).update(reports)
    assert together
    assert city == together
    assert all(reports <= province[title] for title, reports in city.items())


def test_evidence_has_its_place(small_store: Path) -> None:
    page = page_of(small_store, "临江市人民政府", "agency")
    (regulations,) = (section for section in page.sections if section.title == "regulations")
    quote = regulations.records[0]["evidence"][0]
    assert f"[{quote['start']}–{quote['end']}]" in to_html(page, "zh")
    assert quote["text"] in to_markdown(page, "zh")


def test_no_section_is_without_what_it_is_about(small_store: Path) -> None:
    """Contacts and hosts have columns of their own; a copy is told with the report that it is a copy of."""
    page = page_of(small_store, "临江市人民政府", "agency")
    contacts = Section("contacts", [{"year": 2016, "detail": "telephone", "value": "0123-4567890"}])
    hosts = Section("addresses on other than government hosts",
                    [{"host": "a.example.com", "hostKind": "other", "url": "http://a.example.com/x", "stated": "text", "year": 2016}])  # fmt: skip
    copies = Section("duplicate-reports", [{"kind": "perhaps a copy", "sourceKey": "a.txt", "otherKey": "b.pdf"}])
    page = replace(page, card=Card(page.iri, "agency", (), (contacts, hosts)), doubts=(copies,))
    chinese, english = to_markdown(page, "zh"), to_markdown(page, "en")
    assert "| 2016 | 电话 | 0123-4567890 |" in chinese
    assert "| 2016 | a.example.com | 其他 | http://a.example.com/x |" in chinese
    assert "| 疑似副本 | a.txt | b.pdf |" in chinese
    assert "| 2016 | telephone | 0123-4567890 |" in english


def test_names_are_only_text(small_store: Path) -> None:
    page = page_of(small_store, "临江市人民政府", "agency")
    section = Section("reports", [{"title": HOSTILE, "year": 2015}])
    card = Card(page.iri, "agency", (("name", HOSTILE),), (section,))
    hostile = replace(
        page, label=HOSTILE, card=card, neighbours=(Neighbour(HOSTILE, "agency", 2),),
        charts=(Chart(HOSTILE, {HOSTILE: [(2015, Decimal(3))]}),), doubts=(section,),
    )  # fmt: skip
    tree = lxml_html.fromstring(to_html(hostile, "en"))
    assert not tree.xpath("//script")
    assert tree.xpath("string(//h1)") == HOSTILE
    row = next(line for line in to_markdown(hostile, "en").splitlines() if line.startswith("| \\<script"))
    assert row.replace("\\|", "").count("|") == 3


def test_drawings_are_well_formed_and_hold_all() -> None:
    lines = {"a": [(2014, Decimal(3)), (2016, Decimal(0))], "b": [(2016, Decimal("2.5"))]}
    drawn = ET.fromstring(bars(lines))
    assert len(drawn.findall("{*}rect")) == 3
    assert {text.text for text in drawn.findall("{*}text")} >= {"2014", "2016", "3", "2.5"}
    around = ET.fromstring(star("甲", [("乙" * 40, "agency", 1), ("<丙>", "regulation", 5)]))
    assert len(around.findall("{*}line")) == 2
    assert [title.text for title in around.iter("{http://www.w3.org/2000/svg}title")] == ["甲", "乙" * 40, "<丙>"]
    ET.fromstring(bars({}))
    ET.fromstring(star("甲", []))


def test_the_rest_of_a_long_section_is_counted(small_store: Path) -> None:
    page = page_of(small_store, "临江市人民政府", "agency")
    card = Card(page.iri, "agency", (), (Section("reports", [{"title": f"报告{n}"} for n in range(25)]),))
    assert "and 5 more" in to_markdown(replace(page, card=card), "en")
