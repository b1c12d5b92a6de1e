// The drawn network: sigma over the graph, coloured by the state, with the chosen node and its neighbours in front.
import Sigma from "sigma";
import { EdgeLineProgram, type EdgeProgramType } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { NetworkData } from "../data/types";
import type { EdgeLook, Net, NodeLook } from "../model/network";
import type { State, Store } from "../model/state";
import { faint, nodeColour, relationColour } from "./colours";
import { labelDrawers } from "./labels";

const MANY = 6_000; // edges, from which on they are left out while the picture moves

const FEW = 80; // neighbours that a view takes in together

/** Whether this browser can draw; asked before sigma is, which fails without. */
export function canDraw(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

export class Canvas {
  readonly sigma: Sigma<NodeLook, EdgeLook>;
  private near = new Set<string>();

  constructor(
    place: HTMLElement,
    private readonly data: NetworkData,
    private readonly graph: Net,
    private readonly store: Store,
  ) {
    const heavy = graph.size > MANY;
    const labels = labelDrawers(() => store.state.theme);
    this.colour(store.state);
    this.sigma = new Sigma(graph, place, {
      ...labels.settings,
      labelFont: '"Noto Sans CJK SC", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", system-ui, sans-serif',
      labelSize: 12,
      labelDensity: 1.2,
      labelGridCellSize: 110,
      labelRenderedSizeThreshold: graph.order > 3_000 ? 7 : 5,
      ...(heavy ? { edgeProgramClasses: { line: EdgeLineProgram as unknown as EdgeProgramType<NodeLook, EdgeLook> } } : {}),
      hideEdgesOnMove: heavy,
      hideLabelsOnMove: graph.order > 3_000,
      minCameraRatio: 0.01,
      maxCameraRatio: 3,
      zIndex: true,
      stagePadding: 56,
      allowInvalidContainer: true,
      nodeReducer: (key, look) => this.node(key, look),
      edgeReducer: (key, look) => this.edge(key, look),
    });
    this.sigma.on("beforeRender", () => labels.begin(this.sigma));
    this.sigma.on("clickNode", ({ node }) => store.set({ selected: Number(node) }));
    this.sigma.on("clickStage", () => store.set({ selected: null }));
    this.sigma.on("enterNode", () => (place.style.cursor = "pointer"));
    this.sigma.on("leaveNode", () => (place.style.cursor = ""));
    this.sigma.scheduleRender(); // the first picture came before the listener for its labels
    store.listen((state, before) => this.update(state, before));
  }

  /** Moves the view onto a node and, where they are few, its neighbours. */
  show(at: number): void {
    const key = String(at);
    const place = this.sigma.getNodeDisplayData(key);
    if (!place) return;
    const around = this.graph.neighbors(key).flatMap((near) => this.sigma.getNodeDisplayData(near) ?? []);
    let target = { x: place.x, y: place.y, ratio: this.graph.order > 2_000 ? 0.1 : 0.3 };
    if (around.length && around.length <= FEW) {
      const [xs, ys] = [[place, ...around].map(({ x }) => x), [place, ...around].map(({ y }) => y)];
      const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
      const ratio = Math.min(1.1, Math.max(0.06, 1.7 * Math.max(right - left, high - low)));
      target = { x: (left + right) / 2, y: (low + high) / 2, ratio };
    }
    void this.sigma.getCamera().animate(target, { duration: calm() ? 0 : 350 });
  }

  fit(): void {
    void this.sigma.getCamera().animatedReset({ duration: calm() ? 0 : 300 });
  }

  zoom(factor: number): void {
    const camera = this.sigma.getCamera();
    void camera.animate({ ratio: camera.ratio * factor }, { duration: calm() ? 0 : 150 });
  }

  pan(right: number, down: number): void {
    const camera = this.sigma.getCamera();
    const step = 0.12 * camera.ratio;
    camera.setState({ x: camera.x + right * step, y: camera.y - down * step });
  }

  private update(state: State, before: State): void {
    const recoloured = state.theme !== before.theme || state.colourBy !== before.colourBy;
    if (recoloured) this.colour(state);
    if (state.selected !== before.selected) {
      const key = state.selected === null ? null : String(state.selected);
      this.near = new Set(key === null ? [] : this.graph.neighbors(key));
    }
    if (recoloured || state.selected !== before.selected) this.sigma.refresh({ skipIndexation: true });
  }

  private colour(state: State): void {
    const opacity = this.graph.size > MANY ? 0.22 : this.graph.size > 800 ? 0.4 : 0.6;
    const lines = new Map<string, string>();
    const line = (relation: string): string => {
      const colour = lines.get(relation) ?? faint(relationColour(this.data, relation, state.theme), opacity, state.theme);
      lines.set(relation, colour);
      return colour;
    };
    this.graph.updateEachNodeAttributes(
      (key, look) => ({ ...look, color: nodeColour(this.data.nodes[Number(key)]!, state) }),
      { attributes: ["color"] },
    );
    this.graph.updateEachEdgeAttributes(
      (key, look) => ({ ...look, color: line(this.data.edges[Number(key)]!.relation ?? "") }),
      { attributes: ["color"] },
    );
  }

  private node(key: string, look: NodeLook): Partial<NodeDisplayData> {
    const { selected, theme } = this.store.state;
    if (selected === null) return look;
    if (key === String(selected)) return { ...look, highlighted: true, zIndex: 2, hidden: false };
    if (this.near.has(key)) return { ...look, zIndex: 1, forceLabel: this.near.size <= 14 };
    return { ...look, color: theme === "light" ? "#dde2e8" : "#2b333d", label: "", zIndex: 0 };
  }

  private edge(key: string, look: EdgeLook): Partial<EdgeDisplayData> {
    const { selected, theme } = this.store.state;
    if (selected === null) return look;
    const edge = this.data.edges[Number(key)]!;
    if (edge.s !== selected && edge.t !== selected) return { ...look, hidden: true };
    const colour = relationColour(this.data, edge.relation ?? "", theme);
    return { ...look, color: faint(colour, 0.9, theme), size: look.size + 0.6, zIndex: 1 };
  }
}

const calm = (): boolean => matchMedia("(prefers-reduced-motion: reduce)").matches;
