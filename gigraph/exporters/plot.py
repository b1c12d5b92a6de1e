"""A drawing of series, PNG or SVG by the file's name, with matplotlib: pip install 'gigraph[plot]'."""

import math
import warnings
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from gigraph.errors import UsageError

KINDS = (".png", ".svg")
_NAMED = 15  # lines that a legend can tell apart
_WITHIN = 5  # names that have room inside the drawing
_MARKERS = "osD^v"  # another for each ten names: there are ten colours
# Fonts with Chinese, as systems have them; matplotlib takes the first that is there.
_FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei", "WenQuanYi Zen Hei")


def drawable(path: Path) -> None:
    """Raises UsageError for a file that is neither of the kinds of drawing, or in a folder that is not there."""
    if path.suffix.lower() not in KINDS:
        raise UsageError("is no drawing", where=str(path), hint=f"Name a file that ends in {' or '.join(KINDS)}")
    if not path.parent.is_dir():
        raise UsageError("its folder is not there", where=str(path), hint="Make the folder first")


def plot(
    series: Mapping[str, Sequence[tuple[int, Decimal]]], title: str, path: Path, breaks: Sequence[int] = ()
) -> bool:
    """Draws a line for each name, from years and values, with a dotted line before each year of a break.

    The same series give the same SVG. Returns whether the names are legible: a PNG needs a font with Chinese on this
    system, an SVG one where it is looked at. Raises UsageError for another kind of file or where matplotlib is missing.
    """
    drawable(path)
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
        from matplotlib.ticker import MaxNLocator
    except ImportError as error:
        raise UsageError("drawing needs matplotlib", hint="pip install 'gigraph[plot]'") from error
    fonts = _known()
    settings: dict[Any, Any] = {
        "font.sans-serif": [*fonts, "DejaVu Sans"], "svg.hashsalt": "gigraph", "svg.fonttype": "none",
        "axes.unicode_minus": False,
    }  # fmt: skip
    with mpl.rc_context(settings), warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Glyph .* missing")
        figure = Figure(figsize=(9, 5), layout="constrained")
        axes = figure.subplots()
        for turn, (name, points) in enumerate(series.items()):
            axes.plot(*_line(points), marker=_MARKERS[turn // 10 % len(_MARKERS)], label=name)
        for year in breaks:
            axes.axvline(year - 0.5, linestyle=":", color="grey")
        axes.set_title(title)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
        if 1 < len(series) <= _NAMED:
            beside = {"loc": "upper left", "bbox_to_anchor": (1.0, 1.0)} if len(series) > _WITHIN else {}
            axes.legend(**beside)
        figure.savefig(path, metadata={"Date": None} if path.suffix.lower() == ".svg" else None)
    return bool(fonts) or path.suffix.lower() == ".svg"


def _line(points: Sequence[tuple[int, Decimal]]) -> tuple[list[int], list[float]]:
    """Every year from the first to the last, with nan where there is no value: no line goes over a gap."""
    values = {year: float(value) for year, value in points}
    years = list(range(min(values), max(values) + 1)) if values else []
    return years, [values.get(year, math.nan) for year in years]


def _known() -> list[str]:
    """The fonts with Chinese that this system has."""
    from matplotlib import font_manager

    there = {font.name for font in font_manager.fontManager.ttflist}
    return [name for name in _FONTS if name in there]
