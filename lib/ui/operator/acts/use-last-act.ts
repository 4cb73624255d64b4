// Sends what an operator does, remembers the last act, and takes it back.
import { useEffect, useReducer, useRef } from "preact/hooks";
import type { BookingView } from "../../../board/booking-view.ts";
import type { PageAct } from "../../../board/page-act.ts";
import type { OperatorCommandInput } from "../../../board/operator-command.ts";
import type { BookingId } from "../../../booking/booking.ts";
import { type Answer, sendCommand, undoAct } from "../live/board-api.ts";
import { actIds, type DoneAct, firstAct, type LastAct, nextAct } from "./last-act.ts";

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
  /** Remembers what was done by another way than `perform`; `sentMs` is when it was sent. */
  did(done: DoneAct, sentMs: number): void;
  /** Takes the last act back; nothing where there is none. */
  undo(): void;
  hide(): void;
}

/** The act a page was told of by its address, and the server's clock as it was drawn. */
export interface FirstAct {
  act: PageAct;
  nowMs: number;
}

const NO_ACT: FirstAct = { act: { kind: "none" }, nowMs: 0 };

/** Starts with what the page says. `onUndone` hears of each booking as it is again. */
export function useLastAct(
  formToken: string,
  onUndone: (view: BookingView) => void,
  { act, nowMs }: FirstAct = NO_ACT,
): LiveAct {
  const [last, happen] = useReducer(nextAct, firstAct(act, nowMs));
  useEffect(() => {
    // The page was drawn after it was asked for: counted from then, no second is promised that is over.
    happen({ type: "woke", aheadMs: performance.timeOrigin - nowMs });
  }, []);
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
      did({ act, vehicleId, more: [] }, sentMs);
    }
    return answer;
  };
  const undo = async () => {
    if (last.kind !== "done") return;
    const { done } = last;
    happen({ type: "undo" });
    // All at once: each has its own seconds, which run out while one waits for another.
    const answers = await Promise.all(actIds(done).map((id) => undoAct(id, formToken)));
    const refused = answers.find((answer) => !answer.ok) ?? null;
    const undone = answers.flatMap((answer) => answer.ok ? [answer.value] : []);
    happen({
      ...{ type: "answered", id: done.act.id, undone: undone.length, nowMs: Date.now() },
      refused: refused && { problem: refused.problem, since: refused.since },
    });
    for (const { bookings } of undone) {
      for (const view of bookings) if (view !== null) heard.current(view);
    }
  };
  return { last, perform, did, undo: () => void undo(), hide: () => happen({ type: "hidden" }) };
}
