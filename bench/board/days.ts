// Part "days": boards of days of 500, 2,000 and 5,000 trips, beside the board before on the same rows: the first trip on
// the screen, bytes, the browser's work, what customers wait for while eight boards open, and live changes until they are
// drawn, with 199 more streams open. `deno run -A --lock=tests/deno.lock bench/board/days.ts [TRIPS…]`
import type { Browser } from "npm:playwright-core@1.65.1";
import { paths } from "../../lib/kernel/paths.ts";
import { launchChromium } from "../../tests/support/chromium.ts";
import { CHROMIUM, hasChromium } from "../../tests/support/chromium-path.ts";
import { boardPage, type Opening, openingOf, updateTimes } from "./board-page.ts";
import { type RunningBoard, startBoard } from "./board-process.ts";
import { type BoardSources, copyForBefore, sourcesBefore, sourcesOfNow } from "./board-before.ts";
import { asksPlaces, books, latencies, openBoards } from "./customer.ts";
import { percentile } from "./percentile.ts";
import { pause } from "./time.ts";

const SIZES = [500, 2_000, 5_000];
const OPENINGS = 3;
/** Times eight boards open, the pause in between, and after how long it is enough, in milliseconds. */
const ROUNDS = 6;
const PAUSE_MS = 400;
const MAX_ROUNDS_MS = 8_000;
/** Streams beside the one of the browser, and how many a session may have. */
const STREAMS = 199;
const STREAMS_PER_SESSION = 8;

/** Figures of one board, by what they say. */
type Figures = Record<string, number>;

/** What each figure shall be at most, where something is wanted. */
const WANTED: Readonly<Record<string, string>> = {
  "browser's work, ms": "1000 at 5,000",
  "booking p99, eight boards opening against none": "1.5 times",
  "live change to pixel p95, ms": "300",
  "request delayed by boards at most, ms": "50",
};

/** Measures and prints. */
export async function measureDays(sizes: readonly number[] = SIZES): Promise<void> {
  if (!await hasChromium()) return console.info(`days left out: ${CHROMIUM} is missing`);
  const folder = await Deno.makeTempDir();
  await using before = await sourcesBefore();
  await using now = sourcesOfNow();
  const browser = await launchChromium();
  try {
    for (const trips of sizes) {
      const database = `${folder}/${trips}.sqlite`;
      await fill(database, trips);
      const former = before === null ? null : await copyForBefore(database);
      const ours = await figuresOf(browser, now, database);
      // The board before takes its time with a big day.
      if (former !== null) print(trips, ours, null);
      const theirs = before === null || former === null
        ? null
        : await figuresOf(browser, before, former);
      print(trips, ours, theirs);
    }
  } finally {
    await browser.close();
    await Deno.remove(folder, { recursive: true });
  }
}

async function figuresOf(
  browser: Browser,
  { folder }: BoardSources,
  database: string,
): Promise<Figures> {
  await using board = await startBoard(folder, database);
  const first = await openBoardOnce(board);
  return {
    "first board of the process, ms": first,
    ...await browserFigures(browser, board),
    ...await customerFigures(board),
  };
}

async function openBoardOnce({ origin, headers }: RunningBoard): Promise<number> {
  const started = performance.now();
  await (await fetch(`${origin}${paths.admin()}`, { headers })).arrayBuffer();
  return performance.now() - started;
}

async function browserFigures(browser: Browser, board: RunningBoard): Promise<Figures> {
  const page = await boardPage(browser, board);
  const openings: Opening[] = [];
  for (let i = 0; i < OPENINGS; i++) openings.push(await openingOf(page));
  const median = (of: (one: Opening) => number) => percentile(openings.map(of), 0.5);
  const streams = await openStreams(board);
  const updates = await updateTimes(page, board);
  streams.abort();
  await page.context().close();
  return {
    "first trip on the screen, ms": median(({ firstRowMs }) => firstRowMs),
    "page, KiB": median(({ pageBytes }) => pageBytes) / 1_024,
    "browser's work, ms": median(({ taskMs }) => taskMs),
    "live changes seen": updates.length,
    "live change to pixel p50, ms": percentile(updates, 0.5),
    "live change to pixel p95, ms": percentile(updates, 0.95),
  };
}

