// What a build produced: the static files, the browser bundles and the modules of the routes.

/** Content encodings a static file may be stored in. */
export type Encoding = "identity" | "br" | "gzip";

/** One file that may be served, named by its URL path. */
export interface StaticAsset {
  readonly type: string;
  /** Content hash: the ETag and the value of the cache-busting query. */
  readonly hash: string;
  readonly size: number;
  /** The name contains the content hash, so a copy never goes stale. */
  readonly immutable: boolean;
  /** The encodings, beside identity, in which the file is stored. */
  readonly encodings: readonly Encoding[];
}

/** A script of the browser build with the scripts it needs at once. */
export interface ClientScript {
  readonly url: string;
  readonly imports: readonly string[];
}

/** The browser build: start-up script, prop reviver and one script per island file. */
export interface ClientBuild {
  readonly boot: ClientScript;
  readonly revive: ClientScript;
  readonly signals: ClientScript;
  readonly slots: ClientScript;
  readonly islands: Readonly<Record<string, ClientScript>>;
}

/** The parts of a build that are plain data, as written to `_fresh/snapshot.js`. */
export interface SnapshotData {
  readonly buildId: string;
  readonly assets: Readonly<Record<string, StaticAsset>>;
  readonly client: ClientBuild;
}

/** Modules by path relative to the project's root. */
export type ModuleMap = Readonly<Record<string, object>>;

/** The generated list of the route and island modules (`fresh.gen.ts`). */
export interface Manifest {
  readonly routes: ModuleMap;
  readonly islands: ModuleMap;
}

/** The bytes of a static file in one of its stored encodings. */
export type ReadAsset = (
  path: string,
  encoding: Encoding,
) => Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>;

/** Everything an application needs from a build. */
export interface Snapshot {
  readonly buildId: string;
  readonly assets: ReadonlyMap<string, StaticAsset>;
  readonly client: ClientBuild;
  readonly routes: ModuleMap;
  readonly islands: ModuleMap;
  readonly read: ReadAsset;
}
