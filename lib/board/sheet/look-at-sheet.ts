// Use case: what a sheet says as it stands: the booking as it is now, what was written, and what doing it would come to.
import { assertRemembered } from "../../booking/forgotten-rules.ts";
import type { Booking, BookingEvent, BookingId } from "../../booking/booking.ts";
import { replay } from "../../booking/booking-rules.ts";
import type { ChangeDeps } from "../../booking/change-stored-booking.ts";
import { previewChange } from "../../dispatch/change-trip.ts";
import { seenByStaff, seenHistory } from "../../booking/seen-booking.ts";
import type { DraftDeps } from "../../dispatch/draft-change.ts";
import { previewCopy } from "../../dispatch/preview-copy.ts";
import { previewRevival } from "../../dispatch/revive-trip.ts";
import { DomainError } from "../../errors/domain-error.ts";
import type { Locale } from "../../kernel/locale.ts";
import type { LocateDeps } from "../../places/geocoder/locate-place.ts";
import type { PlaceIndex } from "../../places/place-index.ts";
import { locateGiven } from "../../trip/locate-stops.ts";
import type { CheckedTrip } from "../../trip/trip-field-error.ts";
import { tripFieldError } from "../../trip/trip-form.ts";
import { whileWriting } from "../phone-order-form.ts";
import type { SheetData, SheetOutcome } from "./sheet.ts";
import { type SheetKind, sheetsFor } from "./sheet-kind.ts";
import { openingValues, rebased, type SheetValues, valuesOf } from "./sheet-values.ts";
import { givenEnds, readSheetWish, type SheetWish } from "./sheet-wish.ts";

/** What looking needs. */
export type SheetDeps = DraftDeps & LocateDeps & Pick<ChangeDeps, "bookings"> & {
  places: PlaceIndex;
};

/** A sheet as it was sent. */
export interface SentSheet {
  values: SheetValues;
  /** True when an answer to a question was put into the values. */
  isAnswered: boolean;
  /** The version it was opened at, and the one that was shown last. */
  openedVersion: number;
  expectedVersion: number;
  /** The prices that were shown; null before any was. */
  seen: { totalOre: number; formerOre: number } | null;
}

/** A sheet with what it wishes for; null while that cannot be read. */
export interface LookedAt {
  data: SheetData;
  wish: SheetWish | null;
}

/** A sheet nobody has written in. Throws DomainError: booking-not-found, booking-state. */
export async function openSheet(
  deps: SheetDeps,
  { bookingId, kind, locale }: { bookingId: BookingId; kind: SheetKind; locale: Locale },
): Promise<SheetData> {
  const { booking } = await storedBooking(deps, bookingId, kind);
  const sent: SentSheet = {
    values: openingValues(kind, booking, deps.clock.now()),
    isAnswered: false,
    openedVersion: booking.version,
    expectedVersion: booking.version,
    seen: null,
  };
  return (await lookAtSheet(deps, { bookingId, kind, sent, locale, isFinal: false })).data;
}

/** The sheet again, on the booking as it is now. Throws as `openSheet`. */
export async function lookAtSheet(
  deps: SheetDeps,
  { bookingId, kind, sent, locale, isFinal }: {
    bookingId: BookingId;
    kind: SheetKind;
    sent: SentSheet;
    locale: Locale;
    /** True when a person says that it is complete: then what is missing is said too. */
    isFinal: boolean;
  },
): Promise<LookedAt> {
  const { booking, events } = await storedBooking(deps, bookingId, kind);
  const isOlder = kind === "change" && sent.expectedVersion < booking.version;
  const values = isOlder
    ? rebased(sent.values, valuesOf(asOf(events, sent.expectedVersion)), valuesOf(booking))
    : sent.values;
  const located = await locateGiven(deps, givenEnds(booking, values), locale);
  const { places } = deps;
  const wish = readSheetWish(kind, booking, values, { places, locale, located, isFinal });
  const { errors, outcome } = await worked(deps, bookingId, wish);
  const seen = seenByStaff(booking);
  const data: SheetData = {
    ...{ kind, booking: seen, values, outcome, problem: null },
    isRewritten: isOlder || sent.isAnswered,
    openedVersion: sent.openedVersion,
    since: [...seenHistory(seen, events.slice(sent.openedVersion))],
    errors: isFinal ? errors : whileWriting(errors),
  };
  return { data, wish: wish.ok ? wish.value : null };
}

