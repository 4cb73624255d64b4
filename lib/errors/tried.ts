// What was tried after a failure, kept with it: whoever takes the failure down says it along.

const triedAfter = new WeakMap<object, string>();

/** Remembers what was tried, in a few words: `call service-unavailable, retry ok`. */
export function rememberTried(error: unknown, words: string): void {
  if (typeof error === "object" && error !== null) triedAfter.set(error, words);
}

/** What was tried after a failure, "" when nothing was. */
export function triedOf(error: unknown): string {
  return typeof error === "object" && error !== null ? triedAfter.get(error) ?? "" : "";
}
