// What customers ask while boards open, and how long the answers take.
import { benchTrip } from "../booking/trip.ts";
import { pause } from "./time.ts";

/** Boards that open at once. */
export const BOARDS = 8;
/** Pause between two requests of the customer, in milliseconds. */
const EVERY_MS = 15;

/** A server under load. */
export interface BoardServer {
  origin: string;
  headers: Record<string, string>;
}

/** Asks once; false when there was too much to do and the customer was told to come back. */
export type Ask = () => Promise<boolean>;

/** Opens eight boards at once and reads them whole; how many were told to come back. */
export async function openBoards({ origin, headers }: BoardServer): Promise<number> {
  const opened = await Promise.all(Array.from({ length: BOARDS }, async () => {
    const response = await fetch(`${origin}/admin`, { headers });
    await response.arrayBuffer();
    return hasCome(response);
  }));
  return opened.filter((isOpen) => !isOpen).length;
}

/** A customer who types where to. */
export function asksPlaces({ origin }: BoardServer): Ask {
  return async () => {
    const response = await fetch(`${origin}/api/places?q=landv`);
    await response.arrayBuffer();
    return hasCome(response);
  };
}

/** A customer who books, another trip each time. */
export function books({ origin }: BoardServer): Ask {
  let next = 0;
  return async () => {
    const quoted = await post(`${origin}/api/quotes`, benchTrip(next++ * 97));
    const quote = await quoted.json();
    if (!hasCome(quoted)) return false;
    const contact = { name: "Maja Öberg", phone: "+46701234567", email: "" };
    const body = { quoteId: quote.id, vehicleClass: "standard", contact };
    const key = { "idempotency-key": crypto.randomUUID() };
    const response = await post(`${origin}/api/bookings`, body, key);
    await response.arrayBuffer();
    return hasCome(response);
  };
}

function hasCome({ ok, status, url }: Response): boolean {
  if (!ok && status !== 503) throw new Error(`${url} was answered with ${status}`);
  return ok;
}

/** How long `ask` took, again and again, while `meanwhile` ran; who was told to come back is counted apart. */
export async function latencies(
  ask: Ask,
  meanwhile: () => Promise<void>,
): Promise<{ times: number[]; turnedAway: number }> {
  const times: number[] = [];
  let turnedAway = 0;
  let isOver = false;
  const running = meanwhile().finally(() => void (isOver = true));
  while (!isOver) {
    const started = performance.now();
    if (await ask()) times.push(performance.now() - started);
    else turnedAway++;
    await pause(EVERY_MS);
  }
  await running;
  return { times, turnedAway };
}

function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}
