// What is loaded once and given many times: by one call, `get`, that knows every tier, every race and every failure.
import type { AccessPatterns } from "./access-patterns.ts";
import type { AdaptiveLives } from "./adaptive-lives.ts";
import type { Agreed, Agreement } from "./agreement.ts";
import { type CacheKey, nameOf, tagsOf } from "./cache-key.ts";
import type { CacheStats } from "./cache-stats.ts";
import type { CacheCategory } from "./category.ts";
import type { EntryRead } from "./entry-format.ts";
import type { FreshHits } from "./fresh-hits.ts";
import { type Flight, Flights, type Landed } from "./flights.ts";
import { endsAt, freshnessOf, livesOf } from "./freshness-rules.ts";
import { frozen } from "./frozen.ts";
import type { HeldEntries } from "./held-entries.ts";
import type { Invalidatable, Invalidation } from "./invalidation.ts";
import type { KnownLog } from "./known-log.ts";
import type { MemoryTier } from "./memory-tier.ts";
import type { NetworkEntries } from "./network-entries.ts";
import type { CachePolicy, PolicyChoice } from "./policy.ts";

/** Loads what is not held. Null says that there is nothing. What it gives is frozen, and must have a form in JSON. */
export type Load<Value> = (id: string) => Promise<Value>;

/** What the cache stands on. */
export interface CacheDeps {
  memory: MemoryTier;
  entries: HeldEntries;
  /** Null where this instance shares nothing. */
  network: NetworkEntries | null;
  agreement: Agreement;
  log: KnownLog;
  stats: CacheStats;
  /** The policy that holds now. */
  policyOf: (category: CacheCategory) => CachePolicy;
  freshHits: FreshHits;
  patterns: AccessPatterns;
  /** Null where times to live are the table's. */
  adaptiveLives: AdaptiveLives | null;
  /** Milliseconds, on a clock that only goes forward, and epoch milliseconds. */
  now: () => number;
  wallMs: () => number;
  /** From 0 (inclusive) to 1. */
  chance: () => number;
}

/** After a failed load what is held is given for so long before it is tried again, in milliseconds. */
export const ERROR_REST_MS = 5_000;

/** One question, with everything that follows from its key. */
interface Asked<Value> extends Invalidatable {
  id: string;
  policy: CachePolicy;
  load: Load<Value>;
}

/** The cache of one process. */
export class Cache {
  readonly #deps: CacheDeps;
  readonly #flights: Flights;
  readonly #hits: FreshHits;

  constructor(deps: CacheDeps) {
    this.#deps = deps;
    this.#hits = deps.freshHits;
    this.#flights = new Flights(deps);
  }

  /**
   * What is kept under a key, or what `load` gives: loaded once however many ask at once. Rejects as `load` does, unless
   * the policy has something older to give; never because of a tier.
   */
  get<Value>(key: CacheKey, load: Load<Value>, choice?: PolicyChoice): Promise<Value> {
    const hit = this.#hits.find(key);
    // What was put under a key comes out as its loader gave it: categories and ids are its caller's own.
    if (hit !== undefined) return Promise.resolve(hit.value as Value);
    return this.#getByAsking(key, load, choice);
  }

  /** What is held in memory and fresh, at once; undefined where that needs a question to anybody else. */
  peek(key: CacheKey): unknown {
    return this.#hits.find(key)?.value;
  }

  /** Keeps what is known already, as if it had been loaded now: for whoever is the only source of it. */
  put(key: CacheKey, value: unknown, choice?: PolicyChoice): void {
    const asked = this.#asked(key, () => Promise.resolve(value), choice);
    this.#keep(asked, { value, loadMs: 0, stamp: this.#deps.log.head }, true);
  }

  /**
   * Says that something is no longer true: what was loaded or began to be loaded before is given to nobody who asks from
   * now on. True once that holds in every instance; false when the network tier does not answer: others go on with what
   * they have until it does, or its time is over.
   */
  async invalidate(said: Invalidation): Promise<boolean> {
    if (said.kind === "key") this.#deps.memory.part(said.category).delete(said.name);
    return await this.#deps.agreement.say(said);
  }

  /** The name of a key, for invalidating it. */
  nameOf(key: CacheKey): string {
    return nameOf(key, this.#deps.policyOf(key.category));
  }

  async #getByAsking<Value>(
    key: CacheKey,
    load: Load<Value>,
    choice: PolicyChoice | undefined,
  ): Promise<Value> {
    const asked = this.#asked(key, load, choice);
    if (asked.policy.isRecorded) this.#deps.patterns.note(asked.category, asked.name, 1);
    const agreed = await this.#deps.agreement.agree(asked.policy);
    const held = agreed.isKnown ? this.#given(asked) : undefined;
    const landed = held ?? await this.#joinOrBegin(asked, agreed);
    return landed.value as Value;
  }

