// The key a client chooses for one wish, the same on every try of it.
import { readHeader } from "../forms/header-inputs.ts";
import { RequestError } from "../errors/request-error.ts";

/** The header it comes in. */
export const IDEMPOTENCY_HEADER = "Idempotency-Key";
/** Longest key, as Stripe has it. */
const MAX_KEY = 255;

/** The key of a request, or null without one. Throws RequestError("idempotency-key-too-long"). */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = readHeader(headers, "idempotency-key") ?? "";
  if (key.length > MAX_KEY) {
    const facts = { header: IDEMPOTENCY_HEADER, maxCharacters: MAX_KEY };
    throw new RequestError("idempotency-key-too-long", facts);
  }
  return key === "" ? null : key;
}
