// Which of the two implementations of `fresh` a test runs on, and the one thing they answer differently.

/** True with the import map of deno.jsr.json. */
export const ON_ORIGINAL = !import.meta.resolve("fresh").includes("/lib/jsr/fresh/");

/** The original answers a wrong method on a file route as if there were no such address. */
export const WRONG_METHOD_STATUS = ON_ORIGINAL ? 404 : 405;
