// bench/board: five dispatchers on one busy day, 1,200 trips on 60 cars, over HTTP and the live stream: the clock of the
// server leaps when all is done that is due, and the server is killed twice. Exits with 1 when an act is lost or doubled,
// a car is booked twice, a history does not lead to what is stored, or a screen says something else than the rows; then the
// same day on the board before, as far as its acts go. `… bench/board/dispatchers.ts [now] [before]`
import { repeatableRandom } from "../../tests/support/repeatable-random.ts";
import { sourcesBefore, sourcesOfNow } from "./board-before.ts";
import { bookDay, BOOKED_MS, happeningsOf, MIDNIGHT_MS, OVER_MS, TRIPS } from "./desk-bookings.ts";
import { byId, checkDay, disagreements, printFindings } from "./desk-checks.ts";
import { Dispatcher } from "./desk-dispatcher.ts";
import { DeskProcess } from "./desk-process.ts";
import { Desk } from "./desk.ts";
import { pause } from "./time.ts";
import { percentile } from "./percentile.ts";

const NAMES = ["Sara", "Kim", "Olle", "Fatima", "Nils"];
/** How far the clock leaps, in minutes. */
const LEAP_MINUTES = 10;
/** When the server is killed, in hours of the day, and how long it then has worked since the leap, in milliseconds. */
const OUTAGE_HOURS = [8, 16.5];
const INTO_WORK_MS = 60;
/** How often somebody without work looks at the screen, in milliseconds. */
const LOOK_MS = 4;
/** How long the last entries of the stream may take, in milliseconds. */
const SETTLE_MS = 10_000;
/** A day that takes longer than this is given up, in milliseconds. */
const MAX_DAY_MS = 240_000;

/** Codes that say that somebody else was first. */
const CONFLICTS = new Set([
  ...["booking-changed", "booking-state", "vehicle-not-free", "car-unfit", "field-fixed"],
  ...["price-changed", "cancellation-fee-changed", "nothing-changed"],
]);

/** Whose day it is. */
export type Board = "now" | "before";

/** Runs a day on each board and prints it; whether today's was as it must be. */
export async function measureDispatchers(boards: readonly Board[] = ["now", "before"]) {
  let isRight = true;
  for (const board of boards) {
    await using sources = board === "now" ? sourcesOfNow() : await sourcesBefore();
    if (sources === null) continue;
    console.info(`\nboard ${sources.name}, load ${Deno.loadavg()[0]?.toFixed(1)}`);
    const isFine = await measureDay(sources.folder, board === "before");
    if (board === "now") isRight = isFine;
  }
  return isRight;
}

async function measureDay(sources: string, isBefore: boolean): Promise<boolean> {
  const folder = await Deno.makeTempDir();
  const process = new DeskProcess(sources, `${folder}/day.sqlite`, BOOKED_MS);
  try {
    const started = performance.now();
    await process.start();
    await bookDay(process.origin);
    console.info(`${TRIPS} trips booked after ${seconds(performance.now() - started)}`);
    const { dispatchers, apiRows } = await runDay(process);
    const desks = dispatchers.map(({ desk }) => desk);
    printFigures(dispatchers, performance.now() - started);
    return printFindings(await checkDay(`${folder}/day.sqlite`, desks, apiRows, isBefore));
  } finally {
    await process.kill();
    await Deno.remove(folder, { recursive: true });
  }
}

async function runDay(process: DeskProcess) {
  await process.leap((MIDNIGHT_MS - process.nowMs) / 60_000);
  const dispatchers = NAMES.map((name, i) => {
    const desk = new Desk(name, process, repeatableRandom(2_000_003 + i * 7_919));
    return new Dispatcher(desk, i, NAMES.length, repeatableRandom(4_000_003 + i * 7_919));
  });
  for (const { desk } of dispatchers) await desk.open();
  const streams = dispatchers.map(({ desk }) => desk.follow());
  await workThrough(process, dispatchers);
  const apiRows = await settled(dispatchers);
  for (const { desk } of dispatchers) desk.leave();
  await Promise.all(streams);
  await process.kill();
  return { dispatchers, apiRows };
}

