// The link that lets somebody in once. Only the hash of its token is stored.
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, secretToken, tokenHash } from "../kernel/ids.ts";
import { commitWithRetry } from "../kv/commit.ts";
import { type EntryLink, linkMinutes, type LinkState } from "./entry-link.ts";
import { accountKeys } from "./keys.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";

/** What issuing and using links needs. */
export interface LinkDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** What a link is made of. */
export type NewLink =
  & Pick<EntryLink, "personId" | "purpose">
  & Partial<Pick<EntryLink, "invited">>;

/** Makes a new link; returns its token, which exists nowhere else. */
export async function issueEntryLink(deps: LinkDeps, link: NewLink): Promise<string> {
  const { value } = await commitWithRetry(
    deps.db,
    (tx) => Promise.resolve(addEntryLink(deps, tx, link)),
  );
  return value;
}

/** The same, in the commit of something else. */
export function addEntryLink(
  deps: Omit<LinkDeps, "db">,
  tx: Transaction,
  { personId, purpose, invited = null }: NewLink,
): string {
  const token = secretToken(deps.randomBytes);
  const key = accountKeys.entryLink(tokenHash(token));
  const expiresAt = deps.clock.now().add({ minutes: linkMinutes(purpose) }).toString();
  tx.check(key, null).set(key, { personId, invited, purpose, expiresAt, usedAt: null });
  return token;
}

/** What looking at a link tells: whether it works, and whom it lets in. */
export type LookedAtLink =
  | { state: "usable"; link: EntryLink }
  | { state: Exclude<LinkState, "usable"> };

/** Looks at a link without using it: mail scanners and prefetching browsers do no harm. */
export async function lookAtLink(
  deps: Pick<LinkDeps, "db" | "clock">,
  token: string,
): Promise<LookedAtLink> {
  const { value } = await readIfReadable(deps.db.read, accountKeys.entryLink(tokenHash(token)));
  return lookedAt(value, deps.clock.now());
}

/** Adds the one use of a link to a commit; the check lets exactly one of many racers through. */
export async function claimLink(
  deps: Pick<LinkDeps, "db" | "clock">,
  tx: Transaction,
  tokenHashed: string,
): Promise<LookedAtLink> {
  const key = accountKeys.entryLink(tokenHashed);
  const { value, versionstamp } = await readIfReadable(deps.db.write, key);
  const now = deps.clock.now();
  const found = lookedAt(value, now);
  if (found.state !== "usable") return found;
  tx.check(key, versionstamp).set(key, { ...found.link, usedAt: now.toString() });
  return found;
}

function lookedAt(link: EntryLink | null, now: Temporal.Instant): LookedAtLink {
  if (link === null) return { state: "unknown" };
  if (link.usedAt !== null) return { state: "used" };
  return Temporal.Instant.compare(now, link.expiresAt) < 0
    ? { state: "usable", link }
    : { state: "expired" };
}
