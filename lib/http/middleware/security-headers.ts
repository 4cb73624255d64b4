// Headers every answer carries. Each line names the attack it stops.
import { contentPolicy, type PayingOrigins, payingPolicy } from "../content-policy.ts";

/** What pages may ask the browser for, and what nothing of ours ever does. */
const OWN_FEATURES = [
  ...["clipboard-write", "geolocation", "publickey-credentials-create"],
  // web-share is as self by itself, and browsers without it complain of its name.
  "publickey-credentials-get",
];
const NO_FEATURES = [
  ...["accelerometer", "autoplay", "browsing-topics", "camera", "display-capture"],
  ...["encrypted-media", "fullscreen", "gyroscope", "hid", "identity-credentials-get"],
  ...["idle-detection", "magnetometer", "microphone", "midi", "payment", "picture-in-picture"],
  ...["screen-wake-lock", "serial", "usb", "xr-spatial-tracking"],
];
const PERMISSIONS = [
  ...OWN_FEATURES.map((name) => `${name}=(self)`),
  ...NO_FEATURES.map((name) => `${name}=()`),
].join(", ");

const HEADERS: readonly (readonly [string, string])[] = [
  // A response is what its type says: no script smuggled in as text.
  ["x-content-type-options", "nosniff"],
  // Addresses of tickets carry their secret; no other site learns them.
  ["referrer-policy", "same-origin"],
  // A window we open, or that opens us, cannot reach in.
  ["cross-origin-opener-policy", "same-origin"],
  // No page of others loads what is ours, and none of ours what others did not mean for it: nothing of either is
  // ever in the memory of the other's process, where Spectre reads it.
  ["cross-origin-resource-policy", "same-origin"],
  ["cross-origin-embedder-policy", "require-corp"],
  // Pages of other names on our domain are kept out of this one's process.
  ["origin-agent-cluster", "?1"],
  ["permissions-policy", PERMISSIONS],
  // Browsers that do not know frame-ancestors.
  ["x-frame-options", "DENY"],
];

const HSTS = "max-age=63072000; includeSubDomains";

/**
 * `response` with the headers; HSTS and the upgrade of addresses only where the product is reached
 * over https. The policy is always ours, with the nonce of the page where one was rendered, the hashes of its scripts
 * where everybody may be given it, and with no script at all where neither is.
 */
export function secured(
  response: Response,
  secure: boolean,
  paying: PayingOrigins | null = null,
): Response {
  const { headers } = response;
  for (const [name, value] of HEADERS) headers.set(name, value);
  const policy = headers.get("content-security-policy") ?? "";
  const [scripts = null] = /'nonce-[^']+'|'sha256-[^']+'(?: 'sha256-[^']+')*/.exec(policy) ?? [];
  const type = headers.get("content-type") ?? "";
  headers.set("content-security-policy", contentPolicy(type, scripts, secure));
  if (paying !== null) openToProvider(headers, paying);
  // A browser puts these headers in the place of those its copy came with: without a type, a policy would be a wrong one.
  if (response.status === 304 && type === "") headers.delete("content-security-policy");
  // No "preload": that list is of a whole domain, its owner asks for it, and nobody leaves it within months.
  if (secure) headers.set("strict-transport-security", HSTS);
  return response;
}

/** The payment page alone: its provider's frames say nothing of embedding, may open a window of a bank, and a browser's wallet. */
function openToProvider(headers: Headers, paying: PayingOrigins): void {
  const policy = headers.get("content-security-policy") ?? "";
  headers.set("content-security-policy", payingPolicy(policy, paying));
  headers.set("cross-origin-embedder-policy", "unsafe-none");
  headers.set("cross-origin-opener-policy", "same-origin-allow-popups");
  const wallet = `payment=(self "${paying.scriptOrigin}")`;
  headers.set("permissions-policy", PERMISSIONS.replace("payment=()", wallet));
}
