// What a page shows, as the exporter writes it; nodes, edges and reports are named by their place in the lists.

/** One thing known of a node: its name, the value, and the node that the value is, where it is one. */
export type Fact = [name: string, value: string, node?: number];

export interface PageNode {
  id: string;
  label: string;
  type: string;
  kind?: string;
  region?: string;
  number?: string;
  x?: number;
  y?: number;
  /** Other names that it is found by. */
  names?: string[];
  facts?: Fact[];
  /** Degree, PageRank, community and the like. */
  measures?: Record<string, number>;
}

/** Words of a report: its place in `reports`, start and end in code points of its text, and what stands around. */
export interface Quote {
  report: number;
  start: number;
  end: number;
  quote: string;
  pinpoint?: string;
  section?: string;
  before?: string;
  after?: string;
}

export interface PageEdge {
  s: number;
  t: number;
  relation?: string;
  weight?: number;
  years?: number[];
  measures?: Record<string, number>;
  evidence?: Quote[];
  /** How many quotes there are in all; `evidence` may hold fewer. */
  quotes?: number;
}

export interface Report {
  title: string;
  source: string;
  year?: number;
}

export interface Evidence {
  quotes: readonly Quote[];
  total: number;
}

export interface NetworkData {
  version: 1;
  directed: boolean;
  nodes: PageNode[];
  edges: PageEdge[];
  reports: Report[];
  /** Labels of types, kinds, relations and other codes. */
  terms: Record<string, { zh?: string; en?: string }>;
  /** Names of regions by code, with the provinces above them. */
  regions: Record<string, string>;
  /** What was left out when the network was drawn, and how much of it. */
  leftOut?: Record<string, number>;
}
