// A body against its schema; what does not fit is named, not guessed.
import { HttpError } from "fresh";
import type { z } from "zod";

/** The parsed body. Throws HttpError 422 whose message names the first field that does not fit. */
export function parseBody<Schema extends z.ZodType>(
  schema: Schema,
  body: unknown,
): z.output<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue?.path.join(".") || "body";
  throw new HttpError(422, `${field}: ${issue?.message ?? "invalid"}`);
}
