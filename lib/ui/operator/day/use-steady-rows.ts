// Holds the row being read in its place through every change that came from outside.
import { useLayoutEffect, useRef } from "preact/hooks";
import { type Place, placeBeingRead, restorePlace } from "./scroll-place.ts";

/**
 * `outside` counts the changes that came from outside. The place is taken while rendering, when the page
 * still is as it was, and given back before the page is painted.
 */
export function useSteadyRows(outside: number): void {
  const seen = useRef(outside);
  const place = useRef<Place | null>(null);
  if (seen.current !== outside) {
    seen.current = outside;
    place.current = placeBeingRead();
  }
  useLayoutEffect(() => {
    if (place.current !== null) restorePlace(place.current);
    place.current = null;
  });
}
