// The linter that sees promises and what it needs; none is imported, so the lock file learns of them from here.

/** Reads the code and asks the next tool about types. */
export const LINTER = "npm:oxlint@1.94.0";
/** Knows types. */
export const TYPE_CHECKER = "npm:oxlint-tsgolint@7.0.2008";
/** The types of `node:` modules; Deno keeps its own to itself. */
export const TYPES = "npm:@types/node@24.19.2";

/** All of them. */
export const PROMISE_TOOLS: readonly string[] = [LINTER, TYPE_CHECKER, TYPES];
