// Keeps small static files and their response headers in memory.
import type { Encoding, ReadAsset, StaticAsset } from "./snapshot.ts";

// Scripts, styles and icons fit; a video does not push them out.
const MAX_CACHED_FILE_BYTES = 512 * 1024;
// All of a typical build; an edge isolate has 128 MiB for everything.
const MAX_CACHE_BYTES = 16 * 1024 * 1024;

type Bytes = Uint8Array<ArrayBuffer>;

/** The static files of one build. */
export class AssetCache {
  readonly #read: ReadAsset;
  readonly #bytes = new Map<string, Bytes>();
  readonly #inits = new Map<string, ResponseInit>();
  #size = 0;

  constructor(read: ReadAsset) {
    this.#read = read;
  }

  /** The content of a file, from memory when it was read before. */
  bytes(path: string, encoding: Encoding): Bytes | Promise<Bytes> {
    const cached = this.#bytes.get(encoding + path);
    if (cached !== undefined) return cached;
    const bytes = this.#read(path, encoding);
    if (!(bytes instanceof Promise)) return this.#keep(encoding + path, bytes);
    return bytes.then((loaded) => this.#keep(encoding + path, loaded));
  }

  /** The response headers of a file; one object per variant because they never change. */
  init(
    path: string,
    asset: StaticAsset,
    encoding: Encoding,
    etag: string,
    cacheControl: string,
  ): ResponseInit {
    const key = `${cacheControl} ${encoding}${path}`;
    let init = this.#inits.get(key);
    if (init === undefined) {
      const headers: Record<string, string> = {
        "content-type": asset.type,
        "cache-control": cacheControl,
        etag,
        vary: "Accept-Encoding",
      };
      if (encoding === "identity") headers["accept-ranges"] = "bytes";
      else headers["content-encoding"] = encoding;
      this.#inits.set(key, init = { headers });
    }
    return init;
  }

  #keep(key: string, bytes: Bytes): Bytes {
    if (bytes.byteLength > MAX_CACHED_FILE_BYTES || this.#bytes.has(key)) return bytes;
    this.#size += bytes.byteLength;
    this.#bytes.set(key, bytes);
    for (const [oldest, { byteLength }] of this.#bytes) {
      if (this.#size <= MAX_CACHE_BYTES) break;
      this.#bytes.delete(oldest);
      this.#size -= byteLength;
    }
    return bytes;
  }
}
