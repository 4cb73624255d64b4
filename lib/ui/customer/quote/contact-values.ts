// The contact part of the booking form, as text.

/** What stands in the fields. */
export interface ContactValues {
  name: string;
  phone: string;
  email: string;
  flightNumber: string;
  note: string;
}

/** A form nobody has written in. */
export const EMPTY_CONTACT: ContactValues = {
  name: "",
  phone: "",
  email: "",
  flightNumber: "",
  note: "",
};

/** Longest text given back in a field, in characters: more than any field accepts. */
const MAX_ECHO = 1_000;

/** What a form on the way to a price carries for a person who has written their contact already, by field. */
export type KeptContact = Readonly<Record<string, string>>;

/** The contact and the chosen class of a sent form; nothing when it had none. Never put into a URL. */
export function keptContact(fields: ReadonlyMap<string, string>): KeptContact {
  if (!fields.has("name")) return {};
  return { ...submittedContact(fields), vehicleClass: fields.get("vehicleClass") ?? "" };
}

/** The fields as they were sent. */
export function submittedContact(fields: ReadonlyMap<string, string>): ContactValues {
  const text = (name: string) => (fields.get(name) ?? "").slice(0, MAX_ECHO);
  return {
    name: text("name"),
    phone: text("phone"),
    email: text("email"),
    flightNumber: text("flightNumber"),
    note: text("note"),
  };
}
