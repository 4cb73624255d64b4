// Somebody who is signed in shows again who they are: with the password, and a code where there is an app.
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { readEntry } from "../kv/read.ts";
import { accountKeys } from "./keys.ts";
import { isPassword, NOBODYS_PASSWORD } from "./password.ts";
import { passkeysOf } from "./passkey-store.ts";
import { accountMark } from "./reach-mark.ts";
import { refreshProof } from "./refresh-proof.ts";
import type { Factor, SignedInPerson } from "./session.ts";
import { readSecondFactors, type SignInDeps, type SignInFrom } from "./sign-in-by-password.ts";
import { useCode } from "./sign-in-by-second-factor.ts";
import { giveBackSignInTry, takeSignInTry } from "./sign-in-tries.ts";

/** What a person can confirm with. */
export interface ConfirmMeans {
  hasPassword: boolean;
  hasApp: boolean;
  hasPasskey: boolean;
}

/** What a person can confirm with; without a password they sign in anew. */
export async function confirmMeans(
  deps: Pick<SignInDeps, "db">,
  personId: string,
): Promise<ConfirmMeans> {
  const [{ value }, { authenticator }, passkeys] = await Promise.all([
    readEntry(deps.db.read, accountKeys.password(personId)),
    readSecondFactors(deps, personId),
    passkeysOf(deps, personId),
  ]);
  return {
    hasPassword: value !== null,
    hasApp: authenticator !== null,
    hasPasskey: passkeys.length > 0,
  };
}

/**
 * True when password and code are right; the session counts as fresh then. Throws DomainError: too-many-tries, busy.
 * A code is used up whatever the password is: nobody learns which of the two was wrong.
 */
export async function confirmPerson(
  deps: SignInDeps,
  { session, person }: SignedInPerson,
  { password, code }: { password: string; code: string },
  from: SignInFrom,
): Promise<boolean> {
  const account = await accountMark(deps.reachKey, person);
  const { device, network } = from;
  const guesser = { account, personId: person.id, device, network };
  const taken = await takeSignInTry(deps, "password", guesser);
  const { value: stored } = await readEntry(deps.db.read, accountKeys.password(person.id));
  const isRight = await deps.hashing.run(() => isPassword(stored ?? NOBODYS_PASSWORD, password));
  const factors = await secondFactor(deps, person.id, code);
  if (!isRight || stored === null || factors === null) {
    deps.log.warn("sign-in refused", { code: "confirm" });
    return false;
  }
  await giveBackSignInTry(deps, taken);
  return await refreshProof(deps, session.id, ["password", ...factors]);
}

/** What the code adds; empty without an app, null for a code that is none. */
async function secondFactor(
  deps: SignInDeps,
  personId: string,
  code: string,
): Promise<readonly Factor[] | null> {
  const { value } = await commitWithRetry<readonly Factor[] | null>(deps.db, async (tx) => {
    const second = await readSecondFactors(deps, personId);
    if (second.authenticator === null) return new Unwritten([]);
    const found = await deps.people.get(personId);
    if (found === null) return new Unwritten(null);
    const factor = await useCode(deps, tx, { person: found.person, ...second }, code);
    return factor === null ? new Unwritten(null) : [factor];
  });
  return value;
}
