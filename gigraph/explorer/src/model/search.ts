// Finding nodes by name, short name, number or key.
import type { NetworkData, PageNode } from "../data/types";

interface Entry {
  at: number;
  names: string[];
  degree: number;
}

export interface Hit {
  at: number;
  /** The name that was found, where it is not the label. */
  via: string;
}

/** Folds what people write in many ways: widths, cases, brackets, spaces (国办发[2015]15号 is 国办发〔2015〕15号). */
export function fold(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s〔〕[\]()《》〈〉<>{}【】“”"'‘’·,、。]/gu, "");
}

export class Search {
  private readonly entries: Entry[];

  constructor(private readonly data: NetworkData) {
    const degrees = new Uint32Array(data.nodes.length);
    for (const edge of data.edges) {
      degrees[edge.s]! += 1;
      degrees[edge.t]! += 1;
    }
    this.entries = data.nodes
      .map((node, at) => ({ at, names: namesOf(node).map(fold), degree: degrees[at]! }))
      .sort((one, other) => other.degree - one.degree || one.at - other.at);
  }

  /** The best hits, the exact before those that begin alike, then by degree; without a query, what has most edges. */
  find(query: string, most: number): { hits: Hit[]; total: number } {
    const parts = query.trim().split(/\s+/).map(fold).filter(Boolean);
    if (!parts.length) return { hits: this.entries.slice(0, most).map(({ at }) => ({ at, via: "" })), total: this.entries.length };
    const whole = fold(query);
    const found: { rank: number; entry: Entry; name: number }[] = [];
    for (const entry of this.entries) {
      if (!parts.every((part) => entry.names.some((name) => name.includes(part)))) continue;
      const name = Math.max(0, entry.names.findIndex((text) => text.includes(parts[0]!)));
      const rank = entry.names.includes(whole) ? 0 : entry.names.some((text) => text.startsWith(whole)) ? 1 : 2;
      found.push({ rank, entry, name });
    }
    found.sort((one, other) => one.rank - other.rank); // stable: by degree within a rank
    const hits = found.slice(0, most).map(({ entry, name }) => {
      const names = namesOf(this.data.nodes[entry.at]!);
      return { at: entry.at, via: name ? names[name]! : "" };
    });
    return { hits, total: found.length };
  }
}

function namesOf(node: PageNode): string[] {
  return [node.label, ...(node.number && node.number !== node.label ? [node.number] : []), ...(node.names ?? [])];
}
