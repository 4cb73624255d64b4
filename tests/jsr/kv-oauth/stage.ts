// A provider that answers what a test wants, and a database in memory.
import { provideHost } from "../../../lib/jsr/kv-oauth/host.ts";

/** A client as tests have it. */
export const CLIENT = {
  clientId: "avanti",
  clientSecret: "hush",
  authorizationEndpointUri: "https://provider.example/authorize",
  tokenUri: "https://provider.example/token",
  redirectUri: "https://avanti.example/callback",
  defaults: { scope: ["openid", "email"] },
};

/** What a provider gives for a code when all is well. */
export const TOKENS = {
  access_token: "at",
  token_type: "Bearer",
  expires_in: 60,
  scope: "openid email",
};

/** The stage of one test. */
export interface Stage extends AsyncDisposable {
  kv: Deno.Kv;
  /** What the provider was asked. */
  asked: Request[];
}

/** Sets it up: a provider with one answer. */
export async function stage(answer: () => Response = () => Response.json(TOKENS)): Promise<Stage> {
  const kv = await Deno.openKv(":memory:");
  const asked: Request[] = [];
  provideHost({
    rows: kv,
    ask(request) {
      asked.push(request);
      return Promise.resolve(answer());
    },
  });
  return {
    kv,
    asked,
    [Symbol.asyncDispose]() {
      provideHost({});
      kv.close();
      return Promise.resolve();
    },
  };
}

/** A request of a browser. */
export function visit(path: string, cookie?: string, origin = "https://avanti.example"): Request {
  return new Request(`${origin}${path}`, cookie === undefined ? {} : { headers: { cookie } });
}

/** `name=value` of the first cookie an answer sets. */
export function cookieOf(response: Response): string {
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

/** Where an answer leads. */
export function leadsTo(response: Response): URL {
  return new URL(response.headers.get("location") ?? "", "https://avanti.example");
}

/** Values of all rows below a first part of a key. */
export async function rowsOf(
  kv: Deno.Kv,
  first: string,
): Promise<{ id: unknown; value: unknown }[]> {
  const rows = await Array.fromAsync(kv.list({ prefix: [first] }));
  return rows.map(({ key, value }) => ({ id: key[1], value }));
}
