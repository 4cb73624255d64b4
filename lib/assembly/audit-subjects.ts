// Whose data a changed row holds, by the marks the product knows people by: what entries of the audit log are found by.
import { reachMark } from "../accounts/reach-mark.ts";
import { familyOf } from "../kv/family.ts";
import type { RowChange } from "../kv/intent.ts";
import { subjectMark } from "./sealing.ts";

/** Families whose key begins with a person's id. */
const OF_PERSON: ReadonlySet<string> = new Set([
  ...["person", "personEvent", "password", "authenticator", "pendingAuthenticator"],
  ...["recoveryCodes", "driverAccount", "ownPlaces"],
]);
/** Families whose key begins with a permit holder's id. */
const OF_HOLDER: ReadonlySet<string> = new Set([
  ...["permitHolder", "settlement", "settlementAdjustment", "payeeAccount"],
]);
/** Families whose rows name the person. */
const NAMES_PERSON: ReadonlySet<string> = new Set(["session", "passkey", "identity", "entryLink"]);

/** The marks of those whose data a row holds; without a key only those that need none. */
export async function subjectsOf(
  reachKey: CryptoKey | null,
  { key, value }: RowChange,
): Promise<readonly string[]> {
  const [family = "", id = ""] = key.map(String);
  if (family === "driver") return [`driver/${id}`];
  if (OF_HOLDER.has(family)) return [`holder/${id}`];
  if (reachKey === null) return [];
  const person = personOf(family, id, value);
  if (person !== null) return [await reachMark(reachKey, "person", person)];
  const phone = family === "booking" ? textAt(fieldOf(value, "contact"), "phone") : null;
  if (phone !== null) return [await reachMark(reachKey, "phone", phone)];
  // Whoever the row is sealed for. A row that is "like" another one has it beside it in the commit.
  const sealed = value === undefined ? undefined : familyOf(key)?.sealed;
  const subject = sealed?.subject(value, key) ?? null;
  return subject === null || "like" in subject ? [] : [await subjectMark(reachKey, subject)];
}

function personOf(family: string, id: string, value: unknown): string | null {
  if (OF_PERSON.has(family)) return id;
  return NAMES_PERSON.has(family) ? textAt(value, "personId") : null;
}

function textAt(row: unknown, field: string): string | null {
  const value = fieldOf(row, field);
  return typeof value === "string" && value !== "" ? value : null;
}

function fieldOf(row: unknown, field: string): unknown {
  return typeof row === "object" && row !== null ? Reflect.get(row, field) : undefined;
}
