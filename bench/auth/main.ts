// bench/auth: what signing in tells by its time, what it costs those who book beside it, and what a session costs a
// request. README.md says what the figures mean. `deno task bench auth [timing|beside|session]`.
import { beginSession, UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { joinPerson } from "../../lib/accounts/change-person.ts";
import { CENTRAL } from "../../lib/accounts/role.ts";
import { commitWithRetry } from "../../lib/kv/commit.ts";
import { benchServices } from "../booking/server.ts";
import { benchTrip } from "../booking/trip.ts";
import { requestText } from "../overload/wire.ts";
import { AuthServer } from "./auth-server.ts";
import { rankSumP } from "./rank-sum.ts";
import { knownAddress, signIn, unknownAddress } from "./sign-ins.ts";

const RUNS = 3;
const OF_EACH = 200;
const WARM = 10;
const WANTED_P = 0.01;

const BOOKINGS_A_SECOND = 10;
const SECONDS = 15;
const CLIENTS_SIGNING_IN = 30;
const PATIENCE_MS = 30_000;
const JSON_TYPE = { "content-type": "application/json" };

const CHECKS = 5_000;
const WANTED_SESSION_MS = 0.2;

const PARTS = { timing, beside, session } as const;

if (import.meta.main) {
  const wanted = Deno.args.length === 0 ? Object.keys(PARTS) : Deno.args;
  for (const [name, part] of Object.entries(PARTS)) if (wanted.includes(name)) await part();
}

/** Wrong passwords at accounts that are there and at such that are not, in turns: nobody can tell by the time. */
async function timing(): Promise<void> {
  let alike = 0;
  for (let run = 1; run <= RUNS; run++) {
    const { known, unknown, kinds } = await timedRun();
    const p = rankSumP(known, unknown);
    if (p > WANTED_P) alike++;
    console.info(
      `timing, run ${run}: ${OF_EACH} known p50 ${ms(known, 0.5)} p99 ${ms(known, 0.99)}, ` +
        `${OF_EACH} unknown p50 ${ms(unknown, 0.5)} p99 ${ms(unknown, 0.99)} ms; ` +
        `rank-sum p ${p.toFixed(3)}; answers: ${kinds.join("; ")}`,
    );
  }
  console.info(`timing: p > ${WANTED_P} in ${alike} of ${RUNS} runs (wanted 2)`);
}

async function timedRun(): Promise<{ known: number[]; unknown: number[]; kinds: string[] }> {
  await using server = await AuthServer.start(OF_EACH + WARM);
  const [known, unknown]: [number[], number[]] = [[], []];
  const kinds = new Set<string>();
  for (let i = -WARM; i < OF_EACH; i++) {
    const n = i + WARM;
    // Who is first takes turns: what the one leaves warm is no help to the other.
    const order = [[known, knownAddress(n)], [unknown, unknownAddress(n)]] as const;
    for (const [times, email] of i % 2 === 0 ? order : order.toReversed()) {
      const { status, ms, bytes } = await signIn(
        server.wire,
        email,
        2 * n + Number(times === known),
      );
      if (i < 0) continue;
      times.push(ms);
      kinds.add(`status ${status}, ${bytes} bytes`);
    }
  }
  return { known, unknown, kinds: [...kinds] };
}

/** Bookings at a steady rate, with nobody else there and with more signing in than can be hashed. */
async function beside(): Promise<void> {
  await using server = await AuthServer.start(0);
  const each = SECONDS * BOOKINGS_A_SECOND;
  const ids = await quoted(server, 3 * each, 0);
  await booked(server, ids.slice(0, each));
  const idle = await booked(server, ids.slice(each, 2 * each));
  const stop = new AbortController();
  const signingIn = Array.from(
    { length: CLIENTS_SIGNING_IN },
    (_, i) => keepSigningIn(server, i, stop.signal),
  );
  const busy = await booked(server, ids.slice(2 * each));
  stop.abort();
  const statuses = (await Promise.all(signingIn)).flat();
  const hashed = statuses.filter((status) => status === 422).length;
  const ratio = quantile(busy, 0.99) / quantile(idle, 0.99);
  console.info(
    `beside: ${BOOKINGS_A_SECOND} bookings/s, p50 ${ms(idle, 0.5)} p99 ${
      ms(idle, 0.99)
    } ms alone; ` +
      `p50 ${ms(busy, 0.5)} p99 ${ms(busy, 0.99)} ms while ${statuses.length} sign in ` +
      `(${(hashed / SECONDS).toFixed(1)}/s hashed, ${statuses.length - hashed} told to come back)`,
  );
  console.info(`beside: p99 ${ratio.toFixed(2)} times as long (wanted <= 2)`);
}

/** Prices to buy, asked for while nobody else is there: what is measured is the purchase. */
async function quoted({ wire }: AuthServer, count: number, from: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = 0; i < count; i++) {
    const body = JSON.stringify(benchTrip(from + i));
    const { text } = await wire.ask(
      requestText("POST", "/api/quotes", JSON_TYPE, body),
      PATIENCE_MS,
    );
    ids.push(/"id":"([^"]+)"/.exec(text)?.[1] ?? "");
  }
  return ids;
}

