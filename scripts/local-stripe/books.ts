// Everything the local Stripe has, and what it has told of it.
import {
  type Charge,
  type Intent,
  invalid,
  type Method,
  type Movement,
  type Session,
  type Setup,
  type StripeDispute,
  type StripeEvent,
  type StripeRefund,
} from "./objects.ts";

/** The newest version of Stripe's API that the library speaks. */
const API_VERSION = "2026-10-28.endive";

/** What one starts with. */
export interface BooksOptions {
  /** Epoch milliseconds. */
  now: () => number;
  /** Where its own pages stand. */
  url: () => string;
}

/** All of it. */
export class Books {
  readonly intents = new Map<string, Intent>();
  readonly setups = new Map<string, Setup>();
  readonly charges = new Map<string, Charge>();
  readonly refunds = new Map<string, StripeRefund>();
  readonly disputes = new Map<string, StripeDispute>();
  readonly movements = new Map<string, Movement>();
  readonly methods = new Map<string, Method>();
  readonly sessions = new Map<string, Session>();
  readonly customers = new Map<string, { id: string; metadata: Record<string, string> }>();
  readonly events: StripeEvent[] = [];
  /** What the number of a method does: the number itself is forgotten. */
  readonly numbers = new Map<string, string>();
  readonly #options: BooksOptions;
  readonly #listeners: ((event: StripeEvent) => void)[] = [];
  #count = 0;

  constructor(options: BooksOptions) {
    this.#options = options;
  }

  /** Where its own pages stand. */
  get url(): string {
    return this.#options.url();
  }

  /** Seconds, as Stripe counts. */
  now(): number {
    return Math.floor(this.#options.now() / 1000);
  }

  /** A new id: `pi_…`. They sort by when they were made. */
  id(prefix: string): string {
    const random = crypto.getRandomValues(new Uint8Array(8)).toHex();
    return `${prefix}_${String(++this.#count).padStart(8, "0")}${random}`;
  }

  /** Says that something has happened; what it is about as it is now. */
  tell(type: string, object: unknown): void {
    const event: StripeEvent = {
      ...{ id: this.id("evt"), object: "event", api_version: API_VERSION, created: this.now() },
      ...{ livemode: false, pending_webhooks: 1, type, data: { object: structuredClone(object) } },
    };
    this.events.push(event);
    for (const listener of this.#listeners) listener(event);
  }

  /** Tells `listener` of each event from now on. */
  listen(listener: (event: StripeEvent) => void): void {
    this.#listeners.push(listener);
  }

  /** One of them; refuses as Stripe does when there is none. */
  get<Thing>(things: ReadonlyMap<string, Thing>, id: string): Thing {
    const found = things.get(id);
    if (found === undefined) throw invalid("resource_missing", `No such object: '${id}'`, 404);
    return found;
  }
}
