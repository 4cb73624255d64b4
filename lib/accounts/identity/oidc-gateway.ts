// Signs in people who work here by OpenID Connect: discovery, PKCE, state, nonce, and an ID token whose signature,
// issuer, audience and time are checked. An answer from another issuer than was asked is refused (RFC 9207).
import type { Configuration } from "openid-client";
import { z } from "zod";
import { GatewayError } from "../../errors/gateway-error.ts";
import type { Clock } from "../../kernel/clock.ts";
import { type RandomBytes, secretToken, tokenHash } from "../../kernel/ids.ts";
import { paths } from "../../kernel/paths.ts";
import { AttemptFailure } from "../../resilience/attempt-failure.ts";
import type { Dependency } from "../../resilience/dependency.ts";
import { askAsFetch } from "./ask-as-fetch.ts";
import { browserCookie, browserToken } from "./identity-cookies.ts";
import type { ProvedIdentity } from "./identity.ts";
import type { Issuer } from "./issuer.ts";
import { provedBy } from "./issuer-claims.ts";
import type { FlowRows } from "./sign-in-flows.ts";
import { type Return, type WayFailure, type WayIn, WayRefused } from "./way-in.ts";

/** What it needs. */
export interface OidcOptions {
  issuer: Issuer;
  /** Where people reach the product. */
  origin: string;
  flows: FlowRows;
  dependency: Pick<Dependency, "ask" | "state">;
  clock: Clock;
  randomBytes: RandomBytes;
}

/** How long what an issuer says of itself is believed, in minutes: it changes its keys now and then. */
const KNOWN_MINUTES = 60;
/** Seconds its clock may differ from ours. */
const TOLERANCE_SECONDS = 30;
const SCOPE = "openid email profile";
const FLOW = "oidc";

const flowSchema = z.strictObject({
  way: z.string(),
  browser: z.string(),
  verifier: z.string(),
  nonce: z.string(),
  next: z.string(),
});

/** The way in by one issuer. */
export function oidcWayIn(options: OidcOptions): WayIn {
  const { issuer: { id, label, issuer: source, entity }, origin, flows } = options;
  const configured = knownFor(options);
  const secure = origin.startsWith("https:");
  return {
    ...{ id, label, source, entity, verifies: true },
    async begin(next, headers) {
      const client = await import("openid-client");
      const config = await configured().catch((error) => {
        throw new WayRefused(reasonOf(error), "The issuer does not say where to", { cause: error });
      });
      // One of the browser's, whatever the tab: each sign-in of it is bound to it by its hash.
      const browser = browserToken(headers, secure) ?? secretToken(options.randomBytes);
      const [state, nonce] = [secretToken(options.randomBytes), client.randomNonce()];
      const verifier = client.randomPKCECodeVerifier();
      await flows.keep(FLOW, state, {
        way: id,
        browser: tokenHash(browser),
        verifier,
        nonce,
        next,
      });
      const location = client.buildAuthorizationUrl(config, {
        ...{ redirect_uri: origin + paths.signInCallback(id), scope: SCOPE, state, nonce },
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        ...acrOf(options.issuer),
      });
      return { location: location.href, cookies: [browserCookie(browser, secure)] };
    },
    async finish(url, headers) {
      try {
        return {
          cookies: [],
          ...await finish(options, configured, url, browserToken(headers, secure)),
        };
      } catch (error) {
        return { ok: false, reason: reasonOf(error), cookies: [] };
      }
    },
  };
}

