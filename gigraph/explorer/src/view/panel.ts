// What is known of the chosen node: facts, chart, neighbours with evidence.
import type { NetworkData, PageNode } from "../data/types";
import type { Net } from "../model/network";
import type { State, Store } from "../model/state";
import { say } from "../words/messages";
import type { Terms } from "../words/terms";
import { byYear, drawChart } from "./chart";
import { nodeColour } from "./colours";
import { el, fill, swatch, type Child } from "./dom";
import { round, type Neighbours } from "./neighbours";

const TOP = 8;

export class Panel {
  readonly element = el("aside", { id: "panel", class: "panel", tabindex: "-1" });

  constructor(
    private readonly data: NetworkData,
    private readonly graph: Net,
    private readonly terms: Terms,
    private readonly store: Store,
    private readonly neighbours: Neighbours,
    private readonly open: (at: number) => void,
  ) {
    store.listen((state, before) => {
      if (state.selected !== before.selected || state.language !== before.language || state.theme !== before.theme) this.draw();
    });
  }

  /** Draws anew; for the first time when it stands in the page, as a chart needs a place with a width. */
  draw(): void {
    const { state } = this.store;
    const node = state.selected === null ? undefined : this.data.nodes[state.selected];
    this.element.classList.toggle("empty", !node);
    document.title = node ? `${node.label} · gigraph` : "gigraph";
    if (!node || state.selected === null) {
      this.overview(state);
      return;
    }
    const edges = [...this.graph.edges(String(state.selected))].map(Number);
    const chart = byYear(this.data, edges).years.length ? el("div", { class: "chart", id: "chart" }) : null;
    fill(
      this.element,
      el(
        "header",
        {},
        el("div", { class: "what" }, swatch(nodeColour(node, state)), this.terms.gist(state.language, node)),
        el("button", { type: "button", class: "close", "aria-label": say(state.language, "close"), onclick: () => this.store.set({ selected: null }) }, "×"),
        el("h2", { tabindex: "-1", id: "chosen" }, node.label),
      ),
      this.facts(state, node),
      chart && el("section", {}, el("h3", {}, say(state.language, "perYear")), chart),
      ...this.neighbours.lists(state, state.selected, edges),
      this.measures(state, node),
      el("p", { class: "identifier" }, `${say(state.language, "identifier")} `, el("code", {}, node.id)),
    );
    this.element.scrollTop = 0;
    if (chart) drawChart(chart, this.data, this.terms, state, edges);
  }

  private facts(state: State, node: PageNode): HTMLElement {
    const { language } = state;
    const rows: [string, Child][] = [];
    const add = (name: string, value: Child): void => void rows.push([this.terms.label(language, name), value]);
    if (node.kind) add("kind", this.terms.label(language, node.kind));
    if (node.number) add("number", node.number);
    if (node.region) add("region", this.terms.region(node.region));
    for (const [name, value, at] of node.facts ?? []) {
      add(name, at === undefined ? this.terms.label(language, value) : this.link(at, value));
    }
    if (node.names?.length) add("names", node.names.join("、"));
    return table(rows);
  }

  private measures(state: State, node: PageNode): HTMLElement | null {
    const rows = Object.entries(node.measures ?? {}).map(
      ([name, value]): [string, Child] => [this.terms.label(state.language, name), round(value)],
    );
    return rows.length ? el("section", {}, el("h3", {}, say(state.language, "measures")), table(rows)) : null;
  }

  /** With nothing chosen: all edges by year, and of each type what has most edges. */
  private overview(state: State): void {
    const edges = this.data.edges.map((_, at) => at);
    const chart = byYear(this.data, edges).years.length ? el("div", { class: "chart", id: "chart" }) : null;
    const types = [...new Set(this.data.nodes.map((node) => node.type))];
    const lists = types.map((type) => {
      const places = this.data.nodes.flatMap((node, at) => (node.type === type ? [at] : []));
      const degree = (at: number): number => this.graph.degree(String(at));
      const most = places.sort((one, other) => degree(other) - degree(one) || one - other).slice(0, TOP);
      const rows = most.map((at) =>
        el("li", {}, this.link(at, this.data.nodes[at]!.label), el("span", { class: "n" }, ` ${degree(at).toLocaleString("en")}`)));
      const title = `${this.terms.label(state.language, type)} · ${say(state.language, "mostJoined")}`;
      return el("section", {}, el("h3", {}, title), el("ol", { class: "top" }, ...rows));
    });
    fill(
      this.element,
      el("h2", {}, say(state.language, "overview")),
      el("p", { class: "welcome" }, say(state.language, "welcome")),
      chart && el("section", {}, el("h3", {}, say(state.language, "perYear")), chart),
      ...lists,
    );
    if (chart) drawChart(chart, this.data, this.terms, state, edges);
  }

  private link(at: number, name: string): HTMLElement {
    return el("button", { type: "button", class: "link", "data-node": at, onclick: () => this.open(at) }, name);
  }
}

function table(rows: readonly [string, Child][]): HTMLElement {
  return el("dl", { class: "facts" }, ...rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)]));
}
