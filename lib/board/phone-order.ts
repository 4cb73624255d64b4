// Use case: an operator takes a booking on the telephone. A price is read out first; only that price is booked.
import { makeFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { buyable, quoteStanding } from "../booking/buyable-quote.ts";
import { type Caller, type CallerDeps, callerOf } from "../booking/caller.ts";
import { type Availability, classAvailability } from "../booking/class-availability.ts";
import { checkContact } from "../booking/contact.ts";
import {
  createBooking,
  type CreateBookingDeps,
  type CreatedBooking,
} from "../booking/create-booking.ts";
import { DomainError } from "../errors/domain-error.ts";
import { VEHICLE_CLASSES, type VehicleClass } from "../fleet/vehicle.ts";
import type { Locale } from "../kernel/locale.ts";
import { ulid } from "../kernel/ids.ts";
import { countDeadJobs } from "../kv/dead-jobs.ts";
import { type LocateDeps } from "../places/geocoder/locate-place.ts";
import type { LandmarkStore } from "../places/landmark-store.ts";
import type { PlaceIndex } from "../places/place-index.ts";
import { type Quote, quoteId } from "../pricing/quote.ts";
import { quoteTrip, type QuoteTripDeps } from "../pricing/quote-trip.ts";
import { locateStops, typedEnds } from "../trip/locate-stops.ts";
import type { TripRequest } from "../trip/trip.ts";
import type { TripFieldError } from "../trip/trip-field-error.ts";
import { parseTripForm, tripFieldError } from "../trip/trip-form.ts";
import type { DeadJobCount } from "./dead-jobs.ts";
import { operatorActor } from "./operator-actor.ts";
import {
  callerNumber,
  emptyOrder,
  type OrderValues,
  ticketLanguage,
  whileWriting,
} from "./phone-order-form.ts";

/** What taking an order needs. */
export type PhoneOrderDeps = CreateBookingDeps & QuoteTripDeps & LocateDeps & CallerDeps & {
  places: PlaceIndex;
  landmarks: Pick<LandmarkStore, "upToDate">;
};

/** Why an order was not booked, beside what is wrong in a field. */
export type OrderProblem = "noPrice" | "priceChanged" | "priceOver" | "noCar" | "holdsMany";

/** The price that is read out, of the class that is chosen. */
export interface OrderPrice {
  quote: Quote;
  chosen: VehicleClass;
  availability: ReadonlyMap<VehicleClass, Availability>;
}

/** The page of an order. */
export interface OrderData {
  values: OrderValues;
  errors: readonly TripFieldError[];
  problem: OrderProblem | null;
  /** Null while the number is none, `unknown` when nothing was booked for it. */
  caller: Caller | "unknown" | null;
  price: OrderPrice | null;
  formToken: string;
  deadJobs: DeadJobCount;
  nowMs: number;
}

/** The page with nothing in it, or with what a link puts in. */
export async function newOrder(
  deps: PhoneOrderDeps,
  operator: OperatorSession,
  given: Partial<OrderValues>,
): Promise<OrderData> {
  const now = deps.clock.now();
  const empty = emptyOrder(now, ulid(now.epochMilliseconds, deps.randomBytes));
  const values = { ...empty, ...given };
  return await orderData(deps, operator, { values, errors: [], problem: null, price: null });
}

/** The page again, with the price of what is filled in; a price that was read out and fits stays. */
export async function lookAtOrder(
  deps: PhoneOrderDeps,
  operator: OperatorSession,
  { values, locale, isFinal = false }: {
    values: OrderValues;
    locale: Locale;
    /** True when a person says that it is complete: then what is missing is said too. */
    isFinal?: boolean;
  },
): Promise<OrderData> {
  const { trip, errors } = await readTrip(deps, values, locale);
  const priced = trip === null ? { errors: [] } : await priceOf(deps, values, trip);
  const all = [...errors, ...priced.errors];
  const shown = isFinal ? [...contactErrors(values), ...all] : whileWriting(all);
  const price = "price" in priced ? priced.price : null;
  return await orderData(deps, operator, { values, errors: shown, problem: null, price });
}

/** The booking, or the page that says what is in its way. */
export async function bookOrder(
  deps: PhoneOrderDeps,
  operator: OperatorSession,
  { values, locale }: { values: OrderValues; locale: Locale },
): Promise<{ ok: true; created: CreatedBooking } | { ok: false; data: OrderData }> {
  const looked = await lookAtOrder(deps, operator, { values, locale, isFinal: true });
  const refuse = (problem: OrderProblem | null) => ({
    ok: false as const,
    data: { ...looked, problem },
  });
  const contact = checkContact(values);
  if (looked.errors.length > 0 || looked.price === null || !contact.ok) return refuse(null);
  const { quote, chosen } = looked.price;
  if (values.quoteId === "") return refuse("noPrice");
  if (values.quoteId !== quote.id) return refuse("priceChanged");
  if (values.readClass !== chosen) return refuse("priceChanged");
  try {
    const created = await createBooking(deps, {
      quoteId: quote.id,
      vehicleClass: chosen,
      ...contact.value,
      locale: ticketLanguage(values, locale),
      idempotencyKey: values.idempotencyKey,
    }, {
      actor: operatorActor(operator),
      sender: "",
      // They were told of this number, and pressed again.
      mayExceed: values.exceeds === contact.value.contact.phone,
    });
    return { ok: true, created };
  } catch (error) {
    const problem = error instanceof DomainError ? PROBLEMS.get(error.code) : undefined;
    if (problem === undefined) throw error;
    // The next look has another price.
    const again = await lookAtOrder(deps, operator, {
      values: valuesAfter(problem, values),
      locale,
      isFinal: true,
    });
    return { ok: false, data: { ...again, problem } };
  }
}

/** What stands in the form after a refusal. */
function valuesAfter(problem: OrderProblem, values: OrderValues): OrderValues {
  if (problem === "noCar") return values;
  if (problem === "holdsMany") return { ...values, exceeds: callerNumber(values) ?? "" };
  return { ...values, quoteId: "" };
}

const PROBLEMS: ReadonlyMap<string, OrderProblem> = new Map<string, OrderProblem>([
  ["quote-expired", "priceOver"],
  ["quote-not-found", "priceOver"],
  ["no-vehicle-free", "noCar"],
  ["too-many-bookings", "holdsMany"],
]);

async function readTrip(deps: PhoneOrderDeps, values: OrderValues, locale: Locale) {
  await deps.landmarks.upToDate();
  const located = await locateStops(deps, typedEnds(values), locale);
  const trip = parseTripForm(deps.places, values, locale, located);
  return trip.ok ? { trip: trip.value, errors: [] } : { trip: null, errors: trip.errors };
}

async function priceOf(deps: PhoneOrderDeps, values: OrderValues, trip: TripRequest) {
  try {
    const quote = await readOut(deps, values, trip) ?? await quoteTrip(deps, trip);
    // Who asked for no class keeps the one whose price was read out.
    const read = quote.id === values.quoteId ? values.readClass : "";
    return { price: await chosenPrice(deps, quote, values.vehicleClass || read), errors: [] };
  } catch (error) {
    const fieldError = tripFieldError(error);
    if (fieldError === null) throw error;
    return { errors: [fieldError] };
  }
}

/** The quote that was read out, while it can be bought and is for just this trip. */
async function readOut(
  deps: PhoneOrderDeps,
  values: OrderValues,
  trip: TripRequest,
): Promise<Quote | null> {
  if (values.quoteId === "") return null;
  try {
    const quote = buyable(await quoteStanding(deps, quoteId(values.quoteId), deps.clock.now()));
    return isSameTrip(quote.trip, trip) ? quote : null;
  } catch (error) {
    // Sent again after it was booked: that booking is the answer, see `createBooking`.
    if (error instanceof DomainError && error.code === "quote-used") {
      const { quote } = await quoteStanding(deps, quoteId(values.quoteId), deps.clock.now());
      return quote;
    }
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Everything a price follows from; words for the driver may differ. */
function isSameTrip(a: TripRequest, b: TripRequest): boolean {
  const facts = ({ from, to, pickup, passengers, bags, wheelchairs, extras }: TripRequest) =>
    JSON.stringify([
      from.point,
      to.point,
      Date.parse(pickup.instant),
      passengers,
      bags,
      wheelchairs,
      extras.childSeats,
      extras.pets,
      extras.extraLuggage,
    ]);
  return facts(a) === facts(b) && a.from.words === b.from.words && a.to.words === b.to.words;
}

async function chosenPrice(
  deps: PhoneOrderDeps,
  quote: Quote,
  wanted: string,
): Promise<OrderPrice> {
  const classes = quote.options.map(({ vehicleClass }) => vehicleClass);
  const availability = await classAvailability(deps, classes, {
    pickup: quote.trip.pickup.instant,
    durationSeconds: quote.route.durationSeconds,
  });
  const asked = VEHICLE_CLASSES.find((name) => name === wanted && classes.includes(name));
  const free = classes.find((name) => availability.get(name)?.kind === "free");
  return { quote, chosen: asked ?? free ?? classes[0] ?? "standard", availability };
}

function contactErrors(values: OrderValues): TripFieldError[] {
  const checked = checkContact(values);
  return checked.ok ? [] : [...checked.errors];
}

async function orderData(
  deps: PhoneOrderDeps,
  operator: OperatorSession,
  shown: Pick<OrderData, "values" | "errors" | "problem" | "price">,
): Promise<OrderData> {
  const number = callerNumber(shown.values);
  const [caller, formToken, deadJobs] = await Promise.all([
    number === null ? null : callerOf(deps, number).then((known) => known ?? "unknown" as const),
    makeFormToken(operator, deps.randomBytes),
    countDeadJobs(deps),
  ]);
  const name = shown.values.name !== "" || caller === null || caller === "unknown"
    ? shown.values.name
    : caller.name;
  const nowMs = deps.clock.now().epochMilliseconds;
  return { ...shown, values: { ...shown.values, name }, caller, formToken, deadJobs, nowMs };
}
