// A guest who has shown that an address or a number is theirs: for a day this browser may see what was booked with it.
import type { Clock } from "../kernel/clock.ts";
import { type RandomBytes, secretToken, tokenHash } from "../kernel/ids.ts";
import { commitWithRetry } from "../kv/commit.ts";
import type { Database } from "../kv/open.ts";
import { readIfReadable } from "../kv/read.ts";
import { openText, sealText } from "../security/sealed-text.ts";
import { accountKeys } from "./keys.ts";
import { type Reach, REACH_KINDS } from "./reach.ts";
import { GUEST_HOURS } from "./sent-code.ts";

/** What proofs need. */
export interface GuestDeps {
  db: Database;
  clock: Clock;
  randomBytes: RandomBytes;
  sealKey: CryptoKey;
}

/** Keeps a proof; the token is the browser's. */
export async function addGuestProof(deps: GuestDeps, { kind, at }: Reach): Promise<string> {
  const token = secretToken(deps.randomBytes);
  const hash = tokenHash(token);
  const sealed = await sealText(deps.sealKey, placeOf(hash), at, deps.randomBytes);
  const expiresAt = deps.clock.now().add({ hours: GUEST_HOURS }).toString();
  await commitWithRetry(deps.db, (tx) => {
    const key = accountKeys.guestProof(hash);
    tx.check(key, null).set(key, { kind, sealed, expiresAt });
    return Promise.resolve();
  });
  return token;
}

/** What a guest has shown, and when. */
export interface ProvenReach {
  reach: Reach;
  provenAt: string;
}

/** What the browser's guest has shown, or null when it is over. */
export async function readGuestProof(
  deps: Omit<GuestDeps, "randomBytes">,
  token: string,
): Promise<Reach | null> {
  return (await readProvenReach(deps, token))?.reach ?? null;
}

/** The same with when it was shown: what cannot be taken back asks for a fresh proof. */
export async function readProvenReach(
  { db, clock, sealKey }: Omit<GuestDeps, "randomBytes">,
  token: string,
): Promise<ProvenReach | null> {
  const hash = tokenHash(token);
  const { value } = await readIfReadable(db.read, accountKeys.guestProof(hash));
  if (value === null || Temporal.Instant.compare(clock.now(), value.expiresAt) >= 0) return null;
  const kind = REACH_KINDS.find((one) => one === value.kind);
  if (kind === undefined) return null;
  const at = await openText(sealKey, placeOf(hash), value.sealed);
  const provenAt = Temporal.Instant.from(value.expiresAt).subtract({ hours: GUEST_HOURS });
  return { reach: { kind, at }, provenAt: provenAt.toString() };
}

/** Ends it: the browser is another's from then on. */
export async function endGuestProof(
  { db }: Pick<GuestDeps, "db">,
  token: string,
): Promise<void> {
  await commitWithRetry(db, (tx) => {
    tx.delete(accountKeys.guestProof(tokenHash(token)));
    return Promise.resolve();
  });
}

function placeOf(hash: string): readonly string[] {
  return ["guestProof", hash];
}
