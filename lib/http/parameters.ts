// Names and values of a query or a form before anything reads them: each name once, so that no two readers of a request
// see different values, and none that JavaScript has a meaning of its own for.
import { RequestError } from "../errors/request-error.ts";

/** Most parameters of a query or a form; the largest form has under forty fields. */
export const MAX_PARAMETERS = 100;

/** Parameters that are lists: boxes of the board's view that can be ticked together. */
const LISTS: ReadonlySet<string> = new Set(["show", "cols"]);

/** What a name sets on every object there is, where somebody copies fields without looking. */
const MEANT_FOR_OBJECTS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Throws RequestError("too-many-fields"), "name-forbidden" or "name-repeated". */
export function assertParameters(search: URLSearchParams): void {
  if (search.size > MAX_PARAMETERS) throw tooManyFields(MAX_PARAMETERS);
  const seen = new Set<string>();
  for (const name of search.keys()) {
    assertName(name);
    if (seen.has(name) && !LISTS.has(name)) throw new RequestError("name-repeated", {});
    seen.add(name);
  }
}

/** Throws RequestError("name-forbidden"), also for a name that a parser of others' takes apart: `a[__proto__]`. */
export function assertName(name: string): void {
  const isForbidden = name.split(/[.[\]]/).some((part) => MEANT_FOR_OBJECTS.has(part.trim()));
  if (isForbidden) throw new RequestError("name-forbidden", {});
}

/** The refusal of a form, a query or a document with too much in it. */
export function tooManyFields(maxFields: number): RequestError {
  return new RequestError("too-many-fields", { maxFields });
}