/** Opens the streams of other boards, which read all they are sent. */
async function openStreams(board: RunningBoard): Promise<AbortController> {
  const leaving = new AbortController();
  const { signal } = leaving;
  let headers = board.headers;
  for (let i = 0; i < STREAMS; i++) {
    if (i % STREAMS_PER_SESSION === 0) headers = await board.session();
    const response = await fetch(`${board.origin}${paths.api.adminEvents()}`, { headers, signal });
    if (!response.ok) throw new Error(`Stream ${i} was answered with ${response.status}`);
    void response.body?.pipeTo(new WritableStream(), { signal }).catch(() => {});
  }
  return leaving;
}

async function customerFigures(board: RunningBoard): Promise<Figures> {
  const figures: Figures = {};
  let [delayedMs, boardsAway] = [0, 0];
  for (const name of ["booking", "places"] as const) {
    const ask = name === "booking" ? books(board) : asksPlaces(board);
    for (let i = 0; i < 20; i++) await ask();
    await board.holds();
    const { times: alone } = await latencies(ask, () => pause(ROUNDS * (PAUSE_MS + 500)));
    const heldAlone = await board.holds();
    const { times: beside, turnedAway } = await latencies(ask, async () => {
      const until = performance.now() + MAX_ROUNDS_MS;
      for (let round = 0; round < ROUNDS && performance.now() < until; round++) {
        boardsAway += await openBoards(board);
        await pause(PAUSE_MS);
      }
    });
    const held = await board.holds();
    const at = (share: number) => percentile(beside, share) - percentile(alone, share);
    delayedMs = Math.max(delayedMs, at(0.99), at(1));
    figures[`${name} p50 alone, ms`] = percentile(alone, 0.5);
    figures[`${name} p99 alone, ms`] = percentile(alone, 0.99);
    figures[`${name} p99 while eight boards open, ms`] = percentile(beside, 0.99);
    figures[`${name} p99, eight boards opening against none`] = percentile(beside, 0.99) /
      percentile(alone, 0.99);
    figures[`${name}, told to come back`] = turnedAway;
    figures[`${name}: loop held alone (own work), ms`] = heldAlone.ownMs;
    figures[`${name}: loop held, boards opening (own work), ms`] = held.ownMs;
  }
  figures["boards told to come back"] = boardsAway;
  figures["request delayed by boards at most, ms"] = delayedMs;
  return figures;
}

async function fill(database: string, trips: number): Promise<void> {
  const script = new URL("fill-database.ts", import.meta.url).pathname;
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", script, database, String(trips)],
    ...{ stdout: "inherit", stderr: "inherit" },
  }).spawn().status;
  if (code !== 0) throw new Error("The database was not filled");
}

function print(trips: number, now: Figures, before: Figures | null): void {
  const [load] = Deno.loadavg();
  console.info(
    `\nday of ${trips} trips (load ${load?.toFixed(1)})`.padEnd(64) + "now   before  ratio",
  );
  for (const [name, value] of Object.entries(now)) {
    const former = before?.[name];
    const cells = [value, former, former === undefined ? undefined : value / former];
    const wanted = WANTED[name] === undefined ? "" : `   (wanted <= ${WANTED[name]})`;
    console.info(name.padEnd(56) + cells.map(cell).join("") + wanted);
  }
}

function cell(value: number | undefined): string {
  if (value === undefined) return "-".padStart(9);
  return value.toFixed(value < 10 ? 2 : 0).padStart(9);
}

if (import.meta.main) {
  await measureDays(Deno.args.length === 0 ? SIZES : Deno.args.map(Number));
}
