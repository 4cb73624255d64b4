// The part of a quote a booking keeps: the chosen option and everything that explains its price.
import type { Quote, QuoteOption } from "../pricing/quote.ts";
import type { BookedTrip } from "./booking.ts";

/** Copies the chosen option out of its quote; amounts in öre incl. VAT. */
export function bookedTrip(quote: Quote, option: QuoteOption): BookedTrip {
  return {
    quoteId: quote.id,
    ...quote.trip,
    ...option,
    route: quote.route,
    tariffVersion: quote.tariffVersion,
    timeZoneDataVersion: quote.timeZoneDataVersion,
  };
}
