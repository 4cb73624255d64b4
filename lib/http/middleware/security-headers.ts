// Headers every answer carries. Each line names the attack it stops.
import type { Middleware } from "fresh";
import { secureCookies } from "../../assembly/settings.ts";
import type { State } from "../define.ts";

/** Sources a page may use: its own, and images it drew itself. Scripts and styles never inline. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];

const HEADERS: readonly (readonly [string, string])[] = [
  // A response is what its type says: no script smuggled in as text.
  ["x-content-type-options", "nosniff"],
  // Addresses of tickets carry their secret; no other site learns them.
  ["referrer-policy", "same-origin"],
  // A window we open, or that opens us, cannot reach in.
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "geolocation=(self), camera=(), microphone=(), payment=()"],
];

/** Adds the headers to whatever comes back; HSTS only where the product is reached over https. */
export function securityHeaders(): Middleware<State> {
  return async (ctx) => {
    const response = await ctx.next();
    const secure = secureCookies(ctx.state.services.config);
    for (const [name, value] of HEADERS) response.headers.set(name, value);
    if (!secure) dropUpgrade(response.headers);
    if (secure) {
      const value = "max-age=63072000; includeSubDomains; preload";
      response.headers.set("strict-transport-security", value);
    }
    return response;
  };
}

/** On plain http there is nothing to upgrade to: a phone on the office network would load no styles. */
function dropUpgrade(headers: Headers): void {
  const policy = headers.get("content-security-policy");
  if (policy === null) return;
  headers.set("content-security-policy", policy.replace(/;?\s*upgrade-insecure-requests/, ""));
}
