// Signs customers in with a provider: `@deno/kv-oauth` gets the access token, the provider's user-info says who it is.
import { readHeader } from "../../forms/header-inputs.ts";
import { createHelpers, type Helpers } from "@deno/kv-oauth";
import { GatewayError } from "../../errors/gateway-error.ts";
import { clearedCookieOf } from "../../jsr/kv-oauth/create-helpers.ts";
import { type Host, withHost } from "../../jsr/kv-oauth/host.ts";
import { paths } from "../../kernel/paths.ts";
import { AttemptFailure } from "../../resilience/attempt-failure.ts";
import type { Dependency } from "../../resilience/dependency.ts";
import { askAsFetch } from "./ask-as-fetch.ts";
import { oauthRows } from "./oauth-rows.ts";
import type { Provider, Said } from "./provider.ts";
import type { FlowRows } from "./sign-in-flows.ts";
import { type Return, type WayFailure, type WayIn, WayRefused } from "./way-in.ts";

/** The product's client at a provider. */
export interface ProviderClient {
  clientId: string;
  clientSecret: string;
}

/** What it needs. */
export interface ProviderOptions {
  provider: Provider;
  client: ProviderClient;
  /** Where people reach the product. */
  origin: string;
  flows: FlowRows;
  dependency: Pick<Dependency, "ask" | "state">;
}

/** The session of the package itself is not used; its row goes at once. */
const UNUSED_SESSION = { maxAge: 1 } as const;

/** The way in by one provider. */
export function providerWayIn(options: ProviderOptions): WayIn {
  const { provider: { id, label, verifies }, origin, flows, dependency } = options;
  const helpers = helpersOf(options);
  const host: Host = {
    rows: oauthRows(flows),
    ask: (request) => askAsFetch(dependency, request),
  };
  return {
    ...{ id, label, verifies, source: id, entity: null },
    async begin(next) {
      const url = new URL(paths.signInWith(id), origin);
      url.searchParams.set("success_url", next);
      const response = await withHost(host, () => helpers.signIn(new Request(url)));
      const location = response.headers.get("location") ?? "";
      return { location, cookies: response.headers.getSetCookie() };
    },
    finish: (url, headers) => withHost(host, () => finish(options, helpers, url, headers)),
  };
}

function helpersOf({ provider, client, origin }: ProviderOptions): Helpers {
  const { id, authorize, token, scope } = provider;
  return createHelpers({
    ...client,
    authorizationEndpointUri: authorize,
    tokenUri: token,
    redirectUri: origin + paths.signInCallback(id),
    defaults: { scope: [...scope] },
  }, { cookieOptions: UNUSED_SESSION });
}

async function finish(
  options: ProviderOptions,
  helpers: Helpers,
  url: URL,
  headers: Headers,
): Promise<Return> {
  const cookie = readHeader(headers, "cookie") ?? "";
  let cookies: string[] = [];
  try {
    const answer = await helpers.handleCallback(new Request(url, { headers: { cookie } }));
    const { response, tokens } = answer;
    // Theirs is the first; the one that takes the sign-in's away is ours to pass on.
    cookies = response.headers.getSetCookie().slice(1);
    const said = await askWho(options, tokens.accessToken);
    const next = response.headers.get("location") ?? "/";
    return {
      ok: true,
      proved: { ...said, source: options.provider.id, factors: ["provider"] },
      next,
      cookies,
    };
  } catch (error) {
    const cleared = clearedCookieOf(error);
    return {
      ok: false,
      reason: reasonOf(error),
      cookies: cleared === undefined ? cookies : [cleared],
    };
  }
}

async function askWho({ provider, dependency }: ProviderOptions, token: string): Promise<Said> {
  const answers: unknown[] = [];
  for (const url of provider.userInfo) {
    const headers = {
      authorization: `Bearer ${token}`,
      accept: "application/json",
      "user-agent": "Avanti",
    };
    const response = await askAsFetch(dependency, new Request(url, { headers }));
    answers.push(response.ok ? await response.json() : null);
  }
  const said = provider.read(answers);
  if (said === undefined) throw new WayRefused("untrusted", "The provider does not say who it is");
  return said;
}

/** What a failure of the package means; it tells them apart by class, name and words alone. */
function reasonOf(error: unknown): WayFailure {
  if (error instanceof WayRefused) return error.reason;
  if (error instanceof AttemptFailure && error.outcome === "unreadable") return "untrusted";
  if (error instanceof GatewayError && error.gateway === "provider") return "unreachable";
  if (error instanceof Deno.errors.NotFound || !(error instanceof Error)) return "over";
  const { name, message } = error;
  if (/^OAuth cookie not found$|^Failed to delete/.test(message)) return "over";
  if (name === "AuthorizationResponseError" && /state/.test(message)) return "other-tab";
  if (name === "OAuth2ResponseError") {
    // A code that is none any more says so; whatever else is said against it is a no.
    return Reflect.get(error, "error") === "access_denied" ? "denied" : "untrusted";
  }
  if (/^(AuthorizationResponseError|TokenResponseError|OAuth2ResponseError)$/.test(name)) {
    return "untrusted";
  }
  throw error;
}
