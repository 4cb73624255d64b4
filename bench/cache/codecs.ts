// Which codec pays from which size on: bytes left, and microseconds to pack and to unpack, of routes and pages.
import * as zlib from "node:zlib";
import { seeded } from "../../tests/support/random.ts";
import { SEED } from "./traces.ts";

const SIZES = [512, 1_024, 2_048, 8_192, 65_536];
const ROUNDS = 25;

const BROTLI_4 = { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 4 } };
const CODECS = [
  ["deflate 1", (b: Uint8Array) => zlib.deflateRawSync(b, { level: 1 }), zlib.inflateRawSync],
  ["gzip 6", (b: Uint8Array) => zlib.gzipSync(b), zlib.gunzipSync],
  ["brotli 4", (b: Uint8Array) => zlib.brotliCompressSync(b, BROTLI_4), zlib.brotliDecompressSync],
  ["zstd 3", (b: Uint8Array) => zlib.zstdCompressSync(b), zlib.zstdDecompressSync],
] as const;

/** Prints the table the product's choice follows from: `COMPRESS_FROM_BYTES` in lib/cache/policy.ts. */
export function printCodecs(): void {
  for (const [kind, make] of [["route", routeOf], ["page", pageOf]] as const) {
    for (const size of SIZES) {
      const bytes = new TextEncoder().encode(make(size));
      const cells = CODECS.map(([name, pack, unpack]) => {
        const packed = pack(bytes);
        const packUs = fastest(() => pack(bytes));
        const unpackUs = fastest(() => unpack(packed));
        const left = Math.round(100 * packed.length / bytes.length);
        return `${name} ${left} % ${packUs}/${unpackUs} µs`;
      });
      console.info(`${kind} ${bytes.length} B: ${cells.join(", ")}`);
    }
  }
}

function fastest(work: () => unknown): number {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    work();
    least = Math.min(least, performance.now() - from);
  }
  return Math.round(least * 1_000);
}

/** A way as the engine answers it. */
function routeOf(size: number): string {
  const random = seeded(SEED);
  const points: number[][] = [];
  let lat = 57.7;
  let lng = 11.97;
  for (let left = size; left > 0; left -= 19) {
    lat += (random() - 0.5) / 500;
    lng += (random() - 0.5) / 500;
    points.push([Number(lat.toFixed(5)), Number(lng.toFixed(5))]);
  }
  return JSON.stringify({ distanceMeters: 12_345, points }).slice(0, size);
}

/** A page of ours. */
function pageOf(size: number): string {
  const page = Deno.readTextFileSync(new URL("../../docs/operations.md", import.meta.url));
  return page.slice(0, size);
}
