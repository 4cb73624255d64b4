// Everybody there is, for the matrix of routes: guests, owners of tickets, customers, each role, and somebody blocked.
import { changePerson } from "../../lib/accounts/change-person.ts";
import { FORM_TOKEN_FIELD, FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import { makeFormToken } from "../../lib/accounts/form-token.ts";
import { type Right, rightsOf } from "../../lib/accounts/right.ts";
import { CENTRAL, type Role, ROLES } from "../../lib/accounts/role.ts";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import { aLink, aPerson, type TestProduct, useLink } from "./operator.ts";

/** Somebody who asks. */
export interface RouteCaller {
  name: string;
  isSignedIn: boolean;
  rights: readonly Right[];
  headers: Record<string, string>;
  formToken: string;
  /** The same in a new session: for routes that end the one they are asked in. */
  again(): Promise<RouteCaller>;
}

/** Routes that end the session they are asked in. */
export const ENDS_SESSIONS = /^\/(enter|sign-out|account\/security\/:act)/;

const SAME = { "sec-fetch-site": "same-origin" };
const GUEST: RouteCaller = {
  ...{ name: "guest", isSignedIn: false, rights: [], headers: SAME, formToken: "" },
  again: () => Promise.resolve(GUEST),
};

/** Of each kind one; whoever has a ticket has the link of it in the address they ask for. */
export async function routeCallers(product: TestProduct): Promise<RouteCaller[]> {
  const roles = [];
  for (const role of ROLES) roles.push(await enteredAs(product, role));
  return [GUEST, ...roles, await somebodyBlocked(product)];
}

/** Somebody of a role in a session of their own. */
export async function enteredAs(
  product: TestProduct,
  role: Role,
  name = `Kim, ${role}`,
): Promise<RouteCaller> {
  await aPerson(product.services, name, role);
  const answer = await useLink(product.services, await aLink(product.services, name));
  if (!answer.ok) throw new Error(`The link is ${answer.reason}`);
  const { secret, session } = answer.begun;
  const formToken = await makeFormToken(session, product.services.randomBytes);
  const cookie = `${PLAIN_COOKIE}=${secret}`;
  return {
    name: role,
    isSignedIn: true,
    rights: rightsOf([{ role, entity: CENTRAL }]),
    headers: { ...SAME, cookie, [FORM_TOKEN_HEADER]: formToken },
    formToken,
    again: () => enteredAs(product, role, name),
  };
}

/** An administrator who was signed in and is blocked: the next request is refused as a guest's. */
async function somebodyBlocked(product: TestProduct): Promise<RouteCaller> {
  const name = "Robin, blocked";
  const { headers, formToken } = await enteredAs(product, "admin", name);
  const { id } = await aPerson(product.services, name);
  const command = { type: "block", reason: "left" } as const;
  await changePerson(product.services, { id, command }, { kind: "server" });
  const blocked: RouteCaller = {
    ...{ name: "blocked", isSignedIn: false, rights: [], headers, formToken },
    again: () => Promise.resolve(blocked),
  };
  return blocked;
}

/** What gets past the look at the body to the look at whose it is; it changes nothing. */
const BODIES: Readonly<Record<string, unknown>> = {
  cancel: { expectedFeeOre: 1 },
  reschedule: { pickup: { wallTime: "2026-11-24T13:00" } },
};

/** False for a route of the API of which no readable body is known: it may say so before it looks whose it is. */
export function isReadable(path: string): boolean {
  return !path.startsWith("/api/") || path.startsWith("/api/sms/") ||
    (path.split("/").at(-1) ?? "") in BODIES;
}

/** What a text message service sends. */
const SMS_REPORT = { id: "s1", status: "delivered", delivered: "2026-11-23T05:00:00" };

/** What they send: the least that gets past the token, so that what answers is the route. */
export function sendInit({ headers, formToken }: RouteCaller, path: string): RequestInit {
  const isApi = path.startsWith("/api/");
  if (path.startsWith("/api/sms/")) {
    return { method: "POST", headers, body: new URLSearchParams(SMS_REPORT) };
  }
  const type = isApi ? "application/json" : "application/x-www-form-urlencoded";
  const body = isApi
    ? JSON.stringify(BODIES[path.split("/").at(-1) ?? ""] ?? {})
    : String(new URLSearchParams({ [FORM_TOKEN_FIELD]: formToken }));
  return { method: "POST", headers: { ...headers, "content-type": type }, body };
}
