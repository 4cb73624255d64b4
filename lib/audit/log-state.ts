// What appending goes on from: the tree, its unfinished rows of hashes, and the index of the unfinished block.
import { invariant } from "../kernel/invariant.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable, readList } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { BLOCK_ENTRIES, BlockIndex } from "./block-index.ts";
import { entryText, parseEntry } from "./entry.ts";
import { furtherOf } from "./further-subjects.ts";
import { type AuditHead, auditKeys } from "./keys.ts";
import { Frontier, leafHash } from "./merkle.ts";
import { TileWriter } from "./tiles.ts";
import { stampOf, type Waiting } from "./waiting-intents.ts";

/** It. */
export interface LogState {
  tree: Frontier;
  tiles: TileWriter;
  block: BlockIndex;
}

/** The head as it was read, or written. */
export interface Standing {
  head: AuditHead;
  versionstamp: string | null;
}

/** The tree of a head, to go on from. */
export function treeOf({ size, edge }: Pick<AuditHead, "size" | "edge">): Frontier {
  return new Frontier(size, edge.map((hash) => Uint8Array.fromBase64(hash)));
}

/** Reads what stands behind a head; null when another appended meanwhile. */
export async function readLogState(
  db: Database,
  { head, versionstamp }: Standing,
): Promise<LogState | null> {
  let isReadable = true;
  const tiles = new TileWriter(async ({ height, index }) => {
    const tile = await readIfReadable(db.write, auditKeys.tile(height, index));
    if (tile.value === null && tile.versionstamp !== null) isReadable = false;
    return tile.value ?? new Uint8Array();
  });
  if (!await tiles.load(head.size)) {
    const { versionstamp: now } = await readIfReadable(db.write, auditKeys.head());
    const isFit = now !== versionstamp || !isReadable;
    invariant(isFit, `The tree of the audit log is not of its ${head.size} entries`);
    return null;
  }
  return { tree: treeOf(head), tiles, block: await unfinishedBlock(db, head.size) };
}

/** Adds as many as have so many characters; how many. At least one. */
export function addEntries(
  tx: Transaction,
  state: LogState,
  waiting: readonly Waiting[],
  mostLength: number,
): number {
  const { tree, tiles } = state;
  let [count, length] = [0, 0];
  for (const { key, intent, further } of waiting) {
    const index = tree.size;
    const text = entryText(intent, index, stampOf(key));
    length += text.length;
    if (count > 0 && length > mostLength) break;
    tx.set(auditKeys.entry(index), text).delete(key);
    tree.append(leafHash(text), tiles.note);
    state.block.add(index % BLOCK_ENTRIES, intent, further);
    count++;
    if (tree.size % BLOCK_ENTRIES === 0) endBlock(tx, state);
  }
  if (tree.size % BLOCK_ENTRIES !== 0) {
    tx.set(auditKeys.words(Math.floor(tree.size / BLOCK_ENTRIES)), state.block.encode());
  }
  for (const { name, bytes } of tiles.take()) {
    tx.set(auditKeys.tile(name.height, name.index), bytes);
  }
  return count;
}

function endBlock(tx: Transaction, state: LogState): void {
  const block = state.tree.size / BLOCK_ENTRIES - 1;
  tx.set(auditKeys.words(block), state.block.encode())
    .set(auditKeys.block(block), state.block.filter());
  state.block = new BlockIndex();
}

/** The index of the block that is not full; of what was not kept it is made anew. */
async function unfinishedBlock({ write }: Database, size: number): Promise<BlockIndex> {
  const start = size - size % BLOCK_ENTRIES;
  if (start === size) return new BlockIndex();
  const { value } = await readIfReadable(write, auditKeys.words(start / BLOCK_ENTRIES));
  if (value !== null && value.length > 0) return BlockIndex.from(value);
  const index = new BlockIndex();
  const range = { start: auditKeys.entry(start), end: auditKeys.entry(size) };
  for (const { key, value: text } of await readList(write, range, BLOCK_ENTRIES)) {
    const entry = parseEntry(text);
    if (entry === null) continue;
    index.add(Number(key.at(-1)) % BLOCK_ENTRIES, entry, await furtherOf(write, entry));
  }
  return index;
}
