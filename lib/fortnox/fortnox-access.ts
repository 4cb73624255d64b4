// The tokens of a link, fresh when they are used. A refresh token can be used once: the next is written before anything is
// asked with it. A process that is killed between Fortnox's answer and that commit loses the link, and says so: it is
// connected again, and what was sent stays known.
import type { Clock } from "../kernel/clock.ts";
import type { FortnoxTroubleKind } from "./fortnox.ts";
import type { FortnoxGateway } from "./fortnox-gateway.ts";
import type { HeldLink, LinkStore } from "./link-store.ts";

/** Tokens are renewed so long before they end, in minutes: a round is over by then. */
const RENEW_MINUTES = 10;

/** What it needs. */
export interface AccessDeps {
  fortnox: Pick<FortnoxGateway, "refresh">;
  fortnoxLinks: Pick<LinkStore, "keep" | "letGo">;
  clock: Clock;
}

/** The link with tokens that last; null where it is no longer this process's, or its access has ended. */
export async function withFreshTokens(
  deps: AccessDeps,
  held: HeldLink,
): Promise<HeldLink | null> {
  const { tokens } = held.link;
  const soon = deps.clock.now().add({ minutes: RENEW_MINUTES });
  if (Temporal.Instant.compare(Temporal.Instant.from(tokens.accessUntil), soon) > 0) return held;
  const told = await deps.fortnox.refresh(tokens);
  if (told.is === "told") return await deps.fortnoxLinks.keep(held, { tokens: told.value });
  return await inTrouble(deps, held, "access-ended", told.is === "refused" ? told.said : "");
}

/** Lets go of a link that a person must look at. */
export async function inTrouble(
  { fortnoxLinks, clock }: Pick<AccessDeps, "fortnoxLinks" | "clock">,
  held: HeldLink,
  kind: FortnoxTroubleKind,
  said: string,
): Promise<null> {
  // What was refused is not there: nothing has to be looked for.
  const sending = kind === "access-ended" ? held.link.sending : null;
  const trouble = { kind, at: clock.now().toString(), said };
  await fortnoxLinks.letGo(held, { trouble, sending });
  return null;
}
