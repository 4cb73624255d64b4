// Rows outlive the code that wrote them: each carries the version of its shape, and an older one is brought
// up to date when it is read. This is the one place through which every row passes.
import { invariant } from "../kernel/invariant.ts";
import { familyOf, type Key, type Rows } from "./family.ts";
import { withErased } from "./sealed-rows.ts";
import { UnreadableRow } from "./unreadable-rows.ts";

/** Field that marks the version of a row; rows of version 1 have none, as the first release wrote none. */
const VERSION_FIELD = "$v";

/** The row as it is stored. Throws InvariantError for keys that no family made. */
export function encodeRow<Value>(key: Key<Value>, value: Value): unknown {
  const { version } = storedForm(rowsOf(key));
  return version > 1 && isRecord(value) ? { ...value, [VERSION_FIELD]: version } : value;
}

/** A stored row in today's shape. Throws UnreadableRow when a later release wrote it, or it is no row of the family. */
export function decodeRow<Value>(rows: Rows<Value>, stored: unknown): Value {
  const { version } = storedForm(rows);
  const written = writtenVersion(withErased(rows, stored));
  if (written > version) throw new UnreadableRow(rows, "is of a later release");
  const bare = withoutVersion(stored);
  // What is no object carries no mark: `upgrade` tells old from new by its type.
  const isCurrent = written === version && (isRecord(stored) || version === 1);
  const row = isCurrent ? bare as Value : upgraded(rows, bare, written);
  if (rows.shape?.(row) === false) throw new UnreadableRow(rows, "has another shape");
  return row;
}

function upgraded<Value>(rows: Rows<Value>, bare: unknown, written: number): Value {
  try {
    return storedForm(rows).upgrade(bare, written);
  } catch (cause) {
    throw new UnreadableRow(rows, "cannot be brought up to date", cause);
  }
}

/** The family that made a key. Throws InvariantError for a key made by hand. */
export function rowsOf<Value>(key: Key<Value>): Rows<Value> {
  const rows = familyOf(key);
  invariant(rows !== undefined, `No family made the key ${String(key[0])}`);
  return rows;
}

function storedForm<Value>({ stored }: Rows<Value>) {
  return stored ?? { version: 1, upgrade: (row: unknown) => row as Value };
}

function writtenVersion(stored: unknown): number {
  const version = isRecord(stored) ? stored[VERSION_FIELD] : undefined;
  return typeof version === "number" ? version : 1;
}

/** The row is fresh from the database and nobody else's, so the mark is taken off in place. */
function withoutVersion(stored: unknown): unknown {
  if (isRecord(stored) && VERSION_FIELD in stored) delete stored[VERSION_FIELD];
  return stored;
}

/** A plain object: what KV gives back for a record; not a list, not bytes, not Deno.KvU64. */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null &&
    Object.getPrototypeOf(value) === Object.prototype;
}
