// What a commit needs of a database.
import type { Bell } from "./bell.ts";
import type { IntentWriter } from "./intent.ts";
import type { Sealer } from "./sealer.ts";

/** Where commits go, and the bell that tells of them. */
export interface WritableDatabase {
  write: Deno.Kv;
  bell: Bell;
  /** Seals rows; absent: they are stored as they are. */
  sealer?: Sealer;
  /** Rows as they are stored, sealed; absent where nothing is. */
  stored?: Deno.Kv;
  /** What commits write about themselves; nothing where it is absent. */
  intents?: IntentWriter;
  /** Why commits would be lost, in one sentence; null when they are kept. */
  trouble?(): string | null;
}
