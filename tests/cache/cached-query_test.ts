// What a question to the database answers is kept until a row it depends on is written, by whomever.
import assert from "node:assert/strict";
import { writeFact } from "../../lib/kv/about.ts";
import { kvKeys } from "../../lib/kv/keys.ts";
import { testServices } from "../support/services.ts";
import { countedLoad } from "../support/cache/test-cache.ts";

Deno.test("after one's own write the next answer is new, and until then it is read once", async () => {
  await using test = await testServices();
  const { cacheManager, db } = test.services;
  const rows = [kvKeys.about("mode"), kvKeys.about("secret")];
  const source = { value: ["old"] };
  const load = countedLoad(source);
  const ask = (subject: string) => cacheManager.query({ id: "all facts", subject, rows }, load);
  assert.deepEqual([await ask("role/a"), await ask("role/a")], [["old"], ["old"]]);
  assert.equal(load.count, 1);
  await writeFact(db, "secret", "another");
  source.value = ["new"];
  assert.deepEqual(await ask("role/a"), ["new"]);
  assert.equal(load.count, 2);
  await ask("role/b");
  assert.equal(load.count, 3, "nobody is given the answer of another");
});

Deno.test("a question that depends on nothing, or on more than one round trip reads, is refused", async () => {
  await using test = await testServices();
  const { cacheManager } = test.services;
  const load = () => Promise.resolve(1);
  for (const length of [0, 11]) {
    const rows = Array.from({ length }, () => kvKeys.about("mode"));
    await assert.rejects(cacheManager.query({ id: "x", subject: "role/a", rows }, load), /depends/);
  }
});
