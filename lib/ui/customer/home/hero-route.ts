// The way on the home page's map: Berzeliigatan to Redbergsvägen, taken from our road network and
// drawn in the window of static/map/gothenburg-hero.svg (see scripts/data/base-map.ts).

/** The window both drawings share. */
export const HERO_VIEW_BOX = "0 0 1360 1046";

/** SVG path and the points where it starts and ends. */
export const HERO_ROUTE = {
  start: [858, 686],
  end: [1140, 210],
  path:
    "M858 686l34.5 23 4.5 4.5 4.5 3.5 9.5 8 3 1 3-1 3-5.5 -1-5.5 1.5-6 3-2 23.5-5 12.5-1 14.5-2.5 16.5-4 3.5-1 5.5-1 11.5-0.5 9.5-1 7.5-1 5-1 4-0.5 8-1 2.5-2 3.5-0.5 2-2.5 -0.5-6 -2.5-5 -3.5-3.5 -4-2.5 -2.5-2.5 -1.5-3.5 -4-23.5 -6-78 0-16.5 1.5-13.5 2-16.5 2.5-16 3.5-25.5 9-56 7-37 1.5-6 5-28 1.5-16 -0.5-7.5 -1-7.5 -2-8 -3.5-7.5 -2.5-4.5 -11-12 -2.5-5 -5-7.5 -3.5-7 -1.5-9 0-5.5 1.5-5.5 3.5-6 9-2.5 14-4 10-3.5 11-3 19.5-3 42.5-7.5",
} as const;
