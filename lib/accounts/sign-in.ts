// Signs an operator in with a one-time link: using the link and making the session are one commit.
import { secretToken, tokenHash } from "../kernel/ids.ts";
import type { Logger } from "../kernel/log.ts";
import { commitWithRetry, Unwritten } from "../kv/commit.ts";
import { claimLink, type LinkDeps } from "./one-time-link.ts";
import type { LinkState } from "./operator-link.ts";
import type { OperatorSession } from "./session.ts";
import { newSession } from "./session-rules.ts";
import type { SessionStore } from "./session-store.ts";

/** A session and the secret that names it; the secret goes into the cookie and nowhere else. */
export interface SignedIn {
  secret: string;
  session: OperatorSession;
}

/** A sign-in, or why the link did not work. */
export type SignInAnswer =
  | ({ ok: true } & SignedIn)
  | { ok: false; reason: Exclude<LinkState, "usable"> };

/**
 * Uses the link's token once. A session the browser had before (`formerSessionId`) ends, so no id that
 * existed before the sign-in is worth anything after it. Refusals are logged: many of them are somebody guessing.
 */
export async function signIn(
  deps: LinkDeps & { sessions: SessionStore; log: Logger },
  input: { token: string; formerSessionId: string | null },
): Promise<SignInAnswer> {
  const linkHash = tokenHash(input.token);
  const { value } = await commitWithRetry<SignInAnswer>(deps.db, async (tx) => {
    const claim = await claimLink(deps, tx, linkHash);
    if (claim.state !== "usable") return new Unwritten({ ok: false, reason: claim.state });
    const secret = secretToken(deps.randomBytes);
    const facts = {
      id: tokenHash(secret),
      operatorName: claim.operatorName,
      csrfSecret: secretToken(deps.randomBytes),
    };
    const session = newSession(facts, deps.clock.now());
    deps.sessions.add(tx, session);
    return { ok: true, secret, session };
  });
  if (value.ok) deps.log.info("operator signed in");
  else deps.log.warn("sign-in refused", { code: value.reason });
  if (value.ok && input.formerSessionId !== null) await deps.sessions.end(input.formerSessionId);
  return value;
}
