// Whoever runs the server says who they are: from then on they are an admin with a name.
import { cleanLine, isReadable } from "../forms/clean-text.ts";
import { readEmailAddress } from "../forms/email-address.ts";
import type { Checked, FieldError } from "../forms/field-error.ts";
import type { Locale } from "../kernel/locale.ts";

/** Longest name, in characters. */
export const MAX_PERSON_NAME = 100;

/** Who comes in by a link that names nobody. */
export interface ServerKeeper {
  name: string;
  /** As `readEmailAddress` gives it. */
  email: string;
  locale: Locale;
}

/** Checks what was typed. */
export function checkKeeper(
  typed: { name: string; email: string },
  locale: Locale,
): Checked<ServerKeeper> {
  const errors: FieldError[] = [];
  const name = cleanLine(typed.name);
  const email = readEmailAddress(typed.email);
  if (!isReadable(name)) errors.push({ field: "name", code: "personNameMissing" });
  else if (name.length > MAX_PERSON_NAME) errors.push({ field: "name", code: "nameTooLong" });
  if (!email.ok) errors.push({ field: "email", code: email.code });
  return errors.length === 0 && email.ok
    ? { ok: true, value: { name, email: email.value, locale } }
    : { ok: false, errors };
}