/** How long each purchase took; one that is turned away is said and does not count. */
async function booked({ wire }: AuthServer, quoteIds: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  const refused: number[] = [];
  const one = async (quoteId: string) => {
    const contact = { name: "Maja Berg", phone: "+46701234567", email: "" };
    const body = JSON.stringify({ quoteId, vehicleClass: "standard", contact });
    const headers = { ...JSON_TYPE, "idempotency-key": quoteId };
    const request = requestText("POST", "/api/bookings", headers, body);
    const started = performance.now();
    const { status } = await wire.ask(request, PATIENCE_MS);
    if (status === 201) times.push(performance.now() - started);
    else refused.push(status);
  };
  const all: Promise<void>[] = [];
  for (const quoteId of quoteIds) {
    all.push(one(quoteId));
    await new Promise((resolve) => setTimeout(resolve, 1_000 / BOOKINGS_A_SECOND));
  }
  await Promise.all(all);
  if (refused.length > 0) {
    const statuses = [...new Set(refused)].join(", ");
    console.info(`beside: ${refused.length} of ${all.length} bookings were answered ${statuses}`);
  }
  return times;
}

async function keepSigningIn(server: AuthServer, client: number, signal: AbortSignal) {
  const statuses: number[] = [];
  for (let i = 0; !signal.aborted; i++) {
    const n = client * 10_000 + i;
    statuses.push((await signIn(server.wire, unknownAddress(n), n)).status);
    // Whoever is told to come back does so, a little later.
    if (statuses.at(-1) !== 422) await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return statuses;
}

/** What looking at a session and its person costs, one after another and sixteen at once. */
async function session(): Promise<void> {
  const folder = await Deno.makeTempDir();
  const services = await benchServices(`${folder}/kv.sqlite`);
  const grants = [{ role: "customer", entity: CENTRAL }] as const;
  const who = { name: "Kund", email: knownAddress(0), phone: "", locale: "sv", grants } as const;
  const person = await joinPerson(services, who, { kind: "server" });
  const how = { factors: ["password"], origin: UNKNOWN_ORIGIN } as const;
  const { value } = await commitWithRetry(
    services.db,
    (tx) => beginSession(services, tx, person, how),
  );
  for (const atOnce of [1, 16]) {
    const started = performance.now();
    let left = CHECKS;
    await Promise.all(Array.from({ length: atOnce }, async () => {
      while (left-- > 0) await services.sessions.use(value.secret);
    }));
    const each = (performance.now() - started) / CHECKS;
    const verdict = each <= WANTED_SESSION_MS ? "" : `  wanted <= ${WANTED_SESSION_MS}`;
    console.info(`session: ${each.toFixed(3)} ms a check, ${atOnce} at once${verdict}`);
  }
  services.dependencies[Symbol.dispose]();
  services.db.close();
  await Deno.remove(folder, { recursive: true });
}

function ms(times: readonly number[], share: number): string {
  return quantile(times, share).toFixed(1);
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
