// Use case: a binding, signed price for a trip.
import type { Clock } from "../kernel/clock.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { NoRouteReason, Route } from "../routing/route.ts";
import type { PricingCacheManager } from "./pricing-cache-manager.ts";
import type { FeeEdition } from "../fees/fee-matrix.ts";
import type { FeeEditionStore } from "../fees/fee-edition-store.ts";
import type { QuoteStore } from "./quote-store.ts";
import type { TariffStore } from "./tariff-store.ts";
import { DomainError } from "../errors/domain-error.ts";
import { ulid } from "../kernel/ids.ts";
import type { Edition } from "../kv/edition.ts";
import { SUPPORT_PHONE } from "../kernel/support-phone.ts";
import { inTraffic, type PickupHour } from "../routing/traffic.ts";
import { dayKind } from "./swedish-calendar.ts";
import { HOME_ZONE, pickupTimeAt } from "../kernel/wall-time.ts";
import { withFees } from "./agreed-fees.ts";
import { type Quote, quoteId, type QuoteOption } from "./quote.ts";
import type { TripRequest } from "../trip/trip.ts";
import { assertPickupWindow, classesThatFit, optionsAt, quoteExpiry } from "./quote-rules.ts";
import { signQuote } from "./quote-signature.ts";
import { quotedRoute } from "./quoted-route.ts";
import { tariffAt } from "./tariff-rules.ts";

/** What pricing a trip needs. */
export interface PreviewTripDeps {
  clock: Clock;
  pricingCache: Pick<PricingCacheManager, "route" | "fares">;
  tariffs: Pick<TariffStore, "book">;
  feeEditions: Pick<FeeEditionStore, "at" | "begunOn">;
}

/** What quoting needs. */
export interface QuoteTripDeps extends PreviewTripDeps {
  tariffs: Pick<TariffStore, "book" | "bookInForce" | "refresh">;
  quotes: Pick<QuoteStore, "put">;
  /** The network that asks, see `clientNetwork`: what it stores is bounded. Absent for operators. */
  sender?: string;
  /** From `importQuoteKey`. */
  quoteKey: CryptoKey;
  randomBytes: RandomBytes;
  /** For example `2026b`. */
  timeZoneDataVersion: string;
}

/** A price as it is worked out. */
export type PricedTrip = Pick<Quote, "trip" | "route" | "options" | "tariffVersion">;

/** Most times a trip is priced anew because tariffs were changed meanwhile; that happens a few times a year. */
const MAX_PRICINGS = 5;

/** A price that is shown while the customer is still choosing; not stored, not signed, not binding. */
export interface TripPreview {
  route: Route;
  options: QuoteOption[];
}

/** Prices a trip without giving a quote; öre incl. VAT. Throws what `quoteTrip` throws. */
export async function previewTrip(
  deps: PreviewTripDeps,
  request: TripRequest,
): Promise<TripPreview> {
  const { route, options } = await price(deps, request);
  return { route, options };
}

/**
 * Quotes a trip in every class that fits and keeps the quote, öre incl. VAT. The pickup instant decides the
 * price; its wall time is read from the instant again, so that what is shown and what is priced agree.
 * Throws DomainError `pickup-too-soon`, `pickup-too-late`, `no-tariff`, `tariff-unreadable`, `no-class-fits` or
 * `no-route-…`, `busy` where tariffs never stand still, and GatewayError when the routing service fails. A price by a
 * tariff that no longer rules when it is kept, whatever this process believed, is worked out anew.
 */
export async function quoteTrip(
  deps: QuoteTripDeps,
  request: TripRequest,
  { reschedules = null, feeEdition = null }: {
    reschedules?: string | null;
    /** Of the fees a booking was made under, which it keeps; null: those of today. */
    feeEdition?: string | null;
  } = {},
): Promise<Quote> {
  for (let turn = 0; turn < MAX_PRICINGS; turn++) {
    const { now, ...priced } = await price(deps, request, feeEdition);
    const quote = await keptQuote(deps, priced, { now, reschedules, tariffOf: "pickup" });
    if (quote !== null) return quote;
  }
  throw new DomainError("busy");
}

/** How a price is made binding. */
interface FreezeTerms {
  now: Temporal.Instant;
  /** The booking whose price it is to be; null for a new one. */
  reschedules: string | null;
  /** `pickup`: the tariff has to rule the pickup still; `sale`: the one that was sold by is right for ever. */
  tariffOf: "pickup" | "sale";
}

