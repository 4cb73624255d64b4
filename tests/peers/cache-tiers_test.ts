// The network tiers on the servers they are meant for: a real denokv, and a real Redis or Valkey.
import assert from "node:assert/strict";
import { KvTier } from "../../lib/cache/kv-tier.ts";
import { RedisTier } from "../../lib/cache/redis-tier.ts";
import { openDatabase } from "../../lib/kv/open.ts";
import { tempFolder } from "../support/databases.ts";
import { testTier } from "../support/cache/tier-conformance.ts";
import { DENOKV_ENV, denokvProgram, startDenokv } from "./support/denokv-peer.ts";
import { connected, redisProgram, startRedis } from "./support/redis-peer.ts";

const DENOKV = denokvProgram("the cache's tier on a denokv server");
const REDIS = redisProgram("the cache's tier on a Redis server");

testTier("a denokv server", async () => {
  const folder = await tempFolder();
  const server = await startDenokv(DENOKV ?? "", `${folder.path}/kv.sqlite`);
  Deno.env.set("DENO_KV_ACCESS_TOKEN", DENOKV_ENV.DENO_KV_ACCESS_TOKEN);
  const one = new KvTier({ db: await openDatabase(server.url) });
  const other = new KvTier({ db: await openDatabase(server.url) });
  const dispose = async () => {
    one.close();
    other.close();
    await server[Symbol.asyncDispose]();
    await folder[Symbol.asyncDispose]();
  };
  return { one, other, nowMs: Date.now, [Symbol.asyncDispose]: dispose };
}, { ignore: DENOKV === null });

testTier("a Redis server", async () => {
  const server = await startRedis(REDIS ?? "");
  const one = await connected(new RedisTier({ url: server.url }));
  const other = await connected(new RedisTier({ url: server.url }));
  const dispose = async () => {
    one.close();
    other.close();
    await server[Symbol.asyncDispose]();
  };
  return { one, other, nowMs: Date.now, [Symbol.asyncDispose]: dispose };
}, { ignore: REDIS === null });

Deno.test({
  name: "a Redis server that is started again is another one: no number of before counts",
  ignore: REDIS === null,
  async fn() {
    await using server = await startRedis(REDIS ?? "");
    const tier = await connected(new RedisTier({ url: server.url }));
    const before = await tier.append("said");
    await server.crash();
    await assert.rejects(tier.head());
    await server.start();
    await connected(tier);
    const after = await tier.head();
    assert.notEqual(after.epoch, before.epoch);
    assert.equal(after.seq, 0);
    tier.close();
  },
});
