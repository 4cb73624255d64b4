// A customer each of whose personal facts is a canary, with a booking, messages, an account and a browser of their own; and what
// the product says wherever anybody can ask.
import { addGuestProof } from "../../lib/accounts/guest-proof.ts";
import { readRoomFeeds } from "../../lib/assembly/work.ts";
import { customerOf, setVeil } from "../../lib/privacy/change-veil.ts";
import { createBooking } from "../../lib/booking/create-booking.ts";
import type { Booking } from "../../lib/booking/booking.ts";
import { changeBooking } from "../../lib/booking/change-booking.ts";
import { driverId } from "../../lib/fleet/vehicle.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { EventReader } from "./event-reader.ts";
import type { TestProduct } from "./operator.ts";
import type { RouteCaller } from "./route-callers.ts";
import { aQuote, LANDVETTER, OSTRA_HAMNGATAN } from "./trips.ts";

/** Their facts; the number also as people write it. */
export const VEILED = {
  name: "Tuva Dunkelfink",
  phone: "+46701239871",
  email: "tuva@dunkelfink.example",
  flight: "SK7419",
  note: "Portkod 8K431Q hos Dunkelfink",
  from: "Tornseglargatan 14",
  to: "Lavskrikevägen 9",
} as const;

/** How a text would give them away. */
export const VEILED_WORDS: readonly string[] = [
  ...["Dunkelfink", "Tuva", "1239871", "123 98 71", "SK7419", "SK 7419", "8K431Q"],
  ...["Tornseglargatan", "Lavskrikevägen", "Lavskrikev\\u00e4gen", "Lavskrikev%C3%A4gen"],
  ...["58.123456", "13.654321"],
];

/** The words of theirs that stand in a text. */
export function givenAway(text: string): string[] {
  return VEILED_WORDS.filter((word) => text.includes(word));
}

/** Their booking of the day after the test's clock, with its link. */
export async function veiledBooking(
  services: Services,
  wallTime = "2026-11-24T10:00",
): Promise<{ booking: Booking; link: string }> {
  const from = { ...LANDVETTER, words: VEILED.from, name: VEILED.from };
  const to = { ...OSTRA_HAMNGATAN, words: VEILED.to, name: VEILED.to };
  const quote = await aQuote(services, {
    wallTime,
    from: { ...from, point: { lat: 58.123456, lng: 12.3 } },
    to: { ...to, point: { lat: 57.7, lng: 13.654321 } },
  });
  const { name, phone, email, flight: flightNumber, note } = VEILED;
  return await createBooking(services, {
    ...{ quoteId: quote.id, vehicleClass: "standard", contact: { name, phone, email } },
    ...{ flightNumber, note, locale: "sv", idempotencyKey: crypto.randomUUID() },
  });
}

/** Gives it a driver, and has everybody told of it who is told of anything. */
export async function assignVeiled(services: Services, { id, version }: Booking, driver: string) {
  const actor = { kind: "operator", id: null, name: "Sara" } as const;
  const command = { type: "assign", driverId: driverId(driver) } as const;
  await changeBooking(services, { bookingId: id, actor, command, expectedVersion: version });
  await readRoomFeeds(services);
}

/** Protects its customer, as staff would. */
export async function veil(services: Services, { id }: Booking): Promise<string> {
  const customer = await customerOf(services, id);
  if (customer === null) throw new Error("There is no such booking");
  const deed = { by: { kind: "staff", name: "Sara" }, reason: "sekretessmarkering" } as const;
  return (await setVeil(services, { kind: "customer", ...customer }, deed)).id;
}

/** What a request is answered with: status, headers and body as one text; of a stream its first messages. */
export async function saidTo(
  { origin }: TestProduct,
  { headers }: Pick<RouteCaller, "headers">,
  path: string,
  init: RequestInit = {},
): Promise<string> {
  const response = await fetch(origin + path, { headers, redirect: "manual", ...init });
  const head = [...response.headers].map(([name, value]) => `${name}: ${value}`).join("\n");
  if (!response.headers.get("content-type")?.startsWith("text/event-stream")) {
    return `${response.status}\n${head}\n${await response.text()}`;
  }
  const reader = new EventReader(response);
  const first = await reader.next();
  await reader.leave();
  return `${response.status}\n${head}\n${JSON.stringify(first)}`;
}

/** The cookie of who has shown the number to be theirs. */
export async function ownBrowser(services: Services): Promise<Record<string, string>> {
  const proof = await addGuestProof(services, { kind: "phone", at: VEILED.phone });
  return { cookie: `avanti-guest=${proof}` };
}

/** Restricts the data of whoever has shown the booking's number to be theirs; the id of the request. */
export async function restrict(services: Services): Promise<string> {
  const subject = { kind: "guest", reach: { kind: "phone", at: VEILED.phone } } as const;
  const asked = { type: "restriction", subject, locale: "sv", identity: "guest-code" } as const;
  return (await services.createRequest(asked)).request.id;
}

/** Has its ride over, as the driver would. */
export async function driven(services: Services, { id }: Booking, driver: string) {
  const actor = { kind: "driver", driverId: driverId(driver) } as const;
  for (const type of ["depart", "arrive", "board", "complete"] as const) {
    const stored = await services.bookings.get(id);
    const expectedVersion = stored?.booking.version ?? 0;
    await changeBooking(services, { bookingId: id, actor, command: { type }, expectedVersion });
  }
  await readRoomFeeds(services);
}
