// The name of the browser's database for what is kept beyond a tab, by which it is known whether there is any.

/** The name; the worker has the same. */
export const KEPT_DATABASE = "avanti-kept";
