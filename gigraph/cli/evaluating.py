"""evaluate: the extraction against gold, with floors that only rise."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from gigraph.cli.options import format_option
from gigraph.cli.render import decide, note, render, render_object, table
from gigraph.errors import UsageError

if TYPE_CHECKING:
    from gigraph.evaluate import Scores


@click.command()
@click.argument("gold", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("reports", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--floors", type=click.Path(path_type=Path, dir_okay=False), help="Fail (exit 6) below these scores.")
@click.option("--update", is_flag=True, help="Raise the floors to the scores and pin the gold.")
@click.option("--allow-regression", is_flag=True, help="With --update: a floor may fall (a corrected gold).")
@click.option("--verbose", "-v", is_flag=True, help="List every entry that was missed or is too many.")
@format_option
def evaluate(
    gold: Path, reports: tuple[Path, ...], floors: Path | None, update: bool, allow_regression: bool, verbose: bool,
    form: str | None,
) -> None:  # fmt: skip
    """Scores the extraction against gold.

    GOLD is a folder of gold files, REPORTS the documents that they are about, or folders of them.

    \b
    Example:
      gigraph evaluate tests/gold seeds/reports
      gigraph evaluate tests/gold seeds/reports --floors tests/gold/floors.json
      gigraph evaluate tests/gold seeds/reports --floors tests/gold/floors.json --update
    """
    from gigraph.evaluate import check_floors, update_floors
    from gigraph.evaluate import evaluate as measure

    if floors is None and (update or allow_regression):
        raise UsageError("--update and --allow-regression need floors", hint="Name their file with --floors FILE")
    scores = measure(gold, reports)
    for notice in scores.notices:
        note(notice)
    _print_scores(scores, form, verbose)
    if floors is not None and update:
        update_floors(scores, gold, floors, allow_regression=allow_regression)
        note(f"floors in {floors} are pinned")
    elif floors is not None:
        check_floors(scores, gold, floors)


def _print_scores(scores: "Scores", form: str | None, verbose: bool) -> None:
    found = scores.to_json()
    differences = [
        {"file": item.file, "category": item.category, "kind": item.kind, "text": item.text}
        for item in scores.differences
    ]
    if verbose:
        if decide(form) == "table":
            table(differences)
            click.echo()
        else:
            for item in differences:
                note(f"{item['file']}: {item['kind']} {item['category']}: {item['text']}")
    if render_object({"reports": scores.reports, **found}, form):
        return
    render([_row(category, figures) for category, figures in found.items()], form)


def _row(category: str, figures: dict[str, float]) -> dict[str, Any]:
    right = figures.get("tp", figures.get("hits"))
    of = figures.get("of", figures.get("tp", 0) + figures.get("fn", 0))
    return {
        "category": category,
        "precision": _share(figures.get("precision")),
        "recall": _share(figures.get("recall")),
        "f1": _share(figures["f1"]),
        "right": right,
        "of": of,
        "too many": figures.get("fp"),
    }


def _share(value: float | None) -> str | None:
    return None if value is None else f"{value:.3f}"
