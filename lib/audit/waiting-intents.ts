// What commits said about themselves and is not in the log yet, in the order of the commits.
import type { Clock } from "../kernel/clock.ts";
import type { Database } from "../kv/open.ts";
import { readListWhole, type Selector } from "../kv/read.ts";
import { furtherOf } from "./further-subjects.ts";
import type { Intent } from "./intent.ts";
import { auditKeys } from "./keys.ts";
import { rowHash } from "./row-hash.ts";

/** An intent and the commit it is of. */
export interface Waiting {
  key: Deno.KvKey;
  intent: Intent;
  /** The subjects it does not name. */
  further: readonly string[];
}

/**
 * The oldest that wait, behind one that is being taken: no later commit comes before it. What nobody can read becomes an
 * entry that says so: nothing is left out in silence.
 */
export async function waitingIntents(
  { db, clock }: { db: Database; clock: Clock },
  after: Deno.KvKey | null,
  most: number,
): Promise<Waiting[]> {
  // Reading on has a connection of its own.
  const kv = after === null ? db.write : db.read;
  const { prefix } = auditKeys.intent;
  const selector: Selector<Intent> = after === null
    ? { prefix }
    : { prefix, start: auditKeys.intent(`${stampOf(after)}\u0000`) };
  const { rows, leftOut } = await readListWhole(kv, selector, most);
  const read: Waiting[] = [];
  for (const { key, value: intent } of rows) {
    read.push({ key, intent, further: await furtherOf(kv, intent) });
  }
  const now = clock.now().toString();
  const spoilt = leftOut.map(({ key, error }) => ({
    ...{ key, further: [] },
    intent: spoiltIntent(now, rowHash(error.message)),
  }));
  if (spoilt.length === 0) return read;
  return [...read, ...spoilt].sort((a, b) => stampOf(a.key) < stampOf(b.key) ? -1 : 1)
    .slice(0, most);
}

/** The versionstamp an intent stands under. */
export function stampOf(key: Deno.KvKey): string {
  return String(key.at(-1));
}

function spoiltIntent(at: string, is: string): Intent {
  return {
    ...{ kind: "security", at, who: "system", what: "an intent nobody can read" },
    ...{ from: "", ref: "", subjects: [], rows: [{ row: "auditIntent", was: "?", is }] },
  };
}
