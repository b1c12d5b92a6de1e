"""One page about one thing, in Markdown or as an HTML file that needs nothing beside it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from html import escape
from typing import Any, Final, Protocol

from gigraph.exporters.page_drawing import bars, legend, star
from gigraph.exporters.page_wording import word
from gigraph.vocab import GI

ROWS: Final = 20  # of a section
_QUOTES = 3  # of an entry's evidence
# The columns of a section that a reader needs, in their order; those without a value in any row are left out.
_COLUMNS: Final = (
    "kind", "title", "year", "reportYear", "date", "detail", "value", "host", "hostKind", "url",
    "regulationLabel", "agencyLabel", "publisherLabel", "platformLabel",
    "versionLabel", "instrumentLabel", "otherLabel", "underLabel", "eventLabel", "rule", "indicatorLabel",
    "applicantLabel", "stated", "parts", "carriedOver", "carriedForward", "name", "number",
    "kindLabel", "typeLabel", "operatorLabel", "parentLabel", "placeLabel", "directlyLabel", "candidateLabel",
    "relation", "dated", "inForce", "noLongerInForce", "inForceUntil", "successorLabel", "reason", "candidates",
    "least", "most", "years", "reports", "issued", "sourceKey", "otherKey", "earlierKey", "quote",
    "earlierQuote", "quotes", "evidence",
)  # fmt: skip
# Columns whose values are words of the page, not names.
_WORDED: Final = frozenset({"relation", "kind", "detail", "hostKind", "stated", "rule"})
_STYLE = """
body{font:15px/1.6 system-ui,"Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif;
 max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h1{font-size:1.6rem;margin-bottom:0}
h2{border-bottom:1px solid #ccd;margin-top:2rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-bottom:1px solid #e4e4ea}
th{white-space:nowrap}
.iri,footer{color:#667;font-size:.8rem;word-break:break-all}
svg{width:100%;height:auto}
svg text{font-size:11px;fill:currentColor}
i{display:inline-block;width:.7em;height:.7em;margin:0 .3em 0 .8em}
@media(prefers-color-scheme:dark){
 body{background:#16181c;color:#e6e6e6}.iri,footer{color:#9aa}th,td,h2{border-color:#333a44}}
@media print{body{margin:0;max-width:none}}
"""
_BOOLEANS = {"zh": ("否", "是"), "en": ("no", "yes")}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


class Section(Protocol):
    """A heading and records that share their keys."""

    @property
    def title(self) -> str: ...
    @property
    def records(self) -> list[dict[str, Any]]: ...


class Chart(Protocol):
    """Values by year, a line each."""

    @property
    def title(self) -> str: ...
    @property
    def lines(self) -> Mapping[str, Sequence[tuple[int, Decimal]]]: ...


class Neighbour(Protocol):
    """Something that the subject is tied to."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def weight(self) -> int: ...


class Page(Protocol):
    """What a page says; `gigraph.queries.dossier.Dossier` has it."""

    @property
    def label(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def iri(self) -> str: ...
    @property
    def facts(self) -> Sequence[tuple[str, Any]]: ...
    @property
    def sections(self) -> Sequence[Section]: ...
    @property
    def charts(self) -> Sequence[Chart]: ...
    @property
    def neighbours(self) -> Sequence[Neighbour]: ...
    @property
    def doubts(self) -> Sequence[Section]: ...
    @property
    def english(self) -> Mapping[str, str]: ...


def to_markdown(page: Page, language: str) -> str:
    """The page as Markdown (with tables, as in GitHub's flavour)."""
    write = _Words(page, language)
    lines = [f"# {page.label}", "", f"{write(page.kind)} · {page.iri}", ""]
    lines += [f"- **{write(name)}**: {_md(write.value(value))}" for name, value in page.facts]
    for chart in page.charts:
        lines += ["", f"## {write(chart.title)}", "", *_md_table(_chart_rows(chart, write))]
    lines += ["", f"## {write('doubts')}", ""]
    lines += [] if page.doubts else [write("nothing doubtful")]
    for section, depth in [*((one, "###") for one in page.doubts), *((one, "##") for one in page.sections)]:
        rows, more = write.rows(section)
        lines += [
            "",
            f"{depth} {write(section.title)} ({len(section.records)})",
            "",
            *_md_table(rows),
            *([more] if more else []),
        ]
    return "\n".join([*lines, "", f"_{write('ground')}_", ""])


def to_html(page: Page, language: str) -> str:
    """The page as HTML, with drawings; no script, and nothing is fetched."""
    write = _Words(page, language)
    facts = "".join(
        f"<tr><th>{_h(write(name))}</th><td>{_h(write.value(value))}</td></tr>" for name, value in page.facts
    )
    parts = [
        f"<h1>{_h(page.label)}</h1><p class=iri>{_h(write(page.kind))} · {_h(page.iri)}</p>",
        f"<h2>{_h(write('overview'))}</h2><table>{facts}</table>",
        *(_html_chart(chart, write) for chart in page.charts),
    ]
    if page.neighbours:
        around = [(one.name, one.kind, one.weight) for one in page.neighbours]
        parts.append(f"<h2>{_h(write('network'))}</h2>{star(page.label, around)}")
    parts.append(f"<h2>{_h(write('doubts'))}</h2>")
    parts += [_html_section(one, write, "h3") for one in page.doubts] or [f"<p>{_h(write('nothing doubtful'))}</p>"]
    parts += [_html_section(one, write, "h2") for one in page.sections]
    head = (
        f'<!DOCTYPE html><html lang="{"zh-Hans" if language == "zh" else "en"}"><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{_h(page.label)}</title><style>{_STYLE}</style>"
    )
    return f"{head}<body>{''.join(parts)}<footer><p>{_h(write('ground'))}</p></footer></body></html>\n"


class _Words:
    """Words and values of a page in its language."""

    def __init__(self, page: Page, language: str) -> None:
        self._language = language
        self._english = page.english if language == "en" else {}

    def __call__(self, key: str) -> str:
        return word(self._english.get(key, key), self._language)

    def value(self, value: Any) -> str:
        if isinstance(value, bool):
            return _BOOLEANS[self._language][value]
        if isinstance(value, list | tuple):
            return ", ".join(map(self.value, value))
        text = "" if value is None else str(value)
        return self._english.get(text, text).removeprefix(GI)

    def rows(self, section: Section) -> tuple[list[list[str]], str]:
        """A heading row and the first records of a section as texts; and how many there are beside them."""
        records = section.records[:ROWS]
        shown = [name for name in _COLUMNS if any(record.get(name) not in (None, "", []) for record in records)]
        rows = [[self(name) for name in shown]]
        rows += [[self._cell(name, record.get(name)) for name in shown] for record in records]
        more = len(section.records) - len(records)
        return rows, self("more").format(more) if more else ""

    def _cell(self, name: str, value: Any) -> str:
        if name == "evidence":
            quotes = [_quote(one) for one in value]
            more = [self("more").format(len(quotes) - _QUOTES)] if len(quotes) > _QUOTES else []
            return "; ".join([*quotes[:_QUOTES], *more])
        return self(self.value(value)) if name in _WORDED and value else self.value(value)


def _quote(one: Mapping[str, Any]) -> str:
    return f"“{one['text']}” ({one['year'] or '?'}, {one['source']} [{one['start']}–{one['end']}])"


def _chart_rows(chart: Chart, write: _Words) -> list[list[str]]:
    years = sorted({year for points in chart.lines.values() for year, _ in points})
    rows = [[write("year"), *map(str, years)]]
    for name, points in chart.lines.items():
        known = dict(points)
        rows.append([write(name) or write("reports"), *(str(known.get(year, "")) for year in years)])
    return rows


def _html_chart(chart: Chart, write: _Words) -> str:
    names = "".join(
        f'<i style="background:{colour}"></i>{_h(write(name))}' for name, colour in legend(list(chart.lines)) if name
    )
    return f"<h2>{_h(write(chart.title))}</h2><p>{names}</p>{bars(chart.lines)}"


def _html_section(section: Section, write: _Words, tag: str) -> str:
    (header, *rows), more = write.rows(section)
    head = "".join(f"<th>{_h(cell)}</th>" for cell in header)
    body = "".join("<tr>" + "".join(f"<td>{_h(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    title = f"<{tag}>{_h(write(section.title))} ({len(section.records)})</{tag}>"
    return f"{title}<table><tr>{head}</tr>{body}</table>{f'<p>{_h(more)}</p>' if more else ''}"


def _md_table(rows: list[list[str]]) -> list[str]:
    header, *others = ([_md(cell) for cell in row] for row in rows)
    lines = [header, ["---"] * len(header), *others]
    return ["| " + " | ".join(line) + " |" for line in lines] if header else []


def _md(text: str) -> str:
    """Text that is nothing but text in a cell of a Markdown table."""
    for mark in "\\`*_[]<>|#":
        text = text.replace(mark, "\\" + mark)
    return " ".join(text.split())


def _h(text: str) -> str:
    return escape(text, quote=True)
