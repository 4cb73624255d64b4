// Work that comes again and again beside requests. A round that fails is told and forgotten: the next one
// comes at its time, so a full disk or a lost connection costs rounds, never the process.
import { actAsSystem } from "../kernel/acting.ts";

/** One kind of round. */
export interface Rounds {
  /** Said when a round fails. */
  name: string;
  everyMs: number;
  round: () => Promise<unknown>;
  /** True when it acts by the time of day, and so must wait while the clock cannot be believed. */
  isByTheClock?: true;
  /** Calls back when a round is wanted sooner, until the returned function is called. */
  wake?: (listener: () => void) => () => void;
}

/** Runs `round` every `everyMs` until `signal` aborts; resolves when the last round has ended. Never rejects. */
export async function keepRounds(
  { name, everyMs, round, wake }: Rounds,
  signal: AbortSignal,
  onFailure: (name: string, error: unknown) => void,
): Promise<void> {
  const pause = new Pause();
  const stopListening = wake?.(() => pause.end());
  const onAbort = () => pause.end();
  signal.addEventListener("abort", onAbort);
  while (!signal.aborted) {
    try {
      await actAsSystem(`round ${name}`, round);
    } catch (error) {
      onFailure(name, error);
    }
    if (!signal.aborted) await pause.wait(everyMs);
  }
  signal.removeEventListener("abort", onAbort);
  stopListening?.();
}

/** A wait that can be ended; being ended while nobody waits counts for the next wait. */
class Pause {
  #isEnded = false;
  #resolve: (() => void) | null = null;

  end(): void {
    this.#isEnded = true;
    this.#resolve?.();
  }

  async wait(ms: number): Promise<void> {
    if (!this.#isEnded) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#resolve = resolve;
      const timer = setTimeout(resolve, ms);
      await promise;
      clearTimeout(timer);
      this.#resolve = null;
    }
    this.#isEnded = false;
  }
}
