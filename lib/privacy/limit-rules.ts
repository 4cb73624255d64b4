// What a restriction and an objection do to each purpose: the one table that use cases, pages and tests read. Pure.
import { PURPOSE_NAMES, type PurposeName, purposeOf } from "./purposes.ts";
import type { Objection, SubjectLimits } from "./subject-limits.ts";

/** What becomes of a purpose while somebody's data are restricted. */
export type WhileRestricted =
  /** It is left alone. */
  | "stops"
  /** Only with a yes that was said since (Article 18.2). */
  | "new-consent"
  /** The ride they have ordered is driven, and what they ask for themselves is answered: that is their own wish. */
  | "contract"
  /** A law requires it. */
  | "law"
  /** To show who did what, for a claim. */
  | "claims"
  /** The rights of others, who are protected by it. */
  | "others"
  /** It is what storing takes. */
  | "storage";

/** What an objection does. */
export type WhenObjected =
  /** It stops at once. */
  | "stops"
  /** The staff weigh it within the month; two of them write down what is compelling, or it stops. */
  | "weighed"
  /** It rests on no interest of ours: there is nothing to object to. */
  | "not-open";

/** A row of the table. */
export interface LimitRule {
  restricted: WhileRestricted;
  objected: WhenObjected;
}

/** The table. */
export const LIMIT_RULES: Readonly<Record<PurposeName, LimitRule>> = {
  rides: { restricted: "contract", objected: "not-open" },
  "price-proof": { restricted: "law", objected: "not-open" },
  bookkeeping: { restricted: "law", objected: "not-open" },
  messages: { restricted: "contract", objected: "not-open" },
  accounts: { restricted: "contract", objected: "not-open" },
  "own-places": { restricted: "stops", objected: "not-open" },
  fleet: { restricted: "law", objected: "not-open" },
  "work-log": { restricted: "claims", objected: "weighed" },
  subscribers: { restricted: "stops", objected: "stops" },
  statistics: { restricted: "stops", objected: "stops" },
  faults: { restricted: "others", objected: "weighed" },
  abuse: { restricted: "others", objected: "weighed" },
  rights: { restricted: "law", objected: "not-open" },
  sealing: { restricted: "storage", objected: "not-open" },
  breaches: { restricted: "law", objected: "not-open" },
  // Direct messages: whoever objects is asked for no reason, and nothing outweighs it (Article 21.2 and 3).
  reminders: { restricted: "new-consent", objected: "stops" },
  data_processing: { restricted: "new-consent", objected: "not-open" },
};

/** How long before a restriction is lifted whoever it is about is told, in days (Article 18.3). */
export const LIFT_DAYS = 7;

/** From when on a restriction that the staff want to lift is lifted. */
export function liftsAtAfter(at: string): string {
  return Temporal.Instant.from(at).add({ hours: LIFT_DAYS * 24 }).toString();
}

/** What can be objected to at once, in the order of the purposes. */
export const OBJECTABLE: readonly PurposeName[] = namesWhere(({ objected }) =>
  objected === "stops"
);

/** What the staff weigh. */
export const WEIGHED: readonly PurposeName[] = namesWhere(({ objected }) => objected === "weighed");

/** True while the data are stored and no more. */
export function isRestrictedBy({ restriction }: SubjectLimits, now: Temporal.Instant): boolean {
  if (restriction === null) return false;
  const { liftsAt } = restriction;
  return liftsAt === null || now.epochMilliseconds < Date.parse(liftsAt);
}

/** True when the data may be used for a purpose now; `consentAt` is when its person said yes, null when they did not. */
export function mayUse(
  limits: SubjectLimits,
  purpose: PurposeName,
  now: Temporal.Instant,
  consentAt: string | null = null,
): boolean {
  if (hasObjectedTo(limits, purpose)) return false;
  if (!isRestrictedBy(limits, now)) return true;
  const { restricted } = LIMIT_RULES[purpose];
  if (restricted === "stops") return false;
  if (restricted !== "new-consent") return true;
  const since = limits.restriction?.since ?? "";
  return consentAt !== null && Date.parse(consentAt) >= Date.parse(since);
}

/** True when they have objected to a purpose. */
export function hasObjectedTo({ objections }: SubjectLimits, purpose: PurposeName): boolean {
  return objections.some((one) => one.purpose === purpose);
}

/** The limits with a restriction; one that holds already, also one that is about to be lifted, goes on. */
export function restrictedWith(
  limits: SubjectLimits,
  { at, requestId }: { at: string; requestId: string },
): SubjectLimits {
  const since = limits.restriction?.since ?? at;
  return { ...limits, restriction: { since, requestId, liftsAt: null } };
}

/** The limits without it, at once or from an instant on. */
export function liftedFrom(limits: SubjectLimits, liftsAt: string | null): SubjectLimits {
  const { restriction } = limits;
  if (restriction === null || liftsAt === null) return { ...limits, restriction: null };
  return { ...limits, restriction: { ...restriction, liftsAt } };
}

/** The limits with objections to some purposes. */
export function objectedWith(
  limits: SubjectLimits,
  purposes: readonly PurposeName[],
  { at, requestId }: { at: string; requestId: string },
): SubjectLimits {
  const added = purposes.filter((purpose) => !hasObjectedTo(limits, purpose))
    .map((purpose): Objection => ({ purpose, since: at, requestId }));
  return { ...limits, objections: [...limits.objections, ...added] };
}

/**
 * The limits after two people have written down what is compelling: the objections of that request are over, but for those
 * nothing outweighs.
 */
export function outweighed(limits: SubjectLimits, requestId: string): SubjectLimits {
  const objections = limits.objections.filter((one) =>
    one.requestId !== requestId || purposeOf(one.purpose)?.basis === "consent"
  );
  return { ...limits, objections };
}

/** The limits without an objection of theirs that they have taken back. */
export function withoutObjection(limits: SubjectLimits, purpose: PurposeName): SubjectLimits {
  return { ...limits, objections: limits.objections.filter((one) => one.purpose !== purpose) };
}

/** True when nothing is limited any more: a row that says nothing is none. */
export function saysNothing({ restriction, objections }: SubjectLimits): boolean {
  return restriction === null && objections.length === 0;
}

function namesWhere(fits: (rule: LimitRule) => boolean): PurposeName[] {
  return PURPOSE_NAMES.filter((name) => fits(LIMIT_RULES[name]));
}
