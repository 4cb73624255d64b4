// The two addresses that the form of a trip asks while it is written: the start page carries these and no others.

/** Places that begin with what is typed. */
export function placesPath(query?: { q: string; locale?: string }): string {
  return withQuery("/api/places", query);
}

/** Prices of a trip. */
export function quotesPath(): string {
  return "/api/quotes";
}

/** A path with the parameters that say something. */
export function withQuery(path: string, query?: Record<string, string | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== "") search.set(name, value);
  }
  // A comma may stand in a query as it is, and lists are read more easily so.
  const text = search.toString().replaceAll("%2C", ",");
  return text === "" ? path : `${path}?${text}`;
}
