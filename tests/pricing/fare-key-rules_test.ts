// Whatever a fare follows from is in its key: every leaf of what fares are given is changed, one at a time.
import assert from "node:assert/strict";
import { DEMO_TARIFF_2026 } from "../../lib/pricing/demo-tariffs.ts";
import { fareKey } from "../../lib/pricing/fare-key-rules.ts";
import { tariffSchema } from "../../lib/pricing/tariff.ts";
import { buildFares, type FareTerms } from "../../lib/pricing/quote-rules.ts";
import { VEHICLE_CLASSES } from "../../lib/fleet/vehicle.ts";
import { aRoute, aTripRequest, POINTS } from "../support/pricing.ts";
import { anyTrip } from "./any-trip.ts";
import { fc } from "../support/property.ts";

const classes = VEHICLE_CLASSES.filter((one) => DEMO_TARIFF_2026.rates[one] !== undefined);
/** At a fixed price, in the night, so that surcharges apply, with extras, so that each of their prices shows. */
const FIXED: FareTerms = {
  tariff: DEMO_TARIFF_2026,
  trip: aTripRequest({
    pickup: "2026-11-24T23:40:00Z",
    extras: { childSeats: 1, pets: 1, extraLuggage: 1 },
  }),
  route: aRoute(),
  classes,
};

const METERED = { ...FIXED, trip: { ...FIXED.trip, from: { point: POINTS.vinga } } };

type Path = readonly string[];

Deno.test("fareKey() is another one for every leaf of what fares are given that changes a fare", () => {
  const kinds = { another: 0, same: 0 };
  const unseen: string[] = [];
  for (const terms of [FIXED, METERED]) {
    for (const { path, changed } of variantsOf(terms)) {
      const isAnother = fareKey(changed) !== fareKey(terms);
      kinds[isAnother ? "another" : "same"]++;
      if (!isAnother && faresOf(changed) !== faresOf(terms)) unseen.push(path.join("."));
    }
  }
  assert.deepEqual(unseen, []);
  // Words of a stop, how many travel: the key leaves out what no fare sees.
  assert(kinds.another > 200 && kinds.same > 10, JSON.stringify(kinds));
});

Deno.test("the look over all leaves sees a planted key without the tariff, the band, the ends or the way", () => {
  const variants = [FIXED, METERED].map((terms) => ({ terms, others: variantsOf(terms) }));
  for (const left of [0, 1, 2, 3, 4, 5, 6]) {
    const planted = (terms: FareTerms) => fareKey(terms).split("|").toSpliced(left, 1).join("|");
    const unseen = variants.flatMap(({ terms, others }) =>
      others.filter(({ changed }) =>
        planted(changed) === planted(terms) && faresOf(changed) !== faresOf(terms)
      )
    );
    assert(unseen.length > 0, `part ${left} of the key`);
  }
});

Deno.test("fareKey() tells apart what differs in a fare, whatever trips are compared", () => {
  const seen = new Map<string, string>();
  const property = fc.property(anyTrip, ({ pickup, ...trip }) => {
    const terms: FareTerms = {
      ...{ tariff: trip.tariff, route: trip.route, classes: ["standard"] },
      trip: { ...trip, pickup: { instant: pickup.toString() } },
    };
    const fares = faresOf(terms);
    const known = seen.get(fareKey(terms)) ?? fares;
    seen.set(fareKey(terms), known);
    return known === fares;
  });
  fc.assert(property, { numRuns: 2_000 });
});

function faresOf(terms: FareTerms): string {
  try {
    return JSON.stringify(buildFares(terms));
  } catch (error) {
    return String(error);
  }
}

/** Paths of all that is no object. */
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, [...path, name]));
}

/** The terms with each leaf changed, one at a time. */
function variantsOf(terms: FareTerms): { path: Path; changed: FareTerms }[] {
  return leavesOf(terms).flatMap((path) =>
    othersOf(terms, path).map((changed) => ({ path, changed }))
  );
}

/** The terms with one leaf changed, a little and a lot; of the tariff as far as its schema takes it. */
function othersOf(terms: FareTerms, path: Path): FareTerms[] {
  const all = otherLeaves(path.reduce<unknown>((value, name) => Object(value)[name], terms))
    .map((leaf) => {
      const copy = structuredClone(terms);
      const parent = path.slice(0, -1).reduce<unknown>((value, name) => Object(value)[name], copy);
      Object.assign(Object(parent), { [path.at(-1) ?? ""]: leaf });
      return copy;
    });
  return all.filter(({ tariff }) => tariffSchema.safeParse(tariff).success);
}

function otherLeaves(leaf: unknown): unknown[] {
  switch (typeof leaf) {
    case "number":
      return [leaf + 1, leaf + 100, leaf * 2 + 7];
    case "boolean":
      return [!leaf];
    case "string":
      return otherTexts(leaf);
    default:
      return ["another"];
  }
}

/** A text that stands for an instant, a time or a class stays one. */
function otherTexts(text: string): string[] {
  if (/^\d{4}-.*Z$/.test(text)) return ["2026-11-25T11:00:00Z", "2026-12-24T20:00:00Z"];
  if (/^\d\d:\d\d$/.test(text)) return ["00:41", "12:00"];
  return [`${text} else`, "none", "red", "premium"];
}
