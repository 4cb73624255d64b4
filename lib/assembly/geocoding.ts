// The geocoder the settings ask for.
import type { Logger } from "../kernel/log.ts";
import { createGeocoder, type Geocoder, NO_GEOCODER } from "../places/geocoder/geocoder.ts";
import { rememberAddresses } from "../places/geocoder/geocoder-memory.ts";
import { askNominatim, NOMINATIM_EVERY_MS } from "../places/geocoder/nominatim-gateway.ts";
import { askPhoton } from "../places/geocoder/photon-gateway.ts";
import { loadSweden } from "../places/sweden.ts";
import { pauseAfterFailure } from "../resilience/pause.ts";
import { spaceOut } from "../resilience/spacing.ts";
import type { Config } from "./settings.ts";

/** How long a question may wait for its turn at a service with a pace; a form waits for it. */
const MAX_WAIT_MS = 1_500;

/** None without an address; else remembered, left alone after a failure, and asked at the pace it wants. */
export function makeGeocoder(
  config: Pick<Config, "geocoderUrl" | "geocoderKind" | "origin">,
  log: Logger,
): Geocoder {
  const { geocoderUrl: baseUrl, geocoderKind: kind } = config;
  if (baseUrl === undefined) return NO_GEOCODER;
  const now = () => performance.now();
  const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const userAgent = `Avanti (+${config.origin})`;
  const options = { baseUrl, fetch, userAgent, sweden: loadSweden() };
  const ask = kind === "photon" ? askPhoton(options) : spaceOut(askNominatim(options), {
    ...{ everyMs: NOMINATIM_EVERY_MS, maxWaitMs: MAX_WAIT_MS, now, wait },
  });
  return createGeocoder(
    rememberAddresses(pauseAfterFailure(ask, now), now),
    kind === "photon",
    (error) => log.warn("geocoder failed", { retriable: error.retriable, error }),
  );
}
