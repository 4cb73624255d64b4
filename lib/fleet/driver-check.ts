// That somebody has looked at a paper of a driver: which, on which day, until when it is good, and who looked. The paper
// itself is never stored, nor a word of what stands in it (dataskyddslagen 2018:218, 3 kap. 8–9 §§).
import { isLocalDate } from "../kernel/local-date.ts";
import { instant, record, text, word } from "../kernel/shape.ts";

/** What is looked at. */
export const CHECK_KINDS = ["criminal-record", "taxi-licence", "health"] as const;

/** One of them. */
export type CheckKind = typeof CHECK_KINDS[number];

/** A check. There is no field that could hold what was read: days and one of three words. */
export interface DriverCheck {
  kind: CheckKind;
  /** Dates in Sweden. */
  checkedOn: string;
  goodUntil: string;
  /** Who looked: the id of a person. */
  by: string;
  /** When it was written down, an instant. */
  at: string;
}

/** Its shape as it is stored. */
export const driverCheckShape = record<DriverCheck>({
  kind: word(CHECK_KINDS),
  checkedOn: text,
  goodUntil: text,
  by: text,
  at: instant,
});

/** Longest that a paper is good after it was looked at, in years: a licence is renewed after ten. */
export const MOST_YEARS = 10;
/** From how many days before its end on it is said that a check runs out. */
export const REMIND_DAYS = 30;

/** Why a form is not taken. */
export type CheckProblem = "kind" | "checkedOn" | "goodUntil";

/** What a form says. */
export type CheckReading =
  | { ok: true; value: Pick<DriverCheck, "kind" | "checkedOn" | "goodUntil"> }
  | { ok: false; problem: CheckProblem };

/** Reads a form: a day that has been, and one behind it that is not over. */
export function readDriverCheck(
  typed: { kind: string; checkedOn: string; goodUntil: string },
  today: string,
): CheckReading {
  const kind = CHECK_KINDS.find((one) => one === typed.kind);
  if (kind === undefined) return { ok: false, problem: "kind" };
  const { checkedOn, goodUntil } = typed;
  if (!isLocalDate(checkedOn) || checkedOn > today) return { ok: false, problem: "checkedOn" };
  if (!isLocalDate(goodUntil) || goodUntil < today) return { ok: false, problem: "goodUntil" };
  const last = Temporal.PlainDate.from(checkedOn).add({ years: MOST_YEARS }).toString();
  return goodUntil > last
    ? { ok: false, problem: "goodUntil" }
    : { ok: true, value: { kind, checkedOn, goodUntil } };
}

/** Until when a kind is good: the check that is good the longest counts. Null where nobody has looked. */
export function goodUntil(checks: readonly DriverCheck[], kind: CheckKind): string | null {
  return checks.filter((one) => one.kind === kind).map((one) => one.goodUntil).sort().at(-1) ??
    null;
}

/** How a kind stands for a driver. */
export type CheckState = "missing" | "good" | "ending" | "over";

/** How each kind stands on a day. */
export function checkStates(
  checks: readonly DriverCheck[],
  today: string,
): Readonly<Record<CheckKind, CheckState>> {
  const soon = Temporal.PlainDate.from(today).add({ days: REMIND_DAYS }).toString();
  const stateOf = (kind: CheckKind): CheckState => {
    const until = goodUntil(checks, kind);
    if (until === null) return "missing";
    return until < today ? "over" : until <= soon ? "ending" : "good";
  };
  return {
    "criminal-record": stateOf("criminal-record"),
    "taxi-licence": stateOf("taxi-licence"),
    health: stateOf("health"),
  };
}
