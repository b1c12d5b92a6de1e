"""Scores of the extraction against gold (annotation guideline, "Scoring"), and floors under them that only rise."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from gigraph.errors import NotFoundError, ReadError, UsageError
from gigraph.evaluate.floors import check_floors, update_floors
from gigraph.evaluate.scoring import Difference, Scores, Tally, score
from gigraph.pipeline import read_facts
from gigraph.pipeline.contract import to_json
from gigraph.registry import Registry

__all__ = ["Difference", "Scores", "Tally", "check_floors", "evaluate", "load_gold", "score", "update_floors"]


def evaluate(gold_dir: Path, report_paths: Iterable[Path], registry: Registry | None = None) -> Scores:
    """The scores of the reports at the paths (files, or folders that hold them) against the gold files of a folder.

    Raises NotFoundError where a gold file has no report, UsageError where the folder holds no gold; a report without
    gold and one that cannot be read are told in `notices`.
    """
    gold = load_gold(gold_dir)
    found, notices = _find_reports(gold, list(report_paths))
    missing = sorted(set(gold) - set(found))
    if missing:
        raise NotFoundError(
            f"there is no report for the gold of {', '.join(missing)}",
            where=str(gold_dir),
            hint="Give its file or folder",
        )
    outputs = {}
    for name, path in sorted(found.items()):
        try:
            outputs[name] = to_json(read_facts(path, name, registry))
        except ReadError as error:
            notices.append(str(error))
    scores = score(gold, outputs)
    scores.notices.extend(notices)
    return scores


def load_gold(gold_dir: Path) -> dict[str, dict[str, Any]]:
    """The gold of a folder by the name of the report's file. Raises UsageError where there is none or it is no gold."""
    gold = {}
    for path in sorted(gold_dir.glob("*.json")):
        try:
            entry = json.loads(path.read_text("utf-8"))
        except ValueError as error:
            raise UsageError(f"this is no JSON: {error}", where=str(path)) from error
        if isinstance(entry, dict) and isinstance(entry.get("file"), str) and "regulations" in entry:
            gold[entry["file"]] = entry
    if not gold:
        raise UsageError("there are no gold files", where=str(gold_dir), hint="A gold file is <report file name>.json")
    return gold


def _find_reports(gold: Mapping[str, Any], paths: list[Path]) -> tuple[dict[str, Path], list[str]]:
    """The path of each gold's report: the same name, else the same stem (a PDF of the same text)."""
    files = [file for path in paths for file in (sorted(path.iterdir()) if path.is_dir() else [path]) if file.is_file()]
    by_name = {file.name: file for file in files}
    by_stem = {file.stem: file for file in reversed(files)}
    found = {}
    for name in gold:
        file = by_name.get(name) or by_stem.get(Path(name).stem)
        if file:
            found[name] = file
    stems = {Path(name).stem for name in gold}
    return found, [f"{file}: there is no gold for it" for file in files if file.stem not in stems]
