// The route as a quote keeps it: the same trip, with a line short enough to store.
import { decodePolyline, encodePolyline } from "../places/polyline.ts";
import type { Route } from "../routing/route.ts";

/** Most characters of a stored line, about 1 200 points. KV takes 64 KB a value; Malmö–Kiruna in full is more. */
export const MAX_QUOTED_LINE = 6_000;

/** The route; of a longer line every second point is left out, its ends never, until it fits. */
export function quotedRoute(route: Route): Route {
  if (route.geometry.length <= MAX_QUOTED_LINE) return route;
  let points = decodePolyline(route.geometry);
  let geometry = route.geometry;
  // Each round halves the points, so this ends: two points take 40 characters at most.
  while (geometry.length > MAX_QUOTED_LINE) {
    const last = points.length - 1;
    points = points.filter((_, i) => i % 2 === 0 || i === last);
    geometry = encodePolyline(points);
  }
  return { ...route, geometry };
}
