// Lets requests through, or not, by the address they come from.
import { BlockList, isIP } from "node:net";
import type { Context } from "../context.ts";
import type { Middleware } from "../handler.ts";

/** Addresses and CIDR ranges; the deny list is asked first. */
export interface IPFilterRules {
  denyList?: readonly string[];
  allowList?: readonly string[];
}

/** Settings of {@linkcode ipFilter}. */
export interface IPFilterOptions<State = unknown> {
  /** The answer to a refused request; by default 403. */
  onError?: (
    remote: { addr: string; type: "IPv4" | "IPv6" | undefined },
    ctx: Context<State>,
  ) => Response | Promise<Response>;
}

/** Answers 403 to addresses on the deny list, and to those missing from a non-empty allow list. */
export function ipFilter<State>(
  rules: IPFilterRules,
  options: IPFilterOptions<State> = {},
): Middleware<State> {
  const deny = blockListOf(rules.denyList ?? []);
  const allow = blockListOf(rules.allowList ?? []);
  const allowsAll = (rules.allowList?.length ?? 0) === 0;
  return (ctx) => {
    const { remoteAddr } = ctx.info;
    const addr = "hostname" in remoteAddr ? plainAddress(remoteAddr.hostname) : "";
    const family = isIP(addr);
    const type = family === 4 ? "IPv4" : family === 6 ? "IPv6" : undefined;
    const key = family === 6 ? "ipv6" : "ipv4";
    const refused = type === undefined
      ? !allowsAll
      : deny.check(addr, key) || (!allowsAll && !allow.check(addr, key));
    if (!refused) return ctx.next();
    return Promise.resolve(
      options.onError?.({ addr, type }, ctx) ?? new Response("Forbidden", { status: 403 }),
    );
  };
}

function blockListOf(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", bits] = entry.split("/");
    const family = isIP(address);
    if (family === 0) throw new TypeError(`"${entry}" is not an IP address or CIDR range`);
    const type = family === 6 ? "ipv6" : "ipv4";
    if (bits === undefined) list.addAddress(address, type);
    else list.addSubnet(address, Number(bits), type);
  }
  return list;
}

// A dual-stack socket reports IPv4 clients as ::ffff:192.0.2.1.
function plainAddress(hostname: string): string {
  return hostname.replace(/^::ffff:(?=\d+\.)/i, "");
}
