// Somebody types the code they were sent: it signs in, makes the account, or makes an address theirs. One use, five guesses.
import { CENTRAL } from "./role.ts";
import { tokenHash } from "../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { readEntry, readIfReadable } from "../kv/read.ts";
import { openText } from "../security/sealed-text.ts";
import { beginSession, type BegunSession } from "./begin-session.ts";
import { addPerson, changePerson } from "./change-person.ts";
import { addGuestProof } from "./guest-proof.ts";
import { accountKeys } from "./keys.ts";
import type { Reach } from "./reach.ts";
import { reachMark } from "./reach-mark.ts";
import { personAt } from "./send-code.ts";
import {
  CODE_GUESSES,
  type CodeContent,
  codeContent,
  codeMark,
  codePlace,
  type SentCode,
} from "./sent-code.ts";
import type { SignedInPerson } from "./session.ts";
import {
  afterFirstFactor,
  type FirstFactorAnswer,
  type SignInDeps,
  type SignInFrom,
} from "./sign-in-by-password.ts";
import { giveBackSignInTry, takeSignInTry } from "./sign-in-tries.ts";

/** What came of a code. */
export type SentCodeAnswer =
  | Exclude<FirstFactorAnswer, { kind: "refused" }>
  /** An account was made, and its person is signed in. */
  | { kind: "joined"; begun: BegunSession }
  /** Nobody has an account with it: a guest, who has shown that the address or the number is theirs. */
  | { kind: "guest"; token: string; reach: Reach }
  /** The address or the number is now the person's. */
  | { kind: "reached" }
  /** It is no code; that many guesses are left. */
  | { kind: "refused"; left: number }
  /** There is nothing to guess any more: a new code has to be asked for. */
  | { kind: "over" };

/**
 * Uses a code of the browser with `token`. Throws DomainError: too-many-tries, and address-taken when what was shown has
 * become somebody else's.
 */
export async function useSentCode(
  deps: SignInDeps,
  { token, code, signedIn }: { token: string; code: string; signedIn: SignedInPerson | null },
  from: SignInFrom,
): Promise<SentCodeAnswer> {
  const found = await openCode(deps, token);
  if (found === null) return { kind: "over" };
  const { content } = found;
  const account = await reachMark(deps.reachKey, content.kind, content.at);
  const { value: personId } = await readEntry(deps.db.read, accountKeys.personByReach(account));
  const guesser = { account, personId, device: from.device, network: from.network };
  const taken = await takeSignInTry(deps, "sent-code", guesser);
  const guessed = await guess(deps, token, code);
  if (guessed.kind !== "right") {
    deps.log.warn("sign-in refused", { code: "sent-code" });
    return guessed;
  }
  await giveBackSignInTry(deps, taken);
  return await outcome(deps, { ...found, row: guessed.row }, signedIn, from);
}

/** What a page may say of a code before it is typed: where it went; null when there is none any more. */
export async function lookAtCode(
  deps: Pick<SignInDeps, "db" | "clock" | "sealKey">,
  token: string,
): Promise<Reach | null> {
  const found = await openCode(deps, token);
  return found === null ? null : { kind: found.content.kind, at: found.content.at };
}

interface OpenedCode {
  row: SentCode;
  content: CodeContent;
}

async function openCode(
  { db, clock, sealKey }: Pick<SignInDeps, "db" | "clock" | "sealKey">,
  token: string,
): Promise<OpenedCode | null> {
  const hash = tokenHash(token);
  const { value: row } = await readIfReadable(db.read, accountKeys.sentCode(hash));
  if (row === null || Temporal.Instant.compare(clock.now(), row.expiresAt) >= 0) return null;
  const content = codeContent.parse(
    JSON.parse(await openText(sealKey, codePlace(hash), row.sealed)),
  );
  return { row, content };
}

type Guess =
  | { kind: "right"; row: SentCode }
  | { kind: "refused"; left: number }
  | { kind: "over" };

/** Counts a guess, or uses the code up: of racers each has a guess of its own, and one has the code. */
async function guess(
  { db, clock, proofKey }: Pick<SignInDeps, "db" | "clock" | "proofKey">,
  token: string,
  code: string,
): Promise<Guess> {
  const hash = tokenHash(token);
  const key = accountKeys.sentCode(hash);
  const mark = await codeMark(proofKey, hash, code.replace(/\D/g, ""));
  const { value } = await commitWithRetry<Guess>(db, async (tx) => {
    const { value: row, versionstamp } = await readIfReadable(db.write, key);
    if (row === null || Temporal.Instant.compare(clock.now(), row.expiresAt) >= 0) {
      return new Unwritten({ kind: "over" });
    }
    const guesses = row.guesses + 1;
    tx.check(key, versionstamp);
    if (row.mark === mark) {
      tx.delete(key);
      return { kind: "right", row };
    }
    if (guesses < CODE_GUESSES) {
      tx.set(key, { ...row, guesses });
      return { kind: "refused", left: CODE_GUESSES - guesses };
    }
    tx.delete(key);
    return { kind: "over" };
  });
  return value;
}

async function outcome(
  deps: SignInDeps,
  { row, content }: OpenedCode,
  signedIn: SignedInPerson | null,
  from: SignInFrom,
): Promise<SentCodeAnswer> {
  const reach: Reach = { kind: content.kind, at: content.at };
  if (row.purpose === "reach") return await takeReach(deps, row, reach, signedIn);
  const owner = await personAt(deps, reach);
  if (owner?.standing.kind === "blocked") return { kind: "over" };
  if (owner !== null) return await afterFirstFactor(deps, owner, ["sent-code"], from);
  if (row.purpose === "register") return await join(deps, row, content, from);
  return { kind: "guest", token: await addGuestProof(deps, reach), reach };
}

async function join(
  deps: SignInDeps,
  { password }: SentCode,
  { kind, at, name, locale }: CodeContent,
  from: SignInFrom,
): Promise<SentCodeAnswer> {
  const grants = [{ role: "customer", entity: CENTRAL }] as const;
  const who = { name, locale, grants, email: "", phone: "", [kind]: at };
  const { value: begun } = await commitWithRetry<BegunSession>(deps.db, async (tx) => {
    const person = await addPerson(deps, tx, who, "self");
    if (password !== null) tx.set(accountKeys.password(person.id), password);
    return await beginSession(deps, tx, person, { factors: ["sent-code"], origin: from.origin });
  });
  deps.log.info("somebody joined", { id: begun.person.id });
  if (from.formerSessionId !== null) await deps.sessions.end(from.formerSessionId);
  return { kind: "joined", begun };
}

/** Only in the session that asked for it: whoever signed in meanwhile as somebody else changes nothing. */
async function takeReach(
  deps: SignInDeps,
  { personId }: SentCode,
  { kind, at }: Reach,
  signedIn: SignedInPerson | null,
): Promise<SentCodeAnswer> {
  if (personId === null || signedIn?.person.id !== personId) return { kind: "over" };
  const { id, name, email, phone } = signedIn.person;
  const command = { type: "reach", email, phone, [kind]: at } as const;
  await changePerson(deps, { id, command }, { kind: "person", id, name });
  return { kind: "reached" };
}
