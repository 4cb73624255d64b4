// Whether people are turned away when there is too much to do, and when they ask too fast.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

const SWITCH = ["off", "on"] as const;

/** Settings of this room. */
export const resilienceSettings = {
  /** What it gives is measured by `deno task bench overload`. */
  shedding: setting<typeof SWITCH[number]>({
    variable: "AVANTI_SHEDDING",
    schema: z.string().pipe(z.enum(SWITCH)),
    absent: "on",
    readme: {
      default: "`on`",
      means:
        "`on`: at a rush who books comes in first, others are told to come back; `off`: all wait",
    },
  }),
  limits: setting<typeof SWITCH[number]>({
    variable: "AVANTI_LIMITS",
    schema: z.string().pipe(z.enum(SWITCH)),
    absent: "on",
    readme: {
      default: "`on`",
      means:
        "`on`: nobody asks faster than [docs/limits.md](docs/limits.md) says; `off`: for measuring",
    },
  }),
} as const;