  #asked<Value>(key: CacheKey, load: Load<Value>, choice?: PolicyChoice): Asked<Value> {
    const { category, id } = key;
    const standing = this.#deps.policyOf(category);
    const policy = choice === undefined ? standing : { ...standing, ...choice };
    return { category, id, name: nameOf(key, policy), tags: tagsOf(key), policy, load };
  }

  /** What is held and may be given; what is stale is loaded anew beside. */
  #given(asked: Asked<unknown>): Landed | undefined {
    const { stats, now } = this.#deps;
    const held = this.#deps.entries.get(asked);
    if (held === undefined) return undefined;
    const nowMs = now();
    const freshness = freshnessOf(held, nowMs);
    const counts = stats.of(asked.category);
    const isResting = nowMs < held.restUntilMs && freshness !== "over";
    if (freshness === "fresh") counts.memoryHits++;
    else if (isResting) counts.errorHits++;
    else if (freshness === "stale") {
      counts.staleHits++;
      this.#renew(asked);
    } else return undefined;
    if (held.value === null) counts.nothingHits++;
    held.uses++;
    counts.savedMs += held.loadMs;
    return held;
  }

  async #joinOrBegin(asked: Asked<unknown>, agreed: Agreed): Promise<Landed> {
    const { stats } = this.#deps;
    const counts = stats.of(asked.category);
    const { category, name } = asked;
    const since = this.#flights.order;
    let flight = this.#flights.find(category, name);
    // Nobody can say what was invalidated since that load began: the next one is waited for, which begins after it.
    while (flight !== null && !agreed.isKnown && flight.order <= since) {
      await flight.landed.catch(() => null);
      flight = this.#flights.find(category, name);
    }
    if (flight !== null) {
      counts.misses++;
      counts.joined++;
      return await flight.landed;
    }
    // A tier that has just not answered is not waited for again.
    const run = () => this.#find(asked, agreed.isReached);
    return await this.#begin(asked, run).landed;
  }

  #renew(asked: Asked<unknown>): void {
    if (this.#flights.find(asked.category, asked.name) !== null) return;
    // Whoever asks next meets the failure; here nobody waits for it.
    this.#begin(asked, () => this.#load(asked, null)).landed.catch(() => null);
  }

  #begin({ category, name, tags }: Invalidatable, run: () => Promise<Landed>): Flight {
    return this.#flights.begin({ category, name, tags, stamp: this.#deps.log.head }, run);
  }

  /** In the network tier, or from its source. */
  async #find(asked: Asked<unknown>, isReached: boolean): Promise<Landed> {
    const { network, stats, wallMs } = this.#deps;
    const counts = stats.of(asked.category);
    const hasNetwork = isReached && network !== null && asked.policy.reach === "network";
    const found = hasNetwork ? await network.read(asked, asked.policy) : null;
    const nowWall = wallMs();
    if (found !== null && nowWall < found.staleUntil) {
      const isFresh = nowWall < found.freshUntil;
      counts[isFresh ? "networkHits" : "staleHits"]++;
      counts.savedMs += found.loadMs;
      if (found.value === null) counts.nothingHits++;
      this.#deps.entries.hold(asked, found);
      if (!isFresh) queueMicrotask(() => this.#renew(asked));
      return found;
    }
    counts.misses++;
    return await this.#load(asked, found);
  }

  /** From its source; where that fails, what is left from before, if the policy has something for that. */
  async #load(asked: Asked<unknown>, found: EntryRead | null): Promise<Landed> {
    const { stats, now, log } = this.#deps;
    const counts = stats.of(asked.category);
    // Before the load: what is invalidated while it runs makes what it brings untrue.
    const stamp = log.head;
    const startMs = now();
    counts.loads++;
    try {
      const value = frozen(await asked.load(asked.id));
      const loadMs = now() - startMs;
      counts.loadMs += loadMs;
      this.#keep(asked, { value, loadMs, stamp });
      return { value };
    } catch (error) {
      counts.failedLoads++;
      const former = this.#former(asked, found);
      if (former === undefined) throw error;
      counts.errorHits++;
      return former;
    }
  }

  #former(asked: Asked<unknown>, found: EntryRead | null): Landed | undefined {
    const { now, wallMs } = this.#deps;
    if (found !== null && wallMs() < found.errorUntil) {
      this.#deps.entries.hold(asked, found, { isWanted: true });
    }
    const held = this.#deps.entries.peek(asked);
    if (held === undefined || now() >= held.errorUntilMs) return undefined;
    held.restUntilMs = now() + ERROR_REST_MS;
    return held;
  }

  /** Keeps what was loaded, unless it was invalidated meanwhile. */
  #keep(
    asked: Asked<unknown>,
    { value, loadMs, stamp }: Pick<EntryRead, "value" | "loadMs" | "stamp">,
    isWanted = false,
  ): void {
    const { log, network, stats, entries, adaptiveLives, now, wallMs, chance } = this.#deps;
    const lives = livesOf(value, asked.policy, chance());
    if (lives === null) return;
    if (!log.isTrue({ ...asked, stamp })) return void stats.of(asked.category).overtaken++;
    const ends = endsAt(lives, wallMs());
    const entry = { value: value ?? null, loadMs, stamp, tags: asked.tags, ...ends };
    const loadedMs = Math.floor(now());
    const held = entries.peek(asked);
    adaptiveLives?.note(asked.category, { held, value: entry.value, loadedMs });
    entries.hold(asked, entry, { isWanted, loadedMs });
    if (asked.policy.reach === "memory" || network === null) return;
    if (!network.write(asked, entry, asked.policy)) stats.of(asked.category).tooLarge++;
  }
}
