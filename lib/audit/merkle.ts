// The Merkle tree of RFC 9162, section 2: hashes of entries, proofs that one is in a tree and that one tree goes on
// another, and their verification. Pure: where hashes come from is the caller's to say.
import { createHash } from "node:crypto";
import { invariant } from "../kernel/invariant.ts";

/** A SHA-256, 32 bytes. */
export type Hash = Uint8Array;

/** Bytes of a hash. */
export const HASH_BYTES = 32;

/** Begins what is hashed of an entry; another byte begins that of a node, so that neither passes for the other. */
const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

/** The root of a tree without entries. */
export const EMPTY_ROOT: Hash = new Uint8Array(createHash("sha256").digest());

/** The hash of an entry. */
export function leafHash(entry: Uint8Array | string): Hash {
  return createHash("sha256").update(LEAF).update(entry).digest();
}

/** The hash of the node over two others. */
export function nodeHash(left: Hash, right: Hash): Hash {
  return createHash("sha256").update(NODE).update(left).update(right).digest();
}

/** True for the same hash. */
export function isSameHash(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** A perfect subtree: its 2^level entries begin at `index` · 2^level. */
export interface Subtree {
  level: number;
  index: number;
}

/** The hash of a perfect subtree that is complete. */
export type ReadSubtree = (subtree: Subtree) => Hash | Promise<Hash>;

/** The perfect subtrees that entries from `start` up to `end` consist of, from the left. */
export function subtreesOf(start: number, end: number): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let at = start; at < end;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= end) level++;
    subtrees.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return subtrees;
}

/** A tree that grows and keeps only its right edge: the hashes of the perfect subtrees it consists of. */
export class Frontier {
  #size: number;
  readonly #hashes: Hash[];

  constructor(size = 0, hashes: readonly Hash[] = []) {
    invariant(hashes.length === subtreesOf(0, size).length, "The right edge is of another tree");
    this.#size = size;
    this.#hashes = [...hashes];
  }

  /** How many entries it has. */
  get size(): number {
    return this.#size;
  }

  /** The hashes to go on from, from the left. */
  get hashes(): readonly Hash[] {
    return this.#hashes;
  }

  /** Adds an entry by its hash; `onNode` hears of each perfect subtree that becomes complete, the entry first. */
  append(leaf: Hash, onNode?: (subtree: Subtree, hash: Hash) => void): void {
    let hash = leaf;
    let level = 0;
    let index = this.#size;
    onNode?.({ level, index }, hash);
    for (; index % 2 === 1; level++, index = (index - 1) / 2) {
      const left = this.#hashes.pop();
      invariant(left !== undefined, "The right edge has a hole");
      hash = nodeHash(left, hash);
      onNode?.({ level: level + 1, index: (index - 1) / 2 }, hash);
    }
    this.#hashes.push(hash);
    this.#size++;
  }

  /** The root. */
  root(): Hash {
    return joined(this.#hashes);
  }
}

/** The proof that the entry at `index` is in the tree of `size` entries (2.1.3.1). */
export async function inclusionProof(
  index: number,
  size: number,
  read: ReadSubtree,
): Promise<Hash[]> {
  invariant(index >= 0 && index < size, `No entry ${index} in a tree of ${size}`);
  const path: Hash[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    const isLeft = index < middle;
    path.push(await rangeHash(isLeft ? middle : start, isLeft ? end : middle, read));
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  return path.reverse();
}

/** The proof that the tree of `size` entries begins with that of `former` entries (2.1.4.1). */
export async function consistencyProof(
  former: number,
  size: number,
  read: ReadSubtree,
): Promise<Hash[]> {
  invariant(former >= 0 && former <= size, `No tree of ${former} in one of ${size}`);
  if (former === 0 || former === size) return [];
  const path: Hash[] = [];
  let [start, end] = [0, size];
  while (former !== end) {
    const middle = start + splitOf(end - start);
    const isLeft = former <= middle;
    path.push(await rangeHash(isLeft ? middle : start, isLeft ? end : middle, read));
    [start, end] = isLeft ? [start, middle] : [middle, end];
  }
  // The former tree as a whole is what the verifier has already.
  if (start > 0) path.push(await rangeHash(start, end, read));
  return path.reverse();
}

/** True when the proof shows that `leaf` is the entry at `index` of the tree with that size and root (2.1.3.2). */
export function isIncluded(
  { index, size, leaf, root, proof }: {
    index: number;
    size: number;
    leaf: Hash;
    root: Hash;
    proof: readonly Hash[];
  },
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (!isHash(leaf) || !proof.every(isHash)) return false;
  let [node, last, hash] = [index, size - 1, leaf];
  for (const step of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(step, hash);
      // A right edge without a neighbour goes up as it is.
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, step);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isSameHash(hash, root);
}

/** True when the proof shows that a tree begins with another one (2.1.4.2). */
export function isConsistent(
  { former, size, formerRoot, root, proof }: {
    former: number;
    size: number;
    formerRoot: Hash;
    root: Hash;
    proof: readonly Hash[];
  },
): boolean {
  if (!isCount(former) || !isCount(size) || former > size || !proof.every(isHash)) return false;
  // Every tree begins with the empty one: nothing is shown by that.
  if (former === 0) return false;
  if (former === size) return proof.length === 0 && isSameHash(formerRoot, root);
  const isPerfect = Number.isInteger(Math.log2(former));
  const [first, ...rest] = isPerfect ? [formerRoot, ...proof] : proof;
  if (first === undefined) return false;
  let [node, last] = [former - 1, size - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  let [formerHash, hash] = [first, first];
  for (const step of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      formerHash = nodeHash(step, formerHash);
      hash = nodeHash(step, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = nodeHash(hash, step);
    }
    [node, last] = [half(node), half(last)];
  }
  return last === 0 && isSameHash(formerHash, formerRoot) && isSameHash(hash, root);
}

/** The root of the first `size` entries. */
export function rootAt(size: number, read: ReadSubtree): Promise<Hash> {
  return rangeHash(0, size, read);
}

/** The hash over a part that begins where a tree of its size may. */
async function rangeHash(start: number, end: number, read: ReadSubtree): Promise<Hash> {
  return joined(await Promise.all(subtreesOf(start, end).map((subtree) => read(subtree))));
}

/** The hash over perfect subtrees that stand beside each other, the larger ones first. */
function joined(hashes: readonly Hash[]): Hash {
  if (hashes.length === 0) return EMPTY_ROOT;
  return hashes.reduceRight((right, left) => nodeHash(left, right));
}

/** The largest power of two below `count`. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

function half(count: number): number {
  return Math.floor(count / 2);
}

function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0;
}

function isHash(hash: Hash): boolean {
  return hash.length === HASH_BYTES;
}
