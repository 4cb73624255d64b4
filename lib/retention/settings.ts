// What retention must be told of the company.
import { z } from "zod";
import type { FiscalYearEnd } from "../kernel/bookkeeping-time.ts";
import { setting } from "../kernel/settings.ts";

const yearEnd = z.string().regex(
  /^(?:01-31|02-28|03-31|04-30|05-31|06-30|07-31|08-31|09-30|10-31|11-30|12-31)$/,
  "not the last day of a month as 12-31",
);

/** Settings of this room. */
export const retentionSettings = {
  fiscalYearEnd: setting<FiscalYearEnd>({
    variable: "AVANTI_FISCAL_YEAR_END",
    schema: yearEnd,
    absent: "12-31",
    readme: {
      default: "`12-31`",
      means:
        "the last day of the fiscal year: bookkeeping is kept through the seventh year after the one it ends in",
    },
  }),
} as const;
