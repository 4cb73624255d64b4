// What operators see of messages: the list, those of one booking, one of them, and every kind with example data.
import type { OperatorSession } from "../accounts/session.ts";
import type { BookingStore } from "../booking/booking-store.ts";
import { plainLine } from "../forms/clean-text.ts";
import { type Locale, LOCALES } from "../kernel/locale.ts";
import type { MessageChannel } from "../messages/channel.ts";
import type { MessageStore } from "../messages/message-store.ts";
import type { OutboxMessage } from "../messages/message.ts";
import {
  examplePapers,
  type MessagePaper,
  type ReadableMessage,
  readableMessage,
} from "../messages/readable-message.ts";
import type { VeilStore } from "../veil/veil-store.ts";
import type { RenderDeps } from "../messages/render-message.ts";
import { type Framed, framed, type FramedDeps } from "./framed.ts";

/** Which of them are shown. */
export const MESSAGE_FILTERS = ["all", "waiting", "sent", "failed"] as const;

/** One of them. */
export type MessageFilter = typeof MESSAGE_FILTERS[number];

/** Most messages on a page. */
export const MAX_SHOWN_MESSAGES = 100;

/** What the pages need. */
export interface MessagesPageDeps extends FramedDeps, RenderDeps {
  messages: MessageStore;
  veils: Pick<VeilStore, "coverOf">;
  bookings: Pick<BookingStore, "get" | "getAll" | "idOf">;
  channels: readonly MessageChannel[];
}

/** A row of the list. */
export interface MessageRow
  extends Pick<OutboxMessage, "id" | "bookingId" | "topic" | "channel" | "at" | "outcome"> {
  /** Code of its booking, "" when it is about none. */
  reference: string;
}

/** The list. */
export interface MessagesData extends Framed {
  rows: readonly MessageRow[];
  filter: MessageFilter;
  /** Code of the booking whose messages alone are shown, "" for all. */
  reference: string;
  /** Where to go on, "" at the end. */
  next: string;
  hasChannels: boolean;
  /** True where nothing leaves this machine: it has a page that shows how they would arrive. */
  isLocal: boolean;
}

/** One message. */
export interface MessageData extends Framed, ReadableMessage {
  reference: string;
}

/** Every kind. */
export interface TemplatesData extends Framed {
  papers: readonly MessagePaper[];
}

/** What was asked for in the address. */
export function readMessagesQuery(query: URLSearchParams) {
  const show = query.get("show");
  return {
    filter: MESSAGE_FILTERS.find((one) => one === show) ?? "all",
    reference: plainLine(query.get("booking") ?? "").replaceAll(" ", "").toUpperCase().slice(0, 6),
    before: /^[0-9A-Z]{26}$/.exec(query.get("before") ?? "")?.[0] ?? "",
  };
}

/** The list, the newest first. */
export async function loadMessages(
  deps: MessagesPageDeps,
  operator: OperatorSession,
  { filter, reference, before }: ReturnType<typeof readMessagesQuery>,
): Promise<MessagesData> {
  const [frame, { messages, next }] = await Promise.all([
    framed(deps, operator),
    reference === "" ? listed(deps, filter, before) : ofBooking(deps, filter, reference),
  ]);
  const rows = await rowsOf(deps, messages);
  const { channels } = deps;
  const shown = { rows, filter, reference, next, hasChannels: channels.length > 0 };
  return { ...frame, ...shown, isLocal: channels.some(({ isLocal }) => isLocal) };
}

/** One message, or null. */
export async function loadMessage(
  deps: MessagesPageDeps,
  operator: OperatorSession,
  id: string,
): Promise<MessageData | null> {
  const [frame, message] = await Promise.all([framed(deps, operator), deps.messages.get(id)]);
  if (message === null) return null;
  const [row] = await rowsOf(deps, [message]);
  return { ...frame, ...await readableMessage(deps, message), reference: row?.reference ?? "" };
}

/** Every kind, in every language. */
export async function loadTemplates(
  deps: MessagesPageDeps,
  operator: OperatorSession,
): Promise<TemplatesData> {
  const papers = await Promise.all(LOCALES.map((locale: Locale) => examplePapers(deps, locale)));
  return { ...await framed(deps, operator), papers: papers.flat() };
}

async function listed({ messages }: MessagesPageDeps, filter: MessageFilter, before: string) {
  return filter === "all"
    ? await messages.newest(MAX_SHOWN_MESSAGES, before)
    : await messages.newestOf(filter, MAX_SHOWN_MESSAGES, before);
}

async function ofBooking(
  { messages, bookings }: MessagesPageDeps,
  filter: MessageFilter,
  reference: string,
) {
  const id = await bookings.idOf(reference);
  const all = id === null ? [] : await messages.ofBooking(id);
  const shown = all.filter(({ outcome }) => filter === "all" || outcome === filter);
  return { messages: shown.toReversed(), next: "" };
}

async function rowsOf(
  { bookings }: MessagesPageDeps,
  messages: readonly OutboxMessage[],
): Promise<MessageRow[]> {
  const ids = [...new Set(messages.flatMap(({ bookingId }) => bookingId ?? []))];
  const found = await bookings.getAll(ids);
  const references = new Map(ids.map((id, i) => [id, found[i]?.reference ?? ""]));
  return messages.map(({ id, bookingId, topic, channel, at, outcome }) => ({
    ...{ id, bookingId, topic, channel, at, outcome },
    reference: bookingId === null ? "" : references.get(bookingId) ?? "",
  }));
}
