// bench/audit: how fast entries are appended, with and without the commits that make their intents, how long a million
// takes to verify and in how much memory, and what an intent costs a commit. README.md says what the figures mean.
// `deno task bench audit [append|through|cost|verify]`.
import { Appender } from "../../lib/audit/appender.ts";
import type { Intent } from "../../lib/audit/intent.ts";
import { auditKeys } from "../../lib/audit/keys.ts";
import { noteSigner } from "../../lib/audit/signed-note.ts";
import { Intents } from "../../lib/audit/write-intent.ts";
import { systemClock } from "../../lib/kernel/clock.ts";
import { family } from "../../lib/kv/family.ts";
import { type Database, openDatabase } from "../../lib/kv/open.ts";
import { Transaction } from "../../lib/kv/transaction.ts";

const RUNS = 3;
/** Intents that wait before the appender begins. */
const WAITING = 40_000;
const ENTRIES = 1_000_000;
const COMMITS = 5_000;
const WRITERS = 16;
const SIGNER = noteSigner("bench.example/audit", new Uint8Array(32).fill(1));

/** A row as large as a booking's. */
const row = family<[id: string], { text: string }>("benchRow", {
  ...{ privacy: "C1", subject: "nobody", kept: { until: "erased" } },
});
const VALUE = { text: "x".repeat(450) };

const PARTS: Readonly<Record<string, () => Promise<boolean>>> = {
  append: appending,
  through: goingThrough,
  cost: costing,
  verify: verifying,
};

if (import.meta.main) {
  const wanted = Deno.args.length === 0 ? Object.keys(PARTS) : Deno.args;
  let isKept = true;
  for (const part of wanted) isKept = (await PARTS[part]?.() ?? false) && isKept;
  if (!isKept) Deno.exit(1);
}

/** The appender alone: intents are there, entries come to be. */
async function appending(): Promise<boolean> {
  const rates: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await using bench = await fileDatabase();
    await plantIntents(bench.db, WAITING);
    rates.push(await rateOf(WAITING, () => appendAll(bench.db)));
  }
  return said("appender alone", rates, 20_000, "entries/s");
}

/** Commits with their intents, and the appender beside them, until nothing waits. */
async function goingThrough(): Promise<boolean> {
  const rates: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    await using bench = await fileDatabase();
    // A commit of thirty rows has one intent; so many a second no company commits, so the intents are planted as fast as
    // the file takes them while the appender runs.
    rates.push(
      await rateOf(WAITING, async () => {
        const planting = plantIntents(bench.db, WAITING);
        let isPlanted = false;
        void planting.then(() => void (isPlanted = true), () => void (isPlanted = true));
        const appender = appenderOf(bench.db);
        let appended = 0;
        while (appended < WAITING) {
          appended += await appender.append();
          if (!isPlanted) await new Promise((resolve) => setTimeout(resolve, 1));
        }
        await planting;
      }),
    );
  }
  return said("intents written, read, chained and removed", rates, 8_000, "entries/s");
}

/** What a commit costs with an intent, as a share of one without; both in one run, turn by turn. */
async function costing(): Promise<boolean> {
  const shares: number[] = [];
  const rates = { with: 0, without: 0 };
  for (let run = 0; run < RUNS; run++) {
    await using bench = await fileDatabase();
    const intents = new Intents({
      clock: systemClock,
      subjectsOf: () => Promise.resolve(["0123456789012345678901234567890123456789012"]),
      sealWhy: () => Promise.resolve(null),
    });
    rates.without = await rateOf(COMMITS, () => commits(bench.db, `a${run}`));
    rates.with = await rateOf(COMMITS, () => commits({ ...bench.db, intents }, `b${run}`));
    shares.push(rates.with / rates.without);
  }
  const share = median(shares);
  console.info(
    `commits with an intent: ${Math.round(rates.with)}/s, without ${
      Math.round(rates.without)
    }/s; ` +
      `share ${share.toFixed(2)} (median of ${shares.map((one) => one.toFixed(2)).join(", ")})`,
  );
  return true;
}

