// The top of the page: what this is, the language, light or dark.
import type { NetworkData } from "../data/types";
import type { Store } from "../model/state";
import { say } from "../words/messages";
import { el, fill } from "./dom";

export function masthead(data: NetworkData, store: Store): HTMLElement {
  const bar = el("header", { class: "masthead" });
  const draw = (): void => {
    const { language, theme } = store.state;
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    document.documentElement.dataset["theme"] = theme;
    const counts = { nodes: data.nodes.length, edges: data.edges.length, reports: data.reports.length };
    fill(
      bar,
      el("h1", {}, "gigraph"),
      el("p", {}, say(language, "subtitle", counts)),
      el("button", { type: "button", id: "theme", "aria-label": say(language, "theme"), title: say(language, "theme"),
        onclick: () => store.keep({ theme: theme === "light" ? "dark" : "light" }) }, theme === "light" ? "◐" : "◑"),
      el("button", { type: "button", id: "language", onclick: () => store.keep({ language: language === "zh" ? "en" : "zh" }) },
        say(language, "language")),
    );
  };
  store.listen((state, before) => {
    if (state.language !== before.language || state.theme !== before.theme) {
      const focused = document.activeElement?.id;
      draw();
      if (focused) bar.querySelector<HTMLElement>(`#${CSS.escape(focused)}`)?.focus();
    }
  });
  draw();
  return bar;
}
