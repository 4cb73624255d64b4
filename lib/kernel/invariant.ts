// Marks what can only be false through a fault of ours; such a fault answers 500 and is logged.

/** The error `invariant` throws; never caught by business code. */
export class InvariantError extends Error {
  override name = "InvariantError";
}

/** Throws InvariantError with `message` unless `condition` holds, and narrows its type. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}

/** Ends a `switch` over a closed union: the compiler rejects a forgotten case. */
export function unreachable(value: never): never {
  throw new InvariantError(`Unexpected case: ${JSON.stringify(value)}`);
}
