// Signs somebody in by mail address and password, and asks for the second factor of who has one or needs one.
import { type RandomBytes, secretToken, tokenHash } from "../kernel/ids.ts";
import type { Logger } from "../kernel/log.ts";
import { commitWithRetry } from "../kv/commit.ts";
import { readEntry, readTogether } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { beginSession, type BegunSession, type Origin } from "./begin-session.ts";
import {
  type Authenticator,
  HALFWAY_MINUTES,
  type HalfwaySignIn,
  isStrong,
  type RecoveryCodes,
} from "./credentials.ts";
import type { HashingGate } from "./hashing-gate.ts";
import { accountKeys } from "./keys.ts";
import {
  hashPassword,
  isOutdated,
  isPassword,
  NOBODYS_PASSWORD,
  type StoredPassword,
} from "./password.ts";
import { tellOfNewDevice } from "./new-device.ts";
import type { Person } from "./person.ts";
import { passkeysOf } from "./passkey-store.ts";
import { needsSecondFactor } from "./person-rules.ts";
import type { PersonStore } from "./person-store.ts";
import { reachMark } from "./reach-mark.ts";
import type { Factor } from "./session.ts";
import type { SessionStore } from "./session-store.ts";
import { giveBackSignInTry, type SignInTryDeps, takeSignInTry } from "./sign-in-tries.ts";

/** What signing in needs. */
export interface SignInDeps extends SignInTryDeps {
  randomBytes: RandomBytes;
  people: PersonStore;
  sessions: SessionStore;
  hashing: HashingGate;
  reachKey: CryptoKey;
  sealKey: CryptoKey;
  log: Logger;
}

/** Where a sign-in comes from. */
export interface SignInFrom {
  /** What the browser kept of an earlier sign-in, or null. */
  device: string | null;
  /** See `clientNetwork`. */
  network: string;
  origin: Origin;
  /** A session the browser had before; it ends. */
  formerSessionId: string | null;
}

/** What came of a first factor. */
export type FirstFactorAnswer =
  | { kind: "signed-in"; begun: BegunSession }
  /** A second one is asked for; `token` carries the first until then. */
  | { kind: "halfway"; token: string }
  /** Address or password are wrong; nobody is told which. */
  | { kind: "refused" };

/**
 * Checks a password. Throws DomainError: too-many-tries, busy. What it answers, and how long that takes, is the same
 * for an address without an account, one without a password, somebody blocked, and a wrong password.
 */
export async function signInByPassword(
  deps: SignInDeps,
  { email, password }: { email: string; password: string },
  from: SignInFrom,
): Promise<FirstFactorAnswer> {
  const account = await reachMark(deps.reachKey, "email", email);
  const { personId, person, stored } = await whoHas(deps, account);
  const guesser = { account, personId, device: from.device, network: from.network };
  const taken = await takeSignInTry(deps, "password", guesser);
  const isRight = await deps.hashing.run(() => isPassword(stored ?? NOBODYS_PASSWORD, password));
  if (!isRight || person === null || stored === null) {
    deps.log.warn("sign-in refused", { code: "password" });
    return { kind: "refused" };
  }
  await giveBackSignInTry(deps, taken);
  if (isOutdated(stored)) await strengthen(deps, person.id, stored, password);
  return await afterFirstFactor(deps, person, ["password"], from);
}

/** Goes on from a first factor: to a session, or to the second factor of who has one. */
export async function afterFirstFactor(
  deps: Omit<SignInDeps, "hashing">,
  person: Person,
  factors: readonly Factor[],
  from: Pick<SignInFrom, "device" | "origin" | "formerSessionId">,
): Promise<Exclude<FirstFactorAnswer, { kind: "refused" }>> {
  if (!isStrong(factors) && await hasSecondFactor(deps, person)) {
    return { kind: "halfway", token: await beginHalfway(deps, person, factors) };
  }
  const { value: begun } = await commitWithRetry<BegunSession>(deps.db, async (tx) => {
    await tellOfNewDevice(deps, tx, person, from);
    return await beginSession(deps, tx, person, { factors, origin: from.origin });
  });
  deps.log.info("somebody signed in", { id: person.id });
  if (from.formerSessionId !== null) await deps.sessions.end(from.formerSessionId);
  return { kind: "signed-in", begun };
}

