// Lays the network out anew, some steps a frame, so that the page stays awake; it ends by itself.
import forceAtlas2 from "graphology-layout-forceatlas2";
import type { Net } from "../model/network";

const SMALL = 1_500;
const STEPS = 400;
const LONGEST = 20_000; // milliseconds
const FRAME = 12; // milliseconds of a frame that steps may take; one step is always made

/** Betters the coordinates that came with a small network, before it is first drawn. */
export function settle(graph: Net): void {
  if (graph.order < 3 || graph.order > SMALL) return;
  const iterations = Math.min(STEPS, Math.round(60_000 / graph.order));
  forceAtlas2.assign(graph, { iterations, settings: settingsFor(graph) });
}

function settingsFor(graph: Net) {
  const many = graph.order > 300;
  return { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: many, adjustSizes: false, linLogMode: many };
}

/** Starts, and returns what stops it; `done` is called in either case. */
export function spread(graph: Net, done: () => void): () => void {
  const settings = settingsFor(graph);
  const begun = performance.now();
  let [left, running] = [STEPS, true];
  const stop = (): void => {
    if (running) done();
    running = false;
  };
  const frame = (): void => {
    if (!running) return;
    const now = performance.now();
    do {
      forceAtlas2.assign(graph, { iterations: 1, settings });
      left -= 1;
    } while (left > 0 && performance.now() - now < FRAME);
    if (left > 0 && now - begun < LONGEST) requestAnimationFrame(frame);
    else stop();
  };
  requestAnimationFrame(frame);
  return stop;
}
