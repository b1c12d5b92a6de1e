"""The front end's built page, into which an exporter puts data. Its source is TypeScript; `build_hook` builds it."""

from pathlib import Path

from gigraph.errors import GigraphError

_BUILT = Path(__file__).parent / "dist"
_PLACE = b'<script type="application/json" id="gigraph-data">null</script>'


def page_halves(built: Path = _BUILT) -> tuple[bytes, bytes]:
    """The built page up to where its data go, and the rest.

    Raises GigraphError where the page was not built when gigraph was installed, and says why.
    """
    try:
        page = (built / "index.html").read_bytes()
    except FileNotFoundError:
        raise GigraphError(
            f"the page's front end is not part of this installation: {_why(built)}",
            hint="Install Node.js 20.19 or later, then gigraph once more (pip install --force-reinstall ...)",
        ) from None
    head, place, tail = page.partition(_PLACE)
    if not place:
        raise GigraphError("the page has no place for data", where=str(built), hint="Install gigraph again")
    cut = place.index(b"null")
    return head + place[:cut], place[cut + len(b"null") :] + tail


def _why(built: Path) -> str:
    try:
        return (built / "not-built.txt").read_text("utf-8").strip()
    except FileNotFoundError:
        return "it was not built"
