import assert from "node:assert/strict";
import { manualClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readEntry, readList } from "../../lib/kv/read.ts";
import { MAX_CHECKS, Transaction } from "../../lib/kv/transaction.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { securityKeys } from "../../lib/security/keys.ts";
import { SealError, type SealFault } from "../../lib/security/seal-error.ts";
import type { KeyEncryption } from "../../lib/security/found-key.ts";
import { SubjectKeys } from "../../lib/security/subject-keys.ts";
import { memoryDatabase } from "../support/databases.ts";

const MARK = "a-keyed-mark";
const KEKS = new Map([[1, new Uint8Array(32).fill(8)], [2, new Uint8Array(32).fill(9)]]);

interface Given {
  current?: number;
  missing?: { version: number; code: SealFault };
  now?: () => number;
}

function keysOver(db: Database, { current = 1, missing, now = () => 0 }: Given = {}): SubjectKeys {
  const version = (wanted: number) => {
    if (wanted === missing?.version) return Promise.reject(new SealError(missing.code));
    return Promise.resolve(KEKS.get(wanted) ?? new Uint8Array(32));
  };
  const keyEncryption: KeyEncryption = {
    version,
    current: async () => ({ version: current, key: await version(current) }),
  };
  const clock = manualClock("2026-11-23T05:00:00Z");
  return new SubjectKeys({ db, keyEncryption, clock, randomBytes: secureRandomBytes, now });
}

async function keyOf(db: Database, keys: SubjectKeys, mark = MARK): Promise<string> {
  const { value } = await commitWithRetry(db, (tx) => keys.keyOf(mark, tx));
  return value.id;
}

const faultOf = async (work: Promise<unknown>): Promise<SealFault | null> => {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof SealError) return error.code;
    throw error;
  }
};

Deno.test("a subject has one key: made once, wrapped, found again by another process", async () => {
  await using memory = await memoryDatabase();
  const id = await keyOf(memory.db, keysOver(memory.db));
  const other = keysOver(memory.db);
  assert.equal(await keyOf(memory.db, other), id);
  const row = (await readEntry(memory.db.read, securityKeys.subjectKey(id))).value;
  assert.ok(row !== null && "wrapped" in row && row.kek === 1);
  const [one, two] = [await keysOver(memory.db).byId(id), await other.byId(id)];
  assert.deepEqual(one, two);
  assert.notEqual(await keyOf(memory.db, other, "another mark"), id);
});

Deno.test("of racers for the key of one subject all end with the same, in any number of processes", async () => {
  await using memory = await memoryDatabase();
  const racers = Array.from(
    { length: 20 },
    (_, i) => keyOf(memory.db, keysOver(memory.db), `m${i % 2}`),
  );
  assert.equal(new Set(await Promise.all(racers)).size, 2);
  const rows = await readList(memory.db.read, { prefix: securityKeys.subjectKey.prefix }, 100);
  assert.equal(rows.length, 2, "a lost race leaves no key behind");
});

Deno.test("the keys of many are found in as few reads as there can be, made where there are none, in their order", async () => {
  await using memory = await memoryDatabase();
  const marks = Array.from({ length: 25 }, (_, i) => `m${i % 20}`);
  const ids = (keys: SubjectKeys) =>
    commitWithRetry(memory.db, async (tx) => (await keys.keysOf(marks, tx)).map(({ id }) => id));
  const { value: known } = await commitWithRetry(
    memory.db,
    async (tx) => (await keysOver(memory.db).keysOf(marks.slice(0, 15), tx)).map(({ id }) => id),
  );
  let reads = 0;
  const read = new Proxy(memory.db.read, {
    get(kv, name) {
      const value = Reflect.get(kv, name);
      if (name === "get" || name === "getMany") reads++;
      return typeof value === "function" ? value.bind(kv) : value;
    },
  });
  const keys = keysOver({ ...memory.db, read });
  const { value: all } = await ids(keys);
  assert.deepEqual(all.slice(0, 15), known, "those there are");
  assert.deepEqual([all.slice(20), new Set(all).size], [all.slice(0, 5), 20], "one a subject");
  assert.equal(reads, 5, "erasures once, twenty marks, fifteen keys");
  assert.deepEqual((await ids(keysOver(memory.db))).value, all, "another process finds the same");
});

Deno.test("a commit that asks again for the keys it makes makes none twice", async () => {
  await using memory = await memoryDatabase();
  const keys = keysOver(memory.db);
  const { value } = await commitWithRetry(memory.db, async (tx) => {
    const first = await keys.keysOf([MARK], tx);
    return [...first, ...await keys.keysOf([MARK, "other"], tx)].map(({ id }) => id);
  });
  assert.deepEqual([value[0], new Set(value).size], [value[1], 2]);
  const prefix = securityKeys.subjectKey.prefix;
  assert.equal((await readList(memory.db.read, { prefix }, 9)).length, 2);
});

