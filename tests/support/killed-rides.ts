// Rides whose process is killed again and again, while their customers are mailed by a real server; and what of it arrived.
import assert from "node:assert/strict";
import type { BookingEvent } from "../../lib/booking/booking.ts";
import { messageKeys } from "../../lib/messages/keys.ts";
import type { OutboxMessage } from "../../lib/messages/message.ts";
import { readList } from "../../lib/kv/read.ts";
import { tempFolder } from "./databases.ts";
import { mailServer } from "./mail-server.ts";
import { mailSetting } from "./mail-setting.ts";
import { type TestServices, testServices } from "./services.ts";

/** What came of it. */
export interface KilledRides {
  kills: number;
  /** Messages, mails that arrived, and those of them that had arrived before. */
  messages: number;
  mails: number;
  repeats: number;
  /** Events no mail told of. */
  lost: string[];
}

const BEGIN = "2026-11-24T05:00:00Z";
/** Longer than anybody has a job to themselves. */
const BETWEEN_MS = 125_000;
const DRAINS = 4;
const MOST_RUNS_A_KILL = 10;
/** What is left of the wait for a kill after a process that ended before it: machines differ. */
const SHORTER = 0.7;
const MOST_ROWS = 10_000;

/** Kills a process so often: in turn when a mail has arrived that it does not yet know of, and at a moment of its work. */
export async function killedRides(kills: number): Promise<KilledRides> {
  await using folder = await tempFolder();
  const database = `${folder.path}/kv.sqlite`;
  let onMail: () => void = () => {};
  await using server = await mailServer({ onMailFrom: (_a, _s, callback) => callback() });
  const whenMailed = watch(server.mails, () => onMail());
  let nowMs = Date.parse(BEGIN);
  const run = (what: string) => {
    nowMs += BETWEEN_MS;
    return start([database, String(server.port), new Date(nowMs).toISOString(), what]);
  };
  assert.equal((await run("first").status).code, 0);
  const repeatsAllowed = new Set<string>();
  let killed = 0;
  let runs = 0;
  let haste = 1;
  while (killed < kills) {
    const child = run("");
    const isAtMail = killed % 2 === 0;
    onMail = () => {
      if (!isAtMail) return;
      repeatsAllowed.add(idOf(server.mails.at(-1)?.read.messageId));
      kill(child);
    };
    const timer = isAtMail ? null : setTimeout(() => kill(child), (900 + killed * 130) * haste);
    const { signal, code } = await child.status;
    assert(signal === "SIGKILL" || code === 0, "it failed by itself");
    assert(runs++ < kills * MOST_RUNS_A_KILL, "it ends before it can be killed");
    if (timer !== null) clearTimeout(timer);
    if (signal === "SIGKILL") killed++;
    else if (!isAtMail) haste *= SHORTER;
  }
  onMail = () => {};
  for (let i = 0; i < DRAINS; i++) assert.equal((await run("quiet").status).code, 0);
  whenMailed.stop();
  const now = new Date(nowMs).toISOString();
  await using test = await testServices({
    ...{ database, now, existing: true, environment: mailSetting(server.port) },
  });
  const ids = server.mails.map(({ read }) => idOf(read.messageId));
  return await account(test, killed, ids, repeatsAllowed);
}

/** Compares what happened with what arrived. */
async function account(
  { services }: TestServices,
  kills: number,
  ids: readonly string[],
  repeatsAllowed: ReadonlySet<string>,
): Promise<KilledRides> {
  const rows = await readList(services.db.read, { prefix: messageKeys.outbox.prefix }, MOST_ROWS);
  const messages = rows.map(({ value }) => value).filter(({ channel }) => channel === "mail");
  const known = new Set(messages.map(({ id }) => id));
  assert.deepEqual(ids.filter((id) => !known.has(id)), [], "a mail nobody knows of");
  assert.deepEqual(messages.filter(({ outcome }) => !SETTLED.has(outcome)), []);
  const arrived = new Set(ids);
  const sent = messages.filter(({ outcome }) => outcome === "sent");
  assert.deepEqual(sent.filter(({ id }) => !arrived.has(id)).map(({ id }) => id), []);
  const withdrawn = messages.filter(({ outcome }) => outcome === "withdrawn");
  const repeated = ids.filter((id, i) => ids.indexOf(id) !== i);
  assert.deepEqual(repeated.filter((id) => !repeatsAllowed.has(id)), [], "repeated for no reason");
  const lost: string[] = [];
  for (const booking of await services.bookings.listNewest(MOST_ROWS, null)) {
    const ofIt = messages.filter(({ id, bookingId }) =>
      arrived.has(id) && bookingId === booking.id
    );
    const told = await spansOf(services, ofIt);
    const events = await services.bookings.events(booking.id);
    // Of a ride that is off by now nobody is told how it was to be: what was to tell it was taken back.
    if (ofIt.some(({ topic }) => topic === "cancellation")) {
      told.push(
        ...await spansOf(services, withdrawn.filter((one) => one.bookingId === booking.id)),
      );
    }
    lost.push(
      ...events.flatMap((event, i) =>
        !isTold(event) || told.some(([from, to]) => from < i + 1 && i + 1 <= to)
          ? []
          : `${booking.id} ${i + 1} ${event.type}`
      ),
    );
  }
  return { kills, messages: messages.length, mails: ids.length, repeats: repeated.length, lost };
}

const SETTLED: ReadonlySet<string> = new Set(["sent", "withdrawn"]);

/** Every event of these rides is told. */
function isTold({ type }: BookingEvent): boolean {
  return type !== "overrode";
}

/** The versions each message leads from and to. */
async function spansOf(
  { messages }: TestServices["services"],
  sent: readonly OutboxMessage[],
): Promise<(readonly [from: number, to: number])[]> {
  return await Promise.all(sent.map(async (message) => {
    const { content } = await messages.open(message);
    assert(content.kind === "ride");
    return [content.before?.version ?? 0, content.after.version] as const;
  }));
}

function idOf(messageId = ""): string {
  return /^<message\.(\w+)@/.exec(messageId)?.[1] ?? "";
}

function start(args: string[]): Deno.ChildProcess {
  const script = new URL("./ride-once.ts", import.meta.url).pathname;
  return new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", "--lock=tests/deno.lock", script, ...args],
    stdout: "null",
    stderr: "inherit",
  }).spawn();
}

function kill(child: Deno.ChildProcess): void {
  try {
    child.kill("SIGKILL");
  } catch (error) {
    // It has ended by itself.
    if (!(error instanceof TypeError)) throw error;
  }
}

/** Calls back when a mail has been taken in, before whoever sent it is told so. */
function watch(mails: unknown[], onPush: () => void): { stop(): void } {
  const push = Array.prototype.push;
  mails.push = (...items) => {
    const length = push.apply(mails, items);
    onPush();
    return length;
  };
  return { stop: () => void Reflect.deleteProperty(mails, "push") };
}
