// The link that lets an operator in once. Only the hash of its token is stored.
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, secretToken, tokenHash } from "../kernel/ids.ts";
import { commitWithRetry } from "../kv/commit.ts";
import { accountKeys } from "./keys.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import type { Transaction } from "../kv/transaction.ts";
import { LINK_MINUTES, type LinkState, type OperatorLink } from "./operator-link.ts";

/** What issuing and using links needs. */
export interface LinkDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** Makes a new link for `operatorName`; returns its token, which exists nowhere else. */
export async function issueOperatorLink(deps: LinkDeps, operatorName: string): Promise<string> {
  const token = secretToken(deps.randomBytes);
  const key = accountKeys.operatorLink(tokenHash(token));
  const expiresAt = deps.clock.now().add({ minutes: LINK_MINUTES }).toString();
  const link: OperatorLink = { operatorName, expiresAt, usedAt: null };
  await commitWithRetry(deps.db, (tx) => {
    tx.check(key, null).set(key, link);
    return Promise.resolve();
  });
  return token;
}

/** Looks at a link without using it: mail scanners and prefetching browsers do no harm. */
export async function linkState(
  deps: Pick<LinkDeps, "db" | "clock">,
  token: string,
): Promise<LinkState> {
  const { value } = await readIfReadable(deps.db.read, accountKeys.operatorLink(tokenHash(token)));
  return stateOf(value, deps.clock.now());
}

/** Adds the one use of a link to a commit; the check lets exactly one of many racers through. */
export async function claimLink(
  deps: Pick<LinkDeps, "db" | "clock">,
  tx: Transaction,
  tokenHashed: string,
): Promise<{ state: "usable"; operatorName: string } | { state: Exclude<LinkState, "usable"> }> {
  const key = accountKeys.operatorLink(tokenHashed);
  const { value, versionstamp } = await readIfReadable(deps.db.write, key);
  const now = deps.clock.now();
  const state = stateOf(value, now);
  if (value === null || state !== "usable") {
    return { state: state === "usable" ? "unknown" : state };
  }
  const used: OperatorLink = { ...value, usedAt: now.toString() };
  tx.check(key, versionstamp).set(key, used);
  return { state: "usable", operatorName: value.operatorName };
}

function stateOf(link: OperatorLink | null, now: Temporal.Instant): LinkState {
  if (link === null) return "unknown";
  if (link.usedAt !== null) return "used";
  return Temporal.Instant.compare(now, link.expiresAt) < 0 ? "usable" : "expired";
}
