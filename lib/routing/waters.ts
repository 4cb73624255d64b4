// Waters a road must go round: a line drawn along each, and the bridges, ferries and shores where one gets across.
import type { Point } from "../places/place.ts";

/** Where one gets to the other side. */
export interface Pass {
  /** The bridge, the ferry or the place at the shore. */
  name: string;
  /** Points the road goes by, latitude and longitude, from one side to the other; either way round. */
  by: readonly LatLng[];
  /** Crossing and the usual wait by day. */
  ferryMinutes?: number;
}

/** A water: who crosses its line must take one of its passes. */
export interface Water {
  name: string;
  line: readonly LatLng[];
  /** None where we know no way to drive. */
  passes: readonly Pass[];
}

type LatLng = readonly [lat: number, lng: number];

/** Drawn by hand; the line of an island with one way to it is its shore, open towards the sea. */
export const WATERS: readonly Water[] = [
  {
    name: "Vättern",
    line: [[57.805, 14.2], [58.04, 14.28], [58.3, 14.5], [58.55, 14.78], [58.86, 14.93]],
    passes: [
      { name: "Jönköping", by: [[57.782, 14.19]] },
      { name: "Askersund", by: [[58.88, 14.91]] },
    ],
  },
  {
    name: "Visingsö",
    line: [[57.95, 14.3], [58.02, 14.42], [58.1, 14.42], [58.13, 14.4], [58.1, 14.3], [
      57.95,
      14.3,
    ]],
    passes: [{
      name: "färjan Gränna–Visingsö",
      by: [[58.03, 14.46], [58.03, 14.36]],
      ferryMinutes: 55,
    }],
  },
  {
    name: "Vänern",
    line: [[58.4, 12.4], [58.7, 12.9], [58.95, 13.4], [59.25, 13.9]],
    passes: [
      { name: "Dalbobron, Vänersborg", by: [[58.372, 12.31]] },
      { name: "Kristinehamn", by: [[59.31, 14.1]] },
    ],
  },
  {
    name: "Nordre älv och fjordarna söder om Marstrand",
    line: [[57.8, 11.5], [57.8, 11.75], [57.855, 11.93]],
    passes: [{ name: "Kungälv", by: [[57.865, 11.99]] }],
  },
  {
    name: "Björköfjorden",
    line: [[57.62, 11.6], [57.68, 11.685], [57.72, 11.685], [57.78, 11.66], [57.79, 11.5]],
    passes: [{
      name: "färjan Lilla Varholmen–Hönö Pinan",
      by: [[57.709, 11.703], [57.7, 11.662]],
      ferryMinutes: 25,
    }],
  },
  {
    name: "Gullmarn",
    line: [[58.2, 11.36], [58.262, 11.445], [58.298, 11.546], [58.38, 11.62], [58.43, 11.65]],
    passes: [
      {
        name: "färjan Finnsbo–Skår",
        by: [[58.317, 11.475], [58.299, 11.536], [58.296, 11.556], [58.268, 11.53]],
        ferryMinutes: 20,
      },
      { name: "Munkedal", by: [[58.47, 11.68]] },
    ],
  },
  {
    name: "sunden öster och norr om Tjörn och Orust",
    line: [
      [57.95, 11.6],
      [58.05, 11.79],
      [58.12, 11.82],
      [58.2, 11.84],
      [58.25, 11.74],
      [58.27, 11.6],
      [58.2, 11.4],
    ],
    passes: [
      { name: "Tjörnbron", by: [[58.06, 11.793]] },
      { name: "Nötesundsbron", by: [[58.244, 11.75]] },
      { name: "färjan Kolhättan–Svanesund", by: [[58.147, 11.835]], ferryMinutes: 15 },
    ],
  },
  {
    name: "Stora Värtan och Askrikefjärden",
    line: [[59.37, 18.5], [59.378, 18.3], [59.39, 18.15], [59.425, 18.085]],
    passes: [
      { name: "Arninge", by: [[59.46, 18.14]] },
      {
        name: "färjorna över Kodjupet och Oxdjupet",
        by: [[59.403, 18.36], [59.4, 18.42], [59.395, 18.44]],
        ferryMinutes: 25,
      },
    ],
  },
  {
    name: "Lule älv",
    line: [[65.61, 21.98], [65.585, 22.08], [65.572, 22.15], [65.52, 22.25], [65.48, 22.4]],
    passes: [{ name: "Bergnäsbron", by: [[65.577, 22.13], [65.56, 22.09]] }],
  },
  {
    name: "Öregrundsgrepen",
    line: [[60.45, 18.25], [60.36, 18.43], [60.33, 18.47], [60.25, 18.62], [60.18, 18.75]],
    passes: [{
      name: "färjan Öregrund–Gräsö",
      by: [[60.342, 18.447], [60.347, 18.47]],
      ferryMinutes: 15,
    }],
  },
  {
    name: "Fårösund",
    line: [[57.95, 18.93], [57.88, 19.04], [57.868, 19.075], [57.84, 19.15], [57.8, 19.3]],
    passes: [{
      name: "färjan Fårösund–Broa",
      by: [[57.866, 19.06], [57.873, 19.09]],
      ferryMinutes: 20,
    }],
  },
  {
    name: "Ornö",
    line: [[58.98, 18.38], [59.1, 18.42], [59.105, 18.5], [58.98, 18.53], [58.98, 18.38]],
    passes: [],
  },
];

