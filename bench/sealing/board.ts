// Part "board": the first window of a day, 200 rows, as it is read from the database; keys in memory, and none.
import type { Services } from "../../lib/assembly/services.ts";
import { NO_SEALER } from "../../lib/assembly/sealing.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import { percentile } from "../board/percentile.ts";
import { fillDatabase } from "../board/fill-database.ts";
import { openServices } from "../booking/server.ts";
import { ratios } from "./ratios.ts";

const ROWS = 200;
const ROUNDS = 15;
const READS = 20;
const COLD_READS = 15;
const WANTED = 0.7;

/** Measures and prints. */
export async function measureBoard(folder: string): Promise<void> {
  const sealed = await openServices(`${folder}/sealed.sqlite`);
  const plain = await openServices(`${folder}/plain.sqlite`, {}, { sealer: NO_SEALER });
  for (const services of [sealed, plain]) {
    await fillDatabase(services, { count: 3 * ROWS, tripsPerDay: ROWS });
    await windowsASecond(services);
  }
  const pairs = await ratios(ROUNDS, {
    plain: () => windowsASecond(plain),
    sealed: () => windowsASecond(sealed),
  });
  pairs.report(`board, first window of ${ROWS} rows, keys warm`, "a second", WANTED);
  const cold: number[] = [];
  for (let i = 0; i < COLD_READS; i++) {
    sealed.subjectKeys.forget();
    const started = performance.now();
    await readWindow(sealed);
    cold.push(performance.now() - started);
  }
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(cold, share).toFixed(1));
  console.info(`board, the same with no key in memory: p50 ${p50} ms, p99 ${p99} ms`);
  for (const services of [plain, sealed]) services.db.close();
}

async function windowsASecond(services: Services): Promise<number> {
  const started = performance.now();
  for (let i = 0; i < READS; i++) await readWindow(services);
  return READS / ((performance.now() - started) / 1_000);
}

async function readWindow({ bookings, clock }: Services): Promise<void> {
  const rows = await bookings.listDay(localDate(clock.now()), ROWS);
  if (rows.length < ROWS / 2 || rows[0]?.customer === "") throw new Error("No window was read");
}
