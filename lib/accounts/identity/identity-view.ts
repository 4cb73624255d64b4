// What a person sees of the ways in by others.
import type { Person } from "../person.ts";
import { mayEnterBy } from "./identity-rules.ts";
import type { IdentityStore, OwnIdentity } from "./identity-store.ts";
import type { WayIn } from "./way-in.ts";

/** An identity as it is listed. */
export interface ShownIdentity extends Pick<OwnIdentity, "mark" | "address" | "linkedAt"> {
  label: string;
}

/** What is linked, and what can be. */
export interface IdentityView {
  identities: readonly ShownIdentity[];
  addable: readonly Pick<WayIn, "id" | "label">[];
}

/** What it reads. */
export interface IdentityViewDeps {
  identities: Pick<IdentityStore, "of">;
  ways: readonly WayIn[];
}

/** Reads it. */
export async function identityView(
  { identities, ways }: IdentityViewDeps,
  person: Person,
): Promise<IdentityView> {
  const own = await identities.of(person.id);
  return {
    identities: own.map(({ mark, address, linkedAt, source }) => (
      { mark, address, linkedAt, label: labelOf(ways, source) }
    )),
    addable: ways.filter(({ source, verifies, entity }) =>
      verifies && !own.some((one) => one.source === source) &&
      (entity === null || mayEnterBy(person, entity))
    ).map(({ id, label }) => ({ id, label })),
  };
}

/** What is offered to who is not signed in. */
export function offeredWays({ ways }: Pick<IdentityViewDeps, "ways">) {
  return {
    ways: ways.filter(({ entity }) => entity === null).map(({ id, label }) => ({ id, label })),
    hasStaffWay: staffWays({ ways }).length > 0,
  };
}

/** The ways of people who work here. */
export function staffWays({ ways }: Pick<IdentityViewDeps, "ways">): Pick<WayIn, "id" | "label">[] {
  return ways.filter(({ entity }) => entity !== null).map(({ id, label }) => ({ id, label }));
}

/** What people know a source by; its host, or its id, once it is no longer offered. */
export function labelOf(ways: readonly WayIn[], source: string): string {
  return ways.find((way) => way.source === source)?.label ?? URL.parse(source)?.host ?? source;
}
