// Tells a cache in front what is no longer so: a tariff, a place, the day, or all of it when a process begins.
import { GatewayError } from "../errors/gateway-error.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import { localDate } from "../kernel/wall-time.ts";
import { settledEdition } from "../kv/edition.ts";
import type { Database } from "../kv/open.ts";
import { goneKeys, ONCE_MORE_AFTER_MS, type PublicState, waitAfterMs } from "./purge-rules.ts";
import type { SurrogateKey } from "./surrogate-key.ts";
import type { SurrogatePurger } from "./surrogate-purger.ts";

/** What telling needs. */
export interface TellEdgeDeps {
  db: Database;
  clock: Clock;
  log: Logger;
  purger: SurrogatePurger;
  /** What this process answers with: it reads what is new before the cache asks it again. */
  tariffs: { refresh(): Promise<unknown> };
  landmarks: { refresh(): Promise<unknown>; readonly applied: string };
  /** Milliseconds, on a clock that only goes forward. */
  now: () => number;
}

/** What is known of a cache in front. */
export interface EdgeState {
  host: string;
  /** It did not answer when it was asked last. */
  isBehind: boolean;
  /** What somebody wants thrown away and was not yet. */
  wanted: readonly SurrogateKey[];
}

/** One process and its cache. */
export class EdgeTeller {
  readonly #deps: TellEdgeDeps;
  #told: PublicState | null = null;
  /** What is asked for once more, and when. */
  #again: { keys: ReadonlySet<SurrogateKey>; dueMs: number } | null = null;
  /** What somebody wants thrown away and was not yet. */
  readonly #wanted = new Set<SurrogateKey>();
  #failures = 0;
  #waitUntilMs = 0;

  constructor(deps: TellEdgeDeps) {
    this.#deps = deps;
  }

  /** What is known of it. */
  state(): EdgeState {
    const { host } = this.#deps.purger;
    return { host, isBehind: this.#failures > 0, wanted: [...this.#wanted] };
  }

  /** Asks at once for what somebody wants thrown away; false where it is not known to be gone, and asked for again. */
  async purge(keys: readonly SurrogateKey[]): Promise<boolean> {
    for (const key of keys) this.#wanted.add(key);
    if (!await this.#purged(keys)) return false;
    this.#askOnceMore(keys);
    return true;
  }

  /** Asks for what has to go, if something has and it is time. Never throws for what is the cache's fault. */
  async look(): Promise<void> {
    const { now } = this.#deps;
    if (now() < this.#waitUntilMs) return;
    // Before anything is asked: what changes meanwhile is seen the next time.
    const is = await this.#state();
    const gone = [...goneKeys(this.#told, is), ...this.#wanted];
    const again = this.#again !== null && this.#again.dueMs <= now() ? [...this.#again.keys] : [];
    const keys = [...new Set([...gone, ...again])];
    if (keys.length === 0 || !await this.#purged(keys)) return;
    this.#told = is;
    if (again.length > 0) this.#again = null;
    if (gone.length > 0) this.#askOnceMore(gone);
  }

  #askOnceMore(gone: readonly SurrogateKey[]): void {
    for (const key of gone) this.#wanted.delete(key);
    const keys = new Set([...gone, ...this.#again?.keys ?? []]);
    this.#again = { keys, dueMs: this.#deps.now() + ONCE_MORE_AFTER_MS };
  }

  async #state(): Promise<PublicState> {
    const { db, clock, tariffs, landmarks } = this.#deps;
    const { number: edition } = await settledEdition(db);
    if (edition !== this.#told?.edition) {
      await Promise.all([tariffs.refresh(), landmarks.refresh()]);
    }
    return { edition, places: landmarks.applied, day: localDate(clock.now()) };
  }

  async #purged(keys: readonly SurrogateKey[]): Promise<boolean> {
    const { log, purger, now } = this.#deps;
    try {
      await purger.purge(keys);
    } catch (error) {
      if (!(error instanceof GatewayError)) throw error;
      this.#failures++;
      this.#waitUntilMs = now() + waitAfterMs(this.#failures);
      if (this.#failures === 1) log.warn("the edge gives away what is old", { error });
      return false;
    }
    if (this.#failures > 0) log.warn("the edge is told again", { count: this.#failures });
    this.#failures = 0;
    return true;
  }
}
