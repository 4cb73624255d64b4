// The error for handlers that return nothing useful.

/** The error for a handler or middleware that returned something else than a Response. */
export function notAResponse(result: unknown): TypeError {
  return new TypeError(
    `A handler or middleware returned ${describe(result)} instead of a Response`,
  );
}

function describe(value: unknown): string {
  return value === null || typeof value !== "object" ? String(value) : "an object";
}
