// When a session lives, when it is renewed and when it is over. Pure: time comes as a value.
import { isStrong } from "./credentials.ts";
import type { OperatorSession, Session, SignedInPerson } from "./session.ts";
import type { Person } from "./person.ts";
import { isStaff } from "./person-rules.ts";
import { rightsOf } from "./right.ts";

/** How long a session may last. */
export interface SessionLimits {
  /** It ends after this much silence, in minutes. */
  idleMinutes: number;
  /** It ends at the latest after this many hours. */
  absoluteHours: number;
}

/** Staff: one working day, and half an hour away from the desk. */
const STAFF: SessionLimits = { idleMinutes: 30, absoluteHours: 8 };
/** A driver: a shift with its breaks. */
const DRIVER: SessionLimits = { idleMinutes: 4 * 60, absoluteHours: 16 };
/** A customer: the phone is theirs, and a trip is booked once in a while. */
const CUSTOMER: SessionLimits = { idleMinutes: 30 * 24 * 60, absoluteHours: 90 * 24 };

/** Longest any session lasts, in hours. */
export const ABSOLUTE_HOURS = CUSTOMER.absoluteHours;
/** A session's idle time is written at most this often, in seconds: one write a minute, not one a request. */
export const SLIDE_EVERY_SECONDS = 60;
/** Idle times of weeks are written once an hour: nobody notices, and it is a commit each. */
const LONG_SLIDE_SECONDS = 60 * 60;
/** A proof is fresh for this long, in minutes: within it, sensitive acts ask for no other. */
export const FRESH_MINUTES = 10;

/** The limits of a person's sessions: the shortest of what their roles ask for. */
export function sessionLimits(person: Pick<Person, "grants">): SessionLimits {
  if (isStaff(person)) return STAFF;
  return person.grants.some(({ role }) => role === "driver") ? DRIVER : CUSTOMER;
}

/** What a new session is told; the rest follows. */
export type SessionFacts =
  & Pick<
    Session,
    "id" | "personId" | "csrfSecret" | "device" | "network"
  >
  & { factors: Session["proof"]["factors"] };

/** A new session that starts at `now`. */
export function newSession(
  { factors, ...facts }: SessionFacts,
  { idleMinutes, absoluteHours }: SessionLimits,
  now: Temporal.Instant,
): Session {
  return {
    ...facts,
    proof: { factors, at: now.toString() },
    createdAt: now.toString(),
    idleMinutes,
    idleExpiresAt: now.add({ minutes: idleMinutes }).toString(),
    absoluteExpiresAt: now.add({ hours: absoluteHours }).toString(),
  };
}

/** True while neither the idle nor the absolute time has come. */
export function isLive(
  session: Pick<Session, "idleExpiresAt" | "absoluteExpiresAt">,
  now: Temporal.Instant,
): boolean {
  return Temporal.Instant.compare(now, session.idleExpiresAt) < 0 &&
    Temporal.Instant.compare(now, session.absoluteExpiresAt) < 0;
}

/** The session with its idle time moved ahead, or null while that is not worth a write. */
export function slide(session: Session, now: Temporal.Instant): Session | null {
  const idle = earlier(now.add({ minutes: session.idleMinutes }), session.absoluteExpiresAt);
  const gainSeconds = idle.since(session.idleExpiresAt).total("seconds");
  const worthSeconds = session.idleMinutes > DRIVER.idleMinutes
    ? LONG_SLIDE_SECONDS
    : SLIDE_EVERY_SECONDS;
  return gainSeconds < worthSeconds ? null : { ...session, idleExpiresAt: idle.toString() };
}

/** True while the proof of a session is fresh enough for what cannot be taken back. */
export function isFresh({ proof }: Pick<Session, "proof">, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(
    now,
    Temporal.Instant.from(proof.at).add({
      minutes: FRESH_MINUTES,
    }),
  ) < 0;
}

/** The person at the operators' pages, or null for who does not work on them or has shown one factor alone. */
export function operatorOfSession(
  { session, person }: SignedInPerson,
): OperatorSession | null {
  if (!isStaff(person) || !isStrong(session.proof.factors)) return null;
  const { id, csrfSecret, createdAt } = session;
  return {
    id,
    csrfSecret,
    createdAt,
    personId: person.id,
    operatorName: person.name,
    rights: rightsOf(person.grants),
    signedIn: { session, person },
  };
}

/** True for a driver who has shown two factors: who may see where customers go. */
export function isDriverOnDuty({ session, person }: SignedInPerson): boolean {
  return person.grants.some(({ role }) => role === "driver") && isStrong(session.proof.factors);
}

function earlier(a: Temporal.Instant, b: string): Temporal.Instant {
  return Temporal.Instant.compare(a, b) <= 0 ? a : Temporal.Instant.from(b);
}
