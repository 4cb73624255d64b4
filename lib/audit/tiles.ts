// Where the tree's hashes are kept: rows of 256, so that a proof over a million entries reads a handful of them.
import { invariant } from "../kernel/invariant.ts";
import { type Hash, HASH_BYTES, nodeHash, type ReadSubtree, type Subtree } from "./merkle.ts";

/** Levels of the tree one row spans. */
export const TILE_LEVELS = 8;
/** Hashes of a full row. */
export const TILE_HASHES = 2 ** TILE_LEVELS;

/** Names a row of hashes. */
export interface TileName {
  height: number;
  index: number;
}

/** The bytes of a row; empty when there is none. */
export type ReadTile = (name: TileName) => Promise<Uint8Array>;

/** Reads subtrees from rows; each row is asked for once. */
export function subtreesFrom(readTile: ReadTile): ReadSubtree {
  const asked = new Map<string, Promise<Uint8Array>>();
  return async ({ level, index }) => {
    const height = Math.floor(level / TILE_LEVELS);
    const width = 2 ** (level % TILE_LEVELS);
    const first = index * width;
    const name = { height, index: Math.floor(first / TILE_HASHES) };
    const key = `${name.height}/${name.index}`;
    const tile = asked.get(key) ?? readTile(name);
    asked.set(key, tile);
    return over(await tile, first % TILE_HASHES, width);
  };
}

/** The hash over `width` hashes of a row, a power of two. */
function over(tile: Uint8Array, first: number, width: number): Hash {
  if (width === 1) {
    const hash = tile.subarray(first * HASH_BYTES, (first + 1) * HASH_BYTES);
    invariant(hash.length === HASH_BYTES, "A hash of the tree is missing");
    return hash;
  }
  return nodeHash(over(tile, first, width / 2), over(tile, first + width / 2, width / 2));
}

/** Rows that are being written on: the unfinished ones at the right edge. */
export class TileWriter {
  readonly #readTile: ReadTile;
  readonly #tiles = new Map<string, { name: TileName; hashes: Hash[] }>();
  readonly #touched = new Set<string>();

  constructor(readTile: ReadTile) {
    this.#readTile = readTile;
  }

  /** Reads what is unfinished in a tree of `size` entries; false when the rows are of another tree. */
  async load(size: number): Promise<boolean> {
    for (
      let height = 0, count = size;
      count > 0;
      height++, count = Math.floor(count / TILE_HASHES)
    ) {
      const rest = count % TILE_HASHES;
      if (rest === 0) continue;
      const name = { height, index: Math.floor(count / TILE_HASHES) };
      const bytes = await this.#readTile(name);
      if (bytes.length !== rest * HASH_BYTES) return false;
      const hashes = Array.from(
        { length: rest },
        (_, i) => bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
      );
      this.#tiles.set(keyOf(name), { name, hashes });
    }
    return true;
  }

  /** Takes down a subtree that has become complete. */
  readonly note = ({ level, index }: Subtree, hash: Hash): void => {
    if (level % TILE_LEVELS !== 0) return;
    const name = { height: level / TILE_LEVELS, index: Math.floor(index / TILE_HASHES) };
    const key = keyOf(name);
    const tile = this.#tiles.get(key) ?? { name, hashes: [] };
    invariant(tile.hashes.length === index % TILE_HASHES, "A hash came out of its order");
    tile.hashes.push(hash);
    this.#tiles.set(key, tile);
    this.#touched.add(key);
  };

  /** The rows to write since it was asked last; those that are full are forgotten. */
  take(): { name: TileName; bytes: Uint8Array }[] {
    const rows = [...this.#touched].flatMap((key) => {
      const tile = this.#tiles.get(key);
      if (tile === undefined) return [];
      if (tile.hashes.length === TILE_HASHES) this.#tiles.delete(key);
      return [{ name: tile.name, bytes: joined(tile.hashes) }];
    });
    this.#touched.clear();
    return rows;
  }
}

function keyOf({ height, index }: TileName): string {
  return `${height}/${index}`;
}

function joined(hashes: readonly Hash[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_BYTES);
  hashes.forEach((hash, i) => bytes.set(hash, i * HASH_BYTES));
  return bytes;
}
