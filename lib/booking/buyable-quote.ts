// Use case: a quote that can still be bought, or why not. A used quote carries a mark beside its row.
import { DomainError } from "../errors/domain-error.ts";
import type { Database } from "../kv/open.ts";
import { readTogether } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { Quote, QuoteId } from "../pricing/quote.ts";
import { buyRefusal } from "../pricing/quote-rules.ts";
import type { QuoteStore } from "../pricing/quote-store.ts";
import { provenQuote } from "../pricing/read-quote.ts";
import type { BookingId } from "./booking.ts";
import { bookingKeys } from "./keys.ts";

/** What reading a quote and its mark needs. */
export interface QuoteStandingDeps {
  db: Pick<Database, "read">;
  quotes: Pick<QuoteStore, "keyOf">;
  quoteKey: CryptoKey;
}

/** A genuine quote, and why it cannot be bought: quote-used, quote-expired, quote-for-other-booking or null. */
export interface QuoteStanding {
  quote: Quote;
  refusal: DomainError | null;
}

/** A quote and whether it can be bought for a new trip. Throws DomainError: quote-not-found, quote-altered. */
export async function quoteStanding(
  deps: QuoteStandingDeps,
  id: QuoteId,
  now: Temporal.Instant,
  reschedules: string | null = null,
): Promise<QuoteStanding> {
  const [stored, bought] = await readTogether(deps.db.read, [
    deps.quotes.keyOf(id),
    bookingKeys.quoteBought(id),
  ]);
  return await standingOf(deps.quoteKey, id, { stored, bought, now, reschedules });
}

/** The same for rows that were read with others. */
export async function standingOf(
  quoteKey: CryptoKey,
  id: QuoteId,
  { stored, bought, now, reschedules = null }: {
    stored: Deno.KvEntryMaybe<Quote>;
    bought: Deno.KvEntryMaybe<unknown>;
    now: Temporal.Instant;
    reschedules?: string | null;
  },
): Promise<QuoteStanding> {
  const isUsed = bought.versionstamp !== null;
  // A used quote may have been collected meanwhile: that it was used is the better answer.
  if (isUsed && stored.value === null) throw new DomainError("quote-used");
  const quote = await provenQuote(quoteKey, id, stored.value);
  const refusal = isUsed ? new DomainError("quote-used") : buyRefusal(quote, now, reschedules);
  return { quote, refusal };
}

/** The quote, or its refusal thrown; made for the booking `reschedules`, null for a new trip. */
export function buyable({ quote, refusal }: QuoteStanding): Quote {
  if (refusal !== null) throw refusal;
  return quote;
}

/** Uses the quote up in the commit that books it: whoever comes second fails the check. */
export function markSold(tx: Transaction, id: QuoteId, bookingId: BookingId): void {
  const mark = bookingKeys.quoteBought(id);
  tx.check(mark, null).set(mark, bookingId);
}
