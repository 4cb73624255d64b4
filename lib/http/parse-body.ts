// A body against its schema; what does not fit is named, not guessed.
import type { z } from "zod";
import { invalidFields } from "../errors/request-error.ts";
import { shapeErrors } from "./invalid-fields.ts";

/** The parsed body. Throws RequestError("invalid") with every field that does not fit. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  throw invalidFields(shapeErrors(result.error.issues, body));
}
