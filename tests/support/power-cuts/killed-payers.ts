// Real processes that let people pay, over a database in a file and a local Stripe that outlives them, each killed with SIGKILL
// between two steps of its own choosing; and what is true of money and rides after every kill and at the end.
import { readRoomFeeds, runRoomJobs } from "../../../lib/assembly/work.ts";
import type { Services } from "../../../lib/assembly/services.ts";
import type { Booking } from "../../../lib/booking/booking.ts";
import { bookingKeys } from "../../../lib/booking/keys.ts";
import { startLocalStripe } from "../../../scripts/local-stripe/server.ts";
import { tempFolder } from "../databases.ts";
import { seeded, wholeBelow } from "../random.ts";
import { TEST_NOW, type TestServices, testServices } from "../services.ts";
import { stripeEnvironment } from "../stripe.ts";
import { TextLineStream } from "../text-lines.ts";
import { driveOn } from "./checkout-deeds.ts";
import { assertAlways, assertAtRest } from "./stripe-truth.ts";

const PROGRAM = new URL("pay-once.ts", import.meta.url).pathname;
/** Most steps a process does before it is killed. */
const MOST_STEPS = 120;
/** Between two lives: the leases of the one that died are over. */
const APART_MS = 61_000;
/** What is left to be done comes due within that many hours, the rides of the last days included. */
const REST_HOURS = [1, 24, 24, 24, 24, 24, 24, 24, 1, 1] as const;

/** What they came to. */
export interface KilledPayers {
  /** Steps after which processes were killed. */
  killedAt: string[];
  bookings: number;
  takenOre: number;
}

/** Kills so many. Throws AssertionError when a rule is broken. */
export async function killPayers(kills: number, seed: number): Promise<KilledPayers> {
  await using folder = await tempFolder();
  let nowMs = Date.parse(TEST_NOW);
  await using stripe = startLocalStripe({ now: () => nowMs });
  const random = seeded(seed);
  const database = `${folder.path}/kv.sqlite`;
  const confirmed = new Set<string>();
  const pages = new Set<string>();
  const killedAt: string[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const life = { database, url: stripe.url, nowMs, seed: seed + kill, isFirst: kill === 0 };
    const said = await liveAndDie(life, 1 + wholeBelow(random, MOST_STEPS));
    for (const line of said) {
      if (line.startsWith("page ")) pages.add(line.split("/").at(-1) ?? "");
    }
    killedAt.push(said.at(-1) ?? "");
    nowMs += APART_MS;
    await using test = await reopened(database, stripe.url, nowMs);
    await assertAlways(test.services.db, stripe.books, confirmed);
  }
  await using test = await reopened(database, stripe.url, nowMs);
  await endRides(test.services);
  for (const hours of REST_HOURS) {
    test.clock.advance({ hours });
    nowMs = test.clock.now().epochMilliseconds;
    for (let round = 0; round < 3; round++) {
      await runRoomJobs(test.services);
      await readRoomFeeds(test.services);
    }
  }
  await assertAtRest(test.services.db, stripe.books, { nowMs, inHands: pages });
  const charges = [...stripe.books.charges.values()];
  const takenOre = charges.reduce((sum, one) => sum + one.amount_captured - one.amount_refunded, 0);
  return { killedAt, bookings: confirmed.size, takenOre };
}

/** Whoever was under way when a process died drives on. */
async function endRides(services: Services): Promise<void> {
  const rows = services.db.read.list<Booking>({ prefix: bookingKeys.booking.prefix });
  for (const { value: { id: bookingId, status } } of await Array.fromAsync(rows)) {
    if (status === "confirmed") continue;
    while (await driveOn(services, { bookingId }, "complete"));
  }
}

/** Lets a process do so many steps and kills it; what it said until then. */
async function liveAndDie(
  { database, url, nowMs, seed, isFirst }: {
    database: string;
    url: string;
    nowMs: number;
    seed: number;
    isFirst: boolean;
  },
  steps: number,
): Promise<string[]> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "--no-check", PROGRAM, database, url, String(nowMs), String(seed)],
      ...(isFirst ? ["first"] : []),
    ],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const said: string[] = [];
  let begun = Infinity;
  const lines = child.stdout.pipeThrough(new TextDecoderStream()).pipeThrough(new TextLineStream());
  for await (const line of lines) {
    said.push(line);
    if (line === "begins") begun = said.length;
    // The rest of the pipe is still read: it was said before the end.
    if (said.length === begun + steps) child.kill("SIGKILL");
  }
  const { signal } = await child.status;
  if (signal !== "SIGKILL") throw new Error(`It ended by itself: ${said.slice(-3).join(", ")}`);
  return said;
}

async function reopened(database: string, url: string, nowMs: number): Promise<TestServices> {
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toString();
  return await testServices({
    ...{ database, existing: true, now, environment: stripeEnvironment(url) },
  });
}
