// Rows whose time is over go, by our own hand: slowly, with a grace, and never one that was written meanwhile.
import assert from "node:assert/strict";
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { secureRandomBytes, ulid } from "../../lib/kernel/ids.ts";
import { kvKeys, TRIES_KEPT_MS } from "../../lib/kv/keys.ts";
import { Sweep } from "../../lib/kv/sweep.ts";
import { Transaction } from "../../lib/kv/transaction.ts";
import { pricingKeys } from "../../lib/pricing/keys.ts";
import { memoryDatabase } from "../support/databases.ts";
import { testServices } from "../support/services.ts";
import { aQuote, aStoredBooking } from "../support/trips.ts";

const NOW = "2026-11-23T05:00:00Z";
const GRACE = { minutes: 10 };

Deno.test("each kind of row goes ten minutes after its time and not before", async () => {
  await using test = await memoryDatabase();
  const clock = manualClock(NOW);
  const expiresAt = clock.now().add({ hours: 1 }).toString();
  const key = kvKeys.idempotency("book", "hash");
  await new Transaction(test.db).set(key, { bodyHash: "b", resultId: "r", expiresAt }).commit();
  const sweep = new Sweep(test.db, KEY_FAMILIES);
  const isThere = async () => (await test.db.read.get(key)).versionstamp !== null;
  clock.set(expiresAt);
  clock.advance({ minutes: 9, seconds: 59, milliseconds: 999 });
  assert.equal(await sweep.next(clock), 0);
  assert.equal(await isThere(), true);
  clock.advance({ milliseconds: 1 });
  assert.equal(await sweep.next(clock), 1);
  assert.equal(await isThere(), false);
});

Deno.test("quotes, marks of sold ones, idempotency keys, sessions and links of a day are gone when it is over", async () => {
  await using test = await testServices();
  const { services, clock } = test;
  await aQuote(services);
  const { booking } = await aStoredBooking(services);
  clock.advance({ hours: 72 });
  const sweep = new Sweep(services.db, KEY_FAMILIES);
  assert((await sweep.next(clock)) >= 4);
  const left = await Array.fromAsync(services.db.read.list({ prefix: [] }));
  const ended = KEY_FAMILIES.filter(({ kept }) =>
    kept.until === "expiry" && kept.atMostMs <= 72 * 3_600_000
  ).map(({ name }) => name);
  assert.deepEqual(left.filter(({ key }) => ended.includes(String(key[0]))), []);
  assert.notEqual(await services.bookings.get(booking.id), null, "the booking stays");
});

Deno.test("a walk over more rows than a call looks at comes to its end and begins again", async () => {
  await using test = await memoryDatabase();
  const clock = manualClock(NOW);
  const atMs = clock.now().epochMilliseconds;
  for (let commit = 0; commit < 3; commit++) {
    const tx = new Transaction(test.db);
    for (let i = 0; i < 200; i++) {
      const id = ulid(atMs + commit, secureRandomBytes);
      tx.set(bookingKeys.quoteBought(id as never), "x" as never);
    }
    await tx.commit();
  }
  const sweep = new Sweep(test.db, [bookingKeys.quoteBought]);
  assert.deepEqual([await sweep.next(clock), await sweep.next(clock), await sweep.next(clock)], [
    0,
    0,
    0,
  ]);
  clock.advance({ hours: 72 });
  const gone = [];
  for (let call = 0; call < 4; call++) gone.push(await sweep.next(clock));
  assert.deepEqual(gone, [250, 250, 100, 0]);
});

Deno.test("a row that is written while the walk looks at it stays", async () => {
  await using test = await memoryDatabase();
  const clock = manualClock(NOW);
  const key = kvKeys.tries("find", "who");
  const old = clock.now().epochMilliseconds;
  await new Transaction(test.db).set(key, [old]).commit();
  clock.advance({ milliseconds: TRIES_KEPT_MS, ...GRACE });
  const renewed = clock.now().epochMilliseconds;
  const atomic = test.db.write.atomic.bind(test.db.write);
  let isFirst = true;
  test.db.write.atomic = () => {
    const operation = atomic();
    if (!isFirst) return operation;
    isFirst = false;
    const commit = operation.commit.bind(operation);
    operation.commit = async () => {
      await new Transaction(test.db).set(key, [renewed]).commit();
      return await commit();
    };
    return operation;
  };
  assert.equal(await new Sweep(test.db, [kvKeys.tries]).next(clock), 0);
  assert.deepEqual((await test.db.read.get(key)).value, [renewed]);
});

Deno.test("a row whose end cannot be told stays", async () => {
  await using test = await memoryDatabase();
  await test.db.write.set(pricingKeys.quote("odd" as never), { id: "odd" });
  const clock = manualClock("2099-01-01T00:00:00Z");
  assert.equal(await new Sweep(test.db, [bookingKeys.quoteBought]).next(clock), 0);
  await test.db.write.set(bookingKeys.quoteBought("odd" as never), "x");
  assert.equal(await new Sweep(test.db, [bookingKeys.quoteBought]).next(clock), 0);
});
