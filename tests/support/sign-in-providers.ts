// Providers of sign-in as the product meets them: their real addresses, answered in this process.

/** What a provider answers, by the beginning of an address. */
export type ProviderAnswers = Record<string, (request: Request) => Response | Promise<Response>>;

/** The client of each at the product. */
export const PROVIDER_ENVIRONMENT = {
  AVANTI_GOOGLE_CLIENT_ID: "google-client",
  AVANTI_GOOGLE_CLIENT_SECRET: "google-secret",
  AVANTI_MICROSOFT_CLIENT_ID: "microsoft-client",
  AVANTI_MICROSOFT_CLIENT_SECRET: "microsoft-secret",
  AVANTI_GITHUB_CLIENT_ID: "github-client",
  AVANTI_GITHUB_CLIENT_SECRET: "github-secret",
};

const TOKEN = "https://oauth2.googleapis.com/token";
const WHO = "https://openidconnect.googleapis.com/v1/userinfo";

/** Who is at Google. */
export const ANNA = {
  sub: "g-1",
  name: "Anna Ek",
  email: "anna@mejl.example",
  email_verified: true,
};

/** Google that knows `who`; a code is good for whatever it says. */
export function google(who: unknown = ANNA): ProviderAnswers {
  return {
    [TOKEN]: () => Response.json({ access_token: "at", token_type: "Bearer" }),
    [WHO]: () => Response.json(who),
  };
}

/** Stands in for `fetch` until it is disposed of: what is addressed to no provider goes where it went. */
export function stageProviders(answers: ProviderAnswers) {
  const real = globalThis.fetch;
  const asked: Request[] = [];
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const [, answer] = Object.entries(answers).find(([url]) => request.url.startsWith(url)) ?? [];
    if (answer !== undefined) {
      asked.push(request);
      return await answer(request);
    }
    if (!/^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(request.url)) {
      throw new TypeError(`Nobody stands in for ${request.url}`);
    }
    return await real(input, init);
  };
  return {
    answers,
    asked,
    [Symbol.dispose]: () => void (globalThis.fetch = real),
  };
}
