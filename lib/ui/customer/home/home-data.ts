// What the start page knows besides the form: the days there are, the usual places, what cancelling costs.
import type { FeeEditionStore } from "../../../fees/fee-edition-store.ts";
import { plainSummary } from "../../../fees/fee-rules.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { PlaceIndex } from "../../../places/place-index.ts";
import { popularPlaces } from "../../../places/popular-places.ts";
import { pickupChoices } from "../trip/pickup-choices.ts";

/** It at the moment of the request. */
export async function homeData(
  { clock, places, feeEditions }: {
    clock: Clock;
    places: PlaceIndex;
    feeEditions: Pick<FeeEditionStore, "toShow">;
  },
  locale: Locale,
) {
  const now = clock.now();
  return {
    choices: pickupChoices(now),
    popular: popularPlaces(places, locale),
    cancellation: plainSummary(await feeEditions.toShow(now)),
  };
}
