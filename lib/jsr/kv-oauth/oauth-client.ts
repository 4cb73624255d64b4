// The authorization code grant with PKCE (RFC 6749, RFC 7636): the address somebody is sent to, and the tokens.
import { askProvider } from "./host.ts";

/** What is added to requests of the client. */
export interface RequestOptions {
  headers?: Record<string, string>;
  body?: Record<string, string>;
  urlParams?: Record<string, string>;
}

/** A client at a provider, as `@cmd-johnson/oauth2-client` has it. */
export interface OAuth2ClientConfig {
  clientId: string;
  clientSecret?: string;
  authorizationEndpointUri: string;
  tokenUri: string;
  redirectUri?: string;
  defaults?: {
    requestOptions?: RequestOptions;
    scope?: string | string[];
  };
}

/** What a provider gives for a code. */
export interface Tokens {
  accessToken: string;
  tokenType: string;
  /** Seconds the access token lives. */
  expiresIn?: number;
  refreshToken?: string;
  scope?: string[];
}

/** The provider refused, and said why. */
export class OAuth2ResponseError extends Error {
  override name = "OAuth2ResponseError";
  constructor(
    /** The provider's word: `access_denied`. */
    readonly error: string,
    readonly errorDescription?: string,
    readonly errorUri?: string,
  ) {
    super(errorDescription ?? error);
  }
}

/** Somebody came back with something else than an answer to our question. */
export class AuthorizationResponseError extends Error {
  override name = "AuthorizationResponseError";
  constructor(description: string) {
    super(`Invalid authorization response: ${description}`);
  }
}

/** The provider answered a code with something that is no tokens. */
export class TokenResponseError extends Error {
  override name = "TokenResponseError";
  constructor(description: string, readonly response: Response) {
    super(`Invalid token response: ${description}`);
  }
}

/** Bytes of a verifier: 43 characters, what RFC 7636 recommends. */
const VERIFIER_BYTES = 32;
/** Longest answer of a provider that is read, in characters: tokens of ten kilobytes exist. */
const MAX_ANSWER = 262_144;

/** Where somebody is sent, and what has to be remembered until they come back. */
export interface Departure {
  uri: URL;
  state: string;
  codeVerifier: string;
}

/** Makes the address of the provider. What its address asks for already stays. */
export async function departure(
  config: OAuth2ClientConfig,
  urlParams: Readonly<Record<string, string>>,
): Promise<Departure> {
  const state = crypto.randomUUID();
  const codeVerifier = base64Url(crypto.getRandomValues(new Uint8Array(VERIFIER_BYTES)));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(codeVerifier));
  const uri = new URL(config.authorizationEndpointUri);
  const { redirectUri, defaults } = config;
  const scope = [defaults?.scope ?? []].flat().join(" ");
  const params: Record<string, string> = {
    response_type: "code",
    client_id: config.clientId,
    ...(redirectUri === undefined ? {} : { redirect_uri: redirectUri }),
    ...(scope === "" ? {} : { scope }),
    state,
    code_challenge: base64Url(new Uint8Array(digest)),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(params)) uri.searchParams.set(name, value);
  // They are added, not put in place of ours: state and challenge are no caller's to choose.
  for (const [name, value] of Object.entries(urlParams)) uri.searchParams.append(name, value);
  return { uri, state, codeVerifier };
}

/** The tokens for whom the provider sent back to `callback`. */
export async function tokensOf(
  config: OAuth2ClientConfig,
  callback: string,
  { state, codeVerifier }: Pick<Departure, "state" | "codeVerifier">,
): Promise<Tokens> {
  const code = codeOf(config, new URL(callback), state);
  return await readTokens(await askProvider(tokenRequest(config, code, codeVerifier)));
}

