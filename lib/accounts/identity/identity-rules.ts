// Who may come in by whom, and what may be linked. Pure.
import type { Person } from "../person.ts";
import { CENTRAL, type EntityId } from "../role.ts";
import type { PendingIdentity } from "./identity.ts";

/** Why an identity is not linked. */
export type LinkRefusal =
  /** The provider does not say that the address is theirs. */
  | "unverified"
  /** It opens somebody else's account. */
  | "taken"
  /** The person has as many as there can be. */
  | "too-many"
  /** The issuer may not sign in people of their company. */
  | "foreign"
  /** It waited for too long, or was linked in another tab. */
  | "over";

/**
 * True when the issuer of an entity may sign the person in. One of a permit holder signs in whoever works there alone:
 * with somebody who also works at the central it could open the central's pages.
 */
export function mayEnterBy({ grants }: Pick<Person, "grants">, entity: EntityId): boolean {
  const work = grants.filter(({ role }) => role !== "customer");
  if (entity === CENTRAL) return work.some((grant) => grant.entity === CENTRAL);
  return work.length > 0 && work.every((grant) => grant.entity === entity);
}

/** True while it can still be linked. */
export function isPending(
  { expiresAt }: Pick<PendingIdentity, "expiresAt">,
  now: Temporal.Instant,
): boolean {
  return Temporal.Instant.compare(now, expiresAt) < 0;
}

/** True for who gets in without any other way: a code or a link finds who can be reached. */
export function canBeReached({ email, phone }: Pick<Person, "email" | "phone">): boolean {
  return email !== "" || phone !== "";
}
