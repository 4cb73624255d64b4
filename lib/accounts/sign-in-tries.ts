// How often somebody may guess, for an account, for a device that is known, and from one network.
import type { Pace } from "../kernel/gcra.ts";
import { base64Url } from "../kernel/ids.ts";
import { macOf } from "../kernel/mac.ts";
import { commitWithRetry } from "../kv/commit.ts";
import { addPaced } from "../kv/paces.ts";
import { addTry, giveBackTry, type TakenTry, type TryDeps, type TryLimit } from "../kv/tries.ts";
import type { SecurityEvents } from "../security/security-events.ts";
import { isKnownDevice } from "./known-device.ts";
import { reachMark } from "./reach-mark.ts";

const HOUR_MS = 60 * 60_000;
/** Characters of a mark that are kept where many are: 96 bits. */
const SHORT_MARK = 16;

/** Wrong guesses of one account an hour, from all devices together that it never signed in on. */
export const ACCOUNT_LIMIT: TryLimit = { most: 10, withinMs: HOUR_MS };
/** The same from one device that is known: whoever guesses elsewhere does not lock its owner out. */
export const DEVICE_LIMIT: TryLimit = { most: 10, withinMs: HOUR_MS };
/** Wrong guesses an hour from one network, whatever the account. */
export const NETWORK_LIMIT: TryLimit = { most: 50, withinMs: HOUR_MS };

/**
 * Guesses at all accounts together from devices nobody signed in on: with a network for every few accounts, each of the
 * limits above is kept, and still somebody's password is found. Whoever has signed in on a device before is not held up.
 */
export const TOTAL_PACE: Pace = { burst: 1_000, everyMs: 3_600 };

/** What guessing is counted by. */
export interface Guesser {
  /** A keyed hash of the address that was typed. */
  account: string;
  /** Whose account it is; null for nobody's. */
  personId: string | null;
  /** What the browser kept of an earlier sign-in, or null. */
  device: string | null;
  /** See `clientNetwork`. */
  network: string;
}

/** What counting needs. */
export interface SignInTryDeps extends TryDeps {
  triesKey: CryptoKey;
  proofKey: CryptoKey;
  reachKey: CryptoKey;
  securityEvents: SecurityEvents;
}

/** Takes a try of `what` before it is looked at. Throws DomainError("too-many-tries"). */
export async function takeSignInTry(
  deps: SignInTryDeps,
  what: "password" | "second-factor" | "sent-code",
  { account, personId, device, network }: Guesser,
): Promise<TakenTry[]> {
  const isKnown = await isKnownDevice(deps.proofKey, account, device);
  const [whose, whom, from] = await Promise.all([
    // Of nobody's account too: the work is the same.
    reachMark(deps.reachKey, "person", personId ?? "nobody"),
    hidden(deps, isKnown ? `device/${account}/${device}` : `account/${account}`),
    networkMark(deps.triesKey, network),
  ]);
  const atMs = deps.clock.now().epochMilliseconds;
  const noted = { atMs, network: network === "" ? "" : shortMark(from), account: shortMark(whom) };
  deps.securityEvents.note({ ...noted, kind: what === "password" ? "sign-in-try" : "code-try" });
  const byWhom = isKnown
    ? { what: `${what}-device`, who: whom, limit: DEVICE_LIMIT }
    : { what: `${what}-account`, who: whom, limit: ACCOUNT_LIMIT };
  // All or none: a network that has used up its own takes nothing of the account any more.
  const of = [byWhom, { what: `${what}-network`, who: from }];
  const { value } = await commitWithRetry(deps.db, async (tx) => {
    const taken = await addTry(deps, tx, of, NETWORK_LIMIT);
    const total = { what: `${what}-total`, who: "all", pace: TOTAL_PACE };
    if (!isKnown) await addPaced(deps, tx, total);
    // One that leads in is followed by the entry of the session; one that does not stands alone. Where it came from says who
    // acts; a try that is not taken any more is counted in the sums of refusals.
    const subjects = [personId === null ? account : whose];
    tx.audit({ kind: "security", what: `sign-in try: ${what}`, subjects });
    return taken;
  });
  return [value];
}

/** Gives tries back: they led where they should. */
export async function giveBackSignInTry(
  deps: TryDeps & Pick<SignInTryDeps, "securityEvents">,
  taken: readonly TakenTry[],
): Promise<void> {
  for (const one of taken) {
    await giveBackTry(deps, one);
    const [byWhom, from] = one.of;
    if (byWhom === undefined || from === undefined) continue;
    const atMs = deps.clock.now().epochMilliseconds;
    const noted = { atMs, network: shortMark(from.who), account: shortMark(byWhom.who) };
    const isPassword = byWhom.what.startsWith("password-");
    deps.securityEvents.note({ ...noted, kind: isPassword ? "sign-in-right" : "code-right" });
  }
}

/** A network as guesses are counted by it and findings name it: a keyed mark. */
export function networkMark(triesKey: CryptoKey, network: string): Promise<string> {
  return hidden({ triesKey }, `network/${network}`);
}

/** As much of a mark as tells two apart. */
export function shortMark(mark: string): string {
  return mark.slice(0, SHORT_MARK);
}

async function hidden({ triesKey }: Pick<SignInTryDeps, "triesKey">, who: string): Promise<string> {
  return base64Url(await macOf(triesKey, `sign-in/${who}`));
}
