// The geocoder the settings ask for.
import type { Logger } from "../kernel/log.ts";
import { createGeocoder, type Geocoder, NO_GEOCODER } from "../places/geocoder/geocoder.ts";
import { askNominatim, NOMINATIM_EVERY_MS } from "../places/geocoder/nominatim-gateway.ts";
import { askPhoton } from "../places/geocoder/photon-gateway.ts";
import { loadSweden } from "../places/sweden.ts";
import { Dependencies } from "../resilience/dependencies.ts";
import { productRecovery } from "../resilience/operations.ts";
import { spaceOut, type SpacingOptions } from "../resilience/spacing.ts";
import type { Config } from "./settings.ts";

/** How long a question may wait for its turn at a service with a pace; a form waits for it. */
const MAX_WAIT_MS = 1_500;

const MACHINE_TIME = {
  now: () => performance.now(),
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};

/** None without an address; else left alone after a failure, and asked at the pace it wants. */
export function makeGeocoder(
  config: Pick<Config, "geocoderUrl" | "geocoderKind" | "origin">,
  log: Logger,
  dependencies = new Dependencies({ log }),
  timing: Pick<SpacingOptions, "now" | "wait"> = MACHINE_TIME,
  recovery = productRecovery(),
): Geocoder {
  const { geocoderUrl: baseUrl, geocoderKind: kind } = config;
  if (baseUrl === undefined) return NO_GEOCODER;
  const userAgent = `Avanti (+${config.origin})`;
  // A second try would come sooner than a service with a pace wants to be asked.
  const mayRetry = kind === "photon";
  const { ask: askOutside } = dependencies.open({ name: "geocoder", label: "Geocoder", mayRetry });
  const options = { baseUrl, ask: askOutside, userAgent, sweden: loadSweden() };
  const ask = kind === "photon" ? askPhoton(options) : spaceOut(askNominatim(options), {
    ...{ everyMs: NOMINATIM_EVERY_MS, maxWaitMs: MAX_WAIT_MS, ...timing },
  });
  return createGeocoder(
    ask,
    kind === "photon",
    (error) => log.warn("geocoder failed", { retriable: error.retriable, error }),
    recovery,
  );
}
