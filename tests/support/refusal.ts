// How a test says that a rule must refuse: by its code, never by its text.
import assert from "node:assert/strict";
import { DomainError, type DomainErrorCode } from "../../lib/errors/domain-error.ts";

/** The refusal of a promise that must be refused with `code`; its details can be looked at. */
export async function refusal(
  promise: Promise<unknown>,
  code: DomainErrorCode,
): Promise<DomainError> {
  const error = await promise.then(
    () => assert.fail(`Not refused; expected ${code}`),
    (error: unknown) => error,
  );
  if (!(error instanceof DomainError)) throw error;
  assert.equal(error.code, code);
  return error;
}

/** Says whether something thrown is the refusal with `code`, for `assert.throws` and `assert.rejects`. */
export function refusedWith(code: DomainErrorCode): (error: unknown) => boolean {
  return (error) => error instanceof DomainError && error.code === code;
}
