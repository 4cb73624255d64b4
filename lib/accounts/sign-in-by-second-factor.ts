// Ends a sign-in by the second factor: a code of an authenticator app, or a recovery code.
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import type { Transaction } from "../kv/transaction.ts";
import { openText } from "../security/sealed-text.ts";
import { codeStep } from "./authenticator.ts";
import { beginSession, type BegunSession } from "./begin-session.ts";
import { accountKeys } from "./keys.ts";
import { addSecurityNotice } from "./account-notice.ts";
import { tellOfNewDevice } from "./new-device.ts";
import { recoveryMark } from "./recovery-codes.ts";
import type { Factor } from "./session.ts";
import {
  endHalfway,
  type Halfway,
  readHalfway,
  type SignInDeps,
  type SignInFrom,
} from "./sign-in-by-password.ts";
import { giveBackSignInTry, takeSignInTry } from "./sign-in-tries.ts";

/** What came of a second factor. */
export type SecondFactorAnswer =
  | { kind: "signed-in"; begun: BegunSession; recoveryCodesLeft: number | null }
  | { kind: "refused" }
  /** The first factor has to be shown again. */
  | { kind: "over" };

/** A person with their second factors as they were read. */
export interface SecondFactorsOf extends Pick<Halfway, "person" | "authenticator" | "recovery"> {
  stamps: Pick<Halfway["stamps"], "authenticator" | "recovery">;
}

/** Where an authenticator's secret is sealed for. */
export function authenticatorPlace(personId: string): readonly string[] {
  return ["authenticator", personId];
}

/**
 * Checks a code and begins the session in the same commit that uses the code up: of racers with one code one enters.
 * Throws DomainError("too-many-tries").
 */
export async function signInBySecondFactor(
  deps: Omit<SignInDeps, "hashing">,
  { token, code }: { token: string; code: string },
  from: SignInFrom,
): Promise<SecondFactorAnswer> {
  const first = await readHalfway(deps, token);
  if (first === null) return { kind: "over" };
  const { id } = first.person;
  const guesser = { account: id, personId: id, device: null, network: from.network };
  const taken = await takeSignInTry(deps, "second-factor", guesser);
  const { value } = await commitWithRetry<SecondFactorAnswer>(deps.db, async (tx) => {
    const found = await readHalfway(deps, token);
    if (found === null) return new Unwritten({ kind: "over" });
    const factor = await useCode(deps, tx, found, code);
    if (factor === null) return new Unwritten({ kind: "refused" });
    endHalfway(tx, token, found);
    const factors = [...found.halfway.factors, factor];
    await tellOfNewDevice(deps, tx, found.person, from);
    const begun = await beginSession(deps, tx, found.person, { factors, origin: from.origin });
    return { kind: "signed-in", begun, recoveryCodesLeft: leftAfter(found, factor) };
  });
  if (value.kind === "refused") deps.log.warn("sign-in refused", { code: "second-factor" });
  if (value.kind !== "signed-in") return value;
  await giveBackSignInTry(deps, taken);
  deps.log.info("somebody signed in", { id: value.begun.person.id });
  if (from.formerSessionId !== null) await deps.sessions.end(from.formerSessionId);
  return value;
}

/** Adds the use of a code to the commit; null for a code that is none. */
export async function useCode(
  deps: Omit<SignInDeps, "hashing">,
  tx: Transaction,
  { person, authenticator, recovery, stamps }: SecondFactorsOf,
  code: string,
): Promise<Factor | null> {
  if (authenticator === null) return null;
  const secret = await openText(deps.sealKey, authenticatorPlace(person.id), authenticator.secret);
  const nowMs = deps.clock.now().epochMilliseconds;
  const step = codeStep(secret, code, { nowMs, lastStep: authenticator.lastStep });
  if (step !== null) {
    const key = accountKeys.authenticator(person.id);
    tx.check(key, stamps.authenticator).set(key, { ...authenticator, lastStep: step });
    return "authenticator";
  }
  const mark = await recoveryMark(deps.proofKey, person.id, code);
  const found = recovery?.codes.find((one) => one.mark === mark && one.usedAt === null);
  if (recovery === null || found === undefined) return null;
  const usedAt = deps.clock.now().toString();
  const codes = recovery.codes.map((one) => one === found ? { ...one, usedAt } : one);
  const key = accountKeys.recoveryCodes(person.id);
  tx.check(key, stamps.recovery).set(key, { ...recovery, codes });
  await addSecurityNotice(deps, tx, person, { what: "recovery-code-used" });
  return "recovery-code";
}

function leftAfter({ recovery }: Halfway, factor: Factor): number | null {
  if (factor !== "recovery-code" || recovery === null) return null;
  return recovery.codes.filter(({ usedAt }) => usedAt === null).length - 1;
}
