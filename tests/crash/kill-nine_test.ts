// The process is killed twenty times while it makes a thousand bookings: what a customer was told happened,
// happened, and whole, and the counts of the day are exact.
import assert from "node:assert/strict";
import type { Booking } from "../../lib/booking/booking.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { auditCounts } from "../support/count-audit.ts";
import { tempFolder } from "../support/databases.ts";
import { SEED, seeded } from "../support/random.ts";
import { testServices } from "../support/services.ts";
import { TextLineStream } from "../support/text-lines.ts";

const KILLS = 20;
/** Most acknowledgements of one life: a life is measured by its work, so that a slow disk tests as much. */
const MAX_ACKNOWLEDGED = 190;

Deno.test("no acknowledged booking is lost or torn by twenty kills in the middle of the work", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  const random = seeded(SEED);
  const told = new Map<string, { moved?: string; cancelled?: true }>();
  let stored: Booking[] = [];
  for (let life = 0; life < KILLS; life++) {
    const lines = await liveAndDie(database, life, 1 + Math.floor(random() * MAX_ACKNOWLEDGED));
    for (const line of lines) {
      const [what = "", id = "", quote = ""] = line.split(" ");
      if (what === "booked") told.set(id, {});
      else if (what === "moved") told.set(id, { ...told.get(id), moved: quote });
      else if (what === "cancelled") told.set(id, { ...told.get(id), cancelled: true });
    }
    stored = await reopened(database);
    const byId = new Map<string, Booking>(stored.map((booking) => [booking.id, booking]));
    for (const [id, { moved, cancelled }] of told) {
      const booking = byId.get(id);
      const context = `seed ${SEED}, life ${life}, booking ${id}`;
      assert(booking, `${context} was acknowledged and is gone`);
      if (moved) assert.equal(booking.trip.quoteId, moved, context);
      if (cancelled) assert.equal(booking.status, "cancelled", context);
    }
  }
  assert(told.size > KILLS, `only ${told.size} bookings were made`);
  assert(stored.length >= told.size);
});

/** Lets a process book until it has acknowledged so many times, then kills it; what it said until then. */
async function liveAndDie(database: string, life: number, limit: number): Promise<string[]> {
  const script = new URL("../support/booking-load.ts", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      script,
      database,
      `${SEED + life}`,
      life === 0 ? "first" : "",
    ],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const said: string[] = [];
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
  for await (const line of lines) {
    said.push(line);
    // The rest of the pipe is still read: it was said before the end.
    if (said.length === limit + 1) child.kill("SIGKILL");
  }
  const { signal } = await child.status;
  assert.equal(signal, "SIGKILL", "the process ended by itself");
  return said;
}

async function reopened(database: string): Promise<Booking[]> {
  await using test = await testServices({ database, existing: true });
  const { db } = test.services;
  const bookings = await auditBookings(db);
  await auditCounts(db);
  return bookings;
}