/** A million entries: verified by the command, in a process of its own whose memory is read. */
async function verifying(): Promise<boolean> {
  await using bench = await fileDatabase();
  for (let planted = 0; planted < ENTRIES; planted += WAITING) {
    await plantIntents(bench.db, Math.min(WAITING, ENTRIES - planted), planted);
    await appendAll(bench.db);
  }
  await appenderOf(bench.db).sign(true);
  const started = performance.now();
  const { code, stdout, stderr } = await new Deno.Command("/usr/bin/env", {
    args: [
      ...["time", "-f", "%M", Deno.execPath(), "run", "-A", "--no-check"],
      ...["scripts/verify-audit.ts", bench.path, "--key", SIGNER.verifierKey, "--entry", "777777"],
    ],
  }).output();
  const seconds = (performance.now() - started) / 1_000;
  const mebibytes = Number(new TextDecoder().decode(stderr).trim().split("\n").at(-1)) / 1_024;
  const isGood = code === 0 && new TextDecoder().decode(stdout).trimEnd().endsWith("GOOD");
  console.info(
    `${ENTRIES} entries verified in ${seconds.toFixed(1)} s (at most 60), ${
      Math.round(mebibytes)
    } MiB ` +
      `(under 512): ${isGood ? "GOOD" : "BAD"}`,
  );
  return isGood && seconds <= 60 && mebibytes < 512;
}

interface BenchDatabase extends AsyncDisposable {
  db: Database;
  path: string;
}

async function fileDatabase(): Promise<BenchDatabase> {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/kv.sqlite`;
  const db = await openDatabase(path);
  return {
    ...{ db, path },
    async [Symbol.asyncDispose]() {
      db.close();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

function appenderOf(db: Database): Appender {
  return new Appender({ db, clock: systemClock, signer: SIGNER, processId: "bench" });
}

async function appendAll(db: Database): Promise<void> {
  const appender = appenderOf(db);
  while (await appender.append() > 0);
}

/** Intents as commits leave them, many a commit: what is measured here is not who writes them. */
async function plantIntents(db: Database, count: number, first = 0): Promise<void> {
  for (let i = 0; i < count;) {
    const atomic = db.write.atomic();
    for (const end = Math.min(count, i + 200); i < end; i++) {
      atomic.set(auditKeys.intent(String(first + i).padStart(20, "0")), intentOf(first + i));
    }
    await atomic.commit();
  }
}

function intentOf(index: number): Intent {
  const id = String(index).padStart(26, "0");
  return {
    ...{ kind: "change", at: "2026-11-23T05:00:00Z", who: `person/${index % 50}` },
    ...{ what: "POST /admin/bookings/:bookingId/assign", act: "assign" },
    ...{ from: "83.252.x.x", ref: "7F3K-22QD", subjects: [`mark-${index}`] },
    rows: [
      { row: `booking/${id}`, was: `@${id}`, is: `#${id}000000` },
      { row: `bookingEvent/${id}/3`, was: null, is: `#${id}000001` },
      { row: `operatorAct/${id}`, was: null, is: `#${id}000002` },
    ],
  };
}

async function commits(db: Database, name: string): Promise<void> {
  let next = 0;
  await Promise.all(Array.from({ length: WRITERS }, async () => {
    for (let i = next++; i < COMMITS; i = next++) {
      const key = row(`${name}${i}`);
      await new Transaction(db).check(key, null).set(key, VALUE).commit();
    }
  }));
}

async function rateOf(count: number, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return count / ((performance.now() - started) / 1_000);
}

function said(name: string, rates: readonly number[], least: number, unit: string): boolean {
  const rate = median(rates);
  const each = rates.map((one) => Math.round(one)).join(", ");
  console.info(`${name}: ${Math.round(rate)} ${unit}, at least ${least} (median of ${each})`);
  return rate >= least;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
