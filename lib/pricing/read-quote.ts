// Use case: the quote behind an id, proven to be the one that was given.
import type { Quote, QuoteId } from "./quote.ts";
import type { QuoteStore } from "./quote-store.ts";
import { DomainError } from "../errors/domain-error.ts";
import { assertUnaltered } from "./quote-signature.ts";
import { quoteOfToday } from "./stored-pricing.ts";

/** What reading a quote needs. */
export interface ReadQuoteDeps {
  quotes: Pick<QuoteStore, "get">;
  quoteKey: CryptoKey;
}

/**
 * The quote, expired or not (see `assertBuyable`).
 * Throws DomainError `quote-not-found`, or `quote-altered` when it is not what was signed under this id.
 */
export async function readQuote({ quotes, quoteKey }: ReadQuoteDeps, id: QuoteId): Promise<Quote> {
  return await provenQuote(quoteKey, id, await quotes.get(id));
}

/** The quote that was read for `id`, proven genuine. Throws as `readQuote` does. */
export async function provenQuote(
  quoteKey: CryptoKey,
  id: QuoteId,
  quote: Quote | null,
): Promise<Quote> {
  if (quote === null) throw new DomainError("quote-not-found");
  await assertUnaltered(quoteKey, quote);
  // A genuine quote copied over another one's row is still not the quote that was asked for.
  if (quote.id !== id) throw new DomainError("quote-altered");
  return quoteOfToday(quote);
}
