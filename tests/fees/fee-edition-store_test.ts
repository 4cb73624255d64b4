import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { FeeEditionStore } from "../../lib/fees/fee-edition-store.ts";
import type { FeeMatrix } from "../../lib/fees/fee-matrix.ts";
import { SHIPPED_EDITION } from "../../lib/fees/fee-terms.ts";
import { feeKeys } from "../../lib/fees/keys.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";

Deno.test("what ships is in force until the Swedish midnight at which an edition begins, and an edition until the next", async () => {
  const db = await openDatabase(":memory:");
  try {
    const store = new FeeEditionStore(db);
    const ruling = async (instant: string) =>
      (await store.at(Temporal.Instant.from(instant))).bookedFrom;
    assert.equal(await ruling("2027-01-10T12:00:00Z"), SHIPPED_EDITION.bookedFrom);
    for (const day of ["2027-02-01", "2027-01-01"]) await begin(db, day);
    assert.deepEqual(
      await Promise.all([
        ruling("2026-12-31T22:59:59.999Z"),
        ruling("2026-12-31T23:00:00Z"),
        ruling("2027-01-31T22:59:59Z"),
        ruling("2027-01-31T23:00:00Z"),
      ]),
      [SHIPPED_EDITION.bookedFrom, "2027-01-01", "2027-01-01", "2027-02-01"],
    );
  } finally {
    db.close();
  }
});

Deno.test("what a page tells of is read once a day, and the last one seen while the database does not answer; nothing is sold by that", async () => {
  const db = await openDatabase(":memory:");
  const gone = new GatewayError("kv", "no answer", true);
  let failure: Error | null = gone;
  const read: typeof db.read = new Proxy(db.read, {
    get: (kv, name) => {
      if (failure !== null) throw failure;
      return kv[name as keyof typeof kv].bind(kv);
    },
  });
  const now = Temporal.Instant.from("2027-01-15T12:00:00Z");
  try {
    const store = new FeeEditionStore({ read });
    await assert.rejects(store.toShow(now), gone, "nothing was seen yet");
    await begin(db, "2027-01-01");
    failure = null;
    assert.equal((await store.toShow(now)).bookedFrom, "2027-01-01");
    const [later, nextDay] = [now.add({ hours: 1 }), now.add({ hours: 24 })];
    for (const error of [gone, new TypeError("a fault of ours")]) {
      failure = error;
      assert.equal((await store.toShow(later)).bookedFrom, "2027-01-01");
      await assert.rejects(store.at(later), error);
    }
    await assert.rejects(store.toShow(nextDay), TypeError);
    failure = gone;
    assert.equal((await store.toShow(nextDay)).bookedFrom, "2027-01-01");
    await begin(db, "2027-01-16");
    failure = null;
    assert.equal((await store.toShow(nextDay)).bookedFrom, "2027-01-16");
  } finally {
    db.close();
  }
});

Deno.test("an edition is found by its day long after another one took over", async () => {
  const db = await openDatabase(":memory:");
  try {
    const store = new FeeEditionStore(db);
    for (const day of ["2027-01-01", "2027-02-01"]) await begin(db, day);
    assert.equal((await store.begunOn("2027-01-01")).matrix.waitMinutes, 27);
    assert.deepEqual(await store.begunOn(SHIPPED_EDITION.bookedFrom), SHIPPED_EDITION);
  } finally {
    db.close();
  }
});

async function begin(db: Database, bookedFrom: string): Promise<void> {
  const matrix: FeeMatrix = { ...SHIPPED_EDITION.matrix, waitMinutes: 27 };
  const key = feeKeys.feeEdition(bookedFrom);
  await commitWithRetry(db, (tx) => Promise.resolve(void tx.set(key, { bookedFrom, matrix })));
}
