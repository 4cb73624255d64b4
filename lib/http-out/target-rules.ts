// Which addresses others may have us call, as far as the address itself says. Pure.
import { isOutside } from "./address-rules.ts";
import { parseAddress } from "./address.ts";

/** What is wrong with one. */
export const TARGET_FAULTS = [
  "no-address",
  "not-https",
  "has-user",
  "other-port",
  "leads-inside",
] as const;

/** One of the reasons. */
export type TargetFault = typeof TARGET_FAULTS[number];

/** Longest address that is called, in characters. */
export const MAX_TARGET_LENGTH = 1_000;

/** Ports of web servers. Others belong to mail, databases and what else takes whatever it is told. */
const PORTS: ReadonlySet<string> = new Set(["", "443", "8443"]);

/** Endings of names that mean something inside a network and nothing outside (RFC 6761, 6762, 8375, 9476). */
const INSIDE_NAMES = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|onion|invalid|alt)$/;

/** Looks at an address; `openHosts` of a developer's machine may be called without encryption, wherever they are. */
export function checkTarget(
  text: string,
  openHosts: readonly string[],
): { ok: true; url: URL } | { ok: false; fault: TargetFault } {
  const url = text.length > MAX_TARGET_LENGTH ? null : URL.parse(text);
  const fault = url === null ? "no-address" : faultOf(url, openHosts);
  return url === null || fault !== null
    ? { ok: false, fault: fault ?? "no-address" }
    : { ok: true, url };
}

function faultOf(url: URL, openHosts: readonly string[]): TargetFault | null {
  if (!/^https?:$/.test(url.protocol) || url.hash !== "") return "no-address";
  if (url.username !== "" || url.password !== "") return "has-user";
  if (openHosts.includes(url.host)) return null;
  if (url.protocol !== "https:") return "not-https";
  if (!PORTS.has(url.port)) return "other-port";
  // The parser has written 2130706433, 0x7f.1 and 017700000001 as 127.0.0.1 by now.
  const host = url.hostname.replace(/\.$/, "").toLowerCase();
  if (parseAddress(host) !== null) return isOutside(host) ? null : "leads-inside";
  return !host.includes(".") || INSIDE_NAMES.test(host) ? "leads-inside" : null;
}
