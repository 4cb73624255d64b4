// A personal data breach (Art. 4.12): what is known of it, what was decided and why, and what has become of it. Fields are
// those IMY asks for in its form, so that what stands here fills it.

/** What was lost: that nobody else knows it, that it is right, that it is there. */
export const BREACH_KINDS = ["confidentiality", "integrity", "availability"] as const;

/** One of them. */
export type BreachKind = typeof BREACH_KINDS[number];

/** Why it happened, in the words one can choose from. */
export const BREACH_CAUSES = [
  "mistake",
  "attack",
  "fault",
  "theft-or-loss",
  "something-else",
] as const;

/** One of them. */
export type BreachCause = typeof BREACH_CAUSES[number];

/** How grave it is for those it is about. */
export const BREACH_SEVERITIES = ["low", "limited", "high", "very-high"] as const;

/** One of them. */
export type BreachSeverity = typeof BREACH_SEVERITIES[number];

/** What is known. "" and null say "not known yet". */
export interface BreachFacts {
  /** A few words of our own, never a person's name. */
  title: string;
  /** When we knew, an instant: the 72 hours run from here (Art. 33.1). */
  awareAt: string;
  /** When it began and when it ended, instants. */
  beganAt: string;
  endedAt: string;
  /** How it was found. */
  discovery: string;
  /** What happened. */
  course: string;
  kinds: readonly BreachKind[];
  cause: BreachCause | "";
  /** Whose data, in groups, and of how many. */
  groups: string;
  people: number | null;
  /** Which data, and of how many entries. */
  dataTypes: string;
  entries: number | null;
  /** What can follow for them. */
  consequences: string;
  severity: BreachSeverity | "";
  /** What was done and will be done. */
  measures: string;
  /** True when people of other countries are concerned. */
  isCrossBorder: boolean;
}

/** Whether IMY is told (Art. 33). */
export type AuthorityDecision =
  | { kind: "open" }
  | { kind: "not"; reason: string; at: string }
  | { kind: "tell"; reason: string; at: string }
  /** `late` says why it took more than 72 hours, "" when it did not. */
  | { kind: "told"; at: string; reference: string; late: string };

/** Whether those it is about are told (Art. 34). */
export type PeopleDecision =
  | { kind: "open" }
  | { kind: "not"; reason: string; at: string }
  /** `on` is the day it is to happen on. */
  | { kind: "later"; reason: string; on: string; at: string }
  | { kind: "told"; on: string; how: string; at: string };

/** A breach as it stands. */
export interface Breach {
  id: string;
  facts: BreachFacts;
  registeredAt: string;
  authority: AuthorityDecision;
  people: PeopleDecision;
  /** When it was closed, an instant, or null. */
  closedAt: string | null;
  /** How many things have happened to it. */
  version: number;
}

/** Who did something. */
export interface BreachHand {
  id: string;
  name: string;
}

/** What somebody wants. */
export type BreachCommand =
  | { type: "amend"; facts: BreachFacts }
  | { type: "authority-not"; reason: string }
  | { type: "authority-tell"; reason: string }
  | { type: "authority-told"; reference: string; late: string }
  | { type: "people-not"; reason: string }
  | { type: "people-later"; reason: string; on: string }
  | { type: "people-told"; on: string; how: string }
  | { type: "close" };

/** What happened; never changed, never deleted. */
export type BreachEvent =
  & { at: string; by: BreachHand }
  & ({ type: "registered"; id: string; facts: BreachFacts } | BreachCommand);

/** Longest text of a field. */
export const MAX_BREACH_TEXT = 3_000;
/** Longest title. */
export const MAX_BREACH_TITLE = 120;
/** Most people or entries that are believed. */
export const MAX_BREACH_COUNT = 100_000_000;
