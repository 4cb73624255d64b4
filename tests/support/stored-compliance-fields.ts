// Every field of the records on data protection, with the version that brought it.
import type { Breach, BreachEvent, BreachFacts } from "../../lib/compliance/breach.ts";
import type { AccessConfirmation } from "../../lib/compliance/access-review.ts";
import type { BegunReport } from "../../lib/compliance/keys.ts";
import type { StoredFinding } from "../../lib/detection/finding.ts";
import type { StaffDay } from "../../lib/detection/staff-habits.ts";
import type { PaperReminder } from "../../lib/compliance/paper-reminder-rules.ts";
import type { Fields } from "./stored-fields.ts";

const FACTS: Fields<BreachFacts> = {
  title: 1,
  awareAt: 1,
  beganAt: 1,
  endedAt: 1,
  discovery: 1,
  course: 1,
  kinds: 1,
  cause: 1,
  groups: 1,
  people: 1,
  dataTypes: 1,
  entries: 1,
  consequences: 1,
  severity: 1,
  measures: 1,
  isCrossBorder: 1,
};

/** A breach. */
export const BREACH_FIELDS: Fields<Breach> = {
  id: 1,
  facts: FACTS,
  registeredAt: 1,
  authority: 1,
  people: 1,
  closedAt: 1,
  version: 1,
};

const STORY = { at: 1, type: 1, by: { id: 1, name: 1 } } as const;

/** What happened to one, by its type. */
export const BREACH_EVENT_FIELDS: {
  [Type in BreachEvent["type"]]: Fields<BreachEvent & { type: Type }>;
} = {
  registered: { ...STORY, id: 1, facts: FACTS },
  amend: { ...STORY, facts: FACTS },
  "authority-not": { ...STORY, reason: 1 },
  "authority-tell": { ...STORY, reason: 1 },
  "authority-told": { ...STORY, reference: 1, late: 1 },
  "people-not": { ...STORY, reason: 1 },
  "people-later": { ...STORY, reason: 1, on: 1 },
  "people-told": { ...STORY, on: 1, how: 1 },
  close: STORY,
};

/** What somebody of the staff did on a day. */
export const STAFF_DAY_FIELDS: Fields<StaffDay> = { subjects: 1, isNight: 1 };

/** What a detector found. */
export const FINDING_FIELDS: Fields<StoredFinding> = {
  id: 1,
  detector: 1,
  identity: { kind: 1, mark: 1 },
  at: 1,
  since: 1,
  count: 1,
  threshold: 1,
};

/** That somebody's roles were confirmed. */
export const CONFIRMATION_FIELDS: Fields<AccessConfirmation> = {
  roles: 1,
  at: 1,
  by: 1,
  byName: 1,
};

/** That a report was begun. */
export const BEGUN_REPORT_FIELDS: Fields<BegunReport> = { begunAt: 1 };

/** For which of the days before its end somebody was reminded of a paper. */
export const PAPER_REMINDER_FIELDS: Fields<PaperReminder> = { goodUntil: 1, days: 1 };
