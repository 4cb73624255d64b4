// A start with keys that do not belong to the database ends with a sentence, before anything is read.
import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { claimKeys } from "../../lib/security/claim-keys.ts";
import { securityKeys } from "../../lib/security/keys.ts";
import { type KeyEncryptionKeys, keyEncryptionKeys } from "../../lib/security/kms.ts";
import { aKek, someKeks } from "../support/keks.ts";

Deno.test("keys that were there before are known again, newer ones are marked, and no mark says what they are", async () => {
  await using test = await claimed();
  await test.claim(someKeks(1));
  await test.claim(someKeks(3));
  await test.claim(someKeks(3));
  const rows = await test.rows();
  assert.deepEqual(rows.map(({ key }) => key[1]), [1, 2, 3]);
  for (const { value } of rows) {
    const text = JSON.stringify(value);
    for (const key of someKeks(3).keys.values()) assert(!text.includes(key.toBase64().slice(0, 8)));
  }
});

Deno.test("processes that start at once on a new database all start, unless one has another key by the number", async () => {
  await using test = await claimed();
  await Promise.all(Array.from({ length: 8 }, () => test.claim(someKeks(2))));
  assert.equal((await test.rows()).length, 2);
  await using torn = await claimed();
  const others = [someKeks(1), keyEncryptionKeys(1, [[1, aKek(99)]])];
  const told = await Promise.allSettled([...others, ...others].map((keys) => torn.claim(keys)));
  const refused = told.flatMap((one) => one.status === "rejected" ? [String(one.reason)] : []);
  assert.equal(refused.length, 2);
  for (const text of refused) assert.match(text, /is not the one this database was made with/);
});

Deno.test("a missing version, another key by its number and a retired one as the current one are refused by name", async () => {
  await using test = await claimed();
  await test.claim(someKeks(2));
  const refused = async (keys: KeyEncryptionKeys, sentence: RegExp) => {
    const error = await test.claim(keys).catch((error) => error);
    assert(error instanceof GatewayError && error.gateway === "kms", String(error));
    assert.match(error.message, sentence);
  };
  const second = someKeks(2).keys.get(2) ?? assert.fail();
  await refused(keyEncryptionKeys(2, [[2, second]]), /^Key-encryption key 1 wraps data keys/);
  const other = keyEncryptionKeys(2, [[1, aKek(99)], [2, second]]);
  await refused(other, /^Key-encryption key 1 is not the one this database was made with/);
  await test.retire(1);
  await test.claim(keyEncryptionKeys(2, [[2, second]]));
  await refused({ ...someKeks(2), current: 1 }, /^Key-encryption key 1 was retired/);
});

Deno.test("a row that nobody can read is marked anew", async () => {
  await using test = await claimed();
  await test.db.write.set(securityKeys.keyEncryptionKey(1), "odd");
  await test.claim(someKeks(1));
  const [{ value } = assert.fail()] = await test.rows();
  assert.equal(Reflect.get(Object(value), "retiredAt"), null);
});

async function claimed() {
  const db = await openDatabase(":memory:");
  const clock = manualClock("2026-11-23T05:00:00Z");
  const row = { firstUsedAt: clock.now().toString(), uses: 0, retiredAt: clock.now().toString() };
  return {
    db,
    claim: (keys: KeyEncryptionKeys) => claimKeys({ db, clock }, keys),
    rows: () => Array.fromAsync(db.read.list({ prefix: ["keyEncryptionKey"] })),
    retire: (version: number) =>
      db.write.set(securityKeys.keyEncryptionKey(version), { ...row, check: null }),
    [Symbol.asyncDispose]: () => Promise.resolve(db.close()),
  };
}
