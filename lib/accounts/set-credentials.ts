// Sets what somebody shows who they are with: a password, an authenticator app, recovery codes.
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readEntry } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { openText, sealText } from "../security/sealed-text.ts";
import { addSecurityNotice, type NoticeDeps, type SecurityChange } from "./account-notice.ts";
import { codeStep, newAuthenticatorSecret } from "./authenticator.ts";
import type { Authenticator } from "./credentials.ts";
import type { HashingGate } from "./hashing-gate.ts";
import { accountKeys } from "./keys.ts";
import { hashPassword } from "./password.ts";
import { type PasswordProblem, passwordProblem } from "./password-rules.ts";
import type { Person, PersonId } from "./person.ts";
import { needsSecondFactor } from "./person-rules.ts";
import type { PersonStore } from "./person-store.ts";
import { newRecoveryCodes, type RecoveryCode, recoveryMark } from "./recovery-codes.ts";
import { authenticatorPlace } from "./sign-in-by-second-factor.ts";

/** What setting needs. */
export interface CredentialDeps extends NoticeDeps {
  db: Database;
  people: Pick<PersonStore, "get">;
  hashing: HashingGate;
  proofKey: CryptoKey;
}

/** Sets a person's password, or says what is wrong with it; whoever calls has seen a fresh proof. */
export async function setPassword(
  deps: CredentialDeps,
  person: Person,
  password: string,
): Promise<PasswordProblem | null> {
  const { value } = await readEntry(deps.db.read, accountKeys.authenticator(person.id));
  const hasSecondFactor = needsSecondFactor(person) || (value?.confirmedAt ?? null) !== null;
  const known = [person.name, person.email, person.phone];
  const problem = passwordProblem(password, { hasSecondFactor, known });
  if (problem !== null) return problem;
  const changedAt = deps.clock.now().toString();
  const stored = await deps.hashing.run(() => hashPassword(password, deps.randomBytes, changedAt));
  await commitWithRetry(deps.db, async (tx) => {
    tx.set(accountKeys.password(person.id), stored);
    await addSecurityNotice(deps, tx, person, { what: "password-set" });
  });
  return null;
}

/** Begins an authenticator app: its secret, shown once. It counts once a code of it was shown; until then the former does. */
export async function beginAuthenticator(deps: CredentialDeps, id: PersonId): Promise<string> {
  const secret = newAuthenticatorSecret(deps.randomBytes);
  const sealed = await sealText(deps.sealKey, pendingPlace(id), secret, deps.randomBytes);
  await commitWithRetry(deps.db, (tx) => {
    const pending: Authenticator = { secret: sealed, confirmedAt: null, lastStep: 0 };
    tx.set(accountKeys.pendingAuthenticator(id), pending);
    return Promise.resolve();
  });
  return secret;
}

/** The secret of an app that was begun and has shown no code yet, or null. */
export async function pendingSecret(deps: CredentialDeps, id: PersonId): Promise<string | null> {
  const { value } = await readEntry(deps.db.read, accountKeys.pendingAuthenticator(id));
  return value === null ? null : await openText(deps.sealKey, pendingPlace(id), value.secret);
}

/**
 * Takes the app into use by a first code of it, and makes new recovery codes, which are shown once. Null when the code
 * is none, or nothing was begun.
 */
export async function confirmAuthenticator(
  deps: CredentialDeps,
  id: PersonId,
  code: string,
): Promise<string[] | null> {
  const codes = newRecoveryCodes(deps.randomBytes);
  const marks = await marksOf(deps, id, codes);
  const { value } = await commitWithRetry<string[] | null>(deps.db, async (tx) => {
    const key = accountKeys.pendingAuthenticator(id);
    const { value: pending, versionstamp } = await readEntry(deps.db.write, key);
    if (pending === null) return new Unwritten(null);
    const secret = await openText(deps.sealKey, pendingPlace(id), pending.secret);
    const now = deps.clock.now();
    const step = codeStep(secret, code, { nowMs: now.epochMilliseconds, lastStep: 0 });
    if (step === null) return new Unwritten(null);
    const sealed = await sealText(deps.sealKey, authenticatorPlace(id), secret, deps.randomBytes);
    const madeAt = now.toString();
    tx.check(key, versionstamp).delete(key);
    tx.set(accountKeys.authenticator(id), { secret: sealed, confirmedAt: madeAt, lastStep: step });
    tx.set(accountKeys.recoveryCodes(id), { codes: marks, madeAt });
    await tell(deps, tx, id, "app-added");
    return codes;
  });
  return value;
}

/** Makes new recovery codes; the former ones are worth nothing from then on. */
export async function renewRecoveryCodes(deps: CredentialDeps, id: PersonId): Promise<string[]> {
  const codes = newRecoveryCodes(deps.randomBytes);
  const marks = await marksOf(deps, id, codes);
  const madeAt = deps.clock.now().toString();
  await commitWithRetry(deps.db, async (tx) => {
    tx.set(accountKeys.recoveryCodes(id), { codes: marks, madeAt });
    await tell(deps, tx, id, "codes-renewed");
  });
  return codes;
}

/** Takes the authenticator app and its recovery codes away. */
export async function removeAuthenticator(deps: CredentialDeps, id: PersonId): Promise<void> {
  await commitWithRetry(deps.db, async (tx) => {
    tx.delete(accountKeys.authenticator(id)).delete(accountKeys.pendingAuthenticator(id));
    tx.delete(accountKeys.recoveryCodes(id));
    await tell(deps, tx, id, "app-removed");
  });
}

async function tell(
  deps: CredentialDeps,
  tx: Transaction,
  id: PersonId,
  what: SecurityChange,
): Promise<void> {
  const found = await deps.people.get(id);
  if (found !== null) await addSecurityNotice(deps, tx, found.person, { what });
}

async function marksOf(
  { proofKey }: CredentialDeps,
  id: PersonId,
  codes: readonly string[],
): Promise<RecoveryCode[]> {
  return await Promise.all(
    codes.map(async (code) => ({ mark: await recoveryMark(proofKey, id, code), usedAt: null })),
  );
}

function pendingPlace(id: PersonId): readonly string[] {
  return ["pendingAuthenticator", id];
}
