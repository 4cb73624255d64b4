import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  consistencyProof,
  EMPTY_ROOT,
  Frontier,
  type Hash,
  inclusionProof,
  isConsistent,
  isIncluded,
  leafHash,
  nodeHash,
  type ReadSubtree,
} from "../../lib/audit/merkle.ts";

/** The inputs of RFC 6962's own reference tree, and its roots by size. */
const KNOWN_LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
];
const KNOWN_ROOTS = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

/** The root as the RFC defines it: by splitting, without keeping anything. */
function rootOf(leaves: readonly Hash[]): Hash {
  const [first] = leaves;
  if (first === undefined) return new Uint8Array(createHash("sha256").digest());
  if (leaves.length === 1) return first;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  return nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split)));
}

function leavesOf(count: number): Hash[] {
  return Array.from({ length: count }, (_, i) => leafHash(`entry ${i}`));
}

function frontierOf(leaves: readonly Hash[]): Frontier {
  const frontier = new Frontier();
  for (const leaf of leaves) frontier.append(leaf);
  return frontier;
}

function readerOf(leaves: readonly Hash[]): ReadSubtree {
  return ({ level, index }) => rootOf(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level));
}

Deno.test("the tree has the roots RFC 6962's reference tree has, at every size", () => {
  const leaves = KNOWN_LEAVES.map((hex) => leafHash(Uint8Array.fromHex(hex)));
  const roots = KNOWN_ROOTS.map((_, size) => frontierOf(leaves.slice(0, size)).root());
  assert.deepEqual(roots.map((root) => new Uint8Array(root).toHex()), KNOWN_ROOTS);
  assert.deepEqual(new Uint8Array(EMPTY_ROOT).toHex(), KNOWN_ROOTS[0]);
});

Deno.test("a frontier that is stored and taken up again at any size goes on to the same root", () => {
  const leaves = leavesOf(70);
  const kept = new Frontier();
  leaves.forEach((leaf, size) => {
    const again = new Frontier(kept.size, kept.hashes);
    assert.deepEqual(again.root(), rootOf(leaves.slice(0, size)));
    kept.append(leaf);
  });
  assert.throws(() => new Frontier(3, kept.hashes.slice(0, 1)), /right edge/);
});

Deno.test("a frontier tells of every perfect subtree once, when it is complete", () => {
  const leaves = leavesOf(21);
  const read = readerOf(leaves);
  const told = new Map<string, Hash>();
  const frontier = new Frontier();
  for (const leaf of leaves) {
    frontier.append(leaf, ({ level, index }, hash) => {
      assert(!told.has(`${level}/${index}`));
      told.set(`${level}/${index}`, hash);
      assert.deepEqual(hash, read({ level, index }));
    });
  }
  assert.equal(told.size, 21 + 10 + 5 + 2 + 1);
});

Deno.test("every entry of every tree is proved to be in it, and nowhere else", async () => {
  for (let size = 1; size <= 33; size++) {
    const leaves = leavesOf(size);
    const root = rootOf(leaves);
    for (let index = 0; index < size; index++) {
      const proof = await inclusionProof(index, size, readerOf(leaves));
      const claim = { index, size, leaf: leaves[index] ?? EMPTY_ROOT, root, proof };
      assert(isIncluded(claim), `${index} of ${size}`);
      for (let other = 0; other < size; other++) {
        if (other !== index) assert(!isIncluded({ ...claim, index: other }));
      }
      assert(!isIncluded({ ...claim, leaf: leafHash("another") }));
      assert(!isIncluded({ ...claim, proof: [...proof, root] }));
      if (proof.length > 0) assert(!isIncluded({ ...claim, proof: proof.slice(1) }));
    }
  }
});

Deno.test("every tree is proved to go on each former one, and no other", async () => {
  for (let size = 1; size <= 33; size++) {
    const leaves = leavesOf(size);
    for (let former = 1; former <= size; former++) {
      const proof = await consistencyProof(former, size, readerOf(leaves));
      const claim = {
        ...{ former, size, proof },
        formerRoot: rootOf(leaves.slice(0, former)),
        root: rootOf(leaves),
      };
      assert(isConsistent(claim), `${former} in ${size}`);
      const forked = [...leaves.slice(0, former - 1), leafHash("another")];
      assert(!isConsistent({ ...claim, formerRoot: rootOf(forked) }));
      assert(!isConsistent({ ...claim, proof: [...proof, leafHash("too much")] }));
      if (proof.length > 0) assert(!isConsistent({ ...claim, proof: proof.slice(1) }));
    }
  }
});

Deno.test("a proof asks for a number of hashes that grows with the tree's height alone", async () => {
  const size = 1_000_003;
  const asked = { inclusion: 0, consistency: 0 };
  const counting = (kind: keyof typeof asked): ReadSubtree => () => (asked[kind]++, EMPTY_ROOT);
  await inclusionProof(777_777, size, counting("inclusion"));
  await consistencyProof(777_777, size, counting("consistency"));
  assert(asked.inclusion <= 2 * 20, `${asked.inclusion}`);
  assert(asked.consistency <= 2 * 20, `${asked.consistency}`);
});

interface GivenInclusion {
  name: string;
  leafIdx: number;
  treeSize: number;
  root: string | null;
  leafHash: string | null;
  proof: readonly (string | null)[] | null;
  wantErr: boolean;
}

interface GivenConsistency {
  name: string;
  size1: number;
  size2: number;
  root1: string | null;
  root2: string | null;
  proof: readonly (string | null)[] | null;
  wantErr: boolean;
}

async function givenVectors<Given>(name: string): Promise<Given[] | null> {
  try {
    const path = new URL(`../../../shared/data/merkle/${name}.json`, import.meta.url);
    return JSON.parse(await Deno.readTextFile(path));
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    console.info(`../shared/data/merkle/${name}.json is not here: its vectors were not asked`);
    return null;
  }
}

const bytes = (text: string | null) => Uint8Array.fromBase64(text ?? "");

Deno.test("isIncluded() agrees with the vectors of others, 98 of 98", async () => {
  const given = await givenVectors<GivenInclusion>("inclusion");
  if (given === null) return;
  const wrong = given.filter(({ leafIdx: index, treeSize: size, wantErr, ...rest }) => {
    const claim = { leaf: bytes(rest.leafHash), root: bytes(rest.root) };
    const proof = (rest.proof ?? []).map(bytes);
    return isIncluded({ index, size, ...claim, proof }) === wantErr;
  });
  assert.deepEqual(wrong.map(({ name }) => name), []);
  assert.equal(given.length, 98);
});

Deno.test("isConsistent() agrees with the vectors of others, 98 of 98", async () => {
  const given = await givenVectors<GivenConsistency>("consistency");
  if (given === null) return;
  const wrong = given.filter(({ size1: former, size2: size, wantErr, ...rest }) => {
    const claim = { formerRoot: bytes(rest.root1), root: bytes(rest.root2) };
    const proof = (rest.proof ?? []).map(bytes);
    return isConsistent({ former, size, ...claim, proof }) === wantErr;
  });
  assert.deepEqual(wrong.map(({ name }) => name), []);
  assert.equal(given.length, 98);
});