/** True for who has an app, and for staff and drivers with a passkey: of them the other ways are one factor. */
async function hasSecondFactor({ db }: Pick<SignInDeps, "db">, person: Person): Promise<boolean> {
  const { value } = await readEntry(db.read, accountKeys.authenticator(person.id));
  if (value !== null && value.confirmedAt !== null) return true;
  return needsSecondFactor(person) && (await passkeysOf({ db }, person.id)).length > 0;
}

/** The person behind a mark and their password; all null for nobody, the person also for who is blocked. */
async function whoHas(
  { db, people }: Pick<SignInDeps, "db" | "people">,
  account: string,
): Promise<{ personId: string | null; person: Person | null; stored: StoredPassword | null }> {
  const { value: id } = await readEntry(db.read, accountKeys.personByReach(account));
  // Somebody who is not there is looked up as well: the work is the same.
  const wanted = id ?? "nobody";
  const [found, { value: stored }] = await Promise.all([
    people.get(wanted),
    readEntry(db.read, accountKeys.password(wanted)),
  ]);
  const person = found?.person.standing.kind === "active" ? found.person : null;
  return { personId: id, person, stored };
}

async function strengthen(
  deps: SignInDeps,
  id: string,
  former: StoredPassword,
  password: string,
): Promise<void> {
  const stronger = await deps.hashing.run(() =>
    hashPassword(password, deps.randomBytes, former.changedAt)
  );
  const key = accountKeys.password(id);
  await commitWithRetry(deps.db, async (tx) => {
    const { value, versionstamp } = await readEntry(deps.db.write, key);
    // Whoever changed it meanwhile has a newer one.
    if (value?.hash === former.hash) tx.check(key, versionstamp).set(key, stronger);
  });
}

async function beginHalfway(
  { db, clock, randomBytes }: Pick<SignInDeps, "db" | "clock" | "randomBytes">,
  person: Person,
  factors: readonly Factor[],
): Promise<string> {
  const token = secretToken(randomBytes);
  const expiresAt = clock.now().add({ minutes: HALFWAY_MINUTES }).toString();
  const halfway: HalfwaySignIn = { personId: person.id, factors, expiresAt };
  const key = accountKeys.halfwaySignIn(tokenHash(token));
  await commitWithRetry(db, (tx) => {
    tx.check(key, null).set(key, halfway);
    return Promise.resolve();
  });
  return token;
}

/** What a second factor is checked against. */
export interface Halfway {
  halfway: HalfwaySignIn;
  person: Person;
  authenticator: Authenticator | null;
  recovery: RecoveryCodes | null;
  /** Stamps of the three rows, for the commit that uses them up. */
  stamps: { halfway: string | null; authenticator: string | null; recovery: string | null };
}

/** Reads a sign-in between its factors, or null when it is over or its person gone. */
export async function readHalfway(
  { db, clock, people }: Pick<SignInDeps, "db" | "clock" | "people">,
  token: string,
): Promise<Halfway | null> {
  const { value: halfway, versionstamp } = await readEntry(
    db.write,
    accountKeys.halfwaySignIn(tokenHash(token)),
  );
  if (halfway === null) return null;
  if (Temporal.Instant.compare(clock.now(), halfway.expiresAt) >= 0) return null;
  const found = await people.get(halfway.personId);
  if (found?.person.standing.kind !== "active") return null;
  const { stamps, ...second } = await readSecondFactors({ db }, halfway.personId);
  return { halfway, person: found.person, ...second, stamps: { halfway: versionstamp, ...stamps } };
}

/** The second factors of a person, with the stamps of their rows. */
export async function readSecondFactors({ db }: Pick<SignInDeps, "db">, personId: string) {
  const [authenticator, recovery] = await readTogether<[Authenticator, RecoveryCodes]>(db.write, [
    accountKeys.authenticator(personId),
    accountKeys.recoveryCodes(personId),
  ]);
  return {
    authenticator: authenticator.value,
    recovery: recovery.value,
    stamps: { authenticator: authenticator.versionstamp, recovery: recovery.versionstamp },
  };
}

/** Takes the row between two factors away in the commit that ends it. */
export function endHalfway(tx: Transaction, token: string, { stamps }: Halfway): void {
  const key = accountKeys.halfwaySignIn(tokenHash(token));
  tx.check(key, stamps.halfway).delete(key);
}
