// Where a sign-in comes from, as its use cases ask for it, and the answer that begins a session.
import { readHeader } from "../forms/header-inputs.ts";
import type { BegunSession } from "../accounts/begin-session.ts";
import { deviceMark } from "../accounts/known-device.ts";
import { accountMark } from "../accounts/reach-mark.ts";
import {
  clearedCodeCookie,
  clearedGuestCookie,
  clearedHalfwayCookie,
  codeCookie,
  deviceCookie,
  deviceMarkOf,
  guestCookie,
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
  const forwardedFor = readHeader(req.headers, "x-forwarded-for");
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
      clearedGuestCookie(secure),
      deviceCookie(mark, secure),
    ]
  ) response.headers.append("set-cookie", cookie);
  return response;
}

/** Sets the cookie a code was sent for. */
export function withCode(services: Services, token: string, response: Response): Response {
  response.headers.append("set-cookie", codeCookie(token, secureCookies(services.config)));
  return response;
}

/** Takes it away again: the code is used up. */
export function withoutCode(services: Services, response: Response): Response {
  response.headers.append("set-cookie", clearedCodeCookie(secureCookies(services.config)));
  return response;
}

/** Sets the cookie of what a guest has shown. */
export function withGuest(services: Services, token: string, response: Response): Response {
  response.headers.append("set-cookie", guestCookie(token, secureCookies(services.config)));
  return response;
}

/** Sets the cookie of a sign-in between its factors. */
export function withHalfway(services: Services, token: string, response: Response): Response {
  response.headers.append("set-cookie", halfwayCookie(token, secureCookies(services.config)));
  return response;
}
