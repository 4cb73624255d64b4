// Where a sign-in comes from, in the few words by which a person knows their own devices again.
import { readHeader } from "../forms/header-inputs.ts";
import type { Origin } from "../accounts/begin-session.ts";
import { clientNetwork } from "./client-address.ts";

/** The device and the first half of the network address: enough to know it again, too little to follow somebody. */
export function originOf(
  headers: Headers,
  remoteAddr: Deno.Addr | undefined,
  { proxies }: { proxies: number },
): Origin {
  const device = deviceOf(readHeader(headers, "user-agent") ?? "");
  if (remoteAddr === undefined) return { device, network: "" };
  const forwardedFor = readHeader(headers, "x-forwarded-for");
  return { device, network: shortened(clientNetwork({ remoteAddr, forwardedFor, proxies })) };
}

/** Whoever names another names itself too, so the more particular come first. */
const BROWSERS: readonly (readonly [name: string, sign: RegExp])[] = [
  ["Edge", /\bEdgA?\//],
  ["Opera", /\bOPR\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Firefox", /\b(?:Firefox|FxiOS)\//],
  ["Chrome", /(?:Chrome|CriOS)\//],
  ["Safari", /\bSafari\//],
];
const SYSTEMS: readonly (readonly [name: string, sign: RegExp])[] = [
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["Mac", /\bMac OS X\b/],
  ["Linux", /\bLinux\b/],
];

/** `Chrome · Android`; "" when the header says neither. */
export function deviceOf(userAgent: string): string {
  return [BROWSERS, SYSTEMS]
    .flatMap((known) => known.find(([, sign]) => sign.test(userAgent))?.[0] ?? [])
    .join(" · ");
}

/** `83.252.x.x`, or the first three groups of an IPv6 network. */
export function shortened(network: string): string {
  const v4 = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(network);
  if (v4 !== null) return `${v4[1]}.${v4[2]}.x.x`;
  return network.includes(":") ? `${network.split(":").slice(0, 3).join(":")}:…` : "";
}
