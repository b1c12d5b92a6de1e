"""A drawing of series, PNG or SVG by the file's name, with matplotlib: pip install 'gigraph[plot]'."""

import warnings
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from gigraph.errors import UsageError

KINDS = (".png", ".svg")
_NAMED = 15  # lines that a legend can tell apart
# Fonts with Chinese, as systems have them; matplotlib takes the first that is there.
_FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimHei", "WenQuanYi Zen Hei")


def plot(
    series: Mapping[str, Sequence[tuple[int, Decimal]]], title: str, path: Path, breaks: Sequence[int] = ()
) -> bool:
    """Draws a line for each name, from years and values, with a dotted line before each year of a break.

    The same series give the same SVG. Returns whether the names are legible: a PNG needs a font with Chinese on this
    system, an SVG one where it is looked at. Raises UsageError for another kind of file or where matplotlib is missing.
    """
    if path.suffix.lower() not in KINDS:
        raise UsageError("is no drawing", where=str(path), hint=f"Name a file that ends in {' or '.join(KINDS)}")
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
        for name, points in series.items():
            axes.plot([year for year, _ in points], [float(value) for _, value in points], marker="o", label=name)
        for year in breaks:
            axes.axvline(year - 0.5, linestyle=":", color="grey")
        axes.set_title(title)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_ylim(bottom=min(0.0, axes.get_ylim()[0]))
        if 1 < len(series) <= _NAMED:
            axes.legend()
        figure.savefig(path, metadata={"Date": None} if path.suffix.lower() == ".svg" else None)
    return bool(fonts) or path.suffix.lower() == ".svg"


def _known() -> list[str]:
    """The fonts with Chinese that this system has."""
    from matplotlib import font_manager

    there = {font.name for font in font_manager.fontManager.ttflist}
    return [name for name in _FONTS if name in there]
