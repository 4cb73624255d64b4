// `fresh/internal`: what generated files use. Application code never imports it.
export { directHandler } from "./direct-handler.ts";
export { makeSnapshot, useSnapshot } from "./snapshots.ts";
export { diskReader, embeddedReader } from "./asset-readers.ts";
export type { Manifest, Snapshot, SnapshotData } from "./snapshot.ts";
