// A body against its schema; what does not fit is named, not guessed.
import type { z } from "zod";
import { invalidFields } from "../errors/request-error.ts";
import { shapeErrors } from "./invalid-fields.ts";
import { assertBodyWithoutPersonalNumber } from "./personal-number-guard.ts";

/** The parsed body. Throws RequestError("invalid") with every field that does not fit, or holds a personnummer. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  const result = schema.safeParse(body);
  if (!result.success) throw invalidFields(shapeErrors(result.error.issues, body));
  assertBodyWithoutPersonalNumber(result.data);
  return result.data;
}
