// What customers ask for, as many at a time or as often as it is told, and what became of it.
import { benchTrip } from "../booking/trip.ts";
import { requestText, Wire, type WireAnswer } from "./wire.ts";

/** What a customer waits for at most; an answer after that is no answer. */
const PATIENCE_MS = 5_000;
/** Seldom enough that the client is no load of its own, often enough for an even stream. */
const SEND_EVERY_MS = 2;
const TYPED = ["l", "land", "ostra%20ham", "goteborg%20c", "vasagatan", "arlanda"];

/** What a customer asks for. */
export const KINDS = ["book", "quote", "search", "page"] as const;

/** One of them. */
export type Kind = typeof KINDS[number];

/** Of ten requests four searches, three prices, two pages, one booking. */
export const MIX: readonly Kind[] = [
  ...["search", "quote", "page", "search", "quote"] as const,
  ...["search", "book", "quote", "page", "search"] as const,
];

/** What became of the requests of one kind. */
export interface Outcome {
  ok: number;
  shed: number;
  failed: number;
  /** Of answers that were given, in milliseconds. */
  times: number[];
  /** Of refusals. */
  shedTimes: number[];
}

/** By what was asked for. */
export type Outcomes = Record<Kind, Outcome>;

/** Those who ask one server. */
export class Load {
  readonly #wire: Wire;
  readonly #quotes: string[] = [];
  #next = 0;

  constructor(port: number) {
    this.#wire = new Wire(port);
  }

  /** `clients` senders of `mix`, each waits for its answer before it asks again. */
  async closed(seconds: number, clients: number, mix: readonly Kind[] = MIX): Promise<Outcomes> {
    const outcomes = nothingYet();
    const until = performance.now() + seconds * 1_000;
    await Promise.all(Array.from({ length: clients }, async (_, i) => {
      while (performance.now() < until) await this.#one(at(mix, i++), outcomes);
    }));
    return outcomes;
  }

  /** `rate` requests of `mix` a second, whether or not earlier ones are answered. */
  async open(seconds: number, rate: number, mix: readonly Kind[] = MIX): Promise<Outcomes> {
    const outcomes = nothingYet();
    const sent: Promise<void>[] = [];
    const started = performance.now();
    for (let i = 0; performance.now() - started < seconds * 1_000;) {
      const due = Math.floor((performance.now() - started) / 1_000 * rate);
      for (; i < due; i++) sent.push(this.#one(at(mix, i), outcomes));
      await new Promise((resolve) => setTimeout(resolve, SEND_EVERY_MS));
    }
    await Promise.all(sent);
    return outcomes;
  }

  /** Ends its connections. */
  close(): void {
    this.#wire.close();
  }

  async #one(kind: Kind, outcomes: Outcomes): Promise<void> {
    const outcome = outcomes[kind];
    const sent = performance.now();
    try {
      const { status } = await this.#send(kind);
      const took = performance.now() - sent;
      if (status === 503) {
        outcome.shed++;
        outcome.shedTimes.push(took);
      } else if (status >= 400 || took > PATIENCE_MS) outcome.failed++;
      else {
        outcome.ok++;
        outcome.times.push(took);
      }
    } catch {
      outcome.failed++;
    }
  }

  async #send(kind: Kind): Promise<WireAnswer> {
    const next = this.#next++;
    if (kind === "search") return await this.#get(`/api/places?q=${at(TYPED, next)}`);
    if (kind === "page") return await this.#get("/");
    if (kind === "book") return await this.#book(next);
    const answer = await this.#post("/api/quotes", benchTrip(next));
    const id = /"id":"([^"]+)"/.exec(answer.text)?.[1];
    if (answer.status === 201 && id !== undefined) this.#quotes.push(id);
    return answer;
  }

  #book(next: number): Promise<WireAnswer> {
    const contact = { name: "Maja Berg", phone: "+46701234567", email: "" };
    const body = { quoteId: this.#quotes.pop() ?? "", vehicleClass: "standard", contact };
    return this.#post("/api/bookings", body, { "idempotency-key": `o-${next}` });
  }

  #get(path: string): Promise<WireAnswer> {
    return this.#wire.ask(requestText("GET", path, { "accept-encoding": "gzip, br" }), PATIENCE_MS);
  }

  #post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<WireAnswer> {
    const all = { "content-type": "application/json", ...headers };
    return this.#wire.ask(requestText("POST", path, all, JSON.stringify(body)), PATIENCE_MS);
  }
}

function at<Value>(values: readonly Value[], index: number): Value {
  return values[index % values.length] as Value;
}

function nothingYet(): Outcomes {
  const none = () => ({ ok: 0, shed: 0, failed: 0, times: [], shedTimes: [] });
  return { book: none(), quote: none(), search: none(), page: none() };
}
