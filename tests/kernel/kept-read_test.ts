import assert from "node:assert/strict";
import { KeptRead } from "../../lib/kernel/kept-read.ts";

Deno.test("all who ask share one read, until it is let go", async () => {
  let reads = 0;
  const kept = new KeptRead(() => Promise.resolve(++reads));
  assert.equal(kept.peek(), null);
  assert.deepEqual(await Promise.all([kept.get(), kept.get(), kept.get()]), [1, 1, 1]);
  assert.equal(await kept.get(), 1);
  kept.letGo();
  assert.equal(await kept.get(), 2);
});

Deno.test("a failed read fails those who waited for it and nobody after them", async () => {
  const answers = [Promise.reject(new Error("the disk")), Promise.resolve("well")];
  const kept = new KeptRead(() => answers.shift() ?? assert.fail("read too often"));
  const waiting = [kept.get(), kept.get()];
  for (const each of waiting) await assert.rejects(each, /the disk/);
  assert.equal(await kept.get(), "well");
});

Deno.test("a slow read that fails does not take a newer one with it", async () => {
  const slow = Promise.withResolvers<string>();
  const answers = [slow.promise, Promise.resolve("new")];
  const kept = new KeptRead(() => answers.shift() ?? assert.fail("read too often"));
  const first = kept.get();
  kept.letGo();
  assert.equal(await kept.get(), "new");
  slow.reject(new Error("late"));
  await assert.rejects(first, /late/);
  kept.letGoOf(first);
  assert.equal(await kept.get(), "new");
});
