// What the contact form is filled with for who is signed in.
import type { Person } from "../../../accounts/person.ts";
import { shownPhoneNumber } from "../../../forms/phone-number.ts";
import { type ContactValues, EMPTY_CONTACT } from "./contact-values.ts";

/** What is known of who is signed in, for a form nobody has written in. */
export function contactOf(person: Pick<Person, "name" | "email" | "phone"> | null): ContactValues {
  if (person === null) return EMPTY_CONTACT;
  const { name, email, phone } = person;
  return { ...EMPTY_CONTACT, name, email, phone: phone === "" ? "" : shownPhoneNumber(phone) };
}
