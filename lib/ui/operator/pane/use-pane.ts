// The chosen booking: fetched when chosen, fetched again when it changed, changed by the forms.
import { useEffect, useRef, useState } from "preact/hooks";
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import type { Perform } from "../acts/use-last-act.ts";
import { fetchBooking } from "../live/board-api.ts";
import { draftOf, readActionForm } from "../../../board/action-form.ts";
import { type ActionDraft, parseOperatorAction } from "../../../board/operator-action.ts";
import { chosenId, type PaneState } from "../../../board/pane-state.ts";

/** The pane and what can be done with it. */
export interface LivePane {
  pane: PaneState;
  choose(id: BookingId | null): void;
  /** Sends an action form; what was typed stays when it is refused. */
  send(form: HTMLFormElement): Promise<void>;
  /** Hears of a live change. */
  changed(summary: BookingSummary): void;
}

/** Starts with what the server drew. */
export function usePane(first: PaneState, perform: Perform): LivePane {
  const [pane, setPane] = useState(first);
  /** The pane as it is now, also for answers that arrive later. */
  const now = useRef(pane);
  const show = (next: PaneState) => {
    now.current = next;
    setPane(next);
  };
  const load = async (id: BookingId) => {
    const answer = await fetchBooking(id);
    const current = now.current;
    if (chosenId(current) !== id) return;
    if (!answer.ok) {
      // A booking that is shown stays shown; the heading says that contact is lost.
      if (current.kind === "shown" && answer.status === 0) return;
      return show({ kind: answer.status === 404 ? "missing" : "failed", id });
    }
    const kept = current.kind === "shown" ? current : { draft: null, round: 0 };
    show({ kind: "shown", view: answer.value, draft: kept.draft, round: kept.round });
  };
  const choose = (id: BookingId | null) => {
    if (id === null) return show({ kind: "none" });
    if (chosenId(now.current) !== id) show({ kind: "loading", id });
    void load(id);
  };
  const send = async (form: HTMLFormElement) => {
    const current = now.current;
    const action = parseOperatorAction(form.dataset["action"] ?? "");
    if (current.kind !== "shown" || action === null || form.ariaBusy === "true") return;
    const { view } = current;
    const fields = new Map([...new FormData(form)].map(([name, text]) => [name, String(text)]));
    const refuse = (draft: ActionDraft) => {
      show({ ...current, draft });
      if (draft.problem !== "offline") void load(view.id);
    };
    const reading = readActionForm(action, fields, view.totalOre);
    if (!reading.ok) return refuse(reading.draft);
    form.ariaBusy = "true";
    const answer = await perform(view.id, reading.command);
    form.ariaBusy = null;
    if (chosenId(now.current) !== view.id) return;
    if (!answer.ok) return refuse(draftOf(action, fields, answer.problem, answer.since));
    show({ kind: "shown", view: answer.value, draft: null, round: current.round + 1 });
  };
  const round = pane.kind === "shown" ? pane.round : 0;
  // The button that was pressed is gone now: the heading takes the focus.
  useEffect(() => {
    if (round > 0) document.getElementById("booking-title")?.focus();
  }, [round]);
  return {
    pane,
    choose,
    send,
    changed: (summary) => {
      const current = now.current;
      if (chosenId(current) !== summary.id) return;
      if (current.kind === "shown" && current.view.version >= summary.version) return;
      void load(summary.id);
    },
  };
}
