// Sends a code to an address or a number. What is answered, and the work it takes, is the same whoever has an account.
import type { Clock } from "../kernel/clock.ts";
import { base64Url, type RandomBytes, secretToken, tokenHash } from "../kernel/ids.ts";
import { macOf } from "../kernel/mac.ts";
import type { Locale } from "../kernel/locale.ts";
import { paths } from "../kernel/paths.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { takeTry, type TryLimit } from "../kv/tries.ts";
import { sealText } from "../security/sealed-text.ts";
import { addNotice, type NoticeContent, type NoticeDeps } from "./account-notice.ts";
import type { HashingGate } from "./hashing-gate.ts";
import { accountKeys } from "./keys.ts";
import { hashPassword, type StoredPassword } from "./password.ts";
import type { Person } from "./person.ts";
import type { PersonStore } from "./person-store.ts";
import { noticeTo, type Reach } from "./reach.ts";
import { reachMark } from "./reach-mark.ts";
import {
  CODE_MINUTES,
  type CodeContent,
  codeMark,
  codePlace,
  type CodePurpose,
  newSentCode,
} from "./sent-code.ts";

const HOUR_MS = 60 * 60_000;

/** Codes, links and answers an hour to one address or number: nobody is flooded by what others ask for. */
export const SEND_REACH_LIMIT: TryLimit = { most: 5, withinMs: HOUR_MS };
/** The same from one network … */
export const SEND_NETWORK_LIMIT: TryLimit = { most: 30, withinMs: HOUR_MS };
/** … and in total: whoever has many networks pays no more SMS of ours than this. */
export const SEND_TOTAL_LIMIT: TryLimit = { most: 600, withinMs: HOUR_MS };

/** What sending needs. */
export interface SendCodeDeps extends NoticeDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  people: Pick<PersonStore, "ownerOf" | "get">;
  hashing: HashingGate;
  reachKey: CryptoKey;
  proofKey: CryptoKey;
  triesKey: CryptoKey;
}

/** Who asks for a code, and in which language. */
export interface CodeAsker {
  reach: Reach;
  locale: Locale;
  /** See `clientNetwork`. */
  network: string;
}

/** Sends a code to sign in with; the token is the browser's. Throws DomainError("too-many-tries"). */
export async function sendSignInCode(
  deps: SendCodeDeps,
  { reach, locale, network }: CodeAsker,
): Promise<string> {
  await takeSendTry(deps, { reach, network });
  return await addCode(deps, { purpose: "sign-in", reach, locale }, (code) => ({
    kind: "sign-in-code",
    to: noticeTo(reach),
    code,
  }));
}

/**
 * Begins an account: its address or number gets a code. Where it is somebody's already, its owner is told that instead,
 * and whoever asked learns nothing. Throws DomainError: too-many-tries, busy.
 */
export async function registerPerson(
  deps: SendCodeDeps,
  { reach, locale, network, name, password }: CodeAsker & { name: string; password: string },
): Promise<string> {
  await takeSendTry(deps, { reach, network });
  const at = deps.clock.now().toString();
  const stored = password === ""
    ? null
    : await deps.hashing.run(() => hashPassword(password, deps.randomBytes, at));
  const owner = await personAt(deps, reach);
  const asked = { purpose: "register", reach, locale, name, password: stored } as const;
  return await addCode(
    deps,
    { ...asked, isTaken: owner !== null },
    (code) =>
      owner === null
        ? { kind: "verify-reach", to: noticeTo(reach), name, link: paths.signInSent(), code }
        : {
          kind: "already-registered",
          to: noticeTo(reach),
          name: owner.name,
          link: paths.signIn(),
        },
  );
}

/** Sends a code to an address or a number that is to be somebody's, too. Throws DomainError("too-many-tries"). */
export async function sendReachCode(
  deps: SendCodeDeps,
  person: Person,
  { reach, locale, network }: CodeAsker,
): Promise<string> {
  await takeSendTry(deps, { reach, network });
  const asked = { purpose: "reach", reach, locale, personId: person.id } as const;
  return await addCode(deps, asked, (code) => ({
    kind: "verify-reach",
    to: noticeTo(reach),
    name: person.name,
    link: paths.signInSent(),
    code,
  }));
}

/** The person an address or a number is of, or null. */
export async function personAt(
  { people }: Pick<SendCodeDeps, "people">,
  { kind, at }: Reach,
): Promise<Person | null> {
  const id = await people.ownerOf(kind, at);
  // Nobody is looked up as well: the work is the same.
  return (await people.get(id ?? "nobody"))?.person ?? null;
}

/** Takes what sending costs before anything is sent. Throws DomainError("too-many-tries"). */
export async function takeSendTry(
  deps: Pick<SendCodeDeps, "db" | "clock" | "triesKey" | "reachKey">,
  { reach, network }: Pick<CodeAsker, "reach" | "network">,
): Promise<void> {
  const mark = await reachMark(deps.reachKey, reach.kind, reach.at);
  const counted: [string, string, TryLimit][] = [
    ["send-reach", mark, SEND_REACH_LIMIT],
    ["send-network", network, SEND_NETWORK_LIMIT],
    ["send-total", "all", SEND_TOTAL_LIMIT],
  ];
  for (const [what, who, limit] of counted) {
    await takeTry(deps, [{ what, who: await hidden(deps.triesKey, `${what}/${who}`) }], limit);
  }
}

async function addCode(
  deps: SendCodeDeps,
  asked: {
    purpose: CodePurpose;
    reach: Reach;
    locale: Locale;
    name?: string;
    personId?: string;
    password?: StoredPassword | null;
    isTaken?: boolean;
  },
  notice: (code: string) => NoticeContent,
): Promise<string> {
  const { purpose, reach, locale, name = "", personId = null, password = null } = asked;
  const token = secretToken(deps.randomBytes);
  const hash = tokenHash(token);
  const code = newSentCode(deps.randomBytes);
  const content: CodeContent = { ...reach, name, locale };
  const [sealed, mark] = await Promise.all([
    sealText(deps.sealKey, codePlace(hash), JSON.stringify(content), deps.randomBytes),
    codeMark(deps.proofKey, hash, code),
  ]);
  const expiresAt = deps.clock.now().add({ minutes: CODE_MINUTES }).toString();
  const isTaken = asked.isTaken ?? false;
  await commitWithRetry(deps.db, async (tx) => {
    const key = accountKeys.sentCode(hash);
    const row = { purpose, personId, sealed, password, guesses: 0, expiresAt };
    tx.check(key, null).set(key, { ...row, mark: isTaken ? "" : mark });
    await addNotice(deps, tx, { locale, minutes: CODE_MINUTES }, notice(code));
  });
  return token;
}

async function hidden(triesKey: CryptoKey, who: string): Promise<string> {
  return base64Url(await macOf(triesKey, who));
}
