// The headers of requests that are read, each with its schema. Nothing else reads one: tests/http/inputs_test.ts.
import { z } from "zod";

/** The server bounds all headers together; a schema bounds those that are kept or looked through. */
const anything = z.string();

/** By name, in lower case. */
export const HEADER_INPUTS = {
  accept: z.string().max(1_000),
  "accept-encoding": z.string().max(1_000),
  // Whether it is there decides.
  authorization: anything,
  // Set by a cache in front, lib/http/edge-language.ts.
  "avanti-language": z.string().max(20),
  // Three whose being there decides already: none of them may look absent because it is strange.
  "content-length": anything,
  "transfer-encoding": anything,
  origin: anything,
  "content-type": z.string().max(300),
  cookie: anything,
  "idempotency-key": anything,
  // What is not looked through is not known, and the answer comes whole.
  "if-none-match": z.string().max(2_000),
  "last-event-id": z.string().max(200),
  referer: z.string().max(8_192),
  // What no browser says is what another site would say.
  "sec-fetch-site": z.enum(["same-origin", "same-site", "cross-site", "none"]).catch("cross-site"),
  // As many signatures as secrets, of 64 letters each.
  "stripe-signature": z.string().max(2_000),
  "user-agent": z.string().transform((text) => text.slice(0, 500)),
  "x-avanti-form-token": z.string().max(200),
  "x-forwarded-for": anything,
} as const satisfies Readonly<Record<string, z.ZodType<string>>>;

/** A header that may be read. */
export type HeaderInput = keyof typeof HEADER_INPUTS;

/** The header as its schema has it; null when it is not there or is nothing that its schema takes. */
export function readHeader(headers: Headers, name: HeaderInput): string | null {
  const value = headers.get(name);
  if (value === null) return null;
  const result = HEADER_INPUTS[name].safeParse(value);
  return result.success ? result.data : null;
}
