// What becomes of a wish for lost links: a message for each ride ahead of whoever asked, where they asked for it.
import { reachMark } from "../accounts/reach-mark.ts";
import type { Booking, BookingId } from "../booking/booking.ts";
import { holdsVehicle, isOver } from "../booking/booking-rules.ts";
import type { Database } from "../kv/open.ts";
import { readList } from "../kv/read.ts";
import { carOf } from "../ticket/ticket-car.ts";
import type { ChannelName } from "./channel.ts";
import { messageKeys, REACH_KEPT_MS } from "./keys.ts";
import type { MessageDraft } from "./message-draft.ts";
import { messageId } from "./message-id.ts";
import { deadlineMs } from "./message-rules.ts";
import { sealMessage } from "./message-store.ts";
import type { MessageContent, OutboxMessage } from "./message.ts";
import { rideFacts } from "./ride-facts.ts";
import type { TellDeps } from "./tell-of-booking.ts";
import type { TicketWanted } from "./ticket-wanted.ts";

/** Most rides whose links are sent at once; who has more has an account, or rings. */
const MAX_TICKETS = 5;
/** Most bookings looked at for that. */
export const MAX_LOOKED_AT = 50;

/** Where each channel keeps whom it reaches. */
const REACHES = [
  { channel: "mail", kind: "email", at: ({ contact }: Booking) => contact.email },
  { channel: "sms", kind: "phone", at: ({ contact }: Booking) => contact.phone },
] as const;

/** Adds the messages to the draft. */
export async function tellTicketLinks(
  deps: TellDeps & { db: Pick<Database, "read"> },
  draft: MessageDraft,
  entry: TicketWanted,
): Promise<void> {
  const prefix = messageKeys.ridesOfReach.under(entry.mark);
  const rows = await readList(deps.db.read, { prefix }, MAX_LOOKED_AT);
  const found = await deps.bookings.getAll(rows.map(({ value: { bookingId } }) => bookingId));
  let told = 0;
  for (const booking of found) {
    if (told >= MAX_TICKETS) return;
    if (booking === null || !holdsVehicle(booking) || isOver(booking.status)) continue;
    for (const { channel, kind, at } of REACHES) {
      const to = at(booking);
      const isSet = deps.channels.some(({ name }) => name === channel);
      // The address of then may be another person's by now: today's alone is written to.
      if (!isSet || to === "" || await reachMark(deps.reachKey, kind, to) !== entry.mark) continue;
      await tellOne(deps, draft, entry, { booking, channel, to });
      told++;
    }
  }
}

async function tellOne(
  deps: TellDeps,
  draft: MessageDraft,
  { id: wish, at, mark, locale }: TicketWanted,
  { booking, channel, to }: { booking: Booking; channel: ChannelName; to: string },
): Promise<void> {
  const { id: bookingId, version, trip } = booking;
  const about = `${wish} ${bookingId}`;
  const id = messageId({ at, about, version, topic: "ticket-link", channel, mark });
  const facts = rideFacts(booking, await carOf(deps, booking));
  const content: MessageContent = { kind: "ride", before: facts, after: facts };
  const atMs = Date.parse(at);
  const ride = { pickupMs: Date.parse(trip.pickup.instant), durationSeconds: 0 };
  const message: OutboxMessage = {
    ...{ id, bookingId, topic: "ticket-link", channel, locale, at, dueAt: at, version, mark },
    deadline: new Date(deadlineMs("ticket-link", { atMs, ...ride })).toISOString(),
    acts: [],
    sealed: await sealMessage(deps, id, { to, content }),
    ...{ attempts: 0, said: "", busyUntil: null, outcome: "waiting", decidedAt: null },
  };
  draft.setMessage(message);
  draft.send([message]);
  const thread = await draft.thread(bookingId);
  if (thread !== null) draft.setThread(bookingId, { ...thread, ids: [...thread.ids, id] });
}

/** Under which marks a booking is found for that, and until when; epoch milliseconds. */
export async function reachesOf(
  { reachKey }: Pick<TellDeps, "reachKey">,
  booking: Booking,
): Promise<{ mark: string; bookingId: BookingId; untilMs: number }[]> {
  const untilMs = Date.parse(booking.trip.pickup.instant) + REACH_KEPT_MS;
  const found = REACHES.map(({ kind, at }) => ({ kind, to: at(booking) })).filter(({ to }) => to);
  return await Promise.all(found.map(async ({ kind, to }) => ({
    mark: await reachMark(reachKey, kind, to),
    ...{ bookingId: booking.id, untilMs },
  })));
}
