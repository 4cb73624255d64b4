// Codes of form errors are the names of their texts, so no code can lack one.
import type { fieldErrorsSv } from "./sv/field-errors.ts";

/** Every way a form field can need another look. */
export type FieldErrorCode = Exclude<keyof typeof fieldErrorsSv, "summary" | "other">;
