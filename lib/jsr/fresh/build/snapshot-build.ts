// Puts a build together: static files, browser scripts, and the table that describes them.
import type { Encoding, SnapshotData, StaticAsset } from "../snapshot.ts";
import { withBundler } from "./bundler-process.ts";
import { bundleClient, type BundleInput } from "./client-bundle.ts";
import { compressFile } from "./compress.ts";
import { contentHash } from "./content-hash.ts";
import {
  buildStaticFiles,
  type BuiltFile,
  describeAsset,
  type StaticInput,
} from "./static-assets.ts";

/** A build in memory. */
export interface Built {
  readonly data: SnapshotData;
  /** Contents by path, compressed variants with the ending of their encoding. */
  readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
  /** Source maps: written next to the build for debugging, never served. */
  readonly sourceMaps: readonly BuiltFile[];
}

/** Builds everything the browser gets. */
export function buildSnapshot(
  staticInput: StaticInput,
  bundleInput: Omit<BundleInput, "assets">,
  compress: boolean,
): Promise<Built> {
  return withBundler(() => build(staticInput, bundleInput, compress));
}

async function build(
  staticInput: StaticInput,
  bundleInput: Omit<BundleInput, "assets">,
  compress: boolean,
): Promise<Built> {
  const staticFiles = await buildStaticFiles(staticInput);
  const assets: Record<string, StaticAsset> = {};
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  const add = async (file: BuiltFile) => {
    const plain = await describeAsset(file);
    const variants = compress ? await compressFile(file, plain.type) : new Map();
    assets[file.path] = { ...plain, encodings: [...variants.keys()] as Encoding[] };
    files.set(file.path, file.contents);
    for (const [encoding, { suffix, contents }] of variants) {
      if (encoding !== "identity") files.set(file.path + suffix, contents);
    }
  };
  for (const file of staticFiles) await add(file);
  const bundle = await bundleClient({ ...bundleInput, assets });
  const sourceMaps: BuiltFile[] = [];
  for (const { path, contents } of bundle.files) {
    const file = { path, contents, immutable: true };
    if (path.endsWith(".map")) sourceMaps.push(file);
    else await add(file);
  }
  const sorted = Object.fromEntries(Object.entries(assets).sort(([a], [b]) => a < b ? -1 : 1));
  const buildId = await contentHash(new TextEncoder().encode(JSON.stringify(sorted)));
  return { data: { buildId, assets: sorted, client: bundle.client }, files, sourceMaps };
}
