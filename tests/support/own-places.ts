// Somebody who is signed in, for what is theirs alone.
import type { SignedInPerson } from "../../lib/accounts/session.ts";
import type { Services } from "../../lib/assembly/services.ts";
import { aLink, useLink } from "./operator.ts";

/** A person of that name with a session. */
export async function aSignedIn(services: Services, name: string): Promise<SignedInPerson> {
  const answer = await useLink(services, await aLink(services, name));
  if (!answer.ok) throw new Error(`The link is ${answer.reason}`);
  return answer.begun;
}
