// A real issuer of OpenID Connect, `oidc-provider`, in this process, which lets in whom a test names. What it says can
// be changed on its way, signed by its own key.
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import Provider from "npm:oidc-provider@9.13.3";

/** Claims or header of a token. */
export type Words = Record<string, unknown>;

/** An ID token taken apart. */
export interface Token {
  header: Words;
  claims: Words;
}

/** Signs a token again, or says what stands in its place. */
export type Tamper = (token: Token, sign: Signer, raw: string) => Promise<string | undefined>;

/** Makes a token, signed by the issuer's key unless another is given. */
export type Signer = (token: Token, key?: CryptoKey) => Promise<string>;

/** Who is let in. */
export interface Account {
  id: string;
  email: string;
  email_verified?: boolean;
  name?: string;
}

const RSA = {
  name: "RSASSA-PKCS1-v1_5",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: "SHA-256",
};

/** A new key that signs RS256. */
export const newKey = () => crypto.subtle.generateKey(RSA, true, ["sign", "verify"]);

/** Starts one for a client at `redirectUri`. */
export async function oidcIssuer(clientId: string, redirectUri: string) {
  const { privateKey, publicKey } = await newKey();
  // What it may be used for differs between its halves.
  const { key_ops: _uses, ext: _ext, ...halves } = await crypto.subtle.exportKey("jwk", privateKey);
  const jwk = {
    ...halves,
    kid: "k1",
    use: "sig",
    alg: "RS256",
  };
  let handle = (_request: IncomingMessage, response: ServerResponse) => void response.end();
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  const told = { account: null as Account | null, tamper: null as Tamper | null };
  const provider = quiet(() =>
    new Provider(issuer, {
      clients: [{
        client_id: clientId,
        client_secret: "issuer-secret-of-tests",
        redirect_uris: [redirectUri],
      }],
      jwks: { keys: [jwk] },
      ttl: {
        AuthorizationCode: 60,
        IdToken: 600,
        ...{ Interaction: 600, Session: 600, Grant: 600, AccessToken: 600 },
      },
      cookies: { keys: ["tests"] },
      claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
      findAccount: (_context: unknown, id: string) => ({
        accountId: id,
        claims: () => ({ email_verified: true, name: "Karin Berg", ...told.account, sub: id }),
      }),
    })
  );
  const callback = provider.callback();
  handle = (request, response) => {
    if (request.url?.startsWith("/interaction/")) {
      void decide(provider, told.account, request, response);
    } else callback(request, response);
  };
  const sign: Signer = (token, key = privateKey) => signed(token, key);
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const response = await real(input, init);
    const url = input instanceof Request ? input.url : String(input);
    if (told.tamper === null || url !== `${issuer}/token` || !response.ok) return response;
    const body = await response.json();
    const { id_token, ...rest } = body;
    const changed = await told.tamper(parted(id_token), sign, id_token);
    const said = changed === undefined ? rest : { ...rest, id_token: changed };
    return Response.json(said);
  };
  return {
    ...{ issuer, told, publicKey, sign },
    async [Symbol.asyncDispose]() {
      globalThis.fetch = real;
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A browser at the issuer: goes where it is sent until that is the product again. */
export async function throughIssuer(location: string, product: string): Promise<string> {
  const jar = new Map<string, string>();
  let at = location;
  for (let steps = 0; steps < 10 && !at.startsWith(product); steps++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(at, { headers: { cookie }, redirect: "manual" });
    await response.body?.cancel();
    for (const set of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    at = new URL(response.headers.get("location") ?? "about:blank", at).href;
  }
  return at;
}

/** The other way: a token as three parts. */
export function parted(token: string): Token {
  const [header = "", claims = ""] = token.split(".").map(text);
  return { header: JSON.parse(header), claims: JSON.parse(claims) };
}

/** Parts of a token, as they are signed. */
export function unsigned({ header, claims }: Token): string {
  return [header, claims].map((part) => base64Url(new TextEncoder().encode(JSON.stringify(part))))
    .join(".");
}

/** Bytes as tokens have them. */
export function base64Url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: "base64url", omitPadding: true });
}

function text(part: string): string {
  return new TextDecoder().decode(Uint8Array.fromBase64(part, { alphabet: "base64url" }));
}

async function signed(token: Token, key: CryptoKey): Promise<string> {
  const words = unsigned(token);
  const signature = await crypto.subtle.sign(
    key.algorithm.name,
    key,
    new TextEncoder().encode(words),
  );
  return `${words}.${base64Url(new Uint8Array(signature))}`;
}

/** Signs the account in and grants what was asked for; without one the person has said no. */
async function decide(
  provider: Provider,
  account: Account | null,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { prompt, params } = await provider.interactionDetails(request, response);
  if (account === null) {
    return await provider.interactionFinished(request, response, { error: "access_denied" });
  }
  if (prompt.name === "login") {
    const login = { login: { accountId: account.id } };
    return await provider.interactionFinished(request, response, login);
  }
  const grant = new provider.Grant({ accountId: account.id, clientId: String(params.client_id) });
  grant.addOIDCScope("openid email profile");
  const consent = { consent: { grantId: await grant.save() } };
  await provider.interactionFinished(request, response, consent, { mergeWithLastSubmission: true });
}

/** It warns of runtimes and of keys that tests choose. */
function quiet<Made>(make: () => Made): Made {
  const { warn, info } = console;
  console.warn = console.info = () => {};
  try {
    return make();
  } finally {
    Object.assign(console, { warn, info });
  }
}
