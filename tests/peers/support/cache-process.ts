// One process with a cache on a denokv server: does what it is told a line, and answers a line.
import { CacheManager } from "../../../lib/cache-manager.ts";
import { CacheCategory } from "../../../lib/cache/category.ts";
import { KvTier } from "../../../lib/cache/kv-tier.ts";
import { cacheServices } from "../../../lib/cache/services.ts";
import { systemClock } from "../../../lib/kernel/clock.ts";
import { openDatabase } from "../../../lib/kv/open.ts";
import { keptLog } from "../../support/kept-log.ts";
import { withLateStamps } from "../../support/cache/late-stamps.ts";
import { OPEN_SEALER } from "../../support/cache/test-cache.ts";

/** What it is told. `turns`: reads of the server a load takes before and after the one that counts. */
export interface Told {
  id: number;
  act: "read" | "write";
  key: string;
  version: number;
  how: number;
  turns: number;
}

/** What it answers: the version it read, or whether what it wrote was acknowledged. */
export interface Answered {
  id: number;
  version: number;
  isSaid: boolean;
}

if (import.meta.main) {
  const [url = "", fault] = Deno.args;
  const db = await openDatabase(url);
  const own = new KvTier({ db });
  const services = cacheServices({
    config: { cacheMemory: 4 },
    cacheTier: fault === "late-stamps" ? withLateStamps(own) : own,
    // The machine is shared with whatever else is tested: what is slow here says nothing of the cache.
    deadlines: { readDeadlineMs: 5_000, writeDeadlineMs: 5_000 },
    ...{ entrySealer: OPEN_SEALER, release: "test", clock: systemClock, log: keptLog().log },
  });
  const manager = new CacheManager({ ...services, db });
  const stored = async (key: string) => {
    const { value } = await db.read.get<number>(["tariff of the test", key]);
    return value ?? 0;
  };
  const load = async ({ key, turns }: Told) => {
    for (let left = turns; left > 0; left--) await stored("nothing");
    const version = await stored(key);
    for (let left = turns; left > 0; left--) await stored("nothing");
    return version;
  };
  const category = CacheCategory.TARIFF;
  const keyOf = ({ key }: Told) => ({ category, id: `${key}/1`, tags: ["tariff", `tag ${key}`] });
  const write = async (told: Told) => {
    await db.write.set(["tariff of the test", told.key], told.version);
    const ways = [
      () => manager.invalidateKey(keyOf(told)),
      () => manager.invalidateTag(`tag ${told.key}`),
      () => manager.invalidateTag("tariff"),
      () => manager.invalidatePattern(category, `${told.key}/*`),
      () => manager.invalidateCategory(category),
    ];
    return await ways[told.how % ways.length]?.() ?? false;
  };
  const act = async (told: Told): Promise<Answered> => {
    const { id, version } = told;
    if (told.act === "write") return { id, version, isSaid: await write(told) };
    // Half of the reads find nothing in this process, as one would that has just begun.
    if (told.how % 2 === 0) services.cacheParts.memory.part(category).delete(`${told.key}/1`);
    return { id, version: await manager.get(keyOf(told), () => load(told)), isSaid: true };
  };
  const lines = Deno.stdin.readable.pipeThrough(new TextDecoderStream());
  let rest = "";
  for await (const text of lines) {
    const all = (rest + text).split("\n");
    rest = all.pop() ?? "";
    for (const line of all) {
      void act(JSON.parse(line)).then((answer) => console.log(JSON.stringify(answer)));
    }
  }
  Deno.exit(0);
}
