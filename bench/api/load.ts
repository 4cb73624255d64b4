// Two kinds of load: as fast as answers come (capacity), and at a steady rate whether they come or not.

/** What a request became. */
export type Send = () => Promise<Response>;

/** What was measured of one load. */
export interface Measured {
  perSecond: number;
  p50: number;
  p99: number;
  failures: number;
}

/** Most requests under way at a steady rate; a server so far behind has failed the measurement. */
const MAX_WAITING = 2_000;

/** `clients` senders, each waits for its answer before the next request, until `max` were sent. */
export async function closedLoop(
  send: Send,
  { clients, milliseconds, max }: { clients: number; milliseconds: number; max: number },
): Promise<Measured> {
  const tally = new Tally();
  const started = performance.now();
  let sent = 0;
  await Promise.all(Array.from({ length: clients }, async () => {
    while (performance.now() < started + milliseconds && sent++ < max) {
      await tally.time(send, performance.now());
    }
  }));
  return tally.measured(performance.now() - started);
}

/**
 * `perSecond` requests a second. A time counts from when its request was due: a server that stalls is
 * not spared the requests that would have come meanwhile.
 */
export async function openLoop(
  send: Send,
  { perSecond, milliseconds }: { perSecond: number; milliseconds: number },
): Promise<Measured> {
  const tally = new Tally();
  const started = performance.now();
  const waiting = new Set<Promise<void>>();
  for (let i = 0; i < perSecond * milliseconds / 1_000; i++) {
    const due = started + i * 1_000 / perSecond;
    while (performance.now() < due) {
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    }
    if (waiting.size >= MAX_WAITING) throw new Error("The server does not keep up");
    const one: Promise<void> = tally.time(send, due).finally(() => waiting.delete(one));
    waiting.add(one);
  }
  await Promise.all(waiting);
  return tally.measured(performance.now() - started);
}

class Tally {
  readonly #times: number[] = [];
  #failures = 0;

  async time(send: Send, since: number): Promise<void> {
    const response = await send();
    // Read to the end, parsed by nobody: the client shares the machine with the server.
    await response.arrayBuffer();
    this.#times.push(performance.now() - since);
    if (!response.ok) this.#failures++;
  }

  measured(milliseconds: number): Measured {
    const times = this.#times.sort((a, b) => a - b);
    const at = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))];
    return {
      perSecond: times.length / (milliseconds / 1_000),
      p50: at(0.5) ?? 0,
      p99: at(0.99) ?? 0,
      failures: this.#failures,
    };
  }
}
