"""A vault for Obsidian: a note an agency, regulation, platform and report, with links between them, in Chinese.

Notes are Markdown with properties (front matter); any other reader of Markdown shows them too.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

from gigraph.exporters.filenames import FileNames
from gigraph.exporters.options import NONE, Options
from gigraph.exporters.page_wording import word
from gigraph.exporters.reports import ENTITIES, Matching, Report, duplicates, full, read_reports
from gigraph.exporters.statements import Iri
from gigraph.exporters.tables.columns import TABLES, Row
from gigraph.exporters.tables.rows import Maker, Names, rows

_THINGS: Final = ("agencies", "regulations", "platforms")
_EDGES: Final = ("gi:cites", "gi:issues", "gi:discloses", "gi:usesPlatform")
_HEADINGS: Final = {"agencies": "机关", "regulations": "文件", "platforms": "平台", "reports": "报告"}
_SHOWN = str.maketrans("|[]<>\n\r", "｜［］＜＞  ")  # what would end a link or be taken for a mark
_NO_TAG = re.compile(r"[^\w/-]+")
_NO_YAML = re.compile("[\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")  # what YAML 1.2 does not allow as it is
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Vault:
    """The folder that is written, and the path of each thing's note in it, without suffix."""

    folder: Path
    notes: Mapping[str, str]

    def link(self, thing: str | None, label: str | None = None) -> str:
        """A link to a thing's note; its label alone where it has none."""
        shown = (label or thing or "").translate(_SHOWN)
        return f"[[{self.notes[thing]}|{shown}]]" if thing and thing in self.notes else shown

    def write(self, thing: str, properties: Record, lines: Iterable[str]) -> None:
        """Writes the note of a thing: its properties, a heading, and lines."""
        front = [
            f"{name}: {_NO_YAML.sub('', json.dumps(value, ensure_ascii=False))}"
            for name, value in properties.items()
            if value
        ]
        title = str(properties["title"]).translate(_SHOWN)
        text = "\n".join(["---", *front, "---", "", f"# {title}", "", *lines]) + "\n"
        (self.folder / f"{self.notes[thing]}.md").write_bytes(text.encode("utf-8", "replace"))


def write(source: Matching, folder: Path, options: Options = NONE) -> None:
    """Writes the vault into an empty folder; reports that are there more than once have one note."""
    notes = _notes(source, copies=options.copies)
    vault, names = Vault(folder, notes), Names(source)
    for name in (*_THINGS, "reports"):
        (folder / name).mkdir()
    counts = dict.fromkeys((*_THINGS, "reports"), 0)
    for table, row in rows(source, _THINGS, step=options.step):
        _write_thing(source, vault, names, table, _record(table, row))
        counts[table] += 1
    maker = Maker(source, names)
    for report in read_reports(source, copies=options.copies, step=options.step):
        _write_report(vault, maker, report)
        counts["reports"] += 1
    index = [f"- {_HEADINGS[name]}: {count:,}" for name, count in counts.items()]
    (folder / "index.md").write_text("\n".join(["# gigraph", "", *index]) + "\n", "utf-8")


def _notes(source: Matching, *, copies: bool) -> dict[str, str]:
    """The paths of all notes: names that come twice are numbered in the order of the IRIs."""
    labels = Names(source).facts.values("skos:prefLabel")
    found: dict[str, str] = {}
    for table, kind in zip(_THINGS, ("gi:Agency", "gi:Regulation", "gi:Platform"), strict=True):
        quads = source.quads(predicate=full("rdf:type"), object=Iri(full(kind)), graph=ENTITIES)
        names = FileNames()
        for thing in sorted(str(quad.subject) for quad in quads):
            found[thing] = f"{table}/{names.name(labels.get(thing) or unquote(thing.rpartition('/')[2]))}"
    left_out = {} if copies else duplicates(source)
    quads = source.quads(predicate=full("rdf:type"), object=Iri(full("gi:Report")))
    titles = {str(quad.subject): "" for quad in quads if quad.subject not in left_out}
    for quad in source.quads(predicate=full("dct:title")):
        if quad.subject in titles and not isinstance(quad.object, Iri):
            titles[quad.subject] = max(titles[quad.subject], quad.object.value)
    names = FileNames()
    for thing, title in sorted(titles.items()):
        found[thing] = f"reports/{names.name(title or thing.rpartition('/')[2])}"
    return found


