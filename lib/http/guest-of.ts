// What the guest of a request has shown to be theirs.
import { type ProvenReach, readProvenReach } from "../accounts/guest-proof.ts";
import { guestToken } from "../accounts/session-cookie.ts";
import { secureCookies } from "../assembly/settings.ts";
import type { State } from "./define.ts";

/** It, or null when there is none or its time is over. */
export async function guestOf(
  { services }: Pick<State, "services">,
  { headers }: Request,
): Promise<ProvenReach | null> {
  const token = guestToken(headers, secureCookies(services.config));
  return token === null ? null : await readProvenReach(services, token);
}
