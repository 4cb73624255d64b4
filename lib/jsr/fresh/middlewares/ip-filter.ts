// Lets requests through, or not, by the address they come from.
import type { Context } from "../context.ts";
import type { Middleware } from "../handler.ts";

/** Addresses and CIDR ranges; the deny list is asked first. */
export interface IpFilterRules {
  denyList?: readonly string[];
  allowList?: readonly string[];
}

/** Settings of {@linkcode ipFilter}. */
export interface IpFilterOptions {
  /** The answer to a refused request; by default 403. */
  onBlocked?: <State>(
    remote: { addr: string; type: "IPv4" | "IPv6" },
    ctx: Context<State>,
  ) => Response | Promise<Response>;
}

/**
 * Answers 403 to addresses on the deny list, and to those missing from a non-empty allow list.
 * Clients without an address, on a Unix socket, pass.
 */
export function ipFilter<State>(
  rules: IpFilterRules,
  options: IpFilterOptions = {},
): Middleware<State> {
  const deny = (rules.denyList ?? []).map(parseRange);
  const allow = (rules.allowList ?? []).map(parseRange);
  return (ctx) => {
    const { remoteAddr } = ctx.info;
    if (remoteAddr.transport !== "tcp" && remoteAddr.transport !== "udp") return ctx.next();
    const addr = remoteAddr.hostname;
    const address = parseAddress(addr);
    const refused = address === null
      ? allow.length > 0
      : isInAny(address, deny) || (allow.length > 0 && !isInAny(address, allow));
    if (!refused) return ctx.next();
    const type = address?.bits === 32 ? "IPv4" : "IPv6";
    return options.onBlocked?.({ addr, type }, ctx) ?? new Response("Forbidden", { status: 403 });
  };
}

interface Address {
  readonly value: bigint;
  readonly bits: 32 | 128;
}

interface Range extends Address {
  readonly prefix: number;
}

function isInAny(address: Address, ranges: readonly Range[]): boolean {
  return ranges.some(({ value, bits, prefix }) => {
    const shift = BigInt(bits - prefix);
    return bits === address.bits && value >> shift === address.value >> shift;
  });
}

function parseRange(text: string): Range {
  const [first = "", bits] = text.split("/");
  const address = parseAddress(first);
  const prefix = bits === undefined ? address?.bits ?? 0 : Number(bits);
  if (address === null || !Number.isInteger(prefix) || prefix < 0 || prefix > address.bits) {
    throw new TypeError(`"${text}" is not an IP address or CIDR range`);
  }
  return { ...address, prefix };
}

// By hand rather than with node:net, whose loading would be a tenth of the start-up time.
function parseAddress(text: string): Address | null {
  // A dual-stack socket reports IPv4 clients as ::ffff:192.0.2.1.
  const v4 = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/i.exec(text);
  if (v4 !== null) {
    const parts = v4.slice(1).map(Number);
    if (parts.some((part) => part > 255)) return null;
    return { value: joinParts(parts, 8n), bits: 32 };
  }
  if (!/^[\da-f:]+$/i.test(text) || !URL.canParse(`http://[${text}]/`)) return null;
  const [head = "", tail] = text.split("::");
  const groups = (half: string) =>
    half === "" ? [] : half.split(":").map((group) => Number.parseInt(group, 16));
  const start = groups(head);
  const end = groups(tail ?? "");
  const zeros = new Array<number>(8 - start.length - end.length).fill(0);
  return { value: joinParts([...start, ...zeros, ...end], 16n), bits: 128 };
}

function joinParts(parts: readonly number[], width: bigint): bigint {
  return parts.reduce((value, part) => (value << width) | BigInt(part), 0n);
}
