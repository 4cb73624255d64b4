// A network tier that is never waited for longer than it was given: it is gone on without while it is slow or broken.
import { BrokenCircuitError } from "cockatiel";
import { AttemptFailure } from "../resilience/attempt-failure.ts";
import { Circuit, type CircuitWord } from "../resilience/circuit.ts";
import type { LogHead, LogRecord, NetworkTier, TierRead } from "./network-tier.ts";

/** What the guard stands on. */
export interface GuardDeps {
  /** Milliseconds, on a clock that only goes forward. */
  now: () => number;
  /** Told when the tier is left alone and when it answers again. */
  onChange: (word: CircuitWord) => void;
}

/** What is known of a tier. */
export interface TierState {
  kind: NetworkTier["kind"];
  /** `closed`: it is asked; `open`: it is left alone; `half-open`: one question tries it. */
  state: CircuitWord;
  calls: number;
  /** Calls it answered too late, and those it failed. */
  slow: number;
  failed: number;
  /** Calls that were not made, because it is left alone. */
  skipped: number;
  bytesRead: number;
  bytesWritten: number;
}

/** A tier behind its guard. Every call resolves in time: undefined where it was gone on without. */
export class GuardedTier {
  readonly #tier: NetworkTier;
  readonly #circuit: Circuit;
  readonly #counts = { calls: 0, slow: 0, failed: 0, skipped: 0, bytesRead: 0, bytesWritten: 0 };

  constructor(tier: NetworkTier, { now, onChange }: GuardDeps) {
    this.#tier = tier;
    this.#circuit = new Circuit(now, onChange);
  }

  /** What is known of it. */
  state(): TierState {
    return { kind: this.#tier.kind, state: this.#circuit.word, ...this.#counts };
  }

  /** The entry of a key with the head of the log. */
  async read(key: string, deadlineMs: number): Promise<TierRead | undefined> {
    const found = await this.#ask(() => this.#tier.read(key), deadlineMs);
    this.#counts.bytesRead += found?.entry?.length ?? 0;
    return found;
  }

  /** Writes an entry; false where it was gone on without. */
  async write(
    key: string,
    entry: Uint8Array<ArrayBuffer>,
    { expiresAtMs, deadlineMs }: { expiresAtMs: number; deadlineMs: number },
  ): Promise<boolean> {
    const write = () => this.#tier.write(key, entry, expiresAtMs).then(() => true);
    const isWritten = await this.#ask(write, deadlineMs) ?? false;
    if (isWritten) this.#counts.bytesWritten += entry.length;
    return isWritten;
  }

  /** How far the log is. */
  head(deadlineMs: number): Promise<LogHead | undefined> {
    return this.#ask(() => this.#tier.head(), deadlineMs);
  }

  /** Appends a record. Undefined does not mean that it was not appended: it may be said twice. */
  append(text: string, deadlineMs: number): Promise<LogHead | undefined> {
    return this.#ask(() => this.#tier.append(text), deadlineMs);
  }

  /** Records after a number. */
  since(seq: number, deadlineMs: number): Promise<readonly LogRecord[] | undefined> {
    return this.#ask(() => this.#tier.since(seq), deadlineMs);
  }

  /** Deletes some of what is over. */
  async sweep(deadlineMs: number): Promise<void> {
    await this.#ask(() => this.#tier.sweep(), deadlineMs);
  }

  close(): void {
    this.#tier.close();
  }

  async #ask<Answer>(call: () => Promise<Answer>, deadlineMs: number): Promise<Answer | undefined> {
    this.#counts.calls++;
    try {
      return await this.#circuit.run(() => this.#inTime(call, deadlineMs));
    } catch (error) {
      if (error instanceof BrokenCircuitError) this.#counts.skipped++;
      else if (error instanceof AttemptFailure) {
        this.#counts[error.outcome === "slow" ? "slow" : "failed"]++;
      } else throw error;
      return undefined;
    }
  }

  async #inTime<Answer>(call: () => Promise<Answer>, deadlineMs: number): Promise<Answer> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const slow = () =>
      reject(new AttemptFailure("cache", "slow", "The tier did not answer in time"));
    // A turn later: an answer that came while this process itself was busy is not late.
    let timer = setTimeout(() => timer = setTimeout(slow, 0), deadlineMs);
    try {
      return await Promise.race([call(), late]);
    } catch (error) {
      if (error instanceof AttemptFailure) throw error;
      throw new AttemptFailure("cache", "unreachable", "The tier failed", error);
    } finally {
      clearTimeout(timer);
    }
  }
}
