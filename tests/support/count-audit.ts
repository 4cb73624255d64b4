// The auditor of the day's counts: they are those of the events there are, no more and no fewer.
import assert from "node:assert/strict";
import type { BookingEvent } from "../../lib/booking/booking.ts";
import { BookingStore } from "../../lib/booking/booking-store.ts";
import { eventCounter } from "../../lib/booking/count-events.ts";
import { systemClock } from "../../lib/kernel/clock.ts";
import { Feed } from "../../lib/kv/feed.ts";
import { readFeed } from "../../lib/kv/feed-reader.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import type { Database } from "../../lib/kv/open.ts";
import { readEntry } from "../../lib/kv/read.ts";
import { REACH_KEY } from "./bookings.ts";

/** What is counted of a booking's life, said here again. */
const COUNTED = ["confirmed", "rescheduled", "completed", "cancelled", "no-show", "expired"];
const IN_SWEDEN = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Stockholm" });

/** The counts are those of the events up to the reader's cursor, and once it has read on, those of all. */
export async function auditCounts(db: Database): Promise<void> {
  const { value } = await readEntry(db.read, kvKeys.feedReader("booking-counts"));
  // Killed before it had ever read, or while it counted anew: it will begin again.
  if (value !== null && value.cursor !== null) await countsEqualEvents(db, value.cursor);
  const deps = {
    db,
    feed: new Feed(db),
    clock: systemClock,
    onBehind: () => assert.fail("behind"),
  };
  while (!await readFeed(deps, eventCounter({ db, bookings: new BookingStore(db, REACH_KEY) })));
  await countsEqualEvents(db, "f".repeat(20));
}

async function countsEqualEvents(db: Database, cursor: string): Promise<void> {
  const expected = new Map<string, number>();
  const count = (type: string, at: string, amount: number) => {
    if (!COUNTED.includes(type)) return;
    const key = `booking ${type} ${IN_SWEDEN.format(Date.parse(at))}`;
    expected.set(key, (expected.get(key) ?? 0) + amount);
  };
  const events = db.read.list<BookingEvent>({ prefix: ["bookingEvent"] }, { batchSize: 500 });
  for await (const { value, versionstamp } of events) {
    if (versionstamp > cursor) continue;
    // What was taken back no longer counts, on the day it had counted for.
    if (value.type === "undone") count(value.undid.type, value.undid.at, -1);
    else count(value.type, value.at, 1);
  }
  const counted = new Map<string, number>();
  for await (const { key, value } of db.read.list<number>({ prefix: ["counter"] })) {
    if (value > 0) counted.set(key.slice(1).join(" "), value);
  }
  assert.deepEqual(counted, new Map([...expected].filter(([, amount]) => amount > 0)));
}
