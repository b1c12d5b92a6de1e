// What of the network is shown.
import type { NetworkData, PageEdge, PageNode } from "../data/types";
import type { Net } from "./network";

export interface Filter {
  /** Kinds and relations that are switched off. */
  kindsOff: ReadonlySet<string>;
  relationsOff: ReadonlySet<string>;
  /** A region's code, or "" for all. */
  region: string;
  since: number | null;
  until: number | null;
}

export const ALL: Filter = { kindsOff: new Set(), relationsOff: new Set(), region: "", since: null, until: null };

export interface Shown {
  nodes: number;
  edges: number;
}

export const kindOf = (node: PageNode): string => node.kind ?? node.type;

export function isAll(filter: Filter): boolean {
  const { kindsOff, relationsOff, region, since, until } = filter;
  return kindsOff.size + relationsOff.size === 0 && region === "" && since === null && until === null;
}

/** Whether a region lies in another: codes of GB/T 2260 nest by pairs of digits (610400 in 610000). */
export function within(code: string | undefined, region: string): boolean {
  return code !== undefined && code.startsWith(region.replace(/(00)+$/, ""));
}

export function takesEdge(data: NetworkData, filter: Filter, edge: PageEdge): boolean {
  const [one, other] = [data.nodes[edge.s], data.nodes[edge.t]];
  if (!one || !other || filter.relationsOff.has(edge.relation ?? "")) return false;
  if (filter.kindsOff.has(kindOf(one)) || filter.kindsOff.has(kindOf(other))) return false;
  if (filter.region && !within(one.region, filter.region) && !within(other.region, filter.region)) return false;
  if (filter.since === null && filter.until === null) return true;
  const [since, until] = [filter.since ?? -Infinity, filter.until ?? Infinity];
  return (edge.years ?? []).some((year) => since <= year && year <= until);
}

/** Hides what the filter does not take, and the nodes that are left without an edge. */
export function applyFilter(data: NetworkData, graph: Net, filter: Filter): Shown {
  const everything = isAll(filter);
  const joined = new Uint8Array(data.nodes.length);
  let edges = 0;
  graph.updateEachEdgeAttributes(
    (key, look) => {
      const edge = data.edges[Number(key)]!;
      look.hidden = !takesEdge(data, filter, edge);
      if (!look.hidden) {
        edges += 1;
        joined[edge.s] = joined[edge.t] = 1;
      }
      return look;
    },
    { attributes: ["hidden"] },
  );
  let nodes = 0;
  graph.updateEachNodeAttributes(
    (key, look) => {
      look.hidden = !everything && !joined[Number(key)];
      if (!look.hidden) nodes += 1;
      return look;
    },
    { attributes: ["hidden"] },
  );
  return { nodes, edges };
}
