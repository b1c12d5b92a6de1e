"""Floors: the least score of each category, pinned to the gold that they were measured on; they only rise."""

import hashlib
import json
from pathlib import Path
from typing import Any

from gigraph.errors import FloorError, UsageError
from gigraph.evaluate.scoring import Scores


def gold_digest(gold_dir: Path) -> str:
    """SHA-256 over the names and bytes of a folder's gold files; the floors' own files in it do not count."""
    digest = hashlib.sha256()
    for path in sorted(gold_dir.glob("*.json")):
        if not path.name.startswith("floors"):
            digest.update(f"{path.name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def check_floors(scores: Scores, gold_dir: Path, floors_file: Path) -> None:
    """Raise FloorError where a score lies below its floor, a floor has no score, or the gold is another."""
    pinned = _read(floors_file)
    if pinned["gold"] != gold_digest(gold_dir):
        raise FloorError(
            "the gold is not the one that the floors were measured on",
            where=str(floors_file),
            hint="Look at what changed in the gold, then pin it anew with --update",
        )
    below = _below(scores.values(), pinned["floors"])
    if below:
        raise FloorError("; ".join(below), where=str(floors_file), hint="Find what the change broke")


def update_floors(
    scores: Scores, gold_dir: Path, floors_file: Path, *, allow_regression: bool = False
) -> dict[str, float]:
    """Raise the floors to the scores and pin the gold; the new floors. The file is written where there is none.

    A score below its floor raises FloorError and changes nothing, unless a regression is allowed.
    """
    old: dict[str, float] = _read(floors_file)["floors"] if floors_file.exists() else {}
    values = scores.values()
    below = _below(values, old)
    if below and not allow_regression:
        raise FloorError(
            "floors only rise: " + "; ".join(below),
            where=str(floors_file),
            hint="Where the loss is meant (a corrected gold), say so with --allow-regression",
        )
    new = {
        name: value if allow_regression else max(value, old.get(name, 0.0)) for name, value in sorted(values.items())
    }
    text = json.dumps(
        {"gold": gold_digest(gold_dir), "reports": scores.reports, "floors": new}, ensure_ascii=False, indent=2
    )
    floors_file.write_text(text + "\n", encoding="utf-8")
    return new


def _below(values: dict[str, float], floors: dict[str, float]) -> list[str]:
    return [
        f"{name} {values[name]:.4f} is below its floor {floor:.4f}" if name in values else f"{name} has no score"
        for name, floor in sorted(floors.items())
        if values.get(name, -1.0) < floor
    ]


def _read(floors_file: Path) -> dict[str, Any]:
    try:
        pinned = json.loads(floors_file.read_text("utf-8"))
        floors = {str(name): float(value) for name, value in pinned["floors"].items()}
        return {"gold": str(pinned["gold"]), "floors": floors}
    except FileNotFoundError as error:
        raise UsageError("there are no floors", where=str(floors_file), hint="Pin them with --update") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"this is no file of floors: {error}", where=str(floors_file)) from error
