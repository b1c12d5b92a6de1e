// The search box and its list, a combobox: arrows choose, Enter opens, Escape clears.
import type { NetworkData } from "../data/types";
import { kindOf } from "../model/filter";
import type { Search } from "../model/search";
import type { Store } from "../model/state";
import { say } from "../words/messages";
import type { Terms } from "../words/terms";
import { nodeColour } from "./colours";
import { el, fill, swatch } from "./dom";

const SHOWN = 60;

export class Finder {
  readonly element = el("section", { class: "finder" });
  readonly input: HTMLInputElement;
  private readonly list = el("ul", { id: "hits", role: "listbox" });
  private readonly count = el("p", { class: "count", role: "status" });
  private hits: number[] = [];
  private active = -1;

  constructor(
    private readonly data: NetworkData,
    private readonly search: Search,
    private readonly terms: Terms,
    private readonly store: Store,
    private readonly shown: (at: number) => boolean,
    private readonly open: (at: number, byKey: boolean) => void,
  ) {
    this.input = el("input", {
      type: "search", id: "query", role: "combobox", autocomplete: "off", spellcheck: "false",
      "aria-controls": "hits", "aria-expanded": "true", "aria-autocomplete": "list",
      oninput: () => this.find(),
      onkeydown: (event: KeyboardEvent) => this.key(event),
    });
    this.element.append(this.input, this.count, this.list);
    store.listen((state, before) => {
      if (state.language !== before.language || state.theme !== before.theme || state.filter !== before.filter) this.find();
      else if (state.selected !== before.selected) this.mark();
    });
    this.find();
  }

  private find(): void {
    const { language } = this.store.state;
    const query = this.input.value;
    this.input.placeholder = say(language, "search");
    this.input.setAttribute("aria-label", say(language, "search"));
    const { hits, total } = this.search.find(query, SHOWN);
    this.hits = hits.map(({ at }) => at);
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    const word = !query.trim() ? "mostJoined" : total ? "hits" : "noHits";
    this.count.textContent = say(language, word, { n: total });
    fill(this.list, ...hits.map(({ at, via }, place) => this.row(at, via, place)));
    this.mark();
  }

  private row(at: number, via: string, place: number): HTMLElement {
    const { state } = this.store;
    const node = this.data.nodes[at]!;
    const gist = [this.terms.gist(state.language, node), via && via !== node.number ? via : ""].filter(Boolean).join(" · ");
    const out = this.shown(at) ? "" : say(state.language, "outOfFilter");
    return el(
      "li",
      { role: "option", id: `hit-${place}`, "data-node": at, "data-kind": kindOf(node), onclick: () => this.open(at, false) },
      swatch(nodeColour(node, state)),
      el("span", { class: "name" }, node.label),
      el("span", { class: "gist" }, [gist, out].filter(Boolean).join(" · ")),
    );
  }

  private mark(): void {
    this.list.querySelectorAll("li").forEach((row, place) => {
      const node = this.hits[place];
      row.setAttribute("aria-selected", String(place === this.active || node === this.store.state.selected));
      row.classList.toggle("active", place === this.active);
    });
  }

  private key(event: KeyboardEvent): void {
    const last = this.hits.length - 1;
    const next = { ArrowDown: Math.min(last, this.active + 1), ArrowUp: Math.max(0, this.active - 1) }[event.key];
    if (next !== undefined) {
      event.preventDefault();
      this.active = next;
      this.input.setAttribute("aria-activedescendant", `hit-${next}`);
      this.mark();
      this.list.children[next]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") {
      const at = this.hits[Math.max(0, this.active)];
      if (at !== undefined) this.open(at, true);
    } else if (event.key === "Escape" && this.input.value) {
      event.stopPropagation();
      this.input.value = "";
      this.find();
    }
  }
}

