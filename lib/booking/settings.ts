// How much one customer may hold, and for how long without paying.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

const MAX_HELD = 1_000;
const held = z.string().regex(/^(?:off|\d{1,4})$/, "not a number, nor `off`")
  .transform((text) => text === "off" ? null : Number(text))
  .refine((most) => most === null || (most >= 1 && most <= MAX_HELD), `not 1 to ${MAX_HELD}`);

/** A bank's own page takes minutes; a car that is held for an hour is missing elsewhere. */
const LEAST_HOLD_MINUTES = 5;
const MOST_HOLD_MINUTES = 60;

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
  paymentHoldMinutes: setting<number>({
    variable: "AVANTI_PAYMENT_HOLD_MINUTES",
    schema: z.string().regex(/^\d{1,2}$/, "not a number of minutes").transform(Number)
      .refine(
        (minutes) => minutes >= LEAST_HOLD_MINUTES && minutes <= MOST_HOLD_MINUTES,
        `not ${LEAST_HOLD_MINUTES} to ${MOST_HOLD_MINUTES}`,
      ),
    absent: 15,
    readme: {
      default: "`15`",
      means: "how long a car is held for a customer who is paying, in minutes, 5 to 60",
    },
  }),
} as const;
