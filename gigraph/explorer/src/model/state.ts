// What the person chose; every view draws itself anew when it changes.
import { ALL, type Filter } from "./filter";

export type Language = "zh" | "en";
export type Theme = "light" | "dark";
export type ColourBy = "kind" | "community";

export interface State {
  language: Language;
  theme: Theme;
  filter: Filter;
  selected: number | null;
  colourBy: ColourBy;
}

type Listener = (state: State, before: State) => void;

export class Store {
  private listeners: Listener[] = [];
  state: State;

  constructor() {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const chinese = navigator.languages.some((tag) => tag.toLowerCase().startsWith("zh"));
    this.state = {
      language: (recall("language") as Language | null) ?? (chinese || !navigator.languages.length ? "zh" : "en"),
      theme: (recall("theme") as Theme | null) ?? (dark.matches ? "dark" : "light"),
      filter: ALL,
      selected: null,
      colourBy: "kind",
    };
    dark.addEventListener("change", (event) => {
      if (!recall("theme")) this.set({ theme: event.matches ? "dark" : "light" });
    });
  }

  set(change: Partial<State>): void {
    const before = this.state;
    this.state = { ...before, ...change };
    for (const listener of this.listeners) listener(this.state, before);
  }

  /** Sets and remembers for the next visit. */
  keep(change: Partial<Pick<State, "language" | "theme">>): void {
    for (const [name, value] of Object.entries(change)) remember(name, value);
    this.set(change);
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }
}

// A page from file:// may have no storage; then nothing is remembered.
function recall(name: string): string | null {
  try {
    return localStorage.getItem(`gigraph.${name}`);
  } catch {
    return null;
  }
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`gigraph.${name}`, value);
  } catch {
    // not remembered
  }
}
