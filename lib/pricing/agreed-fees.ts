// What cancelling and not coming cost, agreed with the price: the fee matrix of the day, as it is for each class.
import type { FeeEdition } from "../fees/fee-matrix.ts";
import { termsFor } from "../fees/fee-rules.ts";
import { SHIPPED_EDITION } from "../fees/fee-terms.ts";
import { timeOf } from "../kernel/wall-time.ts";
import type { TripRequest } from "../trip/trip.ts";
import type { QuoteOption } from "./quote.ts";
import type { Tariff } from "./tariff.ts";
import { zonesAt } from "./zone-rules.ts";

/** The options with the terms of an edition; as they are when it is the one that ships, which they mean without words. */
export function withFees(
  options: readonly QuoteOption[],
  edition: FeeEdition,
  { tariff, trip: { from, pickup } }: {
    tariff: Pick<Tariff, "zones">;
    trip: Pick<TripRequest, "from" | "pickup">;
  },
): QuoteOption[] {
  if (edition.bookedFrom === SHIPPED_EDITION.bookedFrom) return [...options];
  const place = { from, zoneIds: zonesAt(tariff.zones, from.point) };
  return options.map((option) => {
    const ride = { ...place, ...option, clockTime: timeOf(pickup.wallTime) };
    return { ...option, terms: termsFor(edition, ride) };
  });
}
