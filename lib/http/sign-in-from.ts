// Where a sign-in comes from, as its use cases ask for it, and the answer that begins a session.
import type { BegunSession } from "../accounts/begin-session.ts";
import { deviceMark } from "../accounts/known-device.ts";
import { accountMark } from "../accounts/reach-mark.ts";
import {
  clearedHalfwayCookie,
  deviceCookie,
  deviceMarkOf,
  halfwayCookie,
  sessionCookie,
} from "../accounts/session-cookie.ts";
import type { SignInFrom } from "../accounts/sign-in-by-password.ts";
import type { Services } from "../assembly/services.ts";
import { secureCookies } from "../assembly/settings.ts";
import { clientNetwork } from "./client-address.ts";
import type { State } from "./define.ts";
import { originOf } from "./session-origin.ts";

/** What a request says of itself. */
export function signInFrom(
  { services, signedIn }: State,
  req: Request,
  remoteAddr: Deno.Addr | undefined,
): SignInFrom {
  const { config } = services;
  const forwardedFor = req.headers.get("x-forwarded-for");
  const { proxies } = config;
  return {
    device: deviceMarkOf(req.headers, secureCookies(config)),
    network: remoteAddr === undefined ? "" : clientNetwork({ remoteAddr, forwardedFor, proxies }),
    origin: originOf(req.headers, remoteAddr, config),
    formerSessionId: signedIn?.session.id ?? null,
  };
}

/** Sets the cookies of a new session; the device is known from then on. */
export async function withSession(
  services: Services,
  begun: BegunSession,
  response: Response,
): Promise<Response> {
  const secure = secureCookies(services.config);
  const account = await accountMark(services.reachKey, begun.person);
  const mark = await deviceMark(services.proofKey, account, services.randomBytes);
  for (
    const cookie of [
      sessionCookie(begun.secret, begun.session, secure),
      clearedHalfwayCookie(secure),
      deviceCookie(mark, secure),
    ]
  ) response.headers.append("set-cookie", cookie);
  return response;
}

/** Sets the cookie of a sign-in between its factors. */
export function withHalfway(services: Services, token: string, response: Response): Response {
  response.headers.append("set-cookie", halfwayCookie(token, secureCookies(services.config)));
  return response;
}
