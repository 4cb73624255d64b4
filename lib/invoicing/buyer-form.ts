// The fields a buyer is told in, checked: the same for whoever books and for who books for them.
import { cleanLine } from "../forms/clean-text.ts";
import { readEmailAddress } from "../forms/email-address.ts";
import type { Checked, FieldError } from "../forms/field-error.ts";
import { isPersonal, readOrganisationNumber } from "../forms/organisation-number.ts";
import { hasPersonalNumber } from "../forms/personal-number.ts";
import type { InvoiceFor } from "./settings.ts";
import { BUYER_KINDS, type BuyerKind, type InvoiceBuyer } from "./buyer.ts";

/** Names of the fields. */
export const BUYER_FIELDS = [
  ...["buyerKind", "buyerName", "organisationNumber", "street", "postcode", "city"],
  ...["buyerReference", "buyerEmail", "peppolId", "collected"],
] as const;

/** What was typed, by the names of the fields. */
export type BuyerValues = Record<typeof BUYER_FIELDS[number], string>;

/** Longest name, street, city and reference, in characters. */
const MAX_LINE = 80;

/** The values of a form that was sent; without one, an empty form for a firm. */
export function buyerValues(fields: ReadonlyMap<string, string>): BuyerValues {
  const text = (name: string) => (fields.get(name) ?? "").slice(0, 500);
  return {
    ...{ buyerKind: text("buyerKind") || "firm", buyerName: text("buyerName") },
    ...{ organisationNumber: text("organisationNumber"), street: text("street") },
    ...{ postcode: text("postcode"), city: text("city"), buyerReference: text("buyerReference") },
    ...{ buyerEmail: text("buyerEmail"), peppolId: text("peppolId") },
    collected: text("collected"),
  };
}

/** Checks them; texts come back clean, numbers as they are stored. A kind nobody is offered is a firm. */
export function checkBuyer(values: BuyerValues, offered: InvoiceFor): Checked<InvoiceBuyer> {
  const errors: FieldError[] = [];
  const kind = kindOf(values, offered);
  const isFirm = kind === "firm";
  const line = (field: keyof BuyerValues, missing: FieldError["code"]) => {
    const text = cleanLine(values[field]);
    if (text === "" || text.length > MAX_LINE) errors.push({ field, code: missing });
    else if (hasPersonalNumber(text)) errors.push({ field, code: "personalNumber" });
    return text;
  };
  const name = line("buyerName", "buyerNameMissing");
  const number = isFirm ? readOrganisationNumber(values.organisationNumber) : null;
  if (number !== null && !number.ok) {
    errors.push({ field: "organisationNumber", code: number.code });
  } else if (number !== null && isPersonal(number.value)) {
    errors.push({ field: "organisationNumber", code: "organisationNumberPersonal" });
  }
  const street = line("street", "streetMissing");
  const postcode = cleanLine(values.postcode).replace(/\s/g, "");
  if (!/^[1-9]\d{4}$/.test(postcode)) errors.push({ field: "postcode", code: "postcode" });
  const city = line("city", "cityMissing");
  const reference = cleanLine(values.buyerReference).slice(0, MAX_LINE);
  if (hasPersonalNumber(reference)) {
    errors.push({ field: "buyerReference", code: "personalNumber" });
  }
  const email = readEmailAddress(values.buyerEmail);
  if (!email.ok) errors.push({ field: "buyerEmail", code: email.code });
  const peppolId = isFirm ? cleanLine(values.peppolId).replace(/[\s-]/g, "") : "";
  if (!isPeppolId(peppolId)) errors.push({ field: "peppolId", code: "peppolId" });
  if (errors.length > 0 || !email.ok) return { ok: false, errors };
  return {
    ok: true,
    value: {
      ...{
        kind,
        name,
        organisationNumber: number?.ok ? number.value : "",
        street,
        city,
        reference,
      },
      postcode: `${postcode.slice(0, 3)} ${postcode.slice(3)}`,
      ...{ email: email.value, peppolId, isCollected: isFirm && values.collected === "yes" },
    },
  };
}

function kindOf({ buyerKind }: BuyerValues, offered: InvoiceFor): BuyerKind {
  if (offered !== "all") return "firm";
  return BUYER_KINDS.find((one) => one === buyerKind) ?? "firm";
}

/** Of Swedish buyers, which are found by their organisation number (ISO 6523, 0007); "" is none. */
function isPeppolId(text: string): boolean {
  if (text === "") return true;
  const [scheme, number = ""] = text.split(":");
  return scheme === "0007" && /^\d{10}$/.test(number) && readOrganisationNumber(number).ok;
}
