// The places people keep: one sealed row a person, so that two who add at once meet on it and none is lost.
import { z } from "zod";
import type { RandomBytes } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry, readIfReadable } from "../kv/read.ts";
import { isErasedText, openText, sealText } from "../security/sealed-text.ts";
import { accountKeys } from "./keys.ts";
import { OWN_PLACE_KINDS, type OwnPlace, type OwnPlaces } from "./own-place.ts";
import type { PersonId } from "./person.ts";

/** What reading needs. */
export interface OwnPlaceReadDeps {
  db: Pick<Database, "read">;
  sealKey: CryptoKey;
}

/** What keeping needs. */
export interface OwnPlaceDeps extends OwnPlaceReadDeps {
  db: Database;
  randomBytes: RandomBytes;
}

const stored = z.array(z.object({
  id: z.string(),
  kind: z.enum(OWN_PLACE_KINDS),
  name: z.string(),
  placeId: z.string(),
  words: z.string(),
}));

/** The places of a person: home, work, and the others as they came. */
export async function ownPlacesOf(
  { db, sealKey }: OwnPlaceReadDeps,
  personId: PersonId,
): Promise<readonly OwnPlace[]> {
  const { value } = await readIfReadable(db.read, accountKeys.ownPlaces(personId));
  try {
    return await open(sealKey, personId, value);
  } catch (error) {
    // Sealed with a key that is gone: the trip form is there without them, and the row waits for its key.
    if (error instanceof DOMException && error.name === "OperationError") return [];
    throw error;
  }
}

/** Changes the places of a person in one commit; `change` sees them as they are, and gives null to leave them so. */
export async function changeOwnPlaces<Answer>(
  { db, sealKey, randomBytes }: OwnPlaceDeps,
  personId: PersonId,
  change: (before: readonly OwnPlace[]) => { after: readonly OwnPlace[] | null; answer: Answer },
): Promise<Answer> {
  const { value } = await commitWithRetry<Answer>(db, async (tx) => {
    const key = accountKeys.ownPlaces(personId);
    // A row that nobody can read is not written over: somebody may yet mend it.
    const row = await readEntry(db.write, key);
    const before = await open(sealKey, personId, row.value);
    const { after, answer } = change(before);
    if (after === null || after === before) return new Unwritten(answer);
    tx.check(key, row.versionstamp);
    if (after.length === 0) tx.delete(key);
    else {
      const text = JSON.stringify(after);
      const sealed = await sealText(sealKey, placeOf(personId), text, randomBytes);
      tx.set(key, { sealed, count: after.length });
    }
    return answer;
  });
  return value;
}

async function open(
  sealKey: CryptoKey,
  personId: PersonId,
  row: OwnPlaces | null,
): Promise<readonly OwnPlace[]> {
  if (row === null || isErasedText(row.sealed)) return [];
  return stored.parse(JSON.parse(await openText(sealKey, placeOf(personId), row.sealed)));
}

function placeOf(personId: PersonId): readonly string[] {
  return ["ownPlaces", personId];
}
