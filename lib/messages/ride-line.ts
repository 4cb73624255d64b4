// What is told of a ride in one line: an SMS, or a telephone's locked screen.
import { formatMoney, formatShortDate, formatTime } from "../i18n/format.ts";
import { textsFor } from "../i18n/texts.ts";
import type { Locale } from "../kernel/locale.ts";
import { dateOf } from "../kernel/wall-time.ts";
import { plainSpaces } from "./letter.ts";
import type { RideCar, RideFacts, RideNews, RideTopic } from "./message.ts";
import { costOf } from "./ride-letter.ts";

/** Longest name of a place in a line, in characters: each hundred and a half costs. */
const MAX_PLACE = 40;

/** The line, without its link. */
export function rideLine(news: RideNews, topic: RideTopic, locale: Locale): string {
  return plainSpaces(lineOf(news, topic, locale));
}

function lineOf(news: RideNews, topic: RideTopic, locale: Locale): string {
  const { sms, title, company } = textsFor(locale).messages;
  const { after } = news;
  const when = shortWhen(after, locale);
  const from = shortPlace(after.from.label);
  const price = formatMoney(locale, after.totalOre);
  const titled = (said: RideTopic) => `${company}: ${title[said].toLowerCase()}, ${when}.`;
  switch (topic) {
    case "confirmation":
    case "change":
    case "revival":
      return from === "" ? titled(topic) : sms[topic](when, from, price);
    case "cancellation":
      return sms.cancellation(when, costOf(news, topic, locale).join(" "));
    case "on-the-way":
    case "arrived":
      return sms[topic](carLine(after.car)).trim();
    case "ticket-link":
      return sms["ticket-link"](when);
    case "driver":
      return [`${company}: ${title.driver.toLowerCase()}.`, carLine(after.car)].join(" ").trim();
    case "no-show":
    case "reminder":
    case "receipt":
    case "credit-note":
      return titled(topic);
  }
}

/** `tis 24 nov 10.00`. */
function shortWhen({ pickup: { wallTime } }: RideFacts, locale: Locale): string {
  return `${formatShortDate(locale, dateOf(wallTime))} ${formatTime(locale, wallTime)}`;
}

function shortPlace(label: string): string {
  const letters = [...label];
  return letters.length <= MAX_PLACE ? label : `${letters.slice(0, MAX_PLACE - 1).join("")}…`;
}

/** `Kim, Bil 07, ABC 123.` */
function carLine(car: RideCar | null): string {
  const known = [car?.driver, car?.vehicle, car?.registration].filter(Boolean);
  return known.length === 0 ? "" : `${known.join(", ")}.`;
}