Deno.test("who got a key between the look and the commit keeps that one: the commit is tried again", async () => {
  await using memory = await memoryDatabase();
  const { db } = memory;
  let tries = 0;
  let first = "";
  const { value } = await commitWithRetry(db, async (tx) => {
    const found = await keysOver(db).keysOf([MARK], tx);
    if (tries++ === 0) first = await keyOf(db, keysOver(db));
    return found.map(({ id }) => id);
  });
  assert.deepEqual([value, tries], [[first], 2]);
});

Deno.test("the same subject twice in a commit has one key; a commit that fails leaves none", async () => {
  await using memory = await memoryDatabase();
  const { db } = memory;
  const keys = keysOver(db);
  const lost = new Transaction(db).check(kvKeys.about("a"), "00000000000000000001");
  const made = await keys.keyOf(MARK, lost);
  assert.equal(await keys.keyOf(MARK, lost), made);
  assert.equal(await lost.commit(), null);
  assert.equal(await faultOf(keys.byId(made.id)), "unknown-key");
  assert.notEqual(await keyOf(db, keys), made.id);
});

Deno.test("a commit without room for another check finds its key made before it", async () => {
  await using memory = await memoryDatabase();
  const { db } = memory;
  const keys = keysOver(db);
  const tx = new Transaction(db);
  for (let i = 0; i < MAX_CHECKS; i++) tx.check(kvKeys.about(`fact ${i}`), null);
  const key = await keys.keyOf(MARK, tx);
  assert.equal((await readEntry(db.read, securityKeys.subjectKeyOf(MARK))).value, key.id);
  assert.notEqual(await tx.set(kvKeys.about("b"), "c").commit(), null);
});

Deno.test("a destroyed key is told from an unknown one, stays destroyed, and the subject begins anew", async () => {
  await using memory = await memoryDatabase();
  const { db } = memory;
  const keys = keysOver(db);
  const id = await keyOf(db, keys);
  const { value } = await commitWithRetry(db, (tx) => keys.destroy(tx, MARK, "request"));
  assert.deepEqual(value, { keyId: id });
  assert.equal(await keys.byId(id), "erased");
  assert.equal(await keysOver(db).byId(id), "erased");
  assert.equal(await faultOf(keys.byId("01JDQ8ZV5T0000000000000001")), "unknown-key");
  const ledger = await readList(db.read, { prefix: securityKeys.erasureLedger.prefix }, 10);
  assert.deepEqual(ledger.map((row) => row.value), [
    { keyId: id, at: "2026-11-23T05:00:00Z", requestId: "request" },
  ]);
  const after = await keyOf(db, keys);
  assert.notEqual(after, id);
  const again = await commitWithRetry(db, (tx) => keys.destroy(tx, "nobody's mark"));
  assert.equal(again.value, null);
});

Deno.test("what another process destroyed is used for a second at most", async () => {
  await using memory = await memoryDatabase();
  const { db } = memory;
  let nowMs = 0;
  const held = keysOver(db, { now: () => nowMs });
  const id = await keyOf(db, held);
  await commitWithRetry(db, (tx) => keysOver(db).destroy(tx, MARK));
  assert.notEqual(await held.byId(id), "erased", "it is held in memory");
  nowMs = 1_000;
  assert.equal(await held.byId(id), "erased");
});

Deno.test("nothing is written under a key that is destroyed between its sealing and its commit", async () => {
  await using memory = await memoryDatabase();
  const { db } = memory;
  const keys = keysOver(db);
  const id = await keyOf(db, keys);
  let attempts = 0;
  const { value } = await commitWithRetry(db, async (tx) => {
    const key = await keys.keyOf(MARK, tx);
    if (++attempts === 1) await commitWithRetry(db, (other) => keysOver(db).destroy(other, MARK));
    tx.set(kvKeys.about("sealed with"), key.id);
    return key.id;
  });
  assert.deepEqual([attempts, value === id], [2, false]);
  assert.equal((await readEntry(db.read, kvKeys.about("sealed with"))).value, value);
});

Deno.test("a retired and a missing key-encryption key are named, and so is a row that was altered", async () => {
  await using memory = await memoryDatabase();
  const { db } = memory;
  const id = await keyOf(db, keysOver(db));
  for (const code of ["retired-key", "key-unavailable"] as const) {
    assert.equal(await faultOf(keysOver(db, { missing: { version: 1, code } }).byId(id)), code);
  }
  const row = (await readEntry(db.read, securityKeys.subjectKey(id))).value;
  assert.ok(row !== null && "wrapped" in row);
  const other =
    (await readEntry(db.read, securityKeys.subjectKey(await keyOf(db, keysOver(db), "m"))))
      .value;
  assert.ok(other !== null && "wrapped" in other);
  // Another version, another's key, another check value.
  for (
    const bent of [{ ...row, kek: 2 }, other, { ...row, check: other.check }, {
      ...row,
      wrapped: "AAAA",
    }]
  ) {
    await commitWithRetry<null>(db, (tx) => {
      tx.set(securityKeys.subjectKey(id), bent);
      return Promise.resolve(null);
    });
    assert.equal(await faultOf(keysOver(db).byId(id)), "altered");
  }
});
