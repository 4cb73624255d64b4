// bench/ledger: a year of books in a file, and how long a month's report, its SIE file and a day's report take.
import process from "node:process";
import { daysOf, loadBookDay, loadBookMonth } from "../../lib/board/books-page.ts";
import { accountNames } from "../../lib/bookkeeping/account-names.ts";
import { HOUSE, legalEntities } from "../../lib/bookkeeping/legal-entity.ts";
import { sieFile } from "../../lib/bookkeeping/sie-file.ts";
import { textsFor } from "../../lib/i18n/texts.ts";
import { openServices } from "../booking/server.ts";
import { fillLedger, POSTINGS_A_RIDE } from "./fill-ledger.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { anOperator } from "../../tests/support/operator.ts";

const POSTINGS = 1_000_000;
const MONTH = "2026-08";
const ROUNDS = 5;
/** What the page of a month may take, in milliseconds. */
const WANTED_MS = 2_000;

if (import.meta.main) {
  const [postings = String(POSTINGS)] = Deno.args;
  const folder = await Deno.makeTempDir();
  const services = await openServices(`${folder}/avanti.sqlite`);
  try {
    const began = performance.now();
    const rides = Math.floor(Number(postings) / POSTINGS_A_RIDE);
    await fillLedger(services, rides);
    const seconds = (performance.now() - began) / 1000;
    console.info(`${rides * POSTINGS_A_RIDE} postings booked in ${seconds.toFixed(0)} s`);
    await measured(services);
  } finally {
    services.db.close();
    await Deno.remove(folder, { recursive: true });
  }
}

async function measured(services: Services): Promise<void> {
  const { session } = await anOperator(services);
  const [entity] = legalEntities(services.company, await services.fleet.all(), new Set([HOUSE]));
  if (entity === undefined) throw new Error("There is no company");
  const asked = { entities: [entity], entity };
  const month = await timed(() => loadBookMonth(services, session, { ...asked, month: MONTH }));
  const day = await timed(() => loadBookDay(services, session, { ...asked, date: `${MONTH}-14` }));
  let bytes = 0;
  const file = await timed(async () => {
    bytes = 0;
    const vouchers = services.ledger.vouchersBetween({ entityId: entity.id, ...daysOf(MONTH) });
    const texts = textsFor("sv").bookkeeping.vouchers;
    const head = { entity, madeOn: "2026-09-01", version: "bench", accounts: accountNames("sv") };
    for await (const part of sieFile({ ...head, texts }, vouchers)) bytes += part.length;
  });
  console.info(`month's page: ${month.ms} ms (wanted <= ${WANTED_MS}), ${month.words}`);
  console.info(`its SIE file: ${file.ms} ms for ${(bytes / 1e6).toFixed(1)} MB, ${file.words}`);
  console.info(`day's page:   ${day.ms} ms, ${day.words}`);
}

/** The middle of some rounds, what of the processor the least took, and how much the heap grew in the worst of them. */
async function timed(act: () => Promise<unknown>): Promise<{ ms: number; words: string }> {
  const times: number[] = [];
  let grown = 0;
  let leastCpu = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const before = Deno.memoryUsage().heapUsed;
    let most = before;
    const watch = setInterval(() => most = Math.max(most, Deno.memoryUsage().heapUsed), 20);
    const cpuBefore = cpuMs();
    const began = performance.now();
    await act();
    times.push(performance.now() - began);
    leastCpu = Math.min(leastCpu, cpuMs() - cpuBefore);
    clearInterval(watch);
    grown = Math.max(grown, most - before);
  }
  times.sort((a, b) => a - b);
  const at = (n: number) => Math.round(times[n] ?? 0);
  const cpu = `${Math.round(leastCpu)} of the processor`;
  const words = `${at(0)} to ${at(ROUNDS - 1)}, ${cpu}, heap + ${
    (grown / 1e6).toFixed(0)
  } MB at most`;
  return { ms: at(Math.floor(ROUNDS / 2)), words };
}

/** Of this process so far: others want the machine, too. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
