// Who travels and how to reach them: checked the same for the form and for the API.
import { z } from "zod";
import type { Contact } from "./booking.ts";
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import { cleanText } from "../forms/clean-text.ts";
import type { Checked, FieldError } from "../forms/field-error.ts";

/** Longest name, in characters. */
export const MAX_NAME = 80;
/** Longest note to the driver, in characters. */
export const MAX_NOTE = 500;

/** What a client sends to buy a quote. */
export const bookingInput = z.object({
  quoteId: z.string().max(64),
  vehicleClass: z.enum(VEHICLE_CLASSES),
  contact: z.object({
    name: z.string().max(1_000).transform(cleanText),
    phone: z.string().max(100).transform(cleanText),
    email: z.string().max(1_000).transform(cleanText).default(""),
  }),
  note: z.string().max(10_000).transform(cleanText).default(""),
});

/** Checks name, phone, e-mail and note; the phone number comes back as E.164. */
export function checkContact(
  input: { name: string; phone: string; email: string; note: string },
): Checked<{ contact: Contact; note: string }> {
  const errors: FieldError[] = [];
  const name = cleanText(input.name).replaceAll("\n", " ");
  const phone = phoneNumber(input.phone);
  const email = cleanText(input.email);
  const note = cleanText(input.note);
  if (name === "") errors.push({ field: "name", code: "nameMissing" });
  else if (name.length > MAX_NAME) errors.push({ field: "name", code: "nameTooLong" });
  if (input.phone.trim() === "") errors.push({ field: "phone", code: "phoneMissing" });
  else if (phone === null) errors.push({ field: "phone", code: "phoneInvalid" });
  if (email !== "" && !isEmail(email)) errors.push({ field: "email", code: "emailInvalid" });
  if (note.length > MAX_NOTE) errors.push({ field: "note", code: "noteTooLong" });
  if (errors.length > 0 || phone === null) return { ok: false, errors };
  return { ok: true, value: { contact: { name, phone, email }, note } };
}

/**
 * A phone number as E.164, or null. Numbers without country are Swedish: 070-123 45 67 → +46701234567.
 * ITU-T E.164 allows 15 digits; the shortest Swedish numbers have seven with their area.
 */
export function phoneNumber(text: string): string | null {
  const compact = cleanText(text).replace(/\(0\)/, "").replace(/[\s\-–./()]/g, "");
  const international = compact.replace(/^00/, "+").replace(/^0/, "+46");
  return /^\+[1-9]\d{6,14}$/.test(international) ? international : null;
}

/** Good enough to send to: one @, no spaces, a dot in the domain. RFC 5321 limits the length to 254. */
function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>"]{1,64}@[^\s@<>".]+(?:\.[^\s@<>".]+)+$/.test(text);
}
