// Pages that change a booking by its link: of a protected customer they are for who has shown that it is theirs.
import { paths } from "../kernel/paths.ts";
import { seeByLink } from "../privacy/see-by-link.ts";
import type { State } from "./define.ts";
import { visitorOf } from "./visitor-of.ts";

/** Where to go to show it, as an answer; null when nothing has to be shown. Throws DomainError("link-invalid"). */
export async function askOwner(
  { state, req, params }: {
    state: State;
    req: Request;
    params: Record<string, string | undefined>;
  },
): Promise<Response | null> {
  const { link = "" } = params;
  const { isHidden } = await seeByLink(state.services, link, () => visitorOf(state, req));
  if (!isHidden) return null;
  const location = paths.signInSend({ next: paths.booking(link) });
  return new Response(null, { status: 303, headers: { location } });
}
