// Who an operator's acts are by.
import type { OperatorSession } from "../accounts/session.ts";
import type { Actor } from "../booking/booking.ts";

/** The operator of a session. Sessions know a name; the id comes when operators have accounts of their own. */
export function operatorActor({ operatorName }: Pick<OperatorSession, "operatorName">): Actor {
  return { kind: "operator", id: null, name: operatorName };
}
