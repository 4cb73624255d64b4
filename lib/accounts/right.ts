// What each role may do: the one table that guards, buttons and tests read.
import { CENTRAL, type EntityId, type Grant, type Role, ROLES } from "./role.ts";

/** What a person may be allowed to do. */
export const RIGHTS = [
  /** See the day, bookings, and the cars on their timeline. */
  "see-day",
  /** Take orders, change bookings, assign cars, undo. */
  "dispatch",
  /** Take the day out as a file. */
  "export-day",
  /** See vehicles, drivers, permit holders and landmarks. */
  "see-setup",
  "edit-setup",
  "see-tariffs",
  "draft-tariffs",
  /** Approve a draft that others wrote. */
  "review-tariffs",
  /** Publish a draft that somebody else has approved, and withdraw it. */
  "publish-tariffs",
  /** See what customers were told. */
  "see-messages",
  /** Send it again, or have it not sent. */
  "send-messages",
  /** See failures and jobs that gave up. */
  "see-faults",
  /** Run jobs again that gave up. */
  "mend-faults",
  /** See which programs of others are told of bookings. */
  "see-webhooks",
  /** Decide which. */
  "manage-webhooks",
  /** See what people ask of their data, what is kept how long, and what was erased. */
  "see-data-requests",
  /** Carry it out, refuse it, keep a booking back from retention. */
  "handle-data-requests",
  /** Protect somebody's identity, and see one protected booking once, with a reason. */
  "veil-identities",
  /** Lift the protection, and look up whose it is. */
  "unveil-identities",
  /** Take the register of drivers out of the house with the names of those who are protected, with a reason. */
  "extract-register",
  /** See who works here, and as what. */
  "see-staff",
  /** Invite, block, and change roles. */
  "manage-staff",
  /** See the records on data protection: processing, breaches, reviews, what was noticed. */
  "see-compliance",
  /** Read the audit log, entry by entry. */
  "read-audit",
  /** Register a breach and decide what is told of it; confirm who has which role. */
  "handle-breaches",
  /** See what is booked, its reports, and take them out as files. */
  "see-books",
  /** Close days, settle with owner-drivers. */
  "close-books",
  /** Give customers money back, as far as the limit of the role goes, and approve what others may not give alone. */
  "give-back",
] as const;

/** One of them. */
export type Right = typeof RIGHTS[number];

const SEEING = [
  ...["see-day", "see-setup", "see-tariffs", "see-messages", "see-faults"] as const,
  ...["see-staff", "see-webhooks", "see-compliance", "see-data-requests"] as const,
  ...["read-audit", "see-books"] as const,
] as const;

/** The rights of each role. */
export const ROLE_RIGHTS: Readonly<Record<Role, readonly Right[]>> = {
  customer: [],
  driver: [],
  dispatcher: [
    "see-day",
    "dispatch",
    "export-day",
    "see-setup",
    "see-tariffs",
    "see-messages",
    "send-messages",
    "see-faults",
    "mend-faults",
    "give-back",
    // Who reaches a protected customer for a driver is whoever is at the telephone.
    "veil-identities",
  ],
  // Who sets everything up sees a protected driver one at a time: all of them in a file is not theirs.
  admin: RIGHTS.filter((right) => right !== "extract-register"),
  accountant: [
    "see-day",
    "export-day",
    "see-setup",
    "see-tariffs",
    "see-messages",
    "review-tariffs",
    "see-books",
    "close-books",
    "give-back",
  ],
  "data-protection-officer": [
    ...SEEING,
    "export-day",
    "handle-breaches",
    "handle-data-requests",
    "veil-identities",
    "unveil-identities",
    "extract-register",
  ],
  auditor: SEEING,
};

/** Roles that give a right. */
export function rolesWith(right: Right): readonly Role[] {
  return ROLES.filter((role) => ROLE_RIGHTS[role].includes(right));
}

/** The rights of some grants at the central, in the order of RIGHTS. */
export function rightsOf(grants: readonly Grant[]): readonly Right[] {
  return RIGHTS.filter((right) => mayDo(grants, right, CENTRAL));
}

/** True when one of the grants gives the right at the entity. What holds for the central holds for all it drives for. */
export function mayDo(grants: readonly Grant[], right: Right, entity: EntityId): boolean {
  return grants.some((grant) =>
    ROLE_RIGHTS[grant.role].includes(right) &&
    (grant.entity === entity || grant.entity === CENTRAL)
  );
}
