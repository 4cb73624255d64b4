// How sealed fields stand in a stored row: gone from their places, together in one envelope beside the rest. Rows of earlier
// releases have none and are read as they are.
import type { Key, Rows, Sealed, SubjectName, SubjectOfRow } from "./family.ts";
import { blankFields, putFields, takeFields, type TakenFields } from "./sealed-fields.ts";
import type { OpenedPart, SealedPart, Sealer } from "./sealer.ts";
import { UnreadableRow } from "./unreadable-rows.ts";

/** Where the envelope lies in a row. */
const SEAL = "$seal";
/** In a row as it was read: the paths of fields whose key has been destroyed. */
const ERASED = "$erased";
/** In a row as it was read: why nobody can open it. */
const UNOPENED = "$unopened";

/** The name of the feed's family; each of its entries is sealed for itself, for they concern different people. */
const FEED = "feed";

interface StoredRecord {
  [field: string]: unknown;
}

/** A row that waits for its envelope. */
export interface PendingSeal extends Omit<SealedPart, "envelope"> {
  subject: SubjectName | SubjectOfRow | null;
  fields: readonly string[];
  text: string;
  /** The row without those fields; the envelope is put into it. */
  into: StoredRecord;
}

/** A row whose fields are taken out; without `pending` there were none. */
export interface RowToStore<Row> {
  row: Row;
  pending: PendingSeal | null;
}

/** Takes out what the family seals; `row` is as it would be stored. */
export function rowToStore<Value>(
  { name, sealed }: Rows<Value>,
  key: Key<Value>,
  { value, row }: { value: Value; row: unknown },
): RowToStore<unknown> {
  if (sealed === undefined) return { row, pending: null };
  const place = { family: name, key: key.slice(1) };
  const subject = sealed.subject(value, key);
  return withoutSealed(row, takeFields(row, sealed.fields), { place, subject });
}

/** Takes out what an entry of the feed seals. It is bound to the rest of the entry: its key is known too late. */
export function entryToStore<Body>(
  sealed: Sealed<Body> | undefined,
  { kind, body }: { kind: string; body: Body },
): RowToStore<Body> {
  if (sealed === undefined) return { row: body, pending: null };
  const without = takeFields(body, sealed.fields);
  const place = { family: FEED, key: [kind, JSON.stringify(without.rest)] };
  return withoutSealed(body, without, { place, subject: sealed.subject(body, []) });
}

function withoutSealed<Row>(
  row: Row,
  { rest, taken }: { rest: Row; taken: TakenFields },
  { place, subject }: Pick<PendingSeal, "subject"> & { place: Pick<PendingSeal, "family" | "key"> },
): RowToStore<Row> {
  if (taken.length === 0 || !isRecord(rest)) return { row, pending: null };
  const text = JSON.stringify(taken.map(([, value]) => value));
  const paths = taken.map(([path]) => path);
  return { row: rest, pending: { ...place, subject, fields: paths, text, into: rest } };
}

/** Puts the envelope into its row. */
export function putSeal({ into }: PendingSeal, envelope: string): void {
  into[SEAL] = envelope;
}

/** True for a row that was stored sealed and is as it is stored. */
export function isSealed(stored: unknown): boolean {
  return isRecord(stored) && SEAL in stored;
}

/** A stored row as one whose sealed fields are gone; `fieldsOf` says which its envelope has, null where it stays. */
export function withoutSeal(
  stored: unknown,
  fieldsOf: (envelope: string) => readonly string[] | null,
): unknown {
  const envelope = isRecord(stored) ? stored[SEAL] : undefined;
  if (!isRecord(stored) || typeof envelope !== "string") return null;
  const fields = fieldsOf(envelope);
  if (fields === null) return null;
  const { [SEAL]: _, ...rest } = stored;
  return { ...rest, [ERASED]: [...fields] };
}

/** Opens the rows of some entries, in place: they are fresh from the database. All keys are loaded together. */
export async function openEntries(
  sealer: Sealer,
  entries: readonly Deno.KvEntryMaybe<unknown>[],
): Promise<void> {
  const found = entries.flatMap(({ key, value }) => sealedIn(key, value));
  if (found.length === 0) return;
  const opened = await sealer.open(found.map(({ part }) => part));
  found.forEach(({ row }, i) => settle(row, opened[i]));
}

/**
 * What reading a row left open: values of fields whose key is gone. Throws UnreadableRow for a row that could not be
 * opened, also where nobody tried: it is never taken for one without those fields.
 */
export function withErased<Row>(
  rows: Pick<Rows<unknown>, "name" | "privacy"> & { sealed?: Pick<Sealed<never>, "erased"> },
  stored: Row,
): Row {
  if (!isRecord(stored)) return stored;
  if (SEAL in stored) throw new UnreadableRow(rows, "is sealed, and nothing here opens it");
  if (UNOPENED in stored) throw new UnreadableRow(rows, String(stored[UNOPENED]));
  if (!(ERASED in stored)) return stored;
  const fields = stored[ERASED];
  delete stored[ERASED];
  if (isTexts(fields)) putFields(stored, blankFields(fields, rows.sealed?.erased ?? {}));
  return stored;
}

interface FoundSeal {
  row: StoredRecord;
  part: SealedPart;
}

function sealedIn(key: Deno.KvKey, value: unknown): FoundSeal[] {
  if (key[0] === FEED && isRecord(value) && Array.isArray(value["entries"])) {
    return value["entries"].flatMap(sealedEntry);
  }
  return found(value, { family: String(key[0]), key: key.slice(1) });
}

function sealedEntry(entry: unknown): FoundSeal[] {
  const body = isRecord(entry) ? entry["body"] : undefined;
  if (!isRecord(entry) || !isRecord(body) || !(SEAL in body)) return [];
  const { [SEAL]: _, ...rest } = body;
  return found(body, { family: FEED, key: [String(entry["kind"]), JSON.stringify(rest)] });
}

function found(row: unknown, place: Pick<SealedPart, "family" | "key">): FoundSeal[] {
  if (!isRecord(row) || !(SEAL in row)) return [];
  const envelope = row[SEAL];
  if (typeof envelope !== "string") {
    row[UNOPENED] = "has a damaged seal";
    delete row[SEAL];
    return [];
  }
  return [{ row, part: { ...place, envelope } }];
}

function settle(row: StoredRecord, opened: OpenedPart | undefined): void {
  delete row[SEAL];
  if (opened === undefined || "unopened" in opened) {
    row[UNOPENED] = opened?.unopened ?? "was not opened";
  } else if (opened.text === null) row[ERASED] = opened.fields;
  else putFields(row, taken(opened.fields, JSON.parse(opened.text)));
}

function taken(fields: readonly string[], values: unknown): TakenFields {
  return Array.isArray(values) ? fields.map((field, i) => [field, values[i]] as const) : [];
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function isRecord(value: unknown): value is StoredRecord {
  return typeof value === "object" && value !== null &&
    Object.getPrototypeOf(value) === Object.prototype;
}
