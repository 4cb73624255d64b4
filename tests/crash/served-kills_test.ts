// The served product is killed three times while sixteen callers are at it, as bench/crash kills it a hundred times;
// then rows are taken away one by one, to see that the look at the database would have seen it.
import assert from "node:assert/strict";
import { Journal } from "../../bench/crash/journal.ts";
import { killed } from "../../bench/crash/kills.ts";
import { loadBookings } from "../../bench/crash/load-bookings.ts";
import { lookAtAll } from "../../bench/crash/look.ts";
import { bookingKeys } from "../../lib/booking/keys.ts";
import { fleetKeys } from "../../lib/fleet/keys.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { tempFolder } from "../support/databases.ts";
import { productionParts } from "../support/production-keys.ts";
import { startProduction, until } from "../support/production-server.ts";
import { SEED, seeded } from "../support/random.ts";
import { testServices } from "../support/services.ts";

const KILLS = 3;
/** A life is measured by what is acknowledged in it, so that a slow machine tests as much. */
const ACKNOWLEDGED_A_LIFE = 60;

/** Families of which one row is taken away, and what is said of it then. */
const PLANTED = [
  // The newest is one that somebody was told of, or one whose caller was killed before: then the audit alone sees it.
  [bookingKeys.booking.prefix, /torn: .* found a quote sold to no booking|lost: |the audit: /],
  [bookingKeys.bookingEvent.prefix, /torn: .* found version \d+, \d+ events|the audit: /],
  // The newest may be of a booking that was moved: it is found by its first quote, and the audit misses the last.
  [bookingKeys.quoteBought.prefix, /lost: |the audit: quote of /],
  [bookingKeys.bookingByDay.prefix, /the audit: /],
  [bookingKeys.bookingByMark.prefix, /the audit: /],
  [fleetKeys.vehicleDay.prefix, /the audit: /],
  [kvKeys.job.prefix, /the audit: /],
  [kvKeys.counter.prefix, /the audit: /],
  [kvKeys.feed.prefix, /the audit: /],
] as const;

Deno.test("nothing that a caller was told is lost, torn or doubled when the served product is killed", async () => {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  await load(database);
  await using server = await startProduction({ folder: folder.path, existing: true });
  let wanted = 0;
  const { journal, bookings } = await killed(server, {
    ...{ kills: KILLS, random: seeded(SEED), nowMs: () => 0 },
    lifeEnds: async (journal) => {
      wanted += ACKNOWLEDGED_A_LIFE;
      await until(() => acknowledged(journal) >= wanted, () => `${wanted} were acknowledged`);
    },
  });
  assert.deepEqual(journal.wrong, [], `seed ${SEED}`);
  assert(bookings > 30);
  await server.stop();
  for (const [prefix, said] of PLANTED) await seesMissing(database, journal, prefix, said);
});

/** Closed again before the server opens it: one process writes a file. */
async function load(database: string): Promise<void> {
  await using test = await testServices({
    ...{ database, now: new Date().toISOString(), parts: await productionParts() },
  });
  await loadBookings(test.services, 30);
}

async function seesMissing(
  database: string,
  journal: Journal,
  prefix: Deno.KvKey,
  said: RegExp,
): Promise<void> {
  const row = await without(database, prefix);
  const look = new Journal();
  look.entries.push(...journal.entries);
  await lookAtAll(database, look);
  assert.match(look.wrong.join("\n"), said, `without a row of ${prefix}`);
  await withKv(database, (kv) => kv.set(row.key, row.value));
}

/** Takes the newest row of a family away. */
async function without(database: string, prefix: Deno.KvKey): Promise<Deno.KvEntry<unknown>> {
  return await withKv(database, async (kv) => {
    const [row] = await Array.fromAsync(kv.list({ prefix }, { limit: 1, reverse: true }));
    assert(row, `a row of ${prefix}`);
    await kv.delete(row.key);
    return row;
  });
}

async function withKv<Result>(
  database: string,
  act: (kv: Deno.Kv) => Promise<Result>,
): Promise<Result> {
  const kv = await Deno.openKv(database);
  try {
    return await act(kv);
  } finally {
    kv.close();
  }
}

function acknowledged({ tallies }: Journal): number {
  return Object.values(tallies).reduce((sum, tally) => sum + tally.acknowledged, 0);
}
