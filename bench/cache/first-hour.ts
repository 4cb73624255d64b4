// The first hour of a process, through the product itself: a day before teaches it what is asked for, then it starts twice on the
// same database, once knowing nothing and once with the tier and the patterns of the day, and answers the same hour.
import { startProduction } from "../../tests/support/production-server.ts";
import { tempFolder } from "../../tests/support/databases.ts";
import { OutsideEngines } from "./outside.ts";
import { dayTrace, type Quote, SEED } from "./traces.ts";

const ENGINE_MS = 50;
const HOUR_MS = 3_600_000;
/** Of the day and of the rush hour: the machine answers them in a minute or two, where people take a day and an hour. */
const DAY_QUOTES = 800;
const HOUR_QUOTES = 400;
/** As many people ask at once. */
const AT_ONCE = 4;
/** Every so many prices somebody opens a page. */
const PAGE_EVERY = 4;
/** Patterns are written once a minute, and read again as seldom. */
const WRITTEN_MS = 70_000;
const WARMED_MS = 75_000;

type Server = Awaited<ReturnType<typeof startProduction>>;

/** Prints both hours; true where the warmed one answers more without an engine. */
export async function measureFirstHour(): Promise<boolean> {
  await using engines = new OutsideEngines();
  engines.tookMs = ENGINE_MS;
  await using folder = await tempFolder();
  const outside = { AVANTI_OSRM_URL: engines.origin };
  const shared = { ...outside, AVANTI_CACHE: `${folder.path}/cache.sqlite` };
  const open = (env: Record<string, string>, existing: boolean) =>
    startProduction({ env, folder: folder.path, existing });
  {
    await using server = await open(shared, false);
    await answer(server, engines, sampled(dayTrace().quotes, DAY_QUOTES));
    await new Promise((resolve) => setTimeout(resolve, WRITTEN_MS));
    await server.stop();
  }
  const rush = dayTrace(SEED + 1).quotes.filter(({ atMs }) =>
    atMs >= 7 * HOUR_MS && atMs < 8 * HOUR_MS
  );
  const hour = sampled(rush, HOUR_QUOTES);
  const cold = await firstHour(await open(outside, true), { engines, hour, name: "cold" });
  const started = await open(shared, true);
  await new Promise((resolve) => setTimeout(resolve, WARMED_MS));
  const warmed = await firstHour(started, { engines, hour, name: "warmed" });
  const faster = (name: "price" | "page") => (cold[name].p50 / warmed[name].p50).toFixed(2);
  console.info(
    `warmed against cold: ${(warmed.rate / cold.rate).toFixed(2)} times the hits, prices ${
      faster("price")
    } and pages ${faster("page")} times as fast (p50)`,
  );
  // Most pairs of places are asked for once, so that the median is a miss in both: what is promised is the rate.
  return warmed.rate > cold.rate;
}

async function firstHour(
  opened: Server,
  { engines, hour, name }: { engines: OutsideEngines; hour: readonly Quote[]; name: string },
) {
  await using server = opened;
  const { asked, price, page } = await answer(server, engines, hour);
  if (server.said().includes("the shared cache is left alone")) {
    console.info(`${name}: the tier did not answer in its time, and was left alone for a while`);
  }
  const rate = 1 - asked / hour.length;
  console.info(
    `${name}: ${(100 * rate).toFixed(1)} % of ${hour.length} prices without an engine; ` +
      `price ${said(price)}, page ${said(page)}`,
  );
  return { rate, price: quantiles(price), page: quantiles(page) };
}

/** Everything that is asked, by some people at once; how often an engine was asked, and what each took in milliseconds. */
async function answer(server: Server, engines: OutsideEngines, quotes: readonly Quote[]) {
  const from = engines.routes;
  const [price, page]: [number[], number[]] = [[], []];
  const left = quotes.entries();
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (const [i, quote] of left) {
      price.push(await timed(() => priceOf(server, quote)));
      if (i % PAGE_EVERY === 0) page.push(await timed(() => server.ask(i % 8 ? "/prices" : "/")));
    }
  }));
  return { asked: engines.routes - from, price, page };
}

function priceOf(server: Server, { from, to }: Quote): Promise<Response> {
  const date = Temporal.Now.plainDateISO("Europe/Stockholm").add({ days: 1 }).toString();
  const pickup = { wallTime: `${date}T10:00` };
  const body = { from: pinOf(from), to: pinOf(to), passengers: 1, pickup };
  const headers = { "content-type": "application/json", origin: server.origin };
  return server.ask("/api/quotes", { method: "POST", body: JSON.stringify(body), headers });
}

/** Pins of a grid over Gothenburg, a place each. */
function pinOf(rank: number) {
  const [lat, lng] = [57.62 + (rank % 60) * 0.004, 11.85 + Math.floor(rank / 60) * 0.006];
  return { words: `Plats ${rank}`, placeId: `pin:${lat.toFixed(4)},${lng.toFixed(4)}` };
}

async function timed(ask: () => Promise<Response>): Promise<number> {
  const from = performance.now();
  let response = await ask();
  let text = await response.text();
  // A machine that is shared has too much to do for a moment: whoever waits waits that too.
  while (response.status === 503) {
    response = await ask();
    text = await response.text();
  }
  if (!response.ok) throw new Error(`${response.status}: ${text.slice(0, 300)}`);
  return performance.now() - from;
}

/** Every so many of them, so that the whole time is in it. */
function sampled(quotes: readonly Quote[], wanted: number): Quote[] {
  const step = Math.max(1, Math.floor(quotes.length / wanted));
  return quotes.filter((_, i) => i % step === 0).slice(0, wanted);
}

function quantiles(times: number[]): { p50: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

function said(times: number[]): string {
  const { p50, p99 } = quantiles(times);
  return `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
}
