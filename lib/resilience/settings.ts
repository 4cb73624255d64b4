// Whether people are turned away when there is too much to do.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

const SHEDDING = ["off", "on"] as const;

/** Settings of this room. */
export const resilienceSettings = {
  /** What it gives is measured by `deno task bench overload`. */
  shedding: setting<typeof SHEDDING[number]>({
    variable: "AVANTI_SHEDDING",
    schema: z.string().pipe(z.enum(SHEDDING)),
    absent: "on",
    readme: {
      default: "`on`",
      means:
        "`on`: at a rush who books comes in first, others are told to come back; `off`: all wait",
    },
  }),
} as const;
