"""An open graph for programs: series, tables and questions by the names that people use."""

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from gigraph.exporters.reports import report_graphs
from gigraph.exporters.tables import TABLES, Column, columns_of, rows
from gigraph.iris import graph_iri
from gigraph.network import Choice
from gigraph.network.facts import Facts
from gigraph.queries.asking import ask
from gigraph.queries.binding import bind
from gigraph.queries.frames import Frame
from gigraph.queries.library import find_query
from gigraph.queries.names import resolve_name
from gigraph.queries.series import series
from gigraph.search import KINDS
from gigraph.store import Answer, Bindable, Graph, Iri, Rows, Triple
from gigraph.store import open_graph as open_store
from gigraph.vocab import PREFIXES, term

_SERIES: Final = (
    ("agency", "text"), ("agencyLabel", "text"), ("year", "integer"), ("value", "number"), ("unit", "text"),
    ("state", "text"), ("derived", "text"), ("scope", "text"), ("form", "text"), ("crosswalk", "text"),
    ("counts", "boolean"), ("quote", "text"), ("report", "text"), ("break", "text"),
)  # fmt: skip


class Archive:
    """The newest published state of a store. Names are full or short names, numbers, codes or IRIs.

    Use it in a `with` block, or `close` it. Raises NotFoundError or UsageError for a name that means nothing or
    several things. Frames are held in memory: for tables of a large graph as a whole there is `gigraph export`.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._held = ExitStack()
        self.graph: Graph = self._held.enter_context(open_store(path))
        if self.graph.generation is None:
            raise TypeError("a store's graph has a generation")
        self._index = self.graph.generation.names

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets the store go."""
        self._held.close()

    def iri(self, name: str, *kinds: str) -> str:
        """The IRI of the one thing (agency, regulation, platform, region, report, indicator) that a name means."""
        return resolve_name(self.graph, self._index, name, kinds or KINDS).iri

    def series(
        self, indicator: str, *, agency: str | None = None, region: str | None = None, since: int | None = None,
        until: int | None = None, close: bool = False,
    ) -> Frame:  # fmt: skip
        """An indicator over the report years, a row an agency and year, comparable across the forms.

        close: with values of other forms that come near the indicator without being the same measure. `break` says
        what changed since the agency's last year, `derived` how a value came about that the report does not state.
        counts: false in the row of another version of a year's report, whose value another row has already.
        """
        bounds = {key: self.iri(text, key) for key, text in (("agency", agency), ("region", region)) if text}
        found = series(
            self.graph, self.iri(indicator, "indicator"), since=since, until=until, close=close, **bounds
        )  # fmt: skip
        records = [tuple(record[name] for name, _ in _SERIES) for record in found.records()]
        return Frame(tuple(Column(name, type_, "") for name, type_ in _SERIES), tuple(records))

    def observations(self, indicator: str | None = None, **chosen: Any) -> Frame:
        """The cells of statutory tables that have a value and an indicator, of one alone in all forms that have it.

        chosen: agency, region (with those below it), since, until; copies=True also takes reports that are there twice.
        """
        wanted = self._same_indicators(self.iri(indicator, "indicator")) if indicator else None
        return self._facts("observations", chosen, {"indicator": wanted})

    def citations(self, regulation: str | None = None, *, relation: str | None = None, **chosen: Any) -> Frame:
        """The instruments that reports cite, issue or disclose, also those without an identity; chosen as above."""
        cited = self.iri(regulation, "regulation") if regulation else None
        wanted = {"relation": {relation} if relation else None}
        if cited is None:
            return self._facts("citations", chosen, wanted)
        frame = self._facts("citations", chosen, wanted, self._graphs_that_cite(cited))
        at = [[column.name for column in frame.columns].index(name) for name in ("regulation", "version")]
        return Frame(frame.columns, tuple(row for row in frame.rows if cited in (row[at[0]], row[at[1]])))

    def mentions(self, **chosen: Any) -> Frame:
        """The agencies and platforms that reports name; chosen as above."""
        return self._facts("mentions", chosen, {})

    def reports(self, **chosen: Any) -> Frame:
        """The reports with their sources; chosen as above."""
        return self._facts("reports", chosen, {})

    def agencies(self, *, region: str | None = None) -> Frame:
        """All agencies, or those of a region and of the regions below it."""
        frame = self._table("agencies")
        if region is None:
            return frame
        within = self._agencies_within(region)
        return Frame(frame.columns, tuple(row for row in frame.rows if row[0] in within))

    def regulations(self) -> Frame:
        """All regulations and their dated versions."""
        return self._table("regulations")

    def platforms(self) -> Frame:
        """All platforms."""
        return self._table("platforms")

    def ask(self, name: str, /, *, queries: Path | None = None, **values: object) -> Frame | bool | tuple[Triple, ...]:
        """The answer of a question (`gigraph queries` lists them); queries: a folder with some of your own."""
        query = find_query(name, queries)
        given = {key: str(value) for key, value in values.items() if value is not None}
        answer = ask(self.graph, query, bind(query, given, lambda text, kind: Iri(self.iri(text, kind))))
        return Frame(columns_of(answer.variables, answer.rows), answer.rows) if isinstance(answer, Rows) else answer

    def query(self, sparql: str, substitutions: Mapping[str, Bindable] | None = None, **more: Any) -> Answer:
        """The answer of a SPARQL query, as `gigraph.store.Graph.query` gives it."""
        return self.graph.query(sparql, substitutions, **more)

    def _table(self, name: str, **options: Any) -> Frame:
        return Frame(TABLES[name].columns, tuple(row for _, row in rows(self.graph, [name], **options)))

    def _facts(
        self, name: str, chosen: dict[str, Any], wanted: Mapping[str, Collection[str] | None],
        graphs: set[str] | None = None,
    ) -> Frame:  # fmt: skip
        """The rows of a table of facts from the reports that are chosen, with wanted values in some columns."""
        unknown = set(chosen) - {"agency", "region", "since", "until", "copies"}
        if unknown:
            raise TypeError(f"{name}() got an unexpected keyword argument {min(unknown)!r}")
        found = [each for each in (graphs, self._graphs(chosen)) if each is not None]
        kept = [each for each in report_graphs(self.graph) if all(each in some for some in found)] if found else None
        frame = self._table(name, graphs=kept, copies=bool(chosen.get("copies")))
        for column, values in wanted.items():
            if values is not None:
                at = [each.name for each in frame.columns].index(column)
                frame = Frame(frame.columns, tuple(row for row in frame.rows if row[at] in values))
        return frame

    def _graphs(self, chosen: Mapping[str, Any]) -> set[str] | None:
        """The graphs of the reports of an agency, a region or a time; None for all."""
        found: list[set[str]] = []
        if chosen.get("agency"):
            found.append(self._graphs_of([self.iri(chosen["agency"], "agency")]))
        if chosen.get("region"):
            found.append(self._graphs_of(self._agencies_within(chosen["region"])))
        since, until = chosen.get("since"), chosen.get("until")
        if since is not None or until is not None:
            years = ((quad.graph, int(quad.object.value[:4])) for quad in self._quads("gi:reportYear"))
            found.append({str(graph) for graph, year in years if (since or 0) <= year <= (until or 9999)})
        return set.intersection(*found) if found else None

    def _graphs_of(self, agencies: Iterable[str]) -> set[str]:
        """The graphs of the reports that these agencies publish, under any of their IRIs."""
        known = {one for agency in agencies for one in (agency, *self._aliases(agency, "gi:sameAgency"))}
        return {str(quad.graph) for agency in known for quad in self._quads("dct:creator", agency)}

    def _graphs_that_cite(self, regulation: str) -> set[str]:
        cited = {
            str(quad.graph) for one in (regulation, *self._aliases(regulation, "gi:sameDocument"))
            for quad in self._quads("cito:hasCitedEntity", one)
        }  # fmt: skip
        return cited | {str(quad.graph) for quad in self._quads("gi:citedVersion", regulation)}

    def _agencies_within(self, region: str) -> set[str]:
        code = self.iri(region, "region").rpartition("/")[2]
        facts = Facts(self.graph)
        return {one for one in facts.values("dct:spatial") if facts.fits(one, Choice(region=code))}

    def _same_indicators(self, indicator: str) -> set[str]:
        """An indicator and those of other forms that are exactly the same measure."""
        match, found, new = PREFIXES["skos"] + "exactMatch", set[str](), {indicator}
        while new:
            found |= new
            there = {quad.object for one in new for quad in self.graph.quads(one, match, graph=graph_iri("ontology"))}
            back = {
                quad.subject for one in new for quad in self.graph.quads(None, match, Iri(one), graph_iri("ontology"))
            }
            new = {str(one) for one in there | back} - found
        return found

    def _aliases(self, thing: str, predicate: str) -> list[str]:
        return [
            str(quad.subject) for quad in self.graph.quads(None, term(predicate), Iri(thing), graph_iri("entities"))
        ]

    def _quads(self, predicate: str, object: str | None = None) -> Iterable[Any]:
        return self.graph.quads(None, term(predicate), Iri(object) if object else None)


def open_graph(path: str | os.PathLike[str]) -> Archive:
    """The newest published state of the store at a path, or a generation itself, to be asked.

    Raises StoreMissingError where there is no store, StoreError where it is damaged or was never published.
    """
    return Archive(path)
