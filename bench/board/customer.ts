// What customers ask while boards open, and how long the answers take.
import { benchTrip } from "../booking/trip.ts";
import { pause, timed } from "./time.ts";

/** Boards that open at once. */
export const BOARDS = 8;
/** Pause between two requests of the customer, in milliseconds. */
const EVERY_MS = 15;

/** A server under load. */
export interface BoardServer {
  origin: string;
  headers: Record<string, string>;
}

/** Opens eight boards at once and reads them whole. */
export function openBoards({ origin, headers }: BoardServer): Promise<unknown> {
  return Promise.all(Array.from({ length: BOARDS }, async () => {
    const response = await fetch(`${origin}/admin`, { headers });
    await response.arrayBuffer();
  }));
}

/** A customer who types where to. */
export function asksPlaces({ origin }: BoardServer) {
  return async () => void await (await fetch(`${origin}/api/places?q=landv`)).arrayBuffer();
}

/** A customer who books, another trip each time. */
export function books({ origin }: BoardServer) {
  let next = 0;
  return async () => {
    const quote = await (await post(`${origin}/api/quotes`, benchTrip(next++ * 97))).json();
    const contact = { name: "Maja Öberg", phone: "+46701234567", email: "" };
    const body = { quoteId: quote.id, vehicleClass: "standard", contact };
    const key = { "idempotency-key": crypto.randomUUID() };
    const response = await post(`${origin}/api/bookings`, body, key);
    await response.arrayBuffer();
    if (response.status !== 201) throw new Error(`A booking was answered with ${response.status}`);
  };
}

/** How long `ask` took, again and again, while `meanwhile` ran. */
export async function latencies(
  ask: () => Promise<void>,
  meanwhile: () => Promise<void>,
): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  const running = meanwhile().finally(() => void (isOver = true));
  while (!isOver) {
    times.push(await timed(ask));
    await pause(EVERY_MS);
  }
  await running;
  return times;
}

function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}
