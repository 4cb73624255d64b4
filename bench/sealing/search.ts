// Part "search": many sealed bookings, the time until they can be searched after a start, and searches.
import { percentile } from "../board/percentile.ts";
import { fillDatabase, PROMISED_SIZE } from "../board/fill-database.ts";
import { openServices } from "../booking/server.ts";

const QUERIES = [
  ...["maja öberg", "ma", "a", "070", "andersson", "070-123", "4567", "SK1436", "vasagatan"],
  ...["maja göteborg", "bil 042", "portkod", "a b c d e f g h"],
];
const ROUNDS = 40;
const LIMIT = 30;
const WANTED_MS = 20;

/** Measures and prints; `search 20000` after the task's name is a smaller one. */
export async function measureSearch(folder: string): Promise<void> {
  const asked = Number(Deno.args[Deno.args.indexOf("search") + 1]);
  const count = asked > 0 ? asked : PROMISED_SIZE.count;
  const database = `${folder}/search.sqlite`;
  const making = await openServices(database);
  const begun = performance.now();
  await fillDatabase(making, { ...PROMISED_SIZE, count });
  making.db.close();
  console.info(`search: ${count} bookings written in ${seconds(begun)} s`);
  const services = await openServices(database);
  const started = performance.now();
  await services.search.refresh();
  const rss = Math.round(Deno.memoryUsage().rss / 2 ** 20);
  console.info(`search: index of ${count} built in ${seconds(started)} s; process ${rss} MiB`);
  const times: number[] = [];
  for (let round = -2; round < ROUNDS; round++) {
    for (const query of QUERIES) {
      const asked = performance.now();
      await services.search.find({ query, limit: LIMIT, after: null });
      // The first searches of a process are compiled while they run.
      if (round >= 0) times.push(performance.now() - asked);
    }
  }
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(times, share).toFixed(2));
  console.info(`search: p50 ${p50} ms, p99 ${p99} ms (wanted <= ${WANTED_MS})`);
  services.db.close();
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(1);
}
