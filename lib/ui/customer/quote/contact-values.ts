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
