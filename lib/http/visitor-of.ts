// Who looks at what may be their own: a person who is signed in, or a guest who has shown a number or an address.
import { type Visitor, visitorOfGuest, visitorOfPerson } from "../privacy/visitor.ts";
import type { State } from "./define.ts";
import { guestOf } from "./guest-of.ts";

/** The visitor of a request, or null. */
export async function visitorOf(
  state: Pick<State, "services" | "signedIn">,
  req: Request,
): Promise<Visitor | null> {
  if (state.signedIn !== null) return await visitorOfPerson(state.services, state.signedIn);
  const proven = await guestOf(state, req);
  return proven === null ? null : await visitorOfGuest(state.services, proven);
}
