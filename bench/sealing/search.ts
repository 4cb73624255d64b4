// Part "search": many sealed bookings that another process has written, the time until they can be searched after a start,
// and searches: those people repeat, and such as find rows nobody has opened before. Run with a file, it writes them.
import { fillDatabase, PROMISED_SIZE } from "../board/fill-database.ts";
import { percentile } from "../board/percentile.ts";
import { openServices } from "../booking/server.ts";
import type { Services } from "../../lib/assembly/services.ts";

const QUERIES = [
  ...["maja öberg", "ma", "a", "070", "andersson", "070-123", "4567", "SK1436", "vasagatan"],
  ...["maja göteborg", "bil 042", "portkod", "a b c d e f g h"],
];
const ROUNDS = 40;
/** The ends of telephone numbers: each finds other bookings, of other people. */
const ENDS = Array.from({ length: 500 }, (_, i) => String(i * 17 + 1_000));
const LIMIT = 30;
const WANTED_MS = 20;

if (import.meta.main) {
  const [database = "", count] = Deno.args;
  const making = await openServices(database);
  await fillDatabase(making, { ...PROMISED_SIZE, count: Number(count) });
  making.db.close();
}

/** Measures and prints; `search 20000` after the task's name is a smaller one, `search /file` has been filled before. */
export async function measureSearch(folder: string): Promise<void> {
  const asked = Deno.args[Deno.args.indexOf("search") + 1];
  const isGiven = asked?.startsWith("/") ?? false;
  const database = isGiven ? String(asked) : `${folder}/search.sqlite`;
  if (!isGiven) await fill(database, Number(asked) > 0 ? Number(asked) : PROMISED_SIZE.count);
  const services = await openServices(database);
  const started = performance.now();
  await services.search.refresh();
  console.info(`search: index built in ${seconds(started)} s; process ${memory()} MiB`);
  // The first searches of a process are compiled while they run.
  for (const query of [...QUERIES, ...QUERIES]) await timed(services, query);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    for (const query of QUERIES) times.push(await timed(services, query));
  }
  const fresh: number[] = [];
  for (const query of ENDS) fresh.push(await timed(services, query));
  const load = Deno.loadavg()[0]?.toFixed(1);
  console.info(`search: ${spread(times)} (wanted p99 <= ${WANTED_MS}), load ${load}`);
  console.info(`search: rows not opened before: ${spread(fresh)}; process ${memory()} MiB`);
  services.db.close();
}

/** A server that searches did not write what it finds: its memory is its own. */
async function fill(database: string, count: number): Promise<void> {
  const begun = performance.now();
  const script = new URL(import.meta.url).pathname;
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--lock=tests/deno.lock", script, database, String(count)],
  }).spawn().status;
  if (code !== 0) throw new Error("The bookings could not be written");
  console.info(`search: ${count} bookings written in ${seconds(begun)} s`);
}

async function timed({ search }: Services, query: string): Promise<number> {
  const asked = performance.now();
  await search.find({ query, limit: LIMIT, after: null });
  return performance.now() - asked;
}

function spread(times: readonly number[]): string {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(2));
  return `${times.length} searches, p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`;
}

function memory(): number {
  return Math.round(Deno.memoryUsage().rss / 2 ** 20);
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(1);
}
