// The review of who has which role: each quarter somebody who answers for it looks at everybody of the staff and confirms,
// or takes the role away. Nobody confirms their own. Pure.
import type { Person, PersonEvent } from "../accounts/person.ts";
import { isStaffRole } from "../accounts/role.ts";

/** A confirmation: of the roles as they were. */
export interface AccessConfirmation {
  roles: readonly string[];
  at: string;
  by: string;
  byName: string;
}

/** Somebody of the staff, as the review shows them. */
export interface ReviewedPerson {
  id: string;
  name: string;
  /** Roles of the staff, each with the instant since when; `role@entity`. */
  roles: readonly { role: string; since: string }[];
  isBlocked: boolean;
  /** When the newest of their sessions began; null when there is none any more. */
  lastSignIn: string | null;
  /** The confirmation that holds for the roles as they are, or null. */
  confirmed: AccessConfirmation | null;
}

/** The quarter of a local date: `2026-Q4`. */
export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

/** The last day of a quarter, a local date. */
export function quarterEnd(quarter: string): string {
  const [year = "", number = ""] = quarter.split("-Q");
  const month = Number(number) * 3;
  return Temporal.PlainYearMonth.from({ year: Number(year), month }).toPlainDate({ day: 31 })
    .toString();
}

/** A person's roles of the staff as one confirms them, in order. */
export function rolesOf({ grants }: Pick<Person, "grants">): string[] {
  return grants.filter(({ role }) => isStaffRole(role)).map(({ role, entity }) =>
    `${role}@${entity}`
  ).sort();
}

/** One of the staff; a confirmation of other roles than these does not hold. */
export function reviewed(
  person: Person,
  { events, lastSignIn, confirmation }: {
    events: readonly PersonEvent[];
    lastSignIn: string | null;
    confirmation: AccessConfirmation | null;
  },
): ReviewedPerson {
  const roles = rolesOf(person);
  const holds = confirmation !== null && confirmation.roles.join() === roles.join();
  return {
    id: person.id,
    name: person.name,
    roles: roles.map((role) => ({ role, since: sinceOf(role, person, events) })),
    isBlocked: person.standing.kind === "blocked",
    lastSignIn,
    confirmed: holds ? confirmation : null,
  };
}

/** The newest time the role was given; people have those they joined with from the beginning. */
function sinceOf(role: string, person: Person, events: readonly PersonEvent[]): string {
  const given = events.findLast((event) =>
    event.type === "granted" && `${event.grant.role}@${event.grant.entity}` === role
  );
  return given?.at ?? person.createdAt;
}
