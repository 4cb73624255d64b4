// Reads veils, and writes one with its index in one atomic: the only place that does.
import type { Database } from "../kv/open.ts";
import { readEntries, readEntry, readIfReadable, readList, readTogether } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import type { SubjectMark } from "../security/subject-keys.ts";
import { veilKeys } from "./keys.ts";
import type { Veil } from "./veil.ts";

/** Most veils that are listed, the newest first. */
export const MAX_VEILS = 2_000;

/** Most restricted marks that are read: three a person, and few ask for it. */
export const MAX_RESTRICTED = 20_000;

/** A veil as it is stored now. */
export interface StoredVeil {
  veil: Veil;
  versionstamp: string;
}

/** Reads them; always what the last commit left, for who is protected must be so at once. */
export class VeilStore {
  readonly #db: Pick<Database, "write">;

  constructor(db: Pick<Database, "write">) {
    this.#db = db;
  }

  /** A veil, or null. */
  async get(id: string): Promise<StoredVeil | null> {
    const { value, versionstamp } = await readEntry(this.#db.write, veilKeys.veil(id));
    return value === null ? null : { veil: value, versionstamp };
  }

  /** True when one of the marks is of somebody whose identity is protected. */
  async isVeiled(marks: readonly SubjectMark[]): Promise<boolean> {
    const rows = await readTogether(this.#db.write, marks.map((mark) => veilKeys.veilByMark(mark)));
    return rows.some(({ value }) => value !== null);
  }

  /** What covers whoever is known by the marks: that one of them is protected, that one has their data restricted. */
  async coverOf(
    marks: readonly SubjectMark[],
    now: Temporal.Instant,
  ): Promise<{ veiled: boolean; restricted: boolean }> {
    const rows = await readTogether(this.#db.write, [
      ...marks.map((mark) => veilKeys.veilByMark(mark)),
      ...marks.map((mark) => veilKeys.restrictedMark(mark)),
    ]);
    const values = rows.map(({ value }) => value);
    return {
      veiled: values.some((value) => typeof value === "string"),
      restricted: values.some((value) => typeof value === "object" && holds(value, now)),
    };
  }

  /** Every mark of who has their data restricted now. */
  async restrictedMarks(now: Temporal.Instant): Promise<SubjectMark[]> {
    const { prefix } = veilKeys.restrictedMark;
    const rows = await readList(this.#db.write, { prefix }, MAX_RESTRICTED);
    return rows.flatMap(({ key, value }) => holds(value, now) ? [String(key[1])] : []);
  }

  /** The veils that are set for any of the marks. */
  async ofMarks(marks: readonly SubjectMark[]): Promise<StoredVeil[]> {
    const rows = await Promise.all(
      marks.map((mark) => readIfReadable(this.#db.write, veilKeys.veilByMark(mark))),
    );
    const ids = new Set(rows.flatMap(({ value }) => value ?? []));
    const found = await Promise.all([...ids].map((id) => this.get(id)));
    return found.filter((one) => one !== null);
  }

  /** Every veil, also those that were lifted, the newest first. */
  async all(): Promise<Veil[]> {
    const rows = await readList(this.#db.write, { prefix: veilKeys.veil.prefix }, MAX_VEILS, true);
    return rows.map(({ value }) => value);
  }
}

/** Those of any number of marks a veil is set for, as `kv` has it. */
export async function veiledAmong(
  kv: Deno.Kv,
  marks: readonly SubjectMark[],
): Promise<ReadonlySet<SubjectMark>> {
  const rows = await readEntries(kv, marks.map((mark) => veilKeys.veilByMark(mark)));
  return new Set(marks.filter((_, i) => (rows[i]?.value ?? null) !== null));
}

/** Adds a veil to a commit as it is from then on. */
export function writeVeil(tx: Transaction, before: StoredVeil | null, after: Veil): void {
  const key = veilKeys.veil(after.id);
  tx.check(key, before?.versionstamp ?? null).set(key, after);
  for (const mark of before?.veil.marks ?? []) {
    if (!after.isSet || !after.marks.includes(mark)) tx.delete(veilKeys.veilByMark(mark));
  }
  if (after.isSet) { for (const mark of after.marks) tx.set(veilKeys.veilByMark(mark), after.id); }
}

/** Adds to a commit that the data of whoever is known by the marks are restricted, or, with null, no longer. */
export function writeRestricted(
  tx: Transaction,
  marks: readonly SubjectMark[],
  restriction: { liftsAt: string | null } | null,
): void {
  for (const mark of marks) {
    const key = veilKeys.restrictedMark(mark);
    if (restriction === null) tx.delete(key);
    else tx.set(key, { liftsAt: restriction.liftsAt });
  }
}

/** Takes a veil away with its index: whoever it protected is erased. */
export function dropVeil(tx: Transaction, { id, marks }: Veil): void {
  tx.delete(veilKeys.veil(id));
  for (const mark of marks) tx.delete(veilKeys.veilByMark(mark));
}

function holds(row: { liftsAt: string | null } | null, now: Temporal.Instant): boolean {
  return row !== null && (row.liftsAt === null || now.epochMilliseconds < Date.parse(row.liftsAt));
}
