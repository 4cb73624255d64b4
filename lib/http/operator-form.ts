// Forms of signed-in operators: read with a bound, and only with the token of the session.
import { FORM_TOKEN_FIELD, isFormToken } from "../accounts/form-token.ts";
import type { OperatorSession } from "../accounts/session.ts";
import { DomainError } from "../errors/domain-error.ts";
import { readForm } from "./body.ts";
import type { State } from "./define.ts";

/** The operator of a request that the guard let through. */
export function operatorOf(state: State): OperatorSession {
  if (state.operator === null) throw new DomainError("not-signed-in");
  return state.operator;
}

/** The fields of an operator's form. Throws DomainError("token-invalid") without the session's form token. */
export async function readOperatorForm(state: State, req: Request): Promise<Map<string, string>> {
  const operator = operatorOf(state);
  const fields = await readForm(req);
  if (!await isFormToken(operator, fields.get(FORM_TOKEN_FIELD))) {
    throw new DomainError("token-invalid");
  }
  return fields;
}
