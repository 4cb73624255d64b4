// Posts to addresses that others have named, without being led into our own network: the address is looked at, its name
// is looked up once, every answer of that must lie outside, and the connection goes to one of them.
import { AttemptFailure } from "../resilience/attempt-failure.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import type { Asked } from "../resilience/download.ts";
import { isOutside } from "./address-rules.ts";
import { parseAddress } from "./address.ts";
import { NotConnected, type OutsideQuestion, postPinned } from "./pinned-gateway.ts";
import { checkTarget, type TargetFault } from "./target-rules.ts";

/** Most addresses of one name that are tried until one connects. */
const MOST_ADDRESSES = 3;

/** Looks a name up: every address it has, in the order they are to be tried. */
export type LookUp = (host: string) => Promise<readonly string[]>;

/** What calling stands on. */
export interface SafePostOptions {
  lookUp: LookUp;
  /** Hosts of a developer's machine, with port, that may be called as they are. */
  openHosts: readonly string[];
  /** Which addresses are called; those outside unless a test has its server on this machine. */
  mayCall?: (address: string) => boolean;
  /** PEM, beside the machine's own. */
  extraCertificates?: readonly string[];
}

/** The address must not be called; nothing was sent. */
export class TargetRefused extends GatewayError {
  constructor(gateway: string, readonly fault: TargetFault) {
    super(gateway, `The address is not called: ${fault}`, false);
  }
}

/** Posts within what the caller's breaker gives. Throws TargetRefused, or AttemptFailure. */
export type SafePost = <Read>(question: OutsideQuestion<Read>, asked: Asked) => Promise<Read>;

/** Makes the function that posts. */
export function makeSafePost(options: SafePostOptions): SafePost {
  const { openHosts, extraCertificates = [] } = options;
  return async (question, asked) => {
    const checked = checkTarget(question.url, openHosts);
    if (!checked.ok) throw new TargetRefused(asked.gateway, checked.fault);
    const addresses = await addressesOf(options, checked.url, asked);
    for (const [i, address] of addresses.entries()) {
      try {
        return await postPinned(question, asked, { address, extraCertificates });
      } catch (error) {
        const isLast = i === addresses.length - 1;
        if (isLast || !(error instanceof NotConnected)) throw error;
      }
    }
    throw new AttemptFailure(asked.gateway, "unreachable", `${asked.label} has no address`);
  };
}

/** One address inside among others is an attack, or a mistake nobody should depend on. */
async function addressesOf(
  { lookUp, openHosts, mayCall = isOutside }: SafePostOptions,
  url: URL,
  asked: Asked,
): Promise<readonly string[]> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const found = parseAddress(host) === null ? await lookUpInTime(lookUp, host, asked) : [host];
  const isOpen = openHosts.includes(url.host);
  if (!isOpen && !found.every((address) => mayCall(address))) {
    throw new TargetRefused(asked.gateway, "leads-inside");
  }
  return found.slice(0, MOST_ADDRESSES);
}

async function lookUpInTime(
  lookUp: LookUp,
  host: string,
  { gateway, label, deadline }: Asked,
): Promise<readonly string[]> {
  const { promise: over, reject } = Promise.withResolvers<never>();
  const stop = () => reject(new AttemptFailure(gateway, "slow", `${label} not found in time`));
  deadline.addEventListener("abort", stop, { once: true });
  try {
    if (deadline.aborted) stop();
    return await Promise.race([lookUp(host), over]);
  } catch (error) {
    if (error instanceof AttemptFailure) throw error;
    throw new AttemptFailure(gateway, "unreachable", `${label} has no address`, error);
  } finally {
    deadline.removeEventListener("abort", stop);
  }
}
