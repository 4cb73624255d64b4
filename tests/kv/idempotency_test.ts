import assert from "node:assert/strict";
import { manualClock } from "../../lib/kernel/clock.ts";
import {
  type IdempotencyClaim,
  idempotencyClaim,
  rememberResult,
  seenClaim,
} from "../../lib/kv/idempotency.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readEntry } from "../../lib/kv/read.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { DomainError } from "../../lib/errors/domain-error.ts";
import { memoryDatabase } from "../support/databases.ts";

const NOW = "2026-11-23T05:00:00Z";

Deno.test("a remembered key answers with its result for a day, and then counts as new by its own time", async () => {
  await using test = await memoryDatabase();
  const clock = manualClock(NOW);
  const claim = await idempotencyClaim("create-booking", "key", { a: 1 });
  assert.equal(await remember(test.db, claim, "first", clock.now()), true);
  clock.advance({ hours: 23, minutes: 59, seconds: 59 });
  assert.equal((await look(test.db, claim, clock.now())).resultId, "first");
  clock.advance({ seconds: 1 });
  // The row is still there: KV is late. It may be overwritten.
  const seen = await look(test.db, claim, clock.now());
  assert.equal(seen.resultId, null);
  assert.notEqual(seen.versionstamp, null);
  assert.equal(await remember(test.db, claim, "second", clock.now()), true);
  assert.equal((await look(test.db, claim, clock.now())).resultId, "second");
});

Deno.test("an idempotency key is kept for exactly a day", () => {
  assert.deepEqual(kvKeys.idempotency.kept, { until: "expiry", atMostMs: 86_400_000 });
});

Deno.test("the same key with another body is refused while it is remembered, and free afterwards", async () => {
  await using test = await memoryDatabase();
  const clock = manualClock(NOW);
  await remember(
    test.db,
    await idempotencyClaim("create-booking", "key", { a: 1 }),
    "x",
    clock.now(),
  );
  const other = await idempotencyClaim("create-booking", "key", { a: 2 });
  await assert.rejects(
    look(test.db, other, clock.now()),
    (error) => error instanceof DomainError && error.code === "idempotency-key-reused",
  );
  clock.advance({ hours: 24 });
  assert.equal((await look(test.db, other, clock.now())).resultId, null);
});

Deno.test("of two first requests with one key only one can remember its result", async () => {
  await using test = await memoryDatabase();
  const now = Temporal.Instant.from(NOW);
  const claim = await idempotencyClaim("create-booking", "key", {});
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, i) => remember(test.db, claim, `result ${i}`, now)),
  );
  assert.equal(results.filter(Boolean).length, 1);
});

Deno.test("keys of two use cases do not meet, and no client's key becomes a database key as it is", async () => {
  const one = await idempotencyClaim("create-booking", "key", {});
  const two = await idempotencyClaim("other", "key", {});
  assert.notDeepEqual(one.key, two.key);
  const long = await idempotencyClaim("create-booking", "\u0000".repeat(5_000), {});
  assert.match(String(long.key.at(-1)), /^[\w-]{43}$/);
});

async function look(db: Database, claim: IdempotencyClaim, now: Temporal.Instant) {
  return seenClaim(await readEntry(db.read, claim.key), claim, now);
}

async function remember(
  db: Database,
  claim: IdempotencyClaim,
  resultId: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const tx = new Transaction(db);
  rememberResult(tx, claim, await look(db, claim, now), resultId, now);
  return await tx.commit() !== null;
}
