// The forms of breaches: what somebody typed, and what they want done with it.
import {
  BREACH_CAUSES,
  BREACH_KINDS,
  BREACH_SEVERITIES,
  type BreachCommand,
  type BreachFacts,
  MAX_BREACH_COUNT,
  MAX_BREACH_TEXT,
  MAX_BREACH_TITLE,
} from "../compliance/breach.ts";
import type { BreachFault } from "../compliance/breach-rules.ts";
import { cleanLine, cleanText } from "../forms/clean-text.ts";
import { isLocalDate } from "../kernel/local-date.ts";
import { pickupTimeAt, readWallTime, WALL_TIME } from "../kernel/wall-time.ts";

/** A form: every field as text. Times are a date and a time in Sweden. */
export type BreachValues = Readonly<Record<BreachFieldName, string>>;

/** Fields of text. */
const TEXTS = ["discovery", "course", "groups", "dataTypes", "consequences", "measures"] as const;
/** Moments: each is a field of a date and one of a time. */
export const BREACH_MOMENTS = ["aware", "began", "ended"] as const;

/** Fields by their names. */
export type BreachFieldName =
  | typeof TEXTS[number]
  | `${typeof BREACH_MOMENTS[number]}${"Date" | "Time"}`
  | "title"
  | "people"
  | "entries"
  | "cause"
  | "severity"
  | "kinds"
  | "crossBorder";

/** The name of the box of a kind. */
export function kindField(kind: string): string {
  return `kind:${kind}`;
}

/** What was sent, as the form shows it again. */
export function breachValues(fields: ReadonlyMap<string, string>): BreachValues {
  const line = (name: string) => cleanLine(fields.get(name) ?? "").slice(0, MAX_BREACH_TITLE);
  const text = (name: string) => cleanText(fields.get(name) ?? "").slice(0, MAX_BREACH_TEXT);
  return {
    ...{ title: line("title"), people: line("people"), entries: line("entries") },
    ...{ cause: line("cause"), severity: line("severity") },
    kinds: BREACH_KINDS.filter((kind) => fields.has(kindField(kind))).join(" "),
    crossBorder: fields.has("crossBorder") ? "yes" : "",
    ...{ awareDate: line("awareDate"), awareTime: line("awareTime") },
    ...{ beganDate: line("beganDate"), beganTime: line("beganTime") },
    ...{ endedDate: line("endedDate"), endedTime: line("endedTime") },
    ...{ discovery: text("discovery"), course: text("course"), groups: text("groups") },
    ...{ dataTypes: text("dataTypes"), consequences: text("consequences") },
    measures: text("measures"),
  };
}

/** The form of a breach as it is. */
export function valuesOfBreach(facts: BreachFacts): BreachValues {
  const moment = (instant: string) => {
    if (instant === "") return { date: "", time: "" };
    const { wallTime } = pickupTimeAt(Temporal.Instant.from(instant));
    return { date: wallTime.slice(0, 10), time: wallTime.slice(11) };
  };
  const [aware, began, ended] = [facts.awareAt, facts.beganAt, facts.endedAt].map(moment);
  const { title, cause, severity, discovery, course, groups, dataTypes, consequences, measures } =
    facts;
  return {
    ...{ title, cause, severity, discovery, course, groups, dataTypes, consequences, measures },
    people: facts.people === null ? "" : String(facts.people),
    entries: facts.entries === null ? "" : String(facts.entries),
    kinds: facts.kinds.join(" "),
    crossBorder: facts.isCrossBorder ? "yes" : "",
    ...{ awareDate: aware?.date ?? "", awareTime: aware?.time ?? "" },
    ...{ beganDate: began?.date ?? "", beganTime: began?.time ?? "" },
    ...{ endedDate: ended?.date ?? "", endedTime: ended?.time ?? "" },
  };
}

/** The facts of a form, or what is wrong with it. */
export function readBreachFacts(
  values: BreachValues,
): { ok: true; facts: BreachFacts } | { ok: false; fault: BreachFault } {
  const awareAt = readMoment(values.awareDate, values.awareTime);
  const beganAt = readMoment(values.beganDate, values.beganTime);
  const endedAt = readMoment(values.endedDate, values.endedTime);
  const people = readCount(values.people);
  const entries = readCount(values.entries);
  if (awareAt === null) return { ok: false, fault: "aware-missing" };
  if (beganAt === null || endedAt === null) return { ok: false, fault: "day-wrong" };
  if (people === undefined || entries === undefined) return { ok: false, fault: "count-wrong" };
  const { title, discovery, course, groups, dataTypes, consequences, measures } = values;
  const kinds = values.kinds.split(" ");
  return {
    ok: true,
    facts: {
      ...{
        title,
        awareAt,
        beganAt,
        endedAt,
        discovery,
        course,
        groups,
        people,
        dataTypes,
        entries,
      },
      ...{ consequences, measures, isCrossBorder: values.crossBorder !== "" },
      kinds: BREACH_KINDS.filter((kind) => kinds.includes(kind)),
      cause: BREACH_CAUSES.find((one) => one === values.cause) ?? "",
      severity: BREACH_SEVERITIES.find((one) => one === values.severity) ?? "",
    },
  };
}

/** The command of a form, or null for a word that is none. */
export function readBreachCommand(fields: ReadonlyMap<string, string>): BreachCommand | null {
  const text = (name: string) => cleanText(fields.get(name) ?? "").slice(0, MAX_BREACH_TEXT);
  const on = fields.get("on") ?? "";
  const day = isLocalDate(on) ? on : "";
  const type = fields.get("act") ?? "";
  switch (type) {
    case "authority-not":
    case "authority-tell":
    case "people-not":
      return { type, reason: text("reason") };
    case "authority-told":
      return { type, reference: text("reference"), late: text("late") };
    case "people-later":
      return { type, reason: text("reason"), on: day };
    case "people-told":
      return { type, on: day, how: text("how") };
    case "close":
      return { type };
    default:
      return null;
  }
}

/** An instant, "" for nothing typed, null for what is no moment. Of two the earlier counts: the clock runs from it. */
function readMoment(date: string, time: string): string | null {
  if (date === "" && time === "") return "";
  const wallTime = `${date}T${time === "" ? "00:00" : time}`;
  if (!isLocalDate(date) || !WALL_TIME.test(wallTime) || !isClock(wallTime.slice(11))) return null;
  const read = readWallTime(wallTime, "earlier");
  return read.kind === "one"
    ? read.pickup.instant
    : read.kind === "gap"
    ? read.after.instant
    : null;
}

function isClock(time: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
}

/** A count, null for nothing typed, undefined for what is none. */
function readCount(text: string): number | null | undefined {
  const digits = text.replace(/[\s.]/g, "");
  if (digits === "") return null;
  if (!/^\d{1,9}$/.test(digits)) return undefined;
  return Number(digits) <= MAX_BREACH_COUNT ? Number(digits) : undefined;
}
