// The neighbours of a node by relation, each with years and, opened, its evidence.
import type { DataSource } from "../data/source";
import type { NetworkData, PageEdge } from "../data/types";
import type { State } from "../model/state";
import { isWord, say } from "../words/messages";
import type { Terms } from "../words/terms";
import { nodeColour } from "./colours";
import { el, fill, swatch } from "./dom";
import { evidenceList } from "./evidence";

const STEP = 50;

export class Neighbours {
  constructor(
    private readonly data: NetworkData,
    private readonly source: DataSource,
    private readonly terms: Terms,
    private readonly open: (at: number) => void,
  ) {}

  /** Lists by relation, the most frequent first. edges: places of the node's edges. */
  lists(state: State, at: number, edges: readonly number[]): HTMLElement[] {
    const groups = new Map<string, number[]>();
    for (const place of edges) {
      const edge = this.data.edges[place]!;
      const direction = this.data.directed && edge.s !== at ? "in" : "out";
      const key = `${edge.relation ?? ""}\n${direction}`;
      groups.set(key, [...(groups.get(key) ?? []), place]);
    }
    return [...groups.entries()]
      .sort((one, other) => other[1].length - one[1].length || (one[0] < other[0] ? -1 : 1))
      .map(([key, places]) => this.list(state, at, key.split("\n")[0]!, key.endsWith("in"), places));
  }

  private list(state: State, at: number, relation: string, inward: boolean, places: number[]): HTMLElement {
    const weigh = (place: number): number => this.data.edges[place]!.weight ?? 0;
    const sorted = [...places].sort((one, other) => weigh(other) - weigh(one) || one - other);
    const list = el("ul", { class: "neighbours" });
    const more = el("button", { type: "button", class: "quiet more", onclick: () => add() });
    const add = (): void => {
      const from = list.children.length;
      list.append(...sorted.slice(from, from + STEP).map((place) => this.row(state, at, place)));
      const left = sorted.length - list.children.length;
      more.hidden = left === 0;
      more.textContent = say(state.language, "more", { n: Math.min(STEP, left) });
    };
    add();
    const inwardName = `${relation}_in`;
    const name = !relation
      ? say(state.language, "neighbours")
      : inward && isWord(inwardName)
        ? say(state.language, inwardName)
        : (inward ? "← " : "") + this.terms.label(state.language, relation);
    const head = el("h3", {}, name, el("span", { class: "n" }, ` ${places.length.toLocaleString("en")}`));
    return el("section", { class: "group", "data-relation": relation }, head, list, more);
  }

  private row(state: State, at: number, place: number): HTMLElement {
    const edge = this.data.edges[place]!;
    const other = edge.s === at ? edge.t : edge.s;
    const node = this.data.nodes[other]!;
    const total = edge.quotes ?? edge.evidence?.length ?? 0;
    return el(
      "li",
      {},
      el("button", { type: "button", class: "node", "data-node": other, onclick: () => this.open(other) },
        swatch(nodeColour(node, state)), el("span", { class: "name" }, node.label)),
      el("span", { class: "gist" }, this.gist(state, edge)),
      total ? this.evidence(state, place, total) : null,
    );
  }

  private gist(state: State, edge: PageEdge): string {
    const { language } = state;
    const years = ranges(edge.years ?? []);
    const reports = edge.years?.length && edge.weight ? (edge.weight === 1 ? say(language, "oneReport") : say(language, "reports", { n: edge.weight })) : "";
    const measures = Object.entries(edge.measures ?? {}).map(([name, value]) => `${this.terms.label(language, name)} ${round(value)}`);
    const weight = !edge.years?.length && edge.weight ? `${say(language, "weight")} ${round(edge.weight)}` : "";
    return [years, reports, weight, ...measures].filter(Boolean).join(" · ");
  }

  /** Quotes are asked for when they are opened; a server would send them then. */
  private evidence(state: State, place: number, total: number): HTMLElement {
    const word = total === 1 ? "oneEvidence" : "evidence";
    const body = el("div");
    const show = async (): Promise<void> => {
      if (details.open && !body.hasChildNodes()) fill(body, evidenceList(this.data, state.language, await this.source.evidence(place)));
    };
    const details = el("details", { ontoggle: () => void show() }, el("summary", {}, say(state.language, word, { n: total })), body);
    return details;
  }
}

export const round = (value: number): string =>
  Number.isInteger(value) ? value.toLocaleString("en") : String(Number(value.toPrecision(3)));

/** Years with neighbours joined: 2014, 2015, 2016 and 2018 are 2014–2016, 2018. */
export function ranges(years: readonly number[]): string {
  const parts: [number, number][] = [];
  for (const year of years) {
    const last = parts.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else parts.push([year, year]);
  }
  return parts.map(([first, last]) => (first === last ? String(first) : `${first}–${last}`)).join(", ");
}
