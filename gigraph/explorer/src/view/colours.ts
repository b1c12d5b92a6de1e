// Colours that people who do not tell red from green can tell apart, for light and dark grounds.
import type { NetworkData, PageNode } from "../data/types";
import type { State, Theme } from "../model/state";

type Pair = readonly [light: string, dark: string];

const KINDS: Record<string, Pair> = {
  agency: ["#0072b2", "#4ba8de"],
  government: ["#004c7a", "#7cc4f0"],
  department: ["#0072b2", "#4ba8de"],
  office: ["#3d93c2", "#6fb7dc"],
  division: ["#7fb4d6", "#9dcbe6"],
  "leading-group": ["#7fb4d6", "#9dcbe6"],
  institution: ["#2fa3c7", "#56c4e4"],
  "party-committee": ["#a13d2d", "#e08a78"],
  regulation: ["#d98a00", "#f0b040"],
  law: ["#a34a00", "#ff9d5c"],
  "administrative-regulation": ["#b35900", "#ffad66"],
  plan: ["#d9b23c", "#f2d675"],
  "party-regulation": ["#a13d2d", "#e08a78"],
  notice: ["#e0a03a", "#f2c878"],
  opinion: ["#c98a4b", "#e8b98a"],
  "internal-rule": ["#bfa878", "#d9c79e"],
  guide: ["#bfa878", "#d9c79e"],
  catalogue: ["#bfa878", "#d9c79e"],
  platform: ["#7a5aa6", "#b79be0"],
  region: ["#5f7d52", "#9cc28c"],
};
const RELATIONS: Record<string, Pair> = {
  cites: ["#7d8794", "#8893a1"],
  issues: ["#009e73", "#3fc79d"],
  discloses: ["#b8538f", "#e08bbd"],
};
const OTHERS: readonly Pair[] = [
  ["#0072b2", "#4ba8de"], ["#d98a00", "#f0b040"], ["#009e73", "#3fc79d"], ["#b8538f", "#e08bbd"], ["#7a5aa6", "#b79be0"],
  ["#a34a00", "#ff9d5c"], ["#2fa3c7", "#56c4e4"], ["#6b7f1e", "#b5c962"], ["#9c4a4a", "#dd9393"], ["#4d5b9e", "#98a5e6"],
  ["#8a6d3b", "#cfb07c"], ["#4f7a6a", "#8fc2ae"],
];
const GREY: Pair = ["#8a8f98", "#8f96a1"];

const of = (pair: Pair, theme: Theme): string => pair[theme === "light" ? 0 : 1];

export function kindColour(kind: string, type: string, theme: Theme): string {
  return of(KINDS[kind.slice(kind.lastIndexOf("/") + 1)] ?? KINDS[type] ?? GREY, theme);
}

export function groupColour(group: number, theme: Theme): string {
  return of(OTHERS[group % OTHERS.length] ?? GREY, theme);
}

export function nodeColour(node: PageNode, state: State): string {
  const community = node.measures?.["community"];
  if (state.colourBy === "community" && community !== undefined) return groupColour(community, state.theme);
  return kindColour(node.kind ?? node.type, node.type, state.theme);
}

export function relationColour(data: NetworkData, relation: string, theme: Theme): string {
  const known = RELATIONS[relation];
  if (known) return of(known, theme);
  const place = [...new Set(data.edges.map((edge) => edge.relation ?? ""))].sort().indexOf(relation);
  return relation ? groupColour(place + 2, theme) : of(GREY, theme);
}

/** A colour with less ink, mixed with the ground: a drawn line that is really see-through darkens where lines cross. */
export function faint(colour: string, ink: number, theme: Theme): string {
  const ground = theme === "light" ? "#fbfcfd" : "#12171d";
  const channels = [1, 3, 5].map((at) => {
    const [one, other] = [colour, ground].map((code) => Number.parseInt(code.slice(at, at + 2), 16)) as [number, number];
    return Math.round(one * ink + other * (1 - ink)).toString(16).padStart(2, "0");
  });
  return `#${channels.join("")}`;
}
