// A message in words, as whoever is woken by it reads it.
import { formatMoment, formatNumber, wallTimeOf } from "../i18n/format.ts";
import { textsFor } from "../i18n/texts.ts";
import { DEFAULT_LOCALE } from "../kernel/locale.ts";
import { paths } from "../kernel/paths.ts";
import type { Alarm, AlarmMessage } from "./alarm.ts";

/** Alarms go to the company's own people, whose language is the product's own. */
const LOCALE = DEFAULT_LOCALE;
/** No day is called today. */
const NO_DAY = "0001-01-01";

/** A line that says what it is about. */
export function alarmSubject({ isTrial, alarms, more }: AlarmMessage): string {
  const words = textsFor(LOCALE).alarms;
  const [first] = alarms;
  if (isTrial || first === undefined) return words.trialSubject;
  const count = alarms.length + more;
  return count === 1 ? words.subject(first.code) : words.subjectOfMany(formatNumber(LOCALE, count));
}

/** The message as lines of plain text; each failure with the address of its page. */
export function alarmLines(message: AlarmMessage, origin: string): string[] {
  const words = textsFor(LOCALE).alarms;
  const { isTrial, alarms, more } = message;
  if (isTrial) return [words.trial, `${origin}${paths.adminIncidents()}`];
  const lines = alarms.flatMap((alarm) => [
    alarmLine(alarm),
    alarmUrl(alarm, origin),
  ]);
  if (more === 0) return lines;
  return [...lines, words.more(formatNumber(LOCALE, more)), `${origin}${paths.adminIncidents()}`];
}

/** Where operators read more. */
export function alarmUrl({ fingerprint }: Pick<Alarm, "fingerprint">, origin: string): string {
  return `${origin}${paths.adminIncident(fingerprint)}`;
}

function alarmLine(alarm: Alarm): string {
  const { alarms: words, incidents } = textsFor(LOCALE);
  const { code, severity, category, operation, count, lastSeen, reference } = alarm;
  const what = words.what(incidents.severity[severity], code, incidents.category[category]);
  // By its date: who knows which day it is read on.
  const last = formatMoment(LOCALE, wallTimeOf(lastSeen), NO_DAY);
  const facts = [words.where(operation), words.times(count, last)];
  if (reference !== "") facts.push(words.reference(reference));
  return [what, ...facts].join(" ");
}
