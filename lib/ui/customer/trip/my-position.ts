// Where the device is, as a place of ours: asked of the browser when somebody wants it, named by the server.
import { paths } from "../../../kernel/paths.ts";
import type { Locale } from "../../../kernel/locale.ts";
import type { Place } from "../../../places/place.ts";

/** The place, or why there is none. */
export type PositionAnswer =
  | { kind: "place"; place: Place }
  | { kind: "denied" | "unknown" | "outside" | "offline" };

/** Longest waits for the device and for the server, in ms. */
const DEVICE_MS = 10_000;
const SERVER_MS = 5_000;
/** A position this old, in ms, is still where the person is. */
const MAX_AGE_MS = 60_000;

/** Asks the browser, which asks the person; then the server what is there. */
export async function myPosition(
  locale: Locale,
  device: Pick<Geolocation, "getCurrentPosition"> = navigator.geolocation,
  send: typeof fetch = (input, init) => fetch(input, init),
): Promise<PositionAnswer> {
  const found = await positionOf(device);
  if (typeof found === "string") return { kind: found };
  try {
    const response = await send(paths.api.pins({ locale }), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ lat: found.latitude, lng: found.longitude }),
      signal: AbortSignal.timeout(SERVER_MS),
    });
    if (response.status === 422) return { kind: "outside" };
    if (!response.ok) return { kind: "offline" };
    const { place } = await response.json() as { place: Place };
    return { kind: "place", place };
  } catch {
    return { kind: "offline" };
  }
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
