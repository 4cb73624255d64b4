// What an API client reads of a price: each class with what cancelling it would cost.
import type { Quote, QuoteOption } from "../pricing/quote.ts";
import { type CancellationPreview, previewCancellation, quotedRide } from "./cancellation-rules.ts";

/** An option with its terms. */
export interface OptionView extends QuoteOption {
  cancellation: CancellationPreview;
}

/** The options of a quote, or of a price that is only looked at, with their terms at `nowMs`. */
export function optionViews(
  quote: Pick<Quote, "createdAt" | "trip" | "options">,
  nowMs: number,
): OptionView[] {
  return quote.options.map((option) => ({
    ...option,
    cancellation: previewCancellation(quotedRide(quote, option), nowMs),
  }));
}
