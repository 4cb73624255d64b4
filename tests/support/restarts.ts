// A server, or one of several, that is restarted again and again while people look at pages, book, and have their
// tickets open.
import { type Customer, moment, type ProductionServer } from "./production-server.ts";

/** What became of the requests. */
export interface RestartFigures {
  restarts: number;
  pages: number;
  bookings: number;
  /** Open tickets whose stream ended with its server, and had said when to come back. */
  streams: number;
  /** Pages that the server itself turned away for a moment, because the machine had too much to do. */
  turnedAway: number;
  /** Requests without the answer they should have had, each in a few words. */
  failures: string[];
  /** The longest that one request took, in milliseconds. */
  longestMs: number;
}

/** What the people need. */
interface Load {
  ask: ProductionServer["ask"];
  customer: Customer;
  restarts: number;
  nowMs: () => number;
}

/** Most failures that are kept; more of them have one cause. */
const MOST_FAILURES = 50;
/** People at once who look at pages, those who book, and those who have a ticket open. */
const READERS = 4;
const BUYERS = 2;
const WATCHERS = 2;
/** Answers in all after each start, before the next restart. */
const ANSWERS_A_LIFE = 60;

/** Restarts `servers`, one at a time and in turn, `restarts` times in all, under that load. */
export async function restartUnderLoad(
  servers: readonly Pick<ProductionServer, "stop" | "start">[],
  load: Load,
): Promise<RestartFigures> {
  const people = new People(load);
  const all = people.begin();
  const { figures } = people;
  for (; figures.restarts < load.restarts; figures.restarts++) {
    await people.answered();
    const server = servers[figures.restarts % servers.length];
    const code = await server?.stop();
    if (code !== 0) people.fail(`the process ended with ${code}`);
    await server?.start();
  }
  await people.answered();
  people.end();
  await all;
  return figures;
}

class People {
  readonly figures: RestartFigures = {
    ...{ restarts: 0, pages: 0, bookings: 0, streams: 0, turnedAway: 0 },
    ...{ failures: [], longestMs: 0 },
  };
  readonly #load: Load;
  readonly #over = new AbortController();
  #answers = 0;
  #wanted = 0;
  #enough = Promise.withResolvers<void>();

  constructor(load: Load) {
    this.#load = load;
  }

  async begin(): Promise<void> {
    await Promise.all([
      ...Array.from({ length: READERS }, () => this.#goOn("page", () => this.#page())),
      ...Array.from({ length: BUYERS }, () => this.#goOn("booking", () => this.#purchase())),
      ...Array.from({ length: WATCHERS }, () => this.#watch()),
    ]);
  }

  /** Resolves after so many answers from now on that whoever began lately has had some. */
  async answered(): Promise<void> {
    this.#wanted = this.#answers + ANSWERS_A_LIFE;
    this.#enough = Promise.withResolvers();
    await this.#enough.promise;
  }

  end(): void {
    this.#over.abort();
  }

  fail(what: string): void {
    if (this.figures.failures.length < MOST_FAILURES) this.figures.failures.push(what);
  }

  async #goOn(what: string, act: () => Promise<string | null>): Promise<void> {
    while (!this.#over.signal.aborted) {
      const startMs = this.#load.nowMs();
      const failure = await act().catch((error) => String(error));
      const tookMs = this.#load.nowMs() - startMs;
      this.figures.longestMs = Math.max(this.figures.longestMs, tookMs);
      if (failure !== null) this.fail(`${what}: ${failure}`);
      if (++this.#answers === this.#wanted) this.#enough.resolve();
      await moment();
    }
  }

  async #page(): Promise<string | null> {
    const answer = await this.#load.ask("/");
    const body = await answer.text();
    this.figures.pages++;
    // A page of the product's own; what the proxy says for itself is shorter.
    if (answer.status === 503 && body.endsWith("</html>")) {
      this.figures.turnedAway++;
      return null;
    }
    return answer.status === 200 && body.endsWith("</html>") ? null : `status ${answer.status}`;
  }

  async #purchase(): Promise<string | null> {
    const { customer } = this.#load;
    const { status, body } = await read(await customer.book(await customer.quote()));
    this.figures.bookings++;
    // A day is full at some point; that is an answer, not a failure.
    return [201, 409].includes(status) ? null : `status ${status} ${body.slice(0, 80)}`;
  }

  /** A ticket is opened again whenever its stream ends, and it ends as it should. */
  async #watch(): Promise<void> {
    const { customer, ask } = this.#load;
    const booked = await read(await customer.book(await customer.quote()));
    if (booked.status !== 201) return this.fail(`ticket: status ${booked.status}`);
    const path = `/api/bookings/${JSON.parse(booked.body).link}/events`;
    const { signal } = this.#over;
    while (!signal.aborted) {
      try {
        const { status, body } = await read(await ask(path, { signal }));
        const isFine = status === 200 && /^retry: \d+$/m.test(body);
        if (isFine) this.figures.streams++;
        else if (status !== 503) this.fail(`stream: status ${status}, ${body.slice(0, 80)}`);
      } catch (error) {
        if (!signal.aborted) this.fail(`stream: ${error}`);
      }
      await moment();
    }
  }
}

async function read(answer: Response): Promise<{ status: number; body: string }> {
  return { status: answer.status, body: await answer.text() };
}
