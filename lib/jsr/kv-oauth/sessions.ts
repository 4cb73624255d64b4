// The rows of sign-ins under way and of sessions.
import { sessionRows } from "./host.ts";

/** A sign-in under way. */
export interface OAuthSession {
  state: string;
  codeVerifier: string;
  successUrl: string;
}

const oauthKey = (id: string): Deno.KvKey => ["oauth_sessions", id];
const siteKey = (id: string): Deno.KvKey => ["site_sessions", id];

/** Keeps a sign-in for `expireIn` milliseconds. */
export async function keepOAuthSession(
  id: string,
  session: OAuthSession,
  expireIn: number,
): Promise<void> {
  await (await sessionRows()).set(oauthKey(id), session, { expireIn });
}

/** The sign-in, which nobody gets again. Throws Deno.errors.NotFound, and Error for who came second. */
export async function takeOAuthSession(id: string): Promise<OAuthSession> {
  const rows = await sessionRows();
  const key = oauthKey(id);
  const { value, versionstamp } = await rows.get(key);
  if (!isOAuthSession(value)) throw new Deno.errors.NotFound("OAuth session not found");
  const { ok } = await rows.atomic().check({ key, versionstamp }).delete(key).commit();
  if (!ok) throw new Error("Failed to delete OAuth session");
  return value;
}

/** Keeps a session for `expireIn` milliseconds, or for ever. */
export async function keepSiteSession(id: string, expireIn: number | undefined): Promise<void> {
  await (await sessionRows()).set(siteKey(id), true, expireIn === undefined ? {} : { expireIn });
}

/** True while the session is there. */
export async function isSiteSession(id: string): Promise<boolean> {
  return (await (await sessionRows()).get(siteKey(id))).value === true;
}

/** Ends the session. */
export async function endSiteSession(id: string): Promise<void> {
  await (await sessionRows()).delete(siteKey(id));
}

function isOAuthSession(value: unknown): value is OAuthSession {
  return typeof value === "object" && value !== null &&
    ["state", "codeVerifier", "successUrl"].every((name) =>
      typeof Reflect.get(value, name) === "string"
    );
}
