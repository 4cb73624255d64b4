import assert from "node:assert/strict";
import { entryText, parseEntry } from "../../lib/audit/entry.ts";
import { leavesText, noteText, readExported } from "../../lib/audit/exported-lines.ts";
import type { Intent } from "../../lib/audit/intent.ts";
import { Frontier, type Hash, leafHash } from "../../lib/audit/merkle.ts";
import { noteVerifier } from "../../lib/audit/signed-note.ts";
import { signCheckpoint } from "../../lib/audit/checkpoint.ts";
import {
  type FirstBad,
  type FoundEntry,
  verifyLog,
  type Witnesses,
} from "../../lib/audit/verify-log.ts";
import { TEST_SIGNER } from "../support/audit-log.ts";

const COUNT = 1_000;
/** Checkpoints stand at every hundredth entry, so that a fork between two has to be found by what was exported. */
const SIGNED_EVERY = 100;

function intent(act: string): Intent {
  return {
    ...{ kind: "change", at: "2026-11-23T05:00:00Z", who: "system", what: "test", act },
    ...{ from: "", ref: "", subjects: [], rows: [] },
  };
}

function commitOf(index: number): string {
  return String(index).padStart(20, "0");
}

const TEXTS: readonly string[] = Array.from(
  { length: COUNT },
  (_, i) => entryText(intent(`act-${i}`), i, commitOf(i)),
);

/** What an honest log of these texts has beside them. */
function witnessesOf(
  texts: readonly string[],
): Required<Pick<Witnesses, "ownLeaf" | "ownSize" | "signed">> {
  const tree = new Frontier();
  const signed = new Map<number, Hash>();
  const leaves = texts.map(leafOf);
  for (const leaf of leaves) {
    tree.append(leaf);
    if (tree.size % SIGNED_EVERY === 0) signed.set(tree.size, tree.root());
  }
  return { ownLeaf: (index) => leaves[index] ?? null, ownSize: texts.length, signed };
}

/** The file outside, as it was written while the log grew. */
function exportOf(texts: readonly string[]): string {
  const tree = new Frontier();
  let [lines, from] = ["", 0];
  for (const text of texts) {
    tree.append(leafHash(text));
    if (tree.size % SIGNED_EVERY !== 0) continue;
    const leaves = texts.slice(from, tree.size).map((one) => leafHash(one));
    lines += leavesText(from, Uint8Array.from(leaves.flatMap((leaf) => [...leaf])));
    const note = signCheckpoint(TEST_SIGNER, { size: tree.size, root: tree.root() });
    lines += noteText({ at: "2026-11-23T05:00:00Z", note });
    from = tree.size;
  }
  return lines;
}

const KNOWN = new Map(TEXTS.map((text) => [text, leafHash(text)]));

/** The hash of a text, reckoned once for those of the honest log. */
function leafOf(text: string): Hash {
  const known = KNOWN.get(text) ?? leafHash(text);
  KNOWN.set(text, known);
  return known;
}

const HONEST = witnessesOf(TEXTS);
const EXPORTED = readExported(exportOf(TEXTS), noteVerifier(TEST_SIGNER.verifierKey));

/** As a database has them: rows under their keys. */
function rows(texts: readonly string[]): FoundEntry[] {
  return texts.map((text, index) => ({ index, text }));
}

async function firstBad(
  found: readonly FoundEntry[],
  witnesses: Witnesses,
  from = 0,
): Promise<FirstBad | null> {
  const later = found.filter(({ index }) => index >= from);
  return (await verifyLog(later, witnesses, EDGES[from / SIGNED_EVERY])).firstBad;
}

/** The trees at each checkpoint: what stands before is the same in all cases, and was found good once. */
const EDGES = Array.from({ length: COUNT / SIGNED_EVERY }, (_, i) => {
  const tree = new Frontier();
  for (const text of TEXTS.slice(0, i * SIGNED_EVERY)) tree.append(leafHash(text));
  return tree;
});

/** At every position: what was done to the log, and whether its first wrong entry is named. */
async function namedEverywhere(
  spoil: (at: number) => { found: readonly FoundEntry[]; witnesses: Witnesses },
  positions = COUNT,
): Promise<number[]> {
  const missed: number[] = [];
  for (let at = 0; at < positions; at++) {
    const { found, witnesses } = spoil(at);
    const from = Math.floor(at / SIGNED_EVERY) * SIGNED_EVERY;
    if ((await firstBad(found, witnesses, from))?.index !== at) missed.push(at);
  }
  return missed;
}

/** A forger who writes the log anew from `at` on: entries, tree and head fit each other. */
function forged(at: number): string[] {
  return TEXTS.map((text, i) => i < at ? text : entryText(intent(`forged-${i}`), i, commitOf(i)));
}

Deno.test("an honest log is good, and so is its export", async () => {
  assert.equal(await firstBad(rows(TEXTS), HONEST), null);
  const verdict = await verifyLog(rows(TEXTS), { ...HONEST, exported: EXPORTED });
  assert.equal(verdict.firstBad, null);
  assert.deepEqual([verdict.size, verdict.signedSize, EXPORTED.size], [COUNT, COUNT, COUNT]);
});

