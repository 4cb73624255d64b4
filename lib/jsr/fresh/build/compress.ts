// Compresses static files once, at build time, as well as the formats can.
import { brotliCompress, constants, gzip } from "node:zlib";
import { promisify } from "node:util";
import { ENCODING_SUFFIX } from "../asset-readers.ts";
import type { Encoding } from "../snapshot.ts";
import { isCompressible } from "./media-types.ts";
import type { BuiltFile } from "./static-assets.ts";

/** A compressed variant of a file. */
export interface Variant {
  readonly suffix: string;
  readonly contents: Uint8Array<ArrayBuffer>;
}

// Below this the headers that announce the encoding cost as much as it saves.
const MIN_BYTES = 256;
// Brotli at its best is slow on large data files (1 MB: seconds); they get a faster level.
const BEST_BROTLI_BYTES = 512 * 1024;
const LARGE_FILE_QUALITY = 9;

/** The variants of `file` that are smaller than itself, best first. */
export async function compressFile(
  file: BuiltFile,
  type: string,
): Promise<Map<Encoding, Variant>> {
  const variants = new Map<Encoding, Variant>();
  const { contents } = file;
  if (contents.byteLength < MIN_BYTES || !isCompressible(type)) return variants;
  const quality = contents.byteLength > BEST_BROTLI_BYTES
    ? LARGE_FILE_QUALITY
    : constants.BROTLI_MAX_QUALITY;
  const br = await promisify(brotliCompress)(contents, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: contents.byteLength,
    },
  });
  const gz = await promisify(gzip)(contents, { level: constants.Z_BEST_COMPRESSION });
  for (const [encoding, bytes] of [["br", br], ["gzip", gz]] as const) {
    if (bytes.byteLength >= contents.byteLength) continue;
    variants.set(encoding, {
      suffix: ENCODING_SUFFIX[encoding],
      contents: new Uint8Array(bytes),
    });
  }
  return variants;
}
