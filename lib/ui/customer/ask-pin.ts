// Asks the server what a point is called and where the car stops for it.
import type { Locale } from "../../kernel/locale.ts";
import { paths } from "../../kernel/paths.ts";
import type { Point } from "../../places/place.ts";
import type { PickedStop } from "../../trip/pick-stop.ts";

/** The pin with its stop and, for a map that shows `reachMeters`, the names around it; or why no car can come; null when the server cannot be asked. */
export async function askPin(
  { lat, lng, reachMeters }: Point & { reachMeters?: number | undefined },
  locale: Locale,
  signal: AbortSignal,
  send: typeof fetch = (input, init) => fetch(input, init),
): Promise<PickedStop | null> {
  try {
    const response = await send(paths.api.pins({ locale }), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({
        lat: Number(lat.toFixed(5)),
        lng: Number(lng.toFixed(5)),
        reachMeters,
      }),
      signal,
    });
    if (response.status === 422) return { ok: false, reason: "abroad" };
    if (!response.ok) return null;
    const picked: PickedStop = await response.json();
    return picked;
  } catch {
    // Without an answer a pin can be used all the same: it is looked up when the form is sent.
    return null;
  }
}
