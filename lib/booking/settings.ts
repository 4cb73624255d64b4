// How much one customer may hold.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

const MAX_HELD = 1_000;
const held = z.string().regex(/^(?:off|\d{1,4})$/, "not a number, nor `off`")
  .transform((text) => text === "off" ? null : Number(text))
  .refine((most) => most === null || (most >= 1 && most <= MAX_HELD), `not 1 to ${MAX_HELD}`);

/** Settings of this room. */
export const bookingSettings = {
  mostBookingsHeld: setting<number | null>({
    variable: "AVANTI_BOOKINGS_HELD",
    schema: held,
    absent: 5,
    readme: {
      default: "`5`",
      means:
        "how many bookings that have not begun one number or person may hold; `off`: any number",
    },
  }),
} as const;
