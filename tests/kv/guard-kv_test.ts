// The guard before a KV handle: who is at fault, how long a server may take, and what passes through unchanged.
import assert from "node:assert/strict";
import { GatewayError } from "../../lib/errors/gateway-error.ts";
import { guardKv, type KvGuard } from "../../lib/kv/guard-kv.ts";

const CALM: KvGuard = { trouble: () => null, deadlineMs: null };

Deno.test("what a guarded handle reads and writes is what a bare one does", async () => {
  using bare = await Deno.openKv(":memory:");
  const kv = guardKv(bare, CALM);
  const first = await kv.set(["a", 1], "one");
  await kv.set(["a", 2], "two");
  assert.deepEqual(await kv.get(["a", 1]), await bare.get(["a", 1]));
  assert.deepEqual(
    await kv.getMany([["a", 1], ["a", 3]]),
    await bare.getMany([["a", 1], ["a", 3]]),
  );
  const selector = { prefix: ["a"] };
  const [guarded, plain] = [kv.list(selector, { limit: 1 }), bare.list(selector, { limit: 1 })];
  assert.deepEqual(await Array.fromAsync(guarded), await Array.fromAsync(plain));
  assert.equal(guarded.cursor, plain.cursor);
  const stale = await kv.atomic().check({ key: ["a", 1], versionstamp: null }).set(["b"], 1)
    .commit();
  assert.equal(stale.ok, false);
  const fresh = await kv.atomic().check({ key: ["a", 1], versionstamp: first.versionstamp })
    .delete(["a", 1]).commit();
  assert.equal(fresh.ok, true);
  await kv.delete(["a", 2]);
  assert.deepEqual(await Array.fromAsync(bare.list({ prefix: [] })), []);
});

/** What SQLite says, and what a person reads; null where the error is passed on as it is. */
const SAID: readonly [said: string, reason: string | null][] = [
  ["database or disk is full", "the disk is full"],
  ["attempt to write a readonly database", "the file cannot be written to"],
  ["disk I/O error", "the disk does not answer"],
  ["database disk image is malformed", "the file is damaged"],
  ["unable to open database file", "the file cannot be opened"],
  ["database is locked", null],
  ["Value too large (max 65536 bytes)", null],
];

for (const [said, reason] of SAID) {
  Deno.test(`"${said}" is ${reason === null ? "passed on" : `a failure of the database: ${reason}`}`, async () => {
    using bare = await Deno.openKv(":memory:");
    const thrown = new TypeError(said);
    bare.get = () => Promise.reject(thrown);
    bare.set = () => Promise.reject(thrown);
    const kv = guardKv(bare, CALM);
    for (const call of [() => kv.get(["a"]), () => kv.set(["a"], 1)]) {
      const error = await call().then(() => assert.fail("It went well"), (error) => error);
      if (reason === null) assert.equal(error, thrown);
      else assertFailure(error, reason, thrown);
    }
  });
}

Deno.test("of a server everything is its failure but what KV refuses by itself", async () => {
  using bare = await Deno.openKv(":memory:");
  const kv = guardKv(bare, { ...CALM, deadlineMs: 60_000 });
  const thrown = new TypeError("error sending request for url");
  bare.get = () => Promise.reject(thrown);
  assertFailure(await kv.get(["a"]).catch((error) => error), "the server does not answer", thrown);
  await assert.rejects(kv.set(["a"], "x".repeat(70_000)), TypeError);
  await assert.rejects(kv.set([], 1), TypeError);
});

Deno.test("a server that never answers is not waited for longer than the deadline", async () => {
  using bare = await Deno.openKv(":memory:");
  const kv = guardKv(bare, { ...CALM, deadlineMs: 1 });
  const never = () => new Promise<never>(() => {});
  bare.get = never;
  bare.set = never;
  const list = bare.list.bind(bare);
  bare.list = (selector, options) => Object.assign(list<never>(selector, options), { next: never });
  for (
    const call of [
      () => kv.get(["a"]),
      () => kv.set(["a"], 1),
      () => kv.list({ prefix: [] }).next(),
    ]
  ) {
    await assert.rejects(call(), /The database did not answer in 1 ms/);
  }
});

Deno.test("where commits would be lost none is sent, and reads go on", async () => {
  using bare = await Deno.openKv(":memory:");
  await bare.set(["a"], "kept");
  const kv = guardKv(bare, { ...CALM, trouble: () => "The file is gone" });
  await assert.rejects(kv.set(["a"], "lost"), /The file is gone/);
  await assert.rejects(kv.atomic().set(["a"], "lost").commit(), /The file is gone/);
  await assert.rejects(kv.delete(["a"]), /The file is gone/);
  assert.equal((await kv.get(["a"])).value, "kept");
});

function assertFailure(error: unknown, reason: string, cause: Error): void {
  assert(error instanceof GatewayError);
  assert.equal(error.message, `The database failed: ${reason}`);
  assert.equal(error.retriable, true);
  assert.equal(error.cause, cause);
}
