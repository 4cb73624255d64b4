// Forms of signed-in people: read with a bound, and only with the token of the session.
import { isFormToken } from "../accounts/form-token.ts";
import { FORM_TOKEN_FIELD } from "../accounts/form-token-names.ts";
import type { SignedInPerson } from "../accounts/session.ts";
import { DomainError } from "../errors/domain-error.ts";
import { readForm } from "./body.ts";
import type { AnsweredFields } from "./personal-number-guard.ts";
import type { State } from "./define.ts";

/** The person of a request that the guard let through. */
export function signedInOf(state: State): SignedInPerson {
  if (state.signedIn === null) throw new DomainError("not-signed-in");
  return state.signedIn;
}

/** The fields of a person's form. Throws DomainError("token-invalid") without the session's form token. */
export async function readPersonForm(
  state: State,
  req: Request,
  answered: AnsweredFields = [],
): Promise<Map<string, string>> {
  const fields = await readForm(req, answered);
  await assertFormToken(state, fields.get(FORM_TOKEN_FIELD));
  return fields;
}

/** Throws DomainError("token-invalid") unless `token` was made for the session of the request. */
export async function assertFormToken(state: State, token: unknown): Promise<void> {
  if (!await isFormToken(signedInOf(state).session, token)) throw new DomainError("token-invalid");
}