async function storedBooking(
  { bookings }: Pick<SheetDeps, "bookings">,
  id: BookingId,
  kind: SheetKind,
): Promise<{ booking: Booking; events: BookingEvent[] }> {
  const events = await bookings.events(id);
  if (events.length === 0) throw new DomainError("booking-not-found");
  // One reading of both: what has happened is what it is.
  const booking = replay(events);
  assertRemembered(booking);
  const { status, contact, trip: { passengers } } = booking;
  if (!sheetsFor({ status, contact, passengers }).includes(kind)) {
    throw new DomainError("booking-state", { action: kind, status });
  }
  return { booking, events };
}

/** The booking as it was at a version; one that never was is the first. */
function asOf(events: readonly BookingEvent[], version: number): Booking {
  return replay(events.slice(0, Math.max(1, version)));
}

/** What the wish comes to; a refusal a field can mend stands at the field. */
async function worked(
  deps: SheetDeps,
  bookingId: BookingId,
  wish: CheckedTrip<SheetWish>,
): Promise<Pick<SheetData, "errors" | "outcome">> {
  if (!wish.ok) return { errors: wish.errors, outcome: null };
  const outcome = await outcomeOf(deps, bookingId, wish.value);
  const errors = outcome.refusals.flatMap(({ code, facts }) => {
    return tripFieldError(new DomainError(code, facts)) ?? [];
  });
  const refusals = outcome.refusals.filter(({ code, facts }) => {
    return tripFieldError(new DomainError(code, facts)) === null;
  });
  return { errors, outcome: { ...outcome, refusals } };
}

async function outcomeOf(
  deps: SheetDeps,
  bookingId: BookingId,
  wish: SheetWish,
): Promise<SheetOutcome> {
  try {
    switch (wish.kind) {
      case "change":
        return changeOutcome(await previewChange(deps, { ...wish, bookingId }));
      case "copy":
        return copyOutcome(wish.wish.kind, await previewCopy(deps, { ...wish, bookingId }));
      case "revive":
        return revivalOutcome(await previewRevival(deps, { ...wish, bookingId }));
    }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const refusal = { code: error.code, facts: error.details };
    return { changes: [], price: null, car: null, refusals: [refusal] };
  }
}

function changeOutcome(
  { changes, price, car, refusals }: Awaited<ReturnType<typeof previewChange>>,
): SheetOutcome {
  if (price === null) return { changes, price, car, refusals };
  const { oldOre, newOre, byTariffOre, lines } = price;
  const seen = { totalOre: newOre, formerOre: 0 };
  const shown = { beforeOre: oldOre, afterOre: newOre, partsOre: null, byTariffOre, lines, seen };
  return { changes, price: shown, car, refusals };
}

function copyOutcome(
  kind: "split" | "duplicate" | "return",
  { price, car, refusals }: Awaited<ReturnType<typeof previewCopy>>,
): SheetOutcome {
  const taken = car && { ...car, isSame: false, keepsDriver: false };
  if (price === null) return { changes: [], price, car: taken, refusals };
  const { oldOre, former, copy, lines } = price;
  const isSplit = kind === "split";
  const afterOre = isSplit ? former + copy : copy;
  const shown = {
    ...{ beforeOre: isSplit ? oldOre : null, afterOre, byTariffOre: afterOre },
    partsOre: isSplit ? { former, copy } : null,
    lines: isSplit ? [] : lines,
    seen: { totalOre: copy, formerOre: former },
  };
  return { changes: [], price: shown, car: taken, refusals };
}

function revivalOutcome(
  { oldOre, newOre, lines, car, refusals }: Awaited<ReturnType<typeof previewRevival>>,
): SheetOutcome {
  const price = {
    ...{ beforeOre: oldOre, afterOre: newOre, partsOre: null, byTariffOre: newOre, lines },
    seen: { totalOre: newOre, formerOre: 0 },
  };
  const taken = car && { ...car, isSame: false, keepsDriver: false };
  return { changes: [], price, car: taken, refusals };
}
