// What people are to the company. A person may be several things, each for one legal entity.

/** Every role. */
export const ROLES = [
  "customer",
  "driver",
  "dispatcher",
  "admin",
  "accountant",
  "data-protection-officer",
  "auditor",
] as const;

/** One of them. */
export type Role = typeof ROLES[number];

/** Roles whose people work on the operators' pages. */
export const STAFF_ROLES = [
  "dispatcher",
  "admin",
  "accountant",
  "data-protection-officer",
  "auditor",
] as const satisfies readonly Role[];

/** One of them. */
export type StaffRole = typeof STAFF_ROLES[number];

/** True for a role of the operators' pages. */
export function isStaffRole(role: Role): role is StaffRole {
  return STAFF_ROLES.some((one) => one === role);
}

/**
 * The company that takes the orders (beställningscentral). It may not itself hold a permit (SFS 2014:1020, 8 §), so
 * permit holders and owner-drivers are legal entities of their own, named by the id of their permit holder.
 */
export const CENTRAL = "central";

/** A legal entity: the central, or a permit holder by its id. */
export type EntityId = string;

/** A role at a legal entity. */
export interface Grant {
  role: Role;
  entity: EntityId;
}
