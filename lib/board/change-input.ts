// What an operator sends to change a booking: its shape, and what the places, times and names in it mean.
import { z } from "zod";
import { type Booking, MAX_REASON_LENGTH } from "../booking/booking.ts";
import { checkContact } from "../booking/contact.ts";
import type { PriceWish, TripChange } from "../dispatch/trip-change.ts";
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import { cleanLine, cleanText } from "../forms/clean-text.ts";
import type { FieldError } from "../forms/field-error.ts";
import type { Locale } from "../kernel/locale.ts";
import type { PlaceIndex } from "../places/place-index.ts";
import type { LocatedStops } from "../trip/locate-stops.ts";
import { resolveEnd, resolvePickup } from "../trip/trip-form.ts";
import type { CheckedTrip } from "../trip/trip-field-error.ts";
import { tripInput } from "../trip/trip-input.ts";

const trip = tripInput.shape;
const extras = trip.extras.unwrap().shape;
const typed = (max: number) => z.string().max(max).transform(cleanText).optional();

/** A reason in an operator's words. */
export const reasonInput = z.string().transform(cleanLine)
  .pipe(z.string().min(1).max(MAX_REASON_LENGTH));

/** Who travels and with what; what is left out stays. */
export const partyInput = {
  passengers: trip.passengers.unwrap().optional(),
  bags: trip.bags.unwrap().optional(),
  wheelchairs: trip.wheelchairs.unwrap().optional(),
  extras: z.object({
    childSeats: extras.childSeats.unwrap().optional(),
    pets: extras.pets.unwrap().optional(),
    extraLuggage: extras.extraLuggage.unwrap().optional(),
  }).optional(),
};

/** How what was changed is priced. */
export const priceInput = {
  tariff: z.enum(["original", "new"]).default("original"),
  /** Why the former price is kept; left out: it is not. */
  keepPrice: reasonInput.optional(),
};

/** A change; only what is there is changed. */
export const changeInput = z.object({
  from: trip.from.optional(),
  to: trip.to.optional(),
  pickup: trip.pickup.optional(),
  ...partyInput,
  vehicleClass: z.enum(VEHICLE_CLASSES).optional(),
  contact: z.object({
    name: typed(1_000),
    phone: typed(1_000),
    email: typed(1_000),
  }).optional(),
  flightNumber: typed(1_000),
  note: typed(10_000),
  ...priceInput,
});

/** A change as it was sent. */
export type ChangeInput = z.infer<typeof changeInput>;

/** The price an input asks for. */
export function priceWish(
  { tariff, keepPrice }: Pick<ChangeInput, "tariff" | "keepPrice">,
): PriceWish {
  return { tariff, keepReason: keepPrice ?? null };
}

/** What a change means for a booking, or every field that needs another look. */
export function readChange(
  places: PlaceIndex,
  { contact, flightNumber, note }: Booking,
  input: ChangeInput,
  { locale, ...how }: {
    locale: Locale;
    located: LocatedStops;
    /** True when a person chose the place ids for just these words. */
    isAnswered?: boolean;
  },
): CheckedTrip<TripChange> {
  const ends = {
    from: input.from && resolveEnd(places, "from", input.from, locale, how),
    to: input.to && resolveEnd(places, "to", input.to, locale, how),
  };
  const pickup = input.pickup && resolvePickup(input.pickup);
  const said = { ...contact, flightNumber, note, ...given(input.contact ?? {}) };
  const details = checkContact({ ...said, ...given(pick(input)) });
  const errors: FieldError[] = [ends.from, ends.to, pickup, details]
    .flatMap((part) => part === undefined || part.ok ? [] : part.errors);
  if (errors.length > 0 || !details.ok) return { ok: false, errors };
  const { passengers, bags, wheelchairs, vehicleClass } = input;
  return {
    ok: true,
    value: {
      ...(ends.from?.ok ? { from: ends.from.value } : {}),
      ...(ends.to?.ok ? { to: ends.to.value } : {}),
      ...(pickup?.ok ? { pickup: pickup.value } : {}),
      ...given({ passengers, bags, wheelchairs, vehicleClass }),
      extras: given(input.extras ?? {}),
      ...details.value,
    },
  };
}

function pick({ flightNumber, note }: ChangeInput) {
  return { flightNumber, note };
}

/** What was sent of it. */
function given<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };
}
