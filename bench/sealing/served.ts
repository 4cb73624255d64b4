// Parts "served" and "migration": the production server over many bookings. Served: sealed ones, until it is ready and its
// search is whole, and what pages take. Migration: those of a release that sealed nothing, sealed in the background while
// somebody goes on asking, and the server killed twice in the midst.
import { KEY_FAMILIES } from "../../lib/assembly/key-registry.ts";
import { NO_SEALER } from "../../lib/assembly/sealing.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import { rowsInFile } from "../../lib/kv/sqlite-file.ts";
import { isSealed } from "../../lib/kv/sealed-rows.ts";
import { takeFields } from "../../lib/kv/sealed-fields.ts";
import { sealingWalk } from "../../lib/kv/seal-old-rows.ts";
import { enterAs } from "../../scripts/demo/enter-as.ts";
import { productionParts } from "../../tests/support/production-keys.ts";
import {
  type ProductionServer,
  startProduction,
  statusOf,
} from "../../tests/support/production-server.ts";
import { fillDatabase, PROMISED_SIZE } from "../board/fill-database.ts";
import { percentile } from "../board/percentile.ts";
import { openServices } from "../booking/server.ts";

const ROUNDS = 20;
const LOOK_MS = 1_000;
/** Looks at whether the server is as far as it is waited for. */
const MOST_LOOKS = 3_600;
/** Pauses of whoever asks meanwhile, in milliseconds. */
const PAUSE_MS = 100;
/** The walks of sealing: one a family, and the feed's. */
const WALKS = [...KEY_FAMILIES.filter(({ sealed }) => sealed !== undefined), { name: "feed" }].map(
  sealingWalk,
);

/** Measures and prints; `served 20000` after the task's name is a smaller one, a folder with kv.sqlite is used as it is. */
export async function measureServed(folder: string): Promise<void> {
  const { headers, path, count } = await filled(folder, "served");
  const begun = performance.now();
  await using server = await startProduction({ folder: path, existing: true });
  console.info(`served: ready over ${count} after ${seconds(begun)} s; ${megabytes(server)} MiB`);
  const whole = async () => (await timed(server, "/admin?q=maja", headers)).text.includes("<tr");
  await until(whole);
  console.info(`served: search whole after ${seconds(begun)} s; ${megabytes(server)} MiB`);
  const day = localDate(Temporal.Now.instant());
  const addresses = ["/", "/admin", "/admin?q=maja+%C3%B6berg", "/admin?q=070", "/livez"];
  for (const address of [...addresses, `/admin/day.csv?date=${day}`]) {
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const { ms, status } = await timed(server, address, headers);
      if (status !== 200) throw new Error(`${address} answered ${status}`);
      times.push(ms);
    }
    console.info(`served: ${address}: ${spread(times)}`);
  }
  console.info(`served: ${megabytes(server)} MiB at the end`);
}

/** Measures and prints; `migration 20000` after the task's name is a smaller one. */
export async function measureMigration(folder: string): Promise<void> {
  const { headers, path, count } = await filled(folder, "migration");
  const begun = performance.now();
  await using server = await startProduction({ folder: path, existing: true });
  console.info(`migration: ready over ${count} unsealed after ${seconds(begun)} s`);
  const times: number[] = [];
  const wrong: string[] = [];
  const asking = { isOver: false, isDown: false };
  const asker = (async () => {
    for (let i = 0; !asking.isOver; i++) {
      await pause(PAUSE_MS);
      if (asking.isDown) continue;
      const address = ["/", "/admin", "/livez"][i % 3] ?? "/";
      try {
        const { ms, status } = await timed(server, address, headers);
        if (!asking.isDown) times.push(ms);
        if (status !== 200) wrong.push(`${address} ${status}`);
      } catch (error) {
        if (!asking.isDown) wrong.push(`${address} ${error}`);
      }
    }
  })();
  // Both in the midst of the longest walk: at its beginning, and once that over the bookings is done.
  const hasBegun = () => walkOf(server, "bookingEvent") !== null;
  for (const isThere of [hasBegun, () => isBookingsDone(server)]) {
    await until(isThere);
    asking.isDown = true;
    server.process.kill("SIGKILL");
    await server.process.status;
    await started(server);
    asking.isDown = false;
    console.info(`migration: killed with ${doneWalks(server)} of ${WALKS.length} walks over`);
  }
  await until(() => doneWalks(server) === WALKS.length);
  const took = seconds(begun);
  console.info(`migration: all sealed after ${took} s; ${megabytes(server)} MiB`);
  asking.isOver = true;
  await asker;
  console.info(
    `migration: ${times.length} pages meanwhile, ${spread(times)}, ${wrong.length} wrong`,
  );
  for (const one of new Set(wrong)) console.info(`  ${one}`);
  await server.stop();
  const { sealed, left } = await lookThrough(server.database);
  const rate = (sealed / Number(took)).toFixed(0);
  console.info(`migration: ${sealed} rows sealed, ${rate} a second; ${left} left as they were`);
}

