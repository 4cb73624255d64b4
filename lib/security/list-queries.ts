// The list queries of keys and erasures: which index each walks, how far, and for whom.
import { type ListQuery, walkQuery } from "../kv/list-query.ts";
import { securityKeys } from "./keys.ts";
import { LOOKED_AT } from "./blank-rows.ts";
import { MOST_ROWS } from "./claim-keys.ts";
import { MAX_REFUSALS } from "./refusals.ts";
import { MOST_ERASURES } from "./keep-ledger.ts";
import { MOST_SUBJECTS, ROWS_LOOKED_AT } from "./replay-erasures.ts";
import { MOST_COUNTED } from "./rotation-progress.ts";
import { LOOK_ROWS, MOST_VERSIONS, ROTATED_A_COMMIT } from "./rotate-keys.ts";

/** The queries. */
export const securityQueries: readonly ListQuery[] = [
  walkQuery({
    name: "key versions at the start",
    at: "lib/security/claim-keys.ts claimKeys",
    walks: securityKeys.keyEncryptionKey,
    by: "",
    order: "up",
    most: MOST_ROWS,
    asks: "the start of a process",
  }),
  walkQuery({
    name: "key versions",
    at: "lib/security/rotate-keys.ts formerVersions",
    walks: securityKeys.keyEncryptionKey,
    by: "",
    order: "up",
    most: MOST_VERSIONS,
    asks: "the rotation of keys",
  }),
  walkQuery({
    name: "keys to rotate",
    at: "lib/security/rotate-keys.ts moveSome",
    walks: securityKeys.subjectKey,
    by: "a position",
    order: "up",
    most: ROTATED_A_COMMIT,
    asks: "the rotation of keys",
  }),
  walkQuery({
    name: "keys of a former version",
    at: "lib/security/rotate-keys.ts isFormerNamed",
    walks: securityKeys.subjectKey,
    by: "a position",
    order: "up",
    most: LOOK_ROWS,
    asks: "the rotation of keys",
  }),
  {
    name: "erasures counted",
    at: "lib/security/rotation-progress.ts countErasures",
    walks: securityKeys.erasureLedger,
    by: "",
    order: "up",
    most: MOST_COUNTED,
    asks: "the page of keys",
  },
  {
    name: "keys left to rotate",
    at: "lib/security/rotation-progress.ts keysAfter",
    walks: securityKeys.subjectKey,
    by: "a position",
    order: "up",
    most: MOST_COUNTED,
    asks: "the page of keys, while a rotation goes on",
  },
  walkQuery({
    name: "erasures in the ledger",
    at: "lib/security/keep-ledger.ts erasuresOf",
    walks: securityKeys.erasureLedger,
    by: "",
    order: "up",
    most: MOST_ERASURES,
    asks: "a restore, and the file beside the database",
  }),
  walkQuery({
    name: "marks of erased keys",
    at: "lib/security/replay-erasures.ts marksOf",
    walks: securityKeys.subjectKeyOf,
    by: "",
    order: "up",
    most: MOST_SUBJECTS,
    asks: "a restore",
  }),
  walkQuery({
    name: "accounts under a mark",
    at: "lib/security/replay-erasures.ts accountsUnder",
    walks: null,
    by: "",
    order: "up",
    most: ROWS_LOOKED_AT,
    asks: "a restore",
  }),
  walkQuery({
    name: "rows under a mark",
    at: "lib/security/replay-erasures.ts deleteUnder",
    walks: null,
    by: "",
    order: "up",
    most: ROWS_LOOKED_AT,
    asks: "a restore",
  }),
  walkQuery({
    name: "rows of erased rides",
    at: "lib/security/blank-rows.ts blankRows",
    walks: null,
    by: "",
    order: "up",
    most: LOOKED_AT,
    asks: "a restore",
  }),
  {
    name: "refusals of a mark",
    at: "lib/security/refusals.ts #rowsOf",
    walks: securityKeys.limitRefusal,
    by: "a mark",
    order: "up",
    most: MAX_REFUSALS,
    asks: "whoever asks for their data",
  },
];
