// Asks a browser for a passkey: a challenge is kept for the one answer it is good for, by a token of that browser.
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, secretToken, tokenHash } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import { accountKeys } from "./keys.ts";
import {
  CHALLENGE_MINUTES,
  type ChallengePurpose,
  type PasskeyChallenge,
  type PasskeyPlace,
} from "./passkey.ts";
import { passkeysOf } from "./passkey-store.ts";
import type { Person } from "./person.ts";

/** What asking needs. */
export interface ChallengeDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** What goes to the browser: the question, and the token that comes back with the answer. */
export interface AskedPasskey {
  token: string;
  options: PublicKeyCredentialCreationOptionsJSON | PublicKeyCredentialRequestOptionsJSON;
}

/** Asks for a new passkey of `person`, for one of theirs, or, of somebody unknown, for any. */
export async function askPasskey(
  deps: ChallengeDeps,
  { purpose, person, place }: {
    purpose: ChallengePurpose;
    person: Person | null;
    place: PasskeyPlace;
  },
): Promise<AskedPasskey> {
  const challenge = new Uint8Array(deps.randomBytes(32));
  const options = purpose === "add" && person !== null
    ? await newKeyOptions(deps, person, place, challenge)
    : await generateAuthenticationOptions({
      rpID: place.host,
      challenge,
      timeout: CHALLENGE_MINUTES * 60_000,
      // None named: the device offers those it has, and nobody learns which a person has.
      allowCredentials: [],
      userVerification: "required",
    });
  const token = secretToken(deps.randomBytes);
  const expiresAt = deps.clock.now().add({ minutes: CHALLENGE_MINUTES }).toString();
  await commitWithRetry(deps.db, (tx) => {
    const key = accountKeys.passkeyChallenge(tokenHash(token));
    const asked = { purpose, personId: person?.id ?? null, challenge: options.challenge };
    tx.check(key, null).set(key, { ...asked, expiresAt });
    return Promise.resolve();
  });
  return { token, options };
}

/** Takes a challenge for its one answer; null when it is over, was used, or was asked for something else. */
export async function takeChallenge(
  { db, clock }: Pick<ChallengeDeps, "db" | "clock">,
  token: string,
  { purpose, personId }: Pick<PasskeyChallenge, "purpose" | "personId">,
): Promise<string | null> {
  const key = accountKeys.passkeyChallenge(tokenHash(token));
  const { value } = await commitWithRetry<string | null>(db, async (tx) => {
    const { value: asked, versionstamp } = await readIfReadable(db.write, key);
    if (asked === null) return new Unwritten(null);
    tx.check(key, versionstamp).delete(key);
    const isOver = Temporal.Instant.compare(clock.now(), asked.expiresAt) >= 0;
    const isMeant = asked.purpose === purpose && asked.personId === personId;
    return isOver || !isMeant ? null : asked.challenge;
  });
  return value;
}

async function newKeyOptions(
  deps: ChallengeDeps,
  person: Person,
  { host }: PasskeyPlace,
  challenge: Uint8Array<ArrayBuffer>,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await passkeysOf(deps, person.id);
  return await generateRegistrationOptions({
    rpName: "Avanti",
    rpID: host,
    // The id says nothing of the person (WebAuthn 3, 14.6.1).
    userID: new TextEncoder().encode(person.id),
    userName: person.email === "" ? person.phone : person.email,
    userDisplayName: person.name,
    challenge,
    timeout: CHALLENGE_MINUTES * 60_000,
    attestationType: "none",
    // A device that has one already makes no second.
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}
