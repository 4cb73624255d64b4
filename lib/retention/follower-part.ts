// The part of a run that looks at rows which name a booking in their key: they go when it is gone, or its customer is
// forgotten.
import { bookingId } from "../booking/booking.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { isForgotten } from "../booking/forgotten-rules.ts";
import { ulidMs } from "../kernel/ids.ts";
import { localDate } from "../kernel/wall-time.ts";
import type { AnyFamily, Key } from "../kv/family.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { MAX_CHECKS, type Transaction } from "../kv/transaction.ts";
import { customersBefore } from "./retention-rules.ts";
import { type Look, type RetentionPart, ROWS_PER_PAGE } from "./retention-part.ts";

/** Rows deleted in one commit: each is checked, and so is the run. */
const ROWS_PER_DEED = MAX_CHECKS - 1;

/** What the part needs. */
export interface FollowerDeps {
  db: Pick<Database, "read">;
  bookings: Pick<BookingStore, "getAll">;
}

/** The part of one family; `bookingAt` is the part of its keys that names the booking. */
export function followerPart(
  { db, bookings }: FollowerDeps,
  family: AnyFamily,
  bookingAt: number,
): RetentionPart {
  return {
    async page(now, after) {
      const prefix: Key<unknown> = family.prefix;
      const selector = after === null ? { prefix } : { prefix, start: [...after, ""] };
      const rows = await readList(db.read, selector, ROWS_PER_PAGE);
      const before = customersBefore(localDate(now));
      const idOf = ({ key }: Deno.KvEntry<unknown>) => String(key[bookingAt]);
      // Made before its pickup: one that was made later cannot be over.
      const old = rows.filter((row) => madeOn(idOf(row)) < before);
      const found = await bookings.getAll(old.map((row) => bookingId(idOf(row))));
      const over = old.filter((_, i) => {
        const booking = found[i];
        return booking === null || booking === undefined || isForgotten(booking);
      });
      const last = rows.at(-1);
      return {
        looks: looksAt(family.name, rows, over),
        next: rows.length < ROWS_PER_PAGE ? null : last?.key ?? null,
      };
    },
  };
}

/** Those that go in commits of their own, then all that stay: a position behind them covers both. */
function looksAt(
  family: string,
  rows: readonly Deno.KvEntry<unknown>[],
  over: readonly Deno.KvEntry<unknown>[],
): Look[] {
  const looks: Look[] = [];
  const staying = rows.length - over.length;
  for (let first = 0; first < over.length; first += ROWS_PER_DEED) {
    const batch = over.slice(first, first + ROWS_PER_DEED);
    const commits = [(tx: Transaction) => {
      for (const { key, versionstamp } of batch) tx.check(key, versionstamp).delete(key);
    }];
    const effects = { [family]: { deleted: batch.length } };
    const at = batch.at(-1)?.key ?? [family];
    looks.push({
      family,
      rows: batch.length,
      at,
      fate: () => Promise.resolve({ effects, commits }),
    });
  }
  const last = rows.at(-1);
  if (staying > 0 && last !== undefined) {
    looks.push({ family, rows: staying, at: last.key, fate: "not-yet" });
  }
  return looks;
}

function madeOn(id: string): string {
  const ms = ulidMs(id);
  return Number.isNaN(ms) ? "9999-12-31" : localDate(Temporal.Instant.fromEpochMilliseconds(ms));
}
