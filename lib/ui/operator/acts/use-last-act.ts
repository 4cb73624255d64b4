// Sends what an operator does, remembers the last act, and takes it back.
import { useEffect, useReducer, useRef } from "preact/hooks";
import type { BookingView } from "../../../board/booking-view.ts";
import type { OperatorCommandInput } from "../../../board/operator-command.ts";
import type { BookingId } from "../../../booking/booking.ts";
import { type Answer, sendCommand, undoAct } from "../live/board-api.ts";
import { type DoneAct, type LastAct, nextAct } from "./last-act.ts";

/** How often the seconds are counted, in milliseconds. */
const TICK_MS = 1_000;

/** Sends a command; the answer is the booking after it. */
export type Perform = (
  id: BookingId,
  command: OperatorCommandInput,
) => Promise<Answer<BookingView>>;

/** The last act and what can be done with it. */
export interface LiveAct {
  last: LastAct;
  perform: Perform;
  /** Hears of an act that was sent elsewhere; the time is when it was sent, of this browser's clock. */
  did(done: DoneAct, sentMs: number): void;
  /** Takes the last act back; nothing where there is none. */
  undo(): void;
  hide(): void;
}

/** Starts with no act. `onUndone` hears of each booking as it is again. */
export function useLastAct(
  formToken: string,
  onUndone: (view: BookingView) => void,
): LiveAct {
  const [last, happen] = useReducer(nextAct, { kind: "none" });
  const heard = useRef(onUndone);
  heard.current = onUndone;
  const isCounting = last.kind === "done" || last.kind === "undone";
  useEffect(() => {
    if (!isCounting) return;
    const timer = setInterval(() => happen({ type: "ticked", nowMs: Date.now() }), TICK_MS);
    return () => clearInterval(timer);
  }, [isCounting]);
  const did = (done: DoneAct, sentMs: number) => happen({ type: "did", done, sentMs });
  const perform: Perform = async (id, command) => {
    const sentMs = Date.now();
    const answer = await sendCommand(id, command, formToken);
    if (answer.ok) {
      const { act, vehicleId } = answer.value;
      did({ act, vehicleId }, sentMs);
    }
    return answer;
  };
  const undo = async () => {
    if (last.kind !== "done") return;
    const { id } = last.done.act;
    happen({ type: "undo" });
    const answer = await undoAct(id, formToken);
    if (!answer.ok) return happen({ type: "refused", id, problem: answer.problem });
    happen({ type: "undone", id, nowMs: Date.now() });
    for (const view of answer.value.bookings) if (view !== null) heard.current(view);
  };
  return { last, perform, did, undo: () => void undo(), hide: () => happen({ type: "hidden" }) };
}
