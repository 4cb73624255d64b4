// Links an identity that waits to the person who is signed in, and takes one away again.
import { tokenHash } from "../../kernel/ids.ts";
import { commitWithRetry, Unwritten } from "../../kv/commit.ts";
import type { Database } from "../../kv/open.ts";
import { readIfReadable } from "../../kv/read.ts";
import { addSecurityNotice, type NoticeDeps } from "../account-notice.ts";
import { accountKeys } from "../keys.ts";
import type { Person } from "../person.ts";
import { storedPasskeysOf } from "../passkey-store.ts";
import { type Identity, MAX_IDENTITIES, type PendingIdentity } from "./identity.ts";
import { canBeReached, isPending, type LinkRefusal, mayEnterBy } from "./identity-rules.ts";
import type { IdentityStore } from "./identity-store.ts";
import type { WayIn } from "./way-in.ts";

/** What linking needs. */
export interface LinkDeps extends NoticeDeps {
  db: Database;
  identities: IdentityStore;
  ways: readonly WayIn[];
}

/** An identity that waits, or null when there is none any more. */
export async function lookAtPending(
  { db, clock }: Pick<LinkDeps, "db" | "clock">,
  token: string,
): Promise<PendingIdentity | null> {
  const { value } = await readIfReadable(db.write, accountKeys.pendingIdentity(tokenHash(token)));
  return value !== null && isPending(value, clock.now()) ? value : null;
}

/** Links it, and says why not; whoever calls has seen a fresh proof of the person. Linked twice is fine. */
export async function linkIdentity(
  deps: LinkDeps,
  person: Person,
  token: string,
): Promise<LinkRefusal | null> {
  const pendingKey = accountKeys.pendingIdentity(tokenHash(token));
  const { value } = await commitWithRetry<LinkRefusal | null>(deps.db, async (tx) => {
    const { value: pending, versionstamp } = await readIfReadable(deps.db.write, pendingKey);
    if (pending === null || !isPending(pending, deps.clock.now())) return new Unwritten("over");
    const { mark, source, address } = pending;
    // Read once: what is refused for and what is written are about one state.
    const { identity } = await deps.identities.get(mark);
    const refusal = await refusalOf(deps, person, pending, identity);
    if (refusal !== null) return new Unwritten(refusal);
    tx.check(pendingKey, versionstamp).delete(pendingKey);
    if (identity === null) {
      const linkedAt = deps.clock.now().toString();
      deps.identities.add(tx, mark, { personId: person.id, source, address, linkedAt });
      await addSecurityNotice(deps, tx, person, { what: "provider-linked" });
    }
    return null;
  });
  return value;
}

async function refusalOf(
  { identities, ways }: LinkDeps,
  person: Person,
  pending: PendingIdentity,
  identity: Identity | null,
): Promise<LinkRefusal | null> {
  if (!pending.isAddressVerified) return "unverified";
  const entity = ways.find(({ source }) => source === pending.source)?.entity ?? null;
  if (entity !== null && !mayEnterBy(person, entity)) return "foreign";
  if (identity !== null) return identity.personId === person.id ? null : "taken";
  return (await identities.of(person.id)).length < MAX_IDENTITIES ? null : "too-many";
}

/** Takes an own identity away; false when the person would not get in any more. Another's is left alone. */
export async function unlinkIdentity(
  deps: Omit<LinkDeps, "ways">,
  person: Person,
  mark: string,
): Promise<boolean> {
  const { value } = await commitWithRetry<boolean>(deps.db, async (tx) => {
    const stored = await deps.identities.get(mark);
    if (stored.identity?.personId !== person.id) return new Unwritten(true);
    const [kept] = await waysLeft(deps, person, mark);
    if (kept === undefined && !canBeReached(person)) return new Unwritten(false);
    // One way that stays is checked: two tabs that each take one of two away meet on it, whatever it is.
    if (kept !== undefined) tx.check(kept.key, kept.versionstamp);
    deps.identities.remove(tx, mark, stored);
    await addSecurityNotice(deps, tx, person, { what: "provider-unlinked" });
    return true;
  });
  return value;
}

/** Rows of the other ways in, as they are now: a password, identities, passkeys. */
async function waysLeft(
  { db, identities }: Pick<LinkDeps, "db" | "identities">,
  person: Person,
  mark: string,
): Promise<{ key: Deno.KvKey; versionstamp: string | null }[]> {
  const [password, own, passkeys] = await Promise.all([
    readIfReadable(db.write, accountKeys.password(person.id)),
    identities.of(person.id),
    storedPasskeysOf({ db }, person.id),
  ]);
  const others = await Promise.all(
    own.filter((one) => one.mark !== mark).map((one) =>
      readIfReadable(db.write, accountKeys.identity(one.mark))
    ),
  );
  return [
    ...[password, ...others].filter(({ value }) => value !== null),
    ...passkeys.map(({ passkey, versionstamp }) => ({
      key: accountKeys.passkey(passkey.id),
      versionstamp,
    })),
  ];
}
