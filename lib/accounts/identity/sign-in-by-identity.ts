// Signs somebody in whom somebody else vouches for. Nobody gets into an account because an address is the same.
import { DomainError } from "../../errors/domain-error.ts";
import { cleanLine, isReadable } from "../../forms/clean-text.ts";
import { hasPersonalNumber } from "../../forms/personal-number.ts";
import { secretToken, tokenHash } from "../../kernel/ids.ts";
import type { Locale } from "../../kernel/locale.ts";
import { commitWithRetry } from "../../kv/commit.ts";
import { addPerson } from "../change-person.ts";
import { accountKeys } from "../keys.ts";
import type { Person } from "../person.ts";
import { CENTRAL } from "../role.ts";
import { MAX_PERSON_NAME } from "../server-keeper.ts";
import {
  afterFirstFactor,
  type FirstFactorAnswer,
  type SignInDeps,
  type SignInFrom,
} from "../sign-in-by-password.ts";
import { FLOW_MINUTES, type PendingIdentity, type ProvedIdentity } from "./identity.ts";
import { mayEnterBy } from "./identity-rules.ts";
import type { IdentityStore } from "./identity-store.ts";
import type { WayIn } from "./way-in.ts";

/** What it needs. */
export type IdentityDeps = Omit<SignInDeps, "hashing"> & { identities: IdentityStore };

/** What came of it. */
export type IdentityAnswer =
  | Exclude<FirstFactorAnswer, { kind: "refused" }>
  /** Nobody is known by it, and it waits to be linked; `token` names it. */
  | { kind: "pending"; token: string }
  /** The account is blocked, or none that the issuer may open. */
  | { kind: "refused" };

/**
 * Signs in who is known by the identity. Who is not becomes a customer, unless they came to link it, their verified
 * address is somebody's here, or the way is one for people who work here: then it waits to be linked.
 */
export async function signInByIdentity(
  deps: IdentityDeps,
  input: { proved: ProvedIdentity; way: Pick<WayIn, "entity">; wantsLink: boolean; locale: Locale },
  from: Pick<SignInFrom, "device" | "origin" | "formerSessionId">,
): Promise<IdentityAnswer> {
  const { proved, way, wantsLink } = input;
  const mark = await deps.identities.mark(proved);
  // Asked before the identity: a new customer in another tab has both at once, and is known by the time it is read.
  const isTaken = await isSomebodys(deps, proved);
  const known = await enterKnown(deps, mark, { proved, way }, from);
  if (known !== null) return known;
  if (wantsLink || way.entity !== null || isTaken) {
    return { kind: "pending", token: await keepPending(deps, mark, proved) };
  }
  const person = await joinUnlessTaken(deps, mark, proved, input.locale);
  if (person !== "taken") return await enter(deps, { person, proved, way }, from);
  // Whose the address has become meanwhile is themselves, in another tab, or somebody else.
  return await enterKnown(deps, mark, { proved, way }, from) ??
    { kind: "pending", token: await keepPending(deps, mark, proved) };
}

/** Signs in who is known by the identity; null when nobody is. */
async function enterKnown(
  deps: IdentityDeps,
  mark: string,
  came: { proved: ProvedIdentity; way: Pick<WayIn, "entity"> },
  from: Pick<SignInFrom, "device" | "origin" | "formerSessionId">,
): Promise<IdentityAnswer | null> {
  const { identity } = await deps.identities.get(mark);
  if (identity === null) return null;
  const person = (await deps.people.get(identity.personId))?.person ?? null;
  return await enter(deps, { person, ...came }, from);
}

async function joinUnlessTaken(
  ...input: Parameters<typeof join>
): Promise<Person | null | "taken"> {
  try {
    return await join(...input);
  } catch (error) {
    if (error instanceof DomainError && error.code === "address-taken") return "taken";
    throw error;
  }
}

async function enter(
  deps: IdentityDeps,
  { person, proved, way }: {
    person: Person | null;
    proved: ProvedIdentity;
    way: Pick<WayIn, "entity">;
  },
  from: Pick<SignInFrom, "device" | "origin" | "formerSessionId">,
): Promise<IdentityAnswer> {
  const isWelcome = person?.standing.kind === "active" &&
    (way.entity === null || mayEnterBy(person, way.entity));
  if (!isWelcome) {
    deps.log.warn("sign-in refused", { code: "identity" });
    return { kind: "refused" };
  }
  return await afterFirstFactor(deps, person, proved.factors, from);
}

async function isSomebodys(
  { people }: IdentityDeps,
  { address, isAddressVerified }: ProvedIdentity,
): Promise<boolean> {
  return isAddressVerified && await people.ownerOf("email", address) !== null;
}

/** A new customer with the identity, in one commit; the one of a racer who was first. */
async function join(
  deps: IdentityDeps,
  mark: string,
  proved: ProvedIdentity,
  locale: Locale,
): Promise<Person | null> {
  const { value } = await commitWithRetry<Person | null>(deps.db, async (tx) => {
    const { identity } = await deps.identities.get(mark);
    if (identity !== null) return (await deps.people.get(identity.personId))?.person ?? null;
    const { source, address, isAddressVerified } = proved;
    const input = {
      name: nameOf(proved),
      email: isAddressVerified ? address : "",
      phone: "",
      locale,
      grants: [{ role: "customer", entity: CENTRAL }] as const,
    };
    const person = await addPerson(deps, tx, input, { kind: "server" });
    const linkedAt = deps.clock.now().toString();
    deps.identities.add(tx, mark, { personId: person.id, source, address, linkedAt });
    return person;
  });
  return value;
}

function nameOf({ name, address }: ProvedIdentity): string {
  const clean = cleanLine(name).slice(0, MAX_PERSON_NAME).trim();
  return isReadable(clean) && !hasPersonalNumber(clean) ? clean : address.split("@")[0] ?? "";
}

async function keepPending(
  { db, clock, randomBytes }: IdentityDeps,
  mark: string,
  { source, address, isAddressVerified }: ProvedIdentity,
): Promise<string> {
  const token = secretToken(randomBytes);
  const expiresAt = clock.now().add({ minutes: FLOW_MINUTES }).toString();
  const pending: PendingIdentity = { source, address, mark, isAddressVerified, expiresAt };
  const key = accountKeys.pendingIdentity(tokenHash(token));
  await commitWithRetry(db, (tx) => {
    tx.check(key, null).set(key, pending);
    return Promise.resolve();
  });
  return token;
}
