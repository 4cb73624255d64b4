// What the world does to a server and its file: the disk is full, the file goes, another program writes, a clock is
// set. The server answers throughout, books nothing it could lose, says so in the reader's language, and recovers.
import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { BookingStore } from "../../lib/booking/booking-store.ts";
import { auditBookings } from "../support/booking-audit.ts";
import { tempFolder } from "../support/databases.ts";
import { EventReader } from "../support/event-reader.ts";
import { openProduction, productionParts } from "../support/production-keys.ts";
import {
  aCustomer,
  type Customer,
  type ProductionServer,
  startProduction,
  statusOf,
  until,
} from "../support/production-server.ts";

const FAKETIME = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";
/** Looks, fifty milliseconds apart, in which jobs have had their turn for certain: it comes every five seconds. */
const LOOKS_A_ROUND = 120;
const isLinux = Deno.build.os === "linux";

/** A server, its customer, and what was acknowledged. */
async function attacked(options: Parameters<typeof startProduction>[0] = {}) {
  const server = await startProduction(options);
  const customer = aCustomer((path, init) => server.ask(path, init), server.origin);
  const acknowledged: string[] = [];
  const books = async (): Promise<void> => {
    const answer = await customer.book(await customer.quote());
    const body = await answer.json();
    assert.equal(answer.status, 201, JSON.stringify(body));
    acknowledged.push(body.booking.reference);
  };
  return {
    ...{ server, customer, acknowledged, books },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

Deno.test("a file that is deleted, replaced or cut short is noticed: nothing is sold, and pages go on", async () => {
  const harms: Record<string, (file: string) => void> = {
    deleted: (file) => Deno.removeSync(file),
    replaced: (file) => {
      Deno.copyFileSync(file, `${file}.copy`);
      Deno.renameSync(`${file}.copy`, file);
    },
    "cut short": (file) => Deno.truncateSync(file, Deno.statSync(file).size / 2),
    "without its log": (file) => Deno.removeSync(`${file}-wal`),
  };
  for (const [harm, act] of Object.entries(harms)) {
    await using test = await attacked();
    await test.books();
    const quote = await test.customer.quote();
    act(test.server.database);
    await assertRefuses(test.server, test.customer, quote, harm);
    await until(
      () => test.server.said().includes("no bookings are taken"),
      () => `the log says that it is ${harm}`,
    );
    assert.equal(await statusOf(() => test.server.ask("/")), 200, harm);
  }
});

Deno.test("a writer of another program makes bookings wait or be refused, and they go on after it", async () => {
  await using test = await attacked();
  await test.books();
  const quote = await test.customer.quote();
  const other = new DatabaseSync(test.server.database, { timeout: 10_000 });
  other.exec("BEGIN IMMEDIATE");
  await assertRefuses(test.server, test.customer, quote, "locked");
  other.exec("ROLLBACK");
  other.close();
  await assertRecovers(test);
});

Deno.test({
  name: "a full disk costs no booking that was acknowledged, and sales go on once there is room",
  ignore: !isLinux || Deno.uid() !== 0,
  async fn() {
    await using folder = await tempFolder();
    if (!await isDone("mount", "-t", "tmpfs", "-o", "size=12m", "none", folder.path)) {
      return console.warn("Left out: no file system can be mounted here, so no disk was filled.");
    }
    try {
      await using test = await attacked({ folder: folder.path });
      await test.books();
      const quotes = [await test.customer.quote(), await test.customer.quote()];
      const filler = `${folder.path}/filler`;
      fill(filler);
      // The log may have room in what it holds already: what is acknowledged then must be there afterwards.
      const refused = await refusedAtLast(test, quotes);
      await assertRefuses(test.server, test.customer, refused, "full");
      Deno.removeSync(filler);
      await assertRecovers(test);
    } finally {
      await isDone("umount", "-l", folder.path);
    }
  },
});

Deno.test({
  name: "a server does not start on a disk that cannot be written to, and says so in a sentence",
  ignore: !isLinux || Deno.uid() !== 0,
  async fn() {
    await using folder = await tempFolder();
    if (!await isDone("mount", "-t", "tmpfs", "-o", "size=64m", "none", folder.path)) {
      return console.warn("Left out: no file system can be mounted here, so none was read-only.");
    }
    try {
      await using test = await attacked({ folder: folder.path });
      await test.books();
      assert.equal(await test.server.stop(), 0);
      assert.ok(await isDone("mount", "-o", "remount,ro", folder.path));
      await assert.rejects(test.server.start(), /no permission to write there/);
      assert.ok(await isDone("mount", "-o", "remount,rw", folder.path));
      await test.server.start();
      await assertRecovers(test);
    } finally {
      await isDone("umount", "-l", folder.path);
    }
  },
});

for (const jump of ["+3d", "-3d"]) {
  Deno.test({
    name: `a clock that is off by ${jump} for some seconds expires no booking, and is told of`,
    ignore: !isLinux,
    async fn() {
      if (!isThere(FAKETIME)) {
        return console.warn("Left out: no faketime here, so no clock was set.");
      }
      await using folder = await tempFolder();
      const offset = `${folder.path}/offset`;
      await Deno.writeTextFile(offset, "+0");
      await using test = await attacked({
        env: {
          LD_PRELOAD: FAKETIME,
          FAKETIME_TIMESTAMP_FILE: offset,
          FAKETIME_NO_CACHE: "1",
          // Timers go on as they do when somebody sets a clock.
          FAKETIME_DONT_FAKE_MONOTONIC: "1",
        },
      });
      await test.books();
      await Deno.writeTextFile(offset, jump);
      const said = (words: string) => () => test.server.said().includes(words);
      await until(
        said("the clock was set, jobs wait"),
        () => "the log says that the clock was set",
      );
      assert.equal(await statusOf(() => test.server.ask("/")), 200);
      const ready = await test.server.ask("/readyz");
      assert.equal((await ready.json()).checks["clock:offset"][0].status, "warn");
      let looks = 0;
      await until(() => ++looks > LOOKS_A_ROUND, () => "jobs have had their turn");
      await Deno.writeTextFile(offset, "+0");
      await until(said("the clock is right again"), () => "the log says that the clock is right");
      await assertRecovers(test);
    },
  });
}

Deno.test({
  name:
    "a process that stood still for longer than its rounds goes on where it was, with its jobs and its streams",
  ignore: !isLinux,
  async fn() {
    await using test = await attacked();
    const { server, customer } = test;
    const bought = await customer.book(await customer.quote());
    const { link, booking } = await bought.json();
    test.acknowledged.push(booking.reference);
    const stream = new EventReader(await server.ask(`/api/bookings/${link}/events`));
    await stream.next();
    server.process.kill("SIGSTOP");
    const waiting = server.ask("/");
    let looks = 0;
    await until(() => ++looks > LOOKS_A_ROUND, () => "a round of jobs was due meanwhile");
    server.process.kill("SIGCONT");
    const answer = await waiting;
    assert.equal(answer.status, 200);
    await answer.body?.cancel();
    const moved = await server.ask(`/api/bookings/${link}/cancel`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: server.origin },
      body: JSON.stringify({ expectedFeeOre: 0 }),
    });
    assert.equal(moved.status, 200, await moved.text());
    assert.ok(await stream.next(), "the open ticket hears of it");
    await stream.leave();
    test.acknowledged.length = 0;
    await assertRecovers(test);
    assert.doesNotMatch(server.said(), /the clock was set|job failed|background work failed/);
  },
});

