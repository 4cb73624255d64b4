// What a sent form of the fleet comes to: it is done, or it comes back with why and with what was typed.
import type { OperatorSession } from "../accounts/session.ts";
import { invalidFields, RequestError } from "../errors/request-error.ts";
import { editFleet, type EditFleetDeps } from "./edit-fleet.ts";
import { mergedCells, seenCells, sentCells } from "./fleet-form.ts";
import type { FleetKind } from "./fleet-kinds.ts";
import { type FleetFormData, loadFleetForm } from "./fleet-page.ts";

/** Done, by the word the list says it in; or the form again. */
export type FleetAnswer =
  | { ok: true; done: "added" | "changed" | "ended" }
  | { ok: false; form: FleetFormData; status: 409 | 422 };

/** Who sent what. */
interface SentForm {
  operator: OperatorSession;
  kind: FleetKind;
  fields: ReadonlyMap<string, string>;
}

/** Adds one. */
export async function answerNewRow(
  deps: EditFleetDeps,
  { operator, kind, fields }: SentForm,
): Promise<FleetAnswer> {
  const typed = sentCells(kind, fields);
  const { operatorName } = operator;
  const done = await editFleet(deps, { kind, seen: null, typed, operatorName });
  if (done.ok) return { ok: true, done: "added" };
  const form = await loadFleetForm(deps, operator, kind, "", { ...done, values: typed });
  return { ok: false, form: found(form), status: 422 };
}

/** Changes or ends one. Throws RequestError: invalid without what the form showed, not-found. */
export async function answerRow(
  deps: EditFleetDeps,
  { operator, kind, fields, id }: SentForm & { id: string },
): Promise<FleetAnswer> {
  const seen = seenCells(fields.get("seen"));
  if (seen === null) throw invalidFields([{ field: "seen", code: "not-an-option" }]);
  const typed = { ...sentCells(kind, fields), id };
  const { operatorName } = operator;
  const done = await editFleet(deps, { kind, seen, typed, operatorName });
  if (done.ok) return { ok: true, done: done.isEnded ? "ended" : "changed" };
  const values = mergedCells(typed, seen, done.meanwhile);
  const form = await loadFleetForm(deps, operator, kind, id, { ...done, values });
  return { ok: false, form: found(form), status: done.problems.length > 0 ? 422 : 409 };
}

function found(form: FleetFormData | null): FleetFormData {
  if (form === null) throw new RequestError("not-found", {});
  return form;
}
