// The network as sigma draws it. Keys of nodes and edges are their places in the data's lists.
import Graph from "graphology";
import type { NetworkData } from "../data/types";

export interface NodeLook {
  x: number;
  y: number;
  size: number;
  label: string;
  color: string;
  hidden: boolean;
}

export interface EdgeLook {
  size: number;
  color: string;
  hidden: boolean;
}

export type Net = Graph<NodeLook, EdgeLook>;

const LONGEST = 22;

export function buildGraph(data: NetworkData): Net {
  const graph: Net = new Graph({ type: data.directed ? "directed" : "undirected", multi: true });
  const turn = (2 * Math.PI) / Math.max(1, data.nodes.length);
  data.nodes.forEach((node, at) => {
    // Without coordinates a ring, which "spread" then turns into a picture.
    const x = node.x ?? 1000 * Math.cos(at * turn);
    const y = node.y ?? 1000 * Math.sin(at * turn);
    graph.addNode(String(at), { x, y, size: 4, label: shorten(node.label), color: "#888", hidden: false });
  });
  const heavy = data.edges.length > 4_000;
  data.edges.forEach((edge, at) => {
    const size = (heavy ? 0.5 : 1.1) + Math.min(2.4, Math.log2(Math.max(1, edge.weight ?? 1)) / 2);
    graph.addEdgeWithKey(String(at), String(edge.s), String(edge.t), { size, color: "#888", hidden: false });
  });
  setSizes(graph);
  return graph;
}

/** Areas grow with the number of edges; the largest is bounded, so that a hub does not cover its neighbours. */
function setSizes(graph: Net): void {
  let most = 1;
  graph.forEachNode((node) => (most = Math.max(most, graph.degree(node))));
  const [least, largest] = graph.order > 3000 ? [1.6, 14] : graph.order > 400 ? [2.6, 18] : [4, 20];
  const scale = innerWidth < 700 ? 0.6 : 1;
  graph.updateEachNodeAttributes((node, look) => {
    look.size = scale * (least + (largest - least) * Math.sqrt(graph.degree(node) / most));
    return look;
  });
}

export function shorten(label: string): string {
  const signs = [...label];
  return signs.length > LONGEST ? `${signs.slice(0, LONGEST - 1).join("")}…` : label;
}
