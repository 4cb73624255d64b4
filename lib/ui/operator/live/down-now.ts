// What the stream of a page last heard to be down, passed on to the banner that stands outside its island.
import type { DownPart } from "../../../health/part.ts";

type DownListener = (down: readonly DownPart[]) => void;

const listeners = new Set<DownListener>();

/** Passes on what a beat said. */
export function hearDown(down: readonly DownPart[]): void {
  for (const listener of listeners) listener(down);
}

/** Calls `listener` for each beat, until the returned function is called. */
export function onDown(listener: DownListener): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