/** Everybody works; when nobody has anything to do, the clock leaps. */
async function workThrough(process: DeskProcess, dispatchers: Dispatcher[]): Promise<void> {
  const first = dispatchers[0];
  if (first === undefined) return;
  const rows = [...first.desk.rows.values()].sort((a, b) => a.pickupMs - b.pickupMs);
  const ids = rows.map(({ id }) => id);
  const happenings = happeningsOf(rows, dispatchers.length);
  const outages = OUTAGE_HOURS.map((hour) => MIDNIGHT_MS + hour * 3_600_000);
  const startedAt = performance.now();
  const idle = dispatchers.map(() => false);
  let isOver = false;
  const working = dispatchers.map(async (dispatcher, i) => {
    while (!isOver) {
      idle[i] = !await dispatcher.work(process.nowMs, ids);
      if (idle[i]) await pause(LOOK_MS);
    }
  });
  const leading = async () => {
    while (process.nowMs < OVER_MS) {
      if (performance.now() - startedAt > MAX_DAY_MS) throw new Error("The day takes too long");
      await pause(LOOK_MS);
      if (!idle.every(Boolean)) continue;
      await process.leap(LEAP_MINUTES);
      while ((happenings[0]?.atMs ?? Infinity) <= process.nowMs) {
        const happening = happenings.shift();
        for (const to of happening?.tellTo ?? []) {
          if (happening !== undefined) dispatchers[to]?.told.push(happening);
        }
      }
      idle.fill(false);
      if ((outages[0] ?? Infinity) > process.nowMs) continue;
      outages.shift();
      await pause(INTO_WORK_MS);
      const at = new Date(process.nowMs).toISOString();
      console.info(`killed at ${at}, back after ${seconds(await process.outage())}`);
    }
  };
  try {
    // Whoever fails ends the day for all.
    await Promise.race([leading(), Promise.all(working)]);
  } finally {
    isOver = true;
  }
  await Promise.all(working);
}

/** Waits until every screen shows what the API gives; after a while what they show is the finding. */
async function settled(dispatchers: readonly Dispatcher[]) {
  const until = performance.now() + SETTLE_MS;
  const [first] = dispatchers;
  if (first === undefined) return [];
  while (true) {
    const rows = await first.desk.dayRows();
    const isShown = dispatchers.every(({ desk }) =>
      disagreements(desk.rows, byId(rows)).length === 0
    );
    if (isShown || performance.now() > until) return rows;
    await pause(100);
  }
}

function printFigures(dispatchers: readonly Dispatcher[], tookMs: number): void {
  const desks = dispatchers.map(({ desk }) => desk);
  const acts = desks.flatMap((desk) => desk.acts);
  const done = acts.filter(({ id }) => id !== null);
  const times = acts.map(({ ms }) => ms / 1_000);
  const conflicts = acts.filter(({ code }) => code !== null && CONFLICTS.has(code));
  const undos = desks.flatMap((desk) => desk.undos);
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
  const [p50, p95] = [0.5, 0.95].map((share) => percentile(times, share).toFixed(3));
  console.info(`day of ${TRIPS} trips, ${desks.length} dispatchers, in ${seconds(tookMs)}`);
  console.info(`acts ${done.length}, per trip ${(done.length / TRIPS).toFixed(2)}`);
  console.info(`  by kind: ${counted(done.map(({ kind }) => kind))}`);
  console.info(`  each: ${desks.map((one) => `${one.name} ${one.acts.length}`).join(", ")}`);
  console.info(`seconds per act p50 ${p50}, p95 ${p95} (server's time, the queue before it too)`);
  const again = acts.filter(({ unanswered }) => unanswered > 0).length;
  console.info(`sent again under their key: ${again} acts, answers lost or the server away`);
  console.info(`conflicts met ${conflicts.length}; refused in all ${acts.length - done.length}`);
  console.info(`  by code: ${counted(acts.flatMap(({ code }) => code ?? []))}`);
  const refused = undos.flatMap(({ code }) => code ?? []);
  console.info(`undone ${undos.length - refused.length}, undo refused: ${counted(refused)}`);
  console.info(`come too late: ${sum(dispatchers.map(({ tooLate }) => tooLate))}`);
  console.info(`streams opened again ${sum(desks.map((one) => one.reconnections))}`);
  console.info(`  days read anew ${sum(desks.map(({ resets }) => resets))}`);
  const statuses = [...desks[0]?.rows.values() ?? []].map(({ status }) => status);
  console.info(`trips in the end: ${counted(statuses)}`);
}

function counted(words: readonly string[]): string {
  const groups = [...Map.groupBy(words, (word) => word)].map(([word, all]) =>
    `${word} ${all.length}`
  );
  return groups.length === 0 ? "none" : groups.sort().join(", ");
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}

if (import.meta.main) {
  const boards = (["now", "before"] as const).filter((board) => Deno.args.includes(board));
  Deno.exit(await measureDispatchers(boards.length === 0 ? undefined : boards) ? 0 : 1);
}
