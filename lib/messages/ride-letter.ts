// What a customer reads of their ride.
import { shownPhoneNumber } from "../forms/phone-number.ts";
import {
  formatFlightNumber,
  formatMoment,
  formatMoney,
  formatNumber,
  formatReference,
  wallTimeOf,
} from "../i18n/format.ts";
import { priceWords } from "../i18n/payment-words.ts";
import { textsFor } from "../i18n/texts.ts";
import type { Locale } from "../kernel/locale.ts";
import { SUPPORT_PHONE } from "../kernel/support-phone.ts";
import { apart, type Letter, type LetterRow } from "./letter.ts";
import type { RideFacts, RideNews, RideTopic, ToldDocument } from "./message.ts";

/** What writing needs beside the news. */
export interface RideWriting {
  topic: RideTopic;
  locale: Locale;
  /** Absolute address of the ticket. */
  ticket: string;
}

/** No day is called today: a letter is read on another. */
const NO_DAY = "0001-01-01";

/** The letter. */
export function rideLetter(
  news: RideNews & { document?: ToldDocument | undefined },
  { topic, locale, ticket }: RideWriting,
): Letter {
  const words = textsFor(locale).messages;
  const { after } = news;
  const isOff = topic === "cancellation" || topic === "no-show";
  const when = whenOf(after, locale);
  return {
    subject: words.subject[topic](formatReference(after.reference), when),
    title: words.title[topic],
    lead: [
      ...(after.name === "" ? [] : [words.greeting(apart(after.name))]),
      words.lead[topic],
      ...costOf(news, topic, locale),
    ],
    rows: news.document !== undefined
      ? documentRows(news, news.document, locale)
      : isOff
      ? offRows(news, locale)
      : rideRows(news, topic, locale),
    code: "",
    action: { label: words.openTicket, href: ticket },
    small: [
      ...(isOff ? [] : [words.keepLink]),
      words.help(shownPhoneNumber(SUPPORT_PHONE)),
      words.automatic,
    ],
  };
}

/** When the ride begins, in words: `tisdag 24 november 2026 10.00`. */
export function whenOf({ pickup }: Pick<RideFacts, "pickup">, locale: Locale): string {
  return formatMoment(locale, pickup.wallTime, NO_DAY);
}

/** What it costs and how that is paid, in words: `495 kr, betalas i bilen`. */
export function priceOf(ride: RideFacts, locale: Locale): string {
  return priceWords(locale, { payment: { method: "car" }, ...ride });
}

/** What a ride that is off has cost, or until when it may be cancelled free of charge. */
export function costOf(
  { after }: RideNews,
  topic: RideTopic,
  locale: Locale,
): string[] {
  const words = textsFor(locale).messages;
  const { feeOre, freeUntil } = after;
  if (topic === "cancellation") {
    return [
      feeOre === null || feeOre === 0 ? words.noFee : words.withFee(formatMoney(locale, feeOre)),
    ];
  }
  if (topic === "no-show") {
    return feeOre === null ? [] : [words.missedFee(formatMoney(locale, feeOre))];
  }
  const isAhead = topic === "confirmation" || topic === "change" || topic === "revival";
  const isFree = isAhead && Date.parse(freeUntil) > Date.parse(after.changedAt);
  return isFree ? [words.free(formatMoment(locale, wallTimeOf(freeUntil), NO_DAY))] : [];
}

type Fact = readonly [label: string, of: (ride: RideFacts) => string];

function rideRows(news: RideNews, topic: RideTopic, locale: Locale): LetterRow[] {
  const { rows: labels } = textsFor(locale).messages;
  const texts = textsFor(locale);
  const facts: Fact[] = [
    [labels.reference, ({ reference }) => formatReference(reference)],
    [labels.when, (ride) => whenOf(ride, locale)],
    [labels.from, ({ from }) => stopText(from)],
    [labels.to, ({ to }) => stopText(to)],
    [labels.driver, ({ car }) => car?.driver ?? ""],
    [labels.car, ({ car }) => car?.vehicle ?? ""],
    [labels.plate, ({ car }) => car?.registration ?? ""],
    [labels.passengers, ({ passengers }) => formatNumber(locale, passengers)],
    [labels.vehicle, ({ vehicleClass }) => texts.quote.classes[vehicleClass].name],
    [labels.price, (ride) => priceOf(ride, locale)],
    [labels.name, ({ name }) => name],
    [labels.phone, ({ phone }) => shownPhoneNumber(phone)],
    [labels.email, ({ email }) => email],
    [labels.flight, ({ flightNumber }) => formatFlightNumber(flightNumber)],
    [labels.note, ({ note }) => note],
  ];
  return writtenRows(news, topic === "change" || topic === "revival", facts, locale);
}

function offRows(news: RideNews, locale: Locale): LetterRow[] {
  const { rows: labels } = textsFor(locale).messages;
  return writtenRows(news, false, [
    [labels.reference, ({ reference }) => formatReference(reference)],
    [labels.when, (ride) => whenOf(ride, locale)],
    [labels.from, ({ from }) => stopText(from)],
    [labels.to, ({ to }) => stopText(to)],
    [
      labels.fee,
      ({ feeOre }) => feeOre === null || feeOre === 0 ? "" : formatMoney(locale, feeOre),
    ],
  ], locale);
}

function documentRows(
  news: RideNews,
  { number, totalOre }: ToldDocument,
  locale: Locale,
): LetterRow[] {
  const { rows: labels } = textsFor(locale).messages;
  return writtenRows(news, false, [
    [labels.reference, ({ reference }) => formatReference(reference)],
    [labels.when, (ride) => whenOf(ride, locale)],
    [labels.from, ({ from }) => stopText(from)],
    [labels.to, ({ to }) => stopText(to)],
    [labels.document, () => number],
    [labels.amount, () => formatMoney(locale, totalOre)],
  ], locale);
}

/** A row a fact that there is, or was. */
function writtenRows(
  { before, after }: RideNews,
  showsBefore: boolean,
  facts: readonly Fact[],
  locale: Locale,
): LetterRow[] {
  const { none } = textsFor(locale).messages;
  return facts.flatMap(([label, of]) => {
    const value = of(after);
    const former = showsBefore && before !== null ? of(before) : value;
    if (value === "" && former === "") return [];
    const was = former === value ? "" : former || none;
    return [{ label, value: value || none, was }];
  });
}

function stopText({ label, area }: { label: string; area: string }): string {
  return area === "" || label.includes(area) ? label : `${label}, ${area}`;
}
