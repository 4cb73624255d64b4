// What cancelling costs, for a quote as for a booking: by the terms that were agreed with the price, which no later
// edition of the fees changes. Times are compared as instants, so a change night neither adds nor takes an hour.
import type { Fault } from "../fees/fault.ts";
import { amountOre, feeAt, plainTerms } from "../fees/fee-rules.ts";
import { type FeeTerms, SHIPPED_EDITION } from "../fees/fee-terms.ts";
import type { Quote, QuoteOption } from "../pricing/quote.ts";
import { type FeeVat, feeVatOf, missedVat } from "./fee-vat.ts";

/** What is meant where a price says no terms. */
const SHIPPED_TERMS = plainTerms(SHIPPED_EDITION);

/** What a fee depends on: when the price was agreed (ISO instant), when the car comes, what the ride costs. */
export interface CancellableRide {
  createdAt: string;
  trip: { pickup: { instant: string }; totalOre: number; terms?: FeeTerms };
}

/** Why a fee is what it is. */
export type FeeReason = "free" | "part-of-price" | "whole-price" | "no-show";

/** A fee in öre, whether it contains VAT, and why. */
export interface CancellationFee {
  feeOre: number;
  feeVat: FeeVat;
  feeReason: FeeReason;
}

/** What it costs from an instant on, ISO, in öre. */
export interface LaterFee {
  from: string;
  feeOre: number;
}

/** What cancelling costs now and will cost. */
export interface CancellationPreview extends CancellationFee {
  /** Until when cancelling is free, instant in ISO. */
  freeUntil: string;
  /** What it costs after that, in öre; 0 when it is always free. */
  lateFeeOre: number;
  /** What it costs still later, where the terms have further steps; absent without them. */
  further?: LaterFee[];
}

/** The terms a ride was sold under. */
export function agreedTerms({ trip }: Pick<CancellableRide, "trip">): FeeTerms {
  return trip.terms ?? SHIPPED_TERMS;
}

/** The ride a quote would become in one of its classes; a booking is one already. */
export function quotedRide(
  { createdAt, trip }: Pick<Quote, "createdAt" | "trip">,
  { totalOre, terms }: Pick<QuoteOption, "totalOre" | "terms">,
): CancellableRide {
  const agreed = terms === undefined ? {} : { terms };
  return { createdAt, trip: { pickup: trip.pickup, totalOre, ...agreed } };
}

/** What the customer would pay for cancelling at `nowMs`; free exactly at the limit. */
export function previewCancellation(ride: CancellableRide, nowMs: number): CancellationPreview {
  const { totalOre } = ride.trip;
  const feeOre = cancellationFee(ride, "customer", nowMs);
  const [first, ...further] = dearer(ride);
  // What is never dear is free as long as it can be cancelled at all: until the car comes.
  const freeUntil = first === undefined
    ? ride.trip.pickup.instant
    : new Date(first.fromMs).toISOString();
  return {
    feeOre,
    feeVat: feeVatOf(feeOre, totalOre),
    feeReason: reasonOf(feeOre, totalOre),
    freeUntil,
    lateFeeOre: first?.feeOre ?? 0,
    ...(further.length === 0 ? {} : {
      further: further.map((one) => ({
        from: new Date(one.fromMs).toISOString(),
        feeOre: one.feeOre,
      })),
    }),
  };
}

/** The fee for cancelling at `nowMs` through somebody's fault, in öre. */
export function cancellationFee(ride: CancellableRide, fault: Fault, nowMs: number): number {
  const leftMs = Date.parse(ride.trip.pickup.instant) - nowMs;
  return feeAt(agreedTerms(ride), { fault, kind: "cancel", leftMs }, ride.trip.totalOre);
}

/** What a customer who did not come pays. */
export function noShowFee(ride: CancellableRide): CancellationFee {
  const { totalOre } = ride.trip;
  const what = { fault: "customer", kind: "no-show", leftMs: 0 } as const;
  const feeOre = feeAt(agreedTerms(ride), what, totalOre);
  return { feeOre, feeVat: missedVat(feeOre), feeReason: "no-show" };
}

/** From when on a customer counts as not come, in epoch milliseconds: a car that came late waits as long as one in time. */
export function noShowFromMs(ride: CancellableRide, arrivedAt: string | null = null): number {
  const pickupMs = Date.parse(ride.trip.pickup.instant);
  const fromMs = arrivedAt === null ? pickupMs : Math.max(pickupMs, Date.parse(arrivedAt));
  return fromMs + agreedTerms(ride).waitMinutes * 60_000;
}

/** The last moment before each change of what the customer pays, from the first that costs something on. */
function dearer(ride: CancellableRide): { fromMs: number; feeOre: number }[] {
  const { createdAt, trip: { pickup, totalOre } } = ride;
  const steps = agreedTerms(ride).steps
    .filter(({ fault, kind }) => fault === "customer" && kind === "cancel")
    .map(({ withinMinutes, amount }) => ({
      // What costs from the beginning was never free: not even at the instant of the price.
      fromMs: withinMinutes === null
        ? Date.parse(createdAt) - 1
        : Date.parse(pickup.instant) - withinMinutes * 60_000,
      feeOre: amountOre(amount, totalOre),
    }));
  const first = steps.findIndex(({ feeOre }) => feeOre > 0);
  return first === -1
    ? []
    : steps.slice(first).filter(({ feeOre }, i, costing) => feeOre !== costing[i - 1]?.feeOre);
}

function reasonOf(feeOre: number, totalOre: number): FeeReason {
  if (feeOre === 0) return "free";
  return feeOre < totalOre ? "part-of-price" : "whole-price";
}
