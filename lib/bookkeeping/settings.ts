// What bookkeeping must be told of the company.
import { z } from "zod";
import { readOrganisationNumber } from "../forms/organisation-number.ts";
import { setting } from "../kernel/settings.ts";

const MAX_NAME_LENGTH = 100;

const name = z.string().trim().min(1).max(MAX_NAME_LENGTH)
  .refine((text) => URL.parse(text) === null, "an address, not a name");

const number = z.string().transform((text, context) => {
  const reading = readOrganisationNumber(text);
  if (reading.ok) return reading.value;
  context.addIssue({ code: "custom", message: "not an organisation number" });
  return z.NEVER;
});

/** Settings of this room. */
export const bookkeepingSettings = {
  companyName: setting({
    variable: "AVANTI_COMPANY",
    schema: name,
    absent: "Avanti",
    readme: {
      default: "`Avanti`",
      means: "the company whose books are kept, as it stands on documents",
    },
  }),
  companyNumber: setting({
    variable: "AVANTI_COMPANY_NUMBER",
    schema: number,
    absent: "",
    readme: {
      default: "none",
      means:
        "its organisation number; a permit holder with the same one is the company, every other has books of its own",
    },
  }),
} as const;
