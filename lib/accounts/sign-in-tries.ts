// How often somebody may guess, for an account, for a device that is known, and from one network.
import { base64Url } from "../kernel/ids.ts";
import { giveBackTry, type TakenTry, takeTry, type TryDeps, type TryLimit } from "../kv/tries.ts";
import { isKnownDevice } from "./known-device.ts";

const HOUR_MS = 60 * 60_000;

/** Wrong guesses of one account an hour, from all devices together that it never signed in on. */
export const ACCOUNT_LIMIT: TryLimit = { most: 10, withinMs: HOUR_MS };
/** The same from one device that is known: whoever guesses elsewhere does not lock its owner out. */
export const DEVICE_LIMIT: TryLimit = { most: 10, withinMs: HOUR_MS };
/** Wrong guesses an hour from one network, whatever the account. */
export const NETWORK_LIMIT: TryLimit = { most: 50, withinMs: HOUR_MS };

/** What guessing is counted by. */
export interface Guesser {
  /** A keyed hash of the address that was typed. */
  account: string;
  /** What the browser kept of an earlier sign-in, or null. */
  device: string | null;
  /** See `clientNetwork`. */
  network: string;
}

/** What counting needs. */
export interface SignInTryDeps extends TryDeps {
  triesKey: CryptoKey;
  proofKey: CryptoKey;
}

/** Takes a try of `what` before it is looked at. Throws DomainError("too-many-tries"). */
export async function takeSignInTry(
  deps: SignInTryDeps,
  what: "password" | "second-factor" | "sent-code",
  { account, device, network }: Guesser,
): Promise<TakenTry[]> {
  const isKnown = await isKnownDevice(deps.proofKey, account, device);
  const who = isKnown ? `device/${account}/${device}` : `account/${account}`;
  const byWhom = await takeTry(
    deps,
    [{ what: `${what}-${isKnown ? "device" : "account"}`, who: await hidden(deps, who) }],
    isKnown ? DEVICE_LIMIT : ACCOUNT_LIMIT,
  );
  const byNetwork = await takeTry(
    deps,
    [{ what: `${what}-network`, who: await hidden(deps, `network/${network}`) }],
    NETWORK_LIMIT,
  );
  return [byWhom, byNetwork];
}

/** Gives tries back: they led where they should. */
export async function giveBackSignInTry(deps: TryDeps, taken: readonly TakenTry[]): Promise<void> {
  for (const one of taken) await giveBackTry(deps, one);
}

async function hidden({ triesKey }: SignInTryDeps, who: string): Promise<string> {
  const bytes = new TextEncoder().encode(`sign-in/${who}`);
  return base64Url(new Uint8Array(await crypto.subtle.sign("HMAC", triesKey, bytes)));
}
