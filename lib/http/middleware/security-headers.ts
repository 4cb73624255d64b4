// Headers every answer carries. Each line names the attack it stops.

/** Sources a page may use: its own, and images it drew itself. */
const POLICY: readonly (readonly [directive: string, sources: string])[] = [
  ["default-src", "'self'"],
  ["script-src", "'self'"],
  ["style-src", "'self'"],
  ["img-src", "'self' data:"],
  ["object-src", "'none'"],
  ["base-uri", "'none'"],
  ["form-action", "'self'"],
  ["frame-ancestors", "'none'"],
];

/**
 * What `csp()` is given. An inline script is written by the framework alone, when a page starts its
 * islands: `'unsafe-inline'` is the place where that page's nonce goes. It never leaves the house,
 * see `secured`.
 */
export const CONTENT_SECURITY_POLICY = POLICY.map(([directive, sources]) =>
  `${directive} ${sources}${directive === "script-src" ? " 'unsafe-inline'" : ""}`
);

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

/**
 * `response` with the headers; HSTS and the upgrade of addresses only where the product is reached
 * over https. The policy is always ours, with the nonce of the page where one was rendered and with
 * no inline script at all where none was.
 */
export function secured(response: Response, secure: boolean): Response {
  const { headers } = response;
  for (const [name, value] of HEADERS) headers.set(name, value);
  const [nonce = null] = /'nonce-[^']+'/.exec(headers.get("content-security-policy") ?? "") ?? [];
  headers.set("content-security-policy", policyText(nonce, secure));
  if (secure) {
    // No "preload": that list is of a whole domain, its owner asks for it, and nobody leaves it within months.
    headers.set("strict-transport-security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

/** Worked out once but for pages with scripts of their own: every answer of the API passes here. */
function policyText(nonce: string | null, secure: boolean): string {
  if (nonce === null) return secure ? SECURE_POLICY : PLAIN_POLICY;
  return policyWith(nonce, secure);
}

function policyWith(nonce: string | null, secure: boolean): string {
  const directives = POLICY.map(([directive, sources]) =>
    nonce !== null && directive === "script-src"
      ? `${directive} ${sources} ${nonce}`
      : `${directive} ${sources}`
  );
  // On plain http there is nothing to upgrade to: a phone on the office network would load no styles.
  if (secure) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}

const SECURE_POLICY = policyWith(null, true);
const PLAIN_POLICY = policyWith(null, false);
