"""An RO-Crate for publication: the graph, its tables, and what they are, in a folder that others can cite.

https://www.w3.org/TR/vocab-dcat-3/ and https://www.w3.org/TR/void/ beside https://w3id.org/ro/crate/1.1. No date is
made up: the day of publication and the licence are the publisher's to say.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO, Final

from gigraph.exporters import nquads, tables, void
from gigraph.exporters.options import NONE, Options
from gigraph.exporters.reports import Matching, full
from gigraph.exporters.statements import Literal
from gigraph.mapping.lines import iri, plain, typed
from gigraph.vocab import PREFIXES

METADATA: Final = "ro-crate-metadata.json"
_PROFILE = "https://w3id.org/ro/crate/1.1"
_TITLES = {"en": "Chinese government-information disclosure reports", "zh": "政府信息公开工作年度报告知识图谱"}
_ABOUT = "What Chinese agencies report on the disclosure of government information: citations, platforms and figures, "
_MEDIA = "https://www.iana.org/assignments/media-types/"
_FILES: Final = {
    "graph.nq": ("application/n-quads", "All statements, with their graphs"),
    "void.ttl": ("text/turtle", "VoID: classes and properties, and how often they are used"),
    "dcat.ttl": ("text/turtle", "DCAT: the data set and its distributions"),
    "tables/tables.md": ("text/markdown", "What the tables and their columns hold"),
    **{f"tables/{name}.csv": ("text/csv", f"Table: {table.about}") for name, table in tables.TABLES.items()},
}
_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": PREFIXES["dct"], "spdx": "http://spdx.org/rdf/terms#",
    "xsd": PREFIXES["xsd"],
}  # fmt: skip


def write(source: Matching, folder: Path, options: Options = NONE) -> None:
    """Writes the crate into an empty folder."""
    options.step("writing statements")
    _file(folder / "graph.nq", lambda stream: nquads.write(source, stream))
    (folder / "tables").mkdir()
    tables.CSV.write(source, folder / "tables", options)
    options.step("writing descriptions")
    _file(folder / "void.ttl", lambda stream: void.write(source, stream))
    years = _years(source)
    (folder / "dcat.ttl").write_text(_dcat(folder, options, years), "utf-8")
    described = {"@context": f"{_PROFILE}/context", "@graph": _crate(folder, options, years)}
    (folder / METADATA).write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _file(path: Path, write: Callable[[BinaryIO], None]) -> None:
    with path.open("wb") as stream:
        write(stream)


def _years(source: Matching) -> tuple[str, str] | None:
    """The first and the last report year."""
    stated = (quad.object for quad in source.quads(predicate=full("gi:reportYear")))
    years = {value.value for value in stated if isinstance(value, Literal)}
    return (min(years), max(years)) if years else None


def _crate(folder: Path, options: Options, years: tuple[str, str] | None) -> list[dict[str, Any]]:
    """The entities of the metadata: the descriptor, the crate, its files, and the licence."""
    root: dict[str, Any] = {
        "@id": "./", "@type": "Dataset", "name": _TITLES["en"], "alternateName": _TITLES["zh"],
        "description": f"{_ABOUT}each traced to the characters that state it.", "identifier": void.DATASET,
    }  # fmt: skip
    found: list[dict[str, Any]] = [
        {"@id": METADATA, "@type": "CreativeWork", "conformsTo": {"@id": _PROFILE}, "about": {"@id": "./"}},
        root,
    ]
    if options.published:
        root["datePublished"] = options.published
    if years:
        root["temporalCoverage"] = "/".join(years)
    if options.license:
        known = "://" in options.license
        root["license"] = {"@id": options.license if known else "#license"}
        found.append({**root["license"], "@type": "CreativeWork", "name": options.license})
    root["hasPart"] = [{"@id": "tables/"}, *({"@id": name} for name in _FILES)]
    found.append({"@id": "tables/", "@type": "Dataset", "name": "tables", "description": "The graph as tables"})
    for name, (media, about) in _FILES.items():
        size = str((folder / name).stat().st_size)
        found.append(
            {
                "@id": name,
                "@type": "File",
                "name": name,
                "description": about,
                "encodingFormat": media,
                "contentSize": size,
            }
        )
    return found


def _dcat(folder: Path, options: Options, years: tuple[str, str] | None) -> str:
    """The data set and its distributions, in Turtle; distributions and checksums have names of their own."""
    there = {name: kind for name, (kind, _) in _FILES.items() if name not in ("dcat.ttl", "tables/tables.md")}
    facts = [f"dct:title {plain(title)}@{language}" for language, title in sorted(_TITLES.items())]
    if options.license:
        facts.append(f"dct:license {iri(options.license) if '://' in options.license else plain(options.license)}")
    if options.published:
        facts.append(f"dct:issued {typed(options.published, 'xsd:date')}")
    if years:
        period = f"{void.DATASET}#period"
        facts.append(f"dct:temporal {iri(period)}")
    facts += [f"dcat:distribution {_part(name)}" for name in there]
    blocks = ["".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in _PREFIXES.items())]
    blocks.append(_node(iri(void.DATASET), "dcat:Dataset", facts))
    if years:
        ends = [f"dcat:{end}Date {typed(year, 'xsd:gYear')}" for end, year in zip(("start", "end"), years, strict=True)]
        blocks.append(_node(iri(period), "dct:PeriodOfTime", ends))
    for name, kind in there.items():
        path, sum_of = folder / name, _part(name, "checksum")
        size = typed(str(path.stat().st_size), "xsd:integer").replace("integer>", "nonNegativeInteger>")
        about = [f"dct:title {plain(name)}", f"dcat:mediaType {iri(_MEDIA + kind)}", f"dcat:byteSize {size}"]
        blocks.append(_node(_part(name), "dcat:Distribution", [*about, f"spdx:checksum {sum_of}"]))
        digest = f"spdx:checksumValue {plain(_digest(path))}"
        blocks.append(_node(sum_of, "spdx:Checksum", ["spdx:algorithm spdx:checksumAlgorithm_sha256", digest]))
    return "\n".join(blocks)


def _part(name: str, kind: str = "distribution") -> str:
    return iri(f"{void.DATASET}#{kind}-{name.replace('/', '-')}")


def _node(subject: str, kind: str, facts: list[str]) -> str:
    return " ;\n    ".join([f"{subject} a {kind}", *facts]) + " .\n"


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
