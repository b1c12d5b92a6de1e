// Puts the page together: data in, views out, one state between them.
import { embedded, type DataSource } from "./data/source";
import type { NetworkData } from "./data/types";
import { applyFilter } from "./model/filter";
import { buildGraph } from "./model/network";
import { Search } from "./model/search";
import { Store } from "./model/state";
import "./styles.css";
import { canDraw, Canvas } from "./view/canvas";
import { resizeChart } from "./view/chart";
import { controls } from "./view/controls";
import { el, fill } from "./view/dom";
import { Filters } from "./view/filters";
import { Finder } from "./view/finder";
import { masthead } from "./view/masthead";
import { Neighbours } from "./view/neighbours";
import { Panel } from "./view/panel";
import { settle } from "./view/spread";
import { say } from "./words/messages";
import { Terms } from "./words/terms";

async function start(place: HTMLElement, source: DataSource): Promise<void> {
  const store = new Store();
  document.documentElement.dataset["theme"] = store.state.theme;
  let data: NetworkData;
  try {
    data = await source.network();
  } catch {
    fill(place, el("p", { class: "notice" }, say("zh", "noData"), el("br"), say("en", "noData")));
    return;
  }
  const graph = buildGraph(data);
  settle(graph);
  const terms = new Terms(data);
  const stage = el("div", { id: "stage", class: "stage", tabindex: "0", role: "application" });
  let canvas: Canvas | undefined;

  const open = (at: number, byKey = true): void => {
    store.set({ selected: at });
    canvas?.show(at);
    if (byKey) document.getElementById("chosen")?.focus({ preventScroll: true });
  };
  const filters = new Filters(data, terms, store);
  filters.tell(applyFilter(data, graph, store.state.filter));
  store.listen((state, before) => {
    if (state.filter !== before.filter) filters.tell(applyFilter(data, graph, state.filter));
    else if (state.language !== before.language) filters.tell(applyFilter(data, graph, state.filter));
  });
  const shown = (at: number): boolean => !graph.getNodeAttribute(String(at), "hidden");
  const finder = new Finder(data, new Search(data), terms, store, shown, open);
  const panel = new Panel(data, graph, terms, store, new Neighbours(data, source, terms, open), open);
  const middle = el("main", {}, stage);
  const side = el("div", { class: "side" }, finder.element, el("div", { class: "lower" }, filters.element, filters.status));
  fill(place, masthead(data, store), el("div", { class: "body" }, side, middle, panel.element));

  panel.draw();

  if (canDraw()) {
    canvas = new Canvas(stage, data, graph, store);
    middle.append(controls(data, graph, store, canvas, stage));
  } else {
    const notice = el("p", { class: "notice", role: "alert", id: "no-webgl" });
    const tell = (): void => void (notice.textContent = say(store.state.language, "noWebgl"));
    store.listen(tell);
    tell();
    stage.append(notice);
  }
  keys(store, finder.input);
  keepAddress(data, store, open);
  addEventListener("resize", resizeChart);
  Object.assign(window, { gigraph: { store, canvas } }); // for the console and for tests
}

function keys(store: Store, input: HTMLInputElement): void {
  document.addEventListener("keydown", (event) => {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (event.key === "Escape" && store.state.selected !== null) {
      store.set({ selected: null });
      input.focus();
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      input.focus();
      input.select();
    }
  });
}

/** Keeps the chosen node in the address, so that a link or a bookmark leads to it. */
function keepAddress(data: NetworkData, store: Store, open: (at: number) => void): void {
  const follow = (): void => {
    const id = decode(location.hash.replace(/^#/, ""));
    const at = id ? data.nodes.findIndex((node) => node.id === id) : -1;
    if (at >= 0 && at !== store.state.selected) open(at);
  };
  store.listen((state, before) => {
    if (state.selected === before.selected) return;
    const node = state.selected === null ? undefined : data.nodes[state.selected];
    history.replaceState(null, "", node ? `#${encodeURIComponent(node.id)}` : "#");
  });
  addEventListener("hashchange", follow);
  follow();
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

void start(document.getElementById("app")!, embedded());
