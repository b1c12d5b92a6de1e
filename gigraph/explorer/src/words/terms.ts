// Labels of the data's codes in the chosen language.
import type { NetworkData, PageNode } from "../data/types";
import type { Language } from "../model/state";
import { isWord, say } from "./messages";

export class Terms {
  constructor(private readonly data: NetworkData) {}

  label(language: Language, code: string): string {
    const known = Object.hasOwn(this.data.terms, code) ? this.data.terms[code] : undefined;
    const bare = /^[a-z-]+\/([a-z0-9-]+)$/.exec(code)?.[1] ?? code; // a concept comes with its scheme
    return known?.[language] ?? (isWord(code) ? say(language, code) : (known?.zh ?? known?.en ?? bare));
  }

  region(code: string | undefined): string {
    return code === undefined ? "" : ((Object.hasOwn(this.data.regions, code) ? this.data.regions[code] : undefined) ?? code);
  }

  /** What was left out of the network, in words; types of instruments come without their scheme. */
  leftOut(language: Language): string {
    const rows = Object.entries(this.data.leftOut ?? {}).map(([code, count]) => {
      const scheme = `instrument-type/${code}`;
      return `${this.label(language, Object.hasOwn(this.data.terms, scheme) ? scheme : code)} ${count.toLocaleString("en")}`;
    });
    return rows.length ? say(language, "leftOut", { what: rows.join(language === "zh" ? "、" : ", ") }) : "";
  }

  /** A line under a node's name: kind, region, number. */
  gist(language: Language, node: PageNode): string {
    const parts = [this.label(language, node.kind ?? node.type), this.region(node.region), node.number ?? ""];
    return parts.filter((part) => part && part !== node.label).join(" · ");
  }
}
