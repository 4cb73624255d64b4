// Browser-safe.
// What is wrong with a field of a form; the texts are in the dictionaries under the same codes.
import type { FieldErrorCode } from "../i18n/field-error-code.ts";
import type { Place } from "../places/place.ts";
import type { PickupTime } from "../wall-time.ts";

/** A field that needs another look. */
export interface FieldError {
  field: string;
  code: FieldErrorCode;
  /** Places to choose from when the words fit several. */
  places?: readonly Place[];
  /** Pickup times to choose from on a change night. */
  pickups?: readonly PickupTime[];
  /** An instant the text mentions. */
  instant?: string;
}

/** A checked value, or what is wrong with it. */
export type Checked<Value> = { ok: true; value: Value } | { ok: false; errors: FieldError[] };
