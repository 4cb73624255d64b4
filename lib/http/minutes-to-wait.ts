// How a page answers that somebody tried too often: with how long to wait, as people and programs read it.
import { DomainError } from "../errors/domain-error.ts";
import { statusOf } from "./error-status.ts";

/** Minutes to wait and what the answer says of itself. Throws whatever is no refusal of that kind. */
export function minutesToWait(
  error: unknown,
): { minutes: number; init: { status: number; headers: HeadersInit } } {
  if (!(error instanceof DomainError) || error.code !== "too-many-tries") throw error;
  const seconds = Number(error.details.retryAfterSeconds);
  const headers = { "retry-after": String(seconds) };
  return { minutes: Math.ceil(seconds / 60), init: { status: statusOf(error.code), headers } };
}
