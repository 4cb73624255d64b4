// The way back into an account without its password: a one-time link. It is no second factor, and every channel hears of it.
import { tokenHash } from "../kernel/ids.ts";
import type { Locale } from "../kernel/locale.ts";
import { paths } from "../kernel/paths.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { beginSession, type BegunSession } from "./begin-session.ts";
import { addNotice, addSecurityNotice } from "./account-notice.ts";
import { linkMinutes, type LinkState } from "./entry-link.ts";
import { accountKeys } from "./keys.ts";
import { addEntryLink, claimLink, lookAtLink } from "./one-time-link.ts";
import { hashPassword, type StoredPassword } from "./password.ts";
import { type PasswordProblem, passwordProblem } from "./password-rules.ts";
import type { Person } from "./person.ts";
import { needsSecondFactor } from "./person-rules.ts";
import { noticeTo, type Reach } from "./reach.ts";
import { personAt, takeSendTry } from "./send-code.ts";
import type { Factor } from "./session.ts";
import {
  afterFirstFactor,
  type FirstFactorAnswer,
  readSecondFactors,
  type SignInDeps,
  type SignInFrom,
} from "./sign-in-by-password.ts";
import { useCode } from "./sign-in-by-second-factor.ts";
import { giveBackSignInTry, takeSignInTry } from "./sign-in-tries.ts";

/**
 * Sends the link to the address or number, when it is somebody's. The answer, and the work, is the same when it is
 * nobody's: a link that was never given away, and a notice to nobody. Throws DomainError("too-many-tries").
 */
export async function askRecovery(
  deps: SignInDeps,
  { reach, locale, network }: { reach: Reach; locale: Locale; network: string },
): Promise<void> {
  await takeSendTry(deps, { reach, network });
  const found = await personAt(deps, reach);
  const person = found?.standing.kind === "active" ? found : null;
  await commitWithRetry(deps.db, async (tx) => {
    const link = { personId: person?.id ?? "nobody", purpose: "recovery" } as const;
    const token = addEntryLink(deps, tx, link);
    await addNotice(deps, tx, { locale, minutes: linkMinutes("recovery") }, {
      kind: "recovery",
      to: person === null ? { mail: "", phone: "" } : noticeTo(reach),
      name: person?.name ?? "",
      link: paths.signInRecovery(token),
    });
    // Whoever has both hears at the other of them that somebody asked.
    await addSecurityNotice(deps, tx, otherReach(person, reach), { what: "recovery-asked" });
  });
}

/** What the link's page shows. */
export type RecoveryView =
  | { state: "usable"; name: string; needsCode: boolean }
  | { state: Exclude<LinkState, "usable"> };

/** Looks at a link without using it. */
export async function lookAtRecovery(deps: SignInDeps, token: string): Promise<RecoveryView> {
  const found = await lookAtLink(deps, token);
  if (found.state !== "usable") return found;
  const person = await ownerOf(deps, found.link);
  if (person === null) return { state: "unknown" };
  const { authenticator } = await readSecondFactors(deps, person.id);
  return { state: "usable", name: person.name, needsCode: authenticator !== null };
}

/** What came of it. */
export type RecoveryAnswer =
  | Exclude<FirstFactorAnswer, { kind: "refused" }>
  | { kind: "link"; state: Exclude<LinkState, "usable"> }
  | { kind: "password"; problem: PasswordProblem }
  /** The code of the second factor is none; the link can be used again. */
  | { kind: "code" };

/**
 * Sets a new password by the link, with a code where there is an app; all other sessions end. Throws DomainError:
 * too-many-tries, busy.
 */
export async function recoverAccount(
  deps: SignInDeps,
  { token, password, code }: { token: string; password: string; code: string },
  from: SignInFrom,
): Promise<RecoveryAnswer> {
  const found = await lookAtLink(deps, token);
  const person = found.state === "usable" ? await ownerOf(deps, found.link) : null;
  if (found.state !== "usable") return { kind: "link", state: found.state };
  if (person === null) return { kind: "link", state: "unknown" };
  const problem = await problemOf(deps, person, password);
  if (problem !== null) return { kind: "password", problem };
  const { id } = person;
  const guesser = { account: id, personId: id, device: null, network: from.network };
  const taken = await takeSignInTry(deps, "second-factor", guesser);
  const at = deps.clock.now().toString();
  const stored = await deps.hashing.run(() => hashPassword(password, deps.randomBytes, at));
  const used = await useLink(deps, { token, code, person, stored });
  if (used.kind === "code") deps.log.warn("sign-in refused", { code: "recovery" });
  if (used.kind !== "used") return used;
  await giveBackSignInTry(deps, taken);
  await deps.sessions.endAllOf(person.id, null);
  deps.log.info("an account was recovered", { id: person.id });
  return await enterAgain(deps, person, used.factors, from);
}

/** With the second factor shown to a session, else as after any first factor. */
async function enterAgain(
  deps: SignInDeps,
  person: Person,
  factors: readonly Factor[],
  from: SignInFrom,
): Promise<RecoveryAnswer> {
  if (factors.length === 1) {
    return await afterFirstFactor(deps, person, factors, from);
  }
  const { value: begun } = await commitWithRetry<BegunSession>(
    deps.db,
    (tx) => beginSession(deps, tx, person, { factors, origin: from.origin }),
  );
  return { kind: "signed-in", begun };
}

type UsedLink =
  | { kind: "used"; factors: readonly Factor[] }
  | Extract<RecoveryAnswer, { kind: "link" | "code" }>;

/** Link, code and new password are one commit: of racers one sets a password, and no code is used for nothing. */
async function useLink(
  deps: SignInDeps,
  { token, code, person, stored }: {
    token: string;
    code: string;
    person: Person;
    stored: StoredPassword;
  },
): Promise<UsedLink> {
  const { value } = await commitWithRetry<UsedLink>(deps.db, async (tx) => {
    const claimed = await claimLink(deps, tx, tokenHash(token));
    if (claimed.state !== "usable") return new Unwritten({ kind: "link", state: claimed.state });
    const second = await readSecondFactors(deps, person.id);
    const factor = await useCode(deps, tx, { person, ...second }, code);
    if (second.authenticator !== null && factor === null) return new Unwritten({ kind: "code" });
    tx.set(accountKeys.password(person.id), stored);
    await addSecurityNotice(deps, tx, person, { what: "recovered" });
    return { kind: "used", factors: ["sent-code", ...(factor === null ? [] : [factor])] };
  });
  return value;
}

async function problemOf(
  deps: SignInDeps,
  person: Person,
  password: string,
): Promise<PasswordProblem | null> {
  const { authenticator } = await readSecondFactors(deps, person.id);
  const hasSecondFactor = needsSecondFactor(person) || authenticator !== null;
  const known = [person.name, person.email, person.phone];
  return passwordProblem(password, { hasSecondFactor, known });
}

async function ownerOf(
  { people }: Pick<SignInDeps, "people">,
  { personId, purpose }: { personId: string | null; purpose: string },
): Promise<Person | null> {
  if (purpose !== "recovery" || personId === null) return null;
  const person = (await people.get(personId))?.person ?? null;
  return person?.standing.kind === "active" ? person : null;
}

/** The person with the channel that was not asked at; nobody has none. */
function otherReach(person: Person | null, { kind }: Reach) {
  const { name = "", email = "", phone = "", locale = "sv" } = person ?? {};
  return kind === "email" ? { name, email: "", phone, locale } : { name, email, phone: "", locale };
}
