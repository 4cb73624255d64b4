// The timeline's questions to the server: the cars for a trip, a move, and taking it back.
import { FORM_TOKEN_HEADER } from "../../../accounts/form-token-names.ts";
import type { OperatorCommandInput } from "../../../board/operator-command.ts";
import { paths } from "../../../kernel/paths.ts";
import type { Missed, MoveCandidate } from "./moving.ts";

/** What a move was answered with. */
export type MoveAnswer =
  | { ok: true; actId: string; undoUntilMs: number }
  | { ok: false; code: string; detail: string; since: readonly Missed[] };

/** The cars for a trip, or null when nobody answers. */
export async function fetchCandidates(id: string): Promise<readonly MoveCandidate[] | null> {
  try {
    const response = await fetch(paths.api.adminCandidates(id));
    return response.ok ? (await response.json()).candidates : null;
  } catch {
    return null;
  }
}

/** Moves a trip. */
export async function sendMove(
  id: string,
  command: OperatorCommandInput,
  formToken: string,
): Promise<MoveAnswer> {
  return await post(paths.api.adminBookingCommands(id), command, formToken);
}

/** Takes a move back. */
export async function sendUndo(actId: string, formToken: string): Promise<MoveAnswer> {
  return await post(paths.api.adminAct(actId), { type: "undo" }, formToken);
}

async function post(url: string, body: unknown, formToken: string): Promise<MoveAnswer> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", [FORM_TOKEN_HEADER]: formToken },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (response.ok) {
      const { id, undoUntil } = answer.act;
      return { ok: true, actId: id, undoUntilMs: Date.parse(undoUntil) };
    }
    const { code = "", detail = "", since = [] } = answer;
    return { ok: false, code, detail, since };
  } catch {
    // A fetch that throws reached nobody, and an answer that is no JSON is not the product's.
    return { ok: false, code: "offline", detail: "", since: [] };
  }
}
