// The answer to somebody who came back from a provider of sign-in.
import { homeOf } from "../accounts/person-home.ts";
import { returnPath } from "../accounts/return-path.ts";
import { pendingCookie } from "../accounts/identity/identity-cookies.ts";
import { signInByIdentity } from "../accounts/identity/sign-in-by-identity.ts";
import type { Return, WayFailure, WayIn } from "../accounts/identity/way-in.ts";
import type { Services } from "../assembly/services.ts";
import { secureCookies } from "../assembly/settings.ts";
import { RequestError } from "../errors/request-error.ts";
import { paths } from "../kernel/paths.ts";
import type { State } from "./define.ts";
import { signInFrom, withHalfway, withSession } from "./sign-in-from.ts";

/** Where to, with the cookies that go along; or why not. */
export type WayBack =
  | { kind: "onward"; to: string; headers: Headers }
  | { kind: "failed"; reason: WayFailure | "refused"; headers: Headers };

/** Status of each failure. */
export const WAY_STATUS: Readonly<Record<WayFailure | "refused", number>> = {
  denied: 403,
  over: 410,
  "other-tab": 409,
  unreachable: 503,
  untrusted: 422,
  refused: 403,
};

/** The way in of an address. Throws RequestError("not-found") for one that is not offered. */
export function wayOf({ ways }: Pick<Services, "ways">, id: string): WayIn {
  const way = ways.find((one) => one.id === id);
  if (way === undefined) throw new RequestError("not-found", {});
  return way;
}

/** The address of a request as people reach us: behind a proxy the server itself is asked by another. */
export function asReached({ config }: Pick<Services, "config">, url: URL): URL {
  return new URL(url.pathname + url.search, config.origin);
}

/** Signs in who comes back, or says why not. */
export async function wayBack(
  state: State,
  way: WayIn,
  { req, url, remoteAddr }: { req: Request; url: URL; remoteAddr: Deno.Addr | undefined },
): Promise<WayBack> {
  const { services, log, locale } = state;
  const finished = await way.finish(asReached(services, url), req.headers);
  const headers = withCookies(new Headers(), finished.cookies);
  if (!finished.ok) {
    log.warn("sign-in refused", { code: `provider-${finished.reason}` });
    if (finished.reason === "unreachable") headers.set("retry-after", "30");
    return { kind: "failed", reason: finished.reason, headers };
  }
  return await letIn(state, way, finished, {
    headers,
    locale,
    from: signInFrom(state, req, remoteAddr),
  });
}

async function letIn(
  { services, log }: State,
  way: WayIn,
  { proved, next }: Extract<Return, { ok: true }>,
  { headers, locale, from }: {
    headers: Headers;
    locale: State["locale"];
    from: ReturnType<typeof signInFrom>;
  },
): Promise<WayBack> {
  const wantsLink = next === paths.signInLink();
  const input = { proved, way, wantsLink, locale };
  const answer = await signInByIdentity({ ...services, log }, input, from);
  const onward = (to: string): WayBack => ({ kind: "onward", to, headers });
  switch (answer.kind) {
    case "refused":
      return { kind: "failed", reason: "refused", headers };
    case "pending": {
      const secure = secureCookies(services.config);
      withCookies(headers, [pendingCookie(answer.token, secure)]);
      return onward(paths.signInLink());
    }
    case "halfway":
      withHalfway(services, answer.token, new Response(null)).headers.getSetCookie()
        .forEach((cookie) => headers.append("set-cookie", cookie));
      return onward(paths.signInCode(next === "/" ? {} : { next }));
    case "signed-in": {
      const { headers: set } = await withSession(services, answer.begun, new Response(null));
      withCookies(headers, set.getSetCookie());
      const home = homeOf(answer.begun);
      return onward(next === "/" ? home : returnPath(next, home));
    }
  }
}

function withCookies(headers: Headers, cookies: readonly string[]): Headers {
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return headers;
}
