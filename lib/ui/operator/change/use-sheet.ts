// The sheet over the board: which one is open, what it says, and what becomes of it.
import type { FunctionComponent } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ActionProblem } from "../../../board/operator-action.ts";
import type { SheetKind } from "../../../board/sheet/sheet-kind.ts";
import type { BookingId, BookingSummary } from "../../../booking/booking.ts";
import { paths } from "../../../kernel/paths.ts";
import type { LiveAct } from "../acts/use-last-act.ts";
import type { SheetProps } from "./Sheet.tsx";
import { askSheet, type DoneSheet } from "./sheet-api.ts";
import type { SheetView } from "./sheet-view.ts";
import { SheetWriter } from "./sheet-writer.ts";

/** What the dialog shows; `round` counts how often its fields began afresh. */
export type SheetState =
  | { kind: "closed" }
  | { kind: "opening" }
  | {
    kind: "open";
    view: SheetView;
    round: number;
    isBusy: boolean;
    problem: ActionProblem | null;
    Sheet: FunctionComponent<SheetProps>;
  }
  | { kind: "failed"; problem: ActionProblem };

/** The sheet and what can be done with it. */
export interface LiveSheet {
  state: SheetState;
  open(id: BookingId, kind: SheetKind): void;
  writer: SheetWriter;
  /** Closes it; words in `form` are kept for who opens it again. */
  close(form: HTMLFormElement | null): void;
}

/** Starts closed. `onDone` hears what was done. */
export function useSheet(onDone: (done: DoneSheet, sentMs: number) => void): LiveSheet {
  const [state, setState] = useState<SheetState>({ kind: "closed" });
  const heard = useRef(onDone);
  heard.current = onDone;
  const drawn = useRef<FunctionComponent<SheetProps>>();
  const made = useRef<SheetWriter>();
  const writer = made.current ??= new SheetWriter({
    ask: askSheet,
    busy: (isBusy) => setState((now) => now.kind === "open" ? { ...now, isBusy } : now),
    show: (view, isAnew) =>
      setState((now) => {
        const round = (now.kind === "open" ? now.round : 0) + (isAnew ? 1 : 0);
        const { current: Sheet } = drawn;
        if (Sheet === undefined || now.kind === "closed") return now;
        return { kind: "open", view, round, isBusy: false, problem: null, Sheet };
      }),
    fail: (problem) =>
      setState((now) => now.kind === "open" ? { ...now, problem } : { kind: "failed", problem }),
    done: (done, sentMs) => {
      setState({ kind: "closed" });
      heard.current(done, sentMs);
    },
    now: () => Date.now(),
    setTimer: (run, ms) => setTimeout(run, ms),
    clearTimer: (timer) => clearTimeout(timer),
  });
  useEffect(() => () => writer.stop(), []);
  return {
    state,
    writer,
    open: (id, kind) => {
      setState({ kind: "opening" });
      const address = paths.adminSheet(id, kind);
      void loadSheet().then((Sheet) => {
        // Without its script the sheet is a page.
        if (Sheet === null) return location.assign(address);
        drawn.current = Sheet;
        void writer.open(address);
      });
    },
    close: (form) => {
      writer.leave(form === null ? null : sheetFields(form));
      setState({ kind: "closed" });
    },
  };
}

/** Tells the board what was done: the act, which can be undone, and its bookings; the last one is opened. */
export function tellBoard(
  { act, bookings }: DoneSheet,
  sentMs: number,
  board: {
    did: LiveAct["did"];
    hear(summary: BookingSummary): void;
    open(id: BookingId): void;
  },
): void {
  const done = bookings.filter((view) => view !== null);
  const last = done.at(-1);
  if (last === undefined) return;
  board.did({ act, vehicleId: last.vehicleId, more: [] }, sentMs);
  for (const { row } of done) board.hear(row);
  board.open(last.id);
}

/** What stands in a sheet, as it is sent. */
export function sheetFields(
  form: HTMLFormElement,
  submitter: HTMLElement | null = null,
): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") fields.append(name, value);
  }
  if (submitter instanceof HTMLButtonElement && submitter.name === "instead") {
    fields.set("instead", submitter.value);
  }
  return fields;
}

/** The sheet's own code is loaded with the first one that is opened. */
async function loadSheet(): Promise<FunctionComponent<SheetProps> | null> {
  try {
    return (await import("./Sheet.tsx")).Sheet;
  } catch {
    return null;
  }
}
