// Adds, names and removes the passkeys of a person.
import { verifyRegistrationResponse } from "@simplewebauthn/server";
import { cleanLine } from "../forms/clean-text.ts";
import type { Logger } from "../kernel/log.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { readIfReadable, readList } from "../kv/read.ts";
import { canBeReached } from "./identity/identity-rules.ts";
import { addSecurityNotice, type NoticeDeps } from "./account-notice.ts";
import { accountKeys } from "./keys.ts";
import {
  madePasskey,
  MAX_PASSKEY_NAME,
  MAX_PASSKEYS,
  type Passkey,
  type PasskeyPlace,
} from "./passkey.ts";
import { type ChallengeDeps, takeChallenge } from "./passkey-challenge.ts";
import {
  addPasskey,
  deletePasskey,
  passkeysOf,
  readPasskey,
  storedPasskeysOf,
} from "./passkey-store.ts";
import type { Person } from "./person.ts";
import { needsSecondFactor } from "./person-rules.ts";

/** What setting passkeys needs. */
export interface SetPasskeyDeps extends ChallengeDeps, NoticeDeps {
  log: Logger;
}

/** What was made in the browser. */
export interface MadePasskey {
  /** Of the browser that was asked. */
  token: string;
  /** JSON, as the browser gives it. */
  credential: string;
  name: string;
  place: PasskeyPlace;
}

/** Adds a passkey; false when what came is none, or the person has enough. Whoever calls has seen a fresh proof. */
export async function setPasskey(
  deps: SetPasskeyDeps,
  person: Person,
  made: MadePasskey,
): Promise<boolean> {
  const passkey = await verified(deps, person, made);
  if (passkey === null) {
    deps.log.warn("sign-in refused", { code: "passkey" });
    return false;
  }
  if ((await passkeysOf(deps, person.id)).length >= MAX_PASSKEYS) return false;
  const { value } = await commitWithRetry<boolean>(deps.db, async (tx) => {
    if (await readPasskey(deps, passkey.id) !== null) return new Unwritten(false);
    addPasskey(tx, passkey);
    await addSecurityNotice(deps, tx, person, { what: "passkey-added" });
    return true;
  });
  return value;
}

/** Names one of the person's own; another's stays as it is. */
export async function renamePasskey(
  deps: SetPasskeyDeps,
  person: Person,
  { id, name }: { id: string; name: string },
): Promise<void> {
  const clean = cleanLine(name).slice(0, MAX_PASSKEY_NAME);
  await commitWithRetry<null>(deps.db, async (tx) => {
    const found = await readPasskey(deps, id);
    if (found?.passkey.personId !== person.id || clean === "") return new Unwritten(null);
    const key = accountKeys.passkey(id);
    tx.check(key, found.versionstamp).set(key, { ...found.passkey, name: clean });
    return null;
  });
}

/** Removes one of the person's own; false for the last strong factor of somebody who needs one, and for the last way in. */
export async function removePasskey(
  deps: SetPasskeyDeps,
  person: Person,
  id: string,
): Promise<boolean> {
  const { value } = await commitWithRetry<boolean>(deps.db, async (tx) => {
    const [found, all, app, password, identities] = await Promise.all([
      readPasskey(deps, id),
      storedPasskeysOf(deps, person.id),
      readIfReadable(deps.db.write, accountKeys.authenticator(person.id)),
      readIfReadable(deps.db.write, accountKeys.password(person.id)),
      readList(deps.db.write, { prefix: accountKeys.ownIdentity.under(person.id) }, 1),
    ]);
    if (found?.passkey.personId !== person.id) return new Unwritten(true);
    const isLast = all.length === 1 && app.value === null;
    if (isLast && needsSecondFactor(person)) return new Unwritten(false);
    const hasAnother = all.length > 1 || identities.length > 0 || password.value !== null;
    if (!hasAnother && !canBeReached(person)) return new Unwritten(false);
    // Two that are removed at once meet on each other's rows, or on the app's: one factor stays.
    tx.check(accountKeys.authenticator(person.id), app.versionstamp);
    for (const { key, versionstamp } of identities) tx.check(key, versionstamp);
    for (const { passkey, versionstamp } of all.slice(-MAX_CHECKED)) {
      tx.check(accountKeys.passkey(passkey.id), versionstamp);
    }
    deletePasskey(tx, found.passkey);
    await addSecurityNotice(deps, tx, person, { what: "passkey-removed" });
    return true;
  });
  return value;
}

/** A commit has ten checks; whoever has more passkeys than this has one left after any two are removed. */
const MAX_CHECKED = 8;

async function verified(
  deps: SetPasskeyDeps,
  person: Person,
  { token, credential, name, place }: MadePasskey,
): Promise<Passkey | null> {
  const expectedChallenge = await takeChallenge(deps, token, {
    purpose: "add",
    personId: person.id,
  });
  const parsed = madePasskey.safeParse(jsonOf(credential));
  if (expectedChallenge === null || !parsed.success) return null;
  const { response, ...rest } = parsed.data;
  const { transports = [], ...bytes } = response;
  const made = await verifyRegistrationResponse({
    response: { ...rest, response: bytes },
    expectedChallenge,
    expectedOrigin: place.origin,
    expectedRPID: place.host,
    requireUserVerification: true,
  }).catch((cause) => refusedBy(cause));
  if (made === null || !made.verified) return null;
  const { id, publicKey, counter } = made.registrationInfo.credential;
  return {
    id,
    personId: person.id,
    publicKey: publicKey.toBase64(),
    counter,
    transports,
    name: cleanLine(name).slice(0, MAX_PASSKEY_NAME),
    createdAt: deps.clock.now().toString(),
    lastUsedAt: null,
  };
}

/** The JSON of a field; null for what is none. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whatever is wrong with an answer, it is no passkey; a fault of ours is one all the same. */
export function refusedBy(cause: unknown): null {
  if (cause instanceof RangeError || cause instanceof ReferenceError) throw cause;
  return null;
}