/** A booking is refused with 503, Retry-After and a sentence in two languages; the price it was for can still be read. */
async function assertRefuses(
  server: ProductionServer,
  customer: Customer,
  quote: string,
  context: string,
): Promise<void> {
  for (const [language, words] of [["sv", /igen/], ["en", /again/]] as const) {
    const answer = await customer.book(quote, language);
    const body = await answer.text();
    assert.equal(answer.status, 503, `${context}: ${body}\n${server.said()}`);
    assert.match(answer.headers.get("retry-after") ?? "", /^\d+$/, context);
    assert.match(body, words, context);
  }
  const status = await statusOf(() => server.ask(`/quotes/${quote}`));
  // Half of the file is gone: whether the price stood in it or in the log beside it is nobody's choice.
  const readable = context === "cut short" ? [200, 503] : [200];
  assert.ok(status !== null && readable.includes(status), `${context}: ${status}`);
  assert.equal(await statusOf(() => server.ask("/livez")), 200, context);
  await until(
    async () => await statusOf(() => server.ask("/readyz")) === 503,
    () => `it says that it is not ready: ${context}`,
  );
}

/** Bookings are taken again by the same process, and after it has ended all that was acknowledged is there. */
async function assertRecovers(test: Awaited<ReturnType<typeof attacked>>): Promise<void> {
  await until(
    async () => await statusOf(() => test.server.ask("/readyz")) === 200,
    () => `it takes bookings again:\n${test.server.said()}`,
  );
  await test.books();
  assert.equal(await test.server.stop(), 0);
  const db = await openProduction(test.server.database);
  try {
    const { keys } = await productionParts();
    const store = new BookingStore(db, keys.reachKey);
    const ids = await Promise.all(test.acknowledged.map((code) => store.idOf(code)));
    for (const found of await store.getAll(ids.filter((id) => id !== null))) {
      assert.equal(found?.status, "confirmed");
    }
    assert.equal(ids.indexOf(null), -1, "what was acknowledged is gone");
    await auditBookings(db);
  } finally {
    db.close();
  }
}

/** Books until it is refused; what is acknowledged until then is remembered. The quote that was refused. */
async function refusedAtLast(
  { customer, acknowledged }: Awaited<ReturnType<typeof attacked>>,
  quotes: readonly string[],
): Promise<string> {
  for (const quote of quotes) {
    const answer = await customer.book(quote);
    const body = await answer.json();
    if (answer.status !== 201) return quote;
    acknowledged.push(body.booking.reference);
  }
  return assert.fail("Everything fits on a full disk");
}

function fill(path: string): void {
  using file = Deno.openSync(path, { create: true, write: true });
  for (const size of [65_536, 512]) {
    const bytes = new Uint8Array(size);
    try {
      for (;;) file.writeSync(bytes);
    } catch (error) {
      if (!(error instanceof Error) || !/No space|os error 28/.test(error.message)) throw error;
    }
  }
}

function isThere(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch {
    return false;
  }
}

async function isDone(program: string, ...args: string[]): Promise<boolean> {
  const command = new Deno.Command(program, { args, stdout: "null", stderr: "null" });
  return (await command.output()).success;
}
