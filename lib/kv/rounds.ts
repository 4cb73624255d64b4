// Work that comes again and again beside requests. A round that fails is told and forgotten: the next one
// comes at its time, so a full disk or a lost connection costs rounds, never the process.

/** One kind of round. */
export interface Rounds {
  /** Said when a round fails. */
  name: string;
  everyMs: number;
  round: () => Promise<unknown>;
}

/** Runs `round` every `everyMs` until `signal` aborts; resolves when the last round has ended. Never rejects. */
export async function keepRounds(
  { name, everyMs, round }: Rounds,
  signal: AbortSignal,
  onFailure: (name: string, error: unknown) => void,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await round();
    } catch (error) {
      onFailure(name, error);
    }
    await pause(everyMs, signal);
  }
}

/** Resolves after `ms`, or as soon as `signal` aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
