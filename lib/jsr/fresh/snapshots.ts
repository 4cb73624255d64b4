// Which build belongs to which application.
import { registerIsland } from "./island-output.ts";
import type { Manifest, ReadAsset, Snapshot, SnapshotData } from "./snapshot.ts";
import { islandsOf } from "./file-modules.ts";

const snapshots = new WeakMap<object, Snapshot>();

/** The build that `app` was given, null before that. */
export function snapshotOf(app: object): Snapshot | null {
  return snapshots.get(app) ?? null;
}

/** Gives `app` a build; its handler has to be made afterwards. */
export function useSnapshot(app: object, snapshot: Snapshot): void {
  for (const island of islandsOf(snapshot.islands)) registerIsland(island);
  snapshots.set(app, snapshot);
}

/** A build from its data, the generated manifest and a way to read files. */
export function makeSnapshot(data: SnapshotData, manifest: Manifest, read: ReadAsset): Snapshot {
  return {
    buildId: data.buildId,
    assets: new Map(Object.entries(data.assets)),
    client: data.client,
    routes: manifest.routes,
    islands: manifest.islands,
    read,
  };
}
