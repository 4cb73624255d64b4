// bench/crash: the server is killed a hundred times while sixteen callers book, move, cancel, order, assign, take back
// and set the fleet up. Wanted: what they were told happened, all of it, once; what they were not told happened wholly
// or not at all. `deno task bench crash [KILLS] [BOOKINGS]`.
import { freePort, startProduction } from "../../tests/support/production-server.ts";
import { SEED, seeded } from "../../tests/support/random.ts";
import { productionParts } from "../../tests/support/production-keys.ts";
import { testServices } from "../../tests/support/services.ts";

import { killed, type KillFigures, someMoment } from "./kills.ts";
import { loadBookings } from "./load-bookings.ts";

const KILLS = 100;
const BOOKINGS = 20_000;
/** When a server dies after it has begun to answer, in milliseconds. */
const LIFE_MS = [200, 1_500] as const;

if (import.meta.main) {
  const [kills = KILLS, bookings = BOOKINGS] = Deno.args.map(Number);
  Deno.exit(await measured(kills, bookings) ? 0 : 1);
}

/** True when nothing was lost, torn or doubled. */
async function measured(kills: number, bookings: number): Promise<boolean> {
  const folder = await Deno.makeTempDir({ prefix: "avanti-crash-" });
  try {
    await load(`${folder}/kv.sqlite`, bookings);
    const [random, port] = [seeded(SEED), freePort()];
    await using server = await startProduction({
      ...{ folder, existing: true, port, origin: `https://127.0.0.1:${port}` },
    });
    const startMs = performance.now();
    const figures = await killed(server, {
      ...{ kills, random, nowMs: () => performance.now() },
      lifeEnds: () => after(someMoment(random, LIFE_MS)),
    });
    const seconds = Math.round((performance.now() - startMs) / 1000);
    return tell(kills, seconds, figures);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** In memory where there is such a folder: a disk would be waited for at every commit. */
async function load(database: string, count: number): Promise<void> {
  const startMs = performance.now();
  const folder = await Deno.makeTempDir({ prefix: "avanti-crash-", ...await inMemory() });
  try {
    const made = await loaded(`${folder}/kv.sqlite`, count);
    for await (const { name } of Deno.readDir(folder)) {
      await Deno.copyFile(`${folder}/${name}`, database.replace("kv.sqlite", name));
    }
    const seconds = Math.round((performance.now() - startMs) / 1000);
    console.info(`${made} bookings loaded in ${seconds} s`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function inMemory(): Promise<{ dir?: string }> {
  const isThere = await Deno.stat("/dev/shm").then(() => true, () => false);
  return isThere ? { dir: "/dev/shm" } : {};
}

async function loaded(database: string, count: number): Promise<number> {
  await using test = await testServices({
    ...{ database, now: new Date().toISOString(), parts: await productionParts() },
  });
  return await loadBookings(test.services, count);
}

function tell(
  kills: number,
  seconds: number,
  { journal, bookings, startsMs }: KillFigures,
): boolean {
  const starts = startsMs.toSorted((a, b) => a - b);
  const middle = Math.round(starts[Math.floor(starts.length / 2)] ?? 0);
  console.info(`${kills} kills in ${seconds} s, ${bookings} bookings at the end`);
  console.info(
    `a start took ${middle} ms in the middle, ${Math.round(starts.at(-1) ?? 0)} at most`,
  );
  console.table(journal.tallies);
  console.info(`${journal.wrong.length} wrong`);
  for (const wrong of journal.wrong.slice(0, 20)) console.info(`  ${wrong}`);
  return journal.wrong.length === 0;
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
