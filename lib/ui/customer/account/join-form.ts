// What was typed to ask for a code, an account, or the way back, checked as far as nobody has to be asked for.
import { type Reach, readReach } from "../../../accounts/reach.ts";
import { passwordProblem } from "../../../accounts/password-rules.ts";
import { MAX_NAME } from "../../../booking/contact.ts";
import { cleanLine, isReadable } from "../../../forms/clean-text.ts";
import type { Checked, FieldError } from "../../../forms/field-error.ts";

/** Longest text given back in a field, in characters. */
const MAX_ECHO = 254;

/** The form of a code, an account, or a recovery. A password is never given back. */
export interface JoinForm {
  reach: string;
  name: string;
  /** Where the person wanted to go; looked at before it is followed. */
  next: string;
  errors: readonly FieldError[];
  /** Minutes until there is another try; null while there is one. */
  waitMinutes: number | null;
}

/** A form nobody has written in. */
export const EMPTY_JOIN: JoinForm = {
  ...{ reach: "", name: "", next: "", errors: [], waitMinutes: null },
};

/** What was typed, as the page shows it again. */
export function typedJoin(fields: ReadonlyMap<string, string>): JoinForm {
  const text = (name: string) => cleanLine((fields.get(name) ?? "").slice(0, MAX_ECHO));
  return {
    ...EMPTY_JOIN,
    reach: text("reach"),
    name: text("name"),
    next: fields.get("next") ?? "",
  };
}

/** Checks where a code or a link goes. */
export function checkReach(form: JoinForm): Checked<Reach> {
  const read = readReach(form.reach);
  return read.ok
    ? { ok: true, value: read.value }
    : { ok: false, errors: [{ field: "reach", code: read.code }] };
}

/** Checks what somebody writes for an account; the password may be "". */
export function checkRegistration(
  form: JoinForm,
  password: string,
): Checked<{ reach: Reach; name: string; password: string }> {
  const errors: FieldError[] = [];
  if (!isReadable(form.name)) errors.push({ field: "name", code: "personNameMissing" });
  else if (form.name.length > MAX_NAME) errors.push({ field: "name", code: "nameTooLong" });
  const reach = checkReach(form);
  if (!reach.ok) errors.push(...reach.errors);
  const known = [form.name, form.reach];
  const problem = password === "" ? null : passwordProblem(password, {
    ...{ hasSecondFactor: false, known },
  });
  if (problem !== null) errors.push({ field: "password", code: problem });
  return errors.length === 0 && reach.ok
    ? { ok: true, value: { reach: reach.value, name: form.name, password } }
    : { ok: false, errors };
}
