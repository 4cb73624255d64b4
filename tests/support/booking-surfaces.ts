// One booking with words of its own, and everything the product says of it, served by the real app: what a
// person reads (markup, attributes and scripts taken out) or a program gets.
import assert from "node:assert/strict";
import { type Booking, bookingId } from "../../lib/booking/booking.ts";
import { paths } from "../../lib/kernel/paths.ts";
import { jsonRequest, ORIGIN, testApp, type TestHandler } from "./app.ts";
import { anOperator } from "./operator.ts";
import type { TestServices } from "./services.ts";

/** Where a fact of a booking can be given, read or found. */
export const SURFACES = [
  /** Names of the fields in the two forms a customer fills in. */
  "form",
  /** What the API takes: found in the row that is stored. */
  "API input",
  "API answer",
  "price page",
  "ticket",
  "calendar",
  /** The operators' pane with one booking. */
  "pane",
  /** The row of the day on the board. */
  "board row",
  /** What operators find it by. */
  "search",
  /** What we say we keep, in Swedish and English. */
  "privacy",
] as const;

/** One of them. */
export type Surface = typeof SURFACES[number];

/** What a client of the API asks a price for. */
export const SENT_TRIP = {
  from: { words: "Landvetter", placeId: "airport:GOT" },
  to: { words: "Göteborg C, klockan", placeId: "pin:57.70887,11.97456" },
  pickup: { wallTime: "2026-11-24T10:20" },
  passengers: 5,
  bags: 4,
  extras: { childSeats: 1, pets: 2, extraLuggage: 3 },
};

/** What it buys the price with. */
export const SENT_BOOKING = {
  vehicleClass: "van",
  contact: { name: "Sten Tinell", phone: "070-987 65 43", email: "sten@tinell.example" },
  flightNumber: "sk 1436",
  note: "Portkod 4711",
};

/** A booking and what each surface says of it. */
export interface ServedBooking {
  booking: Booking;
  says: Readonly<Record<Surface, readonly string[]>>;
  /** True when operators find the booking by these words. */
  isFoundBy(words: string): Promise<boolean>;
}

/** Buys the booking over the API and asks for every surface. */
export async function servedBooking({ services }: TestServices): Promise<ServedBooking> {
  const handler = await testApp(services);
  const { cookie } = await anOperator(services);
  const text = (path: string, headers: Record<string, string> = {}) => get(handler, path, headers);
  const quote = await json(handler, jsonRequest("/api/quotes", SENT_TRIP));
  // Once it is bought its page says so instead.
  const price = await text(paths.quote(quote.id));
  const body = { quoteId: quote.id, ...SENT_BOOKING };
  const bought = jsonRequest("/api/bookings", body, { "idempotency-key": "one" });
  const { link } = await json(handler, bought);
  const id = bookingId(String(link).slice(0, 26));
  const stored = await services.bookings.get(id);
  assert(stored);
  const board = await text("/admin?date=2026-11-24", { cookie });
  const pane = await text(`/admin?date=2026-11-24&booking=${id}`, { cookie });
  const says: Record<Surface, readonly string[]> = {
    form: [...fieldNames(await text("/")), ...fieldNames(price)],
    "API input": [JSON.stringify(stored.booking)],
    "API answer": [await text(`/api/bookings/${link}`)],
    "price page": [readable(price)],
    ticket: [readable(await text(paths.booking(link)))],
    calendar: [
      (await text(paths.bookingCalendar(link))).replaceAll("\r\n ", "").replaceAll("\u00a0", " "),
    ],
    pane: [readable(part(pane, /<article class="booking"[\s\S]*?<\/article>/))],
    "board row": [readable(part(board, /<tr role="row" class="trip"[\s\S]*?<\/tr>/))],
    search: [],
    privacy: [await text("/privacy?lang=sv"), await text("/privacy?lang=en")].map(readable),
  };
  const isFoundBy = async (words: string) => {
    const found = await text(`/api/admin/bookings?q=${encodeURIComponent(words)}`, { cookie });
    return found.includes(id);
  };
  return { booking: stored.booking, says, isFoundBy };
}

async function get(
  handler: TestHandler,
  path: string,
  headers: Record<string, string>,
): Promise<string> {
  const response = await handler(new Request(ORIGIN + path, { headers }));
  const text = await response.text();
  assert.equal(response.status, 200, `${path} ${text.slice(0, 300)}`);
  return text;
}

async function json(handler: TestHandler, request: Request) {
  const response = await handler(request);
  const text = await response.text();
  assert.equal(response.status, 201, text);
  return JSON.parse(text);
}

function part(html: string, pattern: RegExp): string {
  const [found] = pattern.exec(html) ?? [];
  assert(found, `nothing like ${pattern}`);
  return found;
}

function fieldNames(html: string): string[] {
  return [...html.matchAll(/<(?:input|select|textarea)\b[^>]*? name="([^"]+)"/g)]
    .map(([, name = ""]) => name);
}

/** The words of a page, with one space between them. */
function readable(html: string): string {
  return html.replace(/<(script|style|template)\b[\s\S]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ")
    .replaceAll("&amp;", "&").replace(/\s+/g, " ");
}
