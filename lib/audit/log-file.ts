// An audit log in a file, as the verifier reads it: a database, or an export of lines. Nothing of the product is needed.
import { auditKeys } from "./keys.ts";
import {
  type Hash,
  HASH_BYTES,
  leafHash,
  nodeHash,
  type ReadSubtree,
  rootAt,
  type Subtree,
} from "./merkle.ts";
import { subtreesFrom, TILE_HASHES } from "./tiles.ts";
import type { FoundEntry } from "./verify-log.ts";

/** Rows KV hands over at once. */
export const BATCH = 500;

/** A log to verify. */
export interface LogFile extends AsyncDisposable {
  /** Entries in their order. */
  entries(): AsyncIterable<FoundEntry>;
  /** How many entries it says it has; null where it says nothing of that. */
  readonly ownSize: number | null;
  /** The hash its tree has for an entry; null where it has none. */
  ownLeaf(index: number): Promise<Hash | null>;
  text(index: number): Promise<string>;
  leaf(index: number): Promise<Hash>;
  readonly subtree: ReadSubtree;
  rootAt(size: number): Promise<Hash>;
  /** Checkpoints, as signed notes. */
  notes(): Promise<string[]>;
}

/** A log in a database that is open. */
export async function storedLog(kv: Deno.Kv): Promise<LogFile> {
  const { value: head } = await kv.get<{ size: number }>(auditKeys.head());
  return new DatabaseLog(kv, head?.size ?? 0);
}

/** A log in an export. */
export function exportedLog(path: string): Promise<LogFile> {
  return LinesLog.read(path);
}

class DatabaseLog implements LogFile {
  readonly #kv: Deno.Kv;
  #tile: { index: number; bytes: Uint8Array } | null = null;
  readonly subtree: ReadSubtree;

  constructor(kv: Deno.Kv, readonly ownSize: number) {
    this.#kv = kv;
    this.subtree = subtreesFrom(({ height, index }) => this.#bytes(height, index));
  }

  async *entries(): AsyncGenerator<FoundEntry> {
    const selector = { prefix: auditKeys.entry.prefix };
    for await (const { key, value } of this.#kv.list(selector, { batchSize: BATCH })) {
      yield { index: Number(key.at(-1)), text: String(value) };
    }
  }

  async ownLeaf(index: number): Promise<Hash | null> {
    const tile = Math.floor(index / TILE_HASHES);
    if (this.#tile?.index !== tile) this.#tile = { index: tile, bytes: await this.#bytes(0, tile) };
    const at = index % TILE_HASHES * HASH_BYTES;
    const leaf = this.#tile.bytes.subarray(at, at + HASH_BYTES);
    return leaf.length === HASH_BYTES ? leaf : null;
  }

  async text(index: number): Promise<string> {
    return (await this.#kv.get<string>(auditKeys.entry(index))).value ?? "";
  }

  async leaf(index: number): Promise<Hash> {
    return leafHash(await this.text(index));
  }

  rootAt(size: number): Promise<Hash> {
    return rootAt(size, this.subtree);
  }

  async notes(): Promise<string[]> {
    const list = this.#kv.list<{ note: string }>({ prefix: auditKeys.checkpoint.prefix });
    return (await Array.fromAsync(list)).map(({ value }) => value.note);
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#kv.close();
    return Promise.resolve();
  }

  async #bytes(height: number, index: number): Promise<Uint8Array> {
    return (await this.#kv.get<Uint8Array>(auditKeys.tile(height, index))).value ??
      new Uint8Array();
  }
}

/** An export: a line an entry, as it is hashed, and lines of checkpoints. */
class LinesLog implements LogFile {
  readonly ownSize = null;

  private constructor(readonly texts: readonly string[], readonly signed: readonly string[]) {}

  static async read(path: string): Promise<LinesLog> {
    const lines = (await Deno.readTextFile(path)).split("\n").filter((line) => line !== "");
    const isNote = (line: string) => line.startsWith('{"at":') && line.includes('"note":');
    const notes = lines.filter(isNote).map((line) => String(JSON.parse(line).note));
    return new LinesLog(lines.filter((line) => !isNote(line)), notes);
  }

  *#found(): Generator<FoundEntry> {
    for (const [index, text] of this.texts.entries()) yield { index, text };
  }

  async *entries(): AsyncGenerator<FoundEntry> {
    await Promise.resolve();
    yield* this.#found();
  }

  ownLeaf(): Promise<null> {
    return Promise.resolve(null);
  }

  text(index: number): Promise<string> {
    return Promise.resolve(this.texts[index] ?? "");
  }

  async leaf(index: number): Promise<Hash> {
    return leafHash(await this.text(index));
  }

  readonly subtree = (subtree: Subtree): Hash => this.#over(subtree);

  rootAt(size: number): Promise<Hash> {
    return rootAt(size, this.subtree);
  }

  notes(): Promise<string[]> {
    return Promise.resolve([...this.signed]);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return Promise.resolve();
  }

  #over({ level, index }: Subtree): Hash {
    if (level === 0) return leafHash(this.texts[index] ?? "");
    const below = level - 1;
    return nodeHash(
      this.#over({ level: below, index: index * 2 }),
      this.#over({ level: below, index: index * 2 + 1 }),
    );
  }
}
