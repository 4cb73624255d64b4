// Erases again, in a restored copy, whoever was erased since the copy was made: the data key, and every row that stands under
// the mark of the person.
import { commitWithRetry } from "../kv/commit.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readList } from "../kv/read.ts";
import { blankRows } from "./blank-rows.ts";
import { type Erasure, securityKeys } from "./keys.ts";

/** More subjects than a database has. */
export const MOST_SUBJECTS = 100_000_000;
/** Rows looked at together. */
export const ROWS_LOOKED_AT = 500;
/** Rows deleted in one commit. */
const ROWS_A_COMMIT = 100;

/** How accounts stand in the rows: their key is known by a mark of an id, their rows by the id. */
export interface AccountRows {
  /** Where accounts stand, each by its id behind it. */
  prefix: Deno.KvKey;
  markOf(id: string): Promise<string>;
  /** What goes with an account: beginnings of keys. */
  rowsOf(id: string): readonly Deno.KvKey[];
}

/** What became of a replay. */
export interface Replayed {
  /** Keys that were destroyed again. */
  keys: number;
  /** Rows that stood under the marks of their subjects. */
  rows: number;
  /** Rows of theirs that a key of somebody else's sealed, whose fields were taken out. */
  blanked: number;
}

/** Erases again what is not erased in this database. Nobody else may write meanwhile. */
export async function replayErasures(
  db: Pick<Database, "read" | "write" | "bell">,
  erasures: readonly Erasure[],
  { nowMs, randomBytes, accounts }: {
    nowMs: number;
    randomBytes: RandomBytes;
    accounts?: AccountRows | undefined;
  },
): Promise<Replayed> {
  const wanted = new Map(erasures.map((one) => [one.keyId, one]));
  const marks = await marksOf(db, wanted);
  const people = accounts === undefined ? [] : await accountsUnder(db, accounts, marks);
  let keys = 0;
  for (const erasure of wanted.values()) {
    const id = ulid(nowMs, randomBytes);
    if (await eraseAgain(db, erasure, id)) keys++;
  }
  const { count, led } = await deleteUnder(db, marks, people);
  return { keys, rows: count, blanked: await blankRows(db, led, new Set(wanted.keys())) };
}

/** The accounts whose mark is one of those, with what goes with each. */
async function accountsUnder(
  db: Pick<Database, "write">,
  { prefix, markOf, rowsOf }: AccountRows,
  marks: ReadonlySet<string>,
): Promise<GoneAccount[]> {
  const gone: GoneAccount[] = [];
  if (marks.size === 0) return gone;
  for await (const { key } of db.write.list({ prefix }, { batchSize: ROWS_LOOKED_AT })) {
    const id = String(key.at(-1));
    if (marks.has(await markOf(id))) gone.push({ id, rows: rowsOf(id) });
  }
  return gone;
}

/** An account that is erased again. */
interface GoneAccount {
  id: string;
  rows: readonly Deno.KvKey[];
}

/** The marks whose keys are to go: as this copy knows them. */
async function marksOf(
  db: Pick<Database, "write">,
  wanted: ReadonlyMap<string, Erasure>,
): Promise<Set<string>> {
  const prefix = securityKeys.subjectKeyOf.prefix;
  const owned = await readList(db.write, { prefix }, MOST_SUBJECTS);
  return new Set(
    owned.flatMap(({ key, value }) => wanted.has(value) ? [String(key[1])] : []),
  );
}

async function eraseAgain(
  db: Pick<Database, "read" | "write" | "bell">,
  erasure: Erasure,
  id: string,
): Promise<boolean> {
  const key = securityKeys.subjectKey(erasure.keyId);
  const { value } = await readEntry(db.write, key);
  if (value !== null && "erasedAt" in value) return false;
  await commitWithRetry(db, (tx) =>
    Promise.resolve(
      tx.set(key, { erasedAt: erasure.at })
        .set(securityKeys.erasureLedger(id), erasure)
        .set(securityKeys.newestErasure(), id),
    ));
  return value !== null;
}

/**
 * Every row with one of the marks among the parts of its key: the key's own row, and the indexes of a person. And every row
 * of the same index that leads to the same: a ride is found by the address it was booked with as well. What they led to.
 */
async function deleteUnder(
  db: Pick<Database, "read" | "write" | "bell">,
  marks: ReadonlySet<string>,
  people: readonly GoneAccount[],
): Promise<{ count: number; led: ReadonlySet<string> }> {
  if (marks.size === 0) return { count: 0, led: new Set() };
  const led = new Set<string>();
  const ids = new Set(people.map(({ id }) => id));
  const isUnder = ({ key, value }: Deno.KvEntry<unknown>) =>
    key.some((part) => typeof part === "string" && marks.has(part)) ||
    (typeof value === "string" && ids.has(value)) ||
    people.some(({ rows }) => rows.some((row) => row.every((part, i) => part === key[i])));
  let waiting: Deno.KvKey[] = [];
  let count = 0;
  const flush = async () => {
    if (waiting.length === 0) return;
    await commitWithRetry(db, (tx) => {
      for (const key of waiting) tx.delete(key);
      return Promise.resolve(null);
    });
    count += waiting.length;
    waiting = [];
  };
  const deleteThose = async (isGone: (entry: Deno.KvEntry<unknown>) => boolean) => {
    for await (const entry of db.write.list({ prefix: [] }, { batchSize: ROWS_LOOKED_AT })) {
      if (!isGone(entry)) continue;
      const to = ledTo(entry);
      if (to !== null) led.add(to);
      waiting.push(entry.key);
      if (waiting.length === ROWS_A_COMMIT) await flush();
    }
    await flush();
  };
  await deleteThose(isUnder);
  if (led.size > 0) await deleteThose((entry) => led.has(ledTo(entry) ?? ""));
  return { count, led: new Set([...led].map((to) => to.slice(to.indexOf(" ") + 1))) };
}

/** What a row of an index leads to, with the name of the index; null for what is none: only ids stand in those. */
function ledTo({ key: [family], value }: Deno.KvEntry<unknown>): string | null {
  return typeof value === "string" && value !== "" ? `${String(family)} ${value}` : null;
}