Deno.test("an entry that was edited is named, at every position of a thousand", async () => {
  const missed = await namedEverywhere((at) => ({
    found: rows(TEXTS.with(at, TEXTS[at]?.replace("system", "guest") ?? "")),
    witnesses: HONEST,
  }));
  assert.deepEqual(missed, []);
});

Deno.test("an entry that was deleted is named, at every position, whether the others keep their places or not", async () => {
  const gaps = await namedEverywhere((at) => ({
    found: rows(TEXTS).filter(({ index }) => index !== at),
    witnesses: HONEST,
  }));
  const closed = await namedEverywhere((at) => ({
    found: rows(TEXTS.toSpliced(at, 1)),
    witnesses: HONEST,
  }));
  assert.deepEqual([gaps, closed], [[], []]);
});

Deno.test("an entry that was put in is named, at every position", async () => {
  const missed = await namedEverywhere((at) => ({
    found: rows(TEXTS.toSpliced(at, 0, entryText(intent("put in"), at, commitOf(at)))),
    witnesses: HONEST,
  }));
  assert.deepEqual(missed, []);
});

Deno.test("of two entries that changed places the first is named, at every position", async () => {
  const missed = await namedEverywhere((at) => {
    const [one = "", other = ""] = [TEXTS[at], TEXTS[at + 1]];
    return { found: rows(TEXTS.with(at, other).with(at + 1, one)), witnesses: HONEST };
  }, COUNT - 1);
  assert.deepEqual(missed, []);
});

Deno.test("entries that were cut off are missed where the head still says how many there were", async () => {
  const missed = await namedEverywhere((at) => ({
    found: rows(TEXTS.slice(0, at)),
    witnesses: HONEST,
  }));
  assert.deepEqual(missed, []);
});

Deno.test("a tail that was cut off with its head and checkpoints is missed with what was exported, and only with that", async () => {
  const cut = (at: number) => {
    const texts = TEXTS.slice(0, at);
    const signed = new Map([...HONEST.signed].filter(([size]) => size <= at));
    return { found: rows(texts), witnesses: { ...HONEST, ownSize: at, signed } };
  };
  const alone = await namedEverywhere(cut);
  assert.equal(alone.length, COUNT, "nothing inside can know");
  const compared = await namedEverywhere((at) => {
    const { found, witnesses } = cut(at);
    return { found, witnesses: { ...witnesses, exported: EXPORTED } };
  });
  assert.deepEqual(compared, []);
});

Deno.test("a fork is named to the entry with what was exported, at every position, though tree and head fit it", async () => {
  const missed = await namedEverywhere((at) => {
    const texts = forged(at);
    // Whoever has no key cannot sign: the checkpoints are those that were there.
    const ownLeaf = (index: number) => leafOf(texts[index] ?? "");
    const witnesses = { ownLeaf, ownSize: COUNT, signed: HONEST.signed, exported: EXPORTED };
    return { found: rows(texts), witnesses };
  });
  assert.deepEqual(missed, []);
});

Deno.test("a fork without anything exported is narrowed to the entries between two checkpoints, and not found by roots nobody signed", async () => {
  for (const at of [0, 1, 99, 100, 101, 555, 999]) {
    const texts = forged(at);
    const inside = witnessesOf(texts);
    assert.equal(await firstBad(rows(texts), inside), null, "a forger's own roots fit");
    const bad = await firstBad(rows(texts), { ...inside, signed: HONEST.signed });
    const from = Math.floor(at / SIGNED_EVERY) * SIGNED_EVERY;
    assert.deepEqual(bad, { index: from, fault: "forked", before: from + SIGNED_EVERY });
  }
});

Deno.test("an export that was changed contradicts its own signatures", () => {
  const verifier = noteVerifier(TEST_SIGNER.verifierKey);
  const text = exportOf(TEXTS);
  const [first = "", ...others] = text.split("\n");
  const other = leavesText(0, new Uint8Array(32 * SIGNED_EVERY));
  for (
    const [name, one] of Object.entries({
      "other hashes": [other.trimEnd(), ...others].join("\n"),
      "hashes left out": others.join("\n"),
      "a line that is none": [first, "nonsense", ...others].join("\n"),
      "another's signature": text.replaceAll(/— \S+ \S/g, "— other.example/log A"),
    })
  ) assert.throws(() => readExported(one, verifier), name);
  assert.equal(
    readExported(`${text}${leavesText(COUNT, new Uint8Array(64))}`, verifier).size,
    COUNT,
  );
});

Deno.test("what an entry says is read back, and a text that is none is not", () => {
  assert.equal(parseEntry(TEXTS[7] ?? "")?.act, "act-7");
  for (
    const text of ["", "{}", "null", "[", '{"v":2}', TEXTS[7]?.replace('"v":1', '"v":2') ?? ""]
  ) {
    assert.equal(parseEntry(text), null, text);
  }
});
