// What customers are told in tests: the product's own reader and jobs, and what they left.
import { readRoomFeeds, runRoomJobs } from "../../lib/assembly/work.ts";
import { performCommand } from "../../lib/board/operator-command.ts";
import type { OperatorCommandInput } from "../../lib/board/operator-command.ts";
import type { Booking, BookingId } from "../../lib/booking/booking.ts";
import type { OperatorAct } from "../../lib/booking/operator-act.ts";
import type { Delivery, MessageChannel, OutgoingMessage } from "../../lib/messages/channel.ts";
import type { OutboxMessage } from "../../lib/messages/message.ts";
import { type TestServiceOptions, type TestServices, testServices } from "./services.ts";
import { aStoredBooking, type BookingOptions, MAJA } from "./trips.ts";

/** Somebody with a mail address. */
export const ELSA = { ...MAJA, name: "Elsa Lind", email: "elsa@example.org" };

const SARA = { kind: "operator", id: null, name: "Sara" } as const;

/** A channel that keeps what it is handed, and answers as it is told. */
export interface KeptChannel extends MessageChannel {
  sent: OutgoingMessage[];
  answer: (message: OutgoingMessage) => Promise<Delivery> | Delivery;
}

/** One of them. */
export function keptChannel(name: MessageChannel["name"]): KeptChannel {
  const channel: KeptChannel = {
    ...{ name, host: "kept.example", isLocal: false, sent: [] },
    answer: () => ({ kind: "sent", reference: "" }),
    async send(message) {
      const delivery = await channel.answer(message);
      channel.sent.push(message);
      return delivery;
    },
  };
  return channel;
}

/** A product whose reader has begun to read, and the channels its messages leave by. */
export interface Outbox extends TestServices {
  mail: KeptChannel;
  sms: KeptChannel;
}

/** Starts it. */
export async function anOutbox(options: TestServiceOptions = {}): Promise<Outbox> {
  const test = await testServices(options);
  const [mail, sms] = [keptChannel("mail"), keptChannel("sms")];
  Object.assign(test.services, { channels: [mail, sms] });
  await readRoomFeeds(test.services);
  return { ...test, mail, sms };
}

/** Reads what happened, lets time pass and does what is due then. */
export async function tell(
  { services, clock }: Pick<TestServices, "services" | "clock">,
  seconds = 0,
): Promise<void> {
  await readRoomFeeds(services);
  clock.advance({ seconds });
  await runRoomJobs(services);
}

/** A booking of Elsa's. */
export function elsasBooking({ services }: TestServices, options: BookingOptions = {}) {
  return aStoredBooking(services, { contact: ELSA, ...options });
}

/** A command, without the version of the booking it is for. */
export type Wish = OperatorCommandInput extends infer One
  ? One extends unknown ? Omit<One, "expectedVersion"> : never
  : never;

/** An operator does something to a booking as it is now. */
export async function operatorDoes(
  { services }: TestServices,
  id: BookingId,
  wish: Wish,
): Promise<OperatorAct> {
  const version = (await bookingNow({ services }, id)).version;
  const command = { ...wish, expectedVersion: version } as OperatorCommandInput;
  return await performCommand(services, id, command, { actor: SARA, idempotencyKey: null });
}

/** The driver of the booking's car. */
export async function driverFor({ services }: TestServices, booking: Booking): Promise<string> {
  const drivers = await services.fleet.drivers();
  return drivers.find(({ vehicleId }) => vehicleId === booking.reservation.vehicleId)?.id ?? "";
}

/** The booking as it is stored. */
export async function bookingNow(
  { services }: Pick<TestServices, "services">,
  id: BookingId,
): Promise<Booking> {
  const stored = await services.bookings.get(id);
  if (stored === null) throw new Error("No such booking");
  return stored.booking;
}

/** Messages of a booking as `channel topic outcome`, oldest first. */
export async function toldOf({ services }: TestServices, id: BookingId): Promise<string[]> {
  return (await services.messages.ofBooking(id)).map(inShort);
}

function inShort({ channel, topic, outcome }: OutboxMessage): string {
  return `${channel} ${topic} ${outcome}`;
}

/** The id of a message to somebody of that name, about a booking of its own. */
export async function aMessageFor(
  { services }: Pick<TestServices, "services">,
  name: string,
): Promise<string> {
  await readRoomFeeds(services);
  await aStoredBooking(services, { contact: { ...ELSA, name }, wallTime: "2026-11-24T18:00" });
  await readRoomFeeds(services);
  const { messages: [newest] } = await services.messages.newest(1, "");
  return newest?.id ?? "";
}
