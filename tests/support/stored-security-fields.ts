// Every field of what is stored of keys, with the version that brought it.
import type { KekRow } from "../../lib/security/keys.ts";
import type { Fields } from "./stored-fields.ts";

/** A version of the key-encryption key. */
export const KEK_FIELDS: Fields<KekRow> = { check: 1, firstUsedAt: 1, uses: 1, retiredAt: 1 };
