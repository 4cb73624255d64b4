// What the answer to an act says of it: until when, and under which name, it can be taken back.
import type { OperatorAct } from "../booking/operator-act.ts";

/** An act as the API gives it. */
export interface ActView {
  /** Sent to undo it. */
  id: string;
  kind: OperatorAct["kind"];
  /** Until then it can be undone; an instant, ISO in UTC. */
  undoUntil: string;
  isUndone: boolean;
  /** The bookings it made or changed, each with its version after it. */
  bookings: { id: string; version: number }[];
}

/** The view of an act. */
export function actView({ id, kind, due, outcome, spans }: OperatorAct): ActView {
  return {
    id,
    kind,
    undoUntil: due,
    isUndone: outcome === "undone",
    bookings: spans.map(({ bookingId, to }) => ({ id: bookingId, version: to })),
  };
}
