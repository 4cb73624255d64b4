// A sheet asked for by the board's script: the page's own address, answered in data.
import type { ActView } from "../../../board/act-view.ts";
import type { BookingView } from "../../../board/booking-view.ts";
import type { ActionProblem } from "../../../board/operator-action.ts";
import type { SheetView } from "./sheet-view.ts";

/** An act that was done, and its bookings after it: the one to open is the last. */
export interface DoneSheet {
  act: ActView;
  bookings: (BookingView | null)[];
}

/** The sheet as it is now, what was done, or why nothing came back. */
export type SheetReply =
  | { kind: "sheet"; sheet: SheetView }
  | { kind: "done"; done: DoneSheet }
  | { kind: "failed"; problem: ActionProblem };

/** Longest wait for an answer, in ms. */
const TIMEOUT_MS = 8_000;

/** Asks at `address`; with `fields` it sends them. Never throws; an aborted question fails. */
export async function askSheet(
  address: string,
  fields: URLSearchParams | null,
  signal: AbortSignal,
): Promise<SheetReply> {
  try {
    const response = await fetch(address, {
      ...(fields === null ? {} : { method: "POST", body: fields }),
      headers: { accept: "application/json" },
      credentials: "same-origin",
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (!response.headers.get("content-type")?.startsWith("application/json")) {
      return { kind: "failed", problem: problemOf(response.status) };
    }
    const answer = await response.json();
    return "sheet" in answer
      ? { kind: "sheet", sheet: answer.sheet }
      : { kind: "done", done: answer };
  } catch {
    // Nobody answered, or the question was taken back.
    return { kind: "failed", problem: "offline" };
  }
}

/** What a refused page means: the words are the board's. */
function problemOf(status: number): ActionProblem {
  switch (status) {
    case 401:
      return "not-signed-in";
    case 403:
      return "token-invalid";
    case 404:
      return "booking-not-found";
    case 409:
      return "booking-state";
    default:
      return "other";
  }
}
