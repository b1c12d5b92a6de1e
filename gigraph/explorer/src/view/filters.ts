// The filters, which are the legend too: relations, kinds, region, years.
import type { NetworkData } from "../data/types";
import { ALL, isAll, kindOf, type Filter, type Shown } from "../model/filter";
import type { Store } from "../model/state";
import { say } from "../words/messages";
import type { Terms } from "../words/terms";
import { kindColour, relationColour } from "./colours";
import { el, fill, swatch } from "./dom";

interface Group {
  code: string;
  type: string;
  count: number;
}

export class Filters {
  readonly element = el("section", { class: "filters" });
  readonly status = el("p", { class: "shown", role: "status", id: "shown" });
  private readonly kinds: Group[];
  private readonly relations: Group[];
  private readonly regions: string[];
  private readonly years: number[];

  constructor(
    private readonly data: NetworkData,
    private readonly terms: Terms,
    private readonly store: Store,
  ) {
    this.kinds = tally(data.nodes.map((node) => [kindOf(node), node.type]));
    this.relations = tally(data.edges.map((edge) => [edge.relation ?? "", ""])).filter(({ code }) => code);
    const codes = new Set(data.nodes.flatMap((node) => (node.region ? [node.region] : [])));
    for (const code of [...codes]) if (`${code.slice(0, 2)}0000` in data.regions) codes.add(`${code.slice(0, 2)}0000`);
    this.regions = [...codes].sort();
    const bounds = data.edges.flatMap(({ years }) => (years?.length ? [years[0]!, years.at(-1)!] : []));
    const [first, last] = bounds.reduce(([low, high], year) => [Math.min(low, year), Math.max(high, year)], [9999, 0]);
    this.years = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => first + step);
    store.listen((state, before) => {
      if (state.language !== before.language || state.theme !== before.theme || state.filter !== before.filter) this.draw();
    });
    this.draw();
  }

  /** Says how much is shown. */
  tell(shown: Shown): void {
    const { language } = this.store.state;
    const all = { allNodes: this.data.nodes.length, allEdges: this.data.edges.length };
    const told = shown.nodes
      ? say(language, "shown", { nodes: shown.nodes, edges: shown.edges, ...all })
      : say(language, "nothingShown");
    fill(this.status, told, el("br"), this.terms.leftOut(language));
  }

  private draw(): void {
    const focused = document.activeElement?.id;
    const { language, filter, theme } = this.store.state;
    const reset = el("button", { type: "button", id: "reset", class: "quiet", onclick: () => this.set(ALL) }, say(language, "reset"));
    reset.hidden = isAll(filter);
    fill(
      this.element,
      el("div", { class: "head" }, el("h2", {}, say(language, "filters")), reset),
      this.relations.length
        ? this.checks("relation", this.relations, filter.relationsOff, (off) => ({ relationsOff: off }), (group) =>
            swatch(relationColour(this.data, group.code, theme), "line"))
        : null,
      ...[...new Set(this.kinds.map(({ type }) => type))].map((type) =>
        this.checks(type, this.kinds.filter((group) => group.type === type), filter.kindsOff, (off) => ({ kindsOff: off }), (group) =>
          swatch(kindColour(group.code, group.type, theme)))),
      this.regions.length ? this.regionChoice() : null,
      this.years.length ? this.yearChoice() : null,
    );
    if (focused && this.element.querySelector(`#${CSS.escape(focused)}`)) document.getElementById(focused)?.focus();
  }

  private set(change: Partial<Filter>): void {
    this.store.set({ filter: { ...this.store.state.filter, ...change } });
  }

  private checks(
    name: string, groups: Group[], off: ReadonlySet<string>,
    change: (off: ReadonlySet<string>) => Partial<Filter>, mark: (group: Group) => HTMLElement,
  ): HTMLElement {
    const { language } = this.store.state;
    const toggle = (code: string): void => {
      const next = new Set(off);
      if (!next.delete(code)) next.add(code);
      this.set(change(next));
    };
    const rows = groups.map((group) =>
      el(
        "label",
        { class: "check" },
        el("input", {
          type: "checkbox", id: `${name}-${group.code}`, "data-code": group.code, checked: !off.has(group.code),
          onchange: () => toggle(group.code),
        }),
        mark(group),
        el("span", { class: "name" }, group.code === group.type ? say(language, "unspecified") : this.terms.label(language, group.code)),
        el("span", { class: "n" }, group.count.toLocaleString("en")),
      ),
    );
    return el("fieldset", {}, el("legend", {}, this.terms.label(language, name)), ...rows);
  }

  private regionChoice(): HTMLElement {
    const { language, filter } = this.store.state;
    const rows = this.regions.map((code) => {
      const depth = code.endsWith("0000") ? "" : code.endsWith("00") ? "\u3000" : "\u3000\u3000";
      return [code, depth + this.terms.region(code)] as const;
    });
    return select("region", say(language, "region"), [["", say(language, "allRegions")], ...rows], filter.region, (value) =>
      this.set({ region: value }));
  }

  private yearChoice(): HTMLElement {
    const { language, filter } = this.store.state;
    const rows = [["", say(language, "any")] as const, ...this.years.map((year) => [String(year), String(year)] as const)];
    const pick = (name: "since" | "until") =>
      select(name, say(language, name), rows, String(filter[name] ?? ""), (value) =>
        this.set({ [name]: value ? Number(value) : null }));
    return el("fieldset", { class: "years" }, el("legend", {}, say(language, "years")), pick("since"), pick("until"));
  }
}

function select(
  id: string, label: string, rows: readonly (readonly [string, string])[], value: string, change: (value: string) => void,
): HTMLElement {
  const made = el(
    "select",
    { id, onchange: (event: Event) => change((event.target as HTMLSelectElement).value) },
    ...rows.map(([code, name]) => el("option", { value: code, selected: code === value }, name)),
  );
  return el("label", { class: "select" }, el("span", {}, label), made);
}

function tally(rows: [string, string][]): Group[] {
  const groups = new Map<string, Group>();
  for (const [code, type] of rows) {
    const group = groups.get(code) ?? { code, type, count: 0 };
    group.count += 1;
    groups.set(code, group);
  }
  return [...groups.values()].sort(
    (one, other) => one.type.localeCompare(other.type) || other.count - one.count || one.code.localeCompare(other.code),
  );
}