function codeOf({ redirectUri }: OAuth2ClientConfig, url: URL, state: string): string {
  if (redirectUri !== undefined && url.pathname !== new URL(redirectUri, url).pathname) {
    throw new AuthorizationResponseError(
      `Redirect path should match configured path, but got: ${url.pathname}`,
    );
  }
  if (url.search === "" || url.search === "?") {
    throw new AuthorizationResponseError("URI does not contain callback parameters");
  }
  const params = url.searchParams;
  const one = (name: string) => {
    // A name that comes twice is read one way here and another way there.
    if (params.getAll(name).length > 1) throw new AuthorizationResponseError(`Repeated ${name}`);
    return params.get(name);
  };
  const error = one("error");
  if (error !== null) {
    throw new OAuth2ResponseError(
      error,
      params.get("error_description") ?? undefined,
      params.get("error_uri") ?? undefined,
    );
  }
  const code = one("code");
  if (code === null || code === "") {
    throw new AuthorizationResponseError("Missing code, unable to request token");
  }
  const told = one("state");
  if (told === null) throw new AuthorizationResponseError("Missing state");
  if (told !== state) throw new AuthorizationResponseError(`Invalid state: ${told}`);
  return code;
}

function tokenRequest(config: OAuth2ClientConfig, code: string, codeVerifier: string): Request {
  const { clientId, clientSecret, tokenUri, redirectUri, defaults } = config;
  const { headers = {}, body = {}, urlParams = {} } = defaults?.requestOptions ?? {};
  const fields = {
    ...body,
    grant_type: "authorization_code",
    code,
    code_verifier: codeVerifier,
    ...(redirectUri === undefined ? {} : { redirect_uri: redirectUri }),
    ...(clientSecret === undefined ? { client_id: clientId } : {}),
  };
  const url = new URL(tokenUri);
  for (const [name, value] of Object.entries(urlParams)) url.searchParams.set(name, value);
  return new Request(url, {
    method: "POST",
    headers: {
      ...headers,
      accept: "application/json",
      "content-type": "application/x-www-form-urlencoded",
      ...(clientSecret === undefined
        ? {}
        : { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` }),
    },
    body: new URLSearchParams(fields).toString(),
    // The client's secret and the code go to this address and nowhere else.
    redirect: "error",
  });
}

async function readTokens(response: Response): Promise<Tokens> {
  const body = parsed((await response.clone().text()).slice(0, MAX_ANSWER));
  const wrong = (text: string) => new TokenResponseError(text, response);
  if (!response.ok) {
    if (body === null || typeof body.error !== "string") {
      throw wrong(`Server returned ${response.status}`);
    }
    throw new OAuth2ResponseError(
      body.error,
      textOf(body.error_description),
      textOf(body.error_uri),
    );
  }
  if (body === null) throw wrong("Body is not a JSON object");
  // Some answer 200 to a code that is none.
  if (typeof body.error === "string") {
    throw new OAuth2ResponseError(
      body.error,
      textOf(body.error_description),
      textOf(body.error_uri),
    );
  }
  const { access_token, token_type, expires_in, refresh_token, scope } = body;
  if (typeof access_token !== "string") throw wrong(notA("access_token", "string"));
  if (typeof token_type !== "string") throw wrong(notA("token_type", "string"));
  if (refresh_token !== undefined && typeof refresh_token !== "string") {
    throw wrong(notA("refresh_token", "string"));
  }
  if (expires_in !== undefined && typeof expires_in !== "number") {
    throw wrong(notA("expires_in", "number"));
  }
  if (scope !== undefined && typeof scope !== "string") throw wrong(notA("scope", "string"));
  return {
    accessToken: access_token,
    tokenType: token_type,
    ...(expires_in === undefined ? {} : { expiresIn: expires_in }),
    ...(refresh_token === undefined ? {} : { refreshToken: refresh_token }),
    ...(scope === undefined ? {} : { scope: scope.split(" ") }),
  };
}

function notA(name: string, type: string): string {
  return `${name} is missing or not a ${type}`;
}

function parsed(text: string): Record<string, unknown> | null {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === "object" && body !== null && !Array.isArray(body) ? { ...body } : null;
  } catch {
    return null;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function base64Url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}
