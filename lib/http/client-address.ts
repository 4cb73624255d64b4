// Where a request comes from, for limits: as far as nobody but our own proxies can say.

/** What the server and the headers know. */
export interface Sender {
  /** Who opened the connection. */
  remoteAddr: Deno.Addr;
  forwardedFor: string | null;
  /** How many proxies of ours stand in front; each adds whom it was asked by to the end of the list. */
  proxies: number;
}

/**
 * The client's address, or its network where one household has many: IPv4 as it is, IPv6 by its first
 * four groups (a /64). What a client writes into X-Forwarded-For itself is never reached.
 */
export function clientNetwork({ remoteAddr, forwardedFor, proxies }: Sender): string {
  const own = "hostname" in remoteAddr ? remoteAddr.hostname : "";
  const named = (forwardedFor ?? "").split(",").map((each) => each.trim()).filter(Boolean);
  const told = proxies === 0 ? undefined : named.at(-proxies);
  return networkOf(told ?? own);
}

function networkOf(address: string): string {
  const bare = address.replace(/^\[([^\]]*)\](?::\d+)?$/, "$1").replace(/%.*$/, "").toLowerCase();
  const v4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(bare)?.[1];
  if (v4 !== undefined) return v4;
  return bare.includes(":") ? `${groupsOf(bare).slice(0, 4).join(":")}::/64` : bare;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const first = head === "" ? [] : head.split(":");
  const last = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length);
  return [...first, ...Array.from({ length: zeros }, () => "0"), ...last]
    .map((group) => group.replace(/^0+(?=.)/, ""));
}
