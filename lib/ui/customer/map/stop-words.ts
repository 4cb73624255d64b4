// What is said of a pin on the map: where the car stops for it, or why it cannot.
import { formatDistance } from "../../../i18n/format.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Point } from "../../../places/place.ts";
import type { PickedStop, PinRefusal } from "../../../trip/pick-stop.ts";

/** The sentences, with `{street}`, `{meters}`, `{distance}` and `{place}` to be put in. */
export type StopTexts =
  & Record<
    "stopAtPin" | "stopOn" | "stopOff" | "stopOffUnnamed" | "stopUnknown" | "stopFrom",
    string
  >
  & Record<"pinRefused", Readonly<Record<PinRefusal, string>>>;

/** A car that stops nearer than this stands at the pin. */
const AT_PIN_METERS = 15;

/** One plain sentence about a pin. */
export function stopWords(texts: StopTexts, picked: PickedStop, locale: Locale): string {
  if (!picked.ok) return texts.pinRefused[picked.reason];
  const { near, stop } = picked;
  if (stop === null) {
    const from = near &&
      texts.stopFrom.replace("{distance}", formatDistance(locale, near.meters))
        .replace("{place}", near.name);
    return [from, texts.stopUnknown].filter(Boolean).join(" ");
  }
  const isAtPin = stop.meters < AT_PIN_METERS;
  const text = stop.street === ""
    ? (isAtPin ? texts.stopAtPin : texts.stopOffUnnamed)
    : (isAtPin ? texts.stopOn : texts.stopOff);
  return text.replace("{street}", stop.street).replace("{meters}", String(rounded(stop.meters)));
}

/** Tens of metres: the pin stands no better than that. */
function rounded(meters: number): number {
  return Math.round(meters / 10) * 10;
}

/** The point of a pin's id in a form, or null. */
export function pointOfPin(placeId: string): Point | null {
  const [, lat, lng] = /^pin:(-?\d+\.\d+),(-?\d+\.\d+)$/.exec(placeId) ?? [];
  return lat === undefined || lng === undefined ? null : { lat: Number(lat), lng: Number(lng) };
}
