import assert from "node:assert/strict";
import { pricingKeys } from "../../lib/pricing/keys.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { QuoteStore } from "../../lib/pricing/quote-store.ts";
import { quoteId } from "../../lib/pricing/quote.ts";
import { readQuote } from "../../lib/pricing/read-quote.ts";
import { aQuote, testQuoteKey } from "../support/pricing.ts";

async function withQuotes(
  test: (deps: { quotes: QuoteStore; quoteKey: CryptoKey }, db: Database) => Promise<void>,
) {
  const db = await openDatabase(":memory:");
  try {
    await test({ quotes: new QuoteStore(db), quoteKey: await testQuoteKey() }, db);
  } finally {
    db.close();
  }
}

Deno.test("readQuote() returns the quote that was given, to the last field", () =>
  withQuotes(async (deps) => {
    const quote = await aQuote();
    await deps.quotes.put(quote);

    assert.deepEqual(await readQuote(deps, quote.id), quote);
  }));

Deno.test("readQuote() refuses an unknown id", () =>
  withQuotes(async (deps) => {
    await assert.rejects(readQuote(deps, quoteId("nothing")), { code: "quote-not-found" });
  }));

Deno.test("readQuote() refuses a quote whose stored price was lowered by one öre", () =>
  withQuotes(async (deps, db) => {
    const quote = await aQuote();
    quote.options[0]!.totalOre -= 1;
    await db.write.set(pricingKeys.quote(quote.id), quote);

    await assert.rejects(readQuote(deps, quote.id), { code: "quote-altered" });
  }));

Deno.test("readQuote() refuses a genuine quote that lies under another one's id", () =>
  withQuotes(async (deps, db) => {
    const cheap = await aQuote();
    await db.write.set(pricingKeys.quote(quoteId("another")), cheap);

    await assert.rejects(readQuote(deps, quoteId("another")), { code: "quote-altered" });
  }));
