// An action form's fields as a command, or which field is wrong.
import {
  type ActionDraft,
  type ActionProblem,
  type OperatorAction,
  oreIn,
} from "./operator-action.ts";
import { operatorCommand, type OperatorCommandInput } from "./operator-command.ts";

/** A command, or the form again with its problem. */
export type ActionFormReading =
  | { ok: true; command: OperatorCommandInput }
  | { ok: false; draft: ActionDraft };

/** Reads the form of `action`. `totalOre` bounds the fee. */
export function readActionForm(
  action: OperatorAction,
  fields: ReadonlyMap<string, string>,
  totalOre: number,
): ActionFormReading {
  const feeOre = oreIn(fields.get("fee") ?? "");
  if (action === "cancel" && (feeOre === null || feeOre > totalOre)) {
    return { ok: false, draft: draftOf(action, fields, "fee-invalid") };
  }
  const result = operatorCommand.safeParse({
    type: action,
    expectedVersion: Number(fields.get("expectedVersion")),
    driverId: fields.get("driverId") ?? "",
    reason: fields.get("reason") ?? "",
    feeOre,
  });
  if (result.success) return { ok: true, command: result.data };
  return { ok: false, draft: draftOf(action, fields, problemOf(result.error.issues[0]?.path[0])) };
}

/** The draft of a form that was refused: what was typed stays. */
export function draftOf(
  action: OperatorAction,
  fields: ReadonlyMap<string, string>,
  problem: ActionProblem,
): ActionDraft {
  return {
    action,
    problem,
    driverId: fields.get("driverId") ?? "",
    reason: fields.get("reason") ?? "",
    fee: fields.get("fee") ?? "",
  };
}

function problemOf(field: PropertyKey | undefined): ActionProblem {
  if (field === "driverId") return "driver-missing";
  if (field === "reason") return "reason-missing";
  return "other";
}