async function finish(
  options: OidcOptions,
  configured: () => Promise<Configuration>,
  url: URL,
  browser: string | null,
): Promise<Pick<Return & { ok: true }, "ok" | "proved" | "next">> {
  const flow = await takeFlow(options, url.searchParams.getAll("state"), browser);
  const client = await import("openid-client");
  const config = await configured();
  const tokens = await client.authorizationCodeGrant(config, url, {
    pkceCodeVerifier: flow.verifier,
    expectedState: url.searchParams.get("state") ?? "",
    expectedNonce: flow.nonce,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new WayRefused("untrusted", "There is no ID token");
  // The library looks at the authorized party of tokens for several alone (OpenID Connect Core, 3.1.3.7).
  const { azp = options.issuer.clientId } = claims;
  if (azp !== options.issuer.clientId) throw new WayRefused("untrusted", "Made for another");
  const proved = await whoIs(options.issuer, config, claims, tokens.access_token);
  return { ok: true, proved, next: flow.next };
}

/** The sign-in of a state, which nobody gets again. */
async function takeFlow(
  { issuer: { id }, flows }: OidcOptions,
  states: readonly string[],
  browser: string | null,
) {
  const [state] = states;
  if (state === undefined || states.length > 1) throw new WayRefused("over", "No state");
  const { value, versionstamp } = await flows.look(FLOW, state);
  const flow = flowSchema.safeParse(value).data;
  // Somebody else's sign-in is left to them.
  if (flow === undefined || browser === null || tokenHash(browser) !== flow.browser) {
    throw new WayRefused("over", "Not a sign-in of this browser");
  }
  if (!await flows.use(FLOW, state, versionstamp)) throw new WayRefused("over", "Used before");
  if (flow.way !== id) throw new WayRefused("untrusted", "Another issuer was asked");
  return flow;
}

/** Address and name may stand in the user-info alone; who it is and how they showed it comes from the signed token. */
async function whoIs(
  issuer: Issuer,
  config: Configuration,
  claims: Readonly<Record<string, unknown>> & { sub: string },
  accessToken: string,
): Promise<ProvedIdentity> {
  if (claims.sub === "") throw new WayRefused("untrusted", "The issuer does not say who it is");
  const hasMore = config.serverMetadata().userinfo_endpoint !== undefined;
  const client = await import("openid-client");
  const more = claims.email === undefined && hasMore
    ? await client.fetchUserInfo(config, accessToken, claims.sub)
    : {};
  const { name, email, email_verified }: Readonly<Record<string, unknown>> = { ...more, ...claims };
  const proved = provedBy(issuer, { ...claims, name, email, email_verified });
  if (proved === undefined) throw new WayRefused("untrusted", "The issuer does not say who it is");
  return proved;
}

function acrOf({ secondFactor: { acr } }: Issuer): Record<string, string> {
  return acr.length === 0 ? {} : { acr_values: acr.join(" ") };
}

/** What the issuer says of itself, asked once an hour; who asks meanwhile waits for the same answer. */
function knownFor(options: OidcOptions): () => Promise<Configuration> {
  let known: { config: Promise<Configuration>; until: Temporal.Instant } | null = null;
  return async () => {
    const now = options.clock.now();
    if (known === null || Temporal.Instant.compare(now, known.until) >= 0) {
      known = { config: discover(options), until: now.add({ minutes: KNOWN_MINUTES }) };
    }
    const asked = known;
    return await asked.config.catch((error) => {
      // What failed is asked again by the next.
      if (known === asked) known = null;
      throw error;
    });
  };
}

async function discover({ issuer, dependency, clock }: OidcOptions): Promise<Configuration> {
  const client = await import("openid-client");
  const metadata = {
    id_token_signed_response_alg: issuer.algorithm,
    [client.clockSkew]: Math.round((clock.now().epochMilliseconds - Date.now()) / 1_000),
    [client.clockTolerance]: TOLERANCE_SECONDS,
  };
  const url = new URL(issuer.issuer);
  // The library checks no signature by itself where the token came over TLS; ours may have come from anywhere.
  const execute = [client.enableNonRepudiationChecks];
  if (url.protocol === "http:") execute.push(client.allowInsecureRequests);
  return await client.discovery(
    url,
    issuer.clientId,
    metadata,
    client.ClientSecretBasic(issuer.clientSecret),
    {
      execute,
      [client.customFetch]: (address, init) => {
        const { method, headers, body } = init;
        // The library sends forms alone.
        const form = body instanceof URLSearchParams ? { body } : {};
        return askAsFetch(dependency, new Request(address, { method, headers, ...form }));
      },
    },
  );
}

/** What a failure means. The library wraps what was thrown inside it. */
function reasonOf(error: unknown): WayFailure {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth++) {
    if (cause instanceof WayRefused) return cause.reason;
    if (cause instanceof AttemptFailure && cause.outcome === "unreadable") return "untrusted";
    if (cause instanceof GatewayError && cause.gateway === "provider") return "unreachable";
    if (Reflect.get(cause, "error") === "access_denied") return "denied";
    cause = cause.cause;
  }
  if (isOfLibrary(error)) return "untrusted";
  throw error;
}

/** Its errors have a code that begins so; whatever has none is a fault of ours. */
function isOfLibrary(error: unknown): boolean {
  return error instanceof Error && /^OAUTH_/.test(String(Reflect.get(error, "code")));
}
