// What operators' acts look like in the database.
import { outageChangeShape } from "../fleet/fleet-shapes.ts";
import { instant, listOf, number, orNull, record, text, word } from "../kernel/shape.ts";
import { actorShape } from "./booking-shapes.ts";
import { ACT_KINDS, type ActSpan, type OperatorAct } from "./operator-act.ts";

/** An operator's act. */
export const actShape = record<OperatorAct>({
  id: text,
  kind: word(ACT_KINDS),
  actor: actorShape,
  at: instant,
  due: instant,
  spans: listOf(record<ActSpan>({ bookingId: text, from: number, to: number })),
  outage: orNull(outageChangeShape),
  outcome: word(["open", "undone", "left"]),
});
