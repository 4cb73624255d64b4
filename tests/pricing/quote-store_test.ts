import assert from "node:assert/strict";
import { settledEdition } from "../../lib/kv/edition.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { QUOTE_ROW_TTL_MS } from "../../lib/pricing/keys.ts";
import { QuoteRoom } from "../../lib/pricing/quote-room.ts";
import { QuoteStore } from "../../lib/pricing/quote-store.ts";
import { QUOTE_TTL_MINUTES, quoteId } from "../../lib/pricing/quote.ts";
import { aQuote } from "../support/pricing.ts";

Deno.test("QuoteStore gives back what was put, null for what was not", async () => {
  const db = await openDatabase(":memory:");
  try {
    const store = new QuoteStore(db);
    const quote = await aQuote();
    await store.put(quote);

    assert.deepEqual(await store.get(quote.id), quote);
    assert.equal(await store.get(quoteId("nothing")), null);
  } finally {
    db.close();
  }
});

Deno.test("QuoteStore gives back an expired quote too, so that a late customer is told the truth", async () => {
  const db = await openDatabase(":memory:");
  try {
    const store = new QuoteStore(db);
    const old = await aQuote({ createdAt: "2020-01-01T00:00:00Z" });
    await store.put(old);

    assert.equal((await store.get(old.id))!.expiresAt, "2020-01-01T00:15:00Z");
  } finally {
    db.close();
  }
});

Deno.test("QuoteStore keeps no quote whose tariff rules no more, and counts no room for it", async () => {
  const db = await openDatabase(":memory:");
  try {
    const room = new QuoteRoom();
    const store = new QuoteStore(db, room);
    const quote = await aQuote();
    const asked: boolean[] = [];
    const former = { number: 1, versionstamp: "00000000000000010000" };
    const standing = (isAgain: boolean) => {
      asked.push(isAgain);
      return Promise.resolve(isAgain ? null : former);
    };
    assert.equal(await store.put(quote, { standing }), false);
    assert.deepEqual(asked, [false, true]);
    assert.equal(await store.get(quote.id), null);
    assert.equal(room.bytes, 0);
    // Another change than that of tariffs has come between: the price is as right as it was.
    const settled = await settledEdition(db);
    assert.equal(
      await store.put(quote, {
        standing: (isAgain) => Promise.resolve(isAgain ? settled : former),
      }),
      true,
    );
    assert.deepEqual(await store.get(quote.id), quote);
  } finally {
    db.close();
  }
});

Deno.test("A quote's row outlives the time it can be bought by hours", () => {
  assert.ok(QUOTE_ROW_TTL_MS >= 60 * QUOTE_TTL_MINUTES * 60_000);
});
