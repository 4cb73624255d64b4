// The arrangement of the day in the browser: it follows the address, and remembers how dense somebody likes it.
import { useEffect, useState } from "preact/hooks";
import { goTo } from "../day/board-address.ts";
import { type BoardView, DENSITIES, readBoardView } from "./board-view.ts";

const DENSITY_KEY = "avanti-board-density";

/** The arrangement and how to change it. */
export interface LiveView {
  view: BoardView;
  /** Arranges the day as `address` says, and goes there without loading it. */
  arrange(address: string): void;
}

/** Starts with what the server drew. */
export function useView(first: BoardView): LiveView {
  const [view, setView] = useState(first);
  const follow = () => setView(readBoardView(new URLSearchParams(location.search)));
  useEffect(() => {
    if (first.density === null) rememberedInto(location, follow);
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  return {
    view,
    arrange: (address) => {
      goTo(address);
      const next = readBoardView(new URL(address, location.href).searchParams);
      if (next.density !== null && next.density !== view.density) remember(next.density);
      setView(next);
    },
  };
}

/** What this browser remembers goes into the address, which is what a link to copy and the CSV are made of. */
function rememberedInto({ href }: Location, follow: () => void): void {
  const remembered = recall();
  const density = DENSITIES.find((name) => name === remembered);
  if (density === undefined || density === "tight") return;
  const url = new URL(href);
  url.searchParams.set("density", density);
  history.replaceState(history.state, "", url);
  follow();
}

/** Storage may be forbidden or full: then nothing is remembered, and nothing else goes wrong. */
function remember(density: string): void {
  try {
    localStorage.setItem(DENSITY_KEY, density);
  } catch { /* see above */ }
}

function recall(): string | null {
  try {
    return localStorage.getItem(DENSITY_KEY);
  } catch {
    return null;
  }
}
