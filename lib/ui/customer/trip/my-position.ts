// Where the device is, as a place of ours: asked of the browser when somebody wants it, named by the server.
import type { Locale } from "../../../kernel/locale.ts";
import type { Place } from "../../../places/place.ts";
import { askPin } from "../ask-pin.ts";

/** The place, or why there is none. */
export type PositionAnswer =
  | { kind: "place"; place: Place }
  | { kind: "denied" | "unknown" | "outside" | "noRoad" | "offline" };

/** Longest waits for the device and for the server, in ms. */
const DEVICE_MS = 10_000;
const SERVER_MS = 5_000;
/** A position this old, in ms, is still where the person is. */
const MAX_AGE_MS = 60_000;

/** Asks the browser, which asks the person; then the server what is there. */
export async function myPosition(
  locale: Locale,
  device: Pick<Geolocation, "getCurrentPosition"> = navigator.geolocation,
  send?: typeof fetch,
): Promise<PositionAnswer> {
  const found = await positionOf(device);
  if (typeof found === "string") return { kind: found };
  const point = { lat: found.latitude, lng: found.longitude };
  const picked = await askPin(point, locale, AbortSignal.timeout(SERVER_MS), send);
  if (picked === null) return { kind: "offline" };
  if (picked.ok) return { kind: "place", place: picked.pin };
  return { kind: picked.reason === "abroad" ? "outside" : "noRoad" };
}

function positionOf(
  device: Pick<Geolocation, "getCurrentPosition">,
): Promise<GeolocationCoordinates | "denied" | "unknown"> {
  return new Promise((resolve) => {
    device.getCurrentPosition(
      ({ coords }) => resolve(coords),
      ({ code, PERMISSION_DENIED }) => resolve(code === PERMISSION_DENIED ? "denied" : "unknown"),
      { enableHighAccuracy: true, timeout: DEVICE_MS, maximumAge: MAX_AGE_MS },
    );
  });
}
