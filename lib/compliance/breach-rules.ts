// What may happen to a breach, how it then stands, and the clock that runs from when it was known. Pure.
import type { Breach, BreachCommand, BreachEvent, BreachFacts, BreachHand } from "./breach.ts";

const HOUR_MS = 60 * 60_000;
/** How long IMY may have to wait (Art. 33.1), in hours. */
export const BREACH_HOURS = 72;
/** When whoever is responsible is reminded, hours after it was known. */
export const BREACH_ALARM_HOURS = [24, 48, 66] as const;

/** Why something is refused. */
export const BREACH_FAULTS = [
  "title-missing",
  "aware-missing",
  "aware-ahead",
  "order-wrong",
  "count-wrong",
  "reason-missing",
  "late-reason-missing",
  "day-wrong",
  "how-missing",
  "authority-open",
  "people-open",
  "closed",
  "changed-meanwhile",
] as const;

/** One of them. */
export type BreachFault = typeof BREACH_FAULTS[number];

/** What is wrong with facts, or null. */
export function factsFault(
  { title, awareAt, beganAt, endedAt }: BreachFacts,
  nowMs: number,
): BreachFault | null {
  if (title === "") return "title-missing";
  if (awareAt === "") return "aware-missing";
  if (Date.parse(awareAt) > nowMs) return "aware-ahead";
  const isOrdered = (before: string, after: string) =>
    before === "" || after === "" || Date.parse(before) <= Date.parse(after);
  return isOrdered(beganAt, endedAt) && isOrdered(beganAt, awareAt) ? null : "order-wrong";
}

/** The event of a command, or why it is refused. */
export function decideBreach(
  breach: Breach,
  command: BreachCommand,
  { at, by }: { at: string; by: BreachHand },
): { ok: true; event: BreachEvent } | { ok: false; fault: BreachFault } {
  const fault = breach.closedAt === null ? commandFault(breach, command, at) : "closed";
  return fault === null ? { ok: true, event: { at, by, ...command } } : { ok: false, fault };
}

function commandFault(breach: Breach, command: BreachCommand, at: string): BreachFault | null {
  switch (command.type) {
    case "amend":
      return factsFault(command.facts, Date.parse(at));
    case "authority-not":
    case "authority-tell":
    case "people-not":
      return command.reason === "" ? "reason-missing" : null;
    case "authority-told":
      return isLate(breach, Date.parse(at)) && command.late === "" ? "late-reason-missing" : null;
    case "people-later":
      if (command.reason === "") return "reason-missing";
      return command.on === "" ? "day-wrong" : null;
    case "people-told":
      if (command.on === "") return "day-wrong";
      return command.how === "" ? "how-missing" : null;
    case "close":
      return closingFault(breach);
    default:
      return command satisfies never;
  }
}

/** Nothing is closed that has something left to do. */
function closingFault({ authority, people }: Breach): BreachFault | null {
  if (authority.kind !== "told" && authority.kind !== "not") return "authority-open";
  return people.kind !== "told" && people.kind !== "not" ? "people-open" : null;
}

/** How a breach stands after an event; `null` begins one. Throws RangeError for a story without a beginning. */
export function evolveBreach(before: Breach | null, event: BreachEvent): Breach {
  const { at } = event;
  if (event.type === "registered") {
    const open = { kind: "open" } as const;
    return {
      ...{ id: event.id, facts: event.facts, registeredAt: at, authority: open, people: open },
      ...{ closedAt: null, version: 1 },
    };
  }
  if (before === null) throw new RangeError(`Cannot begin a breach with ${event.type}`);
  return { ...before, ...changeOf(event), version: before.version + 1 };
}

function changeOf(event: Exclude<BreachEvent, { type: "registered" }>): Partial<Breach> {
  const { at } = event;
  switch (event.type) {
    case "amend":
      return { facts: event.facts };
    case "authority-not":
      return { authority: { kind: "not", reason: event.reason, at } };
    case "authority-tell":
      return { authority: { kind: "tell", reason: event.reason, at } };
    case "authority-told":
      return { authority: { kind: "told", at, reference: event.reference, late: event.late } };
    case "people-not":
      return { people: { kind: "not", reason: event.reason, at } };
    case "people-later":
      return { people: { kind: "later", reason: event.reason, on: event.on, at } };
    case "people-told":
      return { people: { kind: "told", on: event.on, how: event.how, at } };
    case "close":
      return { closedAt: at };
    default:
      return event satisfies never;
  }
}

/** The last moment IMY may be told at, epoch milliseconds. Hours are hours, on change nights too. */
export function breachDueMs({ facts }: Pick<Breach, "facts">): number {
  return Date.parse(facts.awareAt) + BREACH_HOURS * HOUR_MS;
}

/** True once that moment is past. */
export function isLate(breach: Pick<Breach, "facts">, nowMs: number): boolean {
  return nowMs > breachDueMs(breach);
}

/** When an alarm is due, epoch milliseconds. */
export function breachAlarmMs({ facts }: Pick<Breach, "facts">, hours: number): number {
  return Date.parse(facts.awareAt) + hours * HOUR_MS;
}

/** True while the clock runs: IMY has not been told, and nobody has decided that it need not be. */
export function isClockRunning({ authority, closedAt }: Breach): boolean {
  return closedAt === null && (authority.kind === "open" || authority.kind === "tell");
}
