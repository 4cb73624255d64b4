// What one entry of the feed changes about a booking's messages.
import { reachMark } from "../accounts/reach-mark.ts";
import type { Booking, BookingEvent } from "../booking/booking.ts";
import type { BookingChanged } from "../booking/booking-changed.ts";
import { replay } from "../booking/booking-rules.ts";
import { leavesAtMs } from "../booking/undo-act.ts";
import { carOf } from "../ticket/ticket-car.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import type { FleetStore } from "../fleet/fleet-store.ts";
import type { RandomBytes } from "../kernel/ids.ts";
import type { ChannelName, MessageChannel } from "./channel.ts";
import type { Consents } from "./consent.ts";
import type { MessageDraft } from "./message-draft.ts";
import { messageId } from "./message-id.ts";
import { channelsFor, deadlineMs, dueAtMs, TOPIC_RULES, topicOf } from "./message-rules.ts";
import { sealMessage } from "./message-store.ts";
import type { MessageContent, OutboxMessage, RideTopic } from "./message.ts";
import { rideFacts } from "./ride-facts.ts";

/** What telling needs. */
export interface TellDeps {
  bookings: Pick<BookingStore, "events" | "get" | "getAll">;
  fleet: Pick<FleetStore, "drivers" | "vehicles">;
  channels: readonly MessageChannel[];
  consents: Consents;
  randomBytes: RandomBytes;
  reachKey: CryptoKey;
  sealKey: CryptoKey;
}

/**
 * Adds to the draft what the entry leads to. What waits unsent is told together with it, or by it. The booking when it
 * was made, or may have another customer or time.
 */
export async function tellOfBooking(
  deps: TellDeps,
  draft: MessageDraft,
  entry: BookingChanged,
): Promise<Booking | null> {
  const { id, version } = entry.summary;
  const thread = await draft.thread(id);
  if (thread !== null && thread.covered >= version) return null;
  const events = (await deps.bookings.events(id)).slice(0, version);
  // An event nobody can read: what happened cannot be told.
  if (events.length < version) return null;
  const covered = thread?.covered ?? versionBefore(events);
  const from = thread?.open?.from ?? covered;
  const known = from === 0 ? null : replay(events.slice(0, from));
  const now = replay(events);
  const topic = topicOf(known, now, events.slice(from));
  const acts = actsAfter(thread?.open?.acts ?? [], entry);
  const waiting = await draft.messages(thread?.open?.ids ?? []);
  const [first, last] = [events[from], events.at(-1)];
  if (first === undefined || last === undefined) return null;
  const news = { known, now, entry, acts, firstVersion: from + 1, first, last };
  const made = topic === null ? [] : await makeMessages(deps, topic, news);
  const ids = made.map((one) => one.id);
  for (const message of waiting.filter((one) => !ids.includes(one.id))) {
    draft.setMessage({ ...message, outcome: "withdrawn", decidedAt: entry.at });
  }
  for (const message of made) draft.setMessage(message);
  draft.send(made.filter((one) => !waiting.some((old) => isSameTime(old, one))));
  const open = topic === null || made.length === 0 ? null : { from, topic, ids, acts };
  const before = (thread?.ids ?? []).filter((one) => !ids.includes(one));
  draft.setThread(id, { covered: version, open, ids: [...before, ...ids] });
  return topic === "confirmation" || topic === "change" || topic === "revival" ? now : null;
}

function isSameTime(old: OutboxMessage, next: OutboxMessage): boolean {
  return old.id === next.id && old.dueAt === next.dueAt;
}

/** The version before the last commit, of a booking that is older than its first message: its events have one time. */
function versionBefore(events: readonly BookingEvent[]): number {
  const at = events.at(-1)?.at;
  return events.findLastIndex((event) => event.at !== at) + 1;
}

/** The acts that are told now: what was taken back is not. */
function actsAfter(acts: readonly string[], { act, type }: BookingChanged): string[] {
  const others = acts.filter((one) => one !== act);
  return act === null || type === "undone" ? others : [...others, act];
}

interface News {
  known: Booking | null;
  now: Booking;
  entry: BookingChanged;
  acts: readonly string[];
  /** The oldest of what is told, and its version. */
  first: BookingEvent;
  firstVersion: number;
  last: BookingEvent;
}

async function makeMessages(
  deps: TellDeps,
  topic: RideTopic,
  news: News,
): Promise<OutboxMessage[]> {
  const { known, now } = news;
  const [before, after] = await Promise.all([known && carOf(deps, known), carOf(deps, now)]);
  const content: MessageContent = {
    kind: "ride",
    before: known && rideFacts(known, before),
    after: rideFacts(now, after),
  };
  const made = await Promise.all(
    channelsFor(topic, known, now).map(async (channel) => {
      const to = await reachBy(deps, channel, now);
      return to === null ? null : await makeMessage(deps, topic, news, { channel, to, content });
    }),
  );
  return made.filter((one) => one !== null);
}

/** Where the channel reaches the customer; null: it does not. */
async function reachBy(
  { channels }: TellDeps,
  channel: ChannelName,
  { id, contact }: Booking,
): Promise<string | null> {
  const way = channels.find(({ name }) => name === channel);
  if (way === undefined) return null;
  if (way.reachOf !== undefined) return await way.reachOf(id);
  return (channel === "mail" ? contact.email : contact.phone) || null;
}

async function makeMessage(
  deps: TellDeps,
  topic: RideTopic,
  { now, entry, acts, first, firstVersion, last }: News,
  { channel, to, content }: { channel: ChannelName; to: string; content: MessageContent },
): Promise<OutboxMessage | null> {
  const mark = await reachMark(deps.reachKey, channel === "sms" ? "phone" : "email", to);
  if (!TOPIC_RULES[topic].isNeeded && !await deps.consents.allows(mark)) return null;
  const { at } = entry;
  const atMs = Date.parse(at);
  const pickupMs = Date.parse(now.trip.pickup.instant);
  const leavesMs = leavesAtMs(entry) ?? atMs;
  const isOwn = last.actor.kind === "customer";
  const firstMs = Date.parse(first.at);
  const dueMs = dueAtMs({ topic, channel, firstMs, leavesMs, pickupMs, isOwn });
  const { durationSeconds } = now.trip.route;
  const what = { about: now.id, version: firstVersion, topic, channel, mark };
  const id = messageId({ at: first.at, ...what });
  return {
    ...{ id, bookingId: now.id, topic, channel, locale: now.locale, at },
    dueAt: new Date(dueMs).toISOString(),
    deadline: new Date(deadlineMs(topic, { atMs, pickupMs, durationSeconds })).toISOString(),
    ...{ version: now.version, acts, mark },
    sealed: await sealMessage(deps, id, { to, content }),
    ...{ attempts: 0, said: "", busyUntil: null, outcome: "waiting", decidedAt: null },
  };
}
