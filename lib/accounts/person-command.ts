// What an administrator asks of a person, from a form.
import { invalidFields, type RequestError } from "../errors/request-error.ts";
import { cleanLine } from "../forms/clean-text.ts";
import type { PersonCommand } from "./person-rules.ts";
import { CENTRAL, STAFF_ROLES } from "./role.ts";

/** Longest reason of a block, in characters. */
const MAX_REASON = 200;

/** Reads it. Throws RequestError("invalid") for what no form of ours sends. */
export function readPersonCommand(fields: ReadonlyMap<string, string>): PersonCommand {
  const act = fields.get("act");
  switch (act) {
    case "grant":
    case "ungrant": {
      const role = STAFF_ROLES.find((one) => one === fields.get("role"));
      if (role === undefined) throw unknown("role");
      return { type: act, grant: { role, entity: CENTRAL } };
    }
    case "block":
      return { type: act, reason: cleanLine(fields.get("reason") ?? "").slice(0, MAX_REASON) };
    case "unblock":
      return { type: act };
    default:
      throw unknown("act");
  }
}

function unknown(field: string): RequestError {
  return invalidFields([{ field, code: "not-an-option" }]);
}
