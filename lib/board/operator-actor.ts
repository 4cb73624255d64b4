// Who an operator's acts are by.
import type { OperatorSession } from "../accounts/session.ts";
import type { Actor } from "../booking/booking.ts";
import type { DraftHand } from "../pricing/tariff-draft.ts";

/** The operator of a session; somebody without an account is known by their name alone. */
export function operatorActor(
  { operatorName, personId = null }: { operatorName: string; personId?: string | null },
): Actor {
  return { kind: "operator", id: personId, name: operatorName };
}

/** The operator of a session as one who writes tariffs. */
export function draftHandOf(
  { personId, operatorName }: Pick<OperatorSession, "personId" | "operatorName">,
): DraftHand {
  return { id: personId, name: operatorName };
}
