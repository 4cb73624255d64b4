// Bodies that the customers' API takes: what routes parse, and the API's own document describes.
import { z } from "zod";
import { MAX_REASON_LENGTH } from "../booking/booking.ts";
import { cleanLine } from "../forms/clean-text.ts";
import { tripInput } from "../trip/trip-input.ts";

/** No map shows more than the country. */
const MAX_REACH_METERS = 2_000_000;

/** A point on a map. */
export const pinInput = z.object({
  lat: z.number(),
  lng: z.number(),
  reachMeters: z.number().int().min(0).max(MAX_REACH_METERS).default(0),
});

/** `preview: true` shows prices while the form is being filled in; nothing is stored or signed. */
export const quoteInput = tripInput.extend({ preview: z.boolean().default(false) });

/** A booking that is given up. */
export const cancelInput = z.object({
  reason: z.string().max(MAX_REASON_LENGTH).transform(cleanLine).default(""),
  /** The fee the customer was shown; another one is refused with 409. */
  expectedFeeOre: z.int().min(0),
});

/** Either a new time, answered with a frozen price, or the quote of that price, which moves the booking. */
export const rescheduleInput = z.union([
  z.object({ pickup: tripInput.shape.pickup }),
  z.object({ quoteId: z.string().max(64) }),
]);
