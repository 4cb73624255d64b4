// The few addresses that the form of a trip asks while it is written: the start page carries these and no others.

/** Addresses of the API; arguments are encoded. */
export const tripPaths = {
  places: (query?: { q: string; locale?: string }) => withQuery("/api/places", query),
  quotes: () => "/api/quotes",
} as const;

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
