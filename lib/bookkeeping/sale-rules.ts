// From the events of a booking to its sales: pure. What a ride costs was decided when it was sold, so its lines are copied; what a
// fee contains of VAT was decided with the fee.
import type { Booking, BookingEvent } from "../booking/booking.ts";
import { assignedDriver } from "../booking/booking-facts.ts";
import { evolve } from "../booking/booking-rules.ts";
import type { FeeVat } from "../booking/fee-vat.ts";
import type { HolderId } from "../fleet/vehicle.ts";
import { labelOf } from "../kernel/locale.ts";
import { splitAmount } from "./split-amount.ts";
import type { Sale, SaleDraft, SaleKind, SaleLine, SaleLineCode, SaleMethod } from "./sale.ts";

/** What a booking's events after some version do to its sales, in their order. */
export type SaleStep =
  /** The booking as it was then. */
  | { step: "sell"; version: number; at: string; booking: Booking }
  /** What stands is taken back whole. */
  | { step: "take-back"; version: number; at: string };

/** The steps of a history after a version. Events nobody pays for have none. */
export function saleSteps(events: readonly BookingEvent[], after: number): SaleStep[] {
  const steps: SaleStep[] = [];
  let before: Booking | null = null;
  for (const event of events) {
    const booking = evolve(before, event);
    const { version } = booking;
    const [was, is] = [before === null ? "" : dueWords(before), dueWords(booking)];
    if (version > after && was !== is) {
      if (was !== "") steps.push({ step: "take-back", version, at: event.at });
      if (is !== "") steps.push({ step: "sell", version, at: event.at, booking });
    }
    before = booking;
  }
  return steps;
}

/** The sale of a booking that is over and brings money. */
export function saleOf(
  booking: Booking,
  { at, entityId, method }: { at: string; entityId: HolderId; method: SaleMethod },
): SaleDraft {
  const { kind, feeOre, feeVat } = dueOf(booking) ?? { kind: "ride", feeOre: 0, feeVat: "none" };
  const { trip } = booking;
  const lines = kind === "ride" ? trip.lines : feeLines(booking, kind, { feeOre, feeVat });
  return {
    ...{ entityId, bookingId: booking.id, kind, at, credits: null },
    // Who never came into the car did not pay in it.
    method: kind !== "ride" && method === "car" ? "invoice" : method,
    ...sumsOf(lines),
    vehicleId: booking.reservation.vehicleId,
    driverId: assignedDriver(booking),
    distanceMeters: kind === "ride" ? trip.route.distanceMeters : 0,
    durationSeconds: kind === "ride" ? trip.route.durationSeconds : 0,
  };
}

/** Gives back part of what still stands of a sale; all of it is exactly its lines. */
export function creditOf(
  original: Sale,
  credits: readonly Sale[],
  { at, kind, amountOre }: { at: string; kind: SaleKind; amountOre: number },
): SaleDraft {
  const standing = [original, ...credits].flatMap(({ lines }) => lines);
  const code = kind === "goodwill" || kind === "lateness" ? kind : "credit";
  const isWhole = amountOre === original.totalOre && credits.length === 0;
  const lines = isWhole
    ? original.lines.map((line) => signed(line, -1))
    : partsOf(standing, amountOre, code).map((line) => signed(line, -1));
  const { id: _id, date: _date, document: _document, ...facts } = original;
  return { ...facts, kind, at, credits: original.id, ...sumsOf(lines) };
}

/** What still stands of a sale, in öre. */
export function standingOre(original: Pick<Sale, "totalOre">, credits: readonly Sale[]): number {
  return credits.reduce((sum, { totalOre }) => sum + totalOre, original.totalOre);
}

/** Says which money a booking brings as it is; "" for none. Two states with the same words bring the same. */
function dueWords(booking: Booking): string {
  const due = dueOf(booking);
  return due === null ? "" : `${due.kind} ${due.feeOre} ${booking.trip.totalOre}`;
}

function dueOf(booking: Booking): { kind: SaleKind; feeOre: number; feeVat: FeeVat } | null {
  switch (booking.status) {
    case "completed":
      return { kind: "ride", feeOre: 0, feeVat: "none" };
    case "cancelled": {
      const { feeOre, feeVat } = booking.cancellation;
      return feeOre === 0 ? null : { kind: "cancellation-fee", feeOre, feeVat };
    }
    case "no-show": {
      const { feeOre, feeVat } = booking;
      return feeOre === 0 ? null : { kind: "no-show-fee", feeOre, feeVat };
    }
    default:
      return null;
  }
}

/** The whole price has the VAT of the ride to the öre; part of it the same rates in the same parts. */
function feeLines(
  { trip }: Booking,
  kind: SaleKind,
  { feeOre, feeVat }: { feeOre: number; feeVat: FeeVat },
): SaleLine[] {
  const code = kind === "no-show-fee" ? kind : "cancellation-fee";
  if (feeVat === "included") return partsOf(trip.lines, feeOre, code);
  return [{ code, label: NO_LABEL, amountOre: feeOre, vatRatePercent: 0, vatOre: 0 }];
}

const NO_LABEL = labelOf(() => "");

/** An amount as lines of the rates that some lines have, one a rate. */
function partsOf(lines: readonly SaleLine[], amountOre: number, code: SaleLineCode): SaleLine[] {
  return splitAmount(lines, amountOre).map((part) => ({ ...part, code, label: NO_LABEL }));
}

function signed(line: SaleLine, sign: -1): SaleLine {
  return { ...line, amountOre: sign * line.amountOre, vatOre: sign * line.vatOre };
}

function sumsOf(lines: readonly SaleLine[]): Pick<Sale, "lines" | "totalOre" | "vatOre"> {
  return {
    lines: [...lines],
    totalOre: lines.reduce((sum, { amountOre }) => sum + amountOre, 0),
    vatOre: lines.reduce((sum, { vatOre }) => sum + vatOre, 0),
  };
}
