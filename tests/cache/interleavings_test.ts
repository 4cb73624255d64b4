// Random interleavings of reads, writes and invalidations by two instances: no answer is older than what was acknowledged.
import assert from "node:assert/strict";
import { CacheCategory } from "../../lib/cache/category.ts";
import { History } from "../support/cache/history.ts";
import { withLateStamps } from "../support/cache/late-stamps.ts";
import { MemoryNetwork } from "../support/cache/memory-network.ts";
import { type TestCache, testCache } from "../support/cache/test-cache.ts";
import { manualClock } from "../../lib/kernel/clock.ts";
import { oneOf, type Random, SEED, seeded, wholeBelow } from "../support/random.ts";

/** Rounds, each on a tier of its own, and what happens at once in each. */
const ROUNDS = 300;
const ACTS = 20;
const KEYS = ["noon", "night", "holiday"];
/** Most turns of the event loop that a call of the tier takes, a load, and the wait before an act. */
const TIER_TURNS = 12;
const LOAD_TURNS = 40;
const ACT_TURNS = 200;
/** Of all acts so many write. */
const WRITES = 0.2;

interface World {
  random: Random;
  /** Begins both instances anew, with nothing in memory. */
  restart: () => void;
  instances: readonly TestCache[];
  /** The tariff as it is stored: the version of each. */
  stored: Map<string, number>;
  history: History;
}

function world(seed: number, isPlanted: boolean): World {
  const random = seeded(seed);
  const clock = manualClock("2026-11-23T05:00:00Z");
  const slow = new MemoryNetwork(() => clock.now().epochMilliseconds);
  for (const name of ["read", "write", "head", "append", "since"] as const) {
    slowDown(slow, name, random);
  }
  const tier = isPlanted ? withLateStamps(slow) : slow;
  const begin = () => [testCache({ tier, clock }), testCache({ tier, clock })];
  const made: World = {
    ...{ random, instances: begin(), stored: new Map(), history: new History() },
    restart: () => void (made.instances = begin()),
  };
  return made;
}

/** Every call takes a random while before and after it counts. */
function slowDown(tier: MemoryNetwork, name: keyof MemoryNetwork, random: Random): void {
  const call: unknown = Reflect.get(tier, name);
  assert(typeof call === "function");
  Reflect.set(tier, name, async (...args: unknown[]) => {
    await turns(random, TIER_TURNS);
    const answer: unknown = await Reflect.apply(call, tier, args);
    await turns(random, TIER_TURNS);
    return answer;
  });
}

async function turns(random: Random, most: number): Promise<void> {
  for (let left = wholeBelow(random, most); left > 0; left--) await Promise.resolve();
}

async function read({ random, instances, stored, history }: World): Promise<void> {
  await turns(random, ACT_TURNS);
  const key = oneOf(random, KEYS);
  const { manager } = oneOf(random, instances);
  const open = history.begin(key);
  const load = async () => {
    await turns(random, LOAD_TURNS);
    const version = stored.get(key) ?? 0;
    await turns(random, LOAD_TURNS);
    return version;
  };
  const tags = ["tariff", `tariff ${key}`];
  history.answered(
    open,
    await manager.get({ category: CacheCategory.TARIFF, id: `${key}/1`, tags }, load),
  );
}

async function write({ random, instances, stored, history }: World): Promise<void> {
  await turns(random, ACT_TURNS);
  const key = oneOf(random, KEYS);
  const { manager } = oneOf(random, instances);
  const version = (stored.get(key) ?? 0) + 1;
  stored.set(key, version);
  await turns(random, LOAD_TURNS);
  const category = CacheCategory.TARIFF;
  const isSaid = await oneOf(random, [
    () => manager.invalidateKey({ category, id: `${key}/1` }),
    () => manager.invalidateTag(`tariff ${key}`),
    () => manager.invalidateTag("tariff"),
    () => manager.invalidatePattern(category, `${key}/*`),
    () => manager.invalidateCategory(category),
  ])();
  if (isSaid) history.acknowledged(key, version);
}

async function play(isPlanted: boolean): Promise<{ stale: string[]; acts: number }> {
  const stale: string[] = [];
  let acts = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const own = world(SEED + round, isPlanted);
    // Three times over: what the first have stored the next may find, also where they hold nothing themselves.
    for (let again = 0; again < 3; again++) {
      if (own.random() < 0.5) own.restart();
      await Promise.all(
        Array.from({ length: ACTS }, () => (own.random() < WRITES ? write(own) : read(own))),
      );
    }
    stale.push(...own.history.stale.map((said) => `round ${round}: ${said}`));
    acts += own.history.reads + own.history.writes;
  }
  return { stale, acts };
}

Deno.test("a tariff edited within more than 10,000 interleavings: no old price", async () => {
  const { stale, acts } = await play(false);
  assert.deepEqual(stale, []);
  assert(acts > 10_000, String(acts));
});

Deno.test("the same interleavings find a planted fault: entries that are stamped when they are written", async () => {
  const { stale } = await play(true);
  assert(stale.length > 0);
});
