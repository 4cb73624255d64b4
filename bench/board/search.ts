// Part "search": how long the index takes to build and what it holds, and searches beside the search it replaced,
// turn by turn over the same database. `deno run -A --v8-flags=--expose-gc bench/board/search.ts FILE`
import type { Services } from "../../lib/assembly/services.ts";
import { openServices } from "../booking/server.ts";
import { percentile } from "./percentile.ts";
import { formerSearch } from "./former-search.ts";
import { timed } from "./time.ts";

const ROUNDS = 40;
const LIMIT = 30;
/** What operators type, and the words the former search looked for; none where it knew no way. */
const QUERIES: readonly (readonly [typed: string, former: readonly string[] | null])[] = [
  ["maja öberg", ["maja", "oberg"]],
  ["ma", ["ma"]],
  ["a", ["a"]],
  ["070", ["70"]],
  ["andersson", ["andersson"]],
  ["070-123", ["70123"]],
  ["07912", null],
  ["4567", null],
  ["SK1436", ["flight:sk1436"]],
  ["vasagatan", null],
  ["maja göteborg", null],
  ["bil", null],
  ["bil 042", null],
  ["abc 042", null],
  ["förare 042 anna", null],
  ["portkod", null],
  ["g", null],
  ["a b c d e f g h", null],
];

if (import.meta.main) {
  const [database = ""] = Deno.args;
  const services = await openServices(database);
  await measureBuild(services);
  await measureQueries(services);
  services.db.close();
}

async function measureBuild({ search }: Services): Promise<void> {
  const before = heapMegabytes();
  const holds = loopHolds();
  const started = performance.now();
  await search.refresh();
  const seconds = (performance.now() - started) / 1000;
  const longest = holds.stop();
  const megabytes = heapMegabytes() - before;
  const rss = Deno.memoryUsage().rss / 2 ** 20;
  console.info(`built in ${seconds.toFixed(1)} s, loop held at most ${longest.p100.toFixed(0)} ms`);
  console.info(
    `(p99 ${longest.p99.toFixed(1)} ms), index ${megabytes.toFixed(0)} MiB (wanted <= 190)`,
  );
  console.info(`process ${rss.toFixed(0)} MiB`);
}

async function measureQueries({ search, db }: Services): Promise<void> {
  console.info("                        found  p50 ms  p99 ms  before: found  p50 ms  p99 ms");
  const all: number[] = [];
  // The first searches of a process are compiled while they run; they are nobody's usual ones.
  for (const [query] of [...QUERIES, ...QUERIES, ...QUERIES]) {
    await search.find({ query, limit: LIMIT, after: null });
  }
  for (const [query, words] of QUERIES) {
    const [now, before]: [number[], number[]] = [[], []];
    let [total, former] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      now.push(
        await timed(async () => {
          total = (await search.find({ query, limit: LIMIT, after: null })).total;
        }),
      );
      if (words === null) continue;
      before.push(
        await timed(async () => {
          former = (await formerSearch(db, words, LIMIT)).length;
        }),
      );
    }
    all.push(...now);
    const cells = [String(total), percentile(now, 0.5), percentile(now, 0.99)];
    if (words !== null) {
      cells.push(String(former), percentile(before, 0.5), percentile(before, 0.99));
    }
    console.info(query.padEnd(20) + cells.map(shown).join(""));
  }
  const load = Deno.loadavg()[0]?.toFixed(1);
  console.info(
    `all searches p99 ${percentile(all, 0.99).toFixed(2)} ms (wanted <= 20), load ${load}`,
  );
}

function shown(cell: string | number): string {
  return (typeof cell === "number" ? cell.toFixed(2) : cell).padStart(9);
}

/** How long the loop was held between two turns of a timer, in milliseconds. */
function loopHolds() {
  const gaps: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    gaps.push(now - last - 1);
    last = now;
  }, 1);
  return {
    stop() {
      clearInterval(timer);
      return { p99: percentile(gaps, 0.99), p100: Math.max(...gaps) };
    },
  };
}

function heapMegabytes(): number {
  const { gc } = globalThis as { gc?: () => void };
  gc?.();
  const { heapUsed, external } = Deno.memoryUsage();
  return (heapUsed + external) / 2 ** 20;
}
