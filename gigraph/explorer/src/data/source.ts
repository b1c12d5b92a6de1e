// The one place that data come from. A page has them within itself; a server would answer the same two questions.
import type { Evidence, NetworkData } from "./types";

export interface DataSource {
  network(): Promise<NetworkData>;
  /** The words of reports behind an edge, named by its place in the network's list. */
  evidence(edge: number): Promise<Evidence>;
}

/** Data that stand in the page as JSON, which is parsed and never run. */
export function embedded(id = "gigraph-data"): DataSource {
  let data: NetworkData | undefined;
  const load = (): NetworkData => {
    if (data) return data;
    const found = JSON.parse(document.getElementById(id)?.textContent ?? "null") as NetworkData | null;
    if (found?.version !== 1) throw new Error("no data");
    data = found;
    return data;
  };
  return {
    network: async () => load(),
    evidence: async (edge) => {
      const found = load().edges[edge];
      const quotes = found?.evidence ?? [];
      return { quotes, total: found?.quotes ?? quotes.length };
    },
  };
}
