// Forms of signed-in operators.
import type { OperatorSession } from "../accounts/session.ts";
import { DomainError } from "../errors/domain-error.ts";
import type { State } from "./define.ts";
import { readPersonForm } from "./person-form.ts";
import type { AnsweredFields } from "./personal-number-guard.ts";

/** The operator of a request that the guard let through. */
export function operatorOf(state: State): OperatorSession {
  if (state.operator === null) throw new DomainError("not-signed-in");
  return state.operator;
}

/** The fields of an operator's form. Throws DomainError("token-invalid") without the session's form token. */
export async function readOperatorForm(
  state: State,
  req: Request,
  answered: AnsweredFields = [],
): Promise<Map<string, string>> {
  operatorOf(state);
  return await readPersonForm(state, req, answered);
}
