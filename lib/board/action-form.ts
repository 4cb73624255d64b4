// An action form's fields as a command, or what is wrong with them: read once, by the browser before it
// asks and by the server for a form that was sent without script.
import type { MissedEvent } from "../booking/booking-version.ts";
import { MAX_REASON_LENGTH } from "../booking/booking.ts";
import { type Fault, FAULTS } from "../fees/fault.ts";
import { cleanLine, plainLine } from "../forms/clean-text.ts";
import type { ActionDraft, ActionProblem, OperatorAction } from "./operator-action.ts";
import type { OperatorCommandInput } from "./operator-command.ts";

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
  const refuse = (problem: ActionProblem): ActionFormReading => {
    return { ok: false, draft: draftOf(action, fields, problem) };
  };
  const expectedVersion = Number(fields.get("expectedVersion"));
  if (!Number.isSafeInteger(expectedVersion) || expectedVersion < 1) return refuse("other");
  if (action === "assign") {
    const driverId = fields.get("driverId") ?? "";
    if (driverId === "") return refuse("driver-missing");
    const typed = fields.get("override");
    if (typed === undefined) {
      return { ok: true, command: { type: action, expectedVersion, driverId } };
    }
    const override = cleanLine(typed);
    if (override === "" || override.length > MAX_REASON_LENGTH) return refuse("reason-missing");
    return { ok: true, command: { type: action, expectedVersion, driverId, override } };
  }
  if (action !== "unassign" && action !== "cancel") {
    const confirmed = fields.get("confirmed") === "yes" ? { confirmed: true } : {};
    return { ok: true, command: { type: action, expectedVersion, ...confirmed } };
  }
  const reason = cleanLine(fields.get("reason") ?? "");
  if (reason === "" || reason.length > MAX_REASON_LENGTH) return refuse("reason-missing");
  if (action === "unassign") {
    return { ok: true, command: { type: action, expectedVersion, reason } };
  }
  const fault = FAULTS.find((one) => one === fields.get("fault"));
  const feeOre = decidedFee(fields, fault);
  if (feeOre === null || feeOre > totalOre) return refuse("fee-invalid");
  const said = fault === undefined ? {} : { fault };
  return { ok: true, command: { type: action, expectedVersion, reason, feeOre, ...said } };
}

/** The draft of a form that was refused: what was typed stays, and what somebody else did first stands beside it. */
export function draftOf(
  action: OperatorAction,
  fields: ReadonlyMap<string, string>,
  problem: ActionProblem,
  since: readonly MissedEvent[] = [],
): ActionDraft {
  return {
    action,
    problem,
    since,
    driverId: fields.get("driverId") ?? "",
    reason: fields.get("reason") ?? "",
    fault: fields.get("fault") ?? "",
    fee: fields.get("fee") ?? "",
  };
}

/** What was typed; left empty, what the form showed of the chosen fault, so that what is charged is what was seen. */
function decidedFee(fields: ReadonlyMap<string, string>, fault: Fault | undefined): number | null {
  const typed = fields.get("fee") ?? "";
  if (fault === undefined || cleanLine(typed) !== "") return oreIn(typed);
  const shown = fields.get(shownFeeField(fault)) ?? "";
  return /^\d{1,9}$/.test(shown) ? Number(shown) : null;
}

/** The field that says, in öre, which fee the form shows of a fault. */
export function shownFeeField(fault: Fault): string {
  return `feeOf-${fault}`;
}

/** Öre of an amount in kronor as people write it (`120`, `120,50`), or null. */
export function oreIn(text: string): number | null {
  const match = /^(\d{1,6})(?:[.,](\d{1,2}))?$/.exec(plainLine(text).replace(/\s/g, ""));
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}
