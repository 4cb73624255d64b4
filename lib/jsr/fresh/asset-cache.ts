// Keeps small static files and their response headers in memory.
import type { Encoding, Snapshot, StaticAsset } from "./snapshot.ts";

// Scripts, styles and icons fit; a video does not push them out.
const MAX_CACHED_FILE_BYTES = 512 * 1024;
// All of a typical build; an edge isolate has 128 MiB for everything.
const MAX_CACHE_BYTES = 16 * 1024 * 1024;

// Ranges work for every file; smaller ones arrive in one packet train anyway, and every header
// costs time on the hottest path there is.
const MIN_RESUMABLE_BYTES = 64 * 1024;

type Bytes = Uint8Array<ArrayBuffer>;

/** The static files of one build. */
export class AssetCache {
  readonly snapshot: Snapshot;
  readonly #bytes = new Map<string, Bytes>();
  readonly #inits = new Map<string, ResponseInit>();
  #size = 0;

  constructor(snapshot: Snapshot) {
    this.snapshot = snapshot;
  }

  /** The content of a file, from memory when it was read before. */
  bytes(path: string, encoding: Encoding): Bytes | Promise<Bytes> {
    const cached = this.#bytes.get(encoding + path);
    if (cached !== undefined) return cached;
    const bytes = this.snapshot.read(path, encoding);
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
    const key = cacheControl + encoding + path;
    let init = this.#inits.get(key);
    if (init === undefined) {
      // A Headers object: a Response copies it three times faster than it checks a plain one.
      const headers = new Headers({
        "content-type": asset.type,
        "cache-control": cacheControl,
        etag,
      });
      if (asset.encodings.length > 0) headers.set("vary", "Accept-Encoding");
      if (encoding !== "identity") headers.set("content-encoding", encoding);
      else if (asset.size >= MIN_RESUMABLE_BYTES) headers.set("accept-ranges", "bytes");
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