def _write_thing(source: Matching, vault: Vault, names: Names, table: str, record: Record) -> None:
    """The note of an agency, a regulation or a platform: its facts, and what it is tied to."""
    thing = record[TABLES[table].columns[0].name]
    label = record["label"] or unquote(thing.rpartition("/")[2])
    kind = record.get("kind_label") or record.get("type_label")
    properties = {
        "title": label, "iri": thing, "tags": [table, *([_NO_TAG.sub("-", kind)] if kind else [])],
        "aliases": list(record["other_names"]),
        "region": record.get("region_label"), "number": record.get("number"), "dated": record.get("dated"),
        "in_force": record.get("in_force"), "no_longer_in_force": record.get("no_longer_in_force"),
    }  # fmt: skip
    lines = [f"{word(name, 'zh')}: {vault.link(*ends)}" for name, *ends in _ties(record, names) if ends[0]]
    for edge in _EDGES:
        quads = source.quads(subject=thing, predicate=full(edge), graph=ENTITIES)
        ends = sorted(str(quad.object) for quad in quads)
        title = "platforms" if edge == "gi:usesPlatform" else edge.partition(":")[2]
        lines += _section(title, (vault.link(end, names.label(end)) for end in ends))
    vault.write(thing, properties, lines)


def _ties(record: Record, names: Names) -> Iterator[tuple[str, str | None, str | None]]:
    """What one thing alone stands in a relation to."""
    for name, column in (
        ("parent", "parent"), ("publisher", "issuer"), ("operator", "operator"), ("versions", "version_of"),
        ("other", "same_as"),
    ):  # fmt: skip
        yield name, record.get(column), names.label(record.get(column))


def _write_report(vault: Vault, maker: Maker, report: Report) -> None:
    """The note of a report: what it cites, names and counts, with its words."""
    record = _record("reports", maker.report(report, None))
    properties = {
        "title": record["title"] or record["source_key"] or report.iri, "iri": report.iri, "tags": ["reports"],
        "year": record["year"], "issued": record["issued"], "region": record["region_label"],
        "source": record["source_key"], "index_number": record["index_number"], "url": record["url"],
    }  # fmt: skip
    lines = [f"{word('publisher', 'zh')}: {vault.link(record['agency'], record['agency_label'])}"]
    cited = [_record("citations", row) for row in maker.citations(report)]
    for relation in ("cites", "issues", "discloses"):
        lines += _section(relation, (_citation(vault, each) for each in cited if each["relation"] == relation))
    named = [_record("mentions", row) for row in maker.mentions(report)]
    for kind, title in (("agency", "agencies"), ("platform", "platforms")):
        ends = {
            each["entity"]: each["entity_label"] for each in named if each["entity_kind"] == kind and each["entity"]
        }
        lines += _section(title, (vault.link(*end) for end in ends.items()))
    figures = (_record("observations", row) for row in maker.observations(report))
    lines += _section("indicator", (f"{each['indicator_label'] or each['indicator_code']}"
                                    f"{'' if each['applicant'] in (None, 'all') else ' (' + each['applicant'] + ')'}: "
                                    f"{each['amount']}{each['unit'] or ''}" for each in figures))  # fmt: skip
    vault.write(report.iri, properties, lines)


def _citation(vault: Vault, record: Record) -> str:
    """A citation with the articles, and with its words where they are others than the title."""
    stated = record["stated_name"] or record["stated_number"]
    shown = vault.link(record["regulation"], record["regulation_label"] or stated) if record["regulation"] else stated
    quote = (record["quote"] or "").translate(_SHOWN)
    return " ".join(filter(None, [shown, "、".join(record["pinpoints"]), f"“{quote}”" if quote else None]))


def _section(title: str, lines: Iterable[str]) -> list[str]:
    items = [f"- {line}" for line in lines]
    return ["", f"## {word(title, 'zh')}", "", *items] if items else []


def _record(table: str, row: Row) -> Record:
    return dict(zip((column.name for column in TABLES[table].columns), row, strict=True))
