// What may be changed about a person, and what follows from it. Pure: who is admin besides comes as a value.
import { DomainError } from "../errors/domain-error.ts";
import { invariant, unreachable } from "../kernel/invariant.ts";
import type { Person, PersonActor, PersonEvent } from "./person.ts";
import {
  CENTRAL,
  type Grant,
  isStaffRole,
  type Role,
  STAFF_ROLES,
  type StaffRole,
} from "./role.ts";

/** Most grants a person can have. */
export const MAX_GRANTS = 20;

/** What somebody wants of a person. */
export type PersonCommand =
  | { type: "rename"; name: string }
  | { type: "reach"; email: string; phone: string }
  | { type: "grant"; grant: Grant }
  | { type: "ungrant"; grant: Grant }
  | { type: "block"; reason: string }
  | { type: "unblock" };

/** What a decision stands on besides the person. */
export interface PersonFacts {
  by: PersonActor;
  at: string;
  /** How many other people are active admins of the central. */
  otherAdmins: number;
}

/**
 * What happens to the person, or nothing when all is so already. Throws DomainError: own-rights when somebody changes
 * what they themselves may do, last-admin when nobody would be left who can manage people, too-many-grants.
 */
export function decidePerson(
  person: Person,
  command: PersonCommand,
  { by, at, otherAdmins }: PersonFacts,
): PersonEvent | null {
  if (isOfRights(command) && by.kind === "person" && by.id === person.id) {
    throw new DomainError("own-rights");
  }
  const event = eventOf(person, command, { by, at });
  if (event === null) return null;
  const after = evolvePerson(person, event);
  if (isAdmin(person) && !isAdmin(after) && otherAdmins === 0) throw new DomainError("last-admin");
  if (after.grants.length > MAX_GRANTS) throw new DomainError("too-many-grants");
  return event;
}

function isOfRights({ type }: PersonCommand): boolean {
  return type === "grant" || type === "ungrant" || type === "block" || type === "unblock";
}

function eventOf(
  person: Person,
  command: PersonCommand,
  base: { by: PersonActor; at: string },
): PersonEvent | null {
  switch (command.type) {
    case "rename":
      return command.name === person.name ? null : { ...base, type: "named", name: command.name };
    case "reach": {
      const { email, phone } = command;
      const isSame = email === person.email && phone === person.phone;
      return isSame ? null : { ...base, type: "reached", email, phone };
    }
    case "grant":
      return has(person, command.grant) ? null : { ...base, type: "granted", grant: command.grant };
    case "ungrant":
      return has(person, command.grant)
        ? { ...base, type: "ungranted", grant: command.grant }
        : null;
    case "block":
      return person.standing.kind === "blocked"
        ? null
        : { ...base, type: "blocked", reason: command.reason };
    case "unblock":
      return person.standing.kind === "active" ? null : { ...base, type: "unblocked" };
    default:
      return unreachable(command);
  }
}

/** The person after an event. */
export function evolvePerson(former: Person | null, event: PersonEvent): Person {
  if (event.type === "joined") return event.person;
  invariant(former !== null, "A person's story begins by joining");
  const person = { ...former, version: former.version + 1 };
  switch (event.type) {
    case "named":
      return { ...person, name: event.name };
    case "reached":
      return { ...person, email: event.email, phone: event.phone };
    case "granted":
      return { ...person, grants: [...person.grants, event.grant] };
    case "ungranted":
      return {
        ...person,
        grants: person.grants.filter((grant) => !isSameGrant(grant, event.grant)),
      };
    case "blocked":
      return { ...person, standing: { kind: "blocked", at: event.at, reason: event.reason } };
    case "unblocked":
      return { ...person, standing: { kind: "active" } };
    default:
      return unreachable(event);
  }
}

/** True while the person may enter and manages people of the central. */
export function isAdmin(person: Person): boolean {
  return person.standing.kind === "active" && has(person, { role: "admin", entity: CENTRAL });
}

/** True for who works on the operators' pages. */
export function isStaff({ grants }: Pick<Person, "grants">): boolean {
  return grants.some(({ role }) => isStaffRole(role));
}

/** The role that says most about a person, for a line beside the name. */
export function leadingRole({ grants }: Pick<Person, "grants">): Role {
  const order: readonly Role[] = ["admin", ...STAFF_ROLES, "driver", "customer"];
  return order.find((role) => grants.some((grant) => grant.role === role)) ?? "customer";
}

/** True for who needs a second factor or a passkey to enter: whoever can see what others booked. */
export function needsSecondFactor({ grants }: Pick<Person, "grants">): boolean {
  return grants.some(({ role }) => role === "driver" || isStaffRole(role));
}

function has({ grants }: Person, wanted: Grant): boolean {
  return grants.some((grant) => isSameGrant(grant, wanted));
}

function isSameGrant(a: Grant, b: Grant): boolean {
  return a.role === b.role && a.entity === b.entity;
}

/** A person's roles on the operators' pages. */
export function staffRoles({ grants }: Pick<Person, "grants">): StaffRole[] {
  return STAFF_ROLES.filter((role) => grants.some((grant) => grant.role === role));
}
