// Every field of what is stored of keys, with the version that brought it.
import type { KekRow, RotationRow } from "../../lib/security/keys.ts";
import type { Refusal } from "../../lib/security/refusal.ts";
import type { Fields } from "./stored-fields.ts";

/** A version of the key-encryption key. */
export const KEK_FIELDS: Fields<KekRow> = { check: 1, firstUsedAt: 1, uses: 1, retiredAt: 1 };

/** The newest rotation. */
export const ROTATION_FIELDS: Fields<RotationRow> = {
  ...{ to: 1, after: 1, looked: 1, rewrapped: 1, stuck: 1 },
  ...{ startedAt: 1, movedAt: 1, finishedAt: 1 },
};

/** That a limit refused somebody. */
export const REFUSAL_FIELDS: Fields<Refusal> = { at: 1, rule: 1, version: 1, counted: 1, most: 1 };
