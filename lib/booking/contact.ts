// Who travels and how to reach them: checked the same for the form and for the API.
import { z } from "zod";
import type { BookingDetails, Contact } from "./booking.ts";
import { VEHICLE_CLASSES } from "../fleet/vehicle.ts";
import { cleanLine, cleanText, isReadable } from "../forms/clean-text.ts";
import { readEmailAddress } from "../forms/email-address.ts";
import type { Checked, FieldError, Reading } from "../forms/field-error.ts";
import { readFlightNumber } from "../forms/flight-number.ts";
import { hasPersonalNumber } from "../forms/personal-number.ts";
import { readPhoneNumber } from "../forms/phone-number.ts";

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
    phone: z.string().max(1_000).transform(cleanText),
    email: z.string().max(1_000).transform(cleanText).default(""),
  }),
  flightNumber: z.string().max(1_000).transform(cleanText).default(""),
  note: z.string().max(10_000).transform(cleanText).default(""),
});

/** Checks what a customer may change later; it comes back clean, the phone number as E.164. */
export function checkDetails(input: BookingDetails): Checked<BookingDetails> {
  const phone = readPhoneNumber(input.phone);
  const errors: FieldError[] = [];
  if (!phone.ok) errors.push({ field: "phone", code: phone.code });
  const more = checkMore(input);
  if (!more.ok) errors.push(...more.errors);
  if (!phone.ok || !more.ok) return { ok: false, errors };
  return { ok: true, value: { phone: phone.value, ...more.value } };
}

/** Checks name, phone, e-mail, flight number and note; they come back clean, the phone number as E.164. */
export function checkContact(
  input: BookingDetails & { name: string; email: string },
): Checked<{ contact: Contact; flightNumber: string; note: string }> {
  const errors: FieldError[] = [];
  const name = cleanLine(input.name);
  const phone = readPhoneNumber(input.phone);
  const email = readOptional(input.email, readEmailAddress);
  if (!isReadable(name)) errors.push({ field: "name", code: "nameMissing" });
  else if (name.length > MAX_NAME) errors.push({ field: "name", code: "nameTooLong" });
  else if (hasPersonalNumber(name)) errors.push({ field: "name", code: "personalNumber" });
  if (!phone.ok) errors.push({ field: "phone", code: phone.code });
  if (!email.ok) errors.push({ field: "email", code: email.code });
  const more = checkMore(input);
  if (!more.ok) errors.push(...more.errors);
  if (errors.length > 0 || !phone.ok || !email.ok || !more.ok) return { ok: false, errors };
  const contact = { name, phone: phone.value, email: email.value };
  return { ok: true, value: { contact, ...more.value } };
}

/** Checks what nobody has to give. */
function checkMore(
  input: Pick<BookingDetails, "flightNumber" | "note">,
): Checked<Pick<BookingDetails, "flightNumber" | "note">> {
  const errors: FieldError[] = [];
  const flightNumber = readOptional(input.flightNumber, readFlightNumber);
  const note = cleanText(input.note);
  if (!flightNumber.ok) errors.push({ field: "flightNumber", code: flightNumber.code });
  if (note.length > MAX_NOTE) errors.push({ field: "note", code: "noteTooLong" });
  else if (hasPersonalNumber(note)) errors.push({ field: "note", code: "personalNumber" });
  if (errors.length > 0 || !flightNumber.ok) return { ok: false, errors };
  return { ok: true, value: { flightNumber: flightNumber.value, note } };
}

function readOptional(typed: string, read: (typed: string) => Reading<string>): Reading<string> {
  return cleanLine(typed) === "" ? { ok: true, value: "" } : read(typed);
}
