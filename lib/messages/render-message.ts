// Makes of a message what its channel sends. Links are made only now: what is stored lets nobody in.
import { h } from "preact";
import { renderToString } from "preact-render-to-string";
import type { BookingStore } from "../booking/booking-store.ts";
import { manageLink } from "../booking/manage-link.ts";
import { formatReference } from "../i18n/format.ts";
import { textsFor } from "../i18n/texts.ts";
import { invariant, unreachable } from "../kernel/invariant.ts";
import type { Locale } from "../kernel/locale.ts";
import { paths } from "../kernel/paths.ts";
import type { CalendarPart, MailContent, OutgoingMessage, PushContent } from "./channel.ts";
import { type Letter, letterText } from "./letter.ts";
import { LetterPage } from "./LetterPage.tsx";
import { TOPIC_RULES } from "./message-rules.ts";
import type { MailFile } from "../mail/mail.ts";
import {
  type MessageSecret,
  type OutboxMessage,
  RIDE_TOPICS,
  type RideNews,
  type RideTopic,
  type ToldDocument,
  type Topic,
} from "./message.ts";
import { noticeLetter, noticeLine } from "./notice-letter.ts";
import { rideCalendar } from "./ride-calendar.ts";
import { discreetNews } from "./ride-facts.ts";
import { priceOf, rideLetter } from "./ride-letter.ts";
import { rideLine } from "./ride-line.ts";

/** Where the documents are that travel with messages. */
export interface MessageFiles {
  /** Null for one that is no longer kept. */
  fileOf(id: string): Promise<MailFile | null>;
}

/** What rendering needs. */
export interface RenderDeps {
  linkKey: CryptoKey;
  bookings: Pick<BookingStore, "get">;
  documents: MessageFiles;
  config: {
    origin: string;
    /** The address mails come from; a calendar names it. */
    mailFrom: string | undefined;
  };
}

/** What rendering reads of a message. */
export type Rendered = Pick<
  OutboxMessage,
  "id" | "bookingId" | "topic" | "channel" | "locale" | "at" | "deadline"
>;

/** The message as its channel sends it: the same whenever it is rendered. */
export async function renderMessage(
  deps: RenderDeps,
  message: Rendered,
  secret: MessageSecret,
): Promise<OutgoingMessage> {
  const { to, content } = secret;
  const { id, topic, channel, locale, at, deadline } = message;
  const addressed = { id, at, deadline, isUrgent: TOPIC_RULES[topic].isUrgent, to };
  const { letter, line, tag, calendar, document } = await written(deps, message, { to, content });
  const url = letter.action?.href ?? deps.config.origin;
  switch (channel) {
    case "mail": {
      const files = await filesOf(deps, document);
      return { ...addressed, channel, mail: { ...mailOf(letter, locale, calendar), files } };
    }
    case "sms":
      return { ...addressed, channel, text: letter.action === null ? line : `${line} ${url}` };
    case "push": {
      // The name of the company stands above it.
      const push: PushContent = {
        title: letter.title,
        body: line.replace(/^[^:]*: /, ""),
        url,
        tag,
      };
      return { ...addressed, channel, push };
    }
    default:
      return unreachable(channel);
  }
}

/** A message in words: as a letter, and as a line. */
interface Written {
  letter: Letter;
  line: string;
  tag: string;
  calendar: CalendarPart | null;
  /** What is enclosed: of a protected customer nothing, for a fixed price names its zones. */
  document: ToldDocument | undefined;
}

async function written(
  deps: RenderDeps,
  message: Rendered,
  { to, content }: MessageSecret,
): Promise<Written> {
  const { id, bookingId, topic, locale } = message;
  const { origin } = deps.config;
  if (content.kind === "notice") {
    const { notice } = content;
    const letter = noticeLetter(notice, { locale, origin });
    return {
      letter,
      line: noticeLine(notice, locale),
      tag: id,
      calendar: null,
      document: undefined,
    };
  }
  invariant(content.kind === "ride" && bookingId !== null, "What is told of a ride is kept");
  invariant(isRideTopic(topic), "A ride has topics of its own");
  const stored = await deps.bookings.get(bookingId);
  // As it is now: what waited while it came to be protected says no more than what is written afterwards.
  const isVeiled = stored?.booking.veiled ?? false;
  const news = isVeiled ? discreetNews(content) : content;
  const ticket = origin + paths.booking(await manageLink(deps.linkKey, bookingId));
  const letter = rideLetter({ document: content.document, ...news }, { topic, locale, ticket });
  const document = isVeiled ? undefined : content.document;
  // An entry of a calendar is seen by whoever sees the calendar.
  const hasCalendar = message.channel === "mail" && !isVeiled;
  const calendar = hasCalendar ? calendarOf(deps, message, to, news) : null;
  return { letter, line: rideLine(news, topic, locale), tag: bookingId, calendar, document };
}

async function filesOf(
  { documents }: RenderDeps,
  document: ToldDocument | undefined,
): Promise<MailFile[]> {
  const file = document === undefined ? null : await documents.fileOf(document.id);
  return file === null ? [] : [file];
}

function isRideTopic(topic: Topic): topic is RideTopic {
  const topics: readonly string[] = RIDE_TOPICS;
  return topics.includes(topic);
}

/** What a message says as a letter, for those who read it on a page of ours. */
export async function letterOf(
  deps: RenderDeps,
  message: Rendered,
  secret: MessageSecret,
): Promise<Letter> {
  return (await written(deps, message, secret)).letter;
}

/** A letter as a mail. */
export function mailOf(
  letter: Letter,
  locale: Locale,
  calendar: CalendarPart | null,
): MailContent {
  const { company, was: wasBefore } = textsFor(locale).messages;
  const page = renderToString(h(LetterPage, { letter, locale, company, wasBefore }));
  return {
    subject: letter.subject,
    text: letterText(letter, wasBefore),
    html: `<!doctype html>${page}`,
    calendar,
    files: [],
    unsubscribe: "",
  };
}

/** What becomes of the entry in the customer's calendar; null: nothing. */
function calendarOf(
  { config: { mailFrom } }: RenderDeps,
  { bookingId, topic, locale }: Rendered,
  to: string,
  { after }: RideNews,
): CalendarPart | null {
  const method = topic === "cancellation"
    ? "CANCEL"
    : CALENDAR_TOPICS.has(topic)
    ? "REQUEST"
    : null;
  if (method === null || bookingId === null) return null;
  const { booking, messages: words } = textsFor(locale);
  const { from, reference } = after;
  const text = rideCalendar(after, {
    ...{ bookingId, method, organizer: mailFrom ?? LOCAL_SENDER, attendee: to },
    title: words.calendarTitle(from.label, after.to.label),
    description: booking.calendarText(formatReference(reference), priceOf(after, locale)),
    location: [from.label, from.area].filter(Boolean).join(", "),
  });
  return { method, text };
}

/** Stands in where no mail leaves the machine. */
const LOCAL_SENDER = "resa@avanti.example";

const CALENDAR_TOPICS: ReadonlySet<string> = new Set(["confirmation", "change", "revival"]);
