// Who an operator's acts are by.
import type { Actor } from "../booking/booking.ts";

/** The operator of a session; somebody without an account is known by their name alone. */
export function operatorActor(
  { operatorName, personId = null }: { operatorName: string; personId?: string | null },
): Actor {
  return { kind: "operator", id: personId, name: operatorName };
}
