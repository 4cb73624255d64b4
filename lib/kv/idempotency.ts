// Idempotency keys: the same key and body give the same answer, another body is refused.
import { DomainError } from "../errors/domain-error.ts";
import { tokenHash } from "../kernel/ids.ts";
import type { Key } from "./family.ts";
import type { IdempotencyRecord } from "./idempotency-record.ts";
import { IDEMPOTENCY_TTL_MS, kvKeys } from "./keys.ts";
import type { Transaction } from "./transaction.ts";

/** A request's idempotency key, hashed: clients choose keys, so they never become KV keys as they are. */
export interface IdempotencyClaim {
  key: Key<IdempotencyRecord>;
  bodyHash: string;
  /** What earlier releases remembered of the same request. */
  formerHashes: readonly string[];
}

/** Hashes a client's key and the canonical body. `scope` names the use case; `former` are bodies of earlier releases. */
export function idempotencyClaim(
  scope: string,
  clientKey: string,
  body: unknown,
  former: readonly unknown[] = [],
): IdempotencyClaim {
  return {
    key: kvKeys.idempotency(scope, tokenHash(clientKey)),
    bodyHash: tokenHash(JSON.stringify(body)),
    formerHashes: former.map((one) => tokenHash(JSON.stringify(one))),
  };
}

/** What an idempotency key already stands for. */
export interface SeenClaim {
  /** Id of what the earlier request made, or null when there was none. */
  resultId: string | null;
  /** For the check of the commit that remembers this request. */
  versionstamp: string | null;
}

/**
 * What the row that was read for the claim says. Throws DomainError("idempotency-key-reused") when the key
 * came with another body before.
 */
export function seenClaim(
  { value, versionstamp }: Deno.KvEntryMaybe<IdempotencyRecord>,
  claim: IdempotencyClaim,
  now: Temporal.Instant,
): SeenClaim {
  // A row past its time that KV has not collected yet counts as absent and may be overwritten.
  if (value === null || Temporal.Instant.compare(now, value.expiresAt) >= 0) {
    return { resultId: null, versionstamp };
  }
  const known = [claim.bodyHash, ...claim.formerHashes];
  if (!known.includes(value.bodyHash)) throw new DomainError("idempotency-key-reused");
  return { resultId: value.resultId, versionstamp };
}

/** Adds the claim to the commit that makes `resultId`; a rival with the same key then fails its check. */
export function rememberResult(
  tx: Transaction,
  claim: IdempotencyClaim,
  seen: SeenClaim,
  resultId: string,
  now: Temporal.Instant,
): void {
  const expiresAt = now.add({ milliseconds: IDEMPOTENCY_TTL_MS }).toString();
  tx.check(claim.key, seen.versionstamp);
  tx.set(claim.key, { bodyHash: claim.bodyHash, resultId, expiresAt });
}
