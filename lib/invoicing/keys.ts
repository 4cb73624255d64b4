// The families of buyers: who a booking is invoiced to, and which bookings of one buyer may not be paid yet.
import { family } from "../kv/family.ts";
import { flag, instant, listOf, record, text, word } from "../kernel/shape.ts";
import { type BookedBuyer, BUYER_KINDS, type BuyerClaims, type InvoiceBuyer } from "./buyer.ts";
import { sealedBuyer } from "./sealed-buyer.ts";

const DAY_MS = 24 * 60 * 60_000;

/** Bookings are made a year ahead at most. */
const AHEAD_MS = 367 * DAY_MS;
/** After a pickup its month is invoiced, and an invoice made again that went wrong, in ms. */
export const BUYER_KEPT_MS = 120 * DAY_MS;

/** After the newest ride that long a claim of a consumer is statute-barred: three years (preskriptionslagen 2 §). */
const CLAIMS_KEPT_MS = AHEAD_MS + 3 * 366 * DAY_MS;

/** Families of this room. */
export const invoicingKeys = {
  /** Who a booking is invoiced to, until it is. */
  bookedBuyer: family<[bookingId: string], BookedBuyer>("bookedBuyer", {
    privacy: "C3",
    subject: "customer",
    kept: { until: "expiry", atMostMs: AHEAD_MS + BUYER_KEPT_MS },
    endsMs: ({ until }) => Date.parse(until),
    sealed: sealedBuyer,
    shape: record<BookedBuyer>({
      ...{ bookingId: text, until: instant, mark: text },
      buyer: record<InvoiceBuyer>({
        ...{ kind: word(BUYER_KINDS), name: text, organisationNumber: text, street: text },
        ...{ postcode: text, city: text, reference: text, email: text, peppolId: text },
        isCollected: flag,
      }),
    }),
  }),
  /** By the buyer's mark. */
  buyerClaims: family<[mark: string], BuyerClaims>("buyerClaims", {
    privacy: "C2",
    subject: "customer",
    kept: { until: "expiry", atMostMs: CLAIMS_KEPT_MS },
    endsMs: ({ changedAt }) => Date.parse(changedAt) + CLAIMS_KEPT_MS,
    unsealed: "keyed marks, ids and times only",
    shape: record<BuyerClaims>({ bookingIds: listOf(text), changedAt: instant }),
  }),
} as const;
