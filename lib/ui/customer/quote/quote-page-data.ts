// What the price page needs besides the quote itself.
import {
  type Availability,
  type AvailabilityDeps,
  classAvailability,
} from "../../../booking/class-availability.ts";
import type { VehicleClass } from "../../../fleet/vehicle.ts";
import type { FieldError } from "../../../forms/field-error.ts";
import type { InvoiceFor } from "../../../invoicing/settings.ts";
import type { Health } from "../../../health/health.ts";
import type { Clock } from "../../../kernel/clock.ts";
import { type RandomBytes, ulid } from "../../../kernel/ids.ts";
import { invariant } from "../../../kernel/invariant.ts";
import type { PlaceIndex } from "../../../places/place-index.ts";
import type { Quote } from "../../../pricing/quote.ts";
import type { QuoteDifference } from "../../../pricing/quote-difference.ts";
import { localDate } from "../../../kernel/wall-time.ts";
import { asksFlight } from "../../../trip/airport-trip.ts";
import { type ContactValues, EMPTY_CONTACT } from "./contact-values.ts";

/** Everything of the price page but the language. */
export interface QuotePageData {
  quote: Quote;
  chosen: VehicleClass;
  /** Which classes have a car, as it was when the page was made. */
  availability: ReadonlyMap<VehicleClass, Availability>;
  /** True when the form asks for the flight. */
  asksFlight: boolean;
  contact: ContactValues;
  errors: readonly FieldError[];
  /** What is new since a former price, or null. */
  renewal: QuoteDifference | null;
  /** True when the next page asks how the ride is paid; else it is paid in the car. */
  paysFirst: boolean;
  /** True when it may be paid by invoice, and that is asked for here. */
  asksInvoice: boolean;
  /** True when our own map stands in for a routing service that is down. */
  isOwnMap: boolean;
  /** The same on every try of one purchase. */
  idempotencyKey: string;
  /** The server's moment, epoch ms. */
  nowMs: number;
  /** Today's date in Stockholm. */
  today: string;
}

/** What was sent with the form, when it was sent. */
export interface SentForm {
  contact?: ContactValues;
  errors?: readonly FieldError[];
  idempotencyKey?: string;
  /** The class asked for; a free one when it is not offered. */
  wanted?: string | null;
  renewal?: QuoteDifference | null;
}

/** What making it needs. */
export interface QuotePageDeps extends AvailabilityDeps {
  clock: Clock;
  places: PlaceIndex;
  randomBytes: RandomBytes;
  health: Pick<Health, "down">;
  /** Null where nobody takes cards for us. */
  paymentProvider: unknown;
  config: { invoiceFor: InvoiceFor };
}

/** Joins a quote with what was sent, or with an empty form and a new idempotency key. */
export async function quotePageData(
  deps: QuotePageDeps,
  quote: Quote,
  { contact = EMPTY_CONTACT, errors = [], idempotencyKey, wanted, renewal = null }: SentForm = {},
): Promise<QuotePageData> {
  const now = deps.clock.now();
  const classes = quote.options.map(({ vehicleClass }) => vehicleClass);
  const availability = await classAvailability(deps, classes, {
    pickup: quote.trip.pickup.instant,
    durationSeconds: quote.route.durationSeconds,
  });
  const isFree = (name: VehicleClass) => availability.get(name)?.kind === "free";
  const chosen = classes.find((name) => name === wanted) ?? classes.find(isFree) ?? classes[0];
  invariant(chosen !== undefined, "A quote offers at least one class");
  return {
    quote,
    chosen,
    availability,
    asksFlight: asksFlight(deps.places, quote.trip, contact.flightNumber),
    contact,
    errors,
    renewal,
    paysFirst: deps.paymentProvider !== null,
    asksInvoice: deps.paymentProvider === null && deps.config.invoiceFor !== "nobody",
    isOwnMap: quote.route.engine !== "osrm" &&
      deps.health.down().some(({ part }) => part === "osrm"),
    idempotencyKey: idempotencyKey ?? ulid(now.epochMilliseconds, deps.randomBytes),
    nowMs: now.epochMilliseconds,
    today: localDate(now),
  };
}
