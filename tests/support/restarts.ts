// A server that is restarted again and again while people look at pages and book.
import { type Customer, moment, type ProductionServer } from "./production-server.ts";

/** What became of the requests. */
export interface RestartFigures {
  restarts: number;
  pages: number;
  bookings: number;
  /** Pages that the server itself turned away for a moment, because the machine had too much to do. */
  turnedAway: number;
  /** Requests without the answer they should have had, each in a few words. */
  failures: string[];
  /** The longest that one request took, in milliseconds. */
  longestMs: number;
}

/** Most failures that are kept; more of them have one cause. */
const MOST_FAILURES = 50;
/** People at once who look at pages, and those who book. */
const READERS = 4;
const BUYERS = 2;
/** Answers in all after each start, before the next restart. */
const ANSWERS_A_LIFE = 60;

/** Restarts the server `restarts` times under that load. */
export async function restartUnderLoad(
  server: ProductionServer,
  { ask, customer, restarts, nowMs }: {
    ask: ProductionServer["ask"];
    customer: Customer;
    restarts: number;
    nowMs: () => number;
  },
): Promise<RestartFigures> {
  const figures: RestartFigures = {
    restarts: 0,
    pages: 0,
    bookings: 0,
    turnedAway: 0,
    failures: [],
    longestMs: 0,
  };
  let isOver = false;
  let answers = 0;
  let answered = Promise.withResolvers<void>();
  const timed = async (what: string, act: () => Promise<string | null>): Promise<void> => {
    const startMs = nowMs();
    const failure = await act().catch((error) => String(error));
    figures.longestMs = Math.max(figures.longestMs, nowMs() - startMs);
    if (failure !== null && figures.failures.length < MOST_FAILURES) {
      figures.failures.push(`${what}: ${failure}`);
    }
    if (++answers >= ANSWERS_A_LIFE) answered.resolve();
    await moment();
  };
  const reads = async () => {
    while (!isOver) await timed("page", async () => await page(ask, figures));
  };
  const buys = async () => {
    while (!isOver) await timed("booking", async () => await purchase(customer, figures));
  };
  const people = [
    ...Array.from({ length: READERS }, reads),
    ...Array.from({ length: BUYERS }, buys),
  ];
  for (; figures.restarts < restarts; figures.restarts++) {
    await answered.promise;
    await server.stop();
    await server.start();
    answers = 0;
    answered = Promise.withResolvers();
  }
  await answered.promise;
  isOver = true;
  await Promise.all(people);
  return figures;
}

async function page(ask: ProductionServer["ask"], figures: RestartFigures): Promise<string | null> {
  const answer = await ask("/");
  const body = await answer.text();
  figures.pages++;
  // A page of the product's own; what the proxy says for itself is shorter.
  if (answer.status === 503 && body.endsWith("</html>")) {
    figures.turnedAway++;
    return null;
  }
  return answer.status === 200 && body.endsWith("</html>") ? null : `status ${answer.status}`;
}

async function purchase(customer: Customer, figures: RestartFigures): Promise<string | null> {
  const answer = await customer.book(await customer.quote());
  const body = await answer.text();
  figures.bookings++;
  // A day is full at some point; that is an answer, not a failure.
  return [201, 409].includes(answer.status) ? null : `status ${answer.status} ${body.slice(0, 80)}`;
}
