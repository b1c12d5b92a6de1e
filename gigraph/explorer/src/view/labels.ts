// How sigma writes names: with a rim in the ground's colour, and none over another name or a larger node.
import type Sigma from "sigma";
import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";
import type { EdgeLook, NodeLook } from "../model/network";
import type { Theme } from "../model/state";

type Drawn = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color"> & { key?: string };
type Options = Settings<NodeLook, EdgeLook>;
type Drawer = Sigma<NodeLook, EdgeLook>;

const INKS = {
  light: { ink: "#1c232b", ground: "#fbfcfd", box: "#ffffff", rim: "#c6ced8" },
  dark: { ink: "#e8edf3", ground: "#12171d", box: "#222b35", rim: "#465361" },
} as const;
const WATCHED = 1_500; // nodes, up to which names keep off discs too
const PROMISED = 40; // of the largest nodes, whose names come first

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Drawers for sigma's settings, and `begin`, which is called before each picture. */
export function labelDrawers(theme: () => Theme) {
  let taken: Box[] = [];
  let discs: { box: Box; size: number }[] = [];
  let promised = new Set<string>();
  /** Takes a place for the name of a node of a size; it may lie over smaller discs, for a hub has some all around. */
  const claim = (box: Box, size: number): boolean => {
    const free = taken.every((other) => apart(box, other)) && discs.every((disc) => disc.size < size - 0.01 || apart(box, disc.box));
    if (free) taken.push(box);
    return free;
  };

  /** Keeps the places of discs and of the largest nodes' names. */
  const begin = (sigma: Drawer): void => {
    [taken, discs, promised] = [[], [], new Set()];
    const graph = sigma.getGraph();
    if (graph.order > WATCHED) return;
    const { width, height } = sigma.getDimensions();
    const now = { cameraState: sigma.getCamera().getState() }; // sigma's own matrix is still that of the last picture
    const seen = graph
      .filterNodes((_, look) => !look.hidden)
      .map((key) => ({ key, look: sigma.getNodeDisplayData(key)! }))
      .map(({ key, look }) => ({ key, look, ...sigma.framedGraphToViewport(look, now) }))
      .filter(({ x, y }) => x > -50 && x < width + 50 && y > -50 && y < height + 50)
      .sort((one, other) => other.look.size - one.look.size);
    for (const { x, y, look } of seen) {
      const radius = sigma.scaleSize(look.size) - 1;
      discs.push({ box: { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius }, size: radius + 1 });
    }
    const size = sigma.getSetting("labelSize");
    for (const { key, x, y, look } of seen.slice(0, PROMISED)) {
      const node = { x, y, size: sigma.scaleSize(look.size), label: look.label ?? "", color: look.color };
      if (node.label && claim(boxOf(node, [...node.label].length * size, size, width), node.size)) promised.add(key);
    }
  };

  const settings = {
    defaultDrawNodeLabel(context: CanvasRenderingContext2D, node: Drawn, settings: Options): void {
      if (!node.label) return;
      const { ink, ground } = INKS[theme()];
      context.font = `${settings.labelWeight} ${settings.labelSize}px ${settings.labelFont}`;
      const box = boxOf(node, context.measureText(node.label).width, settings.labelSize, context.canvas.clientWidth);
      if (!promised.has(node.key ?? "") && !claim(box, node.size)) return;
      const y = node.y + settings.labelSize / 3;
      context.lineJoin = "round";
      context.lineWidth = 3.5;
      context.strokeStyle = ground;
      context.strokeText(node.label, box.left, y);
      context.fillStyle = ink;
      context.fillText(node.label, box.left, y);
    },
    defaultDrawNodeHover(context: CanvasRenderingContext2D, node: Drawn, settings: Options): void {
      const { ink, box, rim } = INKS[theme()];
      context.font = `600 ${settings.labelSize}px ${settings.labelFont}`;
      const text = node.label ?? "";
      if (text) {
        const [width, height] = [context.measureText(text).width + 16, settings.labelSize + 12];
        const { left } = boxOf(node, width, settings.labelSize, context.canvas.clientWidth);
        context.beginPath();
        context.roundRect(left, node.y - height / 2, width, height, 6);
        context.fillStyle = box;
        context.fill();
        context.lineWidth = 1;
        context.strokeStyle = rim;
        context.stroke();
        context.fillStyle = ink;
        context.fillText(text, left + 8, node.y + settings.labelSize / 3);
      }
      context.beginPath();
      context.arc(node.x, node.y, node.size + 3, 0, 2 * Math.PI);
      context.lineWidth = 2.5;
      context.strokeStyle = ink;
      context.stroke();
    },
  };
  return { settings, begin };
}

const apart = (one: Box, other: Box): boolean =>
  one.right < other.left || other.right < one.left || one.bottom < other.top || other.bottom < one.top;

/** The place of a name: right of its node, or left where the picture ends. */
function boxOf(node: Drawn, width: number, size: number, end: number): Box {
  const right = node.x + node.size + 4 + width;
  const left = right > end && node.x - node.size - 4 - width > 0 ? node.x - node.size - 4 - width : node.x + node.size + 4;
  return { left, right: left + width, top: node.y - size / 2 - 1, bottom: node.y + size / 2 + 2 };
}
