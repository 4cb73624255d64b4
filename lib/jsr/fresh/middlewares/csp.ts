// Content-Security-Policy, optionally with a nonce per request.
import type { Middleware } from "../handler.ts";
import { requestContext } from "../request-context.ts";

/** Settings of {@linkcode csp}. */
export interface CSPOptions {
  /** Only report violations. */
  reportOnly?: boolean;
  /** Where browsers send reports. */
  reportTo?: string;
  /** Directives that replace or add to the default ones, such as `img-src 'self'`. */
  csp?: string[];
  /** Replaces `'unsafe-inline'` by a nonce that rendered inline scripts and styles carry. */
  useNonce?: boolean;
}

const DEFAULTS = [
  "default-src 'self'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "upgrade-insecure-requests",
];

const NONCE_DIRECTIVES = new Set([
  "default-src",
  "script-src",
  "script-src-elem",
  "style-src",
  "style-src-elem",
  "style-src-attr",
]);

// Cannot occur in a directive, whose parts are separated by white space.
const NONCE_PLACE = "\n";

// 128 bits, as CSP level 3 asks for at least.
const NONCE_BYTES = 16;

/** Sets the policy on every response, error pages included. */
export function csp<State>(options: CSPOptions = {}): Middleware<State> {
  const directives = mergeDirectives([...DEFAULTS, ...options.csp ?? []]);
  if (options.reportTo !== undefined) {
    directives.set("report-to", "csp-endpoint");
    directives.set("report-uri", options.reportTo);
  }
  const plain = policyText(directives, "'unsafe-inline'");
  const [first = "", ...rest] = policyText(directives, NONCE_PLACE).split(NONCE_PLACE);
  const name = options.reportOnly
    ? "content-security-policy-report-only"
    : "content-security-policy";
  return async (publicCtx) => {
    const ctx = requestContext(publicCtx);
    if (options.useNonce) {
      ctx.nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES)).toBase64();
    }
    const response = await publicCtx.next();
    // Only a rendered page carries the nonce; for other answers it would forbid every script.
    const nonce = ctx.nonceRendered ? ctx.nonce : null;
    const policy = nonce === null
      ? plain
      : rest.reduce((text, part) => `${text}'nonce-${nonce}'${part}`, first);
    return withPolicy(response, name, policy, options.reportTo);
  };
}

function withPolicy(
  response: Response,
  name: string,
  policy: string,
  reportTo: string | undefined,
): Response {
  const { headers } = response;
  headers.set(name, policy);
  if (reportTo !== undefined) headers.set("reporting-endpoints", `csp-endpoint="${reportTo}"`);
  return response;
}

function mergeDirectives(list: readonly string[]): Map<string, string> {
  const merged = new Map<string, string>();
  for (const directive of list) {
    const [name = "", ...values] = directive.trim().split(/\s+/);
    merged.set(name.toLowerCase(), values.join(" "));
  }
  return merged;
}

/** The policy with `inline` wherever a nonce may stand instead of `'unsafe-inline'`. */
function policyText(directives: ReadonlyMap<string, string>, inline: string): string {
  return [...directives].map(([name, value]) => {
    const sources = NONCE_DIRECTIVES.has(name) ? value.replace("'unsafe-inline'", inline) : value;
    return sources === "" ? name : `${name} ${sources}`;
  }).join("; ");
}
