// Part "board": the first window of a day, 200 rows, as it is read from the database; keys in memory, and none.
import type { Services } from "../../lib/assembly/services.ts";
import { NO_SEALER } from "../../lib/assembly/sealing.ts";
import { DayBook } from "../../lib/board/day-book.ts";
import { loadDay } from "../../lib/board/load-day.ts";
import { BookingStore } from "../../lib/booking/booking-store.ts";
import { secureRandomBytes } from "../../lib/kernel/ids.ts";
import { localDate } from "../../lib/kernel/wall-time.ts";
import { sealedDatabase } from "../../lib/kv/sealed-database.ts";
import { machineTiming } from "../../lib/resilience/give-way.ts";
import { RowSealer } from "../../lib/security/row-sealer.ts";
import { percentile } from "../board/percentile.ts";
import { fillDatabase } from "../board/fill-database.ts";
import { openServices } from "../booking/server.ts";
import { ratios, type Took, took } from "./ratios.ts";

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
    await windows(services, openWindow);
  }
  const kinds: Record<string, [read: typeof openWindow, of: (all: Services) => Services]> = {
    "first window of a day nobody has open, keys warm, rows opened lately": [openWindow, same],
    "the same, none of the rows opened before": [openWindow, asIfUnopened],
    [`its ${ROWS} rows from the database alone, opened lately`]: [readRows, same],
    "the same, none of them opened before": [readRows, asIfUnopened],
  };
  for (const [name, [read, of]] of Object.entries(kinds)) {
    const pairs = await ratios(ROUNDS, {
      plain: () => windows(plain, read),
      sealed: () => windows(sealed, (services) => read(of(services))),
    });
    pairs.report(`board, ${name}`, WANTED);
  }
  const cold: number[] = [];
  for (let i = 0; i < COLD_READS; i++) {
    sealed.subjectKeys.forget();
    const started = performance.now();
    await openWindow(sealed);
    cold.push(performance.now() - started);
  }
  const [p50, p99] = [0.5, 0.99].map((share) => percentile(cold, share).toFixed(1));
  console.info(`board, the same with no key in memory: p50 ${p50} ms, p99 ${p99} ms`);
  for (const services of [plain, sealed]) services.db.close();
}

function same(services: Services): Services {
  return services;
}

/** The same process with its keys, and a sealer that remembers no row. */
function asIfUnopened(services: Services): Services {
  const { db, subjectKeys, reachKey } = services;
  const stored = db.stored ?? db.read;
  const markOf = () => Promise.reject(new Error("Nothing is sealed here"));
  const sealer = new RowSealer({ subjectKeys, randomBytes: secureRandomBytes, markOf });
  const unopened = sealedDatabase({ ...db, read: stored, write: stored }, sealer);
  return { ...services, bookings: new BookingStore(unopened, reachKey) };
}

function windows(services: Services, read: typeof readRows): Promise<Took> {
  return took(READS, async () => {
    for (let i = 0; i < READS; i++) await read(services);
  });
}

/** As the first board of a day makes it: the day is read, its window taken, and written as it is sent. */
async function openWindow(services: Services): Promise<void> {
  const days = new DayBook({ ...services, timing: machineTiming });
  const day = await loadDay({ ...services, days }, localDate(services.clock.now()), null);
  if (JSON.stringify(day).length < ROWS * 100) throw new Error("No window was read");
}

async function readRows({ bookings, clock }: Services): Promise<void> {
  const rows = await bookings.listDay(localDate(clock.now()), ROWS);
  if (rows.length < ROWS / 2 || rows[0]?.customer === "") throw new Error("No window was read");
}
