// Signs somebody in beside a running product of ours: for pages that are photographed and benches that need an operator.
import { UNKNOWN_ORIGIN } from "../../lib/accounts/begin-session.ts";
import { joinPerson } from "../../lib/accounts/change-person.ts";
import { FORM_TOKEN_HEADER } from "../../lib/accounts/form-token-names.ts";
import { makeFormToken } from "../../lib/accounts/form-token.ts";
import { issueEntryLink } from "../../lib/accounts/one-time-link.ts";
import { CENTRAL } from "../../lib/accounts/role.ts";
import { PLAIN_COOKIE } from "../../lib/accounts/session-cookie.ts";
import { signInByLink } from "../../lib/accounts/sign-in-by-link.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { tokenHash } from "../../lib/kernel/ids.ts";

/** An admin of a name, who joins when nobody has it yet; a link of theirs. */
export async function linkFor(services: Services, name: string): Promise<string> {
  const email = `${tokenHash(name).slice(0, 16)}@avanti.example`;
  const known = await services.people.ownerOf("email", email);
  const grants = [{ role: "admin", entity: CENTRAL }] as const;
  const person = { name, email, phone: "", locale: "sv", grants } as const;
  const personId = known ?? (await joinPerson(services, person, { kind: "server" })).id;
  return await issueEntryLink(services, { personId, purpose: "demo" });
}

/** The secret of a new session of that admin, and the headers of their requests. */
export async function enterAs(
  services: Services,
  name: string,
): Promise<{ secret: string; headers: Record<string, string> }> {
  const answer = await signInByLink(services, {
    token: await linkFor(services, name),
    formerSessionId: null,
    origin: UNKNOWN_ORIGIN,
    keeper: null,
  });
  if (!answer.ok) throw new Error(`A new link is ${answer.reason}`);
  const { secret, session } = answer.begun;
  const headers = {
    cookie: `${PLAIN_COOKIE}=${secret}`,
    "sec-fetch-site": "same-origin",
    [FORM_TOKEN_HEADER]: await makeFormToken(session, services.randomBytes),
  };
  return { secret, headers };
}