/** Signs and keeps a price that was worked out. Throws DomainError("busy") where its tariff rules no more. */
export async function freezeQuote(
  deps: QuoteTripDeps,
  priced: PricedTrip,
  terms: FreezeTerms,
): Promise<Quote> {
  const quote = await keptQuote(deps, priced, terms);
  if (quote === null) throw new DomainError("busy");
  return quote;
}

/** Null where the tariff of the price does not rule its pickup any more. */
async function keptQuote(
  deps: QuoteTripDeps,
  priced: PricedTrip,
  terms: FreezeTerms,
): Promise<Quote | null> {
  const { sender = "" } = deps;
  const quote = await signedQuote(deps, priced, terms);
  const standing = (isAgain: boolean) => editionOf(deps, priced, isAgain);
  const isKept = terms.tariffOf === "sale"
    ? await deps.quotes.put(quote, { sender })
    : await deps.quotes.put(quote, { sender, standing });
  return isKept ? quote : null;
}

/** The edition in which the tariff of a price rules its pickup; null where none does so any more. */
async function editionOf(
  { tariffs }: Pick<QuoteTripDeps, "tariffs">,
  { trip, tariffVersion }: PricedTrip,
  isAgain: boolean,
): Promise<Edition | null> {
  if (isAgain) await tariffs.refresh();
  const { value, edition } = await tariffs.bookInForce();
  const { version } = tariffAt(value, Temporal.Instant.from(trip.pickup.instant));
  return version === tariffVersion ? edition : null;
}

async function signedQuote(
  deps: QuoteTripDeps,
  priced: PricedTrip,
  { now, reschedules }: FreezeTerms,
): Promise<Quote> {
  return await signQuote(deps.quoteKey, {
    id: quoteId(ulid(now.epochMilliseconds, deps.randomBytes)),
    ...priced,
    timeZoneDataVersion: deps.timeZoneDataVersion,
    createdAt: now.toString(),
    expiresAt: quoteExpiry(now).toString(),
    reschedules,
  });
}

/** Read from the instant in Sweden: on a change night an hour is there twice, or not at all. */
function hourOf(pickup: Temporal.Instant): PickupHour {
  const local = pickup.toZonedDateTimeISO(HOME_ZONE);
  return {
    minuteOfDay: 60 * local.hour + local.minute,
    isWorkday: dayKind(local.toPlainDate()) === "weekday",
  };
}

/** What no car of ours can drive may still be arranged by telephone; the same place twice may not. */
function noRoute(reason: NoRouteReason): DomainError {
  const facts = reason === "same-point" ? {} : { phone: SUPPORT_PHONE };
  return new DomainError(`no-route-${reason}`, facts);
}

/** The way of a trip at the hour of its pickup. Throws `no-route-…` and GatewayError. */
export async function routeAt(
  { pricingCache }: Pick<PreviewTripDeps, "pricingCache">,
  { from, to, pickup }: Pick<TripRequest, "from" | "to" | "pickup">,
): Promise<Route> {
  const ends = { from: from.point, to: to.point };
  const answer = await pricingCache.route(ends.from, ends.to);
  if (!answer.ok) throw noRoute(answer.reason);
  const hour = hourOf(Temporal.Instant.from(pickup.instant));
  return inTraffic(quotedRoute(answer.route), ends, hour);
}

/** The fees of a day, or those in force. */
export async function feesOf(
  { clock, feeEditions }: Pick<PreviewTripDeps, "clock" | "feeEditions">,
  begunOn: string | null,
): Promise<FeeEdition> {
  return begunOn === null ? await feeEditions.at(clock.now()) : await feeEditions.begunOn(begunOn);
}

async function price(
  deps: PreviewTripDeps,
  request: TripRequest,
  feeEdition: string | null = null,
) {
  const now = deps.clock.now();
  const pickup = Temporal.Instant.from(request.pickup.instant);
  assertPickupWindow(pickup, now);
  const tariff = tariffAt(await deps.tariffs.book(), pickup);
  const classes = classesThatFit(tariff, request);

  const route = await routeAt(deps, request);
  const trip: TripRequest = { ...request, pickup: pickupTimeAt(pickup) };
  const [fares, fees] = await Promise.all([
    deps.pricingCache.fares({ tariff, trip, route, classes }),
    feesOf(deps, feeEdition),
  ]);
  const options = withFees(optionsAt(fares, now), fees, { tariff, trip });
  return { now, trip, route, options, tariffVersion: tariff.version };
}