/** A way in straight legs, and how long its ferries take. */
export interface WayRound {
  points: Point[];
  ferrySeconds: number;
}

/** No trip in Sweden crosses more of these waters than this. */
const MAX_WATERS = 4;
/** What a second on a ferry weighs against metres driven, when there is a choice. */
const METERS_PER_FERRY_SECOND = 15;

/** The shortest way over known passes; undefined when a water lies between that has none. */
export function wayRound(
  from: Point,
  to: Point,
  metersOf: (points: Point[]) => number,
): WayRound | undefined {
  return legs(from, to, WATERS, MAX_WATERS);

  function legs(a: Point, b: Point, waters: readonly Water[], depth: number): WayRound | undefined {
    const water = waters.find(({ line }) => crosses(line, a, b));
    if (!water) return { points: [a, b], ferrySeconds: 0 };
    if (depth === 0) return undefined;
    const rest = waters.filter((other) => other !== water);
    let best: WayRound | undefined;
    for (const pass of water.passes) {
      const way = over(a, b, pass, (p, q) => legs(p, q, rest, depth - 1));
      if (way && (!best || weigh(way) < weigh(best))) best = way;
    }
    return best;
  }

  function over(a: Point, b: Point, pass: Pass, leg: (a: Point, b: Point) => WayRound | undefined) {
    const by = pass.by.map(([lat, lng]) => ({ lat, lng }));
    const isForward = metersOf([a, ...by, b]) <= metersOf([a, ...by.toReversed(), b]);
    const chain = isForward ? by : by.toReversed();
    const [before, after] = [leg(a, chain[0]!), leg(chain.at(-1)!, b)];
    if (!before || !after) return undefined;
    return {
      points: [
        ...before.points,
        ...chain.slice(1, -1),
        ...after.points.slice(chain.length > 1 ? 0 : 1),
      ],
      ferrySeconds: before.ferrySeconds + after.ferrySeconds + (pass.ferryMinutes ?? 0) * 60,
    };
  }

  function weigh({ points, ferrySeconds }: WayRound): number {
    return metersOf(points) + ferrySeconds * METERS_PER_FERRY_SECOND;
  }
}

function crosses(line: readonly LatLng[], a: Point, b: Point): boolean {
  return line.slice(1).some((end, i) => {
    const start = line[i]!;
    const [p, q] = [{ lat: start[0], lng: start[1] }, { lat: end[0], lng: end[1] }];
    return side(p, q, a) !== side(p, q, b) && side(a, b, p) !== side(a, b, q);
  });
}

/** Which side of the line from `a` to `b` the point is on. */
function side(a: Point, b: Point, point: Point): boolean {
  return (b.lng - a.lng) * (point.lat - a.lat) > (b.lat - a.lat) * (point.lng - a.lng);
}
