// Bars of a node's edges by year, stacked by relation.
import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use, type EChartsType } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import type { NetworkData } from "../data/types";
import type { State } from "../model/state";
import type { Terms } from "../words/terms";
import { relationColour } from "./colours";

use([BarChart, GridComponent, CanvasRenderer]);

export interface Series {
  relation: string;
  counts: number[];
}

/** How many of some edges bear each year, a row a relation; years without any between the first and last are 0. */
export function byYear(data: NetworkData, edges: readonly number[]): { years: number[]; series: Series[] } {
  let [first, last] = [Infinity, -Infinity];
  for (const at of edges) {
    for (const year of data.edges[at]?.years ?? []) [first, last] = [Math.min(first, year), Math.max(last, year)];
  }
  if (last < first) return { years: [], series: [] };
  const years = Array.from({ length: last - first + 1 }, (_, step) => first + step);
  const rows = new Map<string, number[]>();
  for (const at of edges) {
    const edge = data.edges[at]!;
    const counts = rows.get(edge.relation ?? "") ?? years.map(() => 0);
    rows.set(edge.relation ?? "", counts);
    for (const year of edge.years ?? []) counts[year - first]! += 1;
  }
  const series = [...rows].map(([relation, counts]) => ({ relation, counts }));
  return { years, series: series.sort((one, other) => one.relation.localeCompare(other.relation)) };
}

let drawn: EChartsType | undefined;

/** Draws into a place that stands in the page; returns the same in words, for those who do not see it. */
export function drawChart(place: HTMLElement, data: NetworkData, terms: Terms, state: State, edges: readonly number[]): void {
  drawn?.dispose();
  drawn = undefined;
  const { years, series } = byYear(data, edges);
  if (!years.length) return;
  const ink = state.theme === "light" ? "#55606c" : "#aab5c1";
  const rule = state.theme === "light" ? "#e3e8ee" : "#2c3641";
  const told = years.map((year, at) => `${year}: ${series.reduce((sum, { counts }) => sum + counts[at]!, 0)}`);
  place.setAttribute("role", "img");
  place.setAttribute("aria-label", told.join(", "));
  drawn = init(place);
  drawn.setOption({
    animation: false,
    grid: { left: 4, right: 6, top: 18, bottom: 0, containLabel: true },
    xAxis: { type: "category", data: years.map(String), axisTick: { show: false }, axisLabel: { color: ink }, axisLine: { lineStyle: { color: rule } } },
    yAxis: { type: "value", minInterval: 1, splitNumber: 3, axisLabel: { color: ink }, splitLine: { lineStyle: { color: rule } } },
    series: series.map(({ relation, counts }, at) => ({
      type: "bar",
      name: terms.label(state.language, relation),
      stack: "all",
      barMaxWidth: 28,
      data: counts,
      itemStyle: { color: relationColour(data, relation, state.theme) },
      label: {
        show: at === series.length - 1 && years.length <= 12,
        position: "top",
        color: ink,
        formatter: ({ dataIndex }: { dataIndex: number }) =>
          String(series.reduce((sum, row) => sum + row.counts[dataIndex]!, 0) || ""),
      },
    })),
  });
}

export function resizeChart(): void {
  drawn?.resize();
}
