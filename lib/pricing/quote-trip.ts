// Use case: a binding, signed price for a trip.
import type { Clock } from "../clock.ts";
import type { RandomBytes } from "../ids.ts";
import type { RoutingEngine } from "../routing/route.ts";
import type { QuoteStore } from "./quote-store.ts";
import type { TariffStore } from "./tariff-store.ts";
import { DomainError } from "../errors/domain-error.ts";
import { ulid } from "../ids.ts";
import { pickupTimeAt } from "../wall-time.ts";
import { type Quote, quoteId, type TripRequest } from "./quote.ts";
import { assertPickupWindow, buildOptions, classesThatFit, quoteExpiry } from "./quote-rules.ts";
import { signQuote } from "./quote-signature.ts";
import { tariffAt } from "./tariff-rules.ts";

/** What quoting needs. */
export interface QuoteTripDeps {
  clock: Clock;
  routing: RoutingEngine;
  tariffs: Pick<TariffStore, "list">;
  quotes: Pick<QuoteStore, "put">;
  /** From `importQuoteKey`. */
  quoteKey: CryptoKey;
  randomBytes: RandomBytes;
  /** For example `2026b`. */
  timeZoneDataVersion: string;
}

/**
 * Quotes a trip in every class that fits and keeps the quote, öre incl. VAT. The pickup instant decides the
 * price; its wall time is read from the instant again, so that what is shown and what is priced agree.
 * Throws DomainError `pickup-too-soon`, `pickup-too-late`, `no-tariff`, `no-class-fits` or `no-route-…`,
 * and GatewayError when the routing service fails.
 */
export async function quoteTrip(
  deps: QuoteTripDeps,
  request: TripRequest,
  { reschedules = null }: { reschedules?: string | null } = {},
): Promise<Quote> {
  const now = deps.clock.now();
  const pickup = Temporal.Instant.from(request.pickup.instant);
  assertPickupWindow(pickup, now);
  const tariff = tariffAt(await deps.tariffs.list(), pickup);
  const classes = classesThatFit(tariff, request);

  const answer = await deps.routing.route(request.from.point, request.to.point);
  if (!answer.ok) throw new DomainError(`no-route-${answer.reason}`);

  const trip: TripRequest = { ...request, pickup: pickupTimeAt(pickup) };
  const quote = await signQuote(deps.quoteKey, {
    id: quoteId(ulid(now.epochMilliseconds, deps.randomBytes)),
    trip,
    route: answer.route,
    options: buildOptions({ tariff, trip, route: answer.route, classes, now }),
    tariffVersion: tariff.version,
    timeZoneDataVersion: deps.timeZoneDataVersion,
    createdAt: now.toString(),
    expiresAt: quoteExpiry(now).toString(),
    reschedules,
  });
  await deps.quotes.put(quote);
  return quote;
}
