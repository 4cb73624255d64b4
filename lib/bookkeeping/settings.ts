// What bookkeeping must be told of the company.
import { z } from "zod";
import { readOrganisationNumber } from "../forms/organisation-number.ts";
import type { PostalAddress } from "./documents/document.ts";
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

/** `Stampgatan 20, 411 01 Göteborg`. */
const ADDRESS = /^(?<street>[^,]{2,60}), (?<postcode>\d{3} \d{2}) (?<city>[^,]{2,40})$/;

const address = z.string().transform((text, context): PostalAddress => {
  const { street, postcode, city } = ADDRESS.exec(text.trim())?.groups ?? {};
  if (street !== undefined && postcode !== undefined && city !== undefined) {
    return { street, postcode, city };
  }
  context.addIssue({ code: "custom", message: "not an address: Stampgatan 20, 411 01 Göteborg" });
  return z.NEVER;
});

const bankgiro = z.string().regex(/^\d{3,4}-\d{4}$/, "not a bankgiro: 5050-1055");

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
  companyAddress: setting<PostalAddress | null>({
    variable: "AVANTI_COMPANY_ADDRESS",
    schema: address,
    absent: null,
    readme: {
      default: "none",
      means:
        "its address on documents, also for those who drive for it: `Stampgatan 20, 411 01 Göteborg`",
    },
  }),
  bankgiro: setting({
    variable: "AVANTI_BANKGIRO",
    schema: bankgiro,
    absent: "",
    readme: { default: "none", means: "where invoices are paid to: `5050-1055`" },
  }),
} as const;
