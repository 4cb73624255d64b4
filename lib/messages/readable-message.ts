// A message as people on our side read it: what it says, without the dress of its channel.
import { isHiddenFromStaff } from "../booking/seen-booking.ts";
import type { Clock } from "../kernel/clock.ts";
import { partsOf } from "../sms/part-rules.ts";
import type { ChannelName, OutgoingMessage } from "./channel.ts";
import type { Letter } from "./letter.ts";
import type { MessageStore } from "./message-store.ts";
import type { MessageSecret, OutboxMessage, Topic } from "./message.ts";
import { discreetNews } from "./ride-facts.ts";
import type { VeilStore } from "../veil/veil-store.ts";
import { unreachable } from "../kernel/invariant.ts";
import { letterOf, type RenderDeps, renderMessage } from "./render-message.ts";
import { type ExampleMessage, exampleMessages } from "./example-messages.ts";
import type { Locale } from "../kernel/locale.ts";

/** What it says; a mail as its letter, the others as their text. */
export interface MessagePaper {
  topic: Topic;
  channel: ChannelName;
  locale: Locale;
  to: string;
  subject: string;
  letter: Letter | null;
  text: string;
  hasCalendar: boolean;
  /** How many messages a text is sent in, and paid for as; 0 for what is no SMS. */
  parts: number;
}

/** A message and what it says; null for what is no longer kept. */
export interface ReadableMessage {
  message: OutboxMessage;
  paper: MessagePaper | null;
}

/** What finding out needs whose messages nobody reads. */
export interface HidingDeps {
  veils: Pick<VeilStore, "coverOf">;
  clock: Clock;
}

/** Opens and renders a message. */
export async function readableMessage(
  deps: RenderDeps & HidingDeps & { messages: Pick<MessageStore, "open"> },
  message: OutboxMessage,
): Promise<ReadableMessage> {
  const opened = await deps.messages.open(message);
  const { to, content } = await isHidden(deps, message) ? withoutReceiver(opened) : opened;
  if (content.kind === "gone") return { message, paper: null };
  return { message, paper: await paperOf(deps, { message, to, content }) };
}

/**
 * True when whoever gets it is protected, or whom the ride is for: nobody reads there whose it is. While their data are
 * restricted, too, but of a ride that is still to be driven.
 */
async function isHidden(
  { bookings, veils, clock }: RenderDeps & HidingDeps,
  { mark, bookingId }: OutboxMessage,
): Promise<boolean> {
  const { veiled, restricted } = await veils.coverOf([mark], clock.now());
  if (veiled || bookingId === null) return veiled || restricted;
  const stored = await bookings.get(bookingId);
  return stored !== null && isHiddenFromStaff(stored.booking);
}

function withoutReceiver({ content }: MessageSecret): MessageSecret {
  switch (content.kind) {
    case "ride":
      return { to: "", content: { ...content, ...discreetNews(content) } };
    case "notice": {
      const { notice } = content;
      const to = { mail: "", phone: "" };
      const hidden = notice.kind === "sign-in-code"
        ? { ...notice, to }
        : { ...notice, to, name: "" };
      return { to: "", content: { kind: "notice", notice: hidden } };
    }
    case "gone":
      return { to: "", content };
    default:
      return unreachable(content);
  }
}

/** Every message there is with example data, in a language. */
export async function examplePapers(deps: RenderDeps, locale: Locale): Promise<MessagePaper[]> {
  return await Promise.all(exampleMessages(locale).map((example) => paperOf(deps, example)));
}

async function paperOf(
  deps: RenderDeps,
  { message, to, content }: ExampleMessage,
): Promise<MessagePaper> {
  const { topic, channel, locale } = message;
  const outgoing = await renderMessage(deps, message, { to, content });
  return {
    ...{ topic, channel, locale, to, subject: subjectOf(outgoing), text: textOf(outgoing) },
    letter: channel === "mail" ? await letterOf(deps, message, { to, content }) : null,
    hasCalendar: outgoing.channel === "mail" && outgoing.mail.calendar !== null,
    parts: outgoing.channel === "sms" ? partsOf(outgoing.text).parts : 0,
  };
}

function subjectOf(outgoing: OutgoingMessage): string {
  if (outgoing.channel === "mail") return outgoing.mail.subject;
  return outgoing.channel === "push" ? outgoing.push.title : "";
}

function textOf(outgoing: OutgoingMessage): string {
  if (outgoing.channel === "mail") return outgoing.mail.text;
  return outgoing.channel === "push" ? outgoing.push.body : outgoing.text;
}
