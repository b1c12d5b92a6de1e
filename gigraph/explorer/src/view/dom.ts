// Elements. Text goes in as text only: nothing here reads markup, so a name with tags in it stays a name.
type Props = Record<string, string | number | boolean | ((event: never) => void)>;
export type Child = Node | string | null;

/** An element with attributes, listeners (onclick: …) and children; false leaves an attribute out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === "function") made.addEventListener(name.replace(/^on/, ""), value as EventListener);
    else if (value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Puts new children in the place of the old. */
export function fill(parent: Element, ...children: Child[]): void {
  parent.replaceChildren(...children.filter((child) => child !== null));
}

/** A spot of colour before a label. */
export function swatch(colour: string, shape: "dot" | "line" = "dot"): HTMLElement {
  const spot = el("span", { class: `swatch ${shape}`, "aria-hidden": "true" });
  spot.style.background = colour;
  return spot;
}
