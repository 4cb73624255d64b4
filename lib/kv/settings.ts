// Where the database is.
import { z } from "zod";
import { setting } from "../kernel/settings.ts";

/** Settings of this room. */
export const kvSettings = {
  database: setting({
    variable: "AVANTI_DATABASE",
    schema: z.string(),
    absent: "data/avanti.sqlite",
    readme: {
      default: "`data/avanti.sqlite`",
      means: "a file, `:memory:`, or a KV Connect URL",
    },
  }),
} as const;
