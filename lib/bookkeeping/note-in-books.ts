// Tells the books of something, in a commit of its own or in another's: the reader of the feed enters it.
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, ulid } from "../kernel/ids.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { Transaction } from "../kv/transaction.ts";
import { type BookNote, bookNoted, closingId, type NotedFact, noteId } from "./book-note.ts";
import { bookkeepingKeys } from "./keys.ts";

/**
 * Adds a note to a commit; `at` is when it happened, now unless it is said. A closed day has an id of its own kind, so that of
 * two who close it one commits.
 */
export function noteInBooks(
  { clock, randomBytes }: { clock: Clock; randomBytes: RandomBytes },
  tx: Transaction,
  fact: NotedFact,
  at: string = clock.now().toString(),
): BookNote {
  const id = fact.type === "day-closed"
    ? closingId(fact)
    : noteId(ulid(clock.now().epochMilliseconds, randomBytes));
  const note: BookNote = {
    id,
    at,
    fact,
    isPosted: false,
    keptFor: localDate(Temporal.Instant.from(at)),
  };
  tx.add(bookkeepingKeys.bookNote(id), note);
  tx.append(bookNoted, { at: clock.now().toString(), id });
  return note;
}
