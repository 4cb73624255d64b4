// What is wrong with a field of a form; the texts are in the dictionaries under the same codes.
import type { FieldErrorCode } from "../i18n/field-error-code.ts";

/** A field that needs another look. */
export interface FieldError {
  field: string;
  code: FieldErrorCode;
  /** An instant the text mentions. */
  instant?: string;
}

/** A checked value, or what is wrong with it. */
export type Checked<Value, Wrong extends FieldError = FieldError> =
  | { ok: true; value: Value }
  | { ok: false; errors: Wrong[] };

/** What one typed text means, or the code of what is wrong with it. */
export type Reading<Value> = { ok: true; value: Value } | { ok: false; code: FieldErrorCode };
