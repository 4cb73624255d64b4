// Where `asset()` finds content hashes; the browser build replaces this module.
import type { StaticAsset } from "./snapshot.ts";

let current: ReadonlyMap<string, StaticAsset> | null = null;

/** Makes `assets` the files that `asset()` knows. */
export function useAssets(assets: ReadonlyMap<string, StaticAsset> | null): void {
  current = assets;
}

/** The content hash of the static file at `path`, undefined when there is no such file. */
export function hashOf(path: string): string | undefined {
  return current?.get(path)?.hash;
}
