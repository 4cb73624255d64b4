// Which service knows real addresses.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

const geocoderKind = z.string().pipe(z.enum(["photon", "nominatim"]));

/** What a geocoder speaks. */
export type GeocoderKind = z.infer<typeof geocoderKind>;

/** Settings of this room. */
export const placesSettings = {
  geocoderUrl: setting<string | undefined>({
    variable: "AVANTI_GEOCODER_URL",
    schema: z.url({ protocol: /^https?$/ }),
    absent: undefined,
    readme: {
      default: "none",
      means:
        "a geocoder that knows house numbers all over Sweden; it is sent addresses that customers type",
    },
  }),
  geocoderKind: setting<GeocoderKind>({
    variable: "AVANTI_GEOCODER_KIND",
    schema: geocoderKind,
    absent: "photon",
    readme: {
      default: "`photon`",
      means: "what that service speaks: `photon` or `nominatim`",
    },
  }),
} as const;
