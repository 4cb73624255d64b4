// What was typed to sign in, checked as far as nobody has to be asked for.
import { MAX_PASSWORD } from "../../../accounts/password.ts";
import { cleanLine } from "../../../forms/clean-text.ts";
import { readEmailAddress } from "../../../forms/email-address.ts";
import type { FieldError } from "../../../forms/field-error.ts";

/** Longest text given back in a field, in characters. */
const MAX_ECHO = 254;

/** The form of address and password. The password is never given back. */
export interface SignInForm {
  email: string;
  /** Where the person wanted to go; looked at before it is followed. */
  next: string;
  errors: readonly FieldError[];
  /** Minutes until there is another try; null while there is one. */
  waitMinutes: number | null;
}

/** A form nobody has written in. */
export const EMPTY_SIGN_IN: SignInForm = { email: "", next: "", errors: [], waitMinutes: null };

/** Reads the fields of a sign-in. */
export function checkSignIn(
  fields: ReadonlyMap<string, string>,
): { form: SignInForm; password: string } {
  const errors: FieldError[] = [];
  const typed = (fields.get("email") ?? "").slice(0, MAX_ECHO);
  const email = readEmailAddress(typed);
  const password = fields.get("password") ?? "";
  if (!email.ok) errors.push({ field: "email", code: email.code });
  if (password === "") errors.push({ field: "password", code: "passwordMissing" });
  else if (password.length > MAX_PASSWORD) {
    errors.push({ field: "password", code: "passwordTooLong" });
  }
  const shown = email.ok ? email.value : cleanLine(typed);
  const next = fields.get("next") ?? "";
  return { form: { email: shown, next, errors, waitMinutes: null }, password };
}

/** The form of the second factor. */
export interface CodeForm {
  code: string;
  next: string;
  errors: readonly FieldError[];
  waitMinutes: number | null;
  /** True when the first factor has to be shown again. */
  isOver: boolean;
}

/** A form nobody has written in. */
export const EMPTY_CODE: CodeForm = {
  code: "",
  next: "",
  errors: [],
  waitMinutes: null,
  isOver: false,
};

/** Longest code with every space and hyphen somebody may put in. */
const MAX_CODE = 40;

/** Reads the fields of a second factor. */
export function checkCode(fields: ReadonlyMap<string, string>): CodeForm {
  const code = cleanLine((fields.get("code") ?? "").slice(0, MAX_CODE));
  const errors: FieldError[] = code === "" ? [{ field: "code", code: "codeMissing" }] : [];
  return { ...EMPTY_CODE, code, next: fields.get("next") ?? "", errors };
}
