// Buttons over the picture, and its keys.
import type { NetworkData } from "../data/types";
import type { Net } from "../model/network";
import type { Store } from "../model/state";
import { say } from "../words/messages";
import type { Canvas } from "./canvas";
import { el, fill } from "./dom";
import { spread } from "./spread";

export function controls(data: NetworkData, graph: Net, store: Store, canvas: Canvas, stage: HTMLElement): HTMLElement {
  const bar = el("div", { class: "controls" });
  const grouped = data.nodes.some((node) => node.measures?.["community"] !== undefined);
  let stop: (() => void) | undefined;
  const toggle = (): void => {
    if (stop) return stop();
    stop = spread(graph, () => {
      stop = undefined;
      draw();
    });
    draw();
  };
  const draw = (): void => {
    const { language, colourBy } = store.state;
    const button = (id: string, sign: string, word: Parameters<typeof say>[1], act: () => void) =>
      el("button", { type: "button", id, title: say(language, word), "aria-label": say(language, word), onclick: act }, sign);
    const rearrange = el("button", { type: "button", id: "spread", class: "wide", onclick: toggle }, say(language, stop ? "stop" : "spread"));
    fill(
      bar,
      button("zoom-in", "+", "zoomIn", () => canvas.zoom(1 / 1.5)),
      button("zoom-out", "−", "zoomOut", () => canvas.zoom(1.5)),
      button("fit", "⤢", "fit", () => canvas.fit()),
      rearrange,
      grouped
        ? el("button", { type: "button", id: "colour-by", class: "wide", onclick: () => store.set({ colourBy: colourBy === "kind" ? "community" : "kind" }) },
            `${say(language, "colourBy")}: ${say(language, colourBy === "kind" ? "byKind" : "byCommunity")}`)
        : null,
    );
    stage.setAttribute("aria-label", say(language, "canvas"));
  };
  store.listen((state, before) => {
    if (state.language !== before.language || state.colourBy !== before.colourBy) draw();
  });
  stage.addEventListener("keydown", (event) => {
    const moves: Record<string, () => void> = {
      ArrowLeft: () => canvas.pan(-1, 0),
      ArrowRight: () => canvas.pan(1, 0),
      ArrowUp: () => canvas.pan(0, -1),
      ArrowDown: () => canvas.pan(0, 1),
      "+": () => canvas.zoom(1 / 1.5),
      "=": () => canvas.zoom(1 / 1.5),
      "-": () => canvas.zoom(1.5),
      "0": () => canvas.fit(),
    };
    const move = event.target === stage ? moves[event.key] : undefined;
    if (move) {
      event.preventDefault();
      move();
    }
  });
  draw();
  return bar;
}
