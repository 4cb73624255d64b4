import assert from "node:assert/strict";
import { openDatabase } from "../../lib/kv/open.ts";
import { QUOTE_ROW_TTL_MS } from "../../lib/pricing/keys.ts";
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

Deno.test("A quote's row outlives the time it can be bought by hours", () => {
  assert.ok(QUOTE_ROW_TTL_MS >= 60 * QUOTE_TTL_MINUTES * 60_000);
});
