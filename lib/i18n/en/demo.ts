// English: what the tariffs of a new installation call their zones and surcharges.
import type { demoSv } from "../sv/demo.ts";

/** Names in the demo tariffs; an operator's own tariff brings its own. */
export const demoEn: typeof demoSv = {
  zones: {
    landvetter: "Landvetter Airport",
    "goteborg-centrum": "city centre",
    molndal: "Mölndal",
    boras: "Borås",
  },
  surcharges: {
    morning: "Morning surcharge",
    night: "Night surcharge",
    weekend: "Weekend surcharge",
    "major-holiday": "Major holiday surcharge",
  },
};
