"""The JSON of `gigraph extract`: the form of the gold, exact evidence, stable for any text."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigraph.documents import read_document, text_document
from gigraph.errors import ReadError
from gigraph.models import (
    AgencyEntry,
    Document,
    Kind,
    Mention,
    Outcome,
    PlatformEntry,
    RegulationEntry,
    ReportFacts,
    ReportField,
    Resolution,
    Source,
    Span,
)
from gigraph.pipeline import facts_of, read_facts
from gigraph.pipeline.contract import quote, to_json

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared"
REPORTS = sorted(REPOSITORY.glob("seeds/reports/*.txt")) + sorted(SHARED.glob("corpus/*.txt"))
KEYS = [
    "file",
    "document_type",
    "text_digest",
    "url",
    "warnings",
    "report",
    "regulations",
    "agencies",
    "platforms",
    "statistics",
    "tables",
    "open_cells",
    "contacts",
    "urls",
    "codes",
]
ENTRY_KEYS = {
    "regulations": [
        "name",
        "aliases",
        "number",
        "issuer",
        "relation",
        "bracketed",
        "quote",
        "outcome",
        "method",
        "iri",
        "candidates",
        "version",
        "articles",
        "role",
        "section",
        "status",
        "acts",
        "issuer_code",
        "mentions",
    ],
    "agencies": [
        "name",
        "aliases",
        "kind",
        "region",
        "parent",
        "shares_body_with",
        "surfaces",
        "outcome",
        "method",
        "iri",
        "candidates",
        "mentions",
    ],
    "platforms": [
        "name",
        "aliases",
        "kind",
        "operator",
        "operator_iri",
        "surfaces",
        "outcome",
        "method",
        "iri",
        "candidates",
        "mentions",
    ],
}
TEXT = "某县年报\n根据《政府信息公开条例》（国令第711号），县财政局在县政府网站公开。落实《政府信息公开条例》。"


def mention(kind: Kind, words: str, document: Document, nth: int = 1, repair: str | None = None) -> Mention:
    start = -1
    for _ in range(nth):
        start = document.text.index(words, start + 1)
    return Mention(kind, Span(start, start + len(words)), words, None, "rule", repair)


@pytest.fixture
def facts() -> ReportFacts:
    document = text_document(TEXT, Source("县/年报.txt"))
    resolved = Resolution(Outcome.RESOLVED, "https://example.org/1", "title")
    return ReportFacts(
        document=document,
        document_type="annual-report",
        fields=(ReportField("title", "某县年报", mention(Kind.REPORT, "某县年报", document)), ReportField("year", 2020)),
        regulations=(
            RegulationEntry(
                "中华人民共和国政府信息公开条例", ("政府信息公开条例",), None, "国务院", "cites", True,
                (mention(Kind.TITLE, "《政府信息公开条例》", document, 2), mention(Kind.TITLE, "《政府信息公开条例》", document, repair="bracket")),
                resolved, None, ("第一条",),
            ),
        ),
        agencies=(
            AgencyEntry("某县财政局", (), (mention(Kind.AGENCY, "县财政局", document),), Resolution(Outcome.AMBIGUOUS, candidates=("a", "b")), "department", "430001", "某县人民政府"),
        ),
        platforms=(PlatformEntry("某县人民政府网站", (), "website", (mention(Kind.PLATFORM, "县政府网站", document),), resolved, "某县人民政府"),),
    )  # fmt: skip


def test_the_whole_object(facts: ReportFacts) -> None:
    found = to_json(facts)
    assert list(found) == KEYS
    assert (found["file"], found["document_type"]) == ("县/年报.txt", "annual-report")
    assert found["report"] == {
        "title": "某县年报", "publisher": None, "year": 2020, "period_start": None, "period_end": None, "issued": None,
        "index_number": None, "evidence": {"title": {"start": 0, "end": 4, "exact": "某县年报"}},
    }  # fmt: skip
    (regulation,) = found["regulations"]
    assert [entry["start"] for entry in regulation["mentions"]] == [7, 42]
    assert [entry.get("repair") for entry in regulation["mentions"]] == ["bracket", None]
    assert regulation["quote"] in TEXT
    assert (regulation["outcome"], regulation["iri"], regulation["articles"]) == (
        "resolved",
        "https://example.org/1",
        ["第一条"],
    )
    (agency,) = found["agencies"]
    assert (agency["outcome"], agency["iri"], agency["candidates"]) == ("ambiguous", None, ["a", "b"])
    assert (agency["surfaces"], agency["region"], agency["parent"]) == (["县财政局"], "430001", "某县人民政府")
    (platform,) = found["platforms"]
    assert (platform["kind"], platform["operator"], platform["surfaces"]) == ("website", "某县人民政府", ["县政府网站"])
    for category, keys in ENTRY_KEYS.items():
        assert [list(entry) for entry in found[category]] == [keys]
    assert found["statistics"] is None
    assert found["tables"] is None


@pytest.mark.parametrize(
    ("text", "span", "expected"),
    [
        ("国务院公报", Span(0, 3), "国务院公报"),
        ("《甲》\n《乙》的规定\n", Span(4, 7), "《乙》的规定"),
        ("《甲》和《乙》和《甲》", Span(8, 11), "《甲》和《乙》和《甲》"),
        ("长" * 100, Span(0, 100), "长" * 60),
    ],
)
def test_quote(text: str, span: Span, expected: str) -> None:
    assert quote(text, span) == expected


@given(st.text(alphabet="《甲乙》的。\n", min_size=1, max_size=90), st.data())
def test_a_quote_holds_its_span_and_stays_in_the_line(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, min(len(text), start + 20)))
    found = quote(text, Span(start, end))
    assert text[start:end] in found
    assert found in text
    assert len(found) <= 60
    assert "\n" not in found.replace(text[start:end], "", 1)


def assert_evidence(found: dict[str, Any], text: str) -> None:
    """Every mention's words are those of the text at its place, in document order; the object is plain JSON."""
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
    entries = [entry for category in ENTRY_KEYS for entry in found[category]]
    entries += [entry for category in ("statistics", "tables") for entry in found[category] or []]
    for entry in entries:
        places = [(item["start"], item["end"]) for item in entry["mentions"]]
        assert places == sorted(set(places))
        assert places
        assert all(item["exact"] == text[item["start"] : item["end"]] for item in entry["mentions"])
        assert "surfaces" not in entry or set(entry["surfaces"]) == {item["exact"] for item in entry["mentions"]}
    for item in found["report"]["evidence"].values():
        assert item["exact"] == text[item["start"] : item["end"]]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_evidence_of_real_reports(path: Path) -> None:
    document = read_document(path)
    found = to_json(read_facts(path))
    assert_evidence(found, document.text)
    assert found["file"] == path.name
    assert found["report"]["year"]
    assert all(8 <= len(entry["quote"]) <= 60 for entry in found["regulations"])
    assert to_json(read_facts(path)) == found


WORDS = [
    "某县财政局", "2018年", "政府信息公开工作年度报告", "《", "》", "政府信息公开条例", "（以下简称《条例》）", "国办发〔2015〕15号", "国办发〔201747号", "国务院令第492号", "〔", "号", "关于印发", "的通知",
    "县政府网站", "县委", "省财政厅", "办公室", "制定了", "《管理办法》", "该办法", "。", "，", "\n", "一、概述", "320条", "第二十条第（一）项", "本年制发件数", "0 0 0", "12345热线", "微信公众号", "打印", "索引号:", "来源：",
    "1月1日", "至12月31日", "\u200b", "（", "）", "<", ">", "、", " ", "領導小組", "局", "\ud83d\ude00",
]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), max_size=60).map("".join))
def test_any_text_goes_through_the_whole_pipeline(text: str) -> None:
    from gigraph.documents import document_of

    try:
        document = document_of(text.encode("utf-8", "replace"), "a.txt")
    except ReadError:
        return
    assert_evidence(to_json(facts_of(document)), document.text)
