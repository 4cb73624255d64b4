// A quote as its page shows it: to be bought, renewed because it was over, or refused with the way on.
import { quoteStanding } from "../../../booking/buyable-quote.ts";
import { renewQuote, type RenewQuoteDeps } from "../../../booking/renew-quote.ts";
import { DomainError } from "../../../errors/domain-error.ts";
import type { VehicleClass } from "../../../fleet/vehicle.ts";
import type { QuoteId } from "../../../pricing/quote.ts";
import { quoteDifference } from "../../../pricing/quote-difference.ts";
import {
  type QuotePageData,
  quotePageData,
  type QuotePageDeps,
  type SentForm,
} from "./quote-page-data.ts";
import { isRefusal } from "./quote-refusals.ts";

/** The page's data, and why it cannot be bought; null when it can. */
export type ShownQuote = QuotePageData & { refusal: DomainError | null };

/** What showing and renewing a quote need. */
export type ShownQuoteDeps = RenewQuoteDeps & QuotePageDeps;

/** The quote of an id with what was sent. Throws DomainError when it is no quote for a new trip. */
export async function shownQuote(
  deps: ShownQuoteDeps,
  id: QuoteId,
  sent: SentForm = {},
): Promise<ShownQuote> {
  const { quote, refusal } = await quoteStanding(deps, id, deps.clock.now());
  if (refusal !== null && !isRefusal(refusal.code)) throw refusal;
  return { ...await quotePageData(deps, quote, sent), refusal };
}

/** The quote with the reason it was not sold for. */
export async function refusedQuote(
  deps: ShownQuoteDeps,
  id: QuoteId,
  refusal: DomainError,
  sent: SentForm = {},
): Promise<ShownQuote> {
  const { quote } = await quoteStanding(deps, id, deps.clock.now());
  return { ...await quotePageData(deps, quote, sent), refusal };
}

/**
 * The next price of the same trip with what was sent, or of the next time `moveTo` has a car. When there is none
 * any more (the pickup is too near, the price was used), the former one with the reason.
 */
export async function renewedQuote(
  deps: ShownQuoteDeps,
  id: QuoteId,
  { idempotencyKey: _, ...sent }: SentForm = {},
  moveTo: VehicleClass | null = null,
): Promise<ShownQuote> {
  try {
    const { former, quote } = await renewQuote(deps, id, { moveTo });
    const renewal = quoteDifference(former, quote);
    return { ...await quotePageData(deps, quote, { ...sent, renewal }), refusal: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refusal = isRefusal(error.code) ? error : new DomainError("quote-expired");
    return await refusedQuote(deps, id, refusal, sent);
  }
}
