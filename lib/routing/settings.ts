// Which service finds routes.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

/** Settings of this room. */
export const routingSettings = {
  osrmUrl: setting<string | undefined>({
    variable: "AVANTI_OSRM_URL",
    schema: z.url({ protocol: /^https?$/ }),
    absent: undefined,
    readme: {
      default: "none",
      means:
        "an OSRM service that finds the routes; without it Göteborg's own roads and an estimate",
    },
  }),
} as const;
