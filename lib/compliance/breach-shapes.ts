// What stored breaches look like.
import {
  all,
  byTag,
  flag,
  instant,
  listOf,
  number,
  orNull,
  record,
  text,
  word,
} from "../kernel/shape.ts";
import {
  type AuthorityDecision,
  type Breach,
  BREACH_CAUSES,
  BREACH_KINDS,
  BREACH_SEVERITIES,
  type BreachEvent,
  type BreachFacts,
  type BreachHand,
  type PeopleDecision,
} from "./breach.ts";

const facts = record<BreachFacts>({
  title: text,
  awareAt: instant,
  beganAt: text,
  endedAt: text,
  discovery: text,
  course: text,
  kinds: listOf(word(BREACH_KINDS)),
  cause: word([...BREACH_CAUSES, ""]),
  groups: text,
  people: orNull(number),
  dataTypes: text,
  entries: orNull(number),
  consequences: text,
  severity: word([...BREACH_SEVERITIES, ""]),
  measures: text,
  isCrossBorder: flag,
});

type Authority<Kind> = AuthorityDecision & { kind: Kind };
type People<Kind> = PeopleDecision & { kind: Kind };

/** A breach. */
export const breachShape = record<Breach>({
  id: text,
  facts,
  registeredAt: instant,
  authority: byTag<AuthorityDecision["kind"]>("kind", {
    open: record<Authority<"open">>({ kind: text }),
    not: record<Authority<"not">>({ kind: text, reason: text, at: instant }),
    tell: record<Authority<"tell">>({ kind: text, reason: text, at: instant }),
    told: record<Authority<"told">>({ kind: text, at: instant, reference: text, late: text }),
  }),
  people: byTag<PeopleDecision["kind"]>("kind", {
    open: record<People<"open">>({ kind: text }),
    not: record<People<"not">>({ kind: text, reason: text, at: instant }),
    later: record<People<"later">>({ kind: text, reason: text, on: text, at: instant }),
    told: record<People<"told">>({ kind: text, on: text, how: text, at: instant }),
  }),
  closedAt: orNull(instant),
  version: number,
});

const story = { at: instant, by: record<BreachHand>({ id: text, name: text }) };
type Told = "at" | "by" | "type";

/** What happened to one. */
export const breachEventShape = all(
  record<Pick<BreachEvent, "at" | "by">>(story),
  byTag<BreachEvent["type"]>("type", {
    registered: record<Omit<BreachEvent & { type: "registered" }, Told>>({ id: text, facts }),
    amend: record<Omit<BreachEvent & { type: "amend" }, Told>>({ facts }),
    "authority-not": record<{ reason: string }>({ reason: text }),
    "authority-tell": record<{ reason: string }>({ reason: text }),
    "authority-told": record<{ reference: string; late: string }>({ reference: text, late: text }),
    "people-not": record<{ reason: string }>({ reason: text }),
    "people-later": record<{ reason: string; on: string }>({ reason: text, on: text }),
    "people-told": record<{ on: string; how: string }>({ on: text, how: text }),
    close: record<Record<never, never>>({}),
  }),
);