/** A machine that others use may take longer than a test waits. */
async function started(server: ProductionServer): Promise<void> {
  try {
    await server.start();
  } catch (error) {
    console.info(`migration: ${String(error).slice(0, 400)}`);
    await until(async () => await statusOf(() => server.ask("/readyz")) === 200);
  }
}

interface Filled {
  headers: Record<string, string>;
  path: string;
  count: string;
}

async function filled(folder: string, part: "served" | "migration"): Promise<Filled> {
  const asked = Deno.args[Deno.args.indexOf(part) + 1];
  const isGiven = asked?.startsWith("/") ?? false;
  const path = isGiven ? String(asked) : folder;
  const parts = await productionParts();
  // A database that is given may be sealed in part: a run that was ended goes on.
  const sealer = part === "migration" && !isGiven ? { sealer: NO_SEALER } : {};
  const services = await openServices(`${path}/kv.sqlite`, {}, { ...parts, ...sealer });
  const count = Number(asked) > 0 ? Number(asked) : PROMISED_SIZE.count;
  if (!isGiven) await fillDatabase(services, { ...PROMISED_SIZE, count });
  const { headers } = await enterAs(services, "Kim");
  services.db.close();
  // Over https the name of the cookie has a prefix.
  const cookie = `__Host-${headers["cookie"]}`;
  return { headers: { ...headers, cookie }, path, count: isGiven ? "those given" : String(count) };
}

async function timed(server: ProductionServer, path: string, headers: Record<string, string>) {
  const asked = performance.now();
  const answer = await server.ask(path, { headers });
  const text = await answer.text();
  return { ms: performance.now() - asked, status: answer.status, text };
}

function doneWalks({ database }: ProductionServer): number {
  const done = rowsInFile(database, "backfill").filter(({ parts, value }) =>
    WALKS.includes(String(parts[1])) && isDone(value)
  );
  return done.length;
}

/** How far a walk is; null before it has begun. */
function walkOf({ database }: ProductionServer, name: string): unknown {
  const walk = sealingWalk({ name });
  return rowsInFile(database, "backfill").find(({ parts }) => parts[1] === walk)?.value ?? null;
}

function isBookingsDone(server: ProductionServer): boolean {
  return isDone(walkOf(server, "booking"));
}

function isDone(walk: unknown): boolean {
  return Reflect.get(Object(walk), "isDone") === true;
}

/** Every row of the families that are sealed, as it stands: those with an envelope, and those that still have a field of it. */
async function lookThrough(database: string): Promise<{ sealed: number; left: number }> {
  const kv = await Deno.openKv(database);
  const counts = { sealed: 0, left: 0 };
  for (const { prefix, sealed } of KEY_FAMILIES) {
    if (sealed === undefined) continue;
    for await (const { value } of kv.list({ prefix }, { batchSize: 100 })) {
      if (isSealed(value)) counts.sealed++;
      if (takeFields(value, sealed.fields).taken.length > 0) counts.left++;
    }
  }
  kv.close();
  return counts;
}

function megabytes({ process }: ProductionServer): number {
  const said = Deno.readTextFileSync(`/proc/${process.pid}/status`);
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(said)?.[1]) / 1_024);
}

function spread(times: readonly number[]): string {
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share).toFixed(1));
  return `p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    if (await isSo()) return;
    await pause(LOOK_MS);
  }
  throw new Error("It never came about");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(1);
}
