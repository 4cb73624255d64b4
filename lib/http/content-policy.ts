// What a browser may load and do for an answer of ours: nothing, but what an answer of its kind needs.

type Directive = readonly [name: string, sources: string];

/** Holds for every answer: whatever is not named is forbidden, and nobody puts an answer into a frame of theirs. */
const NOTHING: readonly Directive[] = [
  ["default-src", "'none'"],
  ["object-src", "'none'"],
  ["base-uri", "'none'"],
  ["frame-ancestors", "'none'"],
];

/** A page: files of the product, images it drew itself, forms that come back to it. No style stands in the markup. */
const PAGE: readonly Directive[] = [
  ...NOTHING,
  ["style-src", "'self'"],
  ["img-src", "'self' data:"],
  ["font-src", "'self'"],
  ["connect-src", "'self'"],
  ["manifest-src", "'self'"],
  ["worker-src", "'self'"],
  ["form-action", "'self'"],
];

/** A script: what the service worker loads is judged by the policy the worker itself came with. */
const SCRIPT: readonly Directive[] = [
  ...NOTHING,
  ["script-src", "'self'"],
  ["connect-src", "'self'"],
  ["form-action", "'none'"],
];

/** Data, files and streams, opened by themselves, load and send nothing. */
const OTHER: readonly Directive[] = [...NOTHING, ["form-action", "'none'"]];

/** On plain http there is nothing to upgrade to: a phone on the office network would load no styles. */
const UPGRADE = "upgrade-insecure-requests";

/**
 * What the framework's `csp()` is given: `'unsafe-inline'` is the place where the nonce of a page goes, which is all
 * that is taken of its policy, see `contentPolicy`.
 */
export const NONCE_PLACE = ["script-src 'unsafe-inline'"];

/**
 * The policy of an answer of type `contentType`; `scripts` is `'nonce-…'` where a page with scripts was rendered,
 * `'sha256-…' …` where that page may be given to everybody, else null. Its scripts are those that carry the nonce, which
 * the renderer gives them, or have one of the hashes, and what they load in turn ('strict-dynamic', CSP 3): an address
 * alone, also one of ours, makes nothing a script.
 */
export function contentPolicy(
  contentType: string,
  scripts: string | null,
  secure: boolean,
): string {
  const texts = secure ? SECURE : PLAIN;
  if (contentType.startsWith("text/html")) {
    if (scripts === null) return texts.page;
    return `${texts.page}; script-src ${scripts} 'strict-dynamic'`;
  }
  return contentType.startsWith("text/javascript") ? texts.script : texts.other;
}

/** Where the provider of payments stands that one page of ours works with. */
export interface PayingOrigins {
  scriptOrigin: string;
  frameOrigins: readonly string[];
  connectOrigins: readonly string[];
}

/** Stripe's own page, which the form leads to where there is no script. */
const PAYING_PAGE = "https://checkout.stripe.com";

/**
 * The policy of the payment page, from that of any page: the fields of a card stand in the provider's frame, its script asks
 * the provider, and the form may lead on to its page. What its script is allowed to be follows from who loads it.
 */
export function payingPolicy(
  policy: string,
  { scriptOrigin, frameOrigins, connectOrigins }: PayingOrigins,
): string {
  const added: Readonly<Record<string, string>> = {
    "connect-src": connectOrigins.join(" "),
    "form-action": `${scriptOrigin} ${PAYING_PAGE}`,
  };
  const directives = policy.split("; ").map((directive) => {
    const [name = ""] = directive.split(" ");
    return name in added ? `${directive} ${added[name]}` : directive;
  });
  return [...directives, `frame-src ${frameOrigins.join(" ")}`].join("; ");
}

/** Worked out once: every answer of the API passes here. */
function textsFor(secure: boolean) {
  const text = (directives: readonly Directive[]) =>
    [...directives.map((each) => each.join(" ")), ...(secure ? [UPGRADE] : [])].join("; ");
  return { page: text(PAGE), script: text(SCRIPT), other: text(OTHER) };
}

const SECURE = textsFor(true);
const PLAIN = textsFor(false);
