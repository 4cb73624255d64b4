// What the start page knows besides the form: the days there are, the usual places, what cancelling costs.
import { cancellationRule } from "../../../booking/cancellation-rules.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { PlaceIndex } from "../../../places/place-index.ts";
import { popularPlaces } from "../../../places/popular-places.ts";
import { pickupChoices } from "../trip/pickup-choices.ts";

/** It at the moment of the request. */
export function homeData({ clock, places }: { clock: Clock; places: PlaceIndex }, locale: Locale) {
  const now = clock.now();
  return {
    choices: pickupChoices(now),
    popular: popularPlaces(places, locale),
    cancellation: cancellationRule(now.toString()),
  };
}
