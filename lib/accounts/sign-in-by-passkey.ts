// Signs somebody in by a passkey, or has somebody who is signed in show again who they are.
import { verifyAuthenticationResponse } from "@simplewebauthn/server";
import { base64Url } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { beginSession, type BegunSession } from "./begin-session.ts";
import { accountKeys } from "./keys.ts";
import { tellOfNewDevice } from "./new-device.ts";
import { type Passkey, type PasskeyPlace, usedPasskey } from "./passkey.ts";
import { takeChallenge } from "./passkey-challenge.ts";
import { readPasskey } from "./passkey-store.ts";
import { refreshProof } from "./refresh-proof.ts";
import type { SignedInPerson } from "./session.ts";
import { jsonOf, refusedBy } from "./set-passkey.ts";
import type { SignInDeps, SignInFrom } from "./sign-in-by-password.ts";

/** What a browser answered. */
export interface UsedPasskey {
  /** Of the browser that was asked. */
  token: string;
  /** JSON, as the browser gives it. */
  credential: string;
  place: PasskeyPlace;
}

/** What signing in by a passkey needs. */
export type PasskeyDeps = Omit<SignInDeps, "hashing">;

/** Begins a session in the commit that counts the use; null for an answer that proves nothing. */
export async function signInByPasskey(
  deps: PasskeyDeps,
  used: UsedPasskey,
  from: SignInFrom,
): Promise<BegunSession | null> {
  const found = await verified(deps, used, null);
  const value = found === null ? null : await begin(deps, found, from);
  if (value === null) {
    deps.log.warn("sign-in refused", { code: "passkey" });
    return null;
  }
  deps.log.info("somebody signed in", { id: value.person.id });
  if (from.formerSessionId !== null) await deps.sessions.end(from.formerSessionId);
  return value;
}

/** True when the answer is of a passkey of the person; their session counts as fresh then. */
export async function confirmByPasskey(
  deps: PasskeyDeps,
  { session, person }: SignedInPerson,
  used: UsedPasskey,
): Promise<boolean> {
  const found = await verified(deps, used, person.id);
  if (found === null || found.passkey.personId !== person.id) {
    deps.log.warn("sign-in refused", { code: "passkey" });
    return false;
  }
  const { value: isCounted } = await commitWithRetry<boolean>(deps.db, async (tx) => {
    const now = await readPasskey(deps, found.passkey.id);
    if (now === null || isBehind(now.passkey, found.counter)) return new Unwritten(false);
    const key = accountKeys.passkey(now.passkey.id);
    tx.check(key, now.versionstamp).set(key, counted(deps, now.passkey, found.counter));
    return true;
  });
  return isCounted && await refreshProof(deps, session.id, ["passkey"]);
}

interface VerifiedUse {
  passkey: Passkey;
  /** As the device counts now. */
  counter: number;
}

async function verified(
  deps: PasskeyDeps,
  { token, credential, place }: UsedPasskey,
  personId: string | null,
): Promise<VerifiedUse | null> {
  const purpose = personId === null ? "sign-in" : "confirm";
  const expectedChallenge = await takeChallenge(deps, token, { purpose, personId });
  const parsed = usedPasskey.safeParse(jsonOf(credential));
  if (expectedChallenge === null || !parsed.success) return null;
  const stored = await readPasskey(deps, parsed.data.id);
  if (stored === null) return null;
  const { passkey } = stored;
  const { userHandle, ...response } = parsed.data.response;
  if (userHandle !== undefined && !isOf(userHandle, passkey.personId)) return null;
  const answer = await verifyAuthenticationResponse({
    response: { ...parsed.data, response },
    expectedChallenge,
    expectedOrigin: place.origin,
    expectedRPID: place.host,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: Uint8Array.fromBase64(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch((cause) => refusedBy(cause));
  if (answer === null || !answer.verified) return null;
  return { passkey, counter: answer.authenticationInfo.newCounter };
}

async function begin(
  deps: PasskeyDeps,
  { passkey: { id }, counter }: VerifiedUse,
  from: SignInFrom,
): Promise<BegunSession | null> {
  const { value } = await commitWithRetry<BegunSession | null>(deps.db, async (tx) => {
    const now = await readPasskey(deps, id);
    if (now === null || isBehind(now.passkey, counter)) return new Unwritten(null);
    const person = (await deps.people.get(now.passkey.personId))?.person;
    if (person?.standing.kind !== "active") return new Unwritten(null);
    const key = accountKeys.passkey(id);
    tx.check(key, now.versionstamp).set(key, counted(deps, now.passkey, counter));
    await tellOfNewDevice(deps, tx, person, from);
    return await beginSession(deps, tx, person, { factors: ["passkey"], origin: from.origin });
  });
  return value;
}

/** A counter that stands still or goes back is of a copy (WebAuthn 3, 6.1.1); devices that do not count say 0. */
function isBehind({ counter: known }: Passkey, counter: number): boolean {
  return (known > 0 || counter > 0) && counter <= known;
}

function counted(
  { clock }: Pick<PasskeyDeps, "clock">,
  passkey: Passkey,
  counter: number,
): Passkey {
  return { ...passkey, counter, lastUsedAt: clock.now().toString() };
}

function isOf(userHandle: string, personId: string): boolean {
  return userHandle.replace(/=+$/, "") === base64Url(new TextEncoder().encode(personId));
}
