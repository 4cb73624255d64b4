// Use case: a quote that can still be bought, or why not.
import { DomainError } from "../errors/domain-error.ts";
import { keys } from "../kv/keys.ts";
import type { Database } from "../kv/open.ts";
import { readTogether } from "../kv/read.ts";
import type { Quote, QuoteId } from "../pricing/quote.ts";
import { assertBuyable } from "../pricing/quote-rules.ts";
import { provenQuote } from "../pricing/read-quote.ts";

/**
 * The quote behind an id. Throws DomainError: quote-not-found, quote-altered, quote-used, quote-expired, and
 * quote-for-other-booking unless it was made for `reschedules` (null: a new trip).
 */
export async function buyableQuote(
  deps: { db: Pick<Database, "read">; quoteKey: CryptoKey },
  id: QuoteId,
  now: Temporal.Instant,
  reschedules: string | null = null,
): Promise<Quote> {
  const [stored, bought] = await readTogether(deps.db.read, [keys.quote(id), keys.quoteBought(id)]);
  return await assertUnsold(deps.quoteKey, id, { stored, bought, now, reschedules });
}

/** The same for rows that were read with others. */
export async function assertUnsold(
  quoteKey: CryptoKey,
  id: QuoteId,
  { stored, bought, now, reschedules = null }: {
    stored: Deno.KvEntryMaybe<Quote>;
    bought: Deno.KvEntryMaybe<unknown>;
    now: Temporal.Instant;
    reschedules?: string | null;
  },
): Promise<Quote> {
  if (bought.versionstamp !== null) throw new DomainError("quote-used");
  const quote = await provenQuote(quoteKey, id, stored.value);
  assertBuyable(quote, now, reschedules);
  return quote;
}
