// One request after another to each route of the API, each of them a valid one.
import { benchTrip } from "../booking/trip.ts";
import type { Send } from "./load.ts";

/** A route under load. */
export interface BenchRoute {
  name: string;
  send: Send;
  /** What each request uses up, made before it is timed: quotes to buy, bookings to cancel. */
  stock: Stock | null;
}

/** Things made beforehand; each is used once. */
export class Stock {
  readonly #make: () => Promise<string>;
  readonly #made: string[] = [];

  constructor(make: () => Promise<string>) {
    this.#make = make;
  }

  /** Makes as many as are missing to `count`, eight at a time. */
  async fill(count: number): Promise<void> {
    const one = async () => {
      while (this.#made.length < count) this.#made.push(await this.#make());
    };
    await Promise.all(Array.from({ length: 8 }, one));
  }

  /** One of them. */
  take(): string {
    const made = this.#made.pop();
    if (made === undefined) throw new Error("The bench has used up what it made");
    return made;
  }
}

/** `benchTrip` counts in steps of seven minutes. */
const TRIPS_A_DAY = 211;

const CONTACT = { name: "Maja Öberg", phone: "+46701234567", email: "" };

let made = 0;

/** A trip about a day after the one before: bookings come for many days, and seldom for one vehicle at once. */
function nextTrip() {
  return benchTrip(made++ * TRIPS_A_DAY);
}

/** The routes, over a server whose operator sends `headers`. */
export async function benchRoutes(
  origin: string,
  headers: Record<string, string>,
): Promise<BenchRoute[]> {
  const get = (path: string, init?: RequestInit) => fetch(origin + path, init ?? {});
  const post = (path: string, body: unknown, more: Record<string, string> = {}) =>
    fetch(origin + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...more },
      body: JSON.stringify(body),
    });
  const makeQuote = async () => found(/"id":"([^"]+)"/, await post("/api/quotes", nextTrip()));
  const book = (quoteId: string) => {
    const body = { quoteId, vehicleClass: "standard", contact: CONTACT };
    return post("/api/bookings", body, { "idempotency-key": `bench-${made++}` });
  };
  const makeLink = async () => found(/"link":"([^"]+)"/, await book(await makeQuote()));
  const [quotes, toCancel, toCommand] = [
    new Stock(makeQuote),
    new Stock(makeLink),
    new Stock(makeLink),
  ];
  const link = await makeLink();
  const quote = await makeQuote();
  const day = benchTrip(0).pickup.wallTime.slice(0, 10);
  const operator = { headers };
  const idOf = (one: string) => one.slice(0, 26);
  const moved = () => ({ pickup: nextTrip().pickup });
  const cancel = { type: "cancel", expectedVersion: 1, reason: "Bench", feeOre: 0 };
  return [
    ["places", () => get(`/api/places?q=${["l", "landv", "goteborg c", "vasagatn"][made++ % 4]}`)],
    ["quote, preview", () => post("/api/quotes", { ...nextTrip(), preview: true })],
    ["quote", () => post("/api/quotes", nextTrip())],
    ["quote, read", () => get(`/api/quotes/${quote}`)],
    ["book", () => book(quotes.take()), quotes],
    ["booking, read", () => get(`/api/bookings/${link}`)],
    ["booking, new time", () => post(`/api/bookings/${link}/reschedule`, moved())],
    [
      "booking, cancel",
      () => post(`/api/bookings/${toCancel.take()}/cancel`, { expectedFeeOre: 0 }),
      toCancel,
    ],
    ["operator, day", () => get(`/api/admin/bookings?date=${day}`, operator)],
    ["operator, search", () => get("/api/admin/bookings?q=oberg", operator)],
    ["operator, booking", () => get(`/api/admin/bookings/${idOf(link)}`, operator)],
    [
      "operator, cancel",
      () => post(`/api/admin/bookings/${idOf(toCommand.take())}/commands`, cancel, headers),
      toCommand,
    ],
    ["operator, counts", () => get(`/api/admin/counts?date=${day}`, operator)],
    ["operator, jobs", () => get("/api/admin/jobs", operator)],
  ].map(([name, send, stock = null]) => ({ name, send, stock }) as BenchRoute);
}

async function found(pattern: RegExp, response: Response): Promise<string> {
  const text = await response.text();
  const [, value] = pattern.exec(text) ?? [];
  if (value === undefined) throw new Error(`Unexpected answer ${response.status}: ${text}`);
  return value;
}
