"""Every resolved citation of the gold reports with its identity, one by one: a link that changes is looked at.

tests/gold/links.tsv holds what a reader confirmed for the five seeds. GIGRAPH_UPDATE_LINKS=1 writes it anew; read the
difference before committing it. The other gold reports are compared with their gold files.
"""

import json
import os
from pathlib import Path

import pytest

from gigraph.iris import BASE
from gigraph.models import Outcome, RegulationEntry
from gigraph.pipeline import read_facts
from gigraph.registry import load_registry
from gigraph.text.titles import title_key

ROOT = Path(__file__).parents[2]
LINKS = ROOT / "tests" / "gold" / "links.tsv"
SHARED = ROOT.parent / "shared"
HEADER = ("file", "cited as", "outcome", "method", "identity", "version")


def rows() -> list[tuple[str, ...]]:
    """What the seeds' citations are resolved to, in the order of the reports."""
    found = []
    for path in sorted((ROOT / "seeds" / "reports").glob("*.txt")):
        for entry in read_facts(path).regulations:
            own = (entry.resolution.iri or "").removeprefix(f"{BASE}regulation/")
            version = (entry.version or "").rpartition("/")[2]
            cited = entry.number or entry.name or ""
            found.append((path.name, cited, str(entry.resolution.outcome), entry.resolution.method, own, version))
    return found


def test_every_link_of_the_seeds_is_the_one_that_was_confirmed() -> None:
    found = [HEADER, *rows()]
    if os.environ.get("GIGRAPH_UPDATE_LINKS"):
        LINKS.write_text("".join("\t".join(row) + "\n" for row in found), encoding="utf-8")
    expected = [tuple(line.split("\t")) for line in LINKS.read_text("utf-8").splitlines()]
    wrong = sorted(set(found) ^ set(expected))
    assert wrong == []
    assert len(found) == len(expected) > 50


def shared_reports() -> list[Path]:
    return sorted((SHARED / "corpus").glob("*.txt"))


@pytest.mark.skipif(not shared_reports(), reason="../shared/corpus is not here")
def test_every_link_of_the_other_gold_reports_is_a_gold_entry() -> None:
    wrong, looked_at = [], 0
    for path in shared_reports():
        gold = json.loads((SHARED / "annotation" / "gold" / f"{path.stem}.txt.json").read_text("utf-8"))
        for entry in read_facts(path).regulations:
            if entry.resolution.outcome is Outcome.RESOLVED:
                looked_at += 1
                if not any(agrees(entry, one) for one in gold["regulations"]):
                    wrong.append((path.name, entry.number or entry.name, entry.resolution.iri))
    assert wrong == []
    assert looked_at > 30


def agrees(entry: RegulationEntry, gold: dict[str, object]) -> bool:
    """Whether a resolved citation is a gold entry: by number or name; its registry row by name and issuer too."""
    names = {title_key(str(name)) for name in (gold["name"], *gold["aliases"]) if name}  # type: ignore[misc]
    own = {title_key(name) for name in (entry.name, *entry.aliases) if name}
    if gold["number"] and entry.number and gold["number"] != entry.number:
        return False
    if not (names & own or (gold["number"] and gold["number"] == entry.number)):
        return False
    works = load_registry().regulations
    row = next((row for row in works.rows if row.iri == entry.resolution.iri), None)
    issuers = str(gold["issuer"] or "").split("、")
    return row is None or not row.issuer or not gold["issuer"] or bool(set(issuers) & set(row.issuer.split("、")))
