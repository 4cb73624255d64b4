// Use cases: the review of this quarter is read, and the roles of somebody are confirmed.
import { assertMay } from "../accounts/assert-may.ts";
import type { PersonStore } from "../accounts/person-store.ts";
import type { OperatorSession } from "../accounts/session.ts";
import type { SessionStore } from "../accounts/session-store.ts";
import type { Clock } from "../kernel/clock.ts";
import { localDate } from "../kernel/wall-time.ts";
import { Transaction } from "../kv/transaction.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import { quarterOf, reviewed, type ReviewedPerson, rolesOf } from "./access-review.ts";
import { complianceKeys } from "./keys.ts";

/** What it needs. */
export interface ReviewDeps {
  db: Database;
  clock: Clock;
  people: Pick<PersonStore, "staff" | "get" | "events">;
  sessions: Pick<SessionStore, "of">;
}

/** The review. */
export interface AccessReview {
  quarter: string;
  people: readonly ReviewedPerson[];
}

/** Why a confirmation was refused. */
export type ReviewFault = "own" | "changed-meanwhile";

/** Reads the review of the quarter a moment lies in; now unless it is given. */
export async function readAccessReview(
  deps: ReviewDeps,
  quarter = quarterOf(localDate(deps.clock.now())),
): Promise<AccessReview> {
  const staff = await deps.people.staff();
  const people = await Promise.all(staff.map(async (person) => {
    const [events, sessions, { value: confirmation }] = await Promise.all([
      deps.people.events(person.id),
      deps.sessions.of(person.id),
      readEntry(deps.db.read, complianceKeys.accessReview(quarter, person.id)),
    ]);
    const lastSignIn = sessions.map(({ createdAt }) => createdAt).sort().at(-1) ?? null;
    return reviewed(person, { events, lastSignIn, confirmation });
  }));
  return { quarter, people };
}

/** Confirms somebody's roles as they were seen; null when it is done. */
export async function confirmAccess(
  deps: ReviewDeps,
  operator: OperatorSession,
  { personId, seen }: { personId: string; seen: string },
): Promise<ReviewFault | null> {
  assertMay(operator, "handle-breaches");
  const stored = await deps.people.get(personId);
  if (stored === null) return "changed-meanwhile";
  if (personId === operator.personId) return "own";
  const roles = rolesOf(stored.person);
  if (roles.join(" ") !== seen) return "changed-meanwhile";
  const now = deps.clock.now();
  const key = complianceKeys.accessReview(quarterOf(localDate(now)), personId);
  const by = { by: operator.personId, byName: operator.operatorName };
  await new Transaction(deps.db).set(key, { roles, at: now.toString(), ...by }).commit();
  return null;
}
